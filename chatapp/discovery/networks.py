"""The networks that this computer is in."""

from ipaddress import ip_address
from typing import Final

from msgspec import Struct

_EVERY: Final = {"": (4, 6), "0.0.0.0": (4,), "::": (6,)}  # noqa: S104  # compared with, not bound
"""what stands for every interface, and which versions of IP it means"""


class Network(Struct, frozen=True):
    """One address of one interface."""

    interface: str
    """as the system calls it; on Windows and macOS, as a person would"""
    address: str
    """without a scope"""
    prefix: int
    """how many bits of it name the network"""

    @property
    def loopback(self) -> bool:
        return ip_address(self.address).is_loopback

    @property
    def link_local(self) -> bool:
        return ip_address(self.address).is_link_local


def networks() -> tuple[Network, ...]:
    """All of them, loopback included, in the system's order; none where it does not tell. Takes milliseconds."""
    import ifaddr  # noqa: PLC0415  # what announces and looks comes after the window

    found = []
    try:
        for adapter in ifaddr.get_adapters():
            for each in adapter.ips:
                address = (each.ip if isinstance(each.ip, str) else each.ip[0]).partition("%")[0]
                # Windows has 255 for one that it does not know.
                prefix = min(each.network_prefix, ip_address(address).max_prefixlen)
                found.append(Network(adapter.nice_name, address, prefix))
    except OSError:
        return ()
    return tuple(found)


def is_here_alone(bind: str) -> bool:
    """Whether nobody but this computer reaches a server that listens on that address."""
    try:
        return ip_address(bind.partition("%")[0]).is_loopback
    except ValueError:
        return bind == "localhost"


def heard_at(bind: str, around: tuple[Network, ...]) -> tuple[str, ...]:
    """The addresses of this computer at which others reach a server that listens on the address `bind`; none where
    nobody else does. A name that is no address stands for every interface."""
    if is_here_alone(bind):
        return ()
    versions = _EVERY.get(bind)
    if versions is None:
        try:
            return (str(ip_address(bind.partition("%")[0])),)
        except ValueError:
            versions = (4, 6)
    return tuple(
        one.address
        for one in around
        if ip_address(one.address).version in versions
        and not one.loopback
        and not (one.link_local and ":" in one.address)
    )
