"""Syntax errors as Python versions before the interpreter's own would find and word them."""

import ast
import importlib.util
import io
import re
import tokenize

#: The older wording of a message: up to which version, what it is now, what it was.
_OLDER_WORDING = [
    ((3, 14), r"(invalid syntax)\. Did you mean '\w+'\?", r"\1"),
    ((3, 13), "Invalid star expression", "invalid syntax"),
    ((3, 12), r"Did you mean to use 'from \.\.\. import \.\.\.' instead\?", "invalid syntax"),
    (
        (3, 12),
        "parameter without a default follows parameter with a default",
        "non-default argument follows default argument",
    ),
    ((3, 10), r"(invalid syntax)\. .*", r"\1"),
    ((3, 10), r"(cannot assign to .*) here\. .*", r"\1"),
    ((3, 10), r"(expected an indented block) after .*", r"\1"),
    ((3, 10), "expected ':'", "invalid syntax"),
    ((3, 10), r"unterminated string literal .*", "EOL while scanning string literal"),
    ((3, 10), r"unterminated (triple-quoted string literal) .*", r"EOF while scanning \1"),
]

_OPENING, _CLOSING = "([{", ")]}"


def worded(message, version):
    """A syntax error's message in the words of this version."""
    for until, now, before in _OLDER_WORDING:
        if version < until:
            message = re.sub(f"{now}\\Z", before, message)
    return message


def refuse_newer(data, path, version):
    """Raises the SyntaxError of a version that does not know the source's syntax yet."""
    try:
        ast.parse(data, path, feature_version=version)
    except SyntaxError as failure:
        message, places = "invalid syntax", [(failure.lineno, failure.offset)]
        for node in ast.walk(ast.parse(data)):
            if isinstance(node, ast.Match):
                places.append((node.subject.lineno, node.subject.col_offset + 1))
            if isinstance(node, ast.ExceptHandler) and _is_bare_tuple(node.type):
                places.append((node.type.lineno, node.type.col_offset + 1))
                if version >= (3, 10):
                    message = "multiple exception types must be parenthesized"
        number, column = min(places)
        raise SyntaxError(message, (path, number, column, _line(data, number))) from None
    if version < (3, 12):
        _refuse_newer_f_strings(data, path)


def _is_bare_tuple(node):
    return isinstance(node, ast.Tuple) and node.col_offset == node.elts[0].col_offset


def _line(data, number):
    lines = importlib.util.decode_source(data).splitlines(keepends=True)
    return lines[number - 1] if number <= len(lines) else ""


def _refuse_newer_f_strings(data, path):
    """Until Python 3.12 the braces of an f-string hold neither its own quotes nor a backslash."""
    around = []
    for token in tokenize.tokenize(io.BytesIO(data).readline):
        name = tokenize.tok_name[token.type]
        if name == "FSTRING_END":
            around.pop()
        elif name == "OP" and around and token.string in _OPENING:
            around[-1][1].append(token.string)
        elif name == "OP" and around and token.string in _CLOSING and around[-1][1]:
            around[-1][1].pop()
        elif name in ("FSTRING_START", "STRING"):
            quote = re.search(r"'''|\"\"\"|'|\"", token.string).group(0)
            message = _objection(quote, token.string, around)
            if message:
                row, column = token.start
                raise SyntaxError(message, (path, row, column + 1, token.line))
            if name == "FSTRING_START":
                around.append((quote, []))


def _objection(quote, text, around):
    for outer, brackets in around:
        if quote.startswith(outer):
            innermost = brackets[-1]
            return "f-string: expecting '}'" if innermost == "{" else f"f-string: unmatched '{innermost}'"
    return "f-string expression part cannot include a backslash" if around and "\\" in text else None
