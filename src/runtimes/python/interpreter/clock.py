"""Waiting on the process's own clock, which jumps ahead instead of letting anybody wait."""

import time

from . import worker

#: CPython's own, which Pyodide wraps.
_sleep = getattr(time.sleep, "__wrapped__", time.sleep)
_deadline = float("inf")
_alarm = None


class Frozen(BaseException):
    """Unwinds a thread that would still wait when nobody waits for it any more."""


def set_deadline(moment):
    """The moment at which Lambda ends the run, in milliseconds since the process began."""
    global _deadline
    _deadline = moment


def deadline():
    """The moment at which Lambda ends the run, in milliseconds since the process began."""
    return _deadline


def set_alarm(moment, ring):
    """Has `ring` called when the clock gets to this moment, None for never. The moment set before."""
    global _alarm
    before, _alarm = _alarm, None if moment is None else (moment, ring)
    return None if before is None else before[0]


def move_to(moment):
    """Lets the clock stand at this moment. Ends the run where the function's time is up before."""
    global _alarm
    if _alarm is not None and _alarm[0] <= min(moment, _deadline):
        (rings_at, ring), _alarm = _alarm, None
        worker.move_to(rings_at)
        ring()
    if moment >= _deadline:
        worker.move_to(_deadline)
        worker.end("timed-out")
    worker.move_to(moment)


def complain(seconds):
    """Raises what `time.sleep` raises for what is no number of seconds."""
    _sleep(0 if isinstance(seconds, (int, float)) and seconds > 0 else seconds)
