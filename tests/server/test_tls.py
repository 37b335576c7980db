"""TLS on the port of everything else: over bytes in any pieces, and over real sockets on both kinds of transport."""

import asyncio
import itertools
import logging
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import Opcode

from chatapp.protocol.limits import FRAME, OUTBOX
from chatapp.security.certificates import HostKey, pin_of
from chatapp.server.connection import Connection
from chatapp.server.frames import text_frame
from chatapp.server.listener import Listener
from chatapp.server.sockets import bind
from chatapp.server.timing import PROMISED, Timing
from chatapp.server.tls import HELLO, READ, Encryption
from tests.server.doubles import NONCE, UPGRADE, House, Recorder, closing, frame, text

KEY = HostKey.make()
ENCRYPTION = Encryption(KEY.context())


def trusting() -> ssl.SSLContext:
    """What a client has that looks at the pin alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Guest:
    """A client of TLS whose bytes go through the test's hands. `heard`: what the server said, decrypted."""

    def __init__(self, house: House, context: ssl.SSLContext | None = None) -> None:
        self.house = house
        self.connection, self.wire = house.connect()
        self.coming, self.going = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = (context or trusting()).wrap_bio(self.coming, self.going)
        self.heard = bytearray()
        self.ended = False

    def shake(self, sizes: Iterator[int] | None = None) -> None:
        for _ in range(2):
            with suppress(ssl.SSLWantReadError):
                self.tls.do_handshake()
            self.give(self.going.read(), sizes)
            self.coming.write(self.wire.taken())
        self.tls.do_handshake()

    def give(self, data: bytes, sizes: Iterator[int] | None = None) -> None:
        """Bytes come off the line, in pieces of these sizes."""
        while data:
            protocol = self.wire.connection
            buffer = memoryview(protocol.get_buffer(-1))
            size = min(len(data), len(buffer), next(sizes, len(data)) if sizes else len(data))
            buffer[:size] = data[:size]
            data = data[size:]
            protocol.buffer_updated(size)

    def encrypted(self, *texts: bytes) -> bytes:
        for each in texts:
            self.tls.write(each)
        return self.going.read()

    def say(self, *texts: bytes, sizes: Iterator[int] | None = None) -> None:
        self.give(self.encrypted(*texts), sizes)

    def hear(self) -> bytes:
        """What was said since the last look."""
        self.coming.write(self.wire.taken())
        self.heard.clear()
        with suppress(ssl.SSLWantReadError):
            while more := self.tls.read(FRAME):
                self.heard += more
            self.ended = True
        return bytes(self.heard)


@pytest.fixture
def house() -> House:
    return House(encryption=ENCRYPTION)


def opened(house: House) -> Guest:
    guest = Guest(house)
    guest.shake()
    guest.say(UPGRADE)
    guest.hear()
    return guest


# Bytes


@given(st.lists(st.binary(max_size=300) | st.just(b"x" * 20_000), max_size=6), st.lists(st.integers(1, 400)), st.data())
def test_in_any_pieces_it_says_what_plain_says(texts: list[bytes], sizes: list[int], data: st.DataObject) -> None:
    frames = [frame(Opcode.TEXT, each.hex().encode()) for each in texts] + [frame(Opcode.PING, b"?")]
    told, heard = [], []
    for encryption in (None, ENCRYPTION):
        house = House(encryption=encryption)
        house.handler.answer = lambda connection, content: connection.write(text_frame(content))
        if encryption is None:
            connection, wire = house.open()
            house.give(connection, b"".join(frames))
            heard.append(wire.taken())
        else:
            guest = Guest(house)
            pieces = iter(sizes)
            guest.shake(pieces)
            guest.say(UPGRADE, sizes=pieces)
            guest.hear()
            guest.say(*frames, sizes=pieces)
            heard.append(guest.hear())
        told.append(house.handler.told)
    assert told[0] == told[1]
    assert heard[0] == heard[1]


