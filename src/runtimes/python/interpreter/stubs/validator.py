"""Validators: whatever is handed in passes."""

import annotationlib
import json

from . import things
from .values import Answer, is_decorated


class BaseModel:
    """A pydantic model: takes every member that it is given, and its class's defaults for the others."""

    def __init__(self, **members):
        for owner in reversed(type(self).__mro__):
            kinds = annotationlib.get_annotations(owner, format=annotationlib.Format.FORWARDREF)
            for name, kind in kinds.items():
                if name in members:
                    vars(self)[name] = _member(kind, members[name])
                elif name in vars(owner):
                    default = vars(owner)[name]
                    vars(self)[name] = default.value() if isinstance(default, _Default) else default

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return None

    @classmethod
    def model_validate(cls, value, **keywords):
        return cls(**value) if isinstance(value, dict) else value

    parse_obj = from_orm = model_validate

    @classmethod
    def model_validate_json(cls, text, **keywords):
        return cls.model_validate(json.loads(text))

    parse_raw = model_validate_json

    def model_dump(self, **keywords):
        return {
            name: value.model_dump() if isinstance(value, BaseModel) else value
            for name, value in vars(self).items()
        }

    dict = model_dump

    def model_dump_json(self, **keywords):
        return json.dumps(self.model_dump(), default=str)

    json = model_dump_json

    def model_copy(self, update=(), **keywords):
        return type(self)(**{**vars(self), **dict(update or {})})

    copy = model_copy

    @classmethod
    def model_json_schema(cls, **keywords):
        return {}

    schema = model_json_schema

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


def _member(kind, value):
    is_model = isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict)
    return kind(**value) if is_model else value


class _Default:
    def __init__(self, default=None, *arguments, default_factory=None, **keywords):
        self.value = default_factory or (lambda: None if default is Ellipsis else default)


class Schema:
    """A schema, validator or adapter: what is loaded, dumped or checked comes out as it went in."""

    def __init__(self, *arguments, **keywords):
        self.errors, self.document = {}, {}

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()

    def __call__(self, value=None, *arguments, **keywords):
        return value

    def _same(self, value=None, *arguments, **keywords):
        self.document = value
        return value

    load = dump = validate_python = dump_python = normalized = from_dict = _same

    def loads(self, text, *arguments, **keywords):
        return json.loads(text)

    validate_json = loads

    def dumps(self, value, *arguments, **keywords):
        return json.dumps(value, default=str)

    def validate(self, value=None, *arguments, **keywords):
        self.document = value
        return True if self._says_so else {}

    _says_so = False
    is_valid = lambda self, *arguments, **keywords: True  # noqa: E731
    iter_errors = lambda self, *arguments, **keywords: iter(())  # noqa: E731

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Answer()


class _Verdict(Schema):
    _says_so = True


def _decorator(*arguments, **keywords):
    return arguments[0] if is_decorated(arguments, keywords) else lambda decorated: decorated


def _same(value=None, *arguments, **keywords):
    return value


_MEMBERS = {
    "BaseModel": BaseModel,
    "BaseSettings": BaseModel,
    "RootModel": BaseModel,
    "Field": _Default,
    "PrivateAttr": _Default,
    "ConfigDict": dict,
    "SettingsConfigDict": dict,
    "Schema": Schema,
    "TypeAdapter": Schema,
    "Validator": _Verdict,
    "compile": lambda *arguments, **keywords: _same,
    **dict.fromkeys(
        (
            "validator", "root_validator", "field_validator", "model_validator", "field_serializer",
            "model_serializer", "computed_field", "validate_call", "validate_arguments", "pre_load",
            "post_load", "pre_dump", "post_dump", "validates", "validates_schema",
        ),
        _decorator,
    ),
}  # fmt: skip


def attribute(module, name, kind):
    """What a module of a validator has under this name."""
    if name in _MEMBERS:
        return _MEMBERS[name]
    if (module, name) == ("jsonschema", "validate"):
        return lambda *arguments, **keywords: None
    return things.attribute(module, name, kind)
