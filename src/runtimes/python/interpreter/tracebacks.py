"""Tracebacks as Lambda's Python would print them: the user's files, its own library, its own client."""

import linecache
import traceback
import types
import warnings

#: Where this package's own files lie. Their frames stand for C code or for packages and are not shown.
_OWN = "/why502/"
_LIBRARY = "/lib/python314.zip/"
_CLIENT = "/var/runtime/awslambdaric/"

#: The line on which the client calls the handler.
_CALL = 178

#: What of the client's code shows in tracebacks, at its lines in awslambdaric 4.0.1.
_CLIENT_CODE = {
    "bootstrap.py": {
        _CALL - 1: "def handle_event_request(request_handler, event, lambda_context):",
        _CALL: "    response = request_handler(event, lambda_context)",
        _CALL + 1: "    return response",
        535: "def run(handle_event_request, request_handler):",
        536: "    handle_event_request(request_handler)",
    },
    "__main__.py": {30: "def main(bootstrap, handler, client):", 31: "    bootstrap.run(handler, client)"},
}


def client_functions():
    """The client's functions, as they show in tracebacks: each calls what it is given."""
    functions = {}
    for name, lines in _CLIENT_CODE.items():
        text = [lines.get(number, "") + "\n" for number in range(1, max(lines) + 1)]
        linecache.cache[_CLIENT + name] = (None, None, text, _CLIENT + name)
        exec(compile("".join(text), _CLIENT + name, "exec"), functions)
    return types.SimpleNamespace(**functions)


def install(version):
    """Hides this package's own frames, and names the library's files as they are named on Lambda."""
    extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__

    def extract_without_own(cls, frames, **options):
        shown = (each for each in frames if not each[0].f_code.co_filename.startswith(_OWN))
        summary = extract(cls, shown, **options)
        for frame in summary:
            frame.filename = named_as_on_lambda(frame.filename, version)
        return summary

    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(extract_without_own)
    format_warning = warnings.formatwarning

    def format_as_clients(message, category, filename, lineno, line=None):
        if filename.startswith(_OWN):
            filename, lineno = _CLIENT + "bootstrap.py", _CALL
        return format_warning(message, category, named_as_on_lambda(filename, version), lineno, line)

    warnings.formatwarning = format_as_clients


def named_as_on_lambda(text, version):
    """A text with the library's files named as they are named on Lambda."""
    return text.replace(_LIBRARY, f"/var/lang/lib/python{version[0]}.{version[1]}/")


def frames_of(failure):
    """The traceback's frames as the client lists them: from the first that is not its own on."""
    frames = [
        (frame.filename, frame.lineno, frame.name, frame.line)
        for frame in traceback.extract_tb(failure.__traceback__)
    ]
    for index, frame in enumerate(frames):
        if "/bootstrap.py" not in frame[0]:
            return traceback.format_list(frames[index:])
    return traceback.format_list(frames)
