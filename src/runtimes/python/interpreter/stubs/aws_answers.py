"""What AWS answers: the members of results that code commonly reads, and errors as boto3 raises them."""

import io
import re

from . import errors
from .values import Answer, to_value

_REQUEST_ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789"

#: What the answers hold beside their metadata, by operation.
MEMBERS = {
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


def client_error():
    """botocore's ClientError."""
    made = errors.error_class("botocore", "aws", "ClientError")
    made.__init__ = _client_error_init
    return made


_modelled = {}


def error_of_code(code):
    """The class that a client's `exceptions` has for an error code: a ClientError."""
    if _COMMON_CODES.match(code):
        return client_error()
    name = re.sub(r"\W", "", code)
    if name not in _modelled:
        _modelled[name] = type(name, (client_error(),), {"__module__": "botocore.errorfactory"})
    return _modelled[name]


def failing(operation):
    """Makes the exceptions of an operation, by AWS's error code or botocore's own name."""

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


def answer(members):
    """An operation's result with these members, its metadata, and any other that is asked for."""
    return Answer(to_value({**members, "ResponseMetadata": _metadata()}))
