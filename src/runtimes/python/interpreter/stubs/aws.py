"""boto3 and botocore: every operation succeeds, with the members in its answer that code commonly reads."""

import io
import re

from . import errors, things
from .calls import call
from .values import Answer, to_value

_REQUEST_ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789"

#: What the answers hold beside their metadata, by operation.
_MEMBERS = {
    "get_item": lambda: {"Item": Answer()},
    "query": lambda: {"Items": [], "Count": 0, "ScannedCount": 0},
    "scan": lambda: {"Items": [], "Count": 0, "ScannedCount": 0},
    "update_item": lambda: {"Attributes": Answer()},
    "batch_get_item": lambda: {"Responses": Answer(), "UnprocessedKeys": {}},
    "batch_write_item": lambda: {"UnprocessedItems": {}},
    "get_object": lambda: {"Body": Body(b"{}"), "ContentType": "application/json", "ContentLength": 2},
    "list_objects": lambda: {"Contents": [], "IsTruncated": False},
    "list_objects_v2": lambda: {"Contents": [], "KeyCount": 0, "IsTruncated": False},
    "list_buckets": lambda: {"Buckets": []},
    "invoke": lambda: {"StatusCode": 200, "Payload": Body(b"{}"), "ExecutedVersion": "$LATEST"},
    "send_message": lambda: {"MessageId": _REQUEST_ID},
    "receive_message": lambda: {"Messages": []},
    "publish": lambda: {"MessageId": _REQUEST_ID},
    "send_email": lambda: {"MessageId": _REQUEST_ID},
    "send_raw_email": lambda: {"MessageId": _REQUEST_ID},
    "put_events": lambda: {"FailedEntryCount": 0, "Entries": []},
    "start_execution": lambda: {"executionArn": "arn:aws:states:us-east-1:123456789012:execution:stub:stub"},
    "get_secret_value": lambda: {"SecretString": "{}", "Name": "stub"},
    "get_parameter": lambda: {"Parameter": {"Name": "stub", "Value": "", "Type": "String"}},
    "get_parameters": lambda: {"Parameters": [], "InvalidParameters": []},
    "get_parameters_by_path": lambda: {"Parameters": []},
    "decrypt": lambda: {"Plaintext": b""},
    "encrypt": lambda: {"CiphertextBlob": b""},
    "get_caller_identity": lambda: {
        "UserId": "AROAEXAMPLE:stub",
        "Account": "123456789012",
        "Arn": "arn:aws:sts::123456789012:assumed-role/stub/stub",
    },
    "invoke_model": lambda: {"body": Body(b"{}"), "contentType": "application/json"},
    "describe_instances": lambda: {"Reservations": []},
}  # fmt: skip

#: Codes that AWS gives for any operation, and boto3 no class of their own.
_COMMON_CODES = re.compile(
    r"^(AccessDenied|AccessDeniedException|UnauthorizedOperation|ExpiredToken\w*|Throttling\w*"
    r"|UnrecognizedClientException|InvalidClientTokenId|SignatureDoesNotMatch|ValidationError"
    r"|ValidationException|InternalFailure|ServiceUnavailable|RequestLimitExceeded|ClientError)$"
)

_STATUSES = {"AccessDenied": 403, "NoSuchKey": 404, "NoSuchBucket": 404, "InternalServerError": 500}


class Body(io.BytesIO):
    """A streaming body."""

    def iter_chunks(self, chunk_size=1024):
        yield self.read()

    def iter_lines(self, *arguments, **keywords):
        yield from self.read().splitlines()

    def __await__(self):
        return self
        yield


def _client_error_init(self, error_response, operation_name):
    error = error_response.get("Error", {})
    Exception.__init__(
        self,
        f"An error occurred ({error.get('Code', 'Unknown')}) when calling the {operation_name} operation: "
        f"{error.get('Message', 'Unknown')}",
    )
    self.response, self.operation_name = error_response, operation_name


def _client_error():
    made = errors.error_class("botocore", "aws", "ClientError")
    made.__init__ = _client_error_init
    return made


_modelled = {}


def error_of_code(code):
    """The class that a client's `exceptions` has for an error code: a ClientError."""
    if _COMMON_CODES.match(code):
        return _client_error()
    name = re.sub(r"\W", "", code)
    if name not in _modelled:
        _modelled[name] = type(name, (_client_error(),), {"__module__": "botocore.errorfactory"})
    return _modelled[name]


