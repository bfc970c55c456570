"""Applications of web frameworks, as servers and adapters call them: WSGI and ASGI."""

from .. import worker
from . import things
from .calls import call
from .responses import respond
from .values import Answer, decorator_maker


class WebApp:
    """A WSGI application, such as Flask's. Called by Lambda it misses what a web server would hand it."""

    missing = "wsgi.url_scheme"

    def __init__(self, *arguments, **keywords):
        self.config, self.state = {}, Answer()

    def __call__(self, environ, start_response):
        raise KeyError(self.missing)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return decorator_maker


class DjangoApp(WebApp):
    missing = "REQUEST_METHOD"


class FastAPI(WebApp):
    async def __call__(self, scope, receive, send):
        await _serve("fastapi", "FastAPI", scope, receive, send)


class Starlette(WebApp):
    async def __call__(self, scope, receive, send):
        await _serve("starlette", "Starlette", scope, receive, send)


class Quart(WebApp):
    async def __call__(self, scope, receive, send):
        await _serve("quart", "Quart", scope, receive, send)


class ASGIHandler(WebApp):
    async def __call__(self, scope, receive, send):
        await _serve("django", "ASGIHandler", scope, receive, send)


async def _serve(package, name, scope, receive, send):
    """Serves as an ASGI application that runs no route: each request is a call of `package`."""
    if scope["type"] == "lifespan":
        await _accept(receive, send)
        await _accept(receive, send)
        return
    method, path = scope.get("method"), scope["path"]

    def answer():
        worker.note_answer(package)
        return respond(package, path, {})

    response = await call(
        package,
        name,
        (method, path),
        {},
        answer,
        given=lambda value: respond(package, path, value),
        fail=things.failing(package, "framework"),
        is_awaited=True,
    )
    headers = [(name.encode(), str(value).encode()) for name, value in response.headers.items()]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": response.content})


async def _accept(receive, send):
    """Accepts what the server announces: its start or its end."""
    announced = await receive()
    await send({"type": f"{announced['type']}.complete"})
