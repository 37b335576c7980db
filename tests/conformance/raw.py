"""A WebSocket client that can do everything wrong: frames are written and read as they are (RFC 6455, section 5.2)."""

import asyncio
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from tests.conformance.wire import PATIENCE, encrypted, reset

CONT, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA


@dataclass(frozen=True)
class Frame:
    """One frame from a server. `head` is its first byte: flags and kind."""

    head: int
    content: bytes

    @property
    def kind(self) -> int:
        return self.head & 0x0F

    @property
    def code(self) -> int | None:
        """Of a close: why (section 7.4)."""
        return int.from_bytes(self.content[:2]) if self.kind == CLOSE and self.content else None


def frame(
    kind: int, content: bytes = b"", *, fin: bool = True, reserved: int = 0, mask: bytes | None = b"\x01\x02\x03\x04"
) -> bytes:
    """A client's frame. `mask=None` breaks the protocol: every frame of a client is masked."""
    masked = 0 if mask is None else 0x80
    head = bytes([fin << 7 | reserved << 4 | kind])
    if len(content) < 126:
        head += bytes([masked | len(content)])
    elif len(content) < 1 << 16:
        head += struct.pack("!BH", masked | 126, len(content))
    else:
        head += struct.pack("!BQ", masked | 127, len(content))
    if mask is None:
        return head + content
    repeated = (mask * (len(content) // 4 + 1))[: len(content)]
    mixed = int.from_bytes(content) ^ int.from_bytes(repeated)
    return head + mask + mixed.to_bytes(len(content))


def text(content: str) -> bytes:
    return frame(TEXT, content.encode())


def close(code: int, reason: str = "") -> bytes:
    return frame(CLOSE, code.to_bytes(2) + reason.encode())


class Raw:
    """A TCP connection to a server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, place: str) -> None:
        self._reader = reader
        self._writer = writer
        self._place = place

    @classmethod
    async def connect(cls, url: str, *, receive_buffer: int | None = None) -> Self:
        """`receive_buffer` is how many bytes the system takes in for a client that does not read."""
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 80
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        # With the protocol named asyncio sends small frames at once, instead of waiting for more.
        family, _, protocol, _, address = found[0]
        sock = socket.socket(family, socket.SOCK_STREAM, protocol)
        try:
            sock.setblocking(False)
            if receive_buffer is not None:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
            await asyncio.get_running_loop().sock_connect(sock, address)
            tls = encrypted(url)
            name = host if tls is not None else None
            reader, writer = await asyncio.open_connection(sock=sock, limit=16 * 1024, ssl=tls, server_hostname=name)
        except BaseException:
            sock.close()
            raise
        return cls(reader, writer, parts.netloc)

    def request(self, *headers: str, method: str = "GET", leave_out: str = "") -> bytes:
        """The opening handshake (section 4.1) with more headers, or without one."""
        lines = [
            f"Host: {self._place}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            *headers,
        ]
        kept = [line for line in lines if not leave_out or not line.startswith(leave_out)]
        return "\r\n".join([f"{method} / HTTP/1.1", *kept, "", ""]).encode()

    async def upgraded(self, *headers: str) -> Self:
        """Open the WebSocket connection."""
        await self.send(self.request(*headers))
        status, _ = await self.response()
        assert status == 101
        return self

    async def send(self, *data: bytes) -> None:
        self._writer.write(b"".join(data))
        async with asyncio.timeout(PATIENCE):
            await self._writer.drain()

    async def response(self) -> tuple[int, dict[str, str]]:
        """Status and headers, their names in lower case, of what the server answers over HTTP."""
        async with asyncio.timeout(PATIENCE):
            head = (await self._reader.readuntil(b"\r\n\r\n")).decode()
        line, *headers = head.rstrip().split("\r\n")
        assert line.startswith("HTTP/1.1 "), line
        pairs = (header.partition(":") for header in headers)
        return int(line.split(" ")[1]), {name.lower(): value.strip() for name, _, value in pairs}

    async def next(self) -> Frame:
        """The next frame, its form checked: a server masks nothing and has no extension to set a flag for."""
        async with asyncio.timeout(PATIENCE):
            head, length = await self._reader.readexactly(2)
            assert not head & 0x70, "a reserved flag is set"
            assert not length & 0x80, "a server's frame is masked"
            if length > 125:
                assert not head & 0x08, "a control frame is longer than 125 bytes"
                length = int.from_bytes(await self._reader.readexactly(2 if length == 126 else 8))
            return Frame(head, await self._reader.readexactly(length))

    async def answer(self) -> Frame:
        """The next frame that is no room list."""
        while (found := await self.next()).content.startswith(b'{"action":"roomsList"'):
            pass
        return found

    async def closing_code(self) -> int | None:
        """Why the server closes, after what it may still say; once that is answered it ends the connection."""
        while (found := await self.next()).kind == TEXT:
            pass
        assert found.kind == CLOSE, found
        with suppress(ConnectionError):  # it does not wait for the answer, as it need not after an error
            await self.send(frame(CLOSE, found.content))
        assert await self.rest() == b""
        return found.code

    async def rest(self) -> bytes:
        """Everything that comes until the server ends the connection; nothing where it ends with a reset."""
        async with asyncio.timeout(PATIENCE):
            try:
                return await self._reader.read()
            except ConnectionError:
                return b""

    async def identify(self, name: str) -> Self:
        await self.send(text(f'{{"action":"identify","payload":{{"username":"{name}"}}}}'))
        assert (await self.next()).content.startswith(b'{"action":"joined"')
        assert (await self.next()).content.startswith(b'{"action":"roomsList"')
        return self

    def end(self) -> None:
        """Say that nothing more will come, without a close."""
        self._writer.write_eof()

    def cut(self) -> None:
        """Go without a word: a reset."""
        reset(self._writer.transport.get_extra_info("socket"))
        self._writer.transport.abort()

    async def tidy(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            async with asyncio.timeout(PATIENCE):
                await self._writer.wait_closed()
