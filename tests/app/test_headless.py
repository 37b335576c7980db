"""`chatapp serve`, as a program."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "chatapp", "serve", "--host", "127.0.0.1", "--port", "0", *words]


@contextmanager
def serving(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server and its address, from the first line that it prints."""
    with subprocess.Popen(command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            line = program.stdout.readline()
            assert line.startswith("listening on ws://127.0.0.1:"), line
            yield program, line.removeprefix("listening on ").strip()
        finally:
            program.kill()


def fails(*words: str) -> str:
    """What a server says that cannot start."""
    done = subprocess.run(command(*words), capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def goodbye(client: ClientConnection) -> int | None:
    """The code with which the server closes, after whatever it still says."""
    with suppress(ConnectionClosed):
        while client.recv(timeout=10):
            pass
    return client.close_code


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_everyone_with_1001_and_exits_0(number: signal.Signals) -> None:
    with serving() as (program, url), connect(url) as one, connect(url) as another:
        one.send('{"action":"identify","payload":{"username":"Ann"}}')
        assert one.recv() == '{"action":"joined","payload":{"room":"default"}}'
        program.send_signal(number)
        assert [goodbye(client) for client in (one, another)] == [1001, 1001]
        assert program.wait(timeout=10) == 0
        assert program.stderr is not None
        assert program.stderr.read() == ""


def test_a_client_that_does_not_answer_keeps_it_no_longer_than_promised() -> None:
    with serving() as (program, url):
        host, port = url.removeprefix("ws://").split(":")
        with socket.create_connection((host, int(port))) as silent:
            silent.sendall(
                b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
            )
            assert silent.recv(4096).startswith(b"HTTP/1.1 101")
            program.terminate()
            assert program.wait(timeout=5) == 0


def test_a_taken_port_is_named_with_who_holds_it_and_a_way_out() -> None:
    with serving() as (_, url):
        port = url.rpartition(":")[2]
        said = fails("--port", port)
    assert f"port {port} is taken by another Chatapp server" in said
    assert "--port 0" in said


def test_an_address_of_another_computer() -> None:
    assert "this computer does not have the address 192.0.2.1" in fails("--host", "192.0.2.1")


def test_a_data_folder_serves_one_server_and_holds_its_log(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    with serving("--data-dir", str(folder), "--log-level", "info") as (_, url):
        assert "another server uses the folder" in fails("--data-dir", str(folder))
        with connect(url) as client:
            client.send('{"action":"identify","payload":{"username":"Ann"}}')
            client.recv()
            client.send('{"action":"sendMessage","payload":{"message":"a secret","room":"default"}}')
            while "a secret" not in str(client.recv()):
                pass
        log = (folder / "server.log").read_text()
        assert "a secret" not in log


def test_a_data_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be used" in fails("--data-dir", str(tmp_path / "file"))
