"""Threads, one at a time: WebAssembly has none.

A started thread runs when somebody waits, be it for this thread or for anything else, and then it runs
to its end. It has its own time: its clock begins where it was started, so that threads that sleep side
by side take no longer than the longest. What still waits when the handler has answered is frozen.
"""

import collections
import concurrent.futures
import concurrent.futures.thread
import contextvars
import heapq
import queue
import sys
import threading
import time

from . import clock, worker

_waiting = collections.deque()
_depth = 0
_answered = False


def wait(seconds):
    """Lets this much time pass in the thread that calls; where that is the handler's, the others run."""
    until = worker.now() + seconds * 1000
    if not in_thread():
        run_all()
    _move_to(until)


def wait_for_ever():
    """Lets all other threads run, and then waits for what is never going to happen."""
    run_all()
    _move_to(float("inf"))


def sleep(seconds, /):
    """`time.sleep` on the process's own clock."""
    clock.complain(seconds)
    if seconds > 0:
        wait(seconds)


def run_all():
    """Runs every thread that was started and has not run. True when there was one."""
    ran = bool(_waiting)
    while _waiting:
        _run(_waiting.popleft())
    return ran


def in_thread():
    """Whether the code that calls runs in another thread than the handler's."""
    return _depth > 0


def freeze():
    """The handler has answered: what was started runs on until it waits, and is never seen again."""
    global _answered
    _answered = True
    run_all()
    _answered = False


def _move_to(moment):
    if _depth > 0 and (_answered or moment >= clock.deadline()):
        raise clock.Frozen
    clock.move_to(max(moment, worker.now()))


def _run(thread):
    global _depth
    now = worker.now()
    main = threading._active[threading.get_ident()]
    worker.move_to(thread._started_at)
    _depth += 1
    try:
        with threading._active_limbo_lock:
            threading._limbo[thread] = thread
        thread._bootstrap_inner()
        thread._ended_at = worker.now()
    except clock.Frozen:
        thread._ended_at = float("inf")
    finally:
        _depth -= 1
        threading._active[threading.get_ident()] = main
    worker.move_to(now)


def _start(self):
    if not self._initialized:
        raise RuntimeError("thread.__init__() not called")
    if self._started.is_set():
        raise RuntimeError("threads can only be started once")
    self._started.set()
    if self._context is None:
        self._context = contextvars.Context()
    self._started_at = worker.now()
    self._ended_at = None
    self._invoke_excepthook = _unless_unwound(self._invoke_excepthook)
    _waiting.append(self)


def _unless_unwound(report):
    def invoke_excepthook(thread):
        failure = sys.exc_info()[1]
        if isinstance(failure, (clock.Frozen, worker.Ended)):
            raise failure
        report(thread)

    return invoke_excepthook


def _join(self, timeout=None):
    if not self._initialized:
        raise RuntimeError("Thread.__init__() not called")
    if not self._started.is_set():
        raise RuntimeError("cannot join thread before it is started")
    if self is threading.current_thread():
        raise RuntimeError("cannot join current thread")
    while self in _waiting:
        _run(_waiting.popleft())
    ended_at = self._ended_at if self._ended_at is not None else float("inf")
    patience = float("inf") if timeout is None else worker.now() + max(timeout, 0) * 1000
    _move_to(min(ended_at, patience))


def _is_alive(self):
    assert self._initialized, "Thread.__init__() not called"
    if self is threading.main_thread():
        return True
    return self._started.is_set() and (self._ended_at is None or self._ended_at > worker.now())


class Lock:
    """`threading.Lock`: who waits for it lets the others run."""

    def __init__(self):
        self._locked = False
        self._released_at = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._locked and (not blocking or not self._released_within(timeout)):
            return False
        self._locked = True
        return True

    def _released_within(self, timeout):
        """Lets threads run until one releases the lock. False where that takes longer, in seconds."""
        patience = float("inf") if timeout < 0 else worker.now() + timeout * 1000
        while self._locked and _waiting:
            _run(_waiting.popleft())
        released = not self._locked and self._released_at <= patience
        _move_to(self._released_at if released else patience)
        return released

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        self._locked = False
        self._released_at = worker.now()

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *failure):
        self.release()

    def _at_fork_reinit(self):
        self._locked = False


class _Future(concurrent.futures.Future):
    """The future of a call that a thread makes: done when that thread's clock says so."""

    thread = None

    def done(self):
        return super().done() and not self.thread.is_alive()

    def result(self, timeout=None):
        self._wait(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        self._wait(timeout)
        return super().exception(0)

    def _wait(self, timeout):
        self.thread.join(timeout)
        if self.thread.is_alive():
            raise TimeoutError


class ThreadPoolExecutor(concurrent.futures.Executor):
    """`concurrent.futures.ThreadPoolExecutor`: a call begins when one of the workers is free."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers or 6
        self._prefix = thread_name_prefix or "ThreadPoolExecutor-0"
        self._initializer, self._initargs = initializer, initargs
        self._threads = []
        self._free_at = []
        self._shut = False

    def submit(self, fn, /, *args, **kwargs):
        if self._shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = _Future()
        name = f"{self._prefix}_{len(self._threads) % self._max_workers}"
        thread = threading.Thread(target=self._work, args=(future, fn, args, kwargs), name=name)
        future.thread, thread.future = thread, future
        self._threads.append(thread)
        thread.start()
        return future

    def _work(self, future, fn, args, kwargs):
        if len(self._free_at) == self._max_workers:
            worker.move_to(max(worker.now(), heapq.heappop(self._free_at)))
        elif self._initializer is not None:
            self._initializer(*self._initargs)
        if future.set_running_or_notify_cancel():
            try:
                result = fn(*args, **kwargs)
            except (clock.Frozen, worker.Ended):
                raise
            except BaseException as failure:
                future.set_exception(failure)
            else:
                future.set_result(result)
        heapq.heappush(self._free_at, worker.now())

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shut = True
        if cancel_futures:
            for thread in self._threads:
                thread.future.cancel()
        if wait:
            for thread in self._threads:
                thread.join()


def install():
    """Puts these threads in the place of CPython's."""
    threading.Thread.start = _start
    threading.Thread.join = _join
    threading.Thread.is_alive = _is_alive
    threading.Lock = threading._allocate_lock = Lock
    queue.SimpleQueue = queue._PySimpleQueue
    concurrent.futures.thread.ThreadPoolExecutor = ThreadPoolExecutor
    concurrent.futures.ThreadPoolExecutor = ThreadPoolExecutor
    time.sleep = sleep
