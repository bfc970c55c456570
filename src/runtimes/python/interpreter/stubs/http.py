"""HTTP clients: every request is answered with status 200 and a JSON object."""

import http.client
import io
import urllib.error
import urllib.parse
import urllib.request

from . import errors, things
from .calls import call
from .responses import Headers, respond
from .statements import AsyncContext, Context
from .values import Answer

_METHODS = ("get", "post", "put", "patch", "delete", "head", "options")

#: Seconds after which a client gives up by itself, where its users say nothing else.
_DEFAULT_PATIENCE = {"httpx": 5}

_TIMEOUTS = {
    "requests": "ConnectTimeout",
    "httpx": "ConnectTimeout",
    "urllib3": "ConnectTimeoutError",
    "aiohttp": "ServerTimeoutError",
}


def _patience(package, timeout):
    if isinstance(timeout, tuple):
        timeout = timeout[0]
    return timeout if isinstance(timeout, (int, float)) else _DEFAULT_PATIENCE.get(package)


def request(package, name, url, arguments, keywords, fail=None, timed_out=None, is_awaited=False):
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
        lambda: respond(package, url, {"ok": True}),
        given=lambda value: respond(package, url, value),
        fail=fail or things.failing(package, "http"),
        patience=_patience(package, keywords.get("timeout")),
        timed_out=timed_out or client_timed_out,
        is_awaited=is_awaited,
    )


class Session(Context, AsyncContext):
    """A session, client, pool or connector: what requests are made with."""

    def __init__(self, package, path, *arguments, **keywords):
        self._package, self._path = package, path
        given = arguments[0] if package == "aiohttp" and arguments else ""
        self._base = str(keywords.get("base_url", given))
        self._patience = {"timeout": keywords["timeout"]} if "timeout" in keywords else {}
        self.headers, self.params, self.cookies, self.auth, self.verify = Headers(), {}, {}, None, True

    def _request(self, name, url, arguments, keywords):
        is_awaited = self._package == "aiohttp" or self._path.startswith("Async")
        options = {**self._patience, **keywords}
        return request(
            self._package, name, self._base + str(url), arguments, options, is_awaited=is_awaited
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


def _session_method(name):
    def method(self, url="", *arguments, **keywords):
        return self._request(name, url, (url, *arguments), keywords)

    return method


for _name in _METHODS:
    setattr(Session, _name, _session_method(_name))

_SESSIONS = {
    "Session", "session", "Client", "AsyncClient", "ClientSession", "PoolManager", "ProxyManager", "Http",
}  # fmt: skip


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
        return Answer({status.name.lower(): status.value for status in http.HTTPStatus})
    return things.attribute(module, name, kind)


def _library_failure(name, message):
    if name == "HTTPError":
        return urllib.error.HTTPError("", 500, message, None, io.BytesIO(message.encode()))
    known = {"timeout": TimeoutError, **vars(urllib.error)}.get(name) or errors.python_error(name)
    return known(message) if known else urllib.error.URLError(message)


def _urlopen(url, data=None, timeout=None, **keywords):
    address = url.full_url if isinstance(url, urllib.request.Request) else url
    response = request(
        "urllib.request",
        "urlopen",
        address,
        (address,),
        {} if timeout is None else {"timeout": timeout},
        fail=_library_failure,
        timed_out=lambda: urllib.error.URLError(TimeoutError("timed out")),
    )
    if response.ok:
        return response
    raise urllib.error.HTTPError(
        address, response.status, response.reason, response.headers, response.raw
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
