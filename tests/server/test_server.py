"""A whole server on an event loop."""

import asyncio
import errno
import json
import threading
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

import chatapp.server.server
from chatapp.protocol.invite import Address
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.storage.base import NoRoom, StorageFailed

HERE = "127.0.0.1"


async def test_two_people_talk() -> None:
    both = asyncio.Event()
    server = Server(ServerConfig(host=HERE, port=0), people=lambda count, _: both.set() if count == 2 else None)
    port = await server.start()
    async with connect(f"ws://{HERE}:{port}") as ann, connect(f"ws://{HERE}:{port}") as bob:
        for client, name in ((ann, "Ann"), (bob, "Bob")):
            await client.send(json.dumps({"action": "identify", "payload": {"username": name}}))
            assert json.loads(await client.recv())["action"] == "joined"
        await ann.send('{"action":"sendMessage","payload":{"message":"hello","room":"default"}}')
        frame = {}
        while frame.get("action") != "message":
            frame = json.loads(await bob.recv())
        assert frame["payload"] == {"from": "Ann", "room": "default", "message": "hello"}
        await both.wait()
        await server.stop()
        await bob.wait_closed()
        assert bob.close_code == 1001
    await server.stop()


async def test_limits_are_the_configs() -> None:
    server = Server(ServerConfig(host=HERE, port=0, max_connections=1, rate_limits=False))
    port = await server.start()
    async with connect(f"ws://{HERE}:{port}"), connect(f"ws://{HERE}:{port}") as second:
        assert json.loads(await second.recv())["payload"]["reason"] == "server_full"
        with pytest.raises(ConnectionClosed):
            await second.recv()
        assert second.close_code == 1013
    await server.stop()


async def test_a_taken_port() -> None:
    first = Server(ServerConfig(host=HERE, port=0))
    port = await first.start()
    second = Server(ServerConfig(host=HERE, port=port))
    with pytest.raises(OSError, match=r"in use|Only one usage") as problem:
        await second.start()
    assert problem.value.errno == errno.EADDRINUSE
    await second.stop()
    await first.stop()


async def test_stopping_what_never_started() -> None:
    await Server(ServerConfig()).stop()


async def frames_until(client: ClientConnection, action: str) -> dict[str, Any]:
    """What the next frame of that kind says."""
    while True:
        frame = json.loads(await client.recv())
        if frame["action"] == action:
            return frame["payload"]


async def say(port: int, text: str) -> list[str]:
    """Somebody says it and reads everything there is."""
    async with connect(f"ws://{HERE}:{port}") as client:
        identify = {"username": "Ann", "capabilities": ["rich", "history"]}
        await client.send(json.dumps({"action": "identify", "payload": identify}))
        await client.send(json.dumps({"action": "sendMessage", "payload": {"message": text, "room": "default"}}))
        await frames_until(client, "ack")
        await client.send('{"action":"getHistory","payload":{"room":"default"}}')
        return [event["message"] for event in (await frames_until(client, "history"))["events"]]


@pytest.mark.parametrize(("history", "kept"), [("durable", ["one", "two"]), ("memory", ["two"])])
async def test_what_was_said_survives_where_it_is_to(tmp_path: Path, history: str, kept: list[str]) -> None:
    config = ServerConfig(host=HERE, port=0, history=history, data_dir=tmp_path)
    server = Server(config)
    assert await say(await server.start(), "one") == ["one"]
    await server.stop()
    assert await say(await server.start(), "two") == kept
    await server.stop()
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("chatapp-")]


async def test_a_history_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    server = Server(ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path))
    with pytest.raises(StorageFailed, match=r"history\.db"):
        await server.start()
    (tmp_path / "history.db").rmdir()
    assert await say(await server.start(), "one") == ["one"]
    await server.stop()


@pytest.mark.allow_errors("The disk does not answer", "The disk is gone")
async def test_a_disk_that_hangs_does_not_keep_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.server.server.SETTLE", 0.01)
    let_go, hangs = threading.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def hang(self: Any, writes: Any) -> Any:
        loop.call_soon_threadsafe(hangs.set)
        assert let_go.wait(10)
        raise StorageFailed("The disk is gone.")

    server = Server(ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path))
    port = await server.start()
    monkeypatch.setattr("chatapp.storage.sqlite.SqliteStorage.commit", hang)
    async with connect(f"ws://{HERE}:{port}") as client:
        await client.send('{"action":"identify","payload":{"username":"Ann"}}')
        await client.send('{"action":"sendMessage","payload":{"message":"hello","room":"default"}}')
        await hangs.wait()
        await server.stop()
        await client.wait_closed()
        assert client.close_code == 1001
    journal = next(thread for thread in threading.enumerate() if thread.name == "chatapp-journal")
    let_go.set()
    await asyncio.to_thread(journal.join, 10)
    assert not journal.is_alive()


