"""Lambda's runtime client (awslambdaric 4.0.1): finds the handler, calls it, and posts what came of it."""

import importlib
import inspect
import json
import logging
import os
import sys

from . import clock, context, event_loop, exits, logs, missing, process, stubs, threads, tracebacks
from . import versions, worker, zones
from .encoder import Encoder, json_path

_INIT_LIMIT_MS = 10_000

#: Frames of user code that fit on the stack: 1000 less those of module, main, run, handle_event_request.
_FRAMES = 996

#: Characters of an exception's own members that are told.
_SHOWN = 1000


class _Fault(Exception):
    """What the client itself finds wrong, with its type and trace."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind, self.message, self.trace = kind, message, list(trace)


class _Client:
    def __init__(self, task):
        self._task = task
        self._version = versions.parse_version(task["runtime"])
        self._logs = None

    def run(self):
        """The whole life of the process: its start, one invocation, its end. Raises worker.Ended."""
        task = self._task
        process.prepare(task["files"], task["environment"])
        exits.install()
        missing.install()
        zones.install()
        versions.install(self._version)
        tracebacks.install(self._version)
        event_loop.install(self._version)
        stubs.install(task["stubs"], self._version)
        self._logs = logs.Logs()
        functions = tracebacks.client_functions()
        try:
            functions.main(functions, self._live, functions.handle_event_request)
        except worker.Ended:
            raise
        except BaseException as failure:
            exits.leave_by(failure)

    def _live(self, call):
        self._invoke(self._start(), call)

    def _start(self):
        """The start of the process: Lambda gives it ten seconds, and then once more the function's time."""
        clock.set_deadline(max(_INIT_LIMIT_MS, self._task["functionTimeoutMs"]))
        try:
            return _find_handler(self._task["handler"], self._version)
        except _Fault as fault:
            document = _document(fault.message, fault.kind, fault.trace)
        except Exception as failure:
            _observe_failure(failure)
            document = _document(str(failure), type(failure).__name__, tracebacks.frames_of(failure))
        logging.warning(logs.UNHANDLED)
        self._logs.error(document, self._to_json)
        worker.end("failed", document=self._posted(document))

    def _invoke(self, handler, call):
        task = self._task
        logs.set_request_id(task["requestId"])
        os.environ["_X_AMZN_TRACE_ID"] = task["traceHeader"]
        _observe_handler(handler)
        worker.invoking()
        began = worker.now()
        clock.set_deadline(task["functionTimeoutMs"] + (began if began <= _INIT_LIMIT_MS else 0))
        deadline_ms = task["startEpochMs"] + int(clock.deadline())
        arguments = context.LambdaContext(task["requestId"], deadline_ms, task["functionArn"])
        sys.setrecursionlimit(_FRAMES + _depth())
        try:
            event = _read_event(task["event"])
            response = call(handler, event, arguments)
            threads.freeze()
            payload, content_type = self._marshal(response)
        except _Fault as fault:
            document = _document(fault.message, fault.kind, fault.trace, task["requestId"])
        except Exception as failure:
            _observe_failure(failure)
            frames = tracebacks.frames_of(failure)
            document = _document(str(failure), type(failure).__name__, frames, task["requestId"])
        else:
            worker.end("answered", payload=_sendable(payload), contentType=content_type)
        self._logs.error(document, self._to_json)
        worker.end("failed", document=self._posted(document))

    def _marshal(self, response):
        worker.observations["completion"] = "returned-value"
        worker.observations["returned"] = worker.observations["result"] = type(response).__name__
        if isinstance(response, bytes):
            return response.decode("latin-1"), "application/unknown"
        encoder = self._encoder()
        # The real encoder is written in C and needs no frames of Python's.
        sys.setrecursionlimit(4 * sys.getrecursionlimit())
        try:
            return encoder.encode(response), "application/json"
        except Exception as failure:
            path = json_path(encoder.path)
            worker.observations["unmarshalled"] = {"path": path, "type": type(encoder.culprit).__name__}
            raise _Fault("Runtime.MarshalError", f"Unable to marshal response: {failure}") from None

    def _encoder(self):
        return Encoder(ascii_only=self._version < (3, 12))

    def _to_json(self, value):
        return self._encoder().encode(value)

    def _posted(self, document):
        return _sendable(self._to_json(document))


def _find_handler(handler, version):
    try:
        module_name, function_name = handler.rsplit(".", 1)
    except ValueError as failure:
        raise _Fault("Runtime.MalformedHandlerName", f"Bad handler '{handler}': {failure}") from None
    try:
        if module_name.split(".")[0] in process.BUILT_IN:
            message = f"Cannot use built-in module {module_name} as a handler module"
            raise _Fault("Runtime.BuiltInModuleConflict", message)
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as failure:
        reason = tracebacks.named_as_on_lambda(str(failure), version)
        message = f"Unable to import module '{module_name}': {reason}"
        raise _Fault("Runtime.ImportModuleError", message) from None
    except SyntaxError as failure:
        _observe_syntax_error(failure)
        trace = f'  File "{failure.filename}" Line {failure.lineno}\n    {failure.text}'
        message = f"Syntax error in module '{module_name}': {failure}"
        raise _Fault("Runtime.UserCodeSyntaxError", message, [trace]) from None
    try:
        return getattr(module, function_name)
    except AttributeError:
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        raise _Fault("Runtime.HandlerNotFound", message) from None


def _read_event(text):
    try:
        return json.loads(text)
    except Exception as failure:
        raise _Fault("Runtime.UnmarshalError", f"Unable to unmarshal input: {failure}") from None


def _sendable(text):
    """The text, if it is one that UTF-8 has room for. Else the UnicodeEncodeError that ends the process."""
    text.encode("utf-8")
    return text


def _document(message, kind, trace, request_id=""):
    return {
        "errorMessage": message,
        "errorType": kind,
        "requestId": request_id,
        "stackTrace": trace,
    }


def _depth():
    """Frames on the stack of the code that calls, and one for what it calls next."""
    depth, frame = 0, sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    return depth


def _observe_handler(handler):
    kinds = {
        "class": inspect.isclass,
        "async-generator": inspect.isasyncgenfunction,
        "async": inspect.iscoroutinefunction,
        "generator": inspect.isgeneratorfunction,
        "function": inspect.isroutine,
    }
    kind = next((name for name, is_kind in kinds.items() if is_kind(handler)), None)
    if kind is None:
        return
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    try:
        parameters = inspect.signature(handler).parameters.values()
    except (TypeError, ValueError):
        parameters = ()
    count = sum(parameter.kind in positional for parameter in parameters)
    worker.observations["handler"] = {"kind": kind, "parameters": count}


def _observe_failure(failure):
    members = getattr(failure, "__dict__", {})
    worker.observations["errorMembers"] = {
        name: value[:_SHOWN] if isinstance(value, str) else value
        for name, value in members.items()
        if isinstance(value, (str, int, float, bool))
    }


def _observe_syntax_error(failure):
    filename = str(failure.filename).removeprefix(process.TASK_ROOT + "/")
    place = {"file": filename, "line": failure.lineno or 1, "column": failure.offset or 1}
    worker.observations["syntaxErrorAt"] = place


def serve(task, functions):
    """Runs one task, given as JSON text, in a worker with these functions. Returns when the run is over."""
    worker.attach(functions)
    try:
        _Client(json.loads(task)).run()
    except worker.Ended:
        pass
