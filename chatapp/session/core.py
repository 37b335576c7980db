"""What a session sees, has said and tells, whichever part of the protocol its server speaks."""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from chatapp.protocol.messages.base import DEFAULT_ROOM, Cursor, Reason
from chatapp.protocol.names import shown
from chatapp.protocol.sentences import Sentence
from chatapp.session.acquaintances import Acquaintances
from chatapp.session.changes import (
    Change,
    Done,
    Intent,
    NameChanged,
    Notice,
    Phase,
    PhaseChanged,
    Refused,
    RoomJoined,
    RoomLeft,
    RoomsChanged,
    RoomStateChanged,
    RosterChanged,
    TimelineChanged,
    TypingChanged,
)
from chatapp.session.keeping import Keeping
from chatapp.session.outbox import Outbox, Unsent
from chatapp.session.roomlist import RoomList
from chatapp.session.roster import Rosters
from chatapp.session.timeline import Entry, State, Timeline
from chatapp.session.unread import Call, Place, Unread
from chatapp.session.window import Window

CANNOT: Final = Sentence("This server cannot do that.")
STOPPED: Final = Sentence("You left the server before this was done.")
LOST: Final = Sentence("The connection was lost before the server answered. Please try again.")
NO_ANSWER: Final = Sentence("The server did not answer in time. Please try again.")
LOST_MESSAGE: Final = Sentence(
    "The connection was lost before this message was confirmed. It may or may not have arrived."
)
LEFT_UNSAID: Final = Sentence("You were no longer in the room when this message could be sent.")
SILENT: Final = Sentence("The server does not answer. It may be busy, or not be a Chatapp server.")


