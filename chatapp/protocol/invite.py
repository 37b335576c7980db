"""What a person types, pastes or clicks to join: an address or an invite link.

`host`, `host:port`, `[v6]:port`, `ws://…`, `wss://…`, and `chatapp://host:port,host:port/room`. Fingerprints and
secrets (`#f=…&k=…`) belong to encrypted hosts; until this client can check them, such a link is refused rather than
trusted.
"""

from ipaddress import ip_address
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from chatapp.protocol.limits import PORT
from chatapp.protocol.sentences import Sentence


class BadInvite(ValueError):
    """Not an address or invite. Its one argument is a Sentence that says what to do."""


class Address(Struct, frozen=True):
    """Where a server listens. `str` gives what a person would type."""

    host: str
    port: int = PORT
    secure: bool = False

    @property
    def url(self) -> str:
        """The WebSocket URL (RFC 6455, section 3)."""
        return f"{'wss' if self.secure else 'ws'}://{self}"

    def __str__(self) -> str:
        return f"{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


class Invite(Struct, frozen=True):
    """One server's addresses, best first, and the room to open there (None: none in particular)."""

    addresses: tuple[Address, ...]
    room: str | None = None

    @property
    def link(self) -> str:
        """The `chatapp://` link. Encrypted addresses have no place in it yet and are left out."""
        hosts = ",".join(str(address) for address in self.addresses if not address.secure)
        return f"chatapp://{hosts}" + (f"/{quote(self.room, safe='')}" if self.room else "")


def parse(text: str) -> Invite:
    """The invite that a text means. Raises BadInvite."""
    text = text.strip()
    if not text:
        raise BadInvite(Sentence("Type the address of a server, such as {example}.", example=f"192.168.1.20:{PORT}"))
    scheme, separator, rest = text.partition("://")
    if not separator:
        return Invite((_address(text, secure=False),))
    match scheme.lower():
        case "ws" | "wss" as known:
            return Invite((_address(rest.removesuffix("/"), secure=known == "wss"),))
        case "chatapp":
            return _link(rest)
        case _:
            raise BadInvite(Sentence("An address starts with ws:// or chatapp://, or is just a host and a port."))


def _link(rest: str) -> Invite:
    place, _, fragment = rest.partition("#")
    if fragment:
        raise BadInvite(Sentence("This invite is for an encrypted server, which this version of Chatapp cannot check."))
    hosts, _, room = place.partition("/")
    return Invite(tuple(_address(host, secure=False) for host in hosts.split(",")), unquote(room) or None)


def _address(text: str, *, secure: bool) -> Address:
    try:
        parts = urlsplit(f"//{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadInvite(
            Sentence("“{text}” is not an address: the port is a number from 1 to 65535.", text=text[:80])
        ) from None
    if not host or parts.netloc != text or parts.username is not None or port == 0 or not _is_host(host):
        raise BadInvite(
            Sentence(
                "“{text}” is not an address. It looks like {one} or {other}.",
                text=text[:80],
                one=f"192.168.1.20:{PORT}",
                other=f"ann-pc.local:{PORT}",
            )
        )
    return Address(host, (443 if secure else PORT) if port is None else port, secure)


def _is_host(host: str) -> bool:
    """An IP address, or a name of DNS or mDNS (RFC 1123, section 2.1), internationalised ones included."""
    try:
        ip_address(host)
    except ValueError:
        labels = host.removesuffix(".").split(".")
        return len(host) <= 253 and all(0 < len(label) <= 63 and _is_label(label) for label in labels)
    return True


def _is_label(label: str) -> bool:
    return label.replace("-", "").replace("_", "").isalnum() and not label.startswith("-") and not label.endswith("-")
