"""Speaking Part 2, where each answer names its request, each message its place, and each request can be made again.

A message stays in the outbox until it is seen in its room's log, or is known to be there. After a lost connection a
room is caught up with first, which settles what had arrived; the rest goes out again under its id, of which the server
takes one alone.
"""

from math import ceil
from typing import Final

from chatapp.protocol.limits import ROOMS
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import (
    DEFAULT_ROOM,
    CreateRoom,
    DeleteRoom,
    Error,
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
from chatapp.protocol.messages.hosting import AdminReply, RoomState
from chatapp.protocol.messages.rich import (
    Ack,
    Event,
    GetHistory,
    History,
    Kind,
    Results,
    Search,
    Unwatched,
    UnwatchRoom,
    WatchRoom,
)
from chatapp.protocol.sentences import Sentence
from chatapp.session.changes import Answered, Fetched, Found, Intent, RoomLeft
from chatapp.session.core import LEFT_UNSAID, LOST, LOST_MESSAGE, NO_ANSWER, SILENT, Core
from chatapp.session.entrance import Entrance
from chatapp.session.outbox import Unsent
from chatapp.session.presence import Presence
from chatapp.session.reading import Reading
from chatapp.session.requests import Asked, Requests, Why
from chatapp.session.roster import AS_USUAL

_DELETED: Final = Sentence("This room has been deleted.")
_LATER: Final = frozenset({Reason.RATE_LIMITED, Reason.UNAVAILABLE})


class Rich:
    """One connection that was welcomed."""

    def __init__(self, core: Core, entrance: Entrance, capabilities: frozenset[str]) -> None:
        self._core = core
        self._entrance = entrance
        self._requests = Requests()
        self.reading = Reading(core, self._requests, capabilities)
        self._presence = Presence(core, entrance, self._requests, capabilities)
        for room in core.rooms.rooms.values():
            if room.joined and room.name != DEFAULT_ROOM:
                self._requests.queue(self._to_join(room.name))
        for name in core.watched:
            self._requests.queue(Asked(WatchRoom(name, core.known_to(name)), Why.FOLLOW))

    # What the person does

    def say(self, unsent: Unsent, now: float) -> None:
        core = self._core
        core.show_unsent(unsent)
        core.rosters.is_to_take_back(unsent.room, now)
        self.reading.newest(unsent.room, now)
        if unsent.room in core.outbox or unsent.room not in self.reading:
            core.outbox.put(unsent)
        else:
            core.outbox.keep(unsent)
            core.outbox.spend(now)
            self._send(unsent, now)

    def create(self, ticket: int, room: str, now: float) -> None:
        self._ask(ticket, Intent.CREATE, CreateRoom(room), now)

    def join(self, ticket: int, room: str, now: float) -> None:
        self._ask(ticket, Intent.JOIN, JoinRoom(room, self._core.known_to(room)), now)

    def leave(self, ticket: int, room: str, now: float) -> None:
        def taking_back(asked: Asked) -> bool:
            return asked.room == room and isinstance(asked.request, JoinRoom) and not asked.ticket

        if room not in self._core.taken and self._requests.withdraw(taking_back):
            self._leave(room, deleted=False)
            self._core.done(ticket)
        else:
            self._ask(ticket, Intent.LEAVE, LeaveRoom(room), now)

    def delete(self, ticket: int, room: str, now: float) -> None:
        self._ask(ticket, Intent.DELETE, DeleteRoom(room), now)

    def rename(self, ticket: int, name: str, now: float) -> None:
        self._ask(ticket, Intent.RENAME, Rename(name), now)

    def refresh(self, now: float) -> None:
        self._ask(0, None, ListRooms(), now)

    def ask(self, ticket: int, intent: Intent, request: Request, now: float) -> None:
        """What has one answer and leaves nothing behind."""
        self._ask(ticket, intent, request, now)

    def watch(self, ticket: int, room: str, now: float) -> None:
        self._core.watched[room] = ticket
        self._ask(0, Intent.WATCH, WatchRoom(room, self._core.known_to(room)), now)

    def unwatch(self, room: str, now: float) -> None:
        if room not in self._core.taken:
            self._stop_reading(room)
            self._ask(0, None, UnwatchRoom(room), now)

    def typing(self, room: str, now: float, *, on: bool) -> None:
        self._presence.say_typing(room, now, on=on)

    def is_joining(self, room: str) -> bool:
        return self._requests.any(
            lambda asked: asked.ticket > 0 and asked.room == room and isinstance(asked.request, JoinRoom | CreateRoom)
        )

    # What the connection tells

    def receive(self, reply: Reply, now: float, wall: float) -> None:
        match reply:
            case Message():
                self.reading.live(_event(reply, wall))
            case Event():
                self.reading.live(reply)
            case Ack() | History() | Results() | RoomsList():
                self._answered(reply, now)
            case Error(reason, detail, ref):
                self._failed(self._requests.answered(ref), reason, detail, now)
            case Joined(room, ref):
                self._joined(room, ref)
            case Left(room, ref):
                self._left(room, ref)
            case Unwatched(room, ref):
                if self._requests.answered(ref) is None and room in self._core.watched:
                    self._not_watched(room, Reason.ROOM_NOT_FOUND, _DELETED)
            case _ if isinstance(reply, AdminReply):
                self._told(reply)
            case _:
                self._presence.receive(reply, now, wall)

    def lost(self) -> None:
        core = self._core
        core.taken.clear()
        core.outbox.lost()
        for asked in self._requests.clear():
            match asked.request:
                case LeaveRoom(room) if core.rooms.get(room).joined and room != DEFAULT_ROOM:
                    self._leave(room, deleted=False)
                    core.done(asked.ticket)
                case SendMessage():
                    pass
                case _:
                    self._give_up(asked, Reason.UNAVAILABLE, LOST)
        self._give_back_what_cannot_go_out(Reason.UNAVAILABLE, LOST_MESSAGE)
        self.reading.lost(LOST)
        for room in core.rosters.expire_all():
            core.typing_changed(room)

    def tick(self, now: float) -> None:
        for asked in self._requests.overdue(now):
            self._unanswered(asked)
        for room in self._core.rosters.expire(now):
            self._core.typing_changed(room)

    def go_on(self, now: float) -> None:
        """Ask for what waits to be asked for, and say what waited for its room."""
        for asked in self._requests.release(now):
            self._requests.send(asked, now, counts=False)
        for unsent in self._core.outbox.release(now, self.reading):
            self._send(unsent, now)

    @property
    def next_deadline(self) -> float | None:
        core = self._core
        deadlines = (self._requests.deadline, core.outbox.next_release(self.reading), core.rosters.deadline)
        return min((deadline for deadline in deadlines if deadline is not None), default=None)

    def take_requests(self) -> list[Request]:
        return self._requests.take_line()

    # Answers

    def _answered(self, reply: Ack | History | Results | RoomsList, now: float) -> None:
        core = self._core
        if isinstance(reply, RoomsList) and core.rooms.take_list(reply.rooms):
            core.rooms_changed()
        asked = self._requests.answered(reply.ref)
        match asked, reply:
            case None, _:
                pass
            case Asked(request=SendMessage(id=message_id)), Ack():
                self.reading.confirm(message_id, reply)
            case Asked(request=CreateRoom(room)), _:
                self._ask(asked.ticket, Intent.CREATE, JoinRoom(room), now)
            case Asked(intent=Intent.FETCH), History(room, epoch, events, complete, top):
                core.tell(Fetched(asked.ticket, room, epoch, tuple(events), top, complete))
            case _, History():
                self._read(asked, reply, now)
            case Asked(request=Search(query, where)), Results(hits, following):
                core.tell(Found(asked.ticket, where, query, tuple(hits), following))
            case _:
                core.done(asked.ticket)

    def _told(self, reply: AdminReply) -> None:
        """Of the server itself, or of how a room is written in."""
        if isinstance(reply, RoomState):
            self._core.room_state(reply.room, reply.announce, reply.slow)
        if (asked := self._requests.answered(reply.ref)) is not None:
            self._core.tell(Answered(asked.ticket, reply))

    def _joined(self, room: str, ref: str) -> None:
        core = self._core
        asked = self._requests.peek(ref) if ref else None
        if asked is not None:
            if asked.intent is Intent.CREATE and core.rooms.own(room):
                core.rooms_changed()
            ticket, asked.ticket = asked.ticket, 0
            if isinstance(asked.request, JoinRoom) and asked.request.since is not None:
                asked.why, asked.intent = Why.FOLLOW, None
            else:
                self._requests.answered(ref)
            was_watched = core.watched.pop(room, 0)
            is_new = room not in core.taken
            core.come_in(room)
            core.done(ticket)
            core.done(was_watched)
        else:
            is_new = room not in core.taken
            if is_new and len(core.taken) > ROOMS:
                return  # that many nobody is put into but by a server that means harm
            core.come_in(room)
        self.reading.enter(room)
        if is_new:
            self._presence.meet(room)

    def _left(self, room: str, ref: str) -> None:
        asked = self._requests.answered(ref) if ref else None
        self._leave(room, deleted=not ref)
        if asked is not None:
            self._core.done(asked.ticket)

    def _read(self, asked: Asked, page: History, now: float) -> None:
        core, room = self._core, page.room
        self.reading.answer(asked, page, now)
        if isinstance(asked.request, WatchRoom) and room in core.watched:
            ticket, core.watched[room] = core.watched[room], 0
            core.done(ticket)
            self._presence.meet(room)

    def _failed(self, asked: Asked | None, reason: str, detail: str, now: float) -> None:
        core = self._core
        match asked:
            case None:
                core.notice(reason, detail)
            case Asked(request=SendMessage(id=message_id)):
                self._not_said(asked.room or "", message_id, reason, detail, now)
            case Asked(why=Why.ASKED, ticket=ticket) if ticket and asked.intent is not None:
                self._refused(asked, reason, detail)
            case _ if reason in _LATER and asked.why is not Why.SHOW:
                self._requests.pause(now)
                self._requests.queue(asked, first=True)
            case Asked(request=JoinRoom(room)) if room not in core.taken and room != DEFAULT_ROOM:
                self._leave(room, deleted=reason == Reason.ROOM_NOT_FOUND)
            case Asked(request=WatchRoom(room)) if room in core.watched:
                self._not_watched(room, reason, detail)
            case Asked(why=Why.ROSTER) | Asked(request=UnwatchRoom()):
                pass
            case Asked(why=Why.ASKED):
                core.notice(reason, detail)
            case _:
                self.reading.failed(asked, reason, detail)

    def _refused(self, asked: Asked, reason: str, detail: str) -> None:
        core, room = self._core, asked.room
        if isinstance(asked.request, LeaveRoom) and room and room not in core.taken and core.rooms.get(room).joined:
            self._leave(room, deleted=False)
            core.done(asked.ticket)
        else:
            self._give_up(asked, reason, detail)

    def _give_up(self, asked: Asked, reason: str, detail: str) -> None:
        """What the person asked for is not carried out; what was said on the strength of it is given back."""
        core, room = self._core, asked.room
        if asked.ticket and asked.intent is not None:
            core.refuse(asked.ticket, asked.intent, room, reason, detail, text=asked.text)
            if room is not None and isinstance(asked.request, JoinRoom | CreateRoom) and not core.is_in(room):
                core.refuse_unsent(core.outbox.take(room), Reason.NOT_IN_ROOM, LEFT_UNSAID)

    def _not_said(self, room: str, message_id: str, reason: str, detail: str, now: float) -> None:
        """What is said too fast goes out by itself a little later; what a slow room does not take yet stays with its
        author, since that may be an hour."""
        core = self._core
        _, slow = core.rosters.state(room) or AS_USUAL
        if reason == Reason.RATE_LIMITED and not slow:
            core.outbox.too_fast(message_id, now)
            self._give_back_what_cannot_go_out(Reason.NOT_IN_ROOM, LEFT_UNSAID)
        elif (unsent := core.outbox.refused(message_id)) is not None:
            core.fail_unsent(unsent, reason, _slow_room(slow) if reason == Reason.RATE_LIMITED else detail)

    def _give_back_what_cannot_go_out(self, reason: str, detail: str) -> None:
        """What came back for a room that this person has left since."""
        core = self._core
        for room in core.outbox.rooms():
            if not core.is_in(room) and not self.is_joining(room):
                core.refuse_unsent(core.outbox.take(room), reason, detail)

    def _unanswered(self, asked: Asked) -> None:
        core = self._core
        match asked:
            case Asked(why=Why.OLDER | Why.NEWER | Why.NEWEST | Why.SHOW):
                self.reading.failed(asked, Reason.UNAVAILABLE, NO_ANSWER)
            case Asked(ticket=ticket) if ticket:
                self._give_up(asked, Reason.UNAVAILABLE, NO_ANSWER)
            case Asked(request=JoinRoom() | WatchRoom() | GetHistory()):
                core.hang_up = SILENT
            case _:
                pass

    # What they share

    def _ask(self, ticket: int, intent: Intent | None, request: Request, now: float) -> None:
        self._requests.send(Asked(request, ticket=ticket, intent=intent), now)

    def _send(self, unsent: Unsent, now: float) -> None:
        self._core.outbox.handed_out(unsent)
        request = SendMessage(unsent.text, unsent.room, unsent.id, unsent.reply_to)
        self._requests.send(Asked(request, ticket=unsent.ticket, intent=Intent.SAY), now)

    def _to_join(self, room: str) -> Asked:
        return Asked(JoinRoom(room, self._core.known_to(room)), Why.FOLLOW)

    def _leave(self, room: str, *, deleted: bool) -> None:
        self._stop_reading(room)
        self._core.leave(room, deleted=deleted)

    def _not_watched(self, room: str, reason: str, detail: str) -> None:
        """The room cannot be followed: whoever waits for it is told, or else who looks at it."""
        ticket = self._core.watched[room]
        self._stop_reading(room)
        if ticket:
            self._core.refuse(ticket, Intent.WATCH, room, reason, detail)
        else:
            self._core.tell(RoomLeft(room, deleted=reason == Reason.ROOM_NOT_FOUND))

    def _stop_reading(self, room: str) -> None:
        self._core.watched.pop(room, None)
        self.reading.leave(room)
        if self._core.rosters.forget(room):
            self._core.roster_changed(room)


def _event(message: Message, wall: float) -> Event:
    return Event(
        kind=Kind.MESSAGE,
        seq=message.seq,
        ts=message.ts or int(wall * 1000),
        author=message.author,
        room=message.room,
        epoch=message.epoch,
        id=message.id,
        message=message.message,
        reply_to=message.reply_to,
    )


def _slow_room(seconds: int) -> Sentence:
    if seconds < 60:
        return Sentence("In this room everybody waits {n} s between two messages. Try again later.", n=seconds)
    return Sentence("In this room everybody waits {n} min between two messages. Try again later.", n=ceil(seconds / 60))
