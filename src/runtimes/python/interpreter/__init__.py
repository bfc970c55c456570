"""Lambda's Python runtime, emulated: what a handler meets, from its import to its answer."""

from . import preloaded, threads
from .client import serve
from .rehearsal import rehearse

threads.install()
