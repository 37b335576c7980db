"""What a connection stands on, and what a person has to come in with."""

from collections.abc import Callable
from enum import Enum

from msgspec import Struct


class Trust(Enum):
    """How much is known of whom the person speaks with. The window shows it."""

    PLAIN = "plain"
    """not encrypted: anybody on the way can read and change it"""
    HERE = "here"
    """it does not leave this computer, so nobody has to be told from anybody; encrypted or not"""
    SEEN = "seen"
    """encrypted; the host has the key that it had the first time, which nobody has checked"""
    VERIFIED = "verified"
    """encrypted; the host has the key that the invite named, or this is the host itself"""
    PUBLIC = "public"
    """encrypted; a public authority says that the name is the host's"""


class Ground(Struct, frozen=True, gc=False):
    """One connection."""

    trust: Trust = Trust.PLAIN
    pin: str = ""
    """of the host's key; empty where it has shown none"""
    nonce: str = ""
    """what the host gave to prove a name with; empty where it gave none"""
    first: bool = False
    """SEEN, and nobody has been here before"""
    replaces: bool = False
    """VERIFIED by an invite, and somebody with another key was here before"""

    @property
    def private(self) -> bool:
        """Secrets may travel on it."""
        return self.trust is not Trust.PLAIN


class Credentials(Struct, frozen=True, gc=False):
    """What the person was given to come in with. Empty: nothing."""

    password: str = ""
    invite: str = ""
    """the secret of an invite"""
    admin: str = ""
    """the secret of the server itself"""


Signer = Callable[[str, str, str], tuple[str, str]]
"""pin, nonce and name to the person's key and the proof of the name (`security.identity`)"""
