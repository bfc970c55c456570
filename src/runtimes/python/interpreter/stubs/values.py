"""Answers of what stands in for packages: JSON values where they are known, and open where they are not."""

from .statements import AsyncContext, Awaitable, Context, NoItems


def is_decorated(arguments, keywords):
    """Whether a call is a decorator's: its only argument is a function or a class."""
    return (
        len(arguments) == 1
        and not keywords
        and (isinstance(arguments[0], type) or hasattr(arguments[0], "__code__"))
    )


def decorator_maker(*arguments, **keywords):
    """A decorator that changes nothing, used with or without arguments."""
    return arguments[0] if is_decorated(arguments, keywords) else lambda decorated: decorated


#: What calls answer, and members are, whose names say that it is a text or a pair.
_BY_CALL = {
    **dict.fromkeys(("dumps", "to_json"), "{}"),
    **dict.fromkeys(("encode", "render", "render_template", "hexdigest", "to_html"), "stub"),
    **dict.fromkeys(("dump", "get_text", "isoformat", "strftime", "to_csv", "to_string"), ""),
}
_BY_MEMBER = {"size": (1, 1), "shape": (0, 0)}


class Value(Context, AsyncContext, Awaitable, dict):
    """A JSON object whose members can be read as attributes, and that can be awaited for itself."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def to_value(given):
    """A JSON value as packages give it to their callers: its objects have attributes."""
    if isinstance(given, Value):
        return given
    if isinstance(given, dict):
        return Value((key, to_value(member)) for key, member in given.items())
    if isinstance(given, list):
        return [to_value(item) for item in given]
    return given


class Answer(NoItems, Value):
    """An answer of which nobody here knows the members: it has every one that it is asked for."""

    _name = ""

    def __missing__(self, key):
        return Answer()

    def __getattr__(self, name):
        if name in self:
            return self[name]
        if name.startswith("_"):
            raise AttributeError(name)
        if name in _BY_MEMBER:
            return _BY_MEMBER[name]
        return named_answer(name)

    def __call__(self, *arguments, **keywords):
        if is_decorated(arguments, keywords):
            return arguments[0]
        return _BY_CALL.get(self._name, Answer())

    def get(self, key=None, default=None, **keywords):
        return Answer() if key is None or keywords else super().get(key, default)

    def keys(self):
        return super().keys() if len(self) > 0 else Answer()

    def values(self):
        return super().values() if len(self) > 0 else Answer()

    def items(self):
        return super().items() if len(self) > 0 else Answer()

    def __mro_entries__(self, bases):
        return (Base,)

    def __instancecheck__(self, instance):
        return False

    def __subclasscheck__(self, subclass):
        return False

    def __bool__(self):
        return True

    def __hash__(self):
        return id(self)

    def __int__(self):
        return 0

    __index__ = __int__

    def __float__(self):
        return 0.0

    def __add__(self, other):
        return other

    def __lt__(self, other):
        return False

    __le__ = __gt__ = __ge__ = __lt__
    __radd__ = __mul__ = __rmul__ = __sub__ = __rsub__ = __truediv__ = __add__

    def __or__(self, other):
        return super().__or__(other) if isinstance(other, dict) else Answer()

    __ror__ = __or__


def named_answer(name):
    """What is under this name, or what a call of this name answers."""
    made = Answer()
    made._name = name
    return made


def answer_of_call(name):
    """What a call of this name answers."""
    return named_answer(name)()


class Base:
    """What a user's class inherits from in the place of a package's class."""

    def __init__(self, *arguments, **keywords):
        pass

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Answer()
