"""What is remembered of hosts, by the address at which they were met: trust on first use."""

from typing import Protocol

from msgspec import Struct


class KnownHost(Struct, frozen=True, gc=False):
    """Who was met at an address."""

    pin: str = ""
    """of the host's key; empty where a public authority answered for the address's name, whatever the key"""
    verified: bool = False
    """an invite has named the key, or the person has compared it"""
    name: str = ""
    """what the host called the server; empty for nothing"""
    at: float = 0.0
    """when it was last met, in seconds since the Unix epoch"""


class KnownHosts(Protocol):
    """Addresses are as `Address` gives them as text."""

    def host_at(self, address: str) -> KnownHost | None:
        """Who was met there."""

    def host_with(self, pin: str) -> KnownHost | None:
        """Who was met with that key, wherever that was; one who is verified before any other."""

    def keep_host(self, address: str, host: KnownHost) -> None:
        """Remember who was met there, instead of anybody else."""
