"""What CPython has on Lambda and lacks in WebAssembly."""

import hashlib
import hmac
import sys
import types


def _pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """`hashlib.pbkdf2_hmac`, which is part of OpenSSL and so not in WebAssembly: RFC 8018, section 5.2."""
    keyed = hmac.new(bytes(password), None, hash_name)
    length = dklen or keyed.digest_size
    derived = b""
    while len(derived) < length:
        block = keyed.copy()
        block.update(bytes(salt) + (len(derived) // keyed.digest_size + 1).to_bytes(4, "big"))
        digest = block.digest()
        total = int.from_bytes(digest, "big")
        for _ in range(iterations - 1):
            block = keyed.copy()
            block.update(digest)
            digest = block.digest()
            total ^= int.from_bytes(digest, "big")
        derived += total.to_bytes(keyed.digest_size, "big")
    return derived[:length]


class _SemLock:
    """Lambda has no /dev/shm: the locks that processes share cannot be made there."""

    SEM_VALUE_MAX = 2**31 - 1

    def __init__(self, *arguments):
        raise OSError(38, "Function not implemented")


def install():
    """Adds what is missing."""
    if not hasattr(hashlib, "pbkdf2_hmac"):
        hashlib.pbkdf2_hmac = _pbkdf2_hmac
    multiprocessing = types.ModuleType("_multiprocessing")
    multiprocessing.SemLock = _SemLock
    multiprocessing.sem_unlink = lambda name: None
    sys.modules["_multiprocessing"] = multiprocessing
