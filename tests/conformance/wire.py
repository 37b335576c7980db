"""A client that believes nothing: it compares every frame it gets with what Part 1 of the protocol allows."""

import asyncio
import json
import socket
import ssl
import struct
import sys
from collections.abc import Mapping
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

PATIENCE = 15.0
"""seconds after which a frame that should come is taken to be missing; a passing test never waits so long"""

OPTIONS: dict[str, Any] = {"max_size": None, "max_queue": None, "ping_interval": None, "close_timeout": PATIENCE}
"""of `websockets`: nothing that comes is held up or refused, and nothing goes that a test did not send"""

FIELDS = {
    "roomsList": {"rooms": dict},
    "joined": {"room": str},
    "left": {"room": str},
    "message": {"from": str, "room": str, "message": str},
    "error": {"reason": str, "detail": str},
}
"""everything that a server may say: action to its payload's fields, in the documented order"""

REASONS = {
    *("bad_request", "not_identified", "already_identified", "invalid_username", "username_taken"),
    *("invalid_room_name", "no_room_specified", "room_exists", "room_not_found", "not_in_room"),
    *("cannot_leave_default", "cannot_delete_default", "not_allowed", "empty_message", "message_too_long"),
    *("too_many_rooms", "rate_limited", "server_full", "auth_failed", "storage_full", "unavailable", "unknown_action"),
}

DEFAULT_JOINED = b'{"action":"joined","payload":{"room":"default"}}'


def encrypted(url: str) -> ssl.SSLContext | None:
    """What a client needs to speak TLS with whoever is there; None where the address is a plain one."""
    if not url.startswith("wss:"):
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def compact(value: object) -> bytes:
    """JSON as our server writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def envelope(action: str, **payload: object) -> dict[str, object]:
    return {"action": action, "payload": payload}


def request(action: str, **payload: object) -> str:
    """A request in its envelope."""
    return json.dumps({"action": action, "payload": payload})


def rooms_list(rooms: Mapping[str, int], *, flat: bool = False) -> dict[str, object]:
    """The room list; for whoever speaks the flat dialect with `rooms` in both places."""
    return envelope("roomsList", rooms=rooms) | ({"rooms": rooms} if flat else {})


def reset(sock: socket.socket) -> None:
    """Have the system answer the next close with a reset (RST) instead of a goodbye."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("HH" if sys.platform == "win32" else "ii", 1, 0))


