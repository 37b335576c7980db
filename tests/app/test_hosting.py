"""Hosting in a thread: values go between the loops, and nothing else."""

import asyncio
import errno
import socket
import sqlite3
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from queue import Queue

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from chatapp.app import folder, hosting, steward
from chatapp.app.folder import of_window
from chatapp.app.hosting import CannotHost, Host, reachable
from chatapp.discovery.networks import Network
from chatapp.protocol import pin
from chatapp.protocol.invite import Address
from chatapp.security.certificates import pin_of
from chatapp.server.server import Server

HERE = "127.0.0.1"


@pytest.fixture
def host() -> Iterator[Host]:
    host = Host()
    yield host
    host.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "chatapp-host"]


def test_a_server_of_its_own_thread_answers(host: Host) -> None:
    listening = host.start(HERE, [0]).result(10)
    assert listening.here == Address(HERE, listening.port)
    assert listening.addresses == (listening.here,)
    with connect(listening.here.url) as client:
        client.send('{"action":"identify","payload":{"username":"Ann"}}')
        assert client.recv(timeout=10) == '{"action":"joined","payload":{"room":"default"}}'


def test_its_key_is_there_again_the_next_time(host: Host) -> None:
    first = host.start(HERE, [0]).result(10)
    assert pin.checked(first.pin)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    tls.check_hostname = False
    tls.verify_mode = ssl.CERT_NONE
    with socket.create_connection((HERE, first.port)) as bare, tls.wrap_socket(bare) as line:
        certificate = line.getpeercert(binary_form=True)
    assert certificate is not None
    assert pin_of(certificate) == first.pin
    assert host.start(HERE, [0]).result(10).pin == first.pin


def test_a_key_that_is_damaged_is_told_of_and_stays(host: Host) -> None:
    path = of_window() / "host.key"
    path.parent.mkdir(parents=True)
    path.write_text("not a key")
    with pytest.raises(CannotHost, match=r"The host's key .* is damaged") as problem:
        host.start(HERE, [0]).result(10)
    assert not problem.value.taken
    assert path.read_text() == "not a key"


def test_stopping_says_goodbye_and_frees_the_port(host: Host) -> None:
    listening = host.start(HERE, [0]).result(10)
    with connect(listening.here.url) as client:
        stopped = host.stop()
        with pytest.raises(ConnectionClosed) as closed:
            client.recv(timeout=10)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1001
        stopped.result(10)
    assert host.start(HERE, [listening.port]).result(10).port == listening.port


def test_the_next_port_that_is_free_is_taken(host: Host) -> None:
    with socket.create_server((HERE, 0)) as other:
        taken = other.getsockname()[1]
        assert host.start(HERE, [taken, 0]).result(10).port != taken


def test_a_taken_port_is_named(host: Host) -> None:
    with socket.create_server((HERE, 0)) as other:
        taken = other.getsockname()[1]
        with pytest.raises(CannotHost, match=f"Port {taken} is taken by another program.") as problem:
            host.start(HERE, [taken]).result(10)
        assert problem.value.taken