def _failing(operation):
    def fail(name, message):
        if name in errors.FAMILIES["botocore"] and name != "ClientError":
            return errors.error_class("botocore", "aws", name)(message)
        response = {
            "Error": {"Code": name, "Message": message},
            "ResponseMetadata": _metadata(_STATUSES.get(name, 400)),
        }
        return error_of_code(name)(response, _pascal(operation))

    return fail


def _pascal(operation):
    return "".join(part.capitalize() for part in operation.split("_"))


def _metadata(status=200):
    return {"RequestId": _REQUEST_ID, "HTTPStatusCode": status, "HTTPHeaders": {}, "RetryAttempts": 0}


def _answer(members):
    return Answer(to_value({**members, "ResponseMetadata": _metadata()}))


def operate(service, operation, arguments, keywords):
    """Calls an operation of a service, named as boto3 names it: `dynamodb`, `get_item`."""
    return call(
        "boto3",
        f"{service}.{operation}",
        arguments,
        keywords,
        lambda: _answer(_MEMBERS.get(operation, dict)()),
        given=lambda value: _answer(value) if isinstance(value, dict) else value,
        fail=_failing(operation),
    )


class _Exceptions:
    def __getattr__(self, code):
        if code.startswith("_"):
            raise AttributeError(code)
        return error_of_code(code)


class Client:
    """A client of a service. Any method is an operation."""

    def __init__(self, service):
        self._service = service
        self.exceptions = _Exceptions()
        self.meta = Answer(region_name="us-east-1", service_model=Answer(service_name=service))

    def __getattr__(self, operation):
        if operation.startswith("_"):
            raise AttributeError(operation)
        return lambda *arguments, **keywords: operate(self._service, operation, arguments, keywords)

    def can_paginate(self, operation):
        return True

    def close(self):
        pass

    def get_paginator(self, operation):
        return _Paginator(self._service, operation)

    def get_waiter(self, name):
        return Answer()

    def generate_presigned_url(self, operation, *arguments, **keywords):
        return f"https://{self._service}.us-east-1.amazonaws.com/?X-Amz-Signature=stub"

    def generate_presigned_post(self, *arguments, **keywords):
        return {"url": f"https://{self._service}.us-east-1.amazonaws.com/", "fields": {}}

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        return None


class _Paginator:
    def __init__(self, service, operation):
        self._service, self._operation = service, operation

    def paginate(self, **keywords):
        return _Pages([operate(self._service, self._operation, (), keywords)])


class _Pages(list):
    def search(self, expression):
        return iter(())

    def build_full_result(self):
        return self[0]

    async def __aiter__(self):
        for page in self:
            yield page


class Resource:
    """A service resource, or one of its things: a table, a bucket, an object, a queue."""

    def __init__(self, service, name="", *identifiers):
        self._service = service
        self._kind = name
        for label in ("name", "table_name", "bucket_name", "url", "arn"):
            setattr(self, label, identifiers[0] if identifiers else "")
        self.key = identifiers[-1] if identifiers else ""
        self.item_count = self.content_length = 0
        self.meta = Answer(client=Client(service))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if name[0].isupper():
            return lambda *identifiers: Resource(self._service, name, *identifiers)
        if name in ("objects", "object_versions", "tables", "buckets", "queues", "messages"):
            return _Collection(self._service, name)
        operation = {"get": "get_object", "put": "put_object"}.get(name, name) if self._service == "s3" else name
        return lambda *arguments, **keywords: operate(self._service, operation, arguments, keywords)

    def batch_writer(self, **keywords):
        return self

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


class _Collection:
    def __init__(self, service, name):
        self._service, self._name = service, name

    def _list(self, *arguments, **keywords):
        operate(self._service, self._name, arguments, keywords)
        return []

    all = filter = limit = page_size = pages = delete = _list

    def __iter__(self):
        return iter(self._list())


class Session:
    """A session: makes clients and resources."""

    def __init__(self, *arguments, **keywords):
        self.region_name = keywords.get("region_name", "us-east-1")
        self.profile_name = "default"

    def client(self, service_name, *arguments, **keywords):
        return Client(service_name)

    create_client = client

    def resource(self, service_name, *arguments, **keywords):
        return Resource(service_name)

    def get_credentials(self):
        return Answer(access_key="AKIAIOSFODNN7EXAMPLE", secret_key="stub", token="stub")


def attribute(module, name, kind):
    """What a module of boto3 or botocore has under this name."""
    if name == "ClientError":
        return _client_error()
    if name == "resource":
        return Session().resource
    if name == "client":
        return Session().client
    if name in ("Session", "get_session"):
        return Session
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
