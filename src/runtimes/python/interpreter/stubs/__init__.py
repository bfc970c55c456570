"""Packages that cannot be here: taken to be deployed with the function, they answer by their kind."""

import collections.abc
import datetime
import importlib.machinery
import json
import sys
import types
import typing
import warnings

from .. import versions, zones
from . import aws, calls, database, framework, http, things, validator
from .packages import NETWORK_MODULES, PACKAGES


def _json_attribute(module, name, kind):
    if module == "orjson" and name == "dumps":
        return lambda value, default=None, option=None: json.dumps(
            value, default=default, ensure_ascii=False, separators=(",", ":")
        ).encode()
    return getattr(json, name, None) or things.attribute(module, name, kind)


#: What of the packages for dates has to be the real thing: dates are made of it.
_DATES = {
    ("pytz", "utc"): datetime.timezone.utc,
    ("pytz", "UTC"): datetime.timezone.utc,
    ("pytz", "timezone"): zones.PytzZone,
    ("dateutil.tz", "gettz"): zones.ZoneInfo,
    ("dateutil.tz", "UTC"): datetime.timezone.utc,
    ("dateutil.tz", "tzutc"): lambda: datetime.timezone.utc,
    ("dateutil.parser", "parse"): lambda text, **keywords: datetime.datetime.fromisoformat(text),
    ("dateutil.parser", "isoparse"): datetime.datetime.fromisoformat,
}


#: Where what `typing_extensions` brings to older versions lies by now, but for `typing` itself.
_EXTENSIONS = {
    "Buffer": collections.abc.Buffer,
    "deprecated": warnings.deprecated,
    "get_original_bases": types.get_original_bases,
}


def _other_attribute(module, name, kind):
    if module == "typing_extensions":
        found = _EXTENSIONS.get(name) or getattr(typing, name, None)
    else:
        found = _DATES.get((module, name))
    return found or things.attribute(module, name, kind)


things.attribute_by_kind.update(
    {
        "aws": aws.attribute,
        "http": http.attribute,
        "database": database.attribute,
        "validator": validator.attribute,
        "framework": framework.attribute,
        "json": _json_attribute,
        "other": _other_attribute,
    }
)


class _Module(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        kind = PACKAGES.get(self.__name__.partition(".")[0], "other")
        found = things.attribute_by_kind[kind](self.__name__, name, kind)
        setattr(self, name, found)
        return found


class _Finder:
    """Finds packages that are known here, or that the submission has an answer for."""

    def __init__(self, is_known):
        self._is_known = is_known

    def find_spec(self, name, path=None, target=None):
        if not self._is_known(name):
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        return _Module(spec.name)

    def exec_module(self, module):
        pass


def _is_given(name, settings):
    """Whether the submission has an answer for a module, for what it is a part of, or for a part of it."""
    if name.partition(".")[0] in sys.stdlib_module_names:
        return False
    return any(
        name == given or name.startswith(f"{given}.") or given.startswith(f"{name}.")
        for given in settings
    )


def install(settings, version):
    """Puts the stand-ins where imports find them: behind the user's files and the standard library."""
    calls.set_answers(settings)
    http.install()

    def is_known(name):
        top = name.partition(".")[0]
        return top in PACKAGES or versions.was_there(top, version) or _is_given(name, settings)

    sys.meta_path.insert(0, _Finder(lambda name: name.partition(".")[0] in NETWORK_MODULES))
    sys.meta_path.append(_Finder(is_known))
