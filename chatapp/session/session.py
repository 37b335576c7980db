"""One person's stay on one server: what they see, what they asked for, and what is still to be said.

    OFFLINE ─connecting→ CONNECTING ─opened→ IDENTIFYING ─accepted→ ONLINE
       ↑                     │                │      └─name refused→ REFUSED ─rename→ IDENTIFYING
       │                   lost             lost                        (CONNECTING where the socket is gone)
       └─stop (from any)     └──→ WAITING ←───┴── lost (from ONLINE) ; name still held by the lost connection
                                     └─connecting→ CONNECTING ; retry_at → IDENTIFYING

`_enter` is the only place that changes the phase.

Accepted: `joined{default}`, or from an older server the first `roomsList` or `message` after `identify`. Nothing but
`identify` goes out before that. What was said and not handed out waits in the outbox; what was handed out and not
echoed when the connection was lost is given back to its author, since nobody can tell whether it arrived: a message is
on the wire at most once, and none is lost.
"""

# ruff: noqa: ARG002  # until the session speaks Part 2

from collections.abc import Mapping
from typing import Final

from chatapp.protocol import names
from chatapp.protocol.limits import MESSAGE, MESSAGE_SHOWN, NAME_HELD, NAME_RETRY
from chatapp.protocol.messages import (
    DEFAULT_ROOM,
    CreateRoom,
    DeleteRoom,
    Error,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    Message,
    Reason,
    Rename,
    Reply,
    Request,
    RoomsList,
    SendMessage,
)
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
    TimelineChanged,
)
from chatapp.session.identity import Identity
from chatapp.session.outbox import Outbox, Unsent
from chatapp.session.pending import Awaiting, Pending
from chatapp.session.retake import Retake
from chatapp.session.roomlist import Room, RoomList
from chatapp.session.roster import Roster
from chatapp.session.timeline import Entry, State, Timeline

_CANNOT: Final = "This server cannot do that."
_NOT_CONNECTED: Final = "There is no connection to the server now. Please try again when it is back."
_LOST: Final = "The connection was lost before the server answered. Please try again."
_LOST_MESSAGE: Final = "The connection was lost before this message was confirmed. It may or may not have arrived."
_NO_ANSWER: Final = "The server did not answer in time. Please try again."
_NO_ECHO: Final = "The server did not confirm this message in time. It may or may not have arrived."
_NAME_HELD: Final = "The server still holds this name for the lost connection. Trying again."
_NOT_IN_ROOM: Final = "You are not in this room. Join it to write in it."
_LEFT_UNSAID: Final = "You were no longer in the room when this message could be sent."
_STOPPED: Final = "You left the server before this was done."
_SILENT: Final = "The server does not answer. It may be busy, or not be a Chatapp server."
_NO_USE: Final = "The server does not let you in at the moment."

_ABOUT_THE_NAME: Final = frozenset({Reason.USERNAME_TAKEN, Reason.INVALID_USERNAME})
_NOT_ABOUT_THE_NAME: Final = frozenset(
    {Reason.SERVER_FULL, Reason.RATE_LIMITED, Reason.UNAVAILABLE, Reason.STORAGE_FULL}
)
"""why `identify` may fail today and succeed later, with the same name"""


