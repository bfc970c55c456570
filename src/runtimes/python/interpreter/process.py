"""The process around the handler: its environment, its modules, and its files."""

import os
import random
import sys
import tempfile
import time

from . import worker

TASK_ROOT = "/var/task"

#: Modules that Lambda's client holds before the user's code is imported: no file of that name is seen.
_HELD = {
    "abc", "array", "ast", "base64", "binascii", "bisect", "bz2", "codecs", "collections", "contextlib",
    "copyreg", "datetime", "decimal", "dis", "email", "encodings", "enum", "fnmatch", "functools",
    "genericpath", "glob", "heapq", "http", "importlib", "inspect", "io", "ipaddress", "json",
    "keyword", "linecache", "logging", "lzma", "math", "ntpath", "numbers", "opcode", "operator", "os",
    "pathlib", "posixpath", "quopri", "random", "re", "reprlib", "select", "selectors", "shutil",
    "simplejson", "site", "socket", "ssl", "stat", "string", "struct", "tempfile", "textwrap",
    "threading", "token", "tokenize", "traceback", "types", "typing", "urllib", "warnings", "weakref",
    "zipfile", "zipimport", "zlib",
}  # fmt: skip

#: Compiled into CPython as Lambda has it: the client refuses a handler in a module of such a name.
BUILT_IN = {
    "_abc", "_ast", "_codecs", "_collections", "_functools", "_imp", "_io", "_locale", "_operator",
    "_signal", "_sre", "_stat", "_string", "_symtable", "_thread", "_tracemalloc", "_typing",
    "_warnings", "_weakref", "atexit", "builtins", "errno", "faulthandler", "gc", "itertools",
    "marshal", "posix", "pwd", "sys", "time",
}  # fmt: skip

#: Modules that Lambda does not have: Pyodide's, and this package itself.
_FOREIGN = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", __package__}

#: Audit events of what exists on Lambda and cannot exist here.
_BEYOND_REACH = {
    "socket.connect": "socket",
    "subprocess.Popen": "subprocess",
    "os.system": "os.system",
    "os.fork": "os.fork",
    "os.forkpty": "os.fork",
    "os.posix_spawn": "os.posix_spawn",
}

#: Audit events of changes to files, and of all uses of a path.
_CHANGES = {"os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.truncate"}
_FILE_EVENTS = {"open", "os.listdir", "os.scandir", "os.chdir", *_CHANGES}


def prepare(files, environment):
    """Gives the process its environment and its code, and takes from it what Lambda does not have."""
    os.environ.clear()
    os.environ.update(environment)
    for file in files:
        path = os.path.normpath(os.path.join(TASK_ROOT, file["path"]))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", errors="surrogatepass", newline="") as target:
            target.write(file["text"])
    os.makedirs(TASK_ROOT, exist_ok=True)
    os.chdir(TASK_ROOT)
    sys.meta_path.insert(0, _NothingForeign())
    sys.path[:] = [TASK_ROOT, *(path for path in sys.path if path.startswith("/lib/"))]
    time.timezone, time.altzone, time.daylight, time.tzname = 0, 0, 0, ("UTC", "UTC")
    time.tzset = lambda: None
    sys.dont_write_bytecode = True
    tempfile.tempdir = "/tmp"
    random.seed()
    _forget_shadowed({file["path"].split("/")[0].removesuffix(".py") for file in files})
    sys.addaudithook(_refuse_as_linux_would)


class _NothingForeign:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in _FOREIGN:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return None


def _forget_shadowed(names):
    """Drops what the snapshot holds and Lambda's process does not, where the user has a module of that name."""
    for module in list(sys.modules):
        top = module.partition(".")[0]
        if top in _FOREIGN or (top in names and top not in _HELD and top not in BUILT_IN):
            del sys.modules[module]


def _refuse_as_linux_would(event, arguments):
    """Audit hook: everything but /tmp is read-only on Lambda, and errors have the numbers of Linux."""
    if event in _BEYOND_REACH:
        reached = worker.observations.setdefault("beyondReach", [])
        if _BEYOND_REACH[event] not in reached:
            reached.append(_BEYOND_REACH[event])
    if event == "socket.connect":
        raise ConnectionRefusedError(111, "Connection refused")
    if event not in _FILE_EVENTS or not isinstance(arguments[0], (str, bytes)):
        return
    path = arguments[0]
    whole = os.path.normpath(os.path.join(os.getcwd(), os.fsdecode(path)))
    flags = arguments[2] if event == "open" else 0
    creates = flags & os.O_CREAT or event == "os.mkdir"
    writes = creates or flags & (os.O_WRONLY | os.O_RDWR) or event in _CHANGES
    if not creates and not os.path.exists(whole):
        raise FileNotFoundError(2, "No such file or directory", path)
    if writes and not f"{whole}/".startswith(("/tmp/", "/dev/")):
        raise OSError(30, "Read-only file system", path)
