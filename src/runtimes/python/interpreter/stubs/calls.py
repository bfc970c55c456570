"""Calls that would leave the function: what they answer, and the record of them."""

import asyncio
import json

from .. import clock, threads, worker
from .values import to_value

_settings = {}


def set_answers(settings):
    """What the submission says that packages answer: by package, `value`, `error`, `never` or `default`."""
    _settings.clear()
    _settings.update(settings)


def settings_of(module):
    """The submission's word on a module, or on the package that it is a part of; None for none."""
    while module:
        if module in _settings:
            return _settings[module]
        module = module.rpartition(".")[0]
    return None


def call(module, name, arguments, keywords, default, *, given=to_value, fail, patience=None, timed_out=None):
    """Answers a call of a package.

    `default()` makes the answer where the submission says nothing, `given(value)` that of a value which
    it gives. `fail(name, message)` makes the exception of an error. A call that is never answered
    raises `timed_out()` after `patience` seconds, where the package or the code would wait no longer.
    """
    worker.observations["stubCalls"].append(
        {"module": module, "call": name, "arguments": _written(arguments, keywords)}
    )
    setting = settings_of(module) or {"answers": "default"}
    match setting["answers"]:
        case "value":
            return given(setting.get("value"))
        case "error":
            raise fail(setting["error"]["name"], setting["error"]["message"])
        case "never":
            return _never(f"{module}.{name}", patience, timed_out)
        case _:
            return default()


def _never(call_name, patience, timed_out):
    if patience is not None and worker.now() + patience * 1000 < clock.deadline():
        if asyncio._get_running_loop() is None:
            threads.wait(patience)
            raise timed_out()
        return _Awaited(asyncio.sleep(patience), timed_out)
    _pending().append(call_name)
    if asyncio._get_running_loop() is None:
        threads.wait_for_ever()
    return _Awaited(asyncio.get_running_loop().create_future(), None)


def _pending():
    return worker.observations.setdefault("pending", {"timers": 0, "intervals": 0, "calls": []})["calls"]


class _Awaited:
    """A call under way in an event loop: it ends in a failure, or not at all."""

    def __init__(self, waiting, failure):
        self._waiting, self._failure = waiting, failure

    def __await__(self):
        yield from self._waiting.__await__()
        raise self._failure()

    async def __aenter__(self):
        await self

    async def __aexit__(self, *failure):
        return None


def _written(arguments, keywords):
    positional = [_text(argument) for argument in arguments]
    return positional + [f"{name}={_text(value)}" for name, value in keywords.items()]


def _text(value):
    try:
        return json.dumps(value)
    except Exception:
        return f"<{type(value).__name__}>"
