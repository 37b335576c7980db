"""A transport between real sockets: what goes wrong at either end, and when its protocol is told."""

import asyncio
import gc
import socket
import sys
import weakref
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, suppress

import pytest

from chatapp.server.transport import SocketTransport
from tests.server.line import MUCH, Line, Tape, tcp

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the usual event loop of Windows watches no sockets")

NewLine = Callable[..., Line]


@pytest.fixture(params=[False, True], ids=["", "debug"])
async def new_line(request: pytest.FixtureRequest) -> AsyncIterator[NewLine]:
    """Makes lines, with and without asyncio's debug mode. In the end every transport has told once that it is gone."""
    asyncio.get_running_loop().set_debug(request.param)
    lines: list[Line] = []

    def make(*words: Callable[[SocketTransport], object]) -> Line:
        lines.append(Line(*words))
        return lines[-1]

    yield make
    for line in lines:
        line.transport.abort()
        await line.tape.gone
        line.client.close()
        assert line.tape.told.count("made") == line.tape.told.count("lost") == 1
        assert line.tape.told[-1] == "lost"
        assert not line.loop.remove_reader(line.number)
        assert not line.loop.remove_writer(line.number)
        assert line.server.fileno() == -1


@pytest.fixture
async def line(new_line: NewLine) -> Line:
    return new_line()


# Out


async def test_what_is_written_arrives_at_once(line: Line) -> None:
    line.transport.write(b"hello ")
    line.transport.write(bytearray(b"world"))
    assert line.client.recv(100) == b"hello world"
    assert line.transport.get_write_buffer_size() == 0
    assert line.server.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


async def test_what_the_system_does_not_take_follows_in_order(line: Line) -> None:
    for start in range(0, len(MUCH), 100_000):
        line.transport.write(MUCH[start : start + 100_000])
    assert 0 < line.transport.get_write_buffer_size() < len(MUCH)
    line.transport.write(b"the end")
    assert await line.hear(len(MUCH) + 7) == MUCH + b"the end"
    assert line.transport.get_write_buffer_size() == 0
    line.transport.write(b"one more")  # straight again
    assert line.client.recv(100) == b"one more"


async def test_what_the_system_does_not_take_at_all_follows_too(line: Line) -> None:
    size = 0
    with suppress(BlockingIOError):
        while True:
            size += line.server.send(b"x" * 4096)
    line.transport.write(b"the end")
    assert line.transport.get_write_buffer_size() == 7
    assert await line.hear(size + 7) == b"x" * size + b"the end"


async def test_a_peer_that_dies_amid_a_round_of_writes(new_line: NewLine) -> None:
    """Nothing raises, the others get theirs, and the dead one's protocol hears of it when the round is over."""
    dead, alive = new_line(), new_line()
    for each in (dead, alive):
        each.transport.pause_reading()  # or reading would notice first
    dead.reset()
    for _ in range(3):
        for each in (dead, alive):
            each.tape.write(b"news ")
    assert dead.transport.is_closing()
    assert dead.tape.told == ["made"]
    assert alive.client.recv(100) == b"news " * 3
    await dead.tape.gone
    assert not alive.transport.is_closing()


async def test_a_peer_that_dies_while_something_waits_for_it(line: Line) -> None:
    line.transport.pause_reading()
    line.transport.write(MUCH)
    line.reset()
    await line.tape.gone
    assert line.transport.get_write_buffer_size() == 0
    assert line.tape.told == ["made", "lost"]


async def test_whoever_does_not_read_is_dropped(line: Line) -> None:
    line.transport.set_write_buffer_limits(high=100_000)
    line.tape.on_full = line.transport.abort
    size = 0
    while not line.transport.is_closing():
        line.tape.write(b"x" * 10_000)
        size = max(size, line.transport.get_write_buffer_size())
    assert size <= 110_000
    assert line.transport.get_write_buffer_size() == 0
    for _ in range(20):
        line.tape.write(b"x" * 10_000)
    assert line.transport.get_write_buffer_size() == 0
    assert line.tape.told == ["made", "full"]
    await line.tape.gone


async def test_one_write_may_be_too_much(line: Line) -> None:
    line.transport.set_write_buffer_limits(high=100)
    line.tape.on_full = line.transport.abort
    line.tape.write(MUCH)
    await line.tape.gone
    assert line.tape.told == ["made", "full", "lost"]


# Our half of the end


