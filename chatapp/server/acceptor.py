"""Listening sockets to connected transports: `SocketTransport` where the event loop allows it, asyncio's own elsewhere.

Whether TLS or plain is spoken on a connection it tells itself, by its first byte (`tls.py`).
"""

import asyncio
import logging
import socket
from collections.abc import Callable
from typing import Final

from chatapp.server.transport import SocketTransport

BACKLOG: Final = 1024
"""connections that the system keeps until they are accepted"""
ARRIVALS: Final = 64
"""connections accepted before the others have their turn"""
ACCEPT_AGAIN: Final = 1.0
"""seconds until the next try where the system gives no more connections; nothing tells when it would"""

log = logging.getLogger(__name__)


def suits(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether `SocketTransport` is what its connections should have.

    It needs a loop that watches sockets: `asyncio.SelectorEventLoop`, whatever its selector (epoll, kqueue; on Windows,
    where it has to be asked for, select). The usual one of Windows does not, and what uvloop brings itself costs less.
    """
    return isinstance(loop, asyncio.SelectorEventLoop)


class Acceptor:
    """Accepts connections on one event loop. `connection` makes the protocol of each."""

    def __init__(self, loop: asyncio.AbstractEventLoop, connection: Callable[[], asyncio.BufferedProtocol]) -> None:
        self._loop = loop
        self._connection = connection
        self._sockets: list[socket.socket] = []
        self._servers: list[asyncio.Server] = []
        self._pause: asyncio.TimerHandle | None = None

    async def listen(self, sockets: list[socket.socket]) -> None:
        """Accept connections on bound sockets, which are the acceptor's own from now on. Raises OSError."""
        if suits(self._loop):
            for each in sockets:
                each.setblocking(False)
                each.listen(BACKLOG)
                self._sockets.append(each)
            self._watch()
        else:
            for each in sockets:
                self._servers.append(await self._loop.create_server(self._connection, sock=each, backlog=BACKLOG))

    def close(self) -> None:
        """Accept nobody more. Whoever was accepted stays."""
        for server in self._servers:
            server.close()
        self._servers.clear()
        self._rest()
        for each in self._sockets:
            each.close()
        self._sockets.clear()
        if self._pause is not None:
            self._pause.cancel()
            self._pause = None

    def _watch(self) -> None:
        self._pause = None
        for each in self._sockets:
            self._loop.add_reader(each.fileno(), self._accept, each)

    def _rest(self) -> None:
        for each in self._sockets:
            self._loop.remove_reader(each.fileno())

    def _accept(self, listening: socket.socket) -> None:
        for _ in range(ARRIVALS):
            try:
                sock, peer = listening.accept()
            except BlockingIOError:
                return
            except ConnectionError:  # gone before it was accepted
                continue
            except OSError as problem:
                # Most likely no more files may be open. All sockets rest, or the loop would turn and turn for nothing;
                # who comes waits in the system meanwhile.
                log.warning("No connection can be accepted: %s", problem.strerror)
                self._rest()
                self._pause = self._loop.call_later(ACCEPT_AGAIN, self._watch)
                return
            SocketTransport(self._loop, sock, self._connection(), peer)