class Client:
    """One connection, and whoever speaks on it.

    `exact` compares frames byte for byte; without it they are compared as JSON. `heard` has every frame ever got,
    `bytes` how each was written, and `rooms` the newest room list.
    """

    def __init__(self, socket_: ClientConnection, *, exact: bool) -> None:
        self.ws = socket_
        self.exact = exact
        self.flat = False
        """whether the server knows, as far as this end can tell, that it speaks the flat dialect"""
        self._sent_flat = False
        self.name = ""
        """as identified"""
        self.heard: list[dict[str, Any]] = []
        self.bytes: list[bytes] = []
        self.rooms: dict[str, int] = {}
        self._made: list[str] = []

    @classmethod
    async def open(cls, url: str, *, exact: bool) -> Self:
        return cls(await connect(url, ssl=encrypted(url), **OPTIONS), exact=exact)

    # What goes

    async def send(self, action: str, **payload: object) -> None:
        """A request in its envelope."""
        if action == "createRoom":
            self._made.append(str(payload.get("room")))
        await self.raw(request(action, **payload))

    async def send_untidied(self, action: str, **payload: object) -> None:
        """The same, and what it makes stays when this connection goes."""
        await self.raw(request(action, **payload))

    async def send_flat(self, action: str, **fields: object) -> None:
        """A request in the flat dialect."""
        if action == "createRoom":
            self._made.append(str(fields.get("room")))
        self._sent_flat = True
        await self.raw(json.dumps({"action": action, **fields}))

    async def say(self, text: str, room: str = "default") -> None:
        await self.send("sendMessage", message=text, room=room)

    async def raw(self, frame: str | bytes) -> None:
        await self.ws.send(frame)

    def burst(self, *requests: str) -> None:
        """Send all of these in one piece, so that the server gets them at once."""
        for each in requests:
            self.ws.protocol.send_text(each.encode())
        self.ws.transport.write(b"".join(self.ws.protocol.data_to_send()))

    # What comes

    async def next(self) -> dict[str, Any]:
        """The next frame, whatever it is, its shape checked."""
        async with asyncio.timeout(PATIENCE):
            data = await self.ws.recv(decode=False)
        frame: dict[str, Any] = json.loads(data)
        self._check(frame, data)
        self.heard.append(frame)
        self.bytes.append(data)
        if frame["action"] == "roomsList":
            self.rooms = frame["payload"]["rooms"]
        return frame

    def _check(self, frame: dict[str, Any], data: bytes) -> None:
        action = frame["action"]
        assert action in FIELDS, f"no such action in Part 1: {data!r}"
        if action == "roomsList" and self._sent_flat and "rooms" in frame:
            self.flat = True  # lists that were under way when it sent its first flat request are not
        also = {"rooms"} if action == "roomsList" and self.flat else set()
        assert frame.keys() == {"action", "payload"} | also, f"fields beside the payload: {data!r}"
        fields, payload = FIELDS[action], frame["payload"]
        assert payload.keys() == fields.keys(), f"fields of the payload: {data!r}"
        assert all(type(payload[name]) is kind for name, kind in fields.items()), f"types: {data!r}"
        if action == "roomsList":
            assert all(type(count) is int and count >= 0 for count in payload["rooms"].values()), data
            assert "default" in payload["rooms"]
            assert frame.get("rooms", payload["rooms"]) == payload["rooms"]
        if action == "error":
            assert payload["reason"] in REASONS, data
            detail = payload["detail"]
            assert detail
        if self.exact:
            if action == "error":
                assert detail[0].isupper() or detail[0] == "“", f"not a sentence: {data!r}"
                assert detail.endswith("."), f"not a sentence: {data!r}"
            ordered = envelope(action, **{name: payload[name] for name in fields})
            if also:
                ordered["rooms"] = payload["rooms"]
            assert data == compact(ordered)

    async def answer(self) -> dict[str, Any]:
        """The next frame that is no room list: those come whenever somebody moves."""
        while (frame := await self.next())["action"] == "roomsList":
            pass
        return frame

    async def expect(self, action: str, **payload: object) -> None:
        """The next frame that is no room list is this one. Its bytes are compared in `next`, where that is wanted."""
        assert await self.answer() == envelope(action, **payload)

    async def refused(self, reason: str) -> str:
        """The next frame that is no room list is an error with this reason. Returns its detail."""
        frame = await self.answer()
        assert (frame["action"], frame["payload"].get("reason")) == ("error", reason), frame
        return str(frame["payload"]["detail"])

    async def list_is(self, rooms: Mapping[str, int]) -> None:
        """Room lists come, and nothing else, until one is this one."""
        while True:
            frame = await self.next()
            assert frame["action"] == "roomsList", frame
            if frame == rooms_list(rooms, flat=self.flat):
                return

    async def list_shows(self, **counts: int | None) -> None:
        """The newest room list has these counts (None: the room is not in it), or one comes, and nothing else does."""
        while any(self.rooms.get(room) != count for room, count in counts.items()):
            frame = await self.next()
            assert frame["action"] == "roomsList", frame

    async def nothing_more(self) -> None:
        """Nothing but room lists is under way to this one, who is identified and still connected."""
        await self.send("leaveRoom", room="default")
        await self.refused("cannot_leave_default")

    async def messages(self, count: int) -> list[tuple[str, str]]:
        """Author and text of the next so many frames that are no room lists, each of them a message."""
        found = []
        for _ in range(count):
            frame = await self.answer()
            assert frame["action"] == "message", frame
            found.append((frame["payload"]["from"], frame["payload"]["message"]))
        return found

    # What most tests begin with

    async def create(self, room: str) -> None:
        await self.send("createRoom", room=room)
        await self.nothing_more()

    async def enter(self, room: str) -> None:
        await self.send("joinRoom", room=room)
        await self.expect("joined", room=room)

    # Coming and going

    async def identify(self, name: str) -> Self:
        self.name = name
        await self.send("identify", username=name)
        return await self.welcomed()

    async def welcomed(self) -> Self:
        """What everyone gets whose name is accepted: `joined`, then the list."""
        assert await self.next() == json.loads(DEFAULT_JOINED)
        assert (await self.next())["action"] == "roomsList"
        return self

    async def closed(self) -> int:
        """The code with which the server closes, room lists aside the next thing to come."""
        said = await self.last_words()
        assert not said, f"not closed: {said}"
        assert self.ws.close_code is not None
        return self.ws.close_code

    async def last_words(self) -> list[dict[str, Any]]:
        """What still comes until the server closes, room lists aside."""
        said = []
        try:
            while True:
                said.append(await self.answer())
        except ConnectionClosed:
            return said

    async def tidy(self) -> None:
        """Delete the rooms it made, which nobody else may delete, and go."""
        try:
            for room in self._made:
                await self.send("deleteRoom", room=room)
        except ConnectionClosed:
            pass
        await self.ws.close()

    def cut(self) -> None:
        """Go without a word."""
        reset(self.ws.transport.get_extra_info("socket"))
        self.ws.transport.abort()
