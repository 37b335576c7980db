"""A file that only a password opens.

The key is made of the password by scrypt (RFC 7914); the text goes in pieces through AES-256-GCM, each with its number
and whether it is the last one in its nonce (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015):
pieces can be neither changed, nor swapped, nor left out at the end. Nothing is ever whole in memory.
"""

import os
from typing import BinaryIO, Final
from unicodedata import normalize

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC: Final = b"Chatapp sealed 1\n"
SALT: Final = 16
PREFIX: Final = 7
PIECE: Final = 1024 * 1024
TAG: Final = 16
COST: Final = 2**17
"""of scrypt, with r = 8 and p = 1: 128 MB and some tenths of a second for each guess"""
MOST: Final = 2**32
"""pieces of one file: so many numbers there are"""


class NotOpened(Exception):
    """The password is another one, or the file was changed; nobody can tell which."""


def is_sealed(source: BinaryIO) -> bool:
    """Whether the file is one of these. Reads from its beginning, and goes back there."""
    found = source.read(len(MAGIC)) == MAGIC
    source.seek(0)
    return found


def seal(source: BinaryIO, target: BinaryIO, password: str) -> None:
    """Write all that is left of the source, sealed. Blocks. Raises OSError."""
    salt, prefix = os.urandom(SALT), os.urandom(PREFIX)
    head = MAGIC + salt + prefix
    target.write(head)
    cipher = AESGCM(_key(password, salt))
    number, piece = 0, source.read(PIECE)
    while True:
        following = source.read(PIECE)
        target.write(cipher.encrypt(_nonce(prefix, number, last=not following), piece, head))
        if not following:
            return
        number, piece = number + 1, following


def unseal(source: BinaryIO, target: BinaryIO, password: str) -> None:
    """Write what was sealed. What was written is worth nothing if this raises: NotOpened, or OSError. Blocks."""
    head = source.read(len(MAGIC) + SALT + PREFIX)
    if not head.startswith(MAGIC) or len(head) < len(MAGIC) + SALT + PREFIX:
        raise NotOpened
    salt, prefix = head[len(MAGIC) : -PREFIX], head[-PREFIX:]
    cipher = AESGCM(_key(password, salt))
    number, piece = 0, source.read(PIECE + TAG)
    while True:
        following = source.read(PIECE + TAG)
        try:
            target.write(cipher.decrypt(_nonce(prefix, number, last=not following), piece, head))
        except InvalidTag:
            raise NotOpened from None
        if not following:
            return
        number, piece = number + 1, following


def _key(password: str, salt: bytes) -> bytes:
    # However it was typed, on the one computer and on the other: as RFC 8265, section 4.2, has it.
    text = normalize("NFC", password).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(text)


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    if number >= MOST:
        raise NotOpened
    return prefix + number.to_bytes(4, "big") + bytes([last])
