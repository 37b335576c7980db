"""What a person types, pastes or clicks to join: an address or an invite link.

`host`, `host:port`, `[v6]:port`, `ws://…`, `wss://…`, and `chatapp://host:port,host:port/room#f=…&k=…`. Behind the `#`
is what no server on the way gets to see: `f` is the pin of the host's key, so that it is verified rather than trusted;
`k` is a secret that lets in. What else stands there is for later versions, and ignored.
"""

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from msgspec import Struct

from chatapp.protocol import pin as pins
from chatapp.protocol.limits import ADDRESSES, PORT, SECRET
from chatapp.protocol.names import shown
from chatapp.protocol.sentences import Sentence

_ZONE: Final = re.compile(r"[A-Za-z0-9._~-]+")
"""what names an interface in an IPv6 address (RFC 6874); Python takes anything"""


class BadInvite(ValueError):
    """Not an address or invite. Its one argument is a Sentence that says what to do."""


class Address(Struct, frozen=True):
    """Where a server listens. `str` gives what a person would type."""

    host: str
    port: int = PORT
    secure: bool | None = None
    """encrypted, or not; None: as the server there has it, encrypted if it can"""

    @property
    def url(self) -> str:
        """The WebSocket URL (RFC 6455, section 3): `wss` where it is certain to be encrypted."""
        return f"{'wss' if self.secure else 'ws'}://{self}"

    def __str__(self) -> str:
        return f"{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


class Invite(Struct, frozen=True):
    """One server's addresses, best first, and the room to open there (None: none in particular)."""

    addresses: tuple[Address, ...]
    room: str | None = None
    pin: str = ""
    """of the host's key; empty where it is not known. With one, every address is encrypted"""
    secret: str = ""
    """lets in; empty for none"""

    @property
    def link(self) -> str:
        """The `chatapp://` link. Addresses that are encrypted, and for which there is no pin, have no place in it and
        are left out."""
        hosts = ",".join(str(address) for address in self.addresses if self.pin or not address.secure)
        behind = urlencode({name: text for name, text in (("f", self.pin), ("k", self.secret)) if text})
        return f"chatapp://{hosts}/{quote(self.room or '', safe='')}".removesuffix("/") + (
            f"#{behind}" if behind else ""
        )

    @property
    def text(self) -> str:
        """What others paste to come: the link, or the URL where a link cannot say that it is encrypted."""
        has_link = self.pin or any(not address.secure for address in self.addresses)
        return self.link if has_link else self.addresses[0].url

    @property
    def shown(self) -> str:
        """What a person is told of where it leads: the likeliest address, as it was typed."""
        first = self.addresses[0]
        return str(first) if self.pin or first.secure is None else first.url

    @property
    def place(self) -> "Invite":
        """The same without what is for one time: neither room nor secret."""
        return Invite(self.addresses, pin=self.pin)


def parse(text: str) -> Invite:
    """The invite that a text means. Raises BadInvite."""
    text = text.encode(errors="replace").decode().strip()  # a lone surrogate, as of a broken argument, has no UTF-8
    if not text:
        raise BadInvite(Sentence("Type the address of a server, such as {example}.", example=f"192.168.1.20:{PORT}"))
    scheme, separator, rest = text.partition("://")
    if not separator:
        return Invite((_address(text),))
    match scheme.lower():
        case "ws" | "wss" as known:
            secure = known == "wss"
            return Invite((_address(rest.removesuffix("/"), secure=secure, usual=443 if secure else PORT),))
        case "chatapp":
            return _link(rest)
        case _:
            raise BadInvite(
                Sentence("An address starts with ws://, wss:// or chatapp://, or is just a host and a port.")
            )


def _link(rest: str) -> Invite:
    place, _, fragment = rest.partition("#")
    hosts, _, room = place.partition("/")
    said = dict(parse_qsl(fragment))
    pin, secret = said.get("f", ""), said.get("k", "")
    if len(secret) > SECRET:
        raise BadInvite(Sentence("This invite is damaged. Copy the whole link, or ask for a new one."))
    if pin:
        try:
            pins.checked(pin)
        except pins.BadPin as problem:
            raise BadInvite(problem.args[0]) from None
    doors = hosts.split(",", ADDRESSES)[:ADDRESSES]
    addresses = tuple(_address(door, secure=True if pin else None) for door in doors)
    return Invite(addresses, unquote(room) or None, pin, secret)


def _address(text: str, *, secure: bool | None = None, usual: int = PORT) -> Address:
    try:
        parts = urlsplit(f"//{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadInvite(
            Sentence("“{text}” is not an address: the port is a number from 1 to 65535.", text=shown(text[:80]))
        ) from None
    if not host or parts.netloc != text or parts.username is not None or port == 0 or not _is_host(host):
        raise BadInvite(
            Sentence(
                "“{text}” is not an address. It looks like {one} or {other}.",
                text=shown(text[:80]),
                one=f"192.168.1.20:{PORT}",
                other=f"ann-pc.local:{PORT}",
            )
        )
    return Address(host, port or usual, secure)


def _is_host(host: str) -> bool:
    """An IP address, or a name of DNS or mDNS (RFC 1123, section 2.1), internationalised ones included."""
    try:
        zone = getattr(ip_address(host), "scope_id", None)
    except ValueError:
        labels = host.removesuffix(".").split(".")
        return len(host) <= 253 and all(0 < len(label) <= 63 and _is_label(label) for label in labels)
    return zone is None or _ZONE.fullmatch(zone) is not None


def _is_label(label: str) -> bool:
    return label.replace("-", "").replace("_", "").isalnum() and not label.startswith("-") and not label.endswith("-")