@pytest.mark.allow_errors("The disk does not answer")
async def test_a_page_that_cannot_be_read_does_not_keep_a_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatapp.server.server.SETTLE", 0.01)
    let_go, hangs = threading.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def hang(*_: Any, **__: Any) -> Any:
        loop.call_soon_threadsafe(hangs.set)
        assert let_go.wait(10)
        raise NoRoom

    server = Server(ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path))
    port = await server.start()
    monkeypatch.setattr("chatapp.storage.sqlite.SqliteStorage.page", hang)
    async with connect(f"ws://{HERE}:{port}") as client:
        await client.send('{"action":"identify","payload":{"username":"Ann","capabilities":["history"]}}')
        await client.send('{"action":"getHistory","payload":{"room":"default"}}')
        await hangs.wait()
        await server.stop()
        await client.wait_closed()
        assert client.close_code == 1001
    readers = [thread for thread in threading.enumerate() if thread.name.startswith("chatapp-reader")]
    assert readers
    let_go.set()
    for reader in readers:
        await asyncio.to_thread(reader.join, 10)
        assert not reader.is_alive()


async def figures(server: Server) -> dict[str, float]:
    """Those without labels."""
    families = text_string_to_metric_families((await server.metrics()).decode())
    return {sample.name: sample.value for family in families for sample in family.samples if not sample.labels}


@pytest.mark.parametrize("history", ["durable", "memory"])
async def test_it_is_ready_from_start_to_stop(tmp_path: Path, history: str) -> None:
    server = Server(ServerConfig(host=HERE, port=0, history=history, data_dir=tmp_path))
    assert await server.unready() == "not started"
    assert (await figures(server))["chatapp_ready"] == 0
    port = await server.start()
    assert await server.unready() == ""
    await say(port, "one")
    told = await figures(server)
    assert told["chatapp_ready"] == told["chatapp_rooms"] == told["chatapp_connections_accepted_total"] == 1
    assert (told["chatapp_storage_bytes"] > 0) is (history == "durable")
    assert (told["chatapp_storage_free_bytes"] > 0) is (history == "durable")
    await server.stop()
    assert await server.unready() == "stopping"


@pytest.mark.allow_errors("The disk is gone")
async def test_it_is_not_ready_while_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path))
    port = await server.start()

    def fail(self: Any, writes: Any) -> Any:
        raise StorageFailed("The disk is gone.")

    with monkeypatch.context() as patch:
        patch.setattr("chatapp.storage.sqlite.SqliteStorage.commit", fail)
        async with connect(f"ws://{HERE}:{port}") as client:
            identify = {"username": "Ann", "capabilities": ["rich", "history"]}
            await client.send(json.dumps({"action": "identify", "payload": identify}))
            await client.send(json.dumps({"action": "sendMessage", "payload": {"message": "x", "room": "default"}}))
            assert (await frames_until(client, "error"))["reason"] == "unavailable"
            assert await server.unready() == "what is said cannot be kept"
        monkeypatch.setattr("chatapp.server.server.FAILED_LATELY", 0.0)
        assert await server.unready() == "", "after a while it is worth another try"
    monkeypatch.setattr("chatapp.server.server.SPACE", 2**80)
    assert await server.unready() == "the disk is full"
    await server.stop()


async def test_it_is_not_ready_where_it_could_not_start(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    server = Server(ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path))
    with pytest.raises(StorageFailed):
        await server.start()
    assert await server.unready()


async def test_while_it_starts_it_is_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens, go_on = asyncio.Event(), threading.Event()
    loop, real = asyncio.get_running_loop(), chatapp.server.server._open

    def slowly(config: ServerConfig) -> Any:
        loop.call_soon_threadsafe(opens.set)
        assert go_on.wait(10)
        return real(config)

    monkeypatch.setattr("chatapp.server.server._open", slowly)
    server = Server(ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path))
    starting = asyncio.create_task(server.start())
    await opens.wait()
    assert await server.unready() == "starting"
    go_on.set()
    await starting
    assert await server.unready() == ""
    await server.stop()


async def welcome(port: int, **auth: str) -> dict[str, Any]:
    """What somebody is told who comes with these secrets: the welcome, or the error."""
    async with connect(f"ws://{HERE}:{port}") as client:
        payload = {"username": "Ann", "capabilities": ["admin"], "auth": auth}
        await client.send(json.dumps({"action": "identify", "payload": payload}))
        payload = json.loads(await client.recv())["payload"]
        assert isinstance(payload, dict)
        return payload


async def test_whoever_has_its_secret_is_in_charge() -> None:
    config = ServerConfig(host=HERE, port=0)
    server, other = Server(config), Server(config)
    assert server.steward != other.steward
    port = await server.start()
    assert (await welcome(port, admin=server.steward))["admin"]
    assert (await welcome(port, admin=other.steward))["reason"] == "auth_failed"
    await server.stop()


async def test_what_the_host_s_settings_say_holds_over_what_was_kept(tmp_path: Path) -> None:
    def config(**more: Any) -> ServerConfig:
        return ServerConfig(host=HERE, port=0, history="durable", data_dir=tmp_path, max_connections=50, **more)

    server = Server(config(name="Tea house", password="open sesame", people=80, plain=False))
    port = await server.start()
    assert (await welcome(port))["reason"] == "auth_required"
    told = await welcome(port, password="open sesame")
    assert told["server"]["name"] == "Tea house"
    assert told["server"]["id"] == server.pin
    await server.stop()
    again = Server(config(locked=True))
    await again.start()
    assert (again.state.name, again.state.password, again.state.plain) == ("Tea house", True, False)
    assert (again.state.locked, again.state.people) == (True, 50)
    again.announce([Address("192.0.2.20", 20200)])
    assert again.state.addresses == ["192.0.2.20:20200"]
    await again.stop()
    again.announce([])
