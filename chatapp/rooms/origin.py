"""Where a connection comes from, as far as rights depend on it."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

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


HERE: Final = Origin(loopback=True)
_LONGEST: Final = 64
"""characters of an address: 39 of IPv6, and the name of an interface"""


def is_loopback(address: str) -> bool:
    """Whether the address is this computer's own for itself, also where IPv6 carries it (RFC 4291, section 2.5.5.2)."""
    try:
        return _address(address).is_loopback
    except ValueError:
        return False


def network(address: str) -> str:
    """What one person has of addresses, as a text: of IPv4 the address; of IPv6 the /64 of which a computer takes
    another one every day (RFC 8981), but for one of a single cable (`fe80::`), where everybody shares it. A text that
    is no address is its own network, and may be one already."""
    try:
        found = _address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address) or found.is_link_local or found.is_loopback:
        return str(found)
    return str(IPv6Network((int(found), 64), strict=False))


def is_network(text: str) -> bool:
    """Whether `network` can give it: an address, or a /64."""
    if len(text) > _LONGEST or not text.isprintable():  # Python takes any text at all for a scope (RFC 4007)
        return False
    try:
        if "/" in text:
            return IPv6Network(text).prefixlen == 64  # as `network` has it
        _address(text)
    except ValueError:
        return False
    return True


def _address(text: str) -> IPv4Address | IPv6Address:
    found = ip_address(text)
    return (isinstance(found, IPv6Address) and found.ipv4_mapped) or found
