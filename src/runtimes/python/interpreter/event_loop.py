"""The event loop of asyncio, on the process's own clock: waiting for a timer lets the clock jump to it."""

import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.runners
import threading

from . import threads


class _Selector:
    """Waits for what the loop waits for. Nothing ever comes from a network that is not there."""

    def select(self, timeout):
        if threads.run_all():
            return ()
        if timeout is None:
            threads.wait_for_ever()
        elif timeout > 0:
            threads.wait(timeout)
        return ()


class _EventLoop(asyncio.base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass

    def call_soon_threadsafe(self, callback, *args, context=None):
        if threads.in_thread():
            return self.call_at(self.time(), callback, *args, context=context)
        return super().call_soon_threadsafe(callback, *args, context=context)


class _Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    """Who asks for a loop where there is none gets one, on the versions before Python 3.14."""

    _loop_factory = _EventLoop

    def __init__(self, makes_loops):
        super().__init__()
        self._makes_loops = makes_loops

    def get_event_loop(self):
        if self._makes_loops and threading.current_thread() is threading.main_thread():
            self.set_event_loop(self.new_event_loop())
        return super().get_event_loop()

    def set_event_loop(self, loop):
        self._makes_loops = False
        super().set_event_loop(loop)


def install(version):
    """Puts this loop in the place of the browser's, for a runtime of this version."""
    asyncio.run = asyncio.runners.run
    asyncio.events._set_running_loop(None)
    asyncio.events._set_event_loop_policy(_Policy(makes_loops=version < (3, 14)))
