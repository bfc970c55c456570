"""The ways in which a process ends before its time: exit statuses, signals, exceptions that nobody caught."""

import os
import signal
import sys
import traceback

from . import clock, worker

#: The names that the platform gives to the signals which end a process.
_SIGNALS = {
    1: "hangup", 2: "interrupt", 3: "quit", 4: "illegal instruction", 5: "trace/breakpoint trap",
    6: "aborted", 7: "bus error", 8: "floating point exception", 9: "killed",
    10: "user defined signal 1", 11: "segmentation fault", 12: "user defined signal 2",
    13: "broken pipe", 14: "alarm clock", 15: "terminated",
}  # fmt: skip

_kill = os.kill
_raise_signal = signal.raise_signal


def install():
    """Lets the process be ended by what ends one on Lambda."""
    os._exit = leave
    os.abort = lambda: _die(signal.SIGABRT)
    os.kill = _signal_to
    signal.raise_signal = lambda number: _signal_to(os.getpid(), number)
    signal.alarm = _alarm
    signal.setitimer = _set_timer


def _alarm(seconds):
    remaining, _ = _set_timer(signal.ITIMER_REAL, seconds)
    return int(remaining + 0.999)


def _set_timer(which, seconds, interval=0.0):
    now = worker.now()
    rings_at = clock.set_alarm(now + seconds * 1000 if seconds else None, _ring)
    return (0.0 if rings_at is None else max(rings_at - now, 0) / 1000, 0.0)


def _ring():
    _signal_to(os.getpid(), signal.SIGALRM)


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
