"""What every run does, done once before there is a task.

The browser compiles a function of WebAssembly when it is first called; else each run would wait for that.
"""

import importlib
import inspect
import json
import os
import re
import shutil
import sys

from .encoder import Encoder

_ROOT = "/tmp/rehearsal"

_CODE = """
import json
import os

TABLE = os.environ.get("TABLE")


class Refused(Exception):
    pass


def lambda_handler(event, context):
    try:
        ids = [item["id"] for item in event["items"] if item]
        text = f"{len(ids)} of {TABLE or 'none'}"
    except (KeyError, TypeError) as error:
        raise Refused(str(error)) from error
    return {"statusCode": 200, "headers": {"Content-Type": "text/plain"}, "body": json.dumps(text)}
"""


def rehearse():
    """Imports a handler, calls it, and leaves no trace of it."""
    os.makedirs(_ROOT)
    with open(f"{_ROOT}/rehearsed.py", "w", encoding="utf-8") as target:
        target.write(_CODE)
    sys.path.insert(0, _ROOT)
    sys.dont_write_bytecode = True
    try:
        handler = importlib.import_module("rehearsed").lambda_handler
        inspect.signature(handler)
        response = handler(json.loads('{"items": [{"id": 1.5}, null]}'), None)
        Encoder(ascii_only=False).encode(response)
        re.compile(r"^[a-z]+(\d+)\.(\d+)$").match("python3.14")
    finally:
        re.purge()
        sys.modules.pop("rehearsed", None)
        sys.path.remove(_ROOT)
        sys.path_importer_cache.pop(_ROOT, None)
        shutil.rmtree(_ROOT)
