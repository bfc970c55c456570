"""What any package consists of, where nothing more is known: classes, functions and objects with methods."""

from . import errors
from .calls import call
from .statements import AsyncContext, Awaitable, Context, NoItems
from .values import Answer, Base, answer_of_call, is_decorated


#: What the modules of a package have under a name, by the package's kind.
attribute_by_kind = {}


class Thing(Context, AsyncContext, Awaitable, NoItems):
    """An object of a package. Its lower-case members are functions to call, its capitalised ones classes."""

    def __init__(self, package, path, kind="other", is_static=False):
        self._package, self._path, self._kind, self._is_static = package, path, kind, is_static

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if self._is_static:
            return attribute_by_kind[self._kind](f"{self._package}.{self._path}", name, self._kind)
        return Thing(self._package, f"{self._path}.{name}", self._kind)

    def __call__(self, *arguments, **keywords):
        if is_decorated(arguments, keywords):
            return arguments[0]
        name = self._path.rpartition(".")[2]
        if name[:1].isupper():
            return Thing(self._package, self._path, self._kind)
        return call(
            self._package,
            self._path,
            arguments,
            keywords,
            lambda: answer_of_call(name),
            fail=failing(self._package, self._kind),
            is_awaited="async" in self._path.lower(),
        )

    def __mro_entries__(self, bases):
        return (Base,)

    def __instancecheck__(self, instance):
        return False

    def __subclasscheck__(self, subclass):
        return False

    def __getitem__(self, key):
        return self

    def __iter__(self):
        return iter(())

    def __or__(self, other):
        return self

    __ror__ = __or__


def failing(package, kind):
    """Makes the package's exceptions, or Python's own where the name is one of those."""

    def fail(name, message):
        made = errors.python_error(name) if not errors.is_error_name(package, kind, name) else None
        return (made or errors.error_class(package, kind, name))(message)

    return fail


def attribute(module, name, kind):
    """What a module of a package has under this name."""
    package = module.partition(".")[0]
    if errors.is_error_name(package, kind, name):
        return errors.error_class(package, kind, name)
    if name.isupper() and len(name) > 1:
        return Answer()
    inner = module.partition(".")[2]
    return Thing(package, f"{inner}.{name}" if inner else name, kind, is_static=True)
