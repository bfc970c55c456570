"""boto3 and botocore: every operation succeeds, with the members in its answer that code commonly reads."""

from . import things
from .aws_answers import MEMBERS, answer, client_error, error_of_code, failing
from .calls import call
from .statements import AsyncContext, Awaitable, Context
from .values import Answer


def operate(package, service, operation, arguments, keywords):
    """Calls an operation of a service, named as boto3 names it: `dynamodb`, `get_item`."""
    return call(
        package,
        f"{service}.{operation}",
        arguments,
        keywords,
        lambda: answer(MEMBERS.get(operation, dict)()),
        given=lambda value: answer(value) if isinstance(value, dict) else value,
        fail=failing(operation),
        is_awaited=package.startswith("aio"),
    )


class _Exceptions:
    def __getattr__(self, code):
        if code.startswith("_"):
            raise AttributeError(code)
        return error_of_code(code)


class Client:
    """A client of a service. Any method is an operation."""

    def __init__(self, package, service):
        self._package, self._service = package, service
        self.exceptions = _Exceptions()
        self.meta = Answer(region_name="us-east-1", service_model=Answer(service_name=service))

    def __getattr__(self, operation):
        if operation.startswith("_"):
            raise AttributeError(operation)
        return lambda *arguments, **keywords: operate(
            self._package, self._service, operation, arguments, keywords
        )

    def can_paginate(self, operation):
        return True

    def close(self):
        pass

    def get_paginator(self, operation):
        return _Paginator(self._package, self._service, operation)

    def get_waiter(self, name):
        return Answer()

    def generate_presigned_url(self, operation, *arguments, **keywords):
        return f"https://{self._service}.us-east-1.amazonaws.com/?X-Amz-Signature=stub"

    def generate_presigned_post(self, *arguments, **keywords):
        return {"url": f"https://{self._service}.us-east-1.amazonaws.com/", "fields": {}}


class AwaitedClient(AsyncContext, Client):
    """A client of aioboto3."""


class _Paginator:
    def __init__(self, package, service, operation):
        self._package, self._service, self._operation = package, service, operation

    def paginate(self, **keywords):
        return _Pages([operate(self._package, self._service, self._operation, (), keywords)])


class _Pages(list):
    def search(self, expression):
        return iter(())

    def build_full_result(self):
        return self[0]

    async def __aiter__(self):
        for page in self:
            yield page


#: The operations behind the methods of an object of S3.
_OBJECT_OPERATIONS = {"get": "get_object", "put": "put_object", "delete": "delete_object"}


class Resource:
    """A service resource, or one of its things: a table, a bucket, an object, a queue."""

    def __init__(self, package, service, *identifiers):
        self._package, self._service = package, service
        for label in ("name", "table_name", "bucket_name", "url", "arn"):
            setattr(self, label, identifiers[0] if identifiers else "")
        self.key = identifiers[-1] if identifiers else ""
        self.item_count = self.content_length = 0
        self.meta = Answer(client=Client(package, service))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if name[0].isupper():
            return lambda *identifiers: type(self)(self._package, self._service, *identifiers)
        if name in ("objects", "object_versions", "tables", "buckets", "queues", "messages"):
            return _Collection(self._package, self._service, name)
        operation = _OBJECT_OPERATIONS.get(name, name) if self._service == "s3" else name
        return lambda *arguments, **keywords: operate(
            self._package, self._service, operation, arguments, keywords
        )

    def batch_writer(self, **keywords):
        return _BatchWriter(self._package, self._service)


class AwaitedResource(AsyncContext, Awaitable, Resource):
    """A service resource of aioboto3."""

    def batch_writer(self, **keywords):
        return self


class _BatchWriter(Context, Resource):
    """What writes items of a table in batches."""


class _Collection:
    def __init__(self, package, service, name):
        self._package, self._service, self._name = package, service, name

    def _list(self, *arguments, **keywords):
        operate(self._package, self._service, self._name, arguments, keywords)
        return []

    all = filter = limit = page_size = pages = delete = _list

    def __iter__(self):
        return iter(self._list())


class Session:
    """A session: makes clients and resources."""

    _package, _client, _resource = "boto3", Client, Resource

    def __init__(self, *arguments, **keywords):
        self.region_name = keywords.get("region_name", "us-east-1")
        self.profile_name = "default"

    def client(self, service_name, *arguments, **keywords):
        return self._client(self._package, service_name)

    create_client = client

    def resource(self, service_name, *arguments, **keywords):
        return self._resource(self._package, service_name)

    def get_credentials(self):
        return Answer(access_key="AKIAIOSFODNN7EXAMPLE", secret_key="stub", token="stub")


class AwaitedSession(Session):
    """A session of aioboto3."""

    _package, _client, _resource = "aioboto3", AwaitedClient, AwaitedResource


def attribute(module, name, kind):
    """What a module of boto3 or botocore has under this name."""
    if name == "ClientError":
        return client_error()
    if name == "resource":
        return Session().resource
    if name == "client":
        return Session().client
    if name in ("Session", "get_session"):
        return AwaitedSession if module.startswith("aio") else Session
    if name == "setup_default_session":
        return lambda **keywords: None
    if module == "boto3.dynamodb.conditions" and name in ("Key", "Attr", "And", "Or", "Not"):
        return _Condition
    return things.attribute(module, name, kind)


class _Condition:
    """A condition of a DynamoDB query."""

    def __init__(self, *names):
        pass

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *values: self

    def _combined(self, other=None):
        return self

    __and__ = __or__ = __invert__ = _combined
