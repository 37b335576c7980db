"""`chatapp serve`, as a program."""

import json
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from chatapp.app import folder, steward
from chatapp.protocol.invite import parse
from chatapp.security.certificates import pin_of

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


def test_a_script_that_has_heard_enough_ends_nothing() -> None:
    """Such as one that takes the first line, and closes what it read it from."""
    with subprocess.Popen(command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            assert program.stderr is not None
            program.stdout.close()
            place = folder.of_serve() / steward.FILE
            deadline = time.monotonic() + 30
            while not place.exists():
                assert program.poll() is None
                assert time.monotonic() < deadline
                time.sleep(0.02)
            with connect(steward.find(folder.of_serve()).here.url) as client:
                client.send('{"action":"identify","payload":{"username":"Ann"}}')
                assert client.recv(timeout=10) == '{"action":"joined","payload":{"room":"default"}}'
                program.terminate()
            assert program.wait(timeout=10) == 0
            assert program.stderr.read() == ""
        finally:
            program.kill()


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
        said = fails("--port", port, "--history", "memory")
    assert f"port {port} is taken by another Chatapp server" in said
    assert "--port 0" in said


def test_an_address_of_another_computer() -> None:
    assert "this computer does not have the address 192.0.2.1" in fails("--host", "192.0.2.1")


def test_two_servers_without_a_folder_of_their_own() -> None:
    with serving():
        assert f"another server uses the folder {folder.of_serve()}" in (said := fails())
    assert "--data-dir" in said
    with serving("--history", "memory"), serving("--history", "memory"):
        pass


class Rich:
    """A client of Part 2. `resume` is the token of its last visit."""

    def __init__(self, socket: ClientConnection, name: str, resume: str) -> None:
        self.socket = socket
        auth = {"resume": resume}
        self.send("identify", username=name, capabilities=["rich", "history", "resume"], auth=auth)
        self.token = self.hear("welcome")["resume"]
        self.hear("roomsList")

    def send(self, action: str, **payload: Any) -> None:
        self.socket.send(json.dumps({"action": action, "payload": payload}))

    def hear(self, action: str) -> dict[str, Any]:
        """The next frame of that kind."""
        while True:
            frame = json.loads(self.socket.recv(timeout=10))
            if frame["action"] == action:
                return frame["payload"]

    def say(self, text: str, number: str, room: str = "default") -> dict[str, Any]:
        self.send("sendMessage", room=room, message=text, id=number)
        return self.hear("ack")

    def history(self, room: str) -> dict[str, Any]:
        self.send("getHistory", room=room)
        return self.hear("history")


@contextmanager
def rich(url: str, name: str, resume: str = "") -> Iterator[Rich]:
    with connect(url) as socket:
        yield Rich(socket, name, resume)


def test_in_memory_nothing_is_written(home: Path) -> None:
    with serving("--history", "memory") as (program, url):
        with rich(url, "Ann") as ann:
            ann.say("a secret", "1")
        program.terminate()
        assert program.wait(10) == 0
    assert [path for path in home.rglob("*") if b"a secret" in (path.read_bytes() if path.is_file() else b"")] == []


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    """Rooms, what was said in them, who owns them, and where everybody was."""
    words = ("--data-dir", str(tmp_path))
    with serving(*words) as (program, url), rich(url, "Ann") as ann:
        ann.send("createRoom", room="x", ref="made")
        assert ann.hear("roomsList")["rooms"] == {"default": 1, "x": 0}
        ann.send("joinRoom", room="x")
        ann.hear("joined")
        places = [ann.say(f"text {number}", f"{number}", "x") for number in range(3)]
        program.kill()
        program.wait(10)
    with serving(*words) as (program, url), connect(url) as other:
        other.send('{"action":"identify","payload":{"username":"ann"}}')
        assert json.loads(other.recv(timeout=10))["payload"]["reason"] == "username_taken"
        with rich(url, "Ann", ann.token) as ann:
            ann.send("joinRoom", room="x", since={"epoch": places[0]["epoch"], "seq": 1})
            follows = ann.hear("history")
            assert (follows["recovered"], [event["id"] for event in follows["events"]]) == (True, ["1", "2"])
            assert ann.say("text 2", "2", "x")["seq"] == places[2]["seq"], "the same person, the same message"
            page = ann.history("x")
            assert page["epoch"] == places[0]["epoch"]
            assert [(event["seq"], event["message"]) for event in page["events"]] == [
                (place["seq"], f"text {number}") for number, place in enumerate(places)
            ]
            ann.send("deleteRoom", room="x", ref="gone")
            assert ann.hear("roomsList")["rooms"] == {"default": 1}
            program.kill()
            program.wait(10)
    with serving(*words) as (_, url), rich(url, "Cleo") as cleo:
        cleo.send("roomsList", ref="r")
        assert cleo.hear("roomsList")["rooms"] == {"default": 1}


def test_what_was_said_last_is_safe_when_it_is_stopped(tmp_path: Path) -> None:
    words = ("--data-dir", str(tmp_path), "--rate-limit", "off")
    said = []
    with serving(*words) as (program, url), rich(url, "Ann") as ann:
        for number in range(50):
            ann.send("sendMessage", room="default", message="hello", id=str(number))
        assert ann.hear("message")["id"] == "0"
        program.terminate()
        with suppress(ConnectionClosed):
            while True:
                frame = json.loads(ann.socket.recv(timeout=10))
                said += [frame["payload"]["id"]] if frame["action"] == "ack" else []
        assert ann.socket.close_code == 1001
        assert program.wait(timeout=5) == 0
    with serving(*words) as (_, url), rich(url, "Cleo") as cleo:
        kept = [event["id"] for event in cleo.history("default")["events"]]
    assert kept[: len(said)] == said
    assert said


def test_the_host_is_told_where_it_is_kept(tmp_path: Path) -> None:
    with serving("--data-dir", str(tmp_path), "--log-level", "info") as (program, _):
        program.terminate()
        assert program.wait(10) == 0
        assert program.stderr is not None
        assert f"What is said is kept in {tmp_path}" in program.stderr.read()


def test_a_history_that_is_not_ours(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "history.db")) as db:
        db.execute("PRAGMA user_version = 1000")
        db.execute("CREATE TABLE of_another (program)")
        db.commit()
    said = fails("--data-dir", str(tmp_path))
    assert str(tmp_path / "history.db") in said


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_log_on_a_disk_that_is_full(tmp_path: Path) -> None:
    (tmp_path / "server.log").symlink_to("/dev/full")
    with serving("--data-dir", str(tmp_path), "--log-level", "info") as (program, _):
        program.terminate()
        assert program.wait(10) == 0
        assert program.stderr is not None
        said = program.stderr.read()
    assert "What is said is kept in" in said
    assert "Traceback" not in said


