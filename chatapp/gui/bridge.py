"""The one seam between the window and the session: intents go in, changes come out as typed signals."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, time

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from chatapp.protocol.messages.hosting import AdminRequest
from chatapp.session.changes import (
    Answered,
    CapabilitiesChanged,
    Change,
    Done,
    Fetched,
    Found,
    GroundChanged,
    NameChanged,
    Notice,
    PhaseChanged,
    Refused,
    RoomJoined,
    RoomLeft,
    RoomsChanged,
    RoomStateChanged,
    RosterChanged,
    Shown,
    TimelineChanged,
    TypingChanged,
)
from chatapp.session.ground import Credentials
from chatapp.session.roster import Roster
from chatapp.session.session import Session

FRAME = 16
"""milliseconds; views are told at most this often that their content differs"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who wants to hear how a request ended: one of the two is called, once, unless the owner is gone by then."""

    owner: QObject
    done: Callable[[], None]
    refused: Callable[[Refused], None]


class Bridge(QObject):
    """Signals come in the order of the changes. `rooms_changed`, `timeline_changed`, `roster_changed` and
    `typing_changed` are gathered for a frame; any other change that follows them brings them out first."""

    phase_changed = Signal(object)
    """a PhaseChanged"""
    name_changed = Signal(str)
    rooms_changed = Signal()
    room_joined = Signal(str)
    room_left = Signal(str, bool)
    """the room, and whether it is gone rather than only left"""
    timeline_changed = Signal(str)
    roster_changed = Signal(str)
    """who is in a room, or whose it is"""
    typing_changed = Signal(str)
    room_state_changed = Signal(str)
    """how a room is written in"""
    answered = Signal(object)
    """an Answered"""
    capabilities_changed = Signal()
    """what the server can do"""
    ground_changed = Signal()
    """how far the connection is to be trusted: `Session.ground`"""
    found = Signal(object)
    """a Found"""
    fetched = Signal(object)
    """a Fetched"""
    shown = Signal(str, int)
    """the timeline of a room has the message of that `seq`, which `show` asked for"""
    done = Signal(int)
    """the ticket of a request that nobody waits for with an Answer"""
    refused = Signal(object)
    """a Refused that nobody waits for with an Answer"""
    notice = Signal(object)
    """a Notice"""

    def __init__(
        self,
        session: Session,
        wake: Callable[[], None],
        clock: Callable[[], float] = monotonic,
        wall: Callable[[], float] = time,
        parent: QObject | None = None,
    ) -> None:
        """`wake` is called after every intent, and may deliver before it returns."""
        super().__init__(parent)
        self.session = session
        self._wake = wake
        self._clock = clock
        self._wall = wall
        self._answers: dict[int, Answer] = {}
        self._rooms = False
        self._timelines: dict[str, None] = {}
        self._rosters: dict[str, None] = {}
        self._typing: dict[str, None] = {}
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.setInterval(FRAME)
        self._frame.timeout.connect(self._flush)

    @property
    def capabilities(self) -> frozenset[str]:
        """What the server can do beyond Part 1 (`Capability`); empty until it has told."""
        return self.session.capabilities

    def roster(self, room: str) -> Roster:
        """Who is in a room, and who is typing there."""
        return self.session.roster(room)

    @property
    def admin(self) -> bool:
        """Whether this person may do everything on the server."""
        return self.session.admin

    def room_state(self, room: str) -> tuple[bool, int] | None:
        """Whether only its owner and admins write there, and the seconds between two messages of one person; None where
        the server has not told."""
        return self.session.room_state(room)

    # What the person does. Those that return a number return the ticket that the answer names.

    def say(self, room: str, text: str, reply_to: int = 0) -> int:
        return self._sent(self.session.say(room, text, self._clock(), self._wall(), reply_to), None)

    def edit(self, room: str, seq: int, text: str, answer: Answer | None = None) -> int:
        return self._sent(self.session.edit(room, seq, text, self._clock()), answer)

    def erase(self, room: str, seq: int, answer: Answer | None = None) -> int:
        return self._sent(self.session.erase(room, seq, self._clock()), answer)

    def react(self, room: str, seq: int, emoji: str, on: bool, answer: Answer | None = None) -> int:
        return self._sent(self.session.react(room, seq, emoji, on, self._clock()), answer)

    def retry(self, room: str, key: int) -> None:
        """Send a message once more that FAILED."""
        self.session.retry(room, key, self._clock())
        self._wake()

    def discard(self, room: str, key: int) -> None:
        """Take a message away that is not confirmed."""
        self.session.discard(room, key, self._clock())
        self._wake()

    def typing(self, room: str) -> None:
        """The person types; for every key."""
        self.session.typing(room, self._clock())
        self._wake()

    def stopped_typing(self, room: str) -> None:
        """The person has emptied the line."""
        self.session.stopped_typing(room, self._clock())
        self._wake()

    def create(self, room: str, answer: Answer | None = None) -> int:
        return self._sent(self.session.create(room, self._clock()), answer)

    def join(self, room: str, answer: Answer | None = None) -> int:
        return self._sent(self.session.join(room, self._clock()), answer)

    def leave(self, room: str, answer: Answer | None = None) -> int:
        return self._sent(self.session.leave(room, self._clock()), answer)

    def delete(self, room: str, answer: Answer | None = None) -> int:
        return self._sent(self.session.delete(room, self._clock()), answer)

    def rename(self, name: str, answer: Answer | None = None) -> int:
        return self._sent(self.session.rename(name, self._clock()), answer)

    def offer(self, credentials: Credentials) -> None:
        """What the person has to come in with."""
        self.session.offer(credentials, self._clock())
        self._wake()

    def host_checked(self) -> None:
        """The person has made sure that the host's key is the host's."""
        self.session.host_checked(self._clock())
        self._wake()

    def watch(self, room: str, answer: Answer | None = None) -> int:
        """Have the room's log, live, without being in it."""
        return self._sent(self.session.watch(room, self._clock()), answer)

    def unwatch(self, room: str) -> None:
        self.session.unwatch(room, self._clock())
        self._wake()

    def older(self, room: str) -> None:
        """Have older rows put in front of the timeline; may be called too often."""
        self.session.older(room, self._clock())
        self._wake()

    def newer(self, room: str) -> None:
        self.session.newer(room, self._clock())
        self._wake()

    def newest(self, room: str) -> None:
        """Have the timeline end where the log does."""
        self.session.newest(room, self._clock())
        self._wake()

    def show(self, room: str, seq: int, answer: Answer | None = None) -> int:
        """Have the timeline hold that message: `shown` says when."""
        return self._sent(self.session.show(room, seq, self._clock()), answer)

    def search(self, query: str, room: str = "", before: int = 0, answer: Answer | None = None) -> int:
        """Look in one room, or in all: `found` says what. Of an answer, only `refused` is ever called."""
        return self._sent(self.session.search(query, room, self._clock(), before), answer)

    def fetch(self, room: str, after: int, answer: Answer | None = None) -> int:
        """Read the log past the timeline: `fetched` brings it. Of an answer, only `refused` is ever called."""
        return self._sent(self.session.fetch(room, after, self._clock()), answer)

    def ask_server(self, request: AdminRequest, answer: Answer | None = None) -> int:
        """What concerns the server itself: `answered` brings what it says, and `done` is called after that."""
        return self._sent(self.session.ask_server(request, self._clock()), answer)

    def read(self, room: str) -> None:
        """The person has seen everything in the room."""
        self.session.read(room)
        self._wake()

    def look(self, room: str) -> None:
        """The person comes to the room: the "new" line stands above what they have not seen."""
        self.session.mark_new(room)
        self._wake()

    def now(self) -> float:
        """The clock that `PhaseChanged.retry_at` is of."""
        return self._clock()

    def _sent(self, ticket: int, answer: Answer | None) -> int:
        # Before the wake: it may bring the answer along.
        if answer is not None:
            self._answers[ticket] = answer
        self._wake()
        return ticket

    # What the connection tells.

    def deliver(self, changes: list[Change]) -> None:
        """Emit what the changes are. Given to the connection; called in the window's thread."""
        for change in changes:
            match change:
                case TimelineChanged(room=room):
                    self._timelines[room] = None
                case RoomsChanged():
                    self._rooms = True
                case RosterChanged(room=room):
                    self._rosters[room] = None
                case TypingChanged(room=room):
                    self._typing[room] = None
                case _:
                    self._flush()
                    self._emit(change)
        if (self._rooms or self._timelines or self._rosters or self._typing) and not self._frame.isActive():
            self._frame.start()

    def _flush(self) -> None:
        timelines, self._timelines = self._timelines, {}
        rosters, self._rosters = self._rosters, {}
        typing, self._typing = self._typing, {}
        rooms, self._rooms = self._rooms, False
        if rooms:
            self.rooms_changed.emit()
        for room in timelines:
            self.timeline_changed.emit(room)
        for room in rosters:
            self.roster_changed.emit(room)
        for room in typing:
            self.typing_changed.emit(room)

    def _emit(self, change: Change) -> None:
        match change:
            case PhaseChanged():
                self.phase_changed.emit(change)
            case NameChanged(name=name):
                self.name_changed.emit(name)
            case RoomJoined() | RoomLeft() | RoomStateChanged() | Shown():
                self._emit_of_room(change)
            case CapabilitiesChanged():
                self.capabilities_changed.emit()
            case GroundChanged():
                self.ground_changed.emit()
            case Notice():
                self.notice.emit(change)
            case Done() | Refused() | Found() | Fetched() | Answered():
                self._end(change, self._answer(change.ticket))

    def _emit_of_room(self, change: RoomJoined | RoomLeft | RoomStateChanged | Shown) -> None:
        match change:
            case RoomJoined(room=room):
                self.room_joined.emit(room)
            case RoomLeft(room=room, deleted=deleted):
                self.room_left.emit(room, deleted)
            case RoomStateChanged(room=room):
                self.room_state_changed.emit(room)
            case Shown(room=room, seq=seq):
                self.shown.emit(room, seq)

    def _end(self, change: Done | Refused | Found | Fetched | Answered, answer: Answer | None) -> None:
        """A request has ended: say so to who waits for it, or else to everybody."""
        match change:
            case Found():
                self.found.emit(change)
            case Fetched():
                self.fetched.emit(change)
            case Answered():
                self.answered.emit(change)
                if answer is not None:
                    answer.done()
            case Done() if answer is not None:
                answer.done()
            case Done(ticket=ticket):
                self.done.emit(ticket)
            case Refused() if answer is not None:
                answer.refused(change)
            case Refused():
                self.refused.emit(change)

    def _answer(self, ticket: int) -> Answer | None:
        answer = self._answers.pop(ticket, None)
        return answer if answer is not None and isValid(answer.owner) else None