class Core:
    """The phase, rooms, timelines, outbox and changes of one session. It asks the server nothing."""

    def __init__(self, name: str, ids: Callable[[], str]) -> None:
        self.phase = Phase.OFFLINE
        self.detail = ""
        self.retry_at: float | None = None
        self.hang_up: str | None = None
        self.name = name
        self.rooms = RoomList()
        self.taken: set[str] = set()
        """the rooms that the server has confirmed in this connection"""
        self.watched: dict[str, int] = {}
        """rooms to be followed without being in them, and the ticket that waits for it; 0 for none"""
        self.windows: dict[str, Window] = {}
        """of rooms whose log is known"""
        self.rosters = Rosters()
        self.acquaintances = Acquaintances()
        self.former: dict[str, frozenset[str]] = {}
        """what people were called before, as far as this session has heard"""
        self.unread: dict[str, Unread] = {}
        """of rooms where something is"""
        self.marks: dict[str, Cursor] = {}
        """how far rooms had been read when an earlier session ended; gone where this one knows better"""
        self.keeping: list[Keeping] = []
        self.outbox = Outbox(self.keeping)
        self.new_id = ids
        self.keeps = False
        """what is unsent when this session ends is not given back, since the next one can send it"""

        self._timelines: dict[str, Timeline] = {}
        self._failed: set[int] = set()
        """the tickets of messages that were answered and stay"""
        self._tickets = 0
        self._changes: list[Change] = []
        self._rooms_told = False
        self._timelines_told: set[str] = set()
        self._others_told: set[Change] = set()

    # Rooms and messages

    def timeline(self, room: str) -> Timeline:
        timeline = self._timelines.get(room)
        if timeline is None:
            timeline = self._timelines[room] = Timeline()
        return timeline

    def window(self, room: str) -> Window:
        window = self.windows.get(room)
        if window is None:
            window = self.windows[room] = Window(room, self.timeline(room), self.former)
        return window

    def forget_logs(self) -> None:
        """The server has none: what is here is all there is."""
        for window in self.windows.values():
            timeline = window.timeline
            timeline.most, timeline.older, timeline.newer = None, False, False
        self.windows.clear()

    def is_in(self, room: str) -> bool:
        """Whether this person is in the room, or takes it back as soon as the connection is there again."""
        return room == DEFAULT_ROOM or self.rooms.get(room).joined

    def come_in(self, room: str) -> None:
        self.taken.add(room)
        if self.rooms.join(room):
            self.rooms_changed()
            self.tell(RoomJoined(room))

    def leave(self, room: str, *, deleted: bool) -> None:
        self.taken.discard(room)
        self.unread.pop(room, None)
        if self.rooms.leave(room, deleted=deleted):
            self.rooms_changed()
            self.tell(RoomLeft(room, deleted))
        self.refuse_unsent(self.outbox.take(room), Reason.NOT_IN_ROOM, LEFT_UNSAID)

    def count_unread(self, room: str, place: Place, call: Call = Call.NONE) -> None:
        """One more message that this person has not seen, in a room that is here."""
        unread = self.unread.get(room)
        if unread is None:
            unread = self.unread[room] = Unread()
        unread.count(place, call)
        self._show_unread(room, unread)

    def miss(self, room: str, seq: int, messages: int) -> None:
        """So many more, from that one on, that are not here."""
        unread = self.unread.setdefault(room, Unread())
        unread.miss(seq, messages)
        self._show_unread(room, unread)

    def edit_unread(self, room: str, seq: int, *, named: bool) -> None:
        """A message calls this person by name now, or not; it matters where it is unread."""
        unread = self.unread.get(room)
        if unread is not None and unread.knows(seq):
            unread.edited(seq, named=named)
            self._show_unread(room, unread)

    def delete_unread(self, room: str, seq: int) -> None:
        """A message is gone; it matters where it is unread."""
        unread = self.unread.get(room)
        if unread is not None and unread.knows(seq):
            unread.deleted(seq)
            self._show_unread(room, unread)
            if not unread.messages:
                del self.unread[room]

    def _show_unread(self, room: str, unread: Unread) -> None:
        self.rooms.show_unread(room, unread.messages, unread.mentions)
        self.rooms_changed()

    def read(self, room: str) -> None:
        """The person has seen everything in the room."""
        self.unread.pop(room, None)
        self.marks.pop(room, None)
        if self.rooms.read(room):
            self.rooms_changed()

    def mark_new(self, room: str) -> None:
        """Move the "new" line to what is not seen."""
        timeline, unread = self.timeline(room), self.unread.get(room)
        first, index = unread.first if unread is not None else None, None
        if first is not None:
            index = timeline.reach(first.seq) if first.seq else first.index
        if timeline.new_from != index:
            timeline.new_from = index
            self.timeline_changed(room)

    def known_to(self, room: str) -> Cursor | None:
        """How far the room's log is known."""
        window = self.windows.get(room)
        return window.follow.cursor if window is not None else None

    def read_to(self) -> dict[str, Cursor]:
        """How far each room is read."""
        marks = dict(self.marks)
        for room in self.windows:
            if (cursor := self.known_to(room)) is not None:
                unread = self.unread.get(room)
                first = unread.first if unread is not None else None
                marks[room] = cursor if first is None else Cursor(cursor.epoch, first.seq - 1)
        return marks

    def called(self, name: str) -> None:
        """The server knows this person by that name."""
        if name != self.name:
            self.name = name
            self.tell(NameChanged(name))

    def meet(self, name: str, key: str, wall: float) -> None:
        """Somebody is here; where they have proven their name, they are known again."""
        if key and name != self.name and (met := self.acquaintances.meet(key, shown(name), wall)) is not None:
            self.keeping.append(met)

    def show_unsent(self, unsent: Unsent) -> None:
        """An unconfirmed message stands in its timeline."""
        timeline = self.timeline(unsent.room)
        quote = self.window(unsent.room).quote(unsent.reply_to) if unsent.reply_to else None
        timeline.say(
            Entry(
                self.name,
                unsent.text,
                unsent.wall,
                mine=True,
                state=State.SENDING,
                key=unsent.ticket,
                id=unsent.id,
                reply=quote,
            )
        )
        self.timeline_changed(unsent.room)

    def mark_unsent(self, room: str, key: int, state: State, reason: str = "", problem: str = "") -> None:
        """An unconfirmed message has another state."""
        entry = next((entry for entry in self.timeline(room).pending if entry.key == key), None)
        if entry is not None:
            self.timeline(room).alter(replace(entry, state=state, reason=reason, problem=problem))
            self.timeline_changed(room)

    def fail_unsent(self, unsent: Unsent, reason: str, problem: str) -> None:
        """It stands in the timeline as FAILED, to be tried again or discarded."""
        self.mark_unsent(unsent.room, unsent.ticket, State.FAILED, reason, problem)
        if unsent.ticket not in self._failed:
            self._failed.add(unsent.ticket)
            self.refuse(unsent.ticket, Intent.SAY, unsent.room, reason, problem)

    def settle_unsent(self, unsent: Unsent) -> None:
        """It is confirmed, or taken away: it stands among the unconfirmed no longer."""
        if self.timeline(unsent.room).settle(unsent.ticket) is not None:
            self.timeline_changed(unsent.room)
        if unsent.ticket not in self._failed:
            self.done(unsent.ticket)
        self._failed.discard(unsent.ticket)

    def fail_unsure(self, room: str) -> None:
        """What may have arrived in the room, and could not be found there any more if it had."""
        for unsent in self.outbox.may_have_arrived(room):
            self.outbox.fail(unsent)
            self.fail_unsent(unsent, Reason.UNAVAILABLE, LOST_MESSAGE)

    # Answers

    def ticket(self) -> int:
        self._tickets += 1
        return self._tickets

    def done(self, ticket: int) -> None:
        if ticket:
            self.tell(Done(ticket))

    def refuse(
        self, ticket: int, intent: Intent, room: str | None, reason: str, detail: str, *, text: str | None = None
    ) -> None:
        """A message that is given back stands in the timeline no longer."""
        if intent is Intent.SAY and text is not None and room is not None and self.timeline(room).settle(ticket):
            self.timeline_changed(room)
        self.tell(Refused(ticket, intent, room, reason, detail, text))

    def refuse_unsent(self, unsent: list[Unsent], reason: str, detail: str) -> None:
        for one in unsent:
            self.refuse(one.ticket, Intent.SAY, one.room, reason, detail, text=one.text)

    def notice(self, reason: str, detail: str) -> None:
        self.tell(Notice(reason, detail))

    # Changes

    def enter(self, phase: Phase, detail: str = "", retry_at: float | None = None) -> None:
        if (phase, detail, retry_at) != (self.phase, self.detail, self.retry_at):
            self.phase, self.detail, self.retry_at = phase, detail, retry_at
            self.tell(PhaseChanged(phase, detail, retry_at))

    def tell(self, change: Change) -> None:
        self._changes.append(change)

    # The first two are for each message that is heard.

    def rooms_changed(self) -> None:
        if not self._rooms_told:
            self._rooms_told = True
            self._changes.append(RoomsChanged())

    def timeline_changed(self, room: str) -> None:
        if room not in self._timelines_told:
            self._timelines_told.add(room)
            self._changes.append(TimelineChanged(room))

    def roster_changed(self, room: str) -> None:
        self._tell_once(RosterChanged(room))

    def room_state(self, room: str, announce: bool, slow: int) -> None:
        """How the room is written in."""
        if self.rosters.take_state(room, announce, slow):
            self._tell_once(RoomStateChanged(room))

    def typing_changed(self, room: str) -> None:
        self._tell_once(TypingChanged(room))

    def _tell_once(self, change: Change) -> None:
        if change not in self._others_told:
            self._others_told.add(change)
            self._changes.append(change)

    def take_changes(self) -> list[Change]:
        changes, self._changes = self._changes, []
        self._rooms_told = False
        self._timelines_told.clear()
        self._others_told.clear()
        return changes
