"""Parts of web frameworks, the adapters that put them behind Lambda, and AWS's own toolkit for handlers."""

import json
import logging
import re

from .. import worker
from . import things
from .applications import ASGIHandler, DjangoApp, FastAPI, Quart, Starlette, WebApp
from .calls import call
from .values import Answer, decorator_maker

#: The constants of Powertools' `content_types`.
_CONTENT_TYPES = {
    "APPLICATION_JSON": "application/json",
    "TEXT_PLAIN": "text/plain",
    "TEXT_HTML": "text/html",
}

_METHODS = ("get", "post", "put", "patch", "delete", "head", "options")


#: The statuses of exceptions that a resolver makes responses of, by the class's name.
_STATUSES = {
    "BadRequestError": 400,
    "UnauthorizedError": 401,
    "ForbiddenError": 403,
    "NotFoundError": 404,
    "MethodNotAllowedError": 405,
    "RequestTimeoutError": 408,
    "ConflictError": 409,
    "RequestEntityTooLargeError": 413,
    "UnprocessableEntityError": 422,
    "TooManyRequestsError": 429,
    "InternalServerError": 500,
    "ChaliceViewError": 500,
    "ServiceUnavailableError": 503,
}


class _Rule:
    def __init__(self, methods, path, function, style):
        segments = {"angle": r"<(?:\w+:)?(\w+)>", "brace": r"{(\w+)\+?}"}[style]
        pattern = re.sub(segments, r"(?P<\1>[^/]+)", path.rstrip("/") or "/")
        self.methods, self.function, self._pattern = methods, function, re.compile(pattern + "/?\\Z")

    def match(self, method, path):
        return self._pattern.match(path) if method in self.methods else None


class Resolver:
    """A resolver of Powertools, or a Chalice application: calls the user's function for the request's route."""

    _style = "angle"

    def __init__(self, *arguments, **keywords):
        self._rules, self._handlers, self._not_found = [], [], None
        self.current_event, self.lambda_context, self.context = Answer(), Answer(), {}

    def route(self, path, method=None, methods=None, **keywords):
        wanted = methods or method or ["GET"]
        names = [wanted] if isinstance(wanted, str) else wanted

        def register(function):
            self._rules.append(_Rule([name.upper() for name in names], path, function, self._style))
            return function

        return register

    def not_found(self, function):
        self._not_found = function
        return function

    def exception_handler(self, kinds):
        def register(function):
            self._handlers.append((tuple(kinds) if isinstance(kinds, list) else kinds, function))
            return function

        return register

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if name in _METHODS:
            return lambda path, **keywords: self.route(path, [name])
        return decorator_maker

    def resolve(self, event, context):
        """The response of the route that the event asks for, in the gateway's own form."""
        http = (event.get("requestContext") or {}).get("http") or {}
        method = event.get("httpMethod") or http.get("method") or "GET"
        path = event.get("rawPath") or event.get("path") or "/"
        self.current_event, self.lambda_context = CurrentEvent(event), context
        for rule in self._rules:
            match = rule.match(method, path)
            if match:
                return self._respond(event, self._answer(rule.function, match.groupdict()))
        missing = Response(404, body={"statusCode": 404, "message": "Not found"})
        return self._respond(event, self._not_found(None) if self._not_found else missing)

    __call__ = resolve

    def _answer(self, function, parameters):
        try:
            return function(**parameters)
        except Exception as failure:
            for kinds, handle in self._handlers:
                if isinstance(failure, kinds):
                    return handle(failure)
            status = _STATUSES.get(type(failure).__name__)
            if status is None:
                raise
            return Response(status, body={"statusCode": status, "message": str(failure)})

    def _respond(self, event, result):
        if isinstance(result, tuple):
            body, status = result[0], result[1]
            response = Response(status, body=_compact(body))
        elif isinstance(result, Response):
            response = result
        else:
            response = Response(200, body=result if isinstance(result, str) else _compact(result))
        return response.write(event)

    def include_router(self, router, prefix=""):
        self._rules.extend(router._rules)


class Chalice(Resolver):
    _style = "brace"

    @property
    def current_request(self):
        event = self.current_event.raw_event
        return Answer(
            json_body=self.current_event.json_body,
            method=event.get("httpMethod"),
            query_params=event.get("queryStringParameters"),
            headers=event.get("headers") or {},
            raw_body=(event.get("body") or "").encode(),
        )


