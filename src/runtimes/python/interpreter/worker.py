"""The worker that the interpreter runs in, and what is told to it.

The interpreter is started long before there is a worker: it is kept as a snapshot of its memory.
`attach` binds the worker's functions when a task arrives.
"""

import json

_worker = None
_over = False
_rest_of_line = ""

#: What was seen of the handler besides its answer, as src/invocation/invocation.ts names it.
observations = {}


def attach(functions):
    """Binds the worker: its `log`, `invoking`, `end`, `now`, `moveTo` and `zoneOffset`."""
    global _worker, _over, _rest_of_line
    _worker = functions
    _over = False
    _rest_of_line = ""
    observations.clear()
    observations["stubCalls"] = []


def note_answer(package):
    """This package's stand-in answered in the place of the handler's own code."""
    observations["answeredBy"] = package


class Ended(BaseException):
    """Unwinds the code once the run is over. Nothing that it still does is seen."""


def now():
    """Milliseconds since the process began, on the process's own clock."""
    return _worker.now()


def move_to(moment):
    """Sets the process's clock. Waiting costs no real time."""
    _worker.moveTo(moment)


def zone_offset(zone, epoch_ms):
    """What a time zone is ahead of UTC at a moment, in seconds; None for a zone that nobody knows."""
    return _worker.zoneOffset(zone, epoch_ms)


def log(text):
    """One log event; line breaks inside are kept."""
    _end_line()
    if not _over:
        _worker.log(text)


def write(text):
    """Output of the process: every line of it is a log event."""
    global _rest_of_line
    *lines, rest = (_rest_of_line + text).split("\n")
    _rest_of_line = ""
    for line in lines:
        log(line)
    _rest_of_line = rest


def _end_line():
    global _rest_of_line
    rest, _rest_of_line = _rest_of_line, ""
    if rest and not _over:
        _worker.log(rest)


def invoking():
    """The handler is about to be called."""
    _worker.invoking(json.dumps(observations))


def end(how, **details):
    """The run is over, in this way (src/sandbox/protocol.ts). Raises Ended."""
    global _over
    if not _over:
        _end_line()
        _over = True
        _worker.end(json.dumps({"how": how, **details}), json.dumps(observations))
    raise Ended
