"""Whom to believe that answers at an address, and what is sent unencrypted.

    what the person has                        what is tried, in this order
    an invite with a pin                       TLS with that key, or nothing
    wss:// and a name that is public           TLS with a certificate of a public authority, or nothing
    an address at which a key was met          TLS with that key, or nothing
    an invite with such an address             the same at all of its addresses
    an address for which an authority vouched  TLS with a certificate of a public authority, or nothing
    wss:// and one of a network of its own     the same, or TLS with whatever key is met there first
    a public name                              the same, or unencrypted
    an address of a network of its own         TLS with whatever key is met there first, or unencrypted
    ws://                                      unencrypted

Who is on the way between two who never met can have them meet unencrypted, or can be the one who is met: nothing but an
invite prevents that, and the window says so. Who is there only later is noticed.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from ipaddress import IPv6Address, ip_address
from typing import Final

from chatapp.client import faults
from chatapp.protocol.invite import Address
from chatapp.session.ground import Ground, Trust
from chatapp.session.known import KnownHost, KnownHosts

_OWN_DOMAINS: Final = ("local", "lan", "home.arpa", "internal", "localhost")
"""names under them belong to one network (RFC 6762, RFC 8375), so no public authority certifies them"""


class Way(Enum):
    """How to speak with a server."""

    PUBLIC = "public"
    """TLS with a certificate that a public authority has given to the name"""
    OWN = "own"
    """TLS with a certificate that the host has made; it is told by its key"""
    PLAIN = "plain"


class Untrusted(Exception):
    """Not a word was sent. Its one argument is a Sentence that says why, and what to do."""


class HostsMet:
    """`KnownHosts` of one run of the program."""

    def __init__(self) -> None:
        self._hosts: dict[str, KnownHost] = {}

    def host_at(self, address: str) -> KnownHost | None:
        return self._hosts.get(address)

    def host_with(self, pin: str) -> KnownHost | None:
        found = [host for host in self._hosts.values() if host.pin == pin]
        return max(found, key=lambda host: host.verified, default=None)

    def keep_host(self, address: str, host: KnownHost) -> None:
        self._hosts[address] = host


class Verdict:
    """For the addresses of one invite, whose pin is `pin` (empty for none). They are one host's: whose key was met at
    one of them is who is to answer at those where nobody was met."""

    def __init__(self, pin: str, hosts: KnownHosts, addresses: Sequence[Address] = ()) -> None:
        self._pin = pin
        self._hosts = hosts
        self._addresses = tuple(addresses)
        self._spoken: dict[str, Ground] = {}
        """how it was spoken with whom last; a token of that is for nothing else"""

    def ways(self, address: Address) -> tuple[Way, ...]:
        """What is to be tried, each only where what answers cannot do the one before. Raises Untrusted."""
        known = self._known(address)
        is_public = not _is_of_a_network(address.host)
        match address.secure:
            case _ if self._pin:
                return (Way.OWN,)
            case False:
                if known is not None:
                    raise Untrusted(faults.no_longer_encrypted(address))
                return (Way.PLAIN,)
            case True if is_public:
                return (Way.PUBLIC,)
            case _ if known is not None:
                return (Way.OWN,) if known.pin else (Way.PUBLIC,)
            case True:
                return (Way.PUBLIC, Way.OWN)
            case _:
                spoken = self._spoken.get(str(address))
                if spoken is not None and spoken.trust is Trust.HERE and not spoken.pin:
                    return (Way.PLAIN,)
                encrypted = (Way.PUBLIC, Way.OWN) if is_public else (Way.OWN,)
                was = spoken is not None and spoken.trust is not Trust.PLAIN
                return encrypted if was else (*encrypted, Way.PLAIN)

    def against_plain(self, address: Address) -> str:
        """Why whoever speaks no TLS there is not believed, as a sentence; empty where nothing is known of them."""
        if self._pin:
            return faults.not_the_one_invited_by(address)
        return faults.no_longer_encrypted(address) if self._known(address) is not None else ""

    def ground(self, address: Address, way: Way, pin: str, *, here: bool) -> Ground:
        """What a connection stands on that was made in this way, to somebody with the key of that pin (empty: who has
        shown none). `here`: it does not leave this computer. Raises Untrusted."""
        if way is Way.PLAIN:
            return Ground(Trust.HERE if here else Trust.PLAIN)
        if way is Way.PUBLIC:
            return Ground(Trust.PUBLIC, pin)
        known, same = self._known(address), self._hosts.host_with(pin)
        if self._pin:
            if pin != self._pin:
                raise Untrusted(faults.not_the_one_invited_by(address))
            return Ground(Trust.VERIFIED, pin, replaces=known is not None and known.pin not in {"", pin})
        if known is not None and known.pin != pin:
            raise Untrusted(faults.another_key(address))
        if same is not None and same.verified:
            return Ground(Trust.VERIFIED, pin)
        if here:  # where one program is there today, and another tomorrow
            return Ground(Trust.HERE, pin)
        return Ground(Trust.SEEN, pin, first=same is None)

    def spoke(self, address: Address, ground: Ground) -> None:
        """Somebody there has shown to be a chat; for as long as this lasts they are spoken with in the same way."""
        self._spoken[str(address)] = ground

    def met(self, address: Address, ground: Ground, at: float, name: str | None) -> None:
        """Remember who is there, which is another computer, now that they have shown to be a chat. `name` is what they
        call it, None where they have not said so yet; `at` is seconds since the epoch."""
        verified = ground.trust is Trust.VERIFIED
        if verified or ground.trust is Trust.SEEN:
            pin = ground.pin
        elif ground.trust is Trust.PUBLIC and (address.secure is None or _is_of_a_network(address.host)):
            pin = ""  # elsewhere wss:// takes nothing less, whoever was met
        else:
            return
        if name is None:
            known = self._hosts.host_at(str(address))
            name = known.name if known is not None and known.pin == pin else ""
        self._hosts.keep_host(str(address), KnownHost(pin, verified, name, at))

    def _known(self, address: Address) -> KnownHost | None:
        known = self._hosts.host_at(str(address))
        if known is not None:
            return known
        elsewhere = (self._hosts.host_at(str(each)) for each in self._addresses)
        return next((host for host in elsewhere if host is not None and host.pin), None)


Vet = Callable[[str, bool], Ground]
"""The pin of the key that somebody has shown (empty: none), and whether they are on this computer, to what a connection
to them stands on. Raises Untrusted."""


def anybody(pin: str, here: bool) -> Ground:
    """Lets everybody pass."""
    return Ground(Trust.HERE if here else Trust.PLAIN, pin)


def is_here(host: str) -> bool:
    """Whether an IP address is one of this computer's own, which no network carries."""
    address = ip_address(host.partition("%")[0])
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (inner or address).is_loopback


def _is_of_a_network(host: str) -> bool:
    """Whether a host's name means somebody in one network only, or is no name at all."""
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        name = host.lower().removesuffix(".")
        return "." not in name or any(name.endswith(f".{domain}") for domain in _OWN_DOMAINS)
    return True
