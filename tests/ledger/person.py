"""A client that keeps books: what it said, what was acknowledged, and what it was shown, in which order.

It speaks Part 2 over `websockets`, shares no code with ours, follows one room (`default`) by the client's one rule
(the next `seq`: apply, a seen one: drop, a gap: fetch), and comes back for as long as it is wanted.
"""

import asyncio
import json
from collections.abc import Callable
from random import Random
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

ROOM = "default"
IN_FLIGHT = 3
"""messages of one person that are not acknowledged yet, at most"""
ANSWER = 10.0
"""seconds without a frame while something is awaited, after which a connection is given up"""


class Person:
    """Every text is said once in the world, so that a text tells which message it is.

    `url` gives where to connect, and waits until somebody is there. `changed` is called at each progress.
    """

    whole = True
    """the timeline begins with the log"""

    def __init__(self, name: str, random: Random, url: "Address", changed: Callable[[], None]) -> None:
        self.name = name
        self.said = 0
        self.talking = True
        self.unacknowledged: dict[str, str] = {}
        """id to text"""
        self.acknowledged: dict[str, int] = {}
        """what it said and is safe, to its `seq`"""
        self.timeline: list[tuple[int, str]] = []
        """what was shown: seq, text"""
        self.complaints: list[str] = []
        """what should never be"""
        self.connections = 0
        self.strangers = 0
        """how often it came back as somebody else, because a token was lost"""
        self._random = random
        self._url = url
        self._changed = changed
        self._said: dict[str, str] = {}
        self._token = ""
        self._epoch = ""
        self._seq = 0
        self._aside: list[dict[str, Any]] = []
        """what came while older events were fetched"""
        self._behind = True

    @property
    def seq(self) -> int:
        """Everything up to there is on the timeline."""
        return self._seq

    async def live(self) -> None:
        """Be there until cancelled."""
        while True:
            try:
                async with connect(
                    await self._url(), ping_interval=None, compression=None, open_timeout=ANSWER, close_timeout=1
                ) as socket:
                    self.connections += 1
                    await self._visit(socket)
            except (OSError, ConnectionClosed, InvalidHandshake, InvalidMessage, TimeoutError, EOFError):
                continue

    async def _visit(self, socket: ClientConnection) -> None:
        self._behind = True
        self._aside.clear()
        await self._ask(
            socket,
            "identify",
            username=self.name,
            capabilities=["rich", "history", "resume"],
            auth={"resume": self._token},
        )
        while True:
            idle = not self._behind and not self.unacknowledged
            frame = json.loads(await asyncio.wait_for(socket.recv(), None if idle else ANSWER))
            await self._hear(socket, frame["action"], frame["payload"])

    async def _hear(self, socket: ClientConnection, action: str, payload: dict[str, Any]) -> None:
        match action:
            case "welcome":
                self._token = payload["resume"]
                if self._epoch:
                    since = {"epoch": self._epoch, "seq": self._seq}
                    await self._ask(socket, "joinRoom", room=ROOM, since=since, ref="join")
                else:
                    await self._ask(socket, "getHistory", room=ROOM, after=0, ref="all")
            case "history":
                await self._fetched(socket, payload)
            case "message" if self._behind:
                self._aside.append(payload)
            case "message":
                self._apply(payload)
                if self._behind:
                    await self._fetch(socket)
            case "ack":
                self._acknowledge(payload)
                await self._talk(socket)
            case "error" if payload["reason"] == "username_taken":
                # The first token of all was lost on its way, so the name is kept for somebody who cannot show it.
                self.strangers += 1
                if self._token:
                    self.complaints.append(f"{self.name} had a token, and was not known any more")
                    self._token = ""
                self.name += "~"
                await self._ask(socket, "identify", username=self.name, capabilities=["rich", "history", "resume"])
            case "error":
                self.complaints.append(f"{self.name} was told {payload}")
        self._changed()

    async def _fetched(self, socket: ClientConnection, page: dict[str, Any]) -> None:
        if page.get("recovered") is False or (self._epoch and page["epoch"] != self._epoch):
            self.complaints.append(f"{self.name} lost the thread at {self._seq}: {page['epoch']} {page['top']}")
        self._epoch = page["epoch"]
        for event in page["events"]:
            self._apply(event)
        if not page["complete"]:
            await self._fetch(socket)
            return
        self._behind = False
        for payload in self._aside:
            self._apply(payload)
        self._aside.clear()
        if self._behind:
            await self._fetch(socket)
            return
        for mine, text in self.unacknowledged.items():
            await self._ask(socket, "sendMessage", room=ROOM, message=text, id=mine)
        await self._talk(socket)

    async def _fetch(self, socket: ClientConnection) -> None:
        await self._ask(socket, "getHistory", room=ROOM, after=self._seq, ref="more")

    def _apply(self, event: dict[str, Any]) -> None:
        seq = event["seq"]
        if seq > self._seq + 1:
            self._behind = True
            self._aside.append(event)
        elif seq == self._seq + 1:
            self._seq = seq
            text = event["message"]
            self.timeline.append((seq, text))
            if self.unacknowledged.pop(event.get("id", ""), None) is not None:
                self.acknowledged[text] = seq  # shown to its author, it is as good as acknowledged

    def _acknowledge(self, ack: dict[str, Any]) -> None:
        seq, text = ack["seq"], self._said[ack["id"]]
        if self.acknowledged.setdefault(text, seq) != seq:
            self.complaints.append(f"{ack['id']} was acknowledged as {self.acknowledged[text]} and {seq}")
        self.unacknowledged.pop(ack["id"], None)

    async def _talk(self, socket: ClientConnection) -> None:
        while self.talking and len(self.unacknowledged) < IN_FLIGHT:
            self.said += 1
            mine = f"{self.name.rstrip('~')}-{self.said}"
            text = f"{mine} " + "x" * self._random.choice((0, 5, 60, 900))
            self.unacknowledged[mine] = self._said[mine] = text
            await self._ask(socket, "sendMessage", room=ROOM, message=text, id=mine)

    async def _ask(self, socket: ClientConnection, action: str, **payload: Any) -> None:
        await socket.send(json.dumps({"action": action, "payload": payload}))


class Address:
    """Where to connect; there is nobody between `clear` and `set`."""

    def __init__(self) -> None:
        self._there = asyncio.Event()
        self._url = ""
        self._told: list[Callable[[], None]] = []

    @property
    def known(self) -> bool:
        return self._there.is_set()

    def tell(self, whom: Callable[[], None]) -> None:
        """Call this whenever somebody is there again."""
        self._told.append(whom)

    def set(self, url: str) -> None:
        self._url = url
        self._there.set()
        for whom in self._told:
            whom()

    def clear(self) -> None:
        self._there.clear()

    async def __call__(self) -> str:
        await self._there.wait()
        return self._url
