"""HTTP clients: every request is answered with status 200 and a JSON object."""

import http as standard
import http.client
import io
import json
import urllib.error
import urllib.parse
import urllib.request

from . import errors, things
from .calls import call
from .values import Answer, to_value

_METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
_RESPONSE_MEMBERS = {"status", "status_code", "statusCode", "headers", "data", "body", "json", "text", "content"}

#: Seconds after which a client gives up by itself, where its users say nothing else.
_DEFAULT_PATIENCE = {"httpx": 5}

_TIMEOUTS = {
    "requests": "ConnectTimeout",
    "httpx": "ConnectTimeout",
    "urllib3": "ConnectTimeoutError",
    "aiohttp": "ServerTimeoutError",
}


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


class Response:
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

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        return None

    def __await__(self):
        return self
        yield

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


def _respond(package, url, value):
    """A response with this value: its body, unless the value itself has a response's members."""
    members = value if isinstance(value, dict) and _RESPONSE_MEMBERS & value.keys() else {"data": value}
    status = next((members[name] for name in ("status", "status_code", "statusCode") if name in members), 200)
    names = ("data", "json", "body", "text", "content")
    body = next((members[name] for name in names if name in members), {})
    written = body if isinstance(body, str) else json.dumps(body)
    headers = {"content-type": "application/json", **(members.get("headers") or {})}
    made = AsyncResponse if package == "aiohttp" else Response
    return made(package, url, int(status), headers, written.encode())


def _patience(package, timeout):
    if isinstance(timeout, tuple):
        timeout = timeout[0]
    return timeout if isinstance(timeout, (int, float)) else _DEFAULT_PATIENCE.get(package)


def request(package, name, url, arguments, keywords, fail=None, timed_out=None):
    """Answers one request of a client."""

    def client_timed_out():
        host = urllib.parse.urlsplit(str(url)).hostname
        message = f"Connection to {host} timed out. (connect timeout={keywords.get('timeout')})"
        return errors.error_class(package, "http", _TIMEOUTS.get(package, "TimeoutError"))(message)

    return call(
        package,
        name,
        arguments,
        keywords,
        lambda: _respond(package, url, {"ok": True}),
        given=lambda value: _respond(package, url, value),
        fail=fail or things.failing(package, "http"),
        patience=_patience(package, keywords.get("timeout")),
        timed_out=timed_out or client_timed_out,
    )


class Session:
    """A session, client, pool or connector: what requests are made with."""

    def __init__(self, package, path, *arguments, **keywords):
        self._package, self._path = package, path
        self._base = str(keywords.get("base_url", arguments[0] if package == "aiohttp" and arguments else ""))
        self._patience = {"timeout": keywords["timeout"]} if "timeout" in keywords else {}
        self.headers, self.params, self.cookies, self.auth, self.verify = Headers(), {}, {}, None, True

    def _request(self, name, url, arguments, keywords):
        return request(
            self._package, name, self._base + str(url), arguments, {**self._patience, **keywords}
        )

    def request(self, method, url="", *arguments, **keywords):
        return self._request("request", url, (method, url, *arguments), keywords)

    urlopen = stream = ws_connect = request

    def send(self, prepared, **keywords):
        return self._request("send", getattr(prepared, "url", ""), (), keywords)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        return Answer()

    aclose = clear = close

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        return None


def _session_method(name):
    def method(self, url="", *arguments, **keywords):
        return self._request(name, url, (url, *arguments), keywords)

    return method


for _name in _METHODS:
    setattr(Session, _name, _session_method(_name))

_SESSIONS = {"Session", "session", "Client", "AsyncClient", "ClientSession", "PoolManager", "ProxyManager", "Http"}


def attribute(module, name, kind):
    """What a module of an HTTP client has under this name."""
    package = module.partition(".")[0]
    if name in _SESSIONS:
        return lambda *arguments, **keywords: Session(package, name, *arguments, **keywords)
    if name in _METHODS:
        return lambda url="", *arguments, **keywords: request(
            package, name, url, (url, *arguments), keywords
        )
    if name in ("request", "stream"):
        return lambda method, url="", *arguments, **keywords: request(
            package, name, url, (method, url, *arguments), keywords
        )
    if name == "codes":
        return Answer({status.name.lower(): status.value for status in standard.HTTPStatus})
    return things.attribute(module, name, kind)


def _library_failure(name, message):
    if name == "HTTPError":
        return urllib.error.HTTPError("", 500, message, None, io.BytesIO(message.encode()))
    known = {"timeout": TimeoutError, **vars(urllib.error)}.get(name) or errors.python_error(name)
    return known(message) if known else urllib.error.URLError(message)


def _urlopen(url, data=None, timeout=None, **keywords):
    address = url.full_url if isinstance(url, urllib.request.Request) else url
    return request(
        "urllib.request",
        "urlopen",
        address,
        (address,),
        {} if timeout is None else {"timeout": timeout},
        fail=_library_failure,
        timed_out=lambda: urllib.error.URLError(TimeoutError("timed out")),
    )


class _Connection:
    """`http.client.HTTPConnection` and `HTTPSConnection`."""

    def __init__(self, host, port=None, timeout=None, **keywords):
        self.host, self.port, self.timeout, self._response = host, port, timeout, None

    def request(self, method, url, body=None, headers=(), **keywords):
        self._response = request(
            "http.client",
            "request",
            f"https://{self.host}{url}",
            (method, url),
            {} if self.timeout is None else {"timeout": self.timeout},
            fail=lambda name, message: getattr(http.client, name, OSError)(message),
            timed_out=lambda: TimeoutError("timed out"),
        )

    def getresponse(self):
        if self._response is None:
            raise http.client.ResponseNotReady("Idle")
        return self._response

    def connect(self):
        pass

    close = set_debuglevel = set_tunnel = connect


def install():
    """Puts answers in the place of the standard library's own HTTP clients."""
    urllib.request.urlopen = _urlopen
    http.client.HTTPConnection = http.client.HTTPSConnection = _Connection