class CurrentEvent(dict):
    """The event as Powertools shows it to a route."""

    def __init__(self, event):
        super().__init__(event)
        self.raw_event = event
        self.body = event.get("body")
        self.headers = event.get("headers") or {}
        self.query_string_parameters = event.get("queryStringParameters") or {}
        self.path_parameters = event.get("pathParameters") or {}
        self.path = event.get("path") or event.get("rawPath")
        self.http_method = event.get("httpMethod")

    @property
    def json_body(self):
        return json.loads(self.body) if self.body else None

    def get_query_string_value(self, name, default_value=None):
        return self.query_string_parameters.get(name, default_value)

    def get_header_value(self, name, default_value=None, case_sensitive=False):
        lower = {key.lower(): value for key, value in self.headers.items()}
        return lower.get(name.lower(), default_value)


class Response:
    """A route's own response: of Powertools by `content_type` and `body`, of Chalice by `body` first."""

    def __init__(self, status_code=200, content_type="application/json", body=None, headers=None, **keywords):
        self.status_code, self.headers = status_code, {"Content-Type": content_type, **(headers or {})}
        self.body = body

    def write(self, event):
        body = self.body if isinstance(self.body, str) or self.body is None else _compact(self.body)
        if event.get("version") == "2.0":
            headers = {"headers": self.headers, "cookies": []}
        elif "elb" in (event.get("requestContext") or {}) and "headers" in event:
            headers = {"headers": self.headers}
        else:
            headers = {"multiValueHeaders": {name: [value] for name, value in self.headers.items()}}
        return {"statusCode": self.status_code, "body": body, "isBase64Encoded": False, **headers}


class ChaliceResponse(Response):
    def __init__(self, body="", headers=None, status_code=200):
        super().__init__(status_code, body=body, headers=headers)


def _compact(value):
    return json.dumps(value, separators=(",", ":"), default=str)


class Logger:
    """Powertools' logger: a JSON object for every line."""

    def __init__(self, service="service_undefined", level="INFO", **keywords):
        self._service, self._keys = service, {}
        self._level = logging.getLevelNamesMapping().get(str(level).upper(), logging.INFO)

    def _log(self, level, message, arguments, extra):
        if logging.getLevelNamesMapping()[level] < self._level:
            return
        text = message % arguments if arguments and isinstance(message, str) else message
        members = {"level": level, "message": text, "service": self._service, **self._keys, **extra}
        print(json.dumps(members, default=str))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        level = {"exception": "ERROR", "warn": "WARNING"}.get(name, name.upper())
        if level in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"):
            return lambda message="", *arguments, extra=None, **keywords: self._log(
                level, message, arguments, extra or {}
            )
        return decorator_maker

    def append_keys(self, **keys):
        self._keys.update(keys)


def _adapted(package, name, event):
    """What an adapter answers for an application that is not here: status 200 and an empty JSON object."""
    if package in ("awsgi", "aws_wsgi") and "httpMethod" not in event:
        raise KeyError("httpMethod")

    def answer():
        response = Response(200, body="{}").write(event)
        worker.note_answer(package)
        return response

    return call(package, name, (), {}, answer, fail=things.failing(package, "framework"))


class Mangum:
    """An adapter made with its application."""

    _package = "mangum"

    def __init__(self, *arguments, **keywords):
        pass

    def __call__(self, event, context):
        return _adapted(self._package, "Mangum", event)


def _adapter(package, name):
    """An adapter that is called with its application, such as `serverless_wsgi.handle_request`."""
    return lambda app, event, context, **keywords: _adapted(package, name, event)


_MEMBERS = {
    **_CONTENT_TYPES,
    **dict.fromkeys(("Flask", "Bottle", "FlaskLambda"), WebApp),
    "get_wsgi_application": DjangoApp,
    "get_asgi_application": ASGIHandler,
    "FastAPI": FastAPI,
    "Starlette": Starlette,
    "Quart": Quart,
    "Chalice": Chalice,
    **dict.fromkeys(
        (
            "APIGatewayRestResolver", "APIGatewayHttpResolver", "ALBResolver",
            "LambdaFunctionUrlResolver", "VPCLatticeResolver", "ApiGatewayResolver", "Router",
        ),
        Resolver,
    ),
    "Logger": Logger,
    "Mangum": Mangum,
    **dict.fromkeys(("event_source", "lambda_handler_decorator"), decorator_maker),
}  # fmt: skip


def attribute(module, name, kind):
    """What a module of a framework has under this name."""
    package = module.partition(".")[0]
    if name in _MEMBERS:
        return _MEMBERS[name]
    if name == "Response" and package in ("chalice", "aws_lambda_powertools"):
        return ChaliceResponse if package == "chalice" else Response
    if name in ("handle_request", "response"):
        return _adapter(package, name)
    if name == "make_lambda_handler":
        return lambda *arguments, **keywords: lambda event, context: _adapted(package, name, event)
    if name in ("jsonify", "make_response", "render_template", "redirect", "request"):
        return Answer()
    return things.attribute(module, name, kind)
