"""The process around the handler: its environment and files, and the ways to end it."""

import hashlib
import hmac
import os
import random
import signal
import sys
import tempfile
import time
import traceback

from . import stubs, worker

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

#: The names that the platform gives to the signals which end a process.
_SIGNALS = {
    1: "hangup", 2: "interrupt", 3: "quit", 4: "illegal instruction", 5: "trace/breakpoint trap",
    6: "aborted", 7: "bus error", 8: "floating point exception", 9: "killed",
    10: "user defined signal 1", 11: "segmentation fault", 12: "user defined signal 2",
    13: "broken pipe", 14: "alarm clock", 15: "terminated",
}  # fmt: skip

#: What Pyodide adds to Python and Lambda does not have.
_PYODIDE = {"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"}

#: Audit events of changes to files, and of all uses of a path.
_CHANGES = {"os.mkdir", "os.remove", "os.rmdir", "os.rename", "os.truncate"}
_FILE_EVENTS = {"open", "os.listdir", "os.scandir", "os.chdir", *_CHANGES}

_kill = os.kill
_raise_signal = signal.raise_signal


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
    sys.meta_path.insert(0, _NoPyodide())
    sys.path[:] = [TASK_ROOT, *(path for path in sys.path if path.startswith("/lib/"))]
    time.tzset()
    sys.dont_write_bytecode = True
    tempfile.tempdir = "/tmp"
    random.seed()
    _forget_shadowed({file["path"].split("/")[0].removesuffix(".py") for file in files})
    _add_missing()
    os._exit = leave
    os.abort = lambda: _die(signal.SIGABRT)
    os.kill = _signal_to
    signal.raise_signal = lambda number: _signal_to(os.getpid(), number)
    sys.addaudithook(_refuse_as_linux_would)


class _NoPyodide:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in _PYODIDE:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return None


def _forget_shadowed(names):
    """Drops the modules that the snapshot holds and Lambda's process does not, where the user has one of that name."""
    for module in list(sys.modules):
        top = module.partition(".")[0]
        if top in _PYODIDE or (top in names and top not in _HELD and top not in BUILT_IN):
            del sys.modules[module]


def _refuse_as_linux_would(event, arguments):
    """Audit hook: everything but /tmp is read-only on Lambda, and errors have the numbers of Linux."""
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


def _signal_to(pid, number):
    if pid == os.getpid() and signal.getsignal(number) == signal.SIG_DFL and number in _SIGNALS:
        _die(number)
    if pid == os.getpid():
        return _raise_signal(number)
    return _kill(pid, number)


def _die(number):
    worker.observations["exitStatus"] = _SIGNALS[number]
    worker.end("exited", status=_SIGNALS[number])


def leave(status):
    """Ends the process with this exit status at once. Raises worker.Ended."""
    worker.observations["exitStatus"] = status & 0xFF
    worker.end("exited", status=status & 0xFF)


def leave_by(failure):
    """Ends the process as CPython does for an exception that nobody caught. Raises worker.Ended."""
    if isinstance(failure, SystemExit):
        if failure.code is None or isinstance(failure.code, int):
            leave(failure.code or 0)
        print(failure.code, file=sys.stderr)
        leave(1)
    traceback.print_exception(failure)
    if isinstance(failure, KeyboardInterrupt):
        _die(signal.SIGINT)
    leave(1)


def _pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """`hashlib.pbkdf2_hmac`, which is part of OpenSSL and so not in WebAssembly: RFC 8018, section 5.2."""
    keyed = hmac.new(bytes(password), None, hash_name)
    length = dklen or keyed.digest_size
    derived = b""
    while len(derived) < length:
        block = keyed.copy()
        block.update(bytes(salt) + (len(derived) // keyed.digest_size + 1).to_bytes(4, "big"))
        digest = block.digest()
        total = int.from_bytes(digest, "big")
        for _ in range(iterations - 1):
            block = keyed.copy()
            block.update(digest)
            digest = block.digest()
            total ^= int.from_bytes(digest, "big")
        derived += total.to_bytes(keyed.digest_size, "big")
    return derived[:length]


def _add_missing():
    if not hasattr(hashlib, "pbkdf2_hmac"):
        hashlib.pbkdf2_hmac = _pbkdf2_hmac