async def test_the_end_of_our_stream_comes_after_what_was_written(line: Line) -> None:
    assert line.transport.can_write_eof()
    line.transport.write(MUCH)
    line.transport.write_eof()
    line.transport.write_eof()
    line.transport.write(b"too late")
    assert await line.end() == MUCH
    assert not line.transport.is_closing()
    await line.say(b"I hear you")  # the other half is open
    assert await line.tape.until(10) == b"I hear you"
    line.transport.write(b"too late")
    assert line.tape.told[-1] == "data"


async def test_the_end_of_our_stream_where_nothing_waits(line: Line) -> None:
    line.transport.write_eof()
    line.transport.write(b"too late")
    assert await line.end() == b""
    line.client.close()
    await line.tape.gone
    assert line.tape.told == ["made", "eof", "lost"]


@pytest.mark.parametrize("last_words", [b"", b"x"])
async def test_the_end_of_our_stream_to_one_who_is_gone(line: Line, last_words: bytes) -> None:
    line.transport.pause_reading()
    line.reset()
    if last_words:
        line.transport.write(last_words)
    line.transport.write_eof()
    await line.tape.gone


async def test_closing_waits_for_what_is_unsent(line: Line) -> None:
    line.transport.write(MUCH)
    line.transport.close()
    line.transport.close()
    assert line.transport.is_closing()
    line.transport.write(b"too late")
    line.transport.write_eof()
    line.transport.resume_reading()
    assert not line.loop.remove_reader(line.number)
    half = await line.hear(len(MUCH) // 2)
    assert line.tape.told == ["made"]
    assert half + await line.hear(len(MUCH) // 2) == MUCH
    await line.tape.gone
    assert line.tape.told == ["made", "lost"]


async def test_closing_may_take_for_ever_and_be_cut_short(line: Line) -> None:
    line.transport.write(MUCH)
    line.transport.write_eof()
    line.transport.close()
    line.transport.abort()
    line.transport.abort()
    assert line.tape.told == ["made"]
    await line.tape.gone
    assert 0 < len(await line.end()) < len(MUCH)


async def test_a_peer_that_dies_while_closing_waits(line: Line) -> None:
    line.transport.write(MUCH)
    line.transport.close()
    line.reset()
    await line.tape.gone


@pytest.mark.parametrize("how", ["close", "abort"])
async def test_nothing_goes_after_the_end(line: Line, how: str) -> None:
    getattr(line.transport, how)()
    line.transport.write(b"too late")
    line.transport.write_eof()
    line.transport.pause_reading()
    line.transport.resume_reading()
    assert line.tape.told == ["made"]
    assert await line.end() == b""
    await line.tape.gone
    for each in ("close", "abort", "write_eof", "pause_reading", "resume_reading"):
        getattr(line.transport, each)()
    line.transport.write(b"too late")
    assert line.transport.get_write_buffer_size() == 0


async def test_a_number_that_another_socket_has_got_meanwhile(line: Line) -> None:
    """What the dead transport's protocol still does must not reach it."""
    line.transport.pause_reading()
    line.transport.write(MUCH)
    line.transport.abort()
    assert line.server.fileno() == line.number  # nobody else's before the loop has forgotten it
    await line.tape.gone
    with ExitStack() as stack:
        for _ in range(50):
            ends = [stack.enter_context(each) for each in socket.socketpair()]
            if line.number in [each.fileno() for each in ends]:
                break
        else:
            pytest.fail("the number was not used again")
        line.loop.add_reader(line.number, lambda: None)
        line.loop.add_writer(line.number, lambda: None)
        for each in ("pause_reading", "resume_reading", "close", "abort", "write_eof"):
            getattr(line.transport, each)()
        line.transport.write(b"whose is this?")
        for each in ends:
            each.setblocking(False)
            with pytest.raises(BlockingIOError):
                each.recv(1)
        assert line.loop.remove_reader(line.number)
        assert line.loop.remove_writer(line.number)


# In


async def test_what_is_said_is_heard(line: Line) -> None:
    await line.say(MUCH)
    assert await line.tape.until(len(MUCH)) == MUCH


async def test_reading_pauses(new_line: NewLine) -> None:
    line, other = new_line(), new_line()
    line.transport.pause_reading()
    line.transport.pause_reading()
    await line.say(b"hello")
    await other.say(b"hello")
    await other.tape.until(5)
    assert line.tape.heard == b""
    line.transport.resume_reading()
    line.transport.resume_reading()
    assert await line.tape.until(5) == b"hello"


async def test_a_call_for_nothing(line: Line) -> None:
    line.transport._readable()
    assert not line.transport.is_closing()


async def test_a_peer_that_ends_its_half_gets_the_rest(line: Line) -> None:
    line.transport.write(MUCH)
    await line.say(b"last words")
    line.client.shutdown(socket.SHUT_WR)
    assert await line.end() == MUCH
    await line.tape.gone
    assert line.tape.heard == b"last words"
    assert line.tape.told == ["made", "data", "eof", "lost"]


async def test_a_peer_that_is_cut_off_is_read_no_more(line: Line) -> None:
    line.reset()
    await line.tape.gone
    assert line.tape.told == ["made", "lost"]


@pytest.mark.parametrize("how", ["close", "abort"])
async def test_a_protocol_that_ends_it_amid_its_work(line: Line, how: str) -> None:
    line.tape.on_data = getattr(line.transport, how)
    await line.say(b"hello")
    await line.tape.gone
    assert line.tape.told == ["made", "data", "lost"]


@pytest.mark.parametrize("how", ["close", "abort"])
async def test_a_protocol_that_ends_it_when_the_other_end_does(line: Line, how: str) -> None:
    line.tape.on_eof = getattr(line.transport, how)
    line.client.close()
    await line.tape.gone
    await asyncio.sleep(0)
    assert line.tape.told == ["made", "eof", "lost"]


@pytest.mark.allow_errors("could not be handled")
async def test_a_protocol_that_fails_costs_its_connection(new_line: NewLine) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    line, other = new_line(), new_line()
    line.tape.on_data = fail
    await line.say(b"hello")
    await other.say(b"hello")
    await line.tape.gone
    await other.tape.until(5)


# The beginning


@pytest.mark.parametrize("how", [SocketTransport.close, SocketTransport.abort])
async def test_a_protocol_that_does_not_want_it(new_line: NewLine, how: Callable[[SocketTransport], None]) -> None:
    line = new_line(how)
    assert line.tape.told == ["made"]
    assert await line.end() == b""
    await line.tape.gone


async def test_a_protocol_that_does_not_want_to_hear_yet(new_line: NewLine) -> None:
    line = new_line(SocketTransport.pause_reading)
    other = new_line()
    await line.say(b"hello")
    await other.say(b"hello")
    await other.tape.until(5)
    assert line.tape.told == ["made"]


async def test_who_it_is(line: Line) -> None:
    assert line.transport.get_extra_info("peername") == ("192.0.2.7", 5)
    assert line.transport.get_extra_info("sslcontext") is None


async def test_a_socket_that_takes_no_options(line: Line) -> None:
    """macOS says so of TCP sockets whose other end is gone; here it is one of another kind."""
    server, client = socket.socketpair()
    tape = Tape()
    transport = SocketTransport(line.loop, server, tape, None)
    with client:
        transport.write(b"hello")
        assert client.recv(100) == b"hello"
    await tape.gone


@pytest.mark.parametrize("what", ["add_reader", "add_writer"])
async def test_a_system_that_watches_no_more_sockets(
    new_line: NewLine, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(asyncio.get_running_loop(), what, fail)
        line = new_line()
        line.tape.write(MUCH)
    await line.tape.gone
    assert line.tape.told == ["made", "lost"]


# The end of everything


async def test_the_dead_do_not_wait_for_the_collector(new_line: NewLine) -> None:
    line = new_line()
    line.transport.abort()
    await line.tape.gone
    tape = Tape()
    server, client = tcp()
    with client:
        SocketTransport(line.loop, server, tape, None).abort()
        await tape.gone
        known = weakref.ref(tape)
        gc.disable()
        try:
            del tape
            assert known() is None
        finally:
            gc.enable()


@pytest.fixture
def own_loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.SelectorEventLoop()
    yield loop
    loop.close()


def test_a_loop_that_is_closed_over_it(own_loop: asyncio.AbstractEventLoop) -> None:
    """As with asyncio's transports: the socket is not kept, and Python says that it should have been closed."""

    async def make() -> socket.socket:
        line = Line()
        line.transport.write(MUCH)
        return line.client

    client = own_loop.run_until_complete(make())
    own_loop.close()
    with pytest.warns(ResourceWarning, match="unclosed <socket"):
        gc.collect()
    with client:
        client.setblocking(True)
        while client.recv(1 << 20):
            pass
