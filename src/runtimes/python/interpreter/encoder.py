"""A handler's result as JSON text, by the rules of Lambda's own runtime client.

The client encodes with simplejson: named tuples are objects, bytes are read as UTF-8, Decimals keep
their digits, and NaN is written although JSON has no word for it.
"""

import json
import json.encoder
import math
import re
from decimal import Decimal

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*\Z", re.ASCII)


def json_path(steps):
    """The JSON path of a place in a result: `$.name`, `$["other name"]`, `$[0]`."""
    path = "$"
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if _IDENTIFIER.match(step) else f"[{json.dumps(step)}]"
    return path


class Encoder:
    """Encodes one value. Where it raises, `path` tells the place in it and `culprit` what stood there."""

    def __init__(self, ascii_only):
        self._ascii_only = ascii_only
        self._open = set()
        self._names = {}
        self.path = []
        self.culprit = None

    def encode(self, value):
        """The value's JSON text. Raises TypeError, ValueError and what the value's own methods raise."""
        self.culprit = value
        if isinstance(value, (str, bytes)):
            return self._text(value)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return _number(value)
        if isinstance(value, list):
            return self._array(value)
        members = _members(value)
        if members is not None:
            return self._object(members)
        if isinstance(value, tuple):
            return self._array(value)
        if isinstance(value, dict):
            return self._object(value)
        if isinstance(value, Decimal):
            return "NaN" if value.is_nan() else str(value)
        raise TypeError(f"Object of type {value.__class__.__name__} is not JSON serializable")

    def _text(self, value):
        text = str(value, "utf-8") if isinstance(value, bytes) else str.__str__(value)
        write = json.encoder.encode_basestring_ascii if self._ascii_only else json.encoder.encode_basestring
        return write(text)

    def _array(self, items):
        with _Once(self._open, items):
            return "[" + ", ".join([self._inner(index, item) for index, item in enumerate(items)]) + "]"

    def _object(self, members):
        with _Once(self._open, members):
            parts = []
            for key, value in members.items():
                # simplejson keeps one table of names per document, in which 1 and True are one key.
                name = self._names[key] if key in self._names else self._names.setdefault(key, _name(key))
                parts.append(self._text(name) + ": " + self._inner(name, value))
            return "{" + ", ".join(parts) + "}"

    def _inner(self, step, value):
        self.path.append(step)
        written = self.encode(value)
        self.path.pop()
        return written


class _Once:
    """Refuses a container inside itself."""

    def __init__(self, open_containers, container):
        self._open, self._id = open_containers, id(container)

    def __enter__(self):
        if self._id in self._open:
            raise ValueError("Circular reference detected")
        self._open.add(self._id)

    def __exit__(self, *failure):
        self._open.discard(self._id)


def _number(value):
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float.__repr__(value)


def _members(value):
    """What a named tuple, or anything else with `_asdict`, says its members are; None for any other value."""
    method = getattr(value, "_asdict", None)
    if not callable(method):
        return None
    try:
        members = method()
    except TypeError:
        return None
    if not isinstance(members, dict):
        raise TypeError(f"_asdict() must return a dict, not {type(members).__name__}")
    return members


def _name(key):
    if isinstance(key, str):
        return key
    if isinstance(key, bytes):
        return str(key, "utf-8")
    if isinstance(key, float):
        return _number(key)
    if key is None or key is True or key is False:
        return {None: "null", True: "true", False: "false"}[key]
    if isinstance(key, int):
        return int.__repr__(key)
    raise TypeError(f"keys must be str, int, float, bool or None, not {_type_name(key)}")


def _type_name(value):
    """The name that C code gives a type: types that are written in C carry their module's name."""
    kind = type(value)
    written_in_c = kind.__module__ in ("datetime", "decimal")
    return f"{kind.__module__}.{kind.__name__}" if written_in_c else kind.__name__
