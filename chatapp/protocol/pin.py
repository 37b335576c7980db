"""A host's pin: what its key is known by. The SHA-256 of its public key (DER, SubjectPublicKeyInfo), in base64url
without padding: 43 characters (RFC 7469, section 2.4). Certificates pass, it stays.
"""

import re
from base64 import b32encode, urlsafe_b64decode
from typing import Final

from chatapp.protocol.sentences import Sentence

LENGTH: Final = 43
_CODE: Final = 20
"""letters and digits of a pin's code, of 5 bits each: 100 bits, of which nobody makes another key"""
_FORM: Final = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")


class BadPin(ValueError):
    """Not a pin. Its one argument is a Sentence."""


def checked(text: str) -> str:
    """The pin, if it is one. Raises BadPin."""
    if not _FORM.fullmatch(text):
        raise BadPin(Sentence("This invite is damaged. Copy the whole link, or ask for a new one."))
    return text


def code(pin: str) -> str:
    """What two people read to each other to know that they mean the same host: five groups of four letters and digits,
    in base 32, where no two are taken for each other."""
    text = b32encode(urlsafe_b64decode(pin + "="))[:_CODE].decode()
    return " ".join(text[at : at + 4] for at in range(0, _CODE, 4))
