"""One WebSocket connection: what arrives, signs of life, and each way in which it ends."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from chatapp.client import wire as module
from chatapp.client.wire import Wire
from chatapp.protocol.invite import Address, Invite
from tests.client.person import turns_until
from tests.client.toy_server import raw, websocket


@asynccontextmanager
async def wired(where: Invite, **options: float) -> AsyncIterator[tuple[Wire, "asyncio.Queue[bytes]"]]:
    address = where.addresses[0]
    wire = Wire(address, **options)
    texts: asyncio.Queue[bytes] = asyncio.Queue()
    await asyncio.get_running_loop().create_connection(lambda: wire, address.host, address.port)
    assert await wire.opened
    wire.begin(lambda batch: [texts.put_nowait(text) for text in batch] and None)
    try:
        yield wire, texts
    finally:
        wire.abort()
        await wire.over


async def echo(connection: ServerConnection) -> None:
    with contextlib.suppress(ConnectionClosed):
        async for text in connection:
            await connection.send(text)


async def test_texts_come_whole_and_in_order() -> None:
    async def serve(connection: ServerConnection) -> None:
        await connection.send("one")
        await connection.send(["t", "w", "o"])
        await connection.send(b"no text")
        await connection.send([b"no", b"text"])
        await connection.send("x" * 300_000)
        await connection.send("three")
        await connection.wait_closed()

    async with websocket(serve) as where, wired(where) as (_, texts):
        assert [await texts.get() for _ in range(4)] == [b"one", b"two", b"x" * 300_000, b"three"]


async def test_fragments_without_end_take_no_room() -> None:
    heard = asyncio.Event()

    async def serve(connection: ServerConnection) -> None:
        connection.transport.write(Frame(Opcode.TEXT, b"a", fin=False).serialize(mask=False))
        connection.transport.write(Frame(Opcode.CONT, b"", fin=False).serialize(mask=False) * 1_000)
        await (await connection.ping())
        heard.set()
        connection.transport.write(Frame(Opcode.CONT, b"b").serialize(mask=False))
        await connection.wait_closed()

    async with websocket(serve) as where, wired(where) as (wire, texts):
        await heard.wait()
        assert wire._whole == b"a"
        assert await texts.get() == b"ab"


async def test_what_arrives_before_the_beginning_is_kept() -> None:
    async def serve(connection: ServerConnection) -> None:
        await connection.send("first")
        await connection.recv()
        await connection.send("second")
        await connection.wait_closed()

    async with websocket(serve) as where:
        wire = Wire(where.addresses[0])
        host, port = where.addresses[0].host, where.addresses[0].port
        await asyncio.get_running_loop().create_connection(lambda: wire, host, port)
        assert await wire.opened
        texts: list[bytes] = []
        both = asyncio.Event()
        wire.send(b"go on")
        await turns_until(lambda: wire._kept)

        def take(batch: list[bytes]) -> None:
            texts.extend(batch)
            if len(texts) == 2:
                both.set()

        wire.begin(take)
        await both.wait()
        assert texts == [b"first", b"second"]
        wire.abort()
        await wire.over


async def test_what_is_sent_arrives() -> None:
    async with websocket(echo) as where, wired(where) as (wire, texts):
        for number in range(100):
            wire.send(b"%d" % number)
        assert [int(await texts.get()) for _ in range(100)] == [*range(100)]


async def test_signs_of_life_are_asked_for_and_given() -> None:
    pings = asyncio.Event()
    count = [0]

    async def serve(connection: ServerConnection) -> None:
        answer = connection.protocol.recv_frame

        def watch(frame: Frame) -> None:
            if frame.opcode is Opcode.PING:
                count[0] += 1
                if count[0] == 2:
                    pings.set()
            answer(frame)

        connection.protocol.recv_frame = watch  # type: ignore[method-assign]  # to see what nobody is told of
        await (await connection.ping())
        await connection.wait_closed()

    async with websocket(serve) as where, wired(where, ping_after=0.01, pong_within=0.2) as (wire, _):
        await pings.wait()
        assert not wire.over.done()


async def test_silence_ends_the_connection() -> None:
    async def serve(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await connection.wait_closed()

    async with (
        websocket(serve, close_timeout=0.01) as where,
        wired(where, ping_after=0.01, pong_within=0.05) as (wire, _),
    ):
        assert await wire.over == "The server stopped answering."


async def test_a_server_that_talks_is_not_asked() -> None:
    async with websocket(echo) as where, wired(where, ping_after=0.05, pong_within=0.01) as (wire, texts):
        for _ in range(50):
            wire.send(b"talk")
            await texts.get()
        assert not wire.over.done()


async def test_a_server_that_asks_and_never_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OUTBOX", 1000)

    async def serve(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        ping = Frame(Opcode.PING, b"x" * 125).serialize(mask=False)
        while not connection.transport.is_closing():
            connection.transport.write(ping * 1000)
            turn = asyncio.Event()
            asyncio.get_running_loop().call_soon(turn.set)
            await turn.wait()

    async with websocket(serve, close_timeout=0.01, ping_interval=None) as where, wired(where) as (wire, _):
        assert await wire.over == "The server stopped answering."


async def test_closing_waits_for_the_server_but_not_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CLOSE", 0.05)

    async def serve(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await connection.wait_closed()

    async with websocket(serve, close_timeout=0.01) as where, wired(where) as (wire, _):
        wire.close(1000)
        await wire.over


async def test_dropping_waits_for_nobody_and_says_why() -> None:
    async def serve(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await connection.wait_closed()

    async with websocket(serve, close_timeout=0.01) as where, wired(where) as (wire, _):
        wire.drop("No use.")
        wire.drop("Never mind.")
        assert await wire.over == "No use."
    wire.send(b"too late")
    wire.check(1.0)
    wire.close()


@pytest.mark.parametrize(
    "bytes_",
    [
        Frame(Opcode.TEXT, b"masked").serialize(mask=True),
        Frame(Opcode.CONT, b"of nothing").serialize(mask=False),
        b"\xff\xff\xff\xff",
        b"\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff",
    ],
    ids=["masked", "continuation of nothing", "noise", "length without end"],
)
async def test_broken_frames(bytes_: bytes) -> None:
    async def serve(connection: ServerConnection) -> None:
        connection.transport.write(bytes_)
        await connection.wait_closed()

    async with websocket(serve) as where, wired(where) as (wire, _):
        assert await wire.over == "The server sent something that this app does not understand."


async def test_text_that_is_no_utf8_is_left_to_the_codec() -> None:
    async def serve(connection: ServerConnection) -> None:
        connection.transport.write(Frame(Opcode.TEXT, b"\xff").serialize(mask=False))
        await connection.wait_closed()

    async with websocket(serve) as where, wired(where) as (_, texts):
        assert await texts.get() == b"\xff"


async def test_a_handshake_that_is_cut() -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 101 Switching")

    async with raw(speak) as where:
        wire = Wire(where.addresses[0])
        host, port = where.addresses[0].host, where.addresses[0].port
        await asyncio.get_running_loop().create_connection(lambda: wire, host, port)
        assert not await wire.opened
        assert "something else answers there" in await wire.over


async def test_closing_before_the_handshake_is_done() -> None:
    async def speak(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async with raw(speak) as where:
        wire = Wire(where.addresses[0])
        host, port = where.addresses[0].host, where.addresses[0].port
        await asyncio.get_running_loop().create_connection(lambda: wire, host, port)
        wire.close()
        assert not await wire.opened
        await wire.over


async def test_a_wire_that_never_was_connected_can_be_let_go() -> None:
    wire = Wire(Address("127.0.0.1", 1))
    wire.abort()
    wire.drop("never mind")
    assert not wire.over.done()
