"""What is said about a port that cannot be had."""

import errno
import socket
import sys
import threading

import pytest

from chatapp.app.port import is_ours, is_taken, why_not
from chatapp.protocol.invite import Address


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (socket.gaierror(-2, "Name or service not known"), "Nobody knows the address here"),
        (OSError(errno.EACCES, "Permission denied"), "lets only administrators listen on port 1;"),
        (OSError(errno.EADDRNOTAVAIL, "Cannot assign"), "This computer does not have the address here."),
        (OSError(errno.ENOBUFS, "No buffer space"), "Listening on here:1 failed: No buffer space."),
    ],
)
def test_each_failure_has_its_words(problem: OSError, sentence: str) -> None:
    assert sentence in why_not(problem, Address("here", 1))
    assert not is_taken(problem)


def test_what_windows_keeps_for_itself_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hyper-V sets whole ranges of ports aside, the usual one perhaps among them."""
    monkeypatch.setattr(sys, "platform", "win32")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    forbidden = OSError(errno.EACCES, "An attempt was made to access a socket in a way forbidden")
    assert is_taken(forbidden)
    assert why_not(forbidden, Address("127.0.0.1", port)) == f"Port {port} is taken by another program."


@pytest.mark.parametrize("answer", [b"", b"garbage\r\n", b"HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\n"])
def test_another_program_holds_the_port(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        port = listening.getsockname()[1]
        taken = OSError(errno.EADDRINUSE, "Address already in use")
        assert why_not(taken, Address("127.0.0.1", port)) == f"Port {port} is taken by another program."
        thread.join()
    assert is_taken(taken)


def test_nobody_there_any_more() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert not is_ours(Address("127.0.0.1", port))
