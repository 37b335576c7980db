"""Requests that await their answer, and which of them an answer or an error belongs to.

Part 1 carries no reference, but a server answers one connection in order. Hence two rules:

- An error belongs to the oldest unanswered request that its reason can apply to (the table below).
- What answers one request shows that the server is past all requests before it: no error can belong to those any more,
  and a `rename`, which has no answer of its own, was carried out.
"""

from collections.abc import Callable, Container, Iterator
from typing import Final, get_args

from msgspec import Struct
from msgspec.structs import replace

from chatapp.protocol.limits import ANSWER
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import (
    DEFAULT_ROOM,
    CreateRoom,
    DeleteRoom,
    Identify,
    JoinRoom,
    LeaveRoom,
    Reason,
    Rename,
    SendMessage,
)
from chatapp.protocol.messages.rich import DeleteMessage, EditMessage, React
from chatapp.session.changes import Intent

_ALL: Final[frozenset[type]] = frozenset(get_args(Request))
_NAMED: Final[frozenset[type]] = frozenset({Identify, Rename})
_IN_ROOMS: Final[frozenset[type]] = frozenset({CreateRoom, JoinRoom, LeaveRoom, SendMessage, DeleteRoom})

APPLIES: Final[dict[str, frozenset[type]]] = {
    Reason.NOT_IDENTIFIED: _ALL - {Identify},
    Reason.ALREADY_IDENTIFIED: frozenset({Identify}),
    Reason.INVALID_USERNAME: _NAMED,
    Reason.USERNAME_TAKEN: _NAMED,
    Reason.INVALID_ROOM_NAME: _IN_ROOMS,
    Reason.NO_ROOM_SPECIFIED: _IN_ROOMS,
    Reason.ROOM_EXISTS: frozenset({CreateRoom}),
    Reason.ROOM_NOT_FOUND: _IN_ROOMS - {CreateRoom},
    Reason.NOT_IN_ROOM: frozenset({LeaveRoom, SendMessage}),
    Reason.CANNOT_LEAVE_DEFAULT: frozenset({LeaveRoom}),
    Reason.CANNOT_DELETE_DEFAULT: frozenset({DeleteRoom}),
    Reason.NOT_ALLOWED: _IN_ROOMS,
    Reason.EMPTY_MESSAGE: frozenset({SendMessage}),
    Reason.MESSAGE_TOO_LONG: frozenset({SendMessage}),
    Reason.TOO_MANY_ROOMS: frozenset({CreateRoom}),
    Reason.SERVER_FULL: frozenset({Identify}),
    Reason.AUTH_FAILED: frozenset({Identify}),
    Reason.AUTH_REQUIRED: frozenset({Identify}),
    Reason.SERVER_LOCKED: frozenset({Identify}),
    Reason.BANNED: frozenset({Identify}),
    Reason.INSECURE: frozenset({Identify}),
    Reason.STORAGE_FULL: frozenset({SendMessage, CreateRoom}),
    Reason.MESSAGE_NOT_FOUND: frozenset({SendMessage, EditMessage, DeleteMessage, React}),
}
"""What a reason can apply to. One that is not here, or that an older server made up, can apply to any request."""

_NOT_OF_DEFAULT: Final = frozenset({Reason.ROOM_NOT_FOUND, Reason.NOT_IN_ROOM, Reason.NO_ROOM_SPECIFIED})
"""never said about `default`, where everybody always is"""

_COMES_LATE: Final = frozenset({Reason.ROOM_EXISTS, Reason.ROOM_NOT_FOUND, Reason.NOT_IN_ROOM})
"""what a request can still lead to after somebody else did the same a moment earlier"""


class Awaiting(Struct, eq=False):
    """One request that was made; compared by identity. Its ticket is 0 where the session itself made it."""

    ticket: int
    intent: Intent | None
    request: Request
    since: float
    passed: bool = False
    """the server has answered a later request"""
    given_up: bool = False
    """its ticket is answered; it stays because a late answer or error still belongs to it"""
    shown: bool = False
    """given up because what it asks for is the case, perhaps by somebody else's hand"""
    heir: "Awaiting | None" = None
    """for createRoom: the joinRoom that has its ticket now, once a list has shown the room"""
    turned: bool = False
    """for createRoom and deleteRoom: a list has shown the opposite of what is asked for, so the next one can confirm"""

    @property
    def room(self) -> str | None:
        match self.request:
            case CreateRoom(room) | JoinRoom(room) | LeaveRoom(room) | DeleteRoom(room):
                return room
            case SendMessage(_, room):
                return room
            case _:
                return None

    def can_fail(self, reason: str) -> bool:
        """Whether an error of that reason, arriving now, can belong to this request."""
        if self.passed or not isinstance(self.request, tuple(APPLIES.get(reason, _ALL))):
            return False
        if self.shown and reason not in _COMES_LATE:
            return False
        return not (self.room == DEFAULT_ROOM and reason in _NOT_OF_DEFAULT)

    @property
    def text(self) -> str | None:
        return self.request.message if isinstance(self.request, SendMessage) else None


