"""What HTTP clients hand back, under the names that the common ones give to its parts."""

import http as standard
import io
import json

from . import errors
from .statements import AsyncContext, Awaitable, Context
from .values import Answer, to_value

_MEMBERS = {"status", "status_code", "statusCode", "headers", "data", "body", "json", "text", "content"}


class Headers(dict):
    """Header names in any case."""

    def __init__(self, members=()):
        super().__init__({name.lower(): value for name, value in dict(members).items()})

    def __getitem__(self, name):
        return super().__getitem__(name.lower())

    def __contains__(self, name):
        return super().__contains__(name.lower())

    def get(self, name, default=None):
        return super().get(name.lower(), default)

    getheader = get


class Response(Context, AsyncContext, Awaitable):
    """A response under the names that the common clients give to its parts."""

    def __init__(self, package, url, status=200, headers=(), body=b""):
        self._package = package
        self.url = url
        self.status = self.status_code = self.code = status
        self.reason = self.reason_phrase = self.msg = _phrase(status)
        self.headers = Headers(headers)
        self.content = self.data = self._body = body
        self.raw = io.BytesIO(body)
        self.encoding = self.charset = "utf-8"
        self.ok = self.is_success = status < 400
        self.is_error = not self.ok
        self.cookies, self.history, self.elapsed = {}, [], Answer()

    @property
    def text(self):
        return self._body.decode("utf-8", "replace")

    def json(self, **keywords):
        return to_value(json.loads(self._body, **keywords))

    def read(self, amount=None, **keywords):
        return self.raw.read(-1 if amount is None else amount)

    def raise_for_status(self):
        if self.ok:
            return self
        side = "Client" if self.status < 500 else "Server"
        name = "HTTPStatusError" if self._package == "httpx" else "HTTPError"
        failure = errors.error_class(self._package, "http", name)(
            f"{self.status} {side} Error: {self.reason} for url: {self.url}"
        )
        failure.response = self
        raise failure

    def iter_content(self, chunk_size=1, decode_unicode=False):
        yield self._body

    def iter_lines(self, *arguments, **keywords):
        yield from self._body.splitlines()

    def info(self):
        return self.headers

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return list(self.headers.items())

    def close(self):
        pass

    release = release_conn = aclose = close

    def __iter__(self):
        return iter(self._body.splitlines(keepends=True))

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return f"<Response [{self.status}]>"


class AsyncResponse(Response):
    """A response of aiohttp, whose body is awaited."""

    async def text(self, *arguments, **keywords):
        return self._body.decode("utf-8", "replace")

    async def read(self):
        return self._body

    async def json(self, **keywords):
        return to_value(json.loads(self._body))


def _phrase(status):
    try:
        return standard.HTTPStatus(status).phrase
    except ValueError:
        return ""


def _first(members, names, default):
    return next((members[name] for name in names if name in members), default)


def respond(package, url, value):
    """A response with this value: its body, unless the value itself has a response's members."""
    members = value if isinstance(value, dict) and _MEMBERS & value.keys() else {"data": value}
    status = _first(members, ("status", "status_code", "statusCode"), 200)
    body = _first(members, ("data", "json", "body", "text", "content"), {})
    written = body if isinstance(body, str) else json.dumps(body)
    headers = {"content-type": "application/json", **(members.get("headers") or {})}
    made = AsyncResponse if package == "aiohttp" else Response
    return made(package, url, int(status), headers, written.encode())
