"""What a host says of itself on the network, and how what others say is read (DNS-SD, RFC 6763).

Anybody on the network can say anything: what is read here is bounded and fit to be shown, never trusted. A pin is no
more than a hint of who it might be.
"""

import re
from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from msgspec import Struct

from chatapp.discovery.networks import Network
from chatapp.protocol.limits import ROOM_NAME
from chatapp.protocol.names import shown
from chatapp.protocol.pin import BadPin, checked

TYPE: Final = "_chatapp._tcp.local."
VERSION: Final = b"1"
NAME: Final = ROOM_NAME
"""characters of a server's name"""
ADDRESSES: Final = 4
"""of one host: more are tried in vain for too long"""
_LABEL: Final = 56
"""bytes of an instance's name; DNS has 63, and a number may follow to tell two apart"""
_TEXT: Final = 200
"""bytes of the name in the record; a string of it holds 255 (RFC 6763, section 6.1)"""
_COUNT: Final = re.compile(rb"[0-9]{1,5}")
_MOST_SAID: Final = 64
"""addresses looked at; a packet has room for hundreds"""

Address = IPv4Address | IPv6Address


class Notice(Struct, frozen=True):
    """What a host announces."""

    name: str
    port: int
    pin: str = ""
    """of the host's key; empty where it has none"""
    people: int = 0
    locked: bool = False
    """whether only an invite or a password lets in"""


class FoundHost(Struct, frozen=True):
    """A host that was found, fit to be shown."""

    id: str
    """tells it from others for as long as it is there"""
    name: str
    """never empty"""
    addresses: tuple[str, ...]
    """IP addresses, the likeliest to be reached first; at least one, at most `ADDRESSES`"""
    port: int
    pin: str
    """what it claims; empty where it claims none"""
    people: int | None
    """None where it does not say"""
    locked: bool


def said(notice: Notice) -> dict[str, bytes]:
    """The TXT record of a notice (RFC 6763, section 6)."""
    texts = {
        "v": VERSION,
        "name": _cut(notice.name, _TEXT).encode(),
        "people": str(max(0, notice.people)).encode(),
        "locked": b"1" if notice.locked else b"0",
    }
    return texts | ({"id": notice.pin.encode()} if notice.pin else {})


def instance(name: str) -> str:
    """What the service of a server of that name is called; whoever announces sees to it that no two are the same."""
    # A point would part it in two on its way.
    plain = "".join(character if character.isprintable() and character != "." else " " for character in name)
    return f"{_cut(' '.join(plain.split()), _LABEL).strip() or 'Chatapp'}.{TYPE}"


def read(
    called: str,
    port: int | None,
    addresses: Iterable[str],
    properties: Mapping[bytes, bytes | None],
    networks: Iterable[Network] = (),
) -> FoundHost | None:
    """The host that a service stands for; None where nobody could join it. `networks` are those of this computer."""
    found = likeliest(addresses, networks)
    if port is None or not 0 < port < 65536 or not found or (properties.get(b"v") or VERSION) != VERSION:
        return None
    name = _fit(properties.get(b"name") or b"") or _fit(called.removesuffix(f".{TYPE}").encode(errors="replace"))
    count = properties.get(b"people") or b""
    return FoundHost(
        called,
        name or found[0],
        found,
        port,
        _pin(properties.get(b"id") or b""),
        int(count) if _COUNT.fullmatch(count) else None,
        properties.get(b"locked") == b"1",
    )


def likeliest(addresses: Iterable[str], networks: Iterable[Network] = ()) -> tuple[str, ...]:
    """Those of a host's addresses that can be typed and reached from elsewhere, best first: those in a network of this
    computer, of these the shorter kind. Addresses of the host's own loopback only where it has no others."""
    near = [ip_network(f"{one.address}/{one.prefix}", strict=False) for one in networks]
    usable: dict[Address, None] = {}
    for text in list(addresses)[:_MOST_SAID]:
        try:
            address = ip_address(text)
        except ValueError:
            continue
        # An address of the link alone needs the name of an interface, which differs from computer to computer.
        if not (address.is_multicast or address.is_unspecified or (address.version == 6 and address.is_link_local)):
            usable[address] = None
    away = [address for address in usable if not address.is_loopback] or list(usable)
    ranked = sorted(away, key=lambda one: (not any(one in network for network in near), one.version))
    return tuple(map(str, ranked[:ADDRESSES]))


def _pin(text: bytes) -> str:
    try:
        return checked(text.decode("ascii"))
    except (UnicodeDecodeError, BadPin):
        return ""


def _fit(text: bytes) -> str:
    """A name as it may be shown: one line, of a bounded length."""
    return " ".join(shown(text.decode(errors="replace")).split())[:NAME]


def _cut(text: str, most: int) -> str:
    """The text's beginning of that many bytes at most, in whole characters."""
    return text.encode(errors="replace")[:most].decode(errors="ignore")
