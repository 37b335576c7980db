"""Accepting: on each kind of event loop, and where the system has no more to give."""

import asyncio
import errno
import logging
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, suppress

import pytest

from chatapp.server import acceptor
from chatapp.server.acceptor import ACCEPT_AGAIN, ARRIVALS, Acceptor, suits
from chatapp.server.sockets import bind
from chatapp.server.transport import SocketTransport

watching = pytest.mark.skipif(sys.platform == "win32", reason="the usual event loop of Windows watches no sockets")


class Guest(asyncio.BufferedProtocol):
    """Is told the address that the server knows it by."""

    def __init__(self, gone: Callable[["Guest"], None]) -> None:
        self.gone = gone

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        host, port, *_ = transport.get_extra_info("peername")
        transport.write(f"hello {host} {port}".encode())

    def get_buffer(self, sizehint: int) -> bytearray:
        return bytearray(1024)

    def connection_lost(self, exc: Exception | None) -> None:
        self.gone(self)


class Scarce(socket.socket):
    """A listening socket of a system that fails to accept in these ways, one after another."""

    problems: list[OSError]
    tries = 0

    def accept(self) -> tuple[socket.socket, object]:
        self.tries += 1
        if self.problems:
            raise self.problems.pop(0)
        return super().accept()


def scarce(*numbers: int) -> Scarce:
    [sock] = bind("127.0.0.1", 0)
    made = Scarce(fileno=sock.detach())
    made.problems = [OSError(number, os.strerror(number)) for number in numbers]
    return made


class Hall:
    """Where those come in who are accepted."""

    def __init__(self) -> None:
        self.guests: list[Guest] = []
        self.empty = asyncio.Event()
        self.acceptor = Acceptor(asyncio.get_running_loop(), self.enter)

    def enter(self) -> Guest:
        self.guests.append(Guest(self.leave))
        return self.guests[-1]

    def leave(self, guest: Guest) -> None:
        self.guests.remove(guest)
        if not self.guests:
            self.empty.set()


@pytest.fixture
async def hall() -> AsyncIterator[Hall]:
    hall = Hall()
    yield hall
    hall.acceptor.close()
    if hall.guests:
        for guest in hall.guests:
            guest.transport.abort()
        await hall.empty.wait()


@pytest.fixture
async def later(monkeypatch: pytest.MonkeyPatch) -> "asyncio.Queue[asyncio.TimerHandle]":
    """What is to be done later, for the test to do."""
    loop = asyncio.get_running_loop()
    handles: asyncio.Queue[asyncio.TimerHandle] = asyncio.Queue()

    def call_later(wait: float, call: Callable[[], None]) -> asyncio.TimerHandle:
        handles.put_nowait(asyncio.TimerHandle(wait, call, (), loop))
        return handles._queue[-1]

    monkeypatch.setattr(loop, "call_later", call_later)
    return handles


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def caller(stack: ExitStack, where: socket.socket) -> socket.socket:
    """A client that waits to be accepted."""
    client = stack.enter_context(socket.socket(where.family))
    client.connect(where.getsockname())
    client.setblocking(False)
    return client


async def greeted(client: socket.socket) -> str:
    return (await asyncio.get_running_loop().sock_recv(client, 1024)).decode()


def introduction(client: socket.socket) -> str:
    host, port, *_ = client.getsockname()
    return f"hello {host} {port}"


def test_which_loops_are_watched(own_loops: list[asyncio.AbstractEventLoop]) -> None:
    assert suits(own_loops[0])
    assert not any(map(suits, own_loops[1:]))


@pytest.fixture
def own_loops() -> Iterator[list[asyncio.AbstractEventLoop]]:
    loops: list[asyncio.AbstractEventLoop] = [asyncio.SelectorEventLoop()]
    if sys.platform == "win32":
        loops.append(asyncio.ProactorEventLoop())
    yield loops
    for each in loops:
        each.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
async def test_who_comes_is_known_by_address(hall: Hall, stack: ExitStack, host: str, transports: str) -> None:
    try:
        [sock] = bind(host, 0)
    except OSError:
        pytest.skip("this system has no such address")
    await hall.acceptor.listen([sock])
    client = caller(stack, sock)
    assert await greeted(client) == introduction(client)
    ours = isinstance(hall.guests[0].transport, SocketTransport)
    assert ours == (transports == "ours" and suits(asyncio.get_running_loop()))