def test_a_data_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be used" in fails("--data-dir", str(tmp_path / "file"))


# For who looks after it


def asked(url: str, page: str) -> tuple[int, str]:
    try:
        with urlopen(url + page, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as problem:
        with problem:
            return problem.code, problem.read().decode()


def test_there_is_an_invite_to_give_to_others(tmp_path: Path) -> None:
    with serving("--data-dir", str(tmp_path)) as (program, url):
        assert program.stdout is not None
        invite = parse(program.stdout.readline().removeprefix("invite people with ").strip())
        shown = ssl.get_server_certificate(("127.0.0.1", invite.addresses[0].port))
        assert invite.pin == pin_of(ssl.PEM_cert_to_DER_cert(shown))
        assert [address.url for address in invite.addresses] == [url.replace("ws:", "wss:")]


def test_monitors_are_told_on_a_port_of_their_own(tmp_path: Path) -> None:
    with serving("--data-dir", str(tmp_path), "--health-port", "0") as (program, url):
        assert program.stdout is not None
        health = program.stdout.readline().removeprefix("health on ").strip()
        assert health.startswith("http://127.0.0.1:")
        assert asked(health, "/healthz") == (200, "ok\n")
        assert asked(health, "/readyz") == (200, "ready\n")
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        encrypted = connect(url.replace("ws://", "wss://"), ssl=context)
        with encrypted, rich(url, "Somebody with a name") as somebody:
            somebody.say("a secret", "1")
            status, page = asked(health, "/metrics")
        assert status == 200
        assert 'chatapp_connections{encrypted="yes"} 1.0' in page
        assert 'chatapp_connections{encrypted="no"} 1.0' in page
        assert "chatapp_people 1.0" in page
        assert 'chatapp_events_total{kind="message"} 1.0' in page
        assert not any(word in page for word in ("Somebody", "secret", str(tmp_path)))
        if sys.platform == "linux":
            assert "process_resident_memory_bytes" in page
        program.terminate()
        assert program.wait(10) == 0
        assert program.stderr is not None
        assert program.stderr.read() == ""


def test_a_port_for_monitors_that_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = fails("--history", "memory", "--health-port", str(port))
    assert f"port {port} is taken by another program" in said
    assert "--health-port 0 takes any free one" in said


@pytest.mark.skipif(sys.platform != "linux", reason="there is no systemd")
def test_systemd_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(home / "notify"))
        manager.settimeout(10)
        monkeypatch.setenv("NOTIFY_SOCKET", str(home / "notify"))
        with serving("--history", "memory") as (program, url):
            port = url.rpartition(":")[2]
            assert manager.recv(4096).decode() == f"READY=1\nSTATUS=Listening on port {port}"
            program.terminate()
            assert manager.recv(4096).decode() == "STOPPING=1"
            assert program.wait(10) == 0


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_secret_comes_into_the_log_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Everything that a client can say a secret in, at the level that tells the most."""
    secret = "hunter2-and-more"
    monkeypatch.setenv("CHATAPP_PASSWORD", secret)
    words = ("--data-dir", str(tmp_path), "--log-level", "debug", "--log-format", form)
    auth = {"password": secret, "invite": secret, "admin": secret, "resume": secret, "key": secret, "proof": secret}
    identify = {"username": "Ann", "capabilities": ["rich", "history", "resume"], "auth": auth}
    with serving(*words) as (program, url):
        for frame in (
            json.dumps({"action": "identify", "payload": identify}),
            json.dumps({"action": "identify", "payload": {**identify, "auth": [secret]}}),
            json.dumps({"action": secret, "payload": {"password": secret}}),
            json.dumps({"action": "identify", "payload": {"username": secret * 9, "auth": {"password": 3}}}),
            secret,
            secret.encode(),
        ):
            with connect(url) as client:
                client.send(frame)
                with suppress(ConnectionClosed, TimeoutError):
                    client.recv(timeout=1)
                with suppress(ConnectionClosed):
                    client.send(
                        json.dumps({"action": "sendMessage", "payload": {"message": secret, "room": "default"}})
                    )
        host, _, port = url.removeprefix("ws://").partition(":")
        for request in (
            f"GET /room#f=x&k={secret} HTTP/1.1\r\nHost: x\r\nAuthorization: {secret}\r\n\r\n",
            f"GET /?k={secret}\r\n\r\n",
            f"{secret}\r\n\r\n",
        ):
            with socket.create_connection((host, int(port)), timeout=10) as raw:
                raw.sendall(request.encode())
                with suppress(ConnectionError):
                    raw.recv(4096)
        program.terminate()
        assert program.wait(10) == 0
        assert program.stderr is not None
        said = program.stderr.read()
    assert "127.0.0.1" in said, "there was something to tell"
    assert secret not in said + (tmp_path / "server.log").read_text()
    if form == "json":
        assert all({"time", "level", "logger", "message"} <= set(json.loads(line)) for line in said.splitlines())


def test_what_is_said_of_the_settings_comes_into_the_log(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o644)
    (tmp_path / "server.toml").write_text("password-file = 'secret'\nhistory = 'memory'\n")
    with serving("--config", str(tmp_path / "server.toml")) as (program, _):
        program.terminate()
        assert program.wait(10) == 0
        assert program.stderr is not None
        assert f"may read the password in {tmp_path / 'secret'}" in program.stderr.read()


def test_a_wrong_setting_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHATAPP_LOCKED", "perhaps")
    done = subprocess.run(command(), capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stderr == "chatapp serve: CHATAPP_LOCKED in the environment: 'perhaps' is neither on nor off.\n"
