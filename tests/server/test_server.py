"""A whole server on an event loop."""

import asyncio
import errno
import json

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from chatapp.server.config import ServerConfig
from chatapp.server.server import Server

HERE = "127.0.0.1"


async def test_two_people_talk() -> None:
    both = asyncio.Event()
    server = Server(ServerConfig(host=HERE, port=0), people=lambda count: both.set() if count == 2 else None)
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
