"""Answers monitors over HTTP, on a port of its own: a few fixed pages, one request a connection, to GET alone.

Whoever reaches the port may read it, so that it belongs on a loopback address or behind a firewall. A page in a browser
that calls itself by a name of its own (DNS rebinding) cannot: the `Host` of a request is an address, `localhost`, or
what the operator calls this place.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from ipaddress import ip_address
from typing import Final, NamedTuple

from chatapp.server.sockets import bind

REQUEST: Final = 4096
"""bytes of a request, at most"""
PATIENCE: Final = 5.0
"""seconds that a connection lasts, at most"""
CONNECTIONS: Final = 16
"""at once; any more are cut"""
PLAIN: Final = "text/plain; charset=utf-8"
FIGURES: Final = "text/plain; version=0.0.4; charset=utf-8"
"""of a page that `metrics.text` makes"""

log = logging.getLogger(__name__)


class Page(NamedTuple):
    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    type: str = PLAIN


class Health:
    """`pages` makes each page anew when it is asked for, by its path. One event loop."""

    def __init__(self, pages: Mapping[str, Callable[[], Awaitable[Page]]], *, patience: float = PATIENCE) -> None:
        self._pages = pages
        self._patience = patience
        self._name = ""
        self._servers: list[asyncio.Server] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self, host: str, port: int) -> int:
        """Answer on this address from now on. Returns the port. Raises OSError where it may not be had."""
        self._name = host.lower()
        sockets = bind(host, port)
        port = sockets[0].getsockname()[1]
        try:
            for each in sockets:
                self._servers.append(await asyncio.start_server(self._came, sock=each, limit=REQUEST))
        except BaseException:
            await self.stop()
            for each in sockets:
                each.close()
            raise
        return port

    async def stop(self) -> None:
        """Answer no more, and cut who is being answered. Doing it again does nothing."""
        for server in self._servers:
            server.close()
        self._servers.clear()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _came(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if len(self._tasks) >= CONNECTIONS:
            writer.transport.abort()
            return
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(TimeoutError, OSError, asyncio.IncompleteReadError):
                async with asyncio.timeout(self._patience):
                    writer.write(_answer(await self._page(reader)))
                    await writer.drain()
                    if writer.can_write_eof():
                        # To the end of what they still say: what is left unread would cost them the answer.
                        writer.write_eof()
                        while await reader.read(REQUEST):
                            pass
        finally:
            writer.close()

    async def _page(self, reader: asyncio.StreamReader) -> Page:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            return _refusal(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        line, *headers = request.decode("latin-1").split("\r\n")[:-2]
        match line.split(" "):
            case [method, target, "HTTP/1.1" | "HTTP/1.0"] if method.isalpha():
                pass
            case _:
                return _refusal(HTTPStatus.BAD_REQUEST)
        hosts = [
            value.strip() for name, _, value in (each.partition(":") for each in headers) if name.lower() == "host"
        ]
        if len(hosts) != 1:
            return _refusal(HTTPStatus.BAD_REQUEST)
        if not self._is_here(hosts[0]):
            return _refusal(HTTPStatus.MISDIRECTED_REQUEST)
        if method != "GET":
            return _refusal(HTTPStatus.METHOD_NOT_ALLOWED)
        make = self._pages.get(target.partition("?")[0])
        if make is None:
            return _refusal(HTTPStatus.NOT_FOUND)
        try:
            return await make()
        except Exception:
            log.exception("A monitor could not be answered")
            return _refusal(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _is_here(self, host: str) -> bool:
        name = host.lower()
        if name.startswith("["):
            name = name[1:].partition("]")[0]
        elif name.count(":") == 1:
            name = name.partition(":")[0]
        if name in ("localhost", self._name):
            return True
        try:
            ip_address(name)
        except ValueError:
            return False
        return True


def _refusal(status: HTTPStatus) -> Page:
    return Page(f"{status.phrase}\n".encode(), status)


def _answer(page: Page) -> bytes:
    status = page.status
    lines = [
        f"HTTP/1.1 {status.value} {status.phrase}",
        f"Content-Type: {page.type}",
        f"Content-Length: {len(page.body)}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        *(["Allow: GET"] if status is HTTPStatus.METHOD_NOT_ALLOWED else []),
        "Connection: close",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + page.body