@pytest.mark.parametrize("size", [1, 5, 1_000, 65_000])
def test_however_much_is_said_in_pieces_of_any_size_is_heard(house: House, size: int) -> None:
    guest = opened(house)
    whole = b"".join(text("x" * size) for _ in range(20 + 400_000 // (size + 300)))
    wire = b"".join(guest.encrypted(whole[start : start + size]) for start in range(0, len(whole), size))
    guest.give(wire, itertools.cycle((1_000, 64_000, 16_384, 1, 16_500)))
    house.turns.settle()
    assert len([told for told in house.handler.told if told[0] == "text"]) == 20 + 400_000 // (size + 300)


def test_what_a_connection_knows_of_it(house: House) -> None:
    guest = Guest(house)
    guest.shake()
    assert guest.tls.version() == "TLSv1.3"
    certificate = guest.tls.getpeercert(binary_form=True)
    assert certificate is not None
    assert pin_of(certificate) == KEY.pin
    guest.say(UPGRADE)
    assert f"\r\nChatapp-Nonce: {NONCE}\r\n".encode() in guest.hear()
    assert (guest.connection.secure, guest.connection.nonce) == (True, NONCE)
    plain, _ = house.open()
    assert (plain.secure, plain.nonce) == (False, NONCE)


def test_no_tls_where_there_is_none() -> None:
    connection, wire = House().connect()
    guest = Guest(House())
    with suppress(ssl.SSLWantReadError):
        guest.tls.do_handshake()
    guest.house.give(connection, guest.going.read())
    assert wire.taken().startswith(b"HTTP/1.1 400 ")


def test_nothing_older_is_spoken(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    old = trusting()
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    guest = Guest(house, old)
    with suppress(ssl.SSLWantReadError):
        guest.tls.do_handshake()
    guest.give(guest.going.read())
    assert guest.wire.closed
    guest.coming.write(guest.wire.taken())
    with pytest.raises(ssl.SSLError, match="ALERT_PROTOCOL_VERSION"):
        guest.tls.do_handshake()
    assert [record.getMessage() for record in caplog.records] == [
        "192.0.2.7 does not go on in TLS: UNSUPPORTED_PROTOCOL"
    ]


@given(st.binary(max_size=200))
def test_nonsense_after_the_first_byte(data: bytes) -> None:
    house = House(encryption=ENCRYPTION)
    guest = Guest(house)
    guest.give(bytes([HELLO]) + data + bytes(5))
    assert house.handler.told == []
    if not guest.wire.closed:  # it waits for the rest of a record
        house.wait(10.5)
        assert guest.wire.cut


def test_nonsense_amid_it(house: House) -> None:
    guest = opened(house)
    spoilt = bytearray(guest.encrypted(text("one"), text("two")))
    spoilt[-1] ^= 1
    guest.give(bytes(spoilt))
    assert guest.wire.closed
    assert house.handler.told == [("opened",), ("text", b"one")]
    guest.connection.write(text_frame(b"never"))
    guest.connection.close(1000, "")
    with pytest.raises(ssl.SSLError, match="ALERT_BAD_RECORD_MAC"):
        guest.hear()
    assert not guest.heard
    guest.wire.abort()
    house.turns.settle()
    assert house.handler.told[-1] == ("closed",)


@given(st.integers(0, 2000), st.integers(1, 255), st.lists(st.integers(1, 300)))
def test_one_byte_that_is_another_is_never_taken_for_what_was_said(place: int, change: int, sizes: list[int]) -> None:
    house = House(encryption=ENCRYPTION)
    guest = Guest(house)
    pieces = iter(sizes)
    sent = 0

    def through(data: bytes) -> bytes:
        nonlocal sent
        at, sent = place - sent, sent + len(data)
        if 0 <= at < len(data):
            return data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]
        return data

    with suppress(ssl.SSLError):  # of the guest, who is told so
        for said in (b"", b"", UPGRADE, text("one"), text("two"), b""):
            if said:
                guest.tls.write(said)
            else:
                with suppress(ssl.SSLWantReadError):
                    guest.tls.do_handshake()
            guest.give(through(guest.going.read()), pieces)
            guest.coming.write(guest.wire.taken())
    told = [("opened",), ("text", b"one"), ("text", b"two")]
    assert house.handler.told == told[: len(house.handler.told)]


@pytest.mark.parametrize(("says", "after"), [(b"", 5.0), (bytes([HELLO]), 10.0), (bytes([HELLO, 3, 1]), 10.0)])
def test_the_deadlines_hold(house: House, says: bytes, after: float) -> None:
    guest = Guest(house)
    guest.give(says)
    house.wait(after - 0.5)
    assert not guest.wire.cut
    house.wait(1.5)
    assert guest.wire.cut


def test_whoever_shook_hands_in_tls_has_no_more_time_for_the_next(house: House) -> None:
    guest = Guest(house)
    house.wait(4)
    guest.shake()
    house.wait(5.5)
    assert not guest.wire.cut
    house.wait(1.5)
    assert guest.wire.cut


def test_the_other_side_ends_it(house: House) -> None:
    guest = opened(house)
    late = guest.encrypted(text("last words"))
    with suppress(ssl.SSLError):
        guest.tls.unwrap()
    guest.give(late + guest.going.read())
    house.turns.settle()
    assert house.handler.told == [("opened",), ("text", b"last words"), ("closed",)]
    assert guest.wire.closed
    guest.coming.write(guest.wire.taken())
    guest.tls.unwrap()  # our goodbye is there


def test_its_line_is_cut_short(house: House) -> None:
    guest = opened(house)
    guest.wire.connection.eof_received()
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]
    guest.hear()
    assert guest.ended


def test_we_end_it_and_hear_its_answer(house: House) -> None:
    guest = opened(house)
    guest.connection.close(1001, "gone")
    assert closing(guest.hear())[0] == 1001
    assert not guest.ended
    guest.say(text("too late"), frame(Opcode.CLOSE, b"\x03\xe9"))
    guest.hear()
    assert guest.ended
    assert guest.wire.ended
    guest.say(frame(Opcode.PING))  # nobody answers, and nothing breaks
    assert guest.hear() == b""
    assert house.handler.told == [("opened",)]
    with suppress(ssl.SSLError):
        guest.tls.unwrap()
    guest.give(guest.going.read())
    assert guest.wire.closed


def test_a_large_answer_goes_in_records(house: House) -> None:
    guest = opened(house)
    content = bytes(range(97, 123)) * 5000
    writes = guest.wire.writes
    guest.connection.write(text_frame(content))
    assert guest.wire.writes - writes == 8
    assert guest.hear().endswith(content)


def test_whoever_does_not_read_is_dropped_amid_a_write(house: House) -> None:
    guest = opened(house)
    assert guest.wire.high == OUTBOX
    write = guest.wire.write

    def full(data: bytes | bytearray | memoryview) -> None:
        write(data)
        guest.wire.connection.pause_writing()

    guest.wire.write = full  # type: ignore[method-assign]  # a line that is full from now on
    guest.connection.write(text_frame(b"x" * FRAME))
    assert guest.wire.cut
    house.turns.settle()
    assert house.handler.told == [("opened",), ("closed",)]


def test_a_turn_ends_amid_what_came(house: House) -> None:
    guest = opened(house)
    guest.say(text("x") * 100)
    assert len(house.handler.told) < 100
    assert not guest.wire.reading
    house.turns.settle()
    assert guest.wire.reading
    assert house.handler.told == [("opened",), *[("text", b"x")] * 100]


# Real sockets


@asynccontextmanager
async def listening(recorder: Recorder, timing: Timing = PROMISED) -> AsyncIterator[tuple[Listener, str, int]]:
    listener = Listener(
        recorder, asyncio.get_running_loop(), timing=timing, encryption=Encryption(KEY.context()), nonce=lambda: NONCE
    )
    [sock] = bind("127.0.0.1", 0)
    host, port = sock.getsockname()
    await listener.listen([sock])
    try:
        yield listener, host, port
    finally:
        await listener.stop()


@pytest.mark.usefixtures("transports")
@pytest.mark.parametrize("scheme", ["ws", "wss"])
async def test_one_port_for_both(scheme: str) -> None:
    recorder = Recorder()
    recorder.answer = lambda connection, content: connection.write(text_frame(content.upper()))
    async with listening(recorder) as (_, host, port):
        tls = trusting() if scheme == "wss" else None
        async with connect(f"{scheme}://{host}:{port}", ssl=tls) as client:
            assert client.response is not None
            assert client.response.headers["Chatapp-Nonce"] == NONCE
            for content in ("hello", "x" * FRAME, *map(str, range(1000))):
                await client.send(content)
            for content in ("HELLO", "X" * FRAME, *map(str, range(1000))):
                assert await client.recv() == content
            await (await client.ping())
        assert client.close_code == 1000
    assert recorder.polite == [True]


@pytest.mark.usefixtures("transports")
async def test_a_server_that_stops_says_so_in_tls() -> None:
    async with listening(Recorder()) as (listener, host, port), connect(f"wss://{host}:{port}", ssl=trusting()) as one:
        await listener.stop()
        with pytest.raises(ConnectionClosed):
            await one.recv()
        assert one.close_code == 1001


@pytest.mark.usefixtures("transports")
async def test_a_client_that_is_cut_off() -> None:
    recorder = Recorder()
    gone = asyncio.Event()
    recorder.closed = lambda connection, now, *, polite: gone.set()  # type: ignore[method-assign]
    async with listening(recorder) as (_, host, port):
        client = await connect(f"wss://{host}:{port}", ssl=trusting())
        client.transport.abort()
        await gone.wait()


@pytest.mark.usefixtures("transports")
async def test_a_client_that_never_reads_is_dropped() -> None:
    recorder = Recorder()
    held: list[Connection] = []
    recorder.opened = lambda connection, now: held.append(connection)  # type: ignore[method-assign, assignment]
    gone = asyncio.Event()
    recorder.closed = lambda connection, now, *, polite: gone.set()  # type: ignore[method-assign]
    async with listening(recorder) as (_, host, port):
        reader, writer = await asyncio.open_connection(host, port, ssl=trusting(), limit=1024)
        writer.write(UPGRADE)
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.pause_reading()
        for _ in range(200):
            held[0].write(text_frame(b"x" * FRAME))
            if not held[0].is_open:
                break
        await gone.wait()
        writer.transport.abort()


async def test_a_read_holds_what_a_connection_takes() -> None:
    async with listening(Recorder()) as (listener, _, _):
        assert len(listener.buffer) >= READ + 2 * 16 * 1024
