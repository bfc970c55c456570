"""What Lambda's runtime client does to `logging` and to the standard streams, and how it logs errors."""

import datetime
import io
import json
import logging
import os
import sys
import time
import traceback

from . import worker

_TIME = "%Y-%m-%dT%H:%M:%S"

#: The client's advice beside every failed start.
UNHANDLED = (
    "LAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the function code. "
    "However, in rare cases, a Lambda runtime update can cause unexpected function behavior. "
    "For functions using managed runtimes, runtime updates can be triggered by a function change, "
    "or can be applied automatically. To determine if the runtime has been updated, check the "
    "runtime version in the INIT_START log entry. If this error correlates with a change in the "
    "runtime version, you may be able to mitigate this error by temporarily rolling back to the "
    "previous runtime version. For more information, see "
    "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html\r"
)

#: Members of a log record that are not the user's own (`extra`).
_RESERVED = {
    "name", "msg", "args", "levelname", "levelno", "pathname", "filename", "module", "exc_info",
    "exc_text", "stack_info", "lineno", "funcName", "created", "msecs", "relativeCreated", "thread",
    "threadName", "processName", "process", "aws_request_id", "tenant_id", "_frame_type",
}  # fmt: skip

_request_id = None


def set_request_id(request_id):
    """The invocation that log lines belong to from now on."""
    global _request_id
    _request_id = request_id


class _Output(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        worker.write(bytes(data).decode("utf-8", "replace"))
        return len(data)


class Unbuffered:
    """The client's wrapper of the standard streams."""

    def __init__(self, stream):
        self.stream = stream

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        pass

    def __getattr__(self, attr):
        return getattr(self.stream, attr)

    def write(self, msg):
        self.stream.write(msg)
        self.stream.flush()

    def writelines(self, msgs):
        self.stream.writelines(msgs)
        self.stream.flush()


class LogSink:
    """Where the client's own lines go: every one is an event of its own."""

    def log(self, msg):
        worker.log(msg.removesuffix("\n").removesuffix("\r"))


class LambdaLoggerHandler(logging.Handler):
    def __init__(self, log_sink):
        logging.Handler.__init__(self)
        self.log_sink = log_sink

    def emit(self, record):
        self.log_sink.log(self.format(record))


class LambdaLoggerFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = _request_id or ""
        record.tenant_id = None
        return True


class JsonFormatter(logging.Formatter):
    def __init__(self):
        super().__init__(datefmt=_TIME)

    def formatTime(self, record, datefmt=None):
        moment = datetime.datetime.fromtimestamp(record.created, tz=datetime.timezone.utc)
        return moment.strftime(_TIME + ".%f")[:-3] + "Z"

    def format(self, record):
        record.levelno = min(50, max(0, record.levelno)) // 10 * 10
        record.levelname = logging.getLevelName(record.levelno)
        kind, failure, trace = record.exc_info or (None, None, None)
        members = {
            "timestamp": self.formatTime(record, self.datefmt),
            "level": record.levelname,
            "message": record.getMessage(),
            "logger": record.name,
            "stackTrace": kind and traceback.format_tb(trace),
            "errorType": kind and kind.__name__,
            "errorMessage": kind and str(failure),
            "requestId": getattr(record, "aws_request_id", None),
            "location": kind and f"{record.pathname}:{record.funcName}:{record.lineno}",
        }
        own = {
            key: value
            for key, value in record.__dict__.items()
            if key not in _RESERVED and key not in members
        }
        written = {key: value for key, value in {**members, **own}.items() if value is not None}
        return json.dumps(written, ensure_ascii=False) + "\n"


class Logs:
    """The client's log for one process, as its environment says. Making it changes `logging` and `sys`."""

    def __init__(self):
        self._as_json = os.environ.get("AWS_LAMBDA_LOG_FORMAT", "").upper() == "JSON"
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "").upper()
        self._sink = LogSink()
        for name in ("stdout", "stderr"):
            buffer = io.BufferedWriter(_Output())
            errors = "strict" if name == "stdout" else "backslashreplace"
            text = io.TextIOWrapper(buffer, encoding="utf-8", errors=errors, newline="\n")
            text.mode = "w"
            setattr(sys, name, Unbuffered(text))
        logging.Formatter.converter = time.gmtime
        handler = LambdaLoggerHandler(self._sink)
        handler.setFormatter(
            JsonFormatter()
            if self._as_json
            else logging.Formatter(
                "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s\n", _TIME
            )
        )
        handler.addFilter(LambdaLoggerFilter())
        root = logging.getLogger()
        if level == "TRACE" or level in logging.getLevelNamesMapping():
            root.setLevel("DEBUG" if level == "TRACE" else level)
        root.addHandler(handler)

    def error(self, document, to_json):
        """Logs an error document."""
        self._sink.log(self._error_as_json(document, to_json) if self._as_json else error_text(document))

    def _error_as_json(self, document, to_json):
        now = time.strftime(_TIME, time.gmtime())
        return to_json({"timestamp": now, "log_level": "ERROR", **document})


def error_text(document):
    """An error document as the client logs it: its lines indented by no-break spaces."""
    kind, message = document["errorType"], document["errorMessage"]
    head = "[ERROR]" + (f" {kind}" if kind else "")
    if message:
        head += (":" if kind else "") + f" {message}"
    lines = [head, "Traceback (most recent call last):"]
    for element in document["stackTrace"]:
        lines += [_with_no_break_indent(line) for line in element.splitlines()] if element else [""]
    return "\n".join(lines)


def _with_no_break_indent(line):
    rest = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(rest)) + rest
