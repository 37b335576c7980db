"""A small server with the habits of older ones, and ways to misbehave. It knows nothing of ours but the wire."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from chatapp.protocol.invite import Address, Invite

HERE = "127.0.0.1"


def as_documented(action: str, **fields: Any) -> dict[str, Any]:
    return {"action": action, "payload": fields}


@dataclass(frozen=True)
class Dialect:
    """How a server says things. The defaults are the protocol's own."""

    list_: Callable[[dict[str, int]], dict[str, Any]] = lambda rooms: as_documented("roomsList", rooms=rooms)
    error: Callable[[str, str], dict[str, Any]] = lambda reason, detail: as_documented(
        "error", reason=reason, detail=detail
    )
    says_joined_default: bool = True
    greets_with_list: bool = False


DIALECTS = {
    "documented": Dialect(),
    "rooms beside action": Dialect(list_=lambda rooms: {"action": "roomsList", "rooms": rooms}),
    "names without counts": Dialect(list_=lambda rooms: {"action": "roomsList", "rooms": [*rooms]}),
    "errors with message": Dialect(error=lambda _, detail: as_documented("error", message=detail)),
    "errors beside action": Dialect(
        error=lambda reason, detail: {"action": "error", "reason": reason, "detail": detail}
    ),
    "never joined for default": Dialect(says_joined_default=False),
    "a list before anything was asked": Dialect(says_joined_default=False, greets_with_list=True),
}


@dataclass(eq=False)
class ToyServer:
    """Rooms, members and names in the plainest way. `log` has every frame that came in."""

    dialect: Dialect = field(default_factory=Dialect)
    rooms: dict[str, set[ServerConnection]] = field(default_factory=lambda: {"default": set()})
    names: dict[ServerConnection, str] = field(default_factory=dict)
    log: list[dict[str, Any]] = field(default_factory=list)
    echoes: bool = True

    async def serve(self, connection: ServerConnection) -> None:
        if self.dialect.greets_with_list:
            await self.tell(connection, self.list())
        try:
            async for frame in connection:
                request = json.loads(frame)
                self.log.append(request)
                await self.answer(connection, request["action"], request["payload"])
        except ConnectionClosed:
            pass
        finally:
            self.names.pop(connection, None)
            for members in self.rooms.values():
                members.discard(connection)

    async def answer(self, connection: ServerConnection, action: str, asked: dict[str, str]) -> None:
        room = asked.get("room", "")
        match action:
            case "identify" | "rename":
                name = asked.get("username") or asked.get("newUsername") or ""
                if name in self.names.values():
                    await self.refuse(connection, "username_taken", "This name is taken.")
                    return
                self.names[connection] = name
                if action == "identify":
                    self.rooms["default"].add(connection)
                    if self.dialect.says_joined_default:
                        await self.tell(connection, as_documented("joined", room="default"))
                    await self.tell(connection, self.list())
            case "createRoom" if room in self.rooms:
                await self.refuse(connection, "room_exists", "This room is there already.")
            case "createRoom":
                self.rooms[room] = set()
                await self.tell_all(self.list())
            case _ if room not in self.rooms:
                await self.refuse(connection, "room_not_found", "There is no such room.")
            case "joinRoom":
                self.rooms[room].add(connection)
                await self.tell(connection, as_documented("joined", room=room))
                await self.tell_all(self.list())
            case "leaveRoom":
                self.rooms[room].discard(connection)
                await self.tell(connection, as_documented("left", room=room))
                await self.tell_all(self.list())
            case "deleteRoom":
                for member in self.rooms.pop(room):
                    await self.tell(member, as_documented("left", room=room))
                await self.tell_all(self.list())
            case "sendMessage" if self.echoes:
                said = {"from": self.names[connection], "room": room, "message": asked["message"]}
                for member in [*self.rooms[room]]:
                    await self.tell(member, as_documented("message", **said))

    def list(self) -> dict[str, Any]:
        return self.dialect.list_({room: len(members) for room, members in self.rooms.items()})

    async def refuse(self, connection: ServerConnection, reason: str, detail: str) -> None:
        await self.tell(connection, self.dialect.error(reason, detail))

    async def tell(self, connection: ServerConnection, frame: dict[str, Any]) -> None:
        await connection.send(json.dumps(frame))

    async def tell_all(self, frame: dict[str, Any]) -> None:
        for connection in [*self.names]:
            await self.tell(connection, frame)


@asynccontextmanager
async def websocket(serve_one: Callable[[ServerConnection], Awaitable[None]], **options: Any) -> AsyncIterator[Invite]:
    """A WebSocket server that treats each connection so. Gives the invite to it."""
    async with serve(serve_one, HERE, 0, **options) as server:
        yield invite(*(each.getsockname()[1] for each in server.sockets))


@asynccontextmanager
async def raw(
    answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[Invite]:
    """A TCP server that treats each connection so, and closes it then."""
    talks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        try:
            await answer(reader, writer)
        except (asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, HERE, 0)
    try:
        yield invite(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)


def invite(*ports: int, secure: bool = False) -> Invite:
    return Invite(tuple(Address(HERE, port, secure) for port in ports))
