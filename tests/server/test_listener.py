"""Who may connect, and everything together over real sockets."""

import asyncio
import socket
import struct
import sys
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from chatapp.protocol.limits import FRAME, OUTBOX, TURNED_AWAY
from chatapp.server.connection import Connection
from chatapp.server.frames import PING, text_frame
from chatapp.server.listener import Listener
from chatapp.server.peer import Peer
from chatapp.server.sockets import bind
from chatapp.server.timing import Timing
from tests.server.doubles import UPGRADE, House, Recorder, closing, text

CUT = struct.pack("HH" if sys.platform == "win32" else "ii", 1, 0)
"""of SO_LINGER: closing resets the connection"""


# Limits


def test_connections_over_the_limit_are_told_and_more_are_cut() -> None:
    house = House(connections=2)
    welcome = [house.open() for _ in range(2)]
    house.handler.told.clear()
    crowd = [house.connect() for _ in range(TURNED_AWAY + 3)]
    assert [wire.cut for _, wire in crowd] == [False] * TURNED_AWAY + [True] * 3
    connection, wire = crowd[0]
    house.give(connection, UPGRADE)
    assert house.handler.told == [("turned away", "This server is full: it takes 2 connections. Try again later.")]
    assert closing(wire.taken())[0] == 1013
    house.turns.settle()
    assert len(house.handler.told) == 1  # nobody came, so nobody left
    for each, _ in [*crowd[:TURNED_AWAY], welcome[0]]:
        each.connection_lost(None)
    house.turns.settle()
    house.handler.told.clear()
    house.open()
    assert house.handler.told == [("opened",)]


def test_one_address_has_its_share() -> None:
    house = House(per_address=2)
    first, _ = house.open("192.0.2.1")
    house.open("192.0.2.1")
    house.open("192.0.2.2")
    house.open("")
    house.handler.told.clear()
    house.open("192.0.2.1")
    assert house.handler.told == [
        ("turned away", "This server takes 2 connections from one address. Close one."),
    ]
    first.connection_lost(None)
    house.turns.settle()
    house.handler.told.clear()
    house.open("192.0.2.1")
    assert house.handler.told == [("opened",)]


# Real sockets


@asynccontextmanager
async def listening(recorder: Recorder, timing: Timing, most: int = 500) -> AsyncIterator[tuple[Listener, str, int]]:
    loop = asyncio.get_running_loop()
    listener = Listener(recorder, loop, max_connections_per_address=most, timing=timing)
    [sock] = bind("127.0.0.1", 0)
    host, port = sock.getsockname()
    await listener.listen([sock])
    try:
        yield listener, host, port
    finally:
        await listener.stop()


@pytest.fixture
async def place(transports: None) -> AsyncIterator[tuple[Recorder, str]]:
    recorder = Recorder()
    async with listening(recorder, Timing()) as (_, host, port):
        yield recorder, f"ws://{host}:{port}"


async def test_a_real_client_of_websockets(place: tuple[Recorder, str]) -> None:
    recorder, url = place
    recorder.answer = lambda connection, content: connection.write(text_frame(content.upper()))
    async with connect(url) as client:
        await client.send("hello")
        assert await client.recv() == "HELLO"
        await client.send(["hel", "lo"])
        assert await client.recv() == "HELLO"
        await client.send("x" * FRAME)
        assert await client.recv() == "X" * FRAME
        await (await client.ping())
    assert client.close_code == 1000
    assert recorder.told[-1] == ("closed",)


async def test_a_real_web_page(place: tuple[Recorder, str]) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await connect(place[1], origin="https://example.org")  # type: ignore[arg-type]  # a NewType of str
    assert refused.value.response.status_code == 403


@pytest.mark.usefixtures("transports")
async def test_real_time_with_small_numbers() -> None:
    """All the waits, on the wire."""
    timing = Timing(
        first_byte=0.05, handshake=0.1, identify=0.05, ping_after=0.1, pong_within=0.1, close=0.1, stop=0.1, sweep=0.01
    )
    recorder = Recorder()
    async with listening(recorder, timing) as (_, host, port):
        reader, writer = await asyncio.open_connection(host, port)
        assert await reader.read() == b""  # cut without a byte
        writer.close()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(UPGRADE[:20])
        with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
            await reader.readexactly(1)  # cut amid the handshake
        writer.close()
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(UPGRADE)
        await reader.readuntil(b"\r\n\r\n")
        assert await reader.readexactly(2) == PING
        assert await reader.read() == b""  # cut without a pong
        writer.close()
    assert recorder.told == [("opened",), ("idled",), ("closed",)]


