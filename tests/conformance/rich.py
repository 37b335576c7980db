"""A client of Part 2 that believes nothing, and asks with a `ref`."""

import itertools
from typing import Any, Self

from tests.conformance.wire import REASONS, Client, compact, envelope

ALL = ("rich", "history", "presence", "resume")
EVERYTHING = (*ALL, "identity", "admin")
OF_THE_DOOR = ("auth_required", "server_locked", "banned", "insecure")

EVENT: dict[str, tuple[type, bool]] = {
    "kind": (str, True),
    "seq": (int, True),
    "ts": (int, True),
    "from": (str, True),
    "room": (str, False),
    "epoch": (str, False),
    "id": (str, False),
    "message": (str, False),
    "target": (int, False),
    "replyTo": (int, False),
    "reaction": (str, False),
    "on": (bool, False),
    "edited": (int, False),
    "deleted": (bool, False),
    "reactions": (dict, False),
}
PAYLOADS: dict[str, dict[str, tuple[type, bool]]] = {
    "roomsList": {"rooms": (dict, True), "ref": (str, False)},
    "joined": {"room": (str, True), "ref": (str, False)},
    "left": {"room": (str, True), "ref": (str, False)},
    "error": {"reason": (str, True), "detail": (str, True), "ref": (str, False)},
    "message": {
        "from": (str, True),
        "room": (str, True),
        "message": (str, True),
        "id": (str, False),
        "epoch": (str, True),
        "seq": (int, True),
        "ts": (int, True),
        "replyTo": (int, False),
    },
    "welcome": {
        "username": (str, True),
        "capabilities": (list, True),
        "server": (dict, True),
        "limits": (dict, True),
        "now": (int, True),
        "resume": (str, False),
        "admin": (bool, False),
        "proven": (bool, False),
    },
    "ack": {
        "room": (str, True),
        "epoch": (str, True),
        "seq": (int, True),
        "ts": (int, True),
        "id": (str, False),
        "ref": (str, False),
    },
    "event": EVENT,
    "history": {
        "room": (str, True),
        "epoch": (str, True),
        "events": (list, True),
        "complete": (bool, True),
        "top": (int, False),
        "recovered": (bool, False),
        "ref": (str, False),
    },
    "unwatched": {"room": (str, True), "ref": (str, False)},
    "results": {"hits": (list, True), "next": (int, False), "ref": (str, False)},
    "members": {
        "room": (str, True),
        "members": (list, True),
        "owner": (str, False),
        "admins": (list, False),
        "keys": (dict, False),
        "announce": (bool, False),
        "slow": (int, False),
        "ref": (str, False),
    },
    "memberJoined": {"room": (str, True), "username": (str, True), "key": (str, False), "admin": (bool, False)},
    "memberLeft": {"room": (str, True), "username": (str, True)},
    "renamed": {"from": (str, True), "to": (str, True), "ref": (str, False)},
    "typing": {"room": (str, True), "from": (str, True), "on": (bool, False)},
    "serverState": {
        "name": (str, True),
        "password": (bool, True),
        "locked": (bool, True),
        "inviteOnly": (bool, True),
        "plain": (bool, True),
        "people": (int, True),
        "pin": (str, False),
        "addresses": (list, False),
        "ref": (str, False),
    },
    "people": {"people": (list, True), "ref": (str, False)},
    "bans": {"bans": (list, True), "ref": (str, False)},
    "roomState": {"room": (str, True), "announce": (bool, False), "slow": (int, False), "ref": (str, False)},
    "invites": {"invites": (list, True), "link": (str, False), "ref": (str, False)},
    "acts": {"acts": (list, True), "next": (int, False), "ref": (str, False)},
}
"""everything that a server may say to whom negotiated `rich`: action to its payload's fields, their type, and whether
they are always there; in the documented order"""

NOTES = {"memberJoined", "memberLeft", "renamed", "typing", "roomState"}
"""about others: they come whenever somebody moves"""


def checked(fields: dict[str, Any], allowed: dict[str, tuple[type, bool]]) -> None:
    order = [name for name in allowed if name in fields]
    assert list(fields) == order, f"other fields, or another order: {fields}"
    missing = [name for name, (_, always) in allowed.items() if always and name not in fields]
    assert not missing, f"{missing} are not there: {fields}"
    assert all(type(fields[name]) is allowed[name][0] for name in fields), f"types: {fields}"