class Pending:
    """Requests handed out and not answered, oldest first. What a method gives back is in here no longer, if it does not
    say otherwise.
    """

    def __init__(self) -> None:
        self._entries: list[Awaiting] = []

    def __iter__(self) -> Iterator[Awaiting]:
        return iter(self._entries)

    def add(self, entry: Awaiting) -> None:
        self._entries.append(entry)

    @property
    def deadline(self) -> float | None:
        """When the oldest request is overdue."""
        return next((entry.since + ANSWER for entry in self._entries if not entry.given_up), None)

    def answered(
        self, kind: type[Request] | tuple[type[Request], ...], room: str | None = None, *, in_order: bool = True
    ) -> Awaiting | None:
        """The oldest request of a kind, about a room if one is named. `in_order` says that what answers it can only be
        its answer, so that the server is past all requests before it.
        """
        for place, entry in enumerate(self._entries):
            if isinstance(entry.request, kind) and (room is None or entry.room == room):
                return self._take(place) if in_order else self._entries.pop(place)
        return None

    def said(self, room: str, text: str) -> Awaiting | None:
        """The oldest message with that text to that room, as it comes back from the server."""
        for place, entry in enumerate(self._entries):
            if isinstance(entry.request, SendMessage) and entry.request.message == text and entry.room == room:
                return self._take(place)
        return None

    def gone(self, room: str) -> Awaiting | None:
        """The oldest request to leave or delete a room, as `left` arrives. The room may be gone by somebody else's
        hand, so the request stays in here, given up, until a later answer or a list proves that no error will follow.
        """
        for entry in self._entries:
            if isinstance(entry.request, LeaveRoom | DeleteRoom) and entry.room == room and not entry.shown:
                return self._show(entry)
        return None

    def blamed(self, reason: str) -> Awaiting | None:
        """The request that an error of that reason belongs to."""
        for place, entry in enumerate(self._entries):
            if entry.can_fail(reason):
                taken, heir = self._take(place), entry.heir
                if heir is not None and not heir.given_up:
                    heir.given_up = True
                    taken.given_up = False
                return taken
        return None

    def renamed(self) -> list[Awaiting]:
        """The renames that the server is past, and so has carried out."""
        return self._pop(lambda entry: entry.passed and isinstance(entry.request, Rename))

    def seen(self, listed: Container[str]) -> list[Awaiting]:
        """The createRoom and deleteRoom requests that a room list shows to be carried out.

        A list counts only where it shows the opposite of an earlier one: a room that somebody else made before is no
        proof that ours was created. Even so it may be somebody else's, made a moment before ours, so the requests stay
        in here, given up, until a later answer proves that no error will follow.
        """
        self._pop(lambda entry: entry.shown and isinstance(entry.request, LeaveRoom) and entry.room in listed)
        shown = []
        for entry in self._entries:
            if isinstance(entry.request, CreateRoom | DeleteRoom) and not entry.given_up:
                as_asked = (entry.request.room in listed) is isinstance(entry.request, CreateRoom)
                if as_asked and entry.turned:
                    shown.append(self._show(entry))
                entry.turned = entry.turned or not as_asked
        return shown

    def pass_on(self, heir: Awaiting) -> None:
        """The ticket of a createRoom that was `seen` belongs to a joinRoom now."""
        for entry in self._entries:
            if isinstance(entry.request, CreateRoom) and entry.ticket == heir.ticket:
                entry.heir = heir

    def give_up(self, now: float) -> list[Awaiting]:
        """The requests that were not answered in time. They stay in here."""
        overdue = [entry for entry in self._entries if not entry.given_up and entry.since + ANSWER <= now]
        for entry in overdue:
            entry.given_up = True
        return overdue

    def clear(self) -> list[Awaiting]:
        return self._pop(lambda _: True)

    def _show(self, entry: Awaiting) -> Awaiting:
        """A copy of the request as it was; itself it is given up."""
        before = replace(entry)
        entry.given_up = entry.shown = True
        return before

    def _take(self, place: int) -> Awaiting:
        taken = self._entries.pop(place)
        for entry in self._entries[:place]:
            entry.passed = True
        if any(entry.given_up for entry in self._entries[:place]):
            self._pop(lambda entry: entry.passed and entry.given_up and not isinstance(entry.request, Rename))
        return taken

    def _pop(self, wanted: Callable[[Awaiting], bool]) -> list[Awaiting]:
        taken = [entry for entry in self._entries if wanted(entry)]
        if taken:
            self._entries = [entry for entry in self._entries if entry not in taken]
        return taken
