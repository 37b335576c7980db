"""What an intruder has: a connection of one's own, and a place on the way of others.

All of it is on this computer. With the fixture `apart` (`conftest.py`) both ends take it for a network.
"""

import asyncio
import json
import secrets
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from socket import AF_INET, SOCK_STREAM, fromfd
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import apply_mask

from chatapp.protocol.invite import Address, Invite
from chatapp.security.certificates import HostKey
from chatapp.security.identity import prove, public_key
from chatapp.server.config import ServerConfig
from chatapp.server.frames import split_texts
from chatapp.server.server import Server
from chatapp.server.timing import PROMISED, Timing

HERE = "127.0.0.1"
PATIENCE = 20.0
HELLO = 0x16
"""the first byte of TLS"""
ALL = ("rich", "history", "presence", "resume", "identity", "admin")

Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter


def gullible() -> ssl.SSLContext:
    """Believes everybody."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@asynccontextmanager
async def serving(timing: Timing = PROMISED, **settings: Any) -> AsyncIterator[tuple[Server, int]]:
    """A whole server, and its port."""
    server = Server(ServerConfig(**{"host": HERE, "port": 0} | settings), timing=timing)
    port = await server.start()
    try:
        yield server, port
    finally:
        await server.stop()


class Guest:
    """A connection whose owner says whatever they like."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        assert socket.response is not None
        self.nonce = socket.response.headers["Chatapp-Nonce"]

    @classmethod
    async def come(cls, port: int, *, secure: bool = True, source: str = HERE) -> Self:
        return cls(
            await connect(
                f"{'wss' if secure else 'ws'}://{HERE}:{port}",
                ssl=gullible() if secure else None,
                local_addr=(source, 0),
                compression=None,
                proxy=None,
            )
        )

    async def say(self, action: str, **payload: Any) -> None:
        await self._socket.send(json.dumps({"action": action, "payload": payload}))

    async def hear(self, *actions: str) -> dict[str, Any]:
        """What the next frame of one of these kinds says, its action beside it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                frame = json.loads(await self._socket.recv())
                if frame["action"] in actions:
                    return {**frame["payload"], "action": frame["action"]}

    async def identify(self, name: str, *capabilities: str, **auth: str) -> dict[str, Any]:
        """The welcome, or the refusal. Without capabilities, by Part 1."""
        more: dict[str, Any] = {"capabilities": capabilities} if capabilities else {}
        await self.say("identify", username=name, **more, **({"auth": auth} if auth else {}))
        return await self.hear("welcome" if capabilities else "joined", "error")

    async def refused(self, name: str, **auth: str) -> str:
        """The reason why that does not let them in; empty where it does."""
        answer = await self.identify(name, *ALL, **auth)
        return str(answer.get("reason", ""))

    async def ask(self, action: str, **payload: Any) -> dict[str, Any]:
        """What is answered, whatever it is."""
        ref = secrets.token_hex(4)
        await self.say(action, **payload, ref=ref)
        async with asyncio.timeout(PATIENCE):
            while True:
                frame = json.loads(await self._socket.recv())
                if frame["payload"].get("ref") == ref:
                    return {**frame["payload"], "action": frame["action"]}

    def proof(self, seed: bytes, pin: str, name: str) -> dict[str, str]:
        """That the name is theirs, as the protocol has it."""
        return {"key": public_key(seed), "proof": prove(seed, pin, self.nonce, name)}

    def smuggle(self, data: bytes) -> None:
        """Put this on the line, between what TLS puts there."""
        with fromfd(self._socket.transport.get_extra_info("socket").fileno(), AF_INET, SOCK_STREAM) as line:
            line.send(data)

    async def closed(self) -> int | None:
        """The code with which the server ends it."""
        with suppress(ConnectionClosed):
            async with asyncio.timeout(PATIENCE):
                while True:
                    await self._socket.recv()
        return self._socket.close_code

    async def go(self) -> None:
        await self._socket.close()

    async def vanish(self) -> None:
        self._socket.transport.abort()
        await self._socket.wait_closed()


@asynccontextmanager
async def guest(port: int, **more: Any) -> AsyncIterator[Guest]:
    """A connection that ends with the block, rudely, so that nothing is given up by it."""
    made = await Guest.come(port, **more)
    try:
        yield made
    finally:
        await made.vanish()


class Spy:
    """Somebody on the way. `invite` leads to them as the person types it; what they could read stands in `read`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.invite = Invite((Address(HERE, port),))
        self.read = bytearray()

    def pinned(self, pin: str, secret: str = "") -> Invite:
        """The invite that the host gave: it names the host's key, and the way leads by the spy."""
        return Invite((Address(HERE, self.port, secure=True),), pin=pin, secret=secret)

    @property
    def frames(self) -> list[dict[str, Any]]:
        """What the person said, frame by frame."""
        _, _, rest = self.read.partition(b"\r\n\r\n")
        texts, _ = split_texts(bytearray(rest), len(rest), 1_000, apply_mask)
        return [json.loads(text) for text in texts]


Meet = Callable[[Spy, Reader, Writer], Awaitable[None]]


@asynccontextmanager
async def spying(meet: Meet, context: ssl.SSLContext | None = None) -> AsyncIterator[Spy]:
    """`meet` has each connection that is made to the spy; the context is for speaking TLS with them."""
    tasks: set[asyncio.Task[None]] = set()

    async def come(reader: Reader, writer: Writer) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                await meet(spy, reader, writer)
        finally:
            tasks.discard(task)
            writer.transport.abort()

    server = await asyncio.start_server(come, HERE, 0, ssl=context)
    spy = Spy(server.sockets[0].getsockname()[1])
    try:
        yield spy
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def passing_on(port: int, ssl: ssl.SSLContext | None = None, first: bytes = b"") -> Meet:
    """Speak with the server in the person's stead, and read along; `first` was read already."""

    async def meet(spy: Spy, reader: Reader, writer: Writer) -> None:
        back, on = await asyncio.open_connection(HERE, port, ssl=ssl)

        async def there() -> None:
            data = first or await reader.read(4096)
            while data:
                spy.read += data
                on.write(data)
                data = await reader.read(4096)

        async def here() -> None:
            while data := await back.read(4096):
                writer.write(data)

        try:
            _, pending = await asyncio.wait(
                [asyncio.create_task(there()), asyncio.create_task(here())], return_when=asyncio.FIRST_COMPLETED
            )
            for task in pending:
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        finally:
            on.transport.abort()

    return meet


@asynccontextmanager
async def impersonating(port: int) -> AsyncIterator[tuple[Spy, HostKey]]:
    """A spy with a key of their own, who passes on to the real server."""
    key = HostKey.make()
    async with spying(passing_on(port, gullible()), key.context()) as spy:
        yield spy, key
