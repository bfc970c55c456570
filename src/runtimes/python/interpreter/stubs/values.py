"""Answers of what stands in for packages: JSON values where they are known, and open where they are not."""


def is_decorated(arguments, keywords):
    """Whether a call is a decorator's: its only argument is a function or a class."""
    return (
        len(arguments) == 1
        and not keywords
        and (isinstance(arguments[0], type) or hasattr(arguments[0], "__code__"))
    )


class Value(dict):
    """A JSON object whose members can be read as attributes, and that can be awaited for itself."""

    def __getattr__(self, name):
        if name in self:
            return self[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __await__(self):
        return self
        yield

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        return None


def to_value(given):
    """A JSON value as packages give it to their callers: its objects have attributes."""
    if isinstance(given, Value):
        return given
    if isinstance(given, dict):
        return Value((key, to_value(member)) for key, member in given.items())
    if isinstance(given, list):
        return [to_value(item) for item in given]
    return given


class Answer(Value):
    """An answer of which nobody here knows the members: it has every one that it is asked for."""

    def __missing__(self, key):
        return Answer()

    def __getattr__(self, name):
        if name in self:
            return self[name]
        if name.startswith("_"):
            raise AttributeError(name)
        return Answer()

    def __call__(self, *arguments, **keywords):
        return arguments[0] if is_decorated(arguments, keywords) else Answer()

    def __mro_entries__(self, bases):
        return (Base,)

    def __instancecheck__(self, instance):
        return False

    def __subclasscheck__(self, subclass):
        return False

    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration

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

    __radd__ = __mul__ = __rmul__ = __sub__ = __rsub__ = __truediv__ = __add__

    def __or__(self, other):
        return super().__or__(other) if isinstance(other, dict) else Answer()

    __ror__ = __or__


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
