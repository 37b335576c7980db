"""Speaking Part 1, where no answer names its request: `pending.py` finds out which one it belongs to.

What was handed out and not echoed when the connection was lost is given back to its author, since nobody can tell
whether it arrived: a message is on the wire at most once, and none is lost.
"""

from collections.abc import Mapping
from typing import Final

from chatapp.protocol import names
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import (
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
    RoomsList,
    SendMessage,
)
from chatapp.protocol.sentences import Sentence
from chatapp.session.changes import Intent, Phase
from chatapp.session.core import CANNOT, LOST, LOST_MESSAGE, NO_ANSWER, SILENT, STOPPED, Core
from chatapp.session.entrance import Entrance
from chatapp.session.identity import Identity
from chatapp.session.outbox import Unsent
from chatapp.session.pending import Awaiting, Pending
from chatapp.session.retake import Retake
from chatapp.session.story import shortened
from chatapp.session.timeline import Entry
from chatapp.session.unread import Call, Place
from chatapp.text.mentions import mentions

_NO_ECHO: Final = Sentence("The server did not confirm this message in time. It may or may not have arrived.")

_ABOUT_THE_NAME: Final = frozenset({Reason.USERNAME_TAKEN, Reason.INVALID_USERNAME})


class Base:
    """Also says `identify`, of either part, since nobody knows the server before it has answered."""

    def __init__(self, core: Core, entrance: Entrance) -> None:
        self._core = core
        self._entrance = entrance
        self._identity = Identity(core.name)
        self._presumed = False
        self._retake = Retake()
        self._line: list[Awaiting] = []
        self._pending = Pending()

    # Coming in

    def identify(self, request: Identify | None, now: float) -> None:
        if request is not None:
            self._ask(0, Intent.IDENTIFY, request, now)

    def welcomed(self) -> Identify | None:
        """The server has answered `identify`: the request, if there was one."""
        asked = self._pending.answered(Identify)
        return asked.request if asked is not None and isinstance(asked.request, Identify) else None

    def _accept(self, now: float) -> None:
        """The server knows this person now, if it was asked to."""
        asked = self.welcomed()
        if asked is None:
            return
        core = self._core
        wish = self._entrance.accepted(asked.username, asked.username)
        self._identity.start(asked.username)
        core.keeps = False
        for room, ticket in core.watched.items():
            if ticket:
                core.refuse(ticket, Intent.WATCH, room, Reason.UNAVAILABLE, CANNOT)
        core.watched.clear()
        core.forget_logs()
        if core.rooms.disown_all():
            core.rooms_changed()
        self._retake.start(r.name for r in core.rooms.rooms.values() if r.joined and r.name != DEFAULT_ROOM)
        self._come_in(DEFAULT_ROOM)
        if wish is not None:
            self.rename(*wish, now)

    def _not_accepted(self, name: str, reason: str, detail: str, now: float) -> None:
        self.identify(self._entrance.not_accepted(name, reason, detail, now), now)

    # What the person does

    def say(self, unsent: Unsent, now: float) -> None:
        core = self._core
        core.show_unsent(unsent)
        if self.is_joining(unsent.room) or (unsent.room in core.taken and unsent.room not in core.outbox):
            core.outbox.spend(now)
            self._ask(unsent.ticket, Intent.SAY, SendMessage(unsent.text, unsent.room), now)
        else:
            core.outbox.put(unsent)

    def create(self, ticket: int, room: str, now: float) -> None:
        self._do(ticket, Intent.CREATE, CreateRoom(room), now, turned=room not in self._core.rooms)

    def join(self, ticket: int, room: str, now: float) -> None:
        self._do(ticket, Intent.JOIN, JoinRoom(room), now)

    def leave(self, ticket: int, room: str, now: float) -> None:
        if room in self._retake.waiting:
            self._leave(room, deleted=False)
            self._core.done(ticket)
        else:
            self._do(ticket, Intent.LEAVE, LeaveRoom(room), now)

    def delete(self, ticket: int, room: str, now: float) -> None:
        self._do(ticket, Intent.DELETE, DeleteRoom(room), now, turned=self._core.rooms.get(room).listed)

    def rename(self, ticket: int, name: str, now: float) -> None:
        """Part 1 gives no answer to `rename`, so a `joinRoom{default}` goes behind it, whose `joined` confirms it."""
        self._identity.ask(name)
        self._ask(ticket, Intent.RENAME, Rename(name), now)
        self._ask(0, None, JoinRoom(DEFAULT_ROOM), now)

    def refresh(self, now: float) -> None:
        self._ask(0, None, ListRooms(), now)

    def is_joining(self, room: str) -> bool:
        """This person has asked to be in the room, so what is said now arrives after that."""
        asked = (*self._pending, *self._line)
        return any(isinstance(e.request, JoinRoom) and e.room == room and e.ticket and not e.given_up for e in asked)

    # What the connection tells

    def opened(self) -> None:
        self._presumed = False

    def receive(self, reply: Reply, now: float, wall: float) -> None:
        core = self._core
        if core.phase is Phase.IDENTIFYING and isinstance(reply, Joined | RoomsList | Message):
            self._presumed = True
            self._accept(now)
        match reply:
            case Message() if core.phase is Phase.ONLINE:
                self._heard(reply, wall)
            case RoomsList(rooms):
                self._listed(rooms, now)
            case Joined(room) if core.phase is Phase.ONLINE:
                self._joined(room)
            case Left(room) if core.phase is Phase.ONLINE:
                self._left(room)
            case Error(reason, detail):
                self._failed(reason, detail, now)
            case _:
                pass

    def lost(self, *, stopped: bool) -> None:
        """The connection is gone. What waited in line is still the outbox's; whatever was handed out is refused."""
        core, why = self._core, STOPPED if stopped else LOST
        handed_out, line, self._line = self._pending.clear(), self._line, []
        core.taken.clear()
        self._retake.start(())
        if core.rooms.disown_all():
            core.rooms_changed()
        core.outbox.put_back([self._unsent(e.ticket, r) for e in line if isinstance(r := e.request, SendMessage)])
        for entry in (*handed_out, *(entry for entry in line if entry.text is None)):
            match entry:
                case Awaiting(ticket=0) | Awaiting(given_up=True):
                    pass
                case Awaiting(request=LeaveRoom(room)) if core.rooms.get(room).joined and room != DEFAULT_ROOM:
                    self._leave(room, deleted=False)
                    self._carried_out(entry)
                case _:
                    self._refuse_entry(entry, Reason.UNAVAILABLE, why if entry.text is None else LOST_MESSAGE)
        if stopped and not core.keeps:
            core.refuse_unsent(core.outbox.take(), Reason.UNAVAILABLE, STOPPED)

    def tick(self, now: float) -> None:
        for entry in self._pending.give_up(now):
            self._unanswered(entry)
        if (at := self._entrance.deadline) is not None and at <= now:
            self.identify(self._entrance.identify(), now)

    def go_on(self, now: float) -> None:
        """Ask for the next rooms to take back, and say what waited for them."""
        core = self._core
        for room in self._retake.ask(now):
            self._ask(0, None, JoinRoom(room), now)
        for unsent in core.outbox.release(now, core.taken):
            core.outbox.forget(unsent)
            self._ask(unsent.ticket, Intent.SAY, SendMessage(unsent.text, unsent.room), now)

    @property
    def next_deadline(self) -> float | None:
        core = self._core
        deadlines = [self._pending.deadline, self._entrance.deadline]
        if core.phase is Phase.ONLINE:
            deadlines += [self._retake.deadline, core.outbox.next_release(core.taken)]
        return min((deadline for deadline in deadlines if deadline is not None), default=None)

    def take_requests(self) -> list[Request]:
        line, self._line = self._line, []
        for entry in line:
            self._pending.add(entry)
        return [entry.request for entry in line]

    # Replies

    def _heard(self, message: Message, wall: float) -> None:
        core, room, author = self._core, message.room, message.author
        if room not in core.taken:
            return
        shown, text = names.shown(author), shortened(message.message)
        timeline = core.timeline(room)
        if self._identity.is_mine(author) and (said := self._pending.said(room, text)):
            self._settle_renames()
            self._identity.speak_as(author)
            self._entrance.went_by(self._identity.name)
            timeline.settle(said.ticket)
            timeline.append((Entry(shown, text, wall, mine=True),))
            self._carried_out(said)
        else:
            mine = author == core.name
            if not mine:
                call = Call.NAMED if mentions(text, core.name) else Call.NONE
                core.count_unread(room, Place(timeline.end, 0), call)
            timeline.append((Entry(shown, text, wall, mine=mine),))
        core.timeline_changed(room)

    def _listed(self, rooms: Mapping[str, int | None], now: float) -> None:
        core = self._core
        self._pending.answered(ListRooms, in_order=False)
        if core.rooms.take_list(rooms):
            core.rooms_changed()
        for entry in self._pending.seen(rooms):
            match entry.request:
                case CreateRoom(room):
                    self._pending.pass_on(self._ask(entry.ticket, Intent.CREATE, JoinRoom(room), now))
                case _:
                    core.done(entry.ticket)

    def _joined(self, room: str) -> None:
        entry = self._pending.answered(JoinRoom, room)
        self._settle_renames()
        if room == DEFAULT_ROOM:
            self._presumed = False
        self._come_in(room)
        if entry is not None:
            if entry.intent is Intent.CREATE and not entry.given_up and self._core.rooms.own(room):
                self._core.rooms_changed()
            self._carried_out(entry)

    def _left(self, room: str) -> None:
        if room == DEFAULT_ROOM:
            return
        entry = self._pending.gone(room)
        self._leave(room, deleted=entry is None or entry.intent is Intent.DELETE)
        if entry is not None:
            self._carried_out(entry)

    def _failed(self, reason: str, detail: str, now: float) -> None:
        core = self._core
        entry = self._pending.blamed(reason)
        self._settle_renames()
        match entry:
            case None if self._presumed and reason in _ABOUT_THE_NAME:
                self._entrance.not_accepted_after_all()
                self._not_accepted(self._entrance.wish, reason, detail, now)
            case None:
                core.notice(reason, detail)
            case Awaiting(request=Identify(name)):
                if reason == Reason.ALREADY_IDENTIFIED:
                    self._pending.add(entry)
                    self._accept(now)
                else:
                    self._not_accepted(name, reason, detail, now)
            case Awaiting(ticket=0, request=JoinRoom(room)):
                self._not_taken_back(room, reason, now)
            case Awaiting(ticket=0):
                core.notice(reason, detail)
            case Awaiting(request=LeaveRoom(room)) if room not in core.taken and core.rooms.get(room).joined:
                self._leave(room, deleted=False)
                self._carried_out(entry)
            case Awaiting(request=request):
                if isinstance(request, Rename):
                    self._identity.refuse(request.new_username, for_sure=reason in _ABOUT_THE_NAME)
                self._refuse_entry(entry, reason, detail)

    def _not_taken_back(self, room: str, reason: str, now: float) -> None:
        if room == DEFAULT_ROOM:
            return
        if reason == Reason.RATE_LIMITED and self._core.rooms.get(room).joined:
            self._retake.slow_down(room, now)
        else:
            self._leave(room, deleted=reason == Reason.ROOM_NOT_FOUND)

    def _unanswered(self, entry: Awaiting) -> None:
        match entry:
            case Awaiting(request=Identify()):
                self._core.hang_up = SILENT
            case Awaiting(ticket=0, request=JoinRoom(room)) if room in self._retake:
                self._core.hang_up = SILENT
            case Awaiting(ticket=0):
                pass
            case Awaiting(intent=Intent() as intent):
                why = NO_ANSWER if entry.text is None else _NO_ECHO
                self._core.refuse(entry.ticket, intent, entry.room, Reason.UNAVAILABLE, why, text=entry.text)

    # What they share

    def _come_in(self, room: str) -> None:
        self._retake.settle(room)
        self._core.come_in(room)

    def _leave(self, room: str, *, deleted: bool) -> None:
        self._retake.settle(room)
        self._core.leave(room, deleted=deleted)

    def _settle_renames(self) -> None:
        """The server is past these renames: it said nothing against them, so they are carried out."""
        for entry in self._pending.renamed():
            if isinstance(entry.request, Rename):
                self._identity.take(entry.request.new_username)
                self._entrance.went_by(self._identity.name)
                self._carried_out(entry)

    def _do(self, ticket: int, intent: Intent, request: Request, now: float, *, turned: bool = False) -> None:
        self._line.append(Awaiting(ticket, intent, request, now, turned=turned))

    def _ask(self, ticket: int, intent: Intent | None, request: Request, now: float) -> Awaiting:
        entry = Awaiting(ticket, intent, request, now)
        self._line.append(entry)
        return entry

    def _unsent(self, ticket: int, said: SendMessage) -> Unsent:
        """The message as it stands in the timeline."""
        pending = self._core.timeline(said.room).pending
        entry = next((entry for entry in pending if entry.key == ticket), None)
        return Unsent(ticket, said.room, said.message, entry.id if entry else "", wall=entry.at if entry else 0.0)

    def _refuse_entry(self, entry: Awaiting, reason: str, detail: str) -> None:
        if entry.intent is not None and not entry.given_up:
            self._core.refuse(entry.ticket, entry.intent, entry.room, reason, detail, text=entry.text)

    def _carried_out(self, entry: Awaiting) -> None:
        if entry.ticket and not entry.given_up:
            self._core.done(entry.ticket)
