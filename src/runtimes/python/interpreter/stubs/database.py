"""Databases and caches: every connection stands, every query is answered, and there are no rows."""

from . import errors, things
from .calls import call
from .statements import AsyncContext, Awaitable, Context, NoItems
from .values import Answer, Base, to_value

#: What a call answers by its name; every other call answers an object to go on with.
_NOTHING = {
    "fetchone", "first", "find_one", "one_or_none", "scalar", "scalar_one_or_none", "get", "hget",
    "lpop", "rpop", "getset", "getdel", "fetchval", "fetchrow", "find_one_and_update", "get_or_none",
    "find_one_and_delete", "get_one", "close", "commit", "rollback", "aclose", "dispose",
}  # fmt: skip
_NO_ROWS = {
    "fetchall", "fetchmany", "all", "fetch", "mget", "keys", "lrange", "zrange", "to_list",
    "distinct", "scan_iter", "hvals", "hkeys",
}  # fmt: skip
_NO_MEMBERS = {"hgetall", "get_json", "info"}
_NO_COUNT = {
    "count", "count_documents", "estimated_document_count", "exists", "llen", "scard", "zcard", "ttl",
    "delete_many", "delete", "expire",
}  # fmt: skip
_DONE = {"ping", "set", "setex", "setnx", "mset", "hset", "hmset", "is_connected"}

#: Calls that need the server; all others are made of what is already here.
_REMOTE = {
    "connect", "execute", "executemany", "execute_batch", "execute_values", "callproc", "query",
    "commit", "find", "aggregate", "insert_one", "insert_many", "update_one", "update_many",
    "delete_one", "replace_one", "search", "index", "bulk", "run", "create_pool", "acquire", "incr",
    "decr", "publish", "sadd", "smembers", "rpush", "lpush", "zadd", "call",
    *_NOTHING, *_NO_ROWS, *_NO_MEMBERS, *_NO_COUNT, *_DONE,
} - {"close", "aclose", "dispose"}  # fmt: skip

#: Seconds after which a driver gives up by itself, where its users say nothing else.
_DEFAULT_PATIENCE = {
    **dict.fromkeys(("pymysql", "MySQLdb", "mysql", "aiomysql"), 10),
    **dict.fromkeys(("pymongo", "motor"), 30),
}

#: Packages whose calls are always awaited; others are where their names say so (`redis.asyncio`).
_ASYNCHRONOUS = {"asyncpg", "aiopg", "aiomysql", "aioredis", "motor", "databases", "tortoise"}

_PATIENCE_NAMES = ("connect_timeout", "connection_timeout", "login_timeout", "socket_connect_timeout")


class Database(Context, AsyncContext, Awaitable, NoItems):
    """An engine, connection, cursor, session, collection, query or result."""

    def __init__(self, package, path, patience=None):
        self._package, self._path, self._patience = package, path, patience
        self.rowcount = self.matched_count = self.modified_count = self.deleted_count = 0
        self.lastrowid = self.inserted_id = None
        self.description, self.inserted_ids = [], []
        self.closed = self.autocommit = False

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if errors.is_error_name(self._package, "database", name):
            return errors.error_class(self._package, "database", name)
        return Database(self._package, f"{self._path}.{name}", self._patience)

    def __call__(self, *arguments, **keywords):
        name = self._path.rpartition(".")[2]
        patience = next((keywords[each] for each in _PATIENCE_NAMES if each in keywords), self._patience)
        if name not in _REMOTE:
            return Database(self._package, self._path, patience)
        is_awaited = self._package in _ASYNCHRONOUS or "async" in self._path.lower()
        result = call(
            self._package,
            self._path,
            arguments,
            keywords,
            lambda: _default(name, self),
            given=lambda value: _given(name, value, self),
            fail=things.failing(self._package, "database"),
            patience=patience,
            timed_out=self._timed_out,
            is_awaited=is_awaited,
        )
        return _Awaited(result) if is_awaited and not hasattr(result, "__await__") else result

    def _timed_out(self):
        name = {"pymongo": "ServerSelectionTimeoutError", "redis": "TimeoutError"}.get(
            self._package, "OperationalError"
        )
        return errors.error_class(self._package, "database", name)("connection timed out")

    def __getitem__(self, key):
        return Database(self._package, self._path, self._patience)

    def __mro_entries__(self, bases):
        return (_Model,)

    def __instancecheck__(self, instance):
        return False

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __bool__(self):
        return True

    def _compared(self, other):
        return self

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __and__ = __or__ = _compared
    __hash__ = object.__hash__

    def __invert__(self):
        return self


class _Rows(Database):
    """A result with the rows that the submission gives."""

    def __init__(self, package, path, rows):
        super().__init__(package, path)
        self._rows = rows
        self.rowcount = len(rows)

    def fetchall(self):
        return self._rows

    all = fetchmany = to_list = fetchall

    def fetchone(self):
        return self._rows[0] if self._rows else None

    first = one_or_none = one = find_one = fetchone

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments, **keywords: self

    def __iter__(self):
        return iter(self._rows)

    def __len__(self):
        return len(self._rows)


class _Awaited:
    """A result to await."""

    def __init__(self, result):
        self._result = result

    def __await__(self):
        return self._result
        yield


class _Model(Base):
    """A user's class of rows: its members are what it is made with."""

    query = Database("sqlalchemy", "query")
    objects = Database("mongoengine", "objects")

    def __init__(self, *arguments, **keywords):
        vars(self).update(keywords)


def _default(name, database):
    if name in _NOTHING:
        return None
    if name in _NO_ROWS:
        return []
    if name in _NO_MEMBERS:
        return {}
    if name in _NO_COUNT:
        return 0
    if name in _DONE:
        return True
    return Database(database._package, database._path)


def _given(name, value, database):
    rows = to_value(value if isinstance(value, list) else [value])
    if name in _NOTHING:
        return rows[0] if rows else None
    if name in _NO_ROWS:
        return rows
    if name in _NO_MEMBERS | _NO_COUNT | _DONE:
        return to_value(value)
    return _Rows(database._package, database._path, rows)


def attribute(module, name, kind):
    """What a module of a database driver or mapper has under this name."""
    package = module.partition(".")[0]
    if errors.is_error_name(package, kind, name):
        return errors.error_class(package, kind, name)
    if name.endswith("Cursor") or name.isupper():
        return Answer()
    inner = module.partition(".")[2]
    return Database(package, f"{inner}.{name}" if inner else name, _DEFAULT_PATIENCE.get(package))
