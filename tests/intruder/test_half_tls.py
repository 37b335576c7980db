"""Those who begin TLS and do not go on, or never end it: they cost little, and are cut in time."""

import asyncio
import gc
import os
import random
import socket
import ssl
import sys
import tracemalloc
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest

from chatapp.protocol import limits
from chatapp.security.certificates import HostKey
from chatapp.server.timing import PROMISED, Timing
from chatapp.server.tls import PIECE, Encryption
from tests.intruder import openssl
from tests.intruder.wire import HERE, guest, gullible, serving
from tests.server.doubles import UPGRADE, House, text

ENCRYPTION = Encryption(HostKey.make().context())


def hello() -> bytes:
    """How a client begins."""
    coming, going = ssl.MemoryBIO(), ssl.MemoryBIO()
    with suppress(ssl.SSLWantReadError):
        gullible().wrap_bio(coming, going).do_handshake()
    return going.read()


HELLO = hello()
HALVES = {
    "the first byte": HELLO[:1],
    "a head without its record": HELLO[:5],
    "half of it": HELLO[: len(HELLO) // 2],
    "all of it, and nothing after": HELLO,
    "a head that promises 16 KiB": b"\x16\x03\x01\x40\x00",
    "one that promises more than there may be": b"\x16\x03\x01\xff\xff",
    "zeros": b"\x16" + bytes(4_000),
}


@pytest.mark.parametrize("half", HALVES)
def test_silence_after_a_beginning_has_an_end(half: str) -> None:
    house = House(encryption=ENCRYPTION)
    connection, wire = house.connect()
    house.give(connection, HALVES[half])
    house.wait(PROMISED.handshake - PROMISED.sweep)
    assert not wire.cut
    house.wait(2 * PROMISED.sweep + PROMISED.close)
    assert wire.cut or wire.closed
    assert house.handler.told == []


def test_one_byte_a_second_is_not_enough() -> None:
    """The deadline is of the handshakes as a whole, whatever trickles in."""
    house = House(encryption=ENCRYPTION)
    _, wire = house.connect()
    began = house.turns.now
    for byte in HELLO:
        if wire.cut:
            break
        protocol = wire.connection
        memoryview(protocol.get_buffer(-1))[:1] = bytes([byte])
        protocol.buffer_updated(1)
        house.wait(1)
    assert wire.cut
    assert house.turns.now - began <= PROMISED.handshake + 2 * PROMISED.sweep + 1


def test_who_has_shaken_hands_and_asks_slowly_is_cut_as_well() -> None:
    house = House(encryption=ENCRYPTION)
    _, wire = house.connect()
    began = house.turns.now
    coming, going = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = gullible().wrap_bio(coming, going)

    def give(data: bytes) -> None:
        protocol = wire.connection
        memoryview(protocol.get_buffer(-1))[: len(data)] = data
        protocol.buffer_updated(len(data))

    for _ in range(2):
        with suppress(ssl.SSLWantReadError):
            tls.do_handshake()
        give(going.read())
        coming.write(wire.taken())
    for byte in UPGRADE:
        if wire.cut:
            break
        tls.write(bytes([byte]))
        give(going.read())
        house.wait(1)
    assert wire.cut
    assert house.turns.now - began <= PROMISED.handshake + 2 * PROMISED.sweep + 1


@pytest.mark.parametrize("half", HALVES)
def test_thousands_that_are_half_open_take_little(half: str) -> None:
    """Of what Python has; of OpenSSL's the next test tells. In the end all of it is there again."""
    house = House(encryption=ENCRYPTION, connections=3_000, per_address=3_000)
    data = HALVES[half]
    wires = []
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(300):
            connection, wire = house.connect()
            house.give(connection, data)
            wires.append(wire)
        each = (tracemalloc.get_traced_memory()[0] - before) / 300
        house.wait(PROMISED.handshake + PROMISED.close + 2 * PROMISED.sweep)
    finally:
        tracemalloc.stop()
    assert each < 12_000, f"{each:.0f} bytes each"
    assert all(wire.cut or wire.closed for wire in wires)


def resident() -> int:
    """Bytes of memory that this process has."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGESIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
def test_records_without_end_take_no_memory() -> None:
    """Megabytes into a handshake that leads nowhere: OpenSSL ends it, or is cut, and keeps none of them."""
    house = House(encryption=ENCRYPTION, connections=3_000, per_address=3_000)
    noise = random.Random(6).randbytes(PIECE)
    full = b"\x16\x03\x01\x40\x00" + b"\x01\x00\xff\xff" + noise[: PIECE - 4]
    more = b"\x16\x03\x01\x40\x00" + noise

    def flood() -> None:
        for _ in range(40):
            connection, wire = house.connect()
            house.give(connection, full)
            for _ in range(30):
                if wire.closed or wire.cut:
                    break
                protocol = wire.connection
                memoryview(protocol.get_buffer(-1))[: len(more)] = more
                protocol.buffer_updated(len(more))
            assert wire.closed or wire.cut, "half a megabyte is no handshake"
        house.wait(PROMISED.handshake + PROMISED.close + 1)
        gc.collect()  # a wire of the tests knows whom it tells, and is known to them

    flood()
    before = resident()
    for _ in range(3):
        flood()
    assert resident() - before < 4 * 1024 * 1024


class Rekeying:
    """Somebody who is in, and has TLS make keys instead of talking."""

    def __init__(self, house: House) -> None:
        _, self.wire = house.connect()
        self.talker = openssl.Talker()
        for _ in range(2):
            self.give(self.talker.shake())
            self.talker.hear(self.wire.taken())

    def give(self, data: bytes) -> None:
        while data:
            protocol = self.wire.connection
            buffer = memoryview(protocol.get_buffer(-1))
            size = min(len(data), len(buffer))
            buffer[:size] = data[:size]
            data = data[size:]
            protocol.buffer_updated(size)

    @property
    def is_gone(self) -> bool:
        return self.wire.closed or self.wire.cut


needs_openssl = pytest.mark.skipif(
    openssl.SSL is None or openssl.CRYPTO is None, reason="Python's OpenSSL is no library of its own here"
)


@needs_openssl
@pytest.mark.parametrize("of_both", [True, False])
@pytest.mark.parametrize("between", [b"", b"G"])
def test_keys_without_end_are_not_made(of_both: bool, between: bytes) -> None:
    """64 KiB of wishes for new ones take the loop a twentieth of a second, whatever little is said between them."""
    eve = Rekeying(House(encryption=ENCRYPTION))
    wished = 0
    while not eve.is_gone:
        eve.give(b"".join(eve.talker.new_key(of_both=of_both) for _ in range(50)))
        eve.give(eve.talker.say(between) if between else b"")
        wished += 50
        assert wished < 2_000
    eve.talker.end()


@needs_openssl
def test_a_new_key_now_and_then_is_nobodys_trouble() -> None:
    house = House(encryption=ENCRYPTION)
    ann = Rekeying(house)
    ann.give(ann.talker.say(UPGRADE))
    for number in range(20):
        ann.give(ann.talker.new_key(of_both=True) + ann.talker.say(text("x" * 16_000 + str(number))))
    ann.talker.end()
    assert len([told for told in house.handler.told if told[0] == "text"]) == 20
    assert not ann.is_gone


# Over real sockets

QUICK = Timing(first_byte=1, handshake=2, close=0.5, sweep=0.05, stop=0.5)


async def half(port: int, data: bytes, stack: AsyncExitStack, source: str = HERE) -> socket.socket:
    """Somebody who says that, and waits."""
    loop = asyncio.get_running_loop()
    made = stack.enter_context(socket.socket())
    made.setblocking(False)
    made.bind((source, 0))
    await loop.sock_connect(made, (HERE, port))
    with suppress(OSError):  # it was turned away at once
        await loop.sock_sendall(made, data)
    return made


async def until_gone(sock: socket.socket) -> None:
    """The server has ended it."""
    with suppress(ConnectionError):
        async with asyncio.timeout(20):
            while await asyncio.get_running_loop().sock_recv(sock, 4096):
                pass


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a computer has one loopback address")
async def test_hundreds_of_one_address_leave_room_for_others() -> None:
    async with serving(QUICK) as (server, port), AsyncExitStack() as stack:
        crowd = [await half(port, data, stack, "127.0.0.9") for data in [*HALVES.values()] * 40]
        for name in ("Ann", "Bo"):
            async with guest(port, source="127.0.0.8") as honest:
                assert await honest.refused(name) == ""
        for each in crowd:
            await until_gone(each)
        assert server.counts.turned_away > len(crowd) // 2
        async with guest(port, source="127.0.0.9") as late:
            assert await late.refused("Cy") == "", "once they are gone the address is as any"


async def test_a_server_stops_in_time_however_many_are_half_open() -> None:
    async with AsyncExitStack() as stack:
        async with serving(QUICK) as (server, port):
            crowd = [await half(port, data, stack) for data in [*HALVES.values()] * 8]
            async with asyncio.timeout(limits.CLOSE):
                await server.stop()
        for each in crowd:
            await until_gone(each)


async def test_nonsense_within_a_record_is_nobody_elses_trouble() -> None:
    async with serving() as (_, port), guest(port) as one, guest(port) as two:
        assert await one.refused("Ann") == ""
        assert await two.refused("Eve") == ""
        two.smuggle(b"\x17\x03\x03\x00\x20" + bytes(32))
        assert await two.closed() == 1006
        assert (await one.ask("roomsList"))["action"] == "roomsList"
