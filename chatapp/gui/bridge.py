"""The one seam between the window and the session: intents go in, changes come out as typed signals."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, time

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from chatapp.session.changes import (
    Change,
    Done,
    NameChanged,
    Notice,
    PhaseChanged,
    Refused,
    RoomJoined,
    RoomLeft,
    RoomsChanged,
    TimelineChanged,
)
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
    """Signals come in the order of the changes. `rooms_changed` and `timeline_changed` are gathered for a frame; any
    other change that follows them brings them out first."""

    phase_changed = Signal(object)
    """a PhaseChanged"""
    name_changed = Signal(str)
    rooms_changed = Signal()
    room_joined = Signal(str)
    room_left = Signal(str, bool)
    """the room, and whether it is gone rather than only left"""
    timeline_changed = Signal(str)
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
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setTimerType(Qt.TimerType.PreciseTimer)
        self._frame.setInterval(FRAME)
        self._frame.timeout.connect(self._flush)

    # What the person does. Each returns the ticket that the answer names.

    def say(self, room: str, text: str) -> int:
        return self._sent(self.session.say(room, text, self._clock(), self._wall()), None)

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
                case _:
                    self._flush()
                    self._emit(change)
        if (self._rooms or self._timelines) and not self._frame.isActive():
            self._frame.start()

    def _flush(self) -> None:
        timelines, self._timelines = self._timelines, {}
        rooms, self._rooms = self._rooms, False
        if rooms:
            self.rooms_changed.emit()
        for room in timelines:
            self.timeline_changed.emit(room)

    def _emit(self, change: Change) -> None:
        match change:
            case PhaseChanged():
                self.phase_changed.emit(change)
            case NameChanged(name=name):
                self.name_changed.emit(name)
            case RoomJoined(room=room):
                self.room_joined.emit(room)
            case RoomLeft(room=room, deleted=deleted):
                self.room_left.emit(room, deleted)
            case Done(ticket=ticket):
                answer = self._answer(ticket)
                if answer is not None:
                    answer.done()
                else:
                    self.done.emit(ticket)
            case Refused(ticket=ticket):
                answer = self._answer(ticket)
                if answer is not None:
                    answer.refused(change)
                else:
                    self.refused.emit(change)
            case Notice():
                self.notice.emit(change)

    def _answer(self, ticket: int) -> Answer | None:
        answer = self._answers.pop(ticket, None)
        return answer if answer is not None and isValid(answer.owner) else None
