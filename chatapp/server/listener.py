"""Everybody who is connected: who may be, and who is overdue.

Connections are made by the acceptor and speak for themselves; here they are counted, looked after by one sweep instead
of a timer of each, and closed in the end.
"""

import asyncio
import socket
import time
from collections import Counter
from collections.abc import Callable
from secrets import token_urlsafe

from chatapp.protocol.limits import CONNECTIONS, CONNECTIONS_PER_ADDRESS, READ_AHEAD, TURNED_AWAY
from chatapp.server.acceptor import Acceptor
from chatapp.server.connection import Connection
from chatapp.server.counts import Counts
from chatapp.server.peer import Handler
from chatapp.server.timing import PROMISED, Timing
from chatapp.server.tls import Encryption


def _nonce() -> str:
    """22 characters that nobody can foresee."""
    return token_urlsafe(16)


class Listener:
    """Accepts connections, and looks after all of them. Belongs to one event loop."""

    def __init__(
        self,
        handler: Handler,
        loop: asyncio.AbstractEventLoop,
        *,
        max_connections: int = CONNECTIONS,
        max_connections_per_address: int = CONNECTIONS_PER_ADDRESS,
        timing: Timing = PROMISED,
        counts: Counts | None = None,
        clock: Callable[[], float] = time.monotonic,
        encryption: Encryption | None = None,
        nonce: Callable[[], str] = _nonce,
    ) -> None:
        self.handler = handler
        self.loop = loop
        self.timing = timing
        self.clock = clock
        self.encryption = encryption
        self.nonce = nonce
        self.counts = counts or Counts()
        self.buffer = bytearray(READ_AHEAD)
        """where every connection reads into"""
        self._max_connections = max_connections
        self._max_connections_per_address = max_connections_per_address
        self._connections: dict[Connection, None] = {}
        self._turned_away = 0
        """how many of them are over a limit"""
        self._by_address: Counter[str] = Counter()
        self._acceptor = Acceptor(loop, lambda: Connection(self))
        self._timer: asyncio.TimerHandle | None = None
        self.stopping = False
        self._empty: asyncio.Future[None] | None = None
        """done when the last connection is gone; there while stopping"""

    async def listen(self, sockets: list[socket.socket]) -> None:
        """Accept connections on bound sockets, which are the listener's own from now on. Raises OSError."""
        await self._acceptor.listen(sockets)
        self._timer = self.loop.call_later(self.timing.sweep, self._sweep)

    def admit(self, connection: Connection) -> str:
        """Count a connection in. Returns why it is to be turned away; empty where it is welcome."""
        self._connections[connection] = None
        self.counts.connections += 1
        detail = ""
        if len(self._connections) - self._turned_away > self._max_connections:
            detail = f"This server is full: it takes {self._max_connections} connections. Try again later."
        elif self._by_address[connection.address] >= self._max_connections_per_address:
            detail = f"This server takes {self._max_connections_per_address} connections from one address. Close one."
        if detail:
            self._turned_away += 1
            self.counts.turned_away += 1
        else:
            self._by_address[connection.address] += 1
        return detail

    @property
    def figures(self) -> tuple[int, int]:
        """How many connections are encrypted, and how many are not."""
        secure = sum(connection.secure for connection in self._connections)
        return secure, len(self._connections) - secure

    @property
    def crowded(self) -> bool:
        """More are being turned away than are heard out."""
        return self._turned_away > TURNED_AWAY

    def forget(self, connection: Connection, *, turned_away: bool) -> None:
        """A connection is gone."""
        del self._connections[connection]
        if turned_away:
            self._turned_away -= 1
        else:
            self._by_address[connection.address] -= 1
            if not self._by_address[connection.address]:
                del self._by_address[connection.address]
        if self._empty is not None and not self._connections and not self._empty.done():
            self._empty.set_result(None)

    def sweep(self, now: float) -> None:
        """Look at every connection whose deadline has passed."""
        for connection in [each for each in self._connections if each.deadline <= now]:
            connection.look(now)

    def _sweep(self) -> None:
        self._timer = self.loop.call_later(self.timing.sweep, self._sweep)
        self.sweep(self.clock())

    async def stop(self) -> None:
        """Accept nobody more, tell everyone (1001), wait for `Timing.stop` at most, and cut the rest."""
        self.stopping = True
        self._acceptor.close()
        if self._connections:
            self._empty = self.loop.create_future()
            for connection in [*self._connections]:
                connection.go_away()
            await asyncio.wait([self._empty], timeout=self.timing.stop)
            for connection in [*self._connections]:
                connection.abort()
            await self._empty
            self._empty = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