def test_another_port_does_not_help_where_the_address_is_wrong(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(address: str, port: int) -> list[socket.socket]:
        raise OSError(errno.EADDRNOTAVAIL, "Cannot assign requested address")

    monkeypatch.setattr("chatapp.server.server.bind", bind)
    with pytest.raises(CannotHost, match="This computer does not have the address elsewhere") as problem:
        host.start("elsewhere", [0, 0]).result(10)
    assert not problem.value.taken


def test_the_number_of_people_is_told(host: Host) -> None:
    numbers: Queue[int] = Queue()
    host = Host(people=lambda count, _: numbers.put(count))
    listening = host.start(HERE, [0]).result(10)
    with connect(listening.here.url) as client:
        client.send('{"action":"identify","payload":{"username":"Ann"}}')
        assert numbers.get(timeout=10) == 1
    host.close()


def test_what_was_said_is_there_when_the_chat_is_hosted_again(host: Host) -> None:
    first = host.start(HERE, [0]).result(10)
    with connect(first.here.url) as client:
        client.send('{"action":"identify","payload":{"username":"Ann"}}')
        client.send('{"action":"sendMessage","payload":{"message":"hello","room":"default"}}')
        while "hello" not in str(client.recv(timeout=10)):
            pass
    host.stop().result(10)
    again = host.start(HERE, [0]).result(10)
    with connect(again.here.url) as client:
        client.send('{"action":"identify","payload":{"username":"Ann","capabilities":["history"]}}')
        client.send('{"action":"getHistory","payload":{"room":"default"}}')
        text = ""
        while '"history"' not in text.partition("payload")[0]:
            text = str(client.recv(timeout=10))
    assert "hello" in text


def test_two_windows_do_not_share_a_history(host: Host) -> None:
    host.start(HERE, [0]).result(10)
    other = Host()
    with pytest.raises(CannotHost, match="Another Chatapp window hosts a chat on this computer already") as problem:
        other.start(HERE, [0]).result(10)
    assert not problem.value.taken
    host.stop().result(10)
    other.start(HERE, [0]).result(10)
    other.close()


def test_a_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    host = Host(place=tmp_path / "file")
    with pytest.raises(CannotHost, match=r"What is said cannot be kept: the folder .* cannot be used: ") as problem:
        host.start(HERE, [0]).result(10)
    assert not problem.value.taken
    host.close()


def test_a_history_of_a_newer_version(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "history.db")) as db:
        db.execute("PRAGMA user_version = 1000")
        db.execute("CREATE TABLE of_another (program)")
        db.commit()
    host = Host(place=tmp_path)
    for _ in range(2):
        with pytest.raises(CannotHost, match=r"history\.db"):
            host.start(HERE, [0]).result(10)
    host.close()


def test_a_port_that_cannot_be_had_leaves_the_folder_to_others(host: Host) -> None:
    other = Host()
    with socket.create_server((HERE, 0)) as taken:
        with pytest.raises(CannotHost):
            other.start(HERE, [taken.getsockname()[1]]).result(10)
        host.start(HERE, [0]).result(10)
    other.close()


def test_stopping_twice_and_closing_without_a_start(host: Host) -> None:
    host.start(HERE, [0]).result(10)
    host.stop().result(10)
    host.stop().result(10)
    Host().close()


def test_a_start_waits_for_the_stop_before_it(host: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does not hang up holds a stop up, and its end must take nothing from the next server."""
    host.start(HERE, [0]).result(10)
    begun, gone, stop = threading.Event(), threading.Event(), Server.stop

    async def late(server: Server) -> None:
        begun.set()
        await asyncio.to_thread(gone.wait, 10)
        await stop(server)

    monkeypatch.setattr(Server, "stop", late)
    stopped = host.stop()
    assert begun.wait(10)
    again = host.start(HERE, [0])
    with suppress(TimeoutError):  # of one that does not wait
        again.result(0.3)
    gone.set()
    stopped.result(10)
    listening = again.result(10)
    assert steward.find(of_window()).secret == listening.steward
    with pytest.raises(folder.NotOurs):
        folder.own(of_window())


def test_what_others_can_type() -> None:
    assert reachable("192.168.1.20", 5) == (Address("192.168.1.20", 5),)
    found = reachable("", 5)
    assert found
    assert all(address.port == 5 and address.host not in ("", "0.0.0.0", "::") for address in found)


def test_a_network_that_leads_nowhere_is_one_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two computers on a cable; the addresses of the cable itself are told of, and no more than somebody would try."""
    around = [Network("lo", "127.0.0.1", 8), Network("cable0", "10.77.0.1", 24), Network("cable0", "fe80::1", 64)]
    around += [Network("bridge", f"fd77::{number}", 64) for number in range(1, 9)]
    monkeypatch.setattr(hosting, "_ELSEWHERE", ())
    monkeypatch.setattr(hosting, "networks", lambda: tuple(around))
    monkeypatch.setattr(socket, "gethostname", lambda: "ann-pc.lan")
    found = [address.host for address in reachable("", 5)]
    assert found == ["10.77.0.1", "ann-pc.local", "fd77::1", "fd77::2", "fd77::3"]
    assert [address.host for address in reachable("0.0.0.0", 5)] == ["10.77.0.1", "ann-pc.local"]
    for name in ("x" * 64, "ann pc", "-ann"):  # what a link could not hold
        monkeypatch.setattr(socket, "gethostname", lambda name=name: name)
        assert [address.host for address in reachable("0.0.0.0", 5)] == ["10.77.0.1"]
    around[1:] = []
    assert reachable("", 5) == (Address(HERE, 5),)