class Session:
    """Pure: it neither waits nor sends. After every call, what `take_requests` gives goes to the server, in order, and
    what `take_changes` gives goes to the window, in order.

    `now` is monotonic seconds, `wall` seconds since the Unix epoch.
    """

    def __init__(self, name: str) -> None:
        self.phase = Phase.OFFLINE
        self.detail = ""
        """what is to be said about the phase, as a sentence, or empty"""
        self.retry_at: float | None = None
        """monotonic seconds of the next attempt while WAITING"""
        self.hang_up: str | None = None
        """why the connection is of no use and should be closed, as a sentence; None while it is fine"""

        self._rooms = RoomList()
        self._timelines: dict[str, Timeline] = {}
        self._first_unread: dict[str, int] = {}

        self._wish, self._wish_ticket = _user(name), 0
        self._accepted_as: str | None = None
        self._accepted_earlier: str | None = None
        self._held_since: float | None = None
        self._identity = Identity(name)

        self._open = False
        self._presumed = False
        self._taken: set[str] = set()
        self._retake = Retake()
        self._line: list[Awaiting] = []
        self._pending = Pending()
        self._outbox = Outbox()

        self._tickets = 0
        self._changes: list[Change] = []
        self._timelines_differ: set[str] = set()
        self._rooms_differ = False

    # What there is to see

    @property
    def name(self) -> str:
        """As the server knows this person; before it has accepted a name, as given."""
        return self._identity.name

    @property
    def rooms(self) -> Mapping[str, Room]:
        """`default` first, then the server's order. A view of now: do not keep it over a change."""
        return self._rooms.rooms

    def timeline(self, room: str) -> Timeline:
        """What was said in a room while this person was in it. The same object for the whole session."""
        return self._timelines.setdefault(room, Timeline())

    @property
    def capabilities(self) -> frozenset[str]:
        """What both ends can do beyond Part 1 (`Capability`); empty until a server has told."""
        return frozenset()

    def roster(self, room: str) -> Roster:
        """Who is in the room and who is typing, where the server tells."""
        return Roster()

    @property
    def wants_connection(self) -> bool:
        """Whether connecting is of use now: not when stopped, nor while a refused name waits for another one."""
        return self.phase not in {Phase.OFFLINE, Phase.REFUSED}

    # What the person does. Each gives a ticket that exactly one Done or Refused will name.

    def say(self, room: str, text: str, now: float, wall: float, reply_to: int = 0) -> int:
        """The message stands in the timeline at once, as SENDING with the ticket as its key, until it is confirmed or
        refused; or FAILED, where the server keeps a log. `reply_to` is the `seq` of the message it answers.
        """
        ticket, text = self._ticket(), _sendable(text)
        if not (room == DEFAULT_ROOM or self._rooms.get(room).joined or self._is_joining(room)):
            self._refuse(ticket, Intent.SAY, room, Reason.NOT_IN_ROOM, _NOT_IN_ROOM, text=text)
        elif len(text) > MESSAGE:
            detail = f"A message has at most {MESSAGE} characters; this one has {len(text)}."
            self._refuse(ticket, Intent.SAY, room, Reason.MESSAGE_TOO_LONG, detail, text=text)
        else:
            self.timeline(room).say(Entry(self.name, text, wall, mine=True, state=State.SENDING, key=ticket))
            self._timeline_changed(room)
            if self._is_joining(room) or (room in self._taken and room not in self._outbox):
                self._outbox.spend(now)
                self._ask(ticket, Intent.SAY, SendMessage(text, room), now)
            else:
                self._outbox.put(Unsent(ticket, room, text))
        return ticket

    def create(self, room: str, now: float) -> int:
        """Done when the room is there and this person is in it."""
        room = _room(room)
        return self._do(Intent.CREATE, CreateRoom(room), now, turned=room not in self._rooms)

    def join(self, room: str, now: float) -> int:
        return self._do(Intent.JOIN, JoinRoom(self._known(room)), now)

    def leave(self, room: str, now: float) -> int:
        """A room that was lost with the connection and is not taken back yet is left at once, for good."""
        room = self._known(room)
        at_once = room in self._retake.waiting if self.phase is Phase.ONLINE else self._rooms.get(room).joined
        if room == DEFAULT_ROOM or not at_once:
            return self._do(Intent.LEAVE, LeaveRoom(room), now)
        ticket = self._ticket()
        self._leave(room, deleted=False)
        self._done(ticket)
        return ticket

    def delete(self, room: str, now: float) -> int:
        room = self._known(room)
        return self._do(Intent.DELETE, DeleteRoom(room), now, turned=self._rooms.get(room).listed)

    def rename(self, name: str, now: float) -> int:
        """Part 1 gives no answer to `rename`, so a `joinRoom{default}` goes behind it, whose `joined` confirms it.
        Before a name is accepted, and after one was refused, the name is the one to identify with.
        """
        ticket, name = self._ticket(), _user(name)
        if self.phase is Phase.ONLINE:
            self._rename(ticket, name, now)
        else:
            self._wish_for(ticket, name)
            if self.phase is Phase.REFUSED or (self.phase is Phase.WAITING and self._open):
                self._identify(now)
        return ticket

    def edit(self, room: str, seq: int, text: str, now: float) -> int:
        """Change what this person said. Where the server cannot, this and the next ones are refused at once."""
        return self._cannot(Intent.EDIT, room, now)

    def erase(self, room: str, seq: int, now: float) -> int:
        """Delete a message for everybody: this person's own, or any in a room of theirs."""
        return self._cannot(Intent.ERASE, room, now)

    def react(self, room: str, seq: int, emoji: str, on: bool, now: float) -> int:
        return self._cannot(Intent.REACT, room, now)

    def watch(self, room: str, now: float) -> int:
        """See the room's log and follow it live without being in it, also over lost connections, until `unwatch`.
        Done when the newest page is there.
        """
        return self._cannot(Intent.WATCH, room, now)

    def show(self, room: str, seq: int, now: float) -> int:
        """Have the timeline hold that message, with what is around it: Shown, then Done."""
        return self._cannot(Intent.SHOW, room, now)

    def search(self, query: str, room: str, now: float, before: int = 0) -> int:
        """Look for messages that hold every word, in one room or (empty) in all: Found or Refused names the ticket."""
        return self._cannot(Intent.SEARCH, room or None, now)

    def fetch(self, room: str, after: int, now: float) -> int:
        """Read a page of the log behind that `seq` (0: from its beginning) past the timeline, which stays as it is, as
        an export does: Fetched or Refused names the ticket. One at a time is quick enough for any server.
        """
        return self._cannot(Intent.FETCH, room, now)

    def retry(self, room: str, key: int, now: float) -> None:
        """Send a FAILED message once more."""

    def discard(self, room: str, key: int, now: float) -> None:
        """Take an unconfirmed message away for good: always where it FAILED; where it is on its way it may arrive."""

    def typing(self, room: str, now: float) -> None:
        """The person types; may be called at every key."""

    def stopped_typing(self, room: str, now: float) -> None:
        """The person has emptied the line. Saying something does the same by itself."""

    def unwatch(self, room: str, now: float) -> None:
        """Follow the room no longer, unless this person is in it."""

    def older(self, room: str, now: float) -> None:
        """Have rows put in front of the timeline, where `older` says that there are some. May be called too often."""

    def newer(self, room: str, now: float) -> None:
        """The same at the other end, where `newer` says that there are some."""

    def newest(self, room: str, now: float) -> None:
        """Have the timeline show the log's end again, where `newer` says that it does not."""

    def refresh(self, now: float) -> None:
        """Ask for the room list."""
        if self.phase is Phase.ONLINE:
            self._ask(0, None, ListRooms(), now)

    def read(self, room: str) -> None:
        """The person has seen everything in the room."""
        self._first_unread.pop(room, None)
        if self._rooms.read(room):
            self._rooms_changed()

    def mark_new(self, room: str) -> None:
        """Put the "new" line above the first message not seen, or take it away where all is seen. For when the person
        comes to a room, before `read`.
        """
        timeline, first = self.timeline(room), self._first_unread.get(room)
        if timeline.new_from != first:
            timeline.new_from = first
            self._timeline_changed(room)

    # What the connection tells

    def connecting(self, now: float) -> None:
        """An attempt to reach the server begins."""
        self._enter(Phase.CONNECTING)

    def opened(self, now: float) -> None:
        """The server is there: `identify` goes out."""
        self._open, self._presumed, self.hang_up = True, False, None
        self._identify(now)

    def receive(self, reply: Reply, now: float, wall: float) -> None:
        """One reply of the server, in the order of arrival."""
        if self.phase is Phase.IDENTIFYING and isinstance(reply, Joined | RoomsList | Message):
            self._presumed = True
            self._accept(now)
        match reply:
            case Message() if self.phase is Phase.ONLINE:
                self._heard(reply, wall)
            case RoomsList(rooms):
                self._listed(rooms, now)
            case Joined(room) if self.phase is Phase.ONLINE:
                self._joined(room)
            case Left(room) if self.phase is Phase.ONLINE:
                self._left(room)
            case Error(reason, detail):
                self._failed(reason, detail, now)
            case _:
                pass
        if self.phase is Phase.ONLINE:
            self._go_on(now)

    def lost(self, now: float, why: str, retry_at: float | None) -> None:
        """The connection is gone, or could not be made. `why` is a sentence; `retry_at` when the next attempt is made,
        None for never. Joined rooms, timelines and the outbox stay.
        """
        self._open, self.hang_up = False, None
        self._give_up_requests(_LOST, _LOST_MESSAGE)
        if self.phase is not Phase.REFUSED:
            self._enter(Phase.OFFLINE if retry_at is None else Phase.WAITING, why, retry_at)

    def stop(self, now: float) -> None:
        """The person leaves the server for good; what is unsent is given back."""
        self._open, self.hang_up = False, None
        self._give_up_requests(_STOPPED, _LOST_MESSAGE)
        self._refuse_unsent(self._outbox.take(), Reason.UNAVAILABLE, _STOPPED)
        if self._wish_ticket:
            self._refuse(self._wish_ticket, Intent.RENAME, None, Reason.UNAVAILABLE, _STOPPED)
            self._wish_ticket = 0
        self._enter(Phase.OFFLINE)

    def tick(self, now: float) -> None:
        """Time has passed. To be called at `next_deadline`; more often does no harm."""
        for entry in self._pending.give_up(now):
            self._unanswered(entry)
        if self.phase is Phase.WAITING and self._open and self.retry_at is not None and self.retry_at <= now:
            self._identify(now)
        if self.phase is Phase.ONLINE:
            self._go_on(now)

    @property
    def next_deadline(self) -> float | None:
        """Monotonic seconds at which `tick` will have something to do."""
        deadlines = [self._pending.deadline]
        if self.phase is Phase.WAITING and self._open:
            deadlines.append(self.retry_at)
        if self.phase is Phase.ONLINE:
            deadlines += [self._retake.deadline, self._outbox.next_release(self._taken)]
        return min((deadline for deadline in deadlines if deadline is not None), default=None)

    # What is to be done about it

    def take_requests(self) -> list[Request]:
        """What is to be sent now, in order. From here on the requests count as handed out."""
        line, self._line = self._line, []
        for entry in line:
            self._pending.add(entry)
        return [entry.request for entry in line]

    def take_changes(self) -> list[Change]:
        """What the window should know, in order."""
        changes, self._changes = self._changes, []
        self._timelines_differ.clear()
        self._rooms_differ = False
        return changes

    # Names

    def _identify(self, now: float) -> None:
        if self._open:
            self._enter(Phase.IDENTIFYING)
            self._ask(0, Intent.IDENTIFY, Identify(self._wish), now)
        else:
            self._enter(Phase.CONNECTING)

    def _accept(self, now: float) -> None:
        """The server knows this person now, if it was asked to."""
        asked = self._pending.answered(Identify)
        if asked is None or not isinstance(asked.request, Identify):
            return
        name, wish, before = asked.request.username, self._wish, self.name
        self._accepted_earlier = self._accepted_as
        self._held_since = None
        self._identity.start(name)
        self._went_by(before)
        self._enter(Phase.ONLINE)
        self._retake.start(r.name for r in self._rooms.rooms.values() if r.joined and r.name != DEFAULT_ROOM)
        self._come_in(DEFAULT_ROOM)
        ticket, self._wish_ticket = self._wish_ticket, 0
        if wish != name:
            self._rename(ticket, wish, now)
        elif ticket:
            self._done(ticket)

    def _not_accepted(self, name: str, reason: str, detail: str, now: float) -> None:
        """The server refused `identify`. The connection is open and can try again."""
        if name != self._wish:
            self._identify(now)
        elif reason in _NOT_ABOUT_THE_NAME:
            self.hang_up = detail or _NO_USE
        elif reason == Reason.USERNAME_TAKEN and self._is_held_by_lost_connection(now):
            self._enter(Phase.WAITING, _NAME_HELD, now + NAME_RETRY)
        else:
            ticket, self._wish_ticket = self._wish_ticket, 0
            self._enter(Phase.REFUSED, detail)
            self._refuse(ticket, Intent.IDENTIFY, None, reason, detail)

    def _is_held_by_lost_connection(self, now: float) -> bool:
        if self._wish != self._accepted_as:
            return False
        if self._held_since is None:
            self._held_since = now
        return now - self._held_since < NAME_HELD

    def _wish_for(self, ticket: int, name: str) -> None:
        if self._wish_ticket:
            detail = "Another name was chosen before this one was accepted."
            self._refuse(self._wish_ticket, Intent.RENAME, None, Reason.UNAVAILABLE, detail)
        self._wish, self._wish_ticket, self._held_since = name, ticket, None

    def _rename(self, ticket: int, name: str, now: float) -> None:
        self._identity.ask(name)
        self._ask(ticket, Intent.RENAME, Rename(name), now)
        self._ask(0, None, JoinRoom(DEFAULT_ROOM), now)

    def _settle_renames(self) -> None:
        """The server is past these renames: it said nothing against them, so they are carried out."""
        for entry in self._pending.renamed():
            if isinstance(entry.request, Rename):
                before = self.name
                self._identity.take(entry.request.new_username)
                self._went_by(before)
                self._carried_out(entry)

    def _went_by(self, before: str) -> None:
        """The server knows this person by `name`, which is also the one to come back with after a lost connection."""
        self._wish = self._accepted_as = self.name
        if self.name != before:
            self._changes.append(NameChanged(self.name))

    # Replies

    def _heard(self, message: Message, wall: float) -> None:
        room, author, text = message.room, message.author, message.message
        if room not in self._taken:
            return
        shown = names.shown(author)
        if len(text) > MESSAGE_SHOWN:
            text = f"{text[:MESSAGE_SHOWN]}…"
        if self._identity.is_mine(author) and (said := self._pending.said(room, text)):
            self._settle_renames()
            before = self.name
            self._identity.speak_as(author)
            self._went_by(before)
            timeline = self.timeline(room)
            timeline.settle(said.ticket)
            timeline.append((Entry(shown, text, wall, mine=True),))
            self._carried_out(said)
        else:
            mine = author == self.name
            timeline = self.timeline(room)
            if not mine:
                self._first_unread.setdefault(room, timeline.settled)
                self._rooms.count_unread(room)
                self._rooms_changed()
            timeline.append((Entry(shown, text, wall, mine=mine),))
        self._timeline_changed(room)

    def _listed(self, rooms: Mapping[str, int | None], now: float) -> None:
        self._pending.answered(ListRooms, in_order=False)
        if self._rooms.take_list(rooms):
            self._rooms_changed()
        for entry in self._pending.seen(rooms):
            match entry.request:
                case CreateRoom(room):
                    self._pending.pass_on(self._ask(entry.ticket, Intent.CREATE, JoinRoom(room), now))
                case _:
                    self._done(entry.ticket)

    def _joined(self, room: str) -> None:
        entry = self._pending.answered(JoinRoom, room)
        self._settle_renames()
        if room == DEFAULT_ROOM:
            self._presumed = False
        self._come_in(room)
        if entry is not None:
            if entry.intent is Intent.CREATE and not entry.given_up and self._rooms.own(room):
                self._rooms_changed()
            self._carried_out(entry)

    def _left(self, room: str) -> None:
        if room == DEFAULT_ROOM:
            return
        entry = self._pending.gone(room)
        self._leave(room, deleted=entry is None or entry.intent is Intent.DELETE)
        if entry is not None:
            self._carried_out(entry)

    def _failed(self, reason: str, detail: str, now: float) -> None:
        entry = self._pending.blamed(reason)
        self._settle_renames()
        match entry:
            case None if self._presumed and reason in _ABOUT_THE_NAME:
                self._taken.clear()
                self._accepted_as = self._accepted_earlier
                self._not_accepted(self._wish, reason, detail, now)
            case None:
                self._changes.append(Notice(reason, detail))
            case Awaiting(request=Identify(name)):
                if reason == Reason.ALREADY_IDENTIFIED:
                    self._pending.add(entry)
                    self._accept(now)
                else:
                    self._not_accepted(name, reason, detail, now)
            case Awaiting(ticket=0, request=JoinRoom(room)):
                self._not_taken_back(room, reason, now)
            case Awaiting(ticket=0):
                self._changes.append(Notice(reason, detail))
            case Awaiting(request=LeaveRoom(room)) if room not in self._taken and self._rooms.get(room).joined:
                self._leave(room, deleted=False)
                self._carried_out(entry)
            case Awaiting(request=request):
                if isinstance(request, Rename):
                    self._identity.refuse(request.new_username, for_sure=reason in _ABOUT_THE_NAME)
                self._refuse_entry(entry, reason, detail)

    def _not_taken_back(self, room: str, reason: str, now: float) -> None:
        if room == DEFAULT_ROOM:
            return
        if reason == Reason.RATE_LIMITED and self._rooms.get(room).joined:
            self._retake.slow_down(room, now)
        else:
            self._leave(room, deleted=reason == Reason.ROOM_NOT_FOUND)

    def _unanswered(self, entry: Awaiting) -> None:
        match entry:
            case Awaiting(request=Identify()):
                self.hang_up = _SILENT
            case Awaiting(ticket=0, request=JoinRoom(room)) if room in self._retake:
                self.hang_up = _SILENT
            case Awaiting(ticket=0):
                pass
            case Awaiting(intent=Intent() as intent):
                why = _NO_ANSWER if entry.text is None else _NO_ECHO
                self._refuse(entry.ticket, intent, entry.room, Reason.UNAVAILABLE, why, text=entry.text)

    # Rooms and messages

    def _come_in(self, room: str) -> None:
        self._retake.settle(room)
        self._taken.add(room)
        if self._rooms.join(room):
            self._rooms_changed()
            self._changes.append(RoomJoined(room))

    def _leave(self, room: str, *, deleted: bool) -> None:
        self._retake.settle(room)
        self._taken.discard(room)
        if self._rooms.leave(room, deleted=deleted):
            self._rooms_changed()
            self._changes.append(RoomLeft(room, deleted))
        self._refuse_unsent(self._outbox.take(room), Reason.NOT_IN_ROOM, _LEFT_UNSAID)

    def _known(self, room: str) -> str:
        """As the server calls it, where it is known here; else as our servers would keep it."""
        return room if room in self._rooms else _room(room)

    def _is_joining(self, room: str) -> bool:
        """This person has asked to be in the room, so what is said now arrives after that."""
        asked = (*self._pending, *self._line)
        return any(isinstance(e.request, JoinRoom) and e.room == room and e.ticket and not e.given_up for e in asked)

    def _go_on(self, now: float) -> None:
        """Ask for the next rooms to take back, and say what waited for them."""
        for room in self._retake.ask(now):
            self._ask(0, None, JoinRoom(room), now)
        for unsent in self._outbox.release(now, self._taken):
            self._ask(unsent.ticket, Intent.SAY, SendMessage(unsent.text, unsent.room), now)

    # Requests

    def _do(self, intent: Intent, request: Request, now: float, *, turned: bool = False) -> int:
        ticket = self._ticket()
        if self.phase is Phase.ONLINE:
            self._line.append(Awaiting(ticket, intent, request, now, turned=turned))
        else:
            entry = Awaiting(ticket, intent, request, now)
            self._refuse(ticket, intent, entry.room, Reason.UNAVAILABLE, _NOT_CONNECTED)
        return ticket

    def _cannot(self, intent: Intent, room: str | None, now: float) -> int:
        ticket = self._ticket()
        self._refuse(ticket, intent, room, Reason.UNAVAILABLE, _CANNOT)
        return ticket

    def _ask(self, ticket: int, intent: Intent | None, request: Request, now: float) -> Awaiting:
        entry = Awaiting(ticket, intent, request, now)
        self._line.append(entry)
        return entry

    def _give_up_requests(self, why: str, why_message: str) -> None:
        """The connection is gone. What waited in line is still the outbox's; whatever was handed out is refused."""
        handed_out, line, self._line = self._pending.clear(), self._line, []
        self._taken.clear()
        self._retake.start(())
        if self._rooms.disown_all():
            self._rooms_changed()
        self._outbox.put_back(
            [Unsent(e.ticket, r.room, r.message) for e in line if isinstance(r := e.request, SendMessage)]
        )
        for entry in (*handed_out, *(entry for entry in line if entry.text is None)):
            match entry:
                case Awaiting(ticket=0) | Awaiting(given_up=True):
                    pass
                case Awaiting(request=LeaveRoom(room)) if self._rooms.get(room).joined and room != DEFAULT_ROOM:
                    self._leave(room, deleted=False)
                    self._carried_out(entry)
                case _:
                    self._refuse_entry(entry, Reason.UNAVAILABLE, why if entry.text is None else why_message)

    def _refuse_unsent(self, unsent: list[Unsent], reason: str, detail: str) -> None:
        for one in unsent:
            self._refuse(one.ticket, Intent.SAY, one.room, reason, detail, text=one.text)

    def _refuse_entry(self, entry: Awaiting, reason: str, detail: str) -> None:
        if entry.intent is not None and not entry.given_up:
            self._refuse(entry.ticket, entry.intent, entry.room, reason, detail, text=entry.text)

    def _refuse(
        self, ticket: int, intent: Intent, room: str | None, reason: str, detail: str, *, text: str | None = None
    ) -> None:
        if text is not None and room is not None and self.timeline(room).settle(ticket):
            self._timeline_changed(room)
        self._changes.append(Refused(ticket, intent, room, reason, detail, text))

    def _carried_out(self, entry: Awaiting) -> None:
        if entry.ticket and not entry.given_up:
            self._done(entry.ticket)

    def _done(self, ticket: int) -> None:
        self._changes.append(Done(ticket))

    def _ticket(self) -> int:
        self._tickets += 1
        return self._tickets

    # Changes

    def _enter(self, phase: Phase, detail: str = "", retry_at: float | None = None) -> None:
        if (phase, detail, retry_at) != (self.phase, self.detail, self.retry_at):
            self.phase, self.detail, self.retry_at = phase, detail, retry_at
            self._changes.append(PhaseChanged(phase, detail, retry_at))

    def _rooms_changed(self) -> None:
        if not self._rooms_differ:
            self._rooms_differ = True
            self._changes.append(RoomsChanged())

    def _timeline_changed(self, room: str) -> None:
        if room not in self._timelines_differ:
            self._timelines_differ.add(room)
            self._changes.append(TimelineChanged(room))


def _user(name: str) -> str:
    """As our servers keep it; as it is where they would refuse it, since an older server may not."""
    try:
        return names.username(name)
    except names.BadName:
        return _sendable(name)


def _room(name: str) -> str:
    try:
        return names.room_name(name)
    except names.BadName:
        return _sendable(name)


def _sendable(text: str) -> str:
    """UTF-8 has no lone surrogates; what a clipboard holds may."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