class Rich(Client):
    """`capabilities` are what it asks for. `told` are notes about others that it has not looked at yet."""

    capabilities: tuple[str, ...] = ALL

    def __init__(self, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        self.welcome: dict[str, Any] = {}
        self.told: list[dict[str, Any]] = []
        self._refs = itertools.count(1)

    @property
    def token(self) -> str:
        """For the next connection."""
        return str(self.welcome["resume"])

    def _check(self, frame: dict[str, Any], data: bytes) -> None:
        action = frame["action"]
        if action == "roomsList" and self._sent_flat and "rooms" in frame:
            self.flat = True
        also = {"rooms"} if action == "roomsList" and self.flat else set()
        assert frame.keys() == {"action", "payload"} | also, data
        assert action in PAYLOADS, f"no such action: {data!r}"
        payload = frame["payload"]
        allowed = PAYLOADS[action]
        if action == "message" and "rich" not in self.capabilities:
            allowed = {name: allowed[name] for name in ("from", "room", "message")}
        checked(payload, allowed)
        for event in payload.get("events", []) + payload.get("hits", []):
            checked(event, EVENT)
        if action == "error":
            assert payload["reason"] in REASONS | {"message_not_found", *OF_THE_DOOR}, data
        if self.exact:
            assert data == compact(frame)

    async def identify(
        self,
        name: str,
        *,
        capabilities: tuple[str, ...] = ALL,
        resume: str = "",
        flat: bool = False,
        auth: dict[str, str] | None = None,
    ) -> Self:
        self.name = name
        await self.say_who(name, capabilities, {**(auth or {}), **({"resume": resume} if resume else {})}, flat=flat)
        return await self.welcomed()

    async def say_who(
        self, name: str, capabilities: tuple[str, ...], auth: dict[str, str], *, flat: bool = False
    ) -> None:
        self.capabilities = capabilities
        send = self.send_flat if flat else self.send
        shown = {"auth": auth} if auth else {}
        await send("identify", username=name, capabilities=[*capabilities], **shown)

    async def turned_away(self, name: str, capabilities: tuple[str, ...] = ALL, **auth: str) -> str:
        """It identifies and is not let in. The reason."""
        await self.say_who(name, capabilities, auth)
        frame = await self.next()
        assert frame["action"] == "error", frame
        return str(frame["payload"]["reason"])

    @property
    def nonce(self) -> str:
        """What the server gave it to prove a name with."""
        assert self.ws.response is not None
        return self.ws.response.headers["Chatapp-Nonce"]

    async def welcomed(self) -> Self:
        """`welcome` first, then what everyone gets."""
        frame = await self.next()
        assert frame["action"] == "welcome", frame
        self.welcome = frame["payload"]
        return await super().welcomed()

    async def answer(self) -> dict[str, Any]:
        """The next frame that is neither a list that nobody asked for nor a note."""
        while True:
            frame = await self.next()
            if frame["action"] in NOTES and "ref" not in frame["payload"]:
                self.told.append(frame)
            elif frame["action"] != "roomsList" or "ref" in frame["payload"]:
                return frame

    async def note(self, room: str) -> dict[str, Any]:
        """The next note about that room, or about a name; room lists aside, nothing else comes before it."""
        while True:
            for frame in self.told:
                if frame["payload"].get("room", room) == room:
                    self.told.remove(frame)
                    return frame
            frame = await self.next()
            assert frame["action"] in NOTES | {"roomsList"}, frame
            if frame["action"] in NOTES:
                self.told.append(frame)

    async def ask(self, action: str, **payload: Any) -> dict[str, Any]:
        """Send it with a `ref`; the next frame repeats it, `left` aside, which one's own `deleteRoom` brings first."""
        ref = f"r{next(self._refs)}"
        await self.send(action, **payload, ref=ref)
        frame = await self.answer()
        if action == "deleteRoom" and frame["action"] in {"left", "unwatched"}:
            frame = await self.answer()
        assert frame["payload"].get("ref") == ref, frame
        return frame

    async def get(self, action: str, **payload: Any) -> dict[str, Any]:
        """The payload of the answer, without its `ref`."""
        frame = await self.ask(action, **payload)
        assert frame["action"] != "error", frame
        return {name: value for name, value in frame["payload"].items() if name != "ref"}

    async def no(self, reason: str, action: str, **payload: Any) -> str:
        """It is refused for this reason. The detail."""
        frame = await self.ask(action, **payload)
        assert (frame["action"], frame["payload"]["reason"]) == ("error", reason), frame
        return str(frame["payload"]["detail"])

    async def do(self, action: str, **payload: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Something that goes into the log of a room in which it is: the `ack` without its `ref`, and what everybody
        hears of it. Either may come first."""
        ref = f"r{next(self._refs)}"
        await self.send(action, **payload, ref=ref)
        frames = {}
        for _ in range(2):
            frame = await self.answer()
            frames[frame["action"]] = frame["payload"]
        ack = frames.pop("ack")
        assert ack.pop("ref") == ref
        [(kind, echo)] = frames.items()
        assert kind == ("message" if action == "sendMessage" else "event")
        assert {name: echo[name] for name in ("room", "epoch", "seq", "ts")} == {
            name: ack[name] for name in ("room", "epoch", "seq", "ts")
        }
        assert echo.get("id") == ack.get("id") == payload.get("id")
        return ack, echo

    async def tell(self, room: str, message: str, **more: Any) -> int:
        """Say something in a room in which it is; the `seq`."""
        ack, echo = await self.do("sendMessage", room=room, message=message, **more)
        assert (echo["from"], echo["message"]) == (self.name, message)
        return int(ack["seq"])

    async def hear(self) -> dict[str, Any]:
        """The next frame, which is a message or an event: its payload, without the place in the log."""
        frame = await self.answer()
        assert frame["action"] in {"message", "event"}, frame
        return {name: value for name, value in frame["payload"].items() if name not in {"epoch", "ts", "seq"}}

    async def create(self, room: str) -> None:
        """Make a room and go in."""
        self._made.append(room)
        await self.get("createRoom", room=room)
        await self.enter(room)

    async def enter(self, room: str) -> None:
        assert await self.get("joinRoom", room=room) == {"room": room}

    async def nothing_more(self) -> None:
        """Nothing but room lists and notes is under way to it."""
        await self.no("cannot_leave_default", "leaveRoom", room="default")


def plain(author: str, room: str, message: str) -> dict[str, Any]:
    """A message as clients of Part 1 hear it."""
    return envelope("message", **{"from": author, "room": room, "message": message})
