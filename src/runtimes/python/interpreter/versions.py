"""What differs between the Python versions of Lambda's runtimes, as far as one CPython can stand for all."""

import ast
import importlib.machinery
import importlib.util
import io
import re
import sys
import tokenize

#: Modules of the standard library that are there in no version from this one on.
_REMOVED = {
    **dict.fromkeys(("asynchat", "asyncore", "distutils", "imp", "smtpd"), (3, 12)),
    **dict.fromkeys(
        (
            "aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr", "lib2to3", "mailcap", "nis",
            "nntplib", "ossaudiodev", "pipes", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib",
        ),
        (3, 13),
    ),
    "binhex": (3, 11),
    "formatter": (3, 10),
    "parser": (3, 10),
    "symbol": (3, 10),
}  # fmt: skip

#: Modules of the standard library that are there in no version before this one.
_ADDED = {"tomllib": (3, 11), "compression": (3, 14), "annotationlib": (3, 14)}

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
        added = _ADDED.get(name)
        if added is not None and self._version < added:
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        return None


def install(version):
    """Makes the interpreter refuse what a runtime of this version would refuse."""
    sys.meta_path.insert(0, _NotYet(version))
    if version >= (3, 14):
        return
    compile_source = importlib.machinery.SourceFileLoader.source_to_code

    def source_to_code(self, data, path, *, _optimize=-1):
        try:
            code = compile_source(self, data, path, _optimize=_optimize)
        except SyntaxError as failure:
            # Python 3.14 is the first to propose a keyword for a misspelt one.
            failure.msg = re.sub(r"(invalid syntax)\. Did you mean '\w+'\?", r"\1", failure.msg)
            raise
        if str(path).startswith(_OWN_CODE):
            _refuse_newer_syntax(data, path, version)
        return code

    importlib.machinery.SourceFileLoader.source_to_code = source_to_code


def _refuse_newer_syntax(data, path, version):
    try:
        ast.parse(data, path, feature_version=version)
    except SyntaxError as failure:
        nodes = ast.walk(ast.parse(data))
        subjects = [node.subject for node in nodes if isinstance(node, ast.Match)]
        places = [(subject.lineno, subject.col_offset + 1) for subject in subjects]
        number, column = min([(failure.lineno, failure.offset), *places])
        raise SyntaxError("invalid syntax", (path, number, column, _line(data, number))) from None
    if version < (3, 12):
        _refuse_nested_quotes(data, path)


def _line(data, number):
    lines = importlib.util.decode_source(data).splitlines(keepends=True)
    return lines[number - 1] if number <= len(lines) else ""


def _refuse_nested_quotes(data, path):
    """An f-string that holds its own quotes, or a backslash in its braces: possible since Python 3.12."""
    quotes = []
    for token in tokenize.tokenize(io.BytesIO(data).readline):
        name = tokenize.tok_name[token.type]
        if name == "FSTRING_END":
            quotes.pop()
            continue
        if name not in ("FSTRING_START", "STRING"):
            continue
        quote = re.search(r"'''|\"\"\"|'|\"", token.string).group(0)
        if quotes and quote in quotes:
            place = (path, token.start[0], token.start[1] + 1, token.line, token.end[0], token.end[1] + 1)
            raise SyntaxError("f-string: expecting '}'", place)
        if name == "FSTRING_START":
            quotes.append(quote)
