"""What differs between the Python versions of Lambda's runtimes, as far as one CPython can stand for all."""

import importlib.machinery
import re
import sys

from . import syntax

#: Modules of the standard library that are there in no version from this one on.
_REMOVED = {
    **dict.fromkeys(("formatter", "parser", "symbol"), (3, 10)),
    "binhex": (3, 11),
    **dict.fromkeys(("asynchat", "asyncore", "distutils", "imp", "smtpd"), (3, 12)),
    **dict.fromkeys(
        (
            "aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr", "lib2to3", "mailcap", "nis",
            "nntplib", "ossaudiodev", "pipes", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib",
        ),
        (3, 13),
    ),
}  # fmt: skip

#: Modules of the standard library that are there in no version before this one.
_ADDED = {"tomllib": (3, 11)}

_OWN_CODE = "/var/task/"


def parse_version(runtime):
    """The version of a runtime's identifier, `python3.13`: (3, 13). That of the newest for any other text."""
    match = re.fullmatch(r"python3\.(\d+)", runtime)
    return (3, int(match.group(1))) if match else (3, 14)


def was_there(module, version):
    """Whether a module that is gone from the standard library was still there in this version."""
    gone = _REMOVED.get(module)
    return gone is not None and version < gone


class _NotYet:
    """Finds nothing, and lets nobody else find what this version does not have yet."""

    def __init__(self, version):
        self._version = version

    def find_spec(self, name, path=None, target=None):
        if name in _ADDED and self._version < _ADDED[name]:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return None


def install(version):
    """Makes the interpreter refuse what a runtime of this version would refuse."""
    for module, added in _ADDED.items():
        if version < added:
            sys.modules.pop(module, None)
    sys.meta_path.insert(0, _NotYet(version))
    if version < (3, 14):
        _compile_for(version)


def _compile_for(version):
    compile_source = importlib.machinery.SourceFileLoader.source_to_code

    def source_to_code(self, data, path, *, _optimize=-1):
        if not str(path).startswith(_OWN_CODE):
            return compile_source(self, data, path, _optimize=_optimize)
        try:
            code = compile_source(self, data, path, _optimize=_optimize)
        except SyntaxError as failure:
            failure.msg = syntax.worded(failure.msg, version)
            raise
        syntax.refuse_newer(data, path, version)
        return code

    importlib.machinery.SourceFileLoader.source_to_code = source_to_code
