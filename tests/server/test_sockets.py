"""Addresses to sockets."""

import errno
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from chatapp.server.sockets import bind


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_a_free_port(stack: ExitStack) -> None:
    [sock] = map(stack.enter_context, bind("127.0.0.1", 0))
    host, port = sock.getsockname()
    assert (host, port > 0) == ("127.0.0.1", True)


def test_a_name_stands_for_all_its_addresses_on_one_port(stack: ExitStack) -> None:
    sockets = [stack.enter_context(each) for each in bind("localhost", 0)]
    assert {each.getsockname()[0] for each in sockets} <= {"127.0.0.1", "::1"}
    assert len({each.getsockname()[1] for each in sockets}) == 1


def test_a_port_that_listens_is_taken(stack: ExitStack) -> None:
    [sock] = map(stack.enter_context, bind("127.0.0.1", 0))
    sock.listen()
    with pytest.raises(OSError, match=r"in use|Only one usage") as problem:
        bind("127.0.0.1", sock.getsockname()[1])
    assert problem.value.errno == errno.EADDRINUSE


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(socket.gaierror):
        bind("no such host", 0)


class Absent(socket.socket):
    """A system where IPv6 is switched off."""

    def bind(self, address: object) -> None:
        if self.family == socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")
        super().bind(address)  # type: ignore[arg-type]  # socket's own type is private


@pytest.fixture
def no_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 0, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0)),
    ]
    monkeypatch.setattr(socket, "socket", Absent)
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: both[:1] if host == "::1" else both)


@pytest.mark.usefixtures("no_ipv6")
def test_the_other_addresses_will_do(stack: ExitStack) -> None:
    [sock] = map(stack.enter_context, bind("localhost", 0))
    assert sock.getsockname()[0] == "127.0.0.1"


@pytest.mark.usefixtures("no_ipv6")
def test_the_only_address_will_not() -> None:
    with pytest.raises(OSError, match="Cannot assign") as problem:
        bind("::1", 0)
    assert problem.value.errno == errno.EADDRNOTAVAIL
