"""The exception classes of packages that are not here: by name, in the families that packages give them."""

import builtins
import re

#: Exception classes by package, each with its parents; the first is the root of the family.
FAMILIES = {
    "requests": {
        "RequestException": OSError,
        "HTTPError": "RequestException",
        "ConnectionError": "RequestException",
        "ProxyError": "ConnectionError",
        "SSLError": "ConnectionError",
        "Timeout": "RequestException",
        "ConnectTimeout": ("ConnectionError", "Timeout"),
        "ReadTimeout": "Timeout",
        "JSONDecodeError": ("RequestException", ValueError),
    },
    "httpx": {
        "HTTPError": Exception,
        "RequestError": "HTTPError",
        "TransportError": "RequestError",
        "TimeoutException": "TransportError",
        "ConnectTimeout": "TimeoutException",
        "ReadTimeout": "TimeoutException",
        "NetworkError": "TransportError",
        "ConnectError": "NetworkError",
        "HTTPStatusError": "HTTPError",
    },
    "urllib3": {
        "HTTPError": Exception,
        "RequestError": "HTTPError",
        "MaxRetryError": "RequestError",
        "TimeoutError": "HTTPError",
        "ConnectTimeoutError": "TimeoutError",
        "ReadTimeoutError": "TimeoutError",
        "NewConnectionError": "ConnectTimeoutError",
    },
    "aiohttp": {
        "ClientError": Exception,
        "ClientConnectionError": "ClientError",
        "ClientConnectorError": "ClientConnectionError",
        "ClientResponseError": "ClientError",
        "ServerTimeoutError": ("ClientError", TimeoutError),
    },
    "botocore": {
        "BotoCoreError": Exception,
        "ClientError": Exception,
        "NoCredentialsError": "BotoCoreError",
        "PartialCredentialsError": "BotoCoreError",
        "NoRegionError": "BotoCoreError",
        "ParamValidationError": "BotoCoreError",
        "EndpointConnectionError": "BotoCoreError",
        "ConnectTimeoutError": "BotoCoreError",
        "ReadTimeoutError": "BotoCoreError",
        "WaiterError": "BotoCoreError",
    },
    "redis": {
        "RedisError": Exception,
        "ConnectionError": "RedisError",
        "TimeoutError": "RedisError",
        "ResponseError": "RedisError",
        "AuthenticationError": "ConnectionError",
    },
    "pymongo": {
        "PyMongoError": Exception,
        "ConnectionFailure": "PyMongoError",
        "AutoReconnect": "ConnectionFailure",
        "ServerSelectionTimeoutError": "AutoReconnect",
        "OperationFailure": "PyMongoError",
        "WriteError": "OperationFailure",
        "DuplicateKeyError": "WriteError",
    },
    "pydantic": {"ValidationError": ValueError},
    "marshmallow": {"MarshmallowError": Exception, "ValidationError": "MarshmallowError"},
    "jsonschema": {"ValidationError": Exception},
}

#: The family of every database driver that keeps to PEP 249.
_DATABASE_FAMILY = {
    "Warning": Exception,
    "Error": Exception,
    "InterfaceError": "Error",
    "DatabaseError": "Error",
    "DataError": "DatabaseError",
    "OperationalError": "DatabaseError",
    "IntegrityError": "DatabaseError",
    "InternalError": "DatabaseError",
    "ProgrammingError": "DatabaseError",
    "NotSupportedError": "DatabaseError",
}

_SAME_FAMILY = dict.fromkeys(("boto3", "aioboto3", "aiobotocore", "s3transfer"), "botocore")

_classes = {}


def is_error_name(package, kind, name):
    """Whether a package's attribute of this name is an exception class."""
    return name in _family(package, kind) or re.search(r"(Error|Exception|Warning|Fault)$", name) is not None


def error_class(package, kind, name):
    """The package's exception class of this name: always the same class for the same name."""
    owner = _SAME_FAMILY.get(package, package)
    known = _classes.get((owner, name))
    if known is not None:
        return known
    family = _family(owner, kind)
    parents = family.get(name) or next(iter(family), None) or Exception
    if family is _DATABASE_FAMILY and name not in family:
        parents = "OperationalError"
    bases = tuple(
        parent if isinstance(parent, type) else error_class(owner, kind, parent)
        for parent in (parents if isinstance(parents, tuple) else (parents,))
    )
    made = type(name, bases, {"__module__": f"{owner}.exceptions"})
    _classes[owner, name] = made
    return made


def _family(package, kind):
    owner = _SAME_FAMILY.get(package, package)
    return FAMILIES.get(owner) or (_DATABASE_FAMILY if kind == "database" else {})


def python_error(name):
    """The built-in exception class of this name; None when there is none."""
    found = getattr(builtins, name, None)
    return found if isinstance(found, type) and issubclass(found, Exception) else None
