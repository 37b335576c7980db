"""What a notebook knows of hosts: by the address where each was met, its key. What that is for: `session.known`."""

import sqlite3
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from chatapp.session.known import KnownHost

TABLE: Final = """
    CREATE TABLE host (address TEXT PRIMARY KEY, pin TEXT, verified INTEGER, name TEXT, at REAL) WITHOUT ROWID;
    """


class Hosts:
    """`KnownHosts`, read from memory. `write` has a statement with its values done, later."""

    def __init__(self, write: Callable[[str, tuple[object, ...]], None]) -> None:
        self._write = write
        self._hosts: dict[str, KnownHost] = {}

    def read(self, connection: sqlite3.Connection) -> None:
        """Begin with what is there. Once."""
        for address, pin, verified, name, at in connection.execute("SELECT address, pin, verified, name, at FROM host"):
            self._hosts[address] = KnownHost(pin, bool(verified), name, at)

    def host_at(self, address: str) -> KnownHost | None:
        return self._hosts.get(address)

    def host_with(self, pin: str) -> KnownHost | None:
        found = [host for host in self._hosts.values() if host.pin == pin]
        return max(found, key=lambda host: (host.verified, host.at), default=None)

    def keep_host(self, address: str, host: KnownHost) -> None:
        self._hosts[address] = host
        values = (address, host.pin, host.verified, host.name, host.at)
        self._write("INSERT OR REPLACE INTO host (address, pin, verified, name, at) VALUES (?, ?, ?, ?, ?)", values)

    def verify(self, pin: str) -> None:
        """The person has made sure that whoever has that key is who they take them for."""
        for address, host in [*self._hosts.items()]:
            if host.pin == pin and not host.verified:
                self.keep_host(address, replace(host, verified=True))

    def forget(self, address: str) -> None:
        """Whoever is met there next is met for the first time."""
        if self._hosts.pop(address, None) is not None:
            self._write("DELETE FROM host WHERE address = ?", (address,))
