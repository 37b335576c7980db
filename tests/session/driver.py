"""A session with a server that says what the test says, at the times that the test says."""

from typing import Any, TypeVar

from chatapp.protocol.messages import Error, Joined, Left, Message, Reply, Request, RoomsList
from chatapp.session.changes import Change
from chatapp.session.session import Session

C = TypeVar("C", bound=Change)


class Driver:
    """Requests and changes are drained after every call, as the connection does."""

    def __init__(self, name: str = "Ann") -> None:
        self.session = Session(name)
        self.now = 100.0
        self.sent: list[Request] = []
        self.changes: list[Change] = []

    def drain(self) -> None:
        self.sent += self.session.take_requests()
        self.changes += self.session.take_changes()

    def connect(self) -> "Driver":
        self.session.connecting(self.now)
        self.session.opened(self.now)
        self.drain()
        return self

    def online(self, **rooms: int | None) -> "Driver":
        self.connect()
        self.hear(Joined("default"), RoomsList({"default": 1, **rooms}))
        self.forget()
        return self

    def forget(self) -> None:
        self.sent.clear()
        self.changes.clear()

    def hear(self, *replies: Reply) -> None:
        for reply in replies:
            self.session.receive(reply, self.now, self.now + 1_000_000)
        self.drain()

    def message(self, author: str, text: str, room: str = "default") -> None:
        self.hear(Message(author=author, room=room, message=text))

    def error(self, reason: str, detail: str = "No.") -> None:
        self.hear(Error(reason, detail))

    def joined(self, room: str) -> None:
        self.hear(Joined(room))

    def left(self, room: str) -> None:
        self.hear(Left(room))

    def lose(self) -> None:
        self.session.lost(self.now, "Lost.", self.now + 1.0)
        self.drain()

    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.session.tick(self.now)
        self.drain()

    def do(self, intent: str, what: str) -> int:
        ticket: int = getattr(self.session, intent)(what, self.now)
        self.drain()
        return ticket

    def say(self, text: str, room: str = "default") -> int:
        ticket = self.session.say(room, text, self.now, self.now + 1_000_000)
        self.drain()
        return ticket

    def all(self, kind: type[C]) -> list[C]:
        return [change for change in self.changes if isinstance(change, kind)]

    def rows(self, room: str = "default") -> list[tuple[Any, ...]]:
        timeline = self.session.timeline(room)
        return [(timeline[row].author, timeline[row].text, timeline[row].state.value) for row in range(len(timeline))]
