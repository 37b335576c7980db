"""Passwords, as what they are hashed to: scrypt (RFC 7914), so that whoever steals the hash has to work for each guess.

Takes about 50 ms and 16 MiB of memory, once for `hashed` and once for `is_right`.
"""

import secrets
from base64 import b64decode, b64encode
from binascii import Error
from hashlib import scrypt
from hmac import compare_digest
from typing import Final
from unicodedata import normalize

_COST: Final = (2**14, 8, 1)
"""n, r and p, what RFC 7914, section 2, calls fit for interactive use"""
_MEMORY: Final = 64 * 1024 * 1024
_LENGTH: Final = 32


def hashed(password: str) -> str:
    """A text from which the password cannot be had; another one each time."""
    salt = secrets.token_bytes(16)
    n, r, p = _COST
    return "$".join(("scrypt", str(n), str(r), str(p), _text(salt), _text(_hash(password, salt, _COST))))


def is_right(password: str, hashed: str) -> bool:
    """Whether it is the one. A damaged hash is that of no password."""
    try:
        scheme, n, r, p, salt, known = hashed.split("$")
        cost = int(n), int(r), int(p)
        return scheme == "scrypt" and compare_digest(_hash(password, b64decode(salt), cost), b64decode(known))
    except (ValueError, Error, OverflowError, MemoryError):
        return False


def _hash(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    # However it was typed: as RFC 8265, section 4.2, has it.
    text = normalize("NFC", password).encode("utf-8", "surrogatepass")
    return scrypt(text, salt=salt, n=n, r=r, p=p, maxmem=_MEMORY, dklen=_LENGTH)


def _text(data: bytes) -> str:
    return b64encode(data).decode()
