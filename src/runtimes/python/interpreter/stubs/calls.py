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


def _named(path):
    """The longest name that the submission has an answer for and that the call's path is below; None for none."""
    while path := path.rpartition(".")[0]:
        if path in _settings:
            return path
    return None


def call(
    module,
    name,
    arguments,
    keywords,
    default,
    *,
    given=to_value,
    fail,
    patience=None,
    timed_out=None,
    is_awaited=False,
):
    """Answers a call of a package.

    `default()` makes the answer where the submission says nothing, `given(value)` that of a value which
    it gives. `fail(name, message)` makes the exception of an error. A call that is never answered
    raises `timed_out()` after `patience` seconds, where the package or the code would wait no longer;
    where it `is_awaited`, it does so in the event loop.
    """
    path = f"{module}.{name}"
    named = _named(path)
    if named is not None and named.startswith(f"{module}."):
        module, name = named, path[len(named) + 1 :]
    worker.observations["stubCalls"].append(
        {"module": module, "call": name, "arguments": _written(arguments, keywords)}
    )
    setting = _settings.get(named, {"answers": "default"})
    match setting["answers"]:
        case "value":
            return given(setting.get("value"))
        case "error":
            raise fail(setting["error"]["name"], setting["error"]["message"])
        case "never":
            return _never(path, patience, timed_out, is_awaited)
        case _:
            return default()


def _never(call_name, patience, timed_out, is_awaited):
    gives_up = patience is not None and worker.now() + patience * 1000 < clock.deadline()
    if not gives_up:
        _pending().append(call_name)
    if is_awaited:
        return _GivesUp(patience, timed_out) if gives_up else _Pends(call_name)
    if not gives_up:
        threads.wait_for_ever()
    threads.wait(patience)
    raise timed_out()


def _pending():
    return worker.observations.setdefault("pending", {"timers": 0, "intervals": 0, "calls": []})["calls"]


class _Pends:
    """A call in an event loop that is never answered. It is no longer pending once it is cancelled."""

    def __init__(self, call_name):
        self._call_name = call_name

    def __await__(self):
        try:
            yield from asyncio.get_running_loop().create_future().__await__()
        finally:
            _pending().remove(self._call_name)

    async def __aenter__(self):
        await self

    async def __aexit__(self, *failure):
        return None


class _GivesUp(_Pends):
    """A call in an event loop that gives up by itself, after so many seconds."""

    def __init__(self, patience, failure):
        self._patience, self._failure = patience, failure

    def __await__(self):
        yield from asyncio.sleep(self._patience).__await__()
        raise self._failure()


def _written(arguments, keywords):
    positional = [_text(argument) for argument in arguments]
    return positional + [f"{name}={_text(value)}" for name, value in keywords.items()]


def _text(value):
    try:
        return json.dumps(value)
    except Exception:
        return f"<{type(value).__name__}>"
