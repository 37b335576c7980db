"""A session with a server that says what the test says, at the times that the test says."""

from collections.abc import Iterable
from itertools import count
from typing import Any, TypeVar

from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import Error, Identify, Joined, JoinRoom, Left, Message, RoomsList
from chatapp.protocol.messages.rich import (
    Capability,
    Event,
    GetHistory,
    GetMembers,
    History,
    Kind,
    Members,
    WatchRoom,
    Welcome,
)
from chatapp.session.changes import Change
from chatapp.session.ground import Ground, Trust
from chatapp.session.keeping import Keeping, Kept
from chatapp.session.session import Session

C = TypeVar("C", bound=Change)


def hello(name: str, token: str = "", **shown: str) -> Identify:
    """How a session identifies with a server that it does not know."""
    auth = {"resume": token, **shown} if token else shown
    return Identify(name, [*Capability], auth or None)


class Driver:
    """Requests and changes are drained after every call, as the connection does."""

    def __init__(self, name: str = "Ann") -> None:
        self.session = Session(name)
        self.ground = Ground(Trust.HERE)
        self.now = 100.0
        self.sent: list[Request] = []
        self.changes: list[Change] = []

    def drain(self) -> None:
        self.sent += self.session.take_requests()
        self.changes += self.session.take_changes()

    def connect(self) -> "Driver":
        self.session.connecting(self.now)
        self.session.opened(self.now, self.ground)
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


class Welcomed(Driver):
    """The same with a server of Part 2: what it is asked is answered by the test, or by `settle` as by an empty one."""

    def __init__(self, name: str = "Ann", kept: Kept | None = None) -> None:
        super().__init__(name)
        ids = count(1)
        self.session = Session(name, ids=lambda: f"id{next(ids)}", kept=kept)
        self.kept: list[Keeping] = []

    def drain(self) -> None:
        super().drain()
        self.kept += self.session.take_keeping()

    def welcome(self, *rooms: str, capabilities: Iterable[str] = tuple(Capability), token: str = "token") -> "Welcomed":
        """Connect and be let in; the rooms are there, and `default` is empty."""
        self.connect()
        self.hear(Welcome(self.session.name, [*capabilities], {}, {}, 1, token), Joined("default"))
        self.hear(RoomsList({"default": 1, **dict.fromkeys(rooms, 0)}))
        return self

    def ready(self, *rooms: str) -> "Welcomed":
        """Welcomed, and in these rooms, of which nothing was said yet."""
        self.welcome(*rooms)
        self.settle()
        for room in rooms:
            self.do("join", room)
            self.settle()
        self.forget()
        return self

    def settle(self) -> None:
        """Answer all that is open as an empty server does."""
        while self.sent:
            self.answer(self.sent.pop(0))

    def answer(self, request: Request) -> None:
        match request:
            case Identify():
                pass
            case JoinRoom(room, None, ref):
                self.hear(Joined(room, ref))
            case JoinRoom(room, since, ref) if since is not None:
                self.hear(Joined(room, ref))
                self.hear(History(room, since.epoch, [], complete=True, top=since.seq, recovered=True, ref=ref))
            case GetHistory(room, ref=ref) | WatchRoom(room, ref=ref):
                self.hear(History(room, "e", [], complete=True, ref=ref))
            case GetMembers(room, ref):
                self.hear(Members(room, [self.session.name], ref=ref))
            case _:
                raise AssertionError(request)

    def settle_until(self, kind: type[Request]) -> None:
        """The same, up to the first request of a kind."""
        while self.sent and not isinstance(self.sent[0], kind):
            self.answer(self.sent.pop(0))

    @property
    def ref(self) -> str:
        """Of the newest request."""
        request = self.sent[-1]
        assert not isinstance(request, Identify)
        return request.ref

    def told(self, seq: int, text: str = "", author: str = "Bo", room: str = "default", **more: Any) -> None:
        """A message comes, live."""
        self.hear(Message(author, room, text or f"message {seq}", epoch="e", seq=seq, ts=seq * 1000, **more))

    def done_to(self, seq: int, target: int, kind: Kind, author: str = "Bo", **more: Any) -> None:
        """Something is done to a message, live."""
        self.hear(Event(kind, seq, seq * 1000, author, "default", "e", target=target, **more))

    def page(self, *events: Event, room: str = "default", complete: bool = True, **more: Any) -> None:
        """Answer the newest request."""
        top = more.pop("top", events[-1].seq if events else 0)
        epoch = more.pop("epoch", "e")
        self.hear(History(room, epoch, [*events], complete, top, ref=self.ref, **more))

    def seqs(self, room: str = "default") -> list[int]:
        return [entry.seq for entry in self.session.timeline(room)]


def said(*seqs: int, author: str = "Bo", **more: Any) -> list[Event]:
    """Messages as a log has them."""
    return [Event(Kind.MESSAGE, seq, seq * 1000, author, message=f"message {seq}", **more) for seq in seqs]
