"""The one address of an invite that answers."""

import asyncio
import contextlib
import socket
import ssl
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection

from chatapp.client import reach as module
from chatapp.client.reach import Unreachable, reach
from chatapp.client.trust import HostsMet, Verdict
from chatapp.protocol.invite import Address, parse
from tests.client.toy_server import HERE, invite, raw, websocket


async def stay(connection: ServerConnection) -> None:
    await connection.wait_closed()


async def silence(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        port: int = probe.getsockname()[1]
        return port


DOOR = Verdict("", HostsMet())
"""for whoever has met nobody yet"""


def no_tls() -> ssl.SSLContext:
    raise AssertionError("nothing here is encrypted")


async def test_the_first_address_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEXT_ADDRESS", 0.01)
    nobody = Address(HERE, free_port(), secure=False)
    async with raw(silence) as silent, websocket(stay) as there:
        for others in ((), (nobody,), silent.addresses, (*silent.addresses, nobody)):
            wire = await reach((*others, *there.addresses), DOOR, no_tls)
            assert wire.address == there.addresses[0]
            wire.close()
            await wire.over


@pytest.mark.parametrize("name", ["ü" * 60, "7bsàأ"])
async def test_a_name_that_cannot_be_looked_up_is_one_that_is_not_found(name: str) -> None:
    """Too long in DNS's letters, or of two directions (RFC 3490)."""
    [address] = parse(f"ws://{name}").addresses
    with pytest.raises(Unreachable, match=f"The name “{name}” cannot be found"):
        await reach([address], DOOR, no_tls)
    async with websocket(stay) as there:
        wire = await reach((address, *there.addresses), DOOR, no_tls)
        wire.close()
        await wire.over


async def test_both_answer_and_one_is_let_go() -> None:
    seen: list[ServerConnection] = []

    async def serve(connection: ServerConnection) -> None:
        seen.append(connection)
        await connection.wait_closed()

    async with websocket(serve) as first, websocket(serve) as second:
        wire = await reach((*first.addresses, *second.addresses), DOOR, no_tls)
        wire.close()
        await wire.over
        for connection in seen:
            await connection.wait_closed()


async def test_nobody_answers() -> None:
    first, second = free_port(), free_port()
    with pytest.raises(Unreachable, match=f"No server answers at {HERE}:{first}\\."):
        await reach(invite(first, second).addresses, DOOR, no_tls)


async def test_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CONNECT", 0.05)
    async with raw(silence) as where:
        with pytest.raises(Unreachable, match="in time"):
            await reach(where.addresses, DOOR, no_tls)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n", "something else answers there"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "says “HTTP 404”"),
        (b"HTTP/1.1 503 Service Unavailable\r\n\r\nfull", "The server is full at the moment"),
        (b"HTTP/1.1 101 Switching Protocols\r\n\r\n", "something else answers there"),
        (b"x" * 100_000, "something else answers there"),
        (b"", "something else answers there"),
    ],
)
async def test_something_else_answers(answer: bytes, sentence: str) -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()

    async with raw(speak) as where:
        with pytest.raises(Unreachable, match=sentence):
            await reach(where.addresses, DOOR, no_tls)


async def test_a_name_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    async def look_up(*_words: Any, **_more: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", look_up)
    with pytest.raises(Unreachable, match=r"The name “nowhere\.invalid” cannot be found"):
        await reach((Address("nowhere.invalid", secure=False),), DOOR, no_tls)


async def test_a_name_too_long_to_look_up() -> None:
    with pytest.raises(Unreachable, match="cannot be found"):
        await reach((Address("a" * 64 + ".invalid", secure=False),), DOOR, no_tls)


async def test_giving_up_leaves_nothing_behind() -> None:
    hung_up = asyncio.Event()
    met = asyncio.Event()

    async def speak(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        met.set()
        with contextlib.suppress(ConnectionError):
            await reader.read()
        hung_up.set()

    async with raw(speak) as where:
        reaching = asyncio.create_task(reach(where.addresses, DOOR, no_tls))
        await met.wait()
        reaching.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reaching
        await hung_up.wait()
