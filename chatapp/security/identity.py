"""Names that mean something: a person's Ed25519 key (RFC 8032), and the proof that a name is said by whoever has it.

What is signed names the server, so that a proof is worth nothing to another; holds the nonce that this server gave this
connection, so that it is worth nothing later; and the name, so that it gives no other.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEED: Final = 32
"""bytes of a private key"""
_CONTEXT: Final = b"chatapp identity 1"


def public_key(seed: bytes) -> str:
    """The key that others know the person by: 43 characters of base64url."""
    return _text(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def prove(seed: bytes, pin: str, nonce: str, username: str) -> str:
    """The proof, 86 characters of base64url, that whoever has the key says this name to this server (`pin`), now
    (`nonce`)."""
    return _text(Ed25519PrivateKey.from_private_bytes(seed).sign(_said(pin, nonce, username)))


def is_proven(key: str, proof: str, pin: str, nonce: str, username: str) -> bool:
    """Whether the proof is that of the key's owner for just this. Whatever the texts are, it does not raise."""
    try:
        public = Ed25519PublicKey.from_public_bytes(_bytes(key))
        public.verify(_bytes(proof), _said(pin, nonce, username))
    except (InvalidSignature, ValueError, Error, UnicodeError):
        return False
    return _text(public.public_bytes_raw()) == key


def _said(pin: str, nonce: str, username: str) -> bytes:
    # NUL is in none of the first three, so there is one way to read it.
    return b"\0".join((_CONTEXT, pin.encode(), nonce.encode(), username.encode()))


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