@pytest.mark.usefixtures("transports")
@pytest.mark.parametrize("cut", [False, True])
async def test_who_comes_back_at_once_finds_the_place_empty(cut: bool) -> None:
    """The server hears of both at the same time: the one is gone before the other is counted."""
    recorder = Recorder()
    clients: list[socket.socket] = []
    async with listening(recorder, Timing(), most=1) as (_, host, port):
        for _ in range(3):
            await opened(host, port, 1, clients)
            if cut:
                clients[-1].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, CUT)
            clients[-1].close()
    assert recorder.told == [("opened",), ("closed",)] * 3


@pytest.mark.usefixtures("transports")
async def test_stopping_says_goodbye_to_everyone() -> None:
    recorder = Recorder()
    async with listening(recorder, Timing(stop=0.2)) as (listener, host, port):
        clients = [await connect(f"ws://{host}:{port}") for _ in range(3)]
        mute, mute_writer = await asyncio.open_connection(host, port)
        deaf, deaf_writer = await asyncio.open_connection(host, port)
        deaf_writer.write(UPGRADE)
        await deaf.readuntil(b"\r\n\r\n")
        await listener.stop()
        for client in clients:
            with pytest.raises(ConnectionClosed):
                await client.recv()
            assert client.close_code == 1001
        assert closing(await deaf.read())[0] == 1001
        assert await mute.read() == b""
        with pytest.raises(OSError, match=r"refused|Connect call failed"):
            await asyncio.open_connection(host, port)
        for writer in (mute_writer, deaf_writer):
            writer.close()
            await writer.wait_closed()
    assert recorder.told.count(("closed",)) == 4


@pytest.mark.usefixtures("transports")
async def test_a_reader_that_stops_is_dropped_and_the_others_notice_nothing() -> None:
    """Over real sockets: what waits for it stays bounded, and a member that reads gets everything."""
    recorder = Recorder()
    async with listening(recorder, Timing()) as (_, host, port):
        frame_ = text_frame(b"x" * 60_000)
        came: asyncio.Queue[Peer] = asyncio.Queue()
        recorder.answer = lambda connection, content: came.put_nowait(connection)
        with socket.socket() as stopped:
            stopped.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            stopped.setblocking(False)
            await asyncio.get_running_loop().sock_connect(stopped, (host, port))
            await asyncio.get_running_loop().sock_sendall(stopped, UPGRADE + text("here"))
            slow = await came.get()
            async with connect(f"ws://{host}:{port}", max_queue=None) as client:
                await client.send("here")
                quick = await came.get()
                most, sent = 0, 0
                while not isinstance(slow, Connection) or slow.is_open:
                    for member in (slow, quick):
                        member.write(frame_)
                    sent += 1
                    most = max(most, waiting(slow))
                    assert await client.recv() == "x" * 60_000
                    assert sent < 1000, "a reader that stops is kept for ever"
                assert most <= OUTBOX + len(frame_)
                assert isinstance(quick, Connection)
                assert quick.is_open
    assert recorder.told.count(("closed",)) == 2


def waiting(connection: Peer) -> int:
    """Bytes that are kept for a connection."""
    assert isinstance(connection, Connection)
    return connection._transport.get_write_buffer_size()


@pytest.mark.usefixtures("transports")
async def test_an_idle_connection_is_small() -> None:
    """Counted in what Python allocates for it, with asyncio's share."""
    idle = 200
    async with listening(Recorder(), Timing()) as (_, host, port):
        pairs: list[socket.socket] = []
        await opened(host, port, 20, pairs)
        tracemalloc.start()
        try:
            before = tracemalloc.take_snapshot()
            await opened(host, port, idle, pairs)
            after = tracemalloc.take_snapshot()
        finally:
            tracemalloc.stop()
        ours = [
            tracemalloc.Filter(inclusive=True, filename_pattern=pattern)
            for pattern in ("*/chatapp/*", "*/asyncio/selector_events.py", "*/asyncio/transports.py", "*/websockets/*")
        ]
        grown = sum(
            each.size_diff for each in after.filter_traces(ours).compare_to(before.filter_traces(ours), "filename")
        )
        for pair in pairs:
            pair.close()
    assert 500 < grown / idle < 4096


async def opened(host: str, port: int, number: int, pairs: list[socket.socket]) -> None:
    loop = asyncio.get_running_loop()
    for _ in range(number):
        sock = socket.socket()
        pairs.append(sock)
        sock.setblocking(False)
        await loop.sock_connect(sock, (host, port))
        await loop.sock_sendall(sock, UPGRADE)
        while not await loop.sock_recv(sock, 4096):
            pass


def test_connections_are_counted() -> None:
    house = House(connections=2)
    one, _ = house.open()
    other, _ = house.open()
    house.connect()
    assert house.listener.figures == (0, 3)
    other.secure = True
    assert house.listener.figures == (1, 2)
    one.pause_writing()
    house.turns.settle()
    assert house.listener.figures == (1, 1)
    counts = house.listener.counts
    assert (counts.connections, counts.turned_away, counts.slow) == (3, 1, 1)
