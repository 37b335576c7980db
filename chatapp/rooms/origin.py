"""Where a connection comes from, as far as rights depend on it."""

from msgspec import Struct


class Origin(Struct, frozen=True, gc=False):
    address: str = ""
    """the other end's, without the port; empty where the system cannot tell"""
    secure: bool = False
    """it is encrypted"""
    loopback: bool = False
    """it does not leave this computer"""
    nonce: str = ""
    """what it was given in the handshake, and a proof is made with"""

    @property
    def private(self) -> bool:
        """Nobody on the way can read it, so secrets may travel on it."""
        return self.secure or self.loopback