async def test_after_closing_nobody_comes_and_who_came_stays(hall: Hall, stack: ExitStack, transports: str) -> None:
    sockets = [*bind("127.0.0.1", 0), *bind("127.0.0.1", 0)]
    places = [each.getsockname() for each in sockets]
    await hall.acceptor.listen(sockets)
    client = caller(stack, sockets[1])
    assert await greeted(client) == introduction(client)
    numbers = [each.fileno() for each in sockets]
    hall.acceptor.close()
    hall.acceptor.close()
    assert [each.fileno() for each in sockets] == [-1, -1]
    if transports == "ours" and suits(asyncio.get_running_loop()):
        assert not any(map(asyncio.get_running_loop().remove_reader, numbers))
    for place in places:
        with socket.socket() as late, pytest.raises(ConnectionRefusedError):
            late.connect(place)
    hall.guests[0].transport.write(b"still here")
    assert await greeted(client) == "still here"


@watching
async def test_a_crowd_waits_its_turn(hall: Hall, stack: ExitStack) -> None:
    [sock] = bind("127.0.0.1", 0)
    await hall.acceptor.listen([sock])
    clients = [caller(stack, sock) for _ in range(ARRIVALS + 5)]
    hall.acceptor._accept(sock)
    assert len(hall.guests) == ARRIVALS
    assert [await greeted(each) for each in clients] == [introduction(each) for each in clients]


@watching
@pytest.mark.parametrize("number", [errno.ECONNABORTED, errno.ECONNRESET])
async def test_somebody_who_went_before_he_was_accepted(hall: Hall, stack: ExitStack, number: int) -> None:
    sock = scarce(number, number)
    await hall.acceptor.listen([sock])
    client = caller(stack, sock)
    hall.acceptor._accept(sock)
    assert sock.tries == 4  # the last one tells that there is nobody else
    assert await greeted(client) == introduction(client)


@watching
async def test_a_system_that_gives_no_more_is_left_alone_for_a_while(
    hall: Hall, stack: ExitStack, later: "asyncio.Queue[asyncio.TimerHandle]", caplog: pytest.LogCaptureFixture
) -> None:
    first, second = scarce(*[errno.EMFILE] * 2), scarce(*[errno.EMFILE] * 2)
    await hall.acceptor.listen([first, second])
    clients = [caller(stack, each) for each in (first, second)]
    for rests in (1, 2):
        pause = await later.get()
        assert pause.when() == ACCEPT_AGAIN
        for _ in range(10):
            await asyncio.sleep(0)
        assert first.tries + second.tries == rests  # the loop does not turn and turn
        assert len(caplog.records) == rests
        assert later.empty()
        pause._run()
    first.problems.clear()
    second.problems.clear()
    assert [await greeted(each) for each in clients] == [introduction(each) for each in clients]
    assert {(each.levelno, each.message) for each in caplog.records} == {
        (logging.WARNING, f"No connection can be accepted: {os.strerror(errno.EMFILE)}")
    }


@watching
async def test_closing_amid_a_rest(hall: Hall, stack: ExitStack, later: "asyncio.Queue[asyncio.TimerHandle]") -> None:
    sock = scarce(errno.EMFILE)
    await hall.acceptor.listen([sock])
    caller(stack, sock)
    pause = await later.get()
    hall.acceptor.close()
    assert pause.cancelled()
    assert sock.fileno() == -1


@watching
async def test_a_process_that_may_open_no_more_files(
    hall: Hall, stack: ExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Really: whoever came meanwhile is let in when there are files again."""
    import resource

    warned = asyncio.Event()
    monkeypatch.setattr(acceptor.log, "warning", lambda *_: warned.set())
    monkeypatch.setattr(acceptor, "ACCEPT_AGAIN", 0.01)
    [sock] = bind("127.0.0.1", 0)
    await hall.acceptor.listen([sock])
    client = caller(stack, sock)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 256), hard))
    taken: list[int] = []
    try:
        with suppress(OSError):
            while True:
                taken.append(os.dup(client.fileno()))
        await warned.wait()
        assert not hall.guests
    finally:
        for each in taken:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert await greeted(client) == introduction(client)
