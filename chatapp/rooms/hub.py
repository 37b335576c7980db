"""The server's mind: who is connected, in which rooms, and what each request leads to.

`Hub` knows no socket, clock or disk. The shell tells it what happened and when (`now`, monotonic seconds), and carries
out the effects it returns, in order. Nothing here blocks. A message costs the same however many members and rooms there
are; the first one after a change of members costs the room's size, and a room list costs the number of rooms.

A hub's life: `restore`, once. Then a connection's: `connect`, then `handle` or `refuse` a frame, then `disconnect`; a
frame of a connection that is not known (any more) has no effects. `recorded` tells the outcome of each `Record`, and
`tick` is called when `next_deadline` has come.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Generic

from chatapp.protocol import names
from chatapp.protocol.codec import BadFrame
from chatapp.protocol.limits import MESSAGE, ROOM_NAME, USERNAME
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
    Request,
    RoomsList,
    SendMessage,
)
from chatapp.rooms.effects import Broadcast, C, Close, Effect, Group, ListChanged, Probe, Record, Send, Settle
from chatapp.rooms.log import Append, KnownRoom, KnownStay, OpenRoom, Outcome, Stored
from chatapp.rooms.policy import Policy, may_be_given_up, may_delete
from chatapp.rooms.room import Member, Room

POLICY_VIOLATION = 1008


class Refusal(Exception):
    """A request that is not carried out, and what its sender is told."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class NameTaken(Refusal):
    """The name belongs to another connection, which must show that it lives."""

    def __init__(self, name: str, holder: Member[Any]) -> None:
        super().__init__(
            Reason.USERNAME_TAKEN, f"Somebody here is called “{name}” already. Please choose another name."
        )
        self.holder = holder


class Hub(Generic[C]):
    """All rooms of one server. `C` is the shell's connection object, compared by identity or hash.

    `token` gives a text that nobody can guess and that it never gave before.
    """

    def __init__(self, policy: Policy = Policy(), *, token: Callable[[], str] = secrets.token_urlsafe) -> None:
        self._policy = policy
        self._token = token
        self._members: dict[C, Member[C]] = {}
        self._names: dict[str, Member[C]] = {}
        """look-alike key of a username to its holder"""
        self._room_names: dict[str, Room[C]] = {}
        """look-alike key of a room's name to the room"""
        self._rooms: dict[str, Room[C]] = {}
        self.version = 0
        """rises with every change of `list()`"""
        self._open(DEFAULT_ROOM, owner=None, now=0.0)

    def restore(self, rooms: Iterable[KnownRoom], stays: Iterable[KnownStay], now: float) -> Sequence[Effect[C]]:
        """Begin with what the storage knows (`Storage.load`), before the first connection. What the storage lacks, such
        as `default` in a new one, is among the effects. Stays count from now."""
        known = {room.name for room in rooms}
        return () if DEFAULT_ROOM in known else (Record(OpenRoom(DEFAULT_ROOM, "", self._token())),)

    def recorded(self, record: Record[C], outcome: Outcome, now: float) -> Sequence[Effect[C]]:
        """What follows from a write, or from its failure. Once for each record, in their order."""
        write = record.write
        if isinstance(outcome, Stored) and isinstance(write, Append) and record.plain:
            message = Message(author=write.draft.author, room=write.room, message=write.draft.message)
            return (Broadcast(write.room, Group.PLAIN, record.plain, message),)
        return record.then

    @property
    def next_deadline(self) -> float | None:
        """When `tick` has something to do; None: not before something else happens."""
        return None

    def tick(self, now: float) -> Sequence[Effect[C]]:
        """Time has passed: those who did not come back in time lose their names and rights."""
        return ()

    def connect(self, connection: C, now: float) -> None:
        """A connection is there and may identify."""
        self._members[connection] = Member(connection, now)

    def handle(self, connection: C, request: Request, now: float) -> Sequence[Effect[C]]:
        """Carry out a request, or say why not."""
        member = self._members.get(connection)
        if member is None:
            return ()
        try:
            if self._policy.rate_limits:
                self._meter(member, request, now)
            if member.name is None:
                return self._identify(member, request)
            return self._carry_out(member, request, now)
        except Refusal as refusal:
            effects: list[Effect[C]] = [Send(connection, Error(refusal.reason, refusal.detail))]
            if isinstance(refusal, NameTaken):
                effects.append(Probe(refusal.holder.connection))
            if refusal.reason is Reason.RATE_LIMITED and member.refusals.strike(now):
                effects.append(Close(connection, POLICY_VIOLATION, "too many requests"))
            return effects

    def refuse(self, connection: C, problem: BadFrame, now: float) -> Sequence[Effect[C]]:
        """Answer a frame that was no request."""
        member = self._members.get(connection)
        if member is None:
            return ()
        effects: list[Effect[C]] = [Send(connection, Error(problem.reason, problem.detail))]
        if member.bad_requests.strike(now):
            effects.append(Close(connection, POLICY_VIOLATION, "too many bad requests"))
        return effects

    def disconnect(self, connection: C, now: float, *, polite: bool = False) -> Sequence[Effect[C]]:
        """A connection is gone: its name is free, its rooms have no owner, unless it may `resume`. `polite`: its client
        closed it (1000 or 1001), so its name is free in any case. Doing it again does nothing."""
        member = self._members.pop(connection, None)
        if member is None or member.name is None:
            return ()
        self._free_name(member)
        for room in [*member.rooms.values()]:
            room.remove(member, now)
        for room in member.owned:
            room.owner = None
        return (self._changed(),)

    def list(self) -> RoomsList:
        """Every room and the number of users in it, `default` first, then in the order of creation."""
        return RoomsList({room.name: len(room.members) for room in self._rooms.values()})

    def negotiated(self, connection: C) -> bool:
        """Whether it speaks Part 2: its frames are decoded with `extended`."""
        return False

    def identified(self, connection: C) -> bool:
        return self.name_of(connection) is not None

    def name_of(self, connection: C) -> str | None:
        """The name of a connection; None before it has one, and after it is gone."""
        member = self._members.get(connection)
        return None if member is None else member.name

    def rooms_of(self, connection: C) -> Collection[str]:
        """The names of the rooms that a connection is in."""
        member = self._members.get(connection)
        return () if member is None else member.rooms.keys()

    # Requests

    def _identify(self, member: Member[C], request: Request) -> Sequence[Effect[C]]:
        if not isinstance(request, Identify):
            detail = 'Say who you are first: {"action": "identify", "payload": {"username": …}}.'
            raise Refusal(Reason.NOT_IDENTIFIED, detail)
        self._take_name(member, request.username)
        self._rooms[DEFAULT_ROOM].add(member)
        changed = self._changed()
        return Send(member.connection, Joined(DEFAULT_ROOM)), Send(member.connection, self.list()), changed

    def _carry_out(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        match request:
            case SendMessage():
                return self._say(member, request.room, request.message)
            case JoinRoom(room):
                return self._join(member, room)
            case LeaveRoom(room):
                return self._leave(member, room, now)
            case ListRooms():
                return (Send(member.connection, self.list()),)
            case CreateRoom(room):
                return self._create(member, room, now)
            case DeleteRoom(room):
                return self._delete(member, room, now)
            case Rename(name):
                self._take_name(member, name)
                return ()
            case Identify():
                raise Refusal(Reason.ALREADY_IDENTIFIED, f"You are “{member.name}” here; to change that, rename.")
            case _:
                raise Refusal(Reason.UNKNOWN_ACTION, f"This server knows no action {request.action!r}.")

    def _say(self, member: Member[C], to: str, text: str) -> Sequence[Effect[C]]:
        room = member.rooms.get(to) or self._own_room(member, to)
        if len(text) > MESSAGE:
            detail = f"A message has at most {MESSAGE} characters; this one has {len(text)}."
            raise Refusal(Reason.MESSAGE_TOO_LONG, detail)
        if not text or text.isspace():
            raise Refusal(Reason.EMPTY_MESSAGE, "A message cannot be empty.")
        assert member.name is not None
        return (
            Broadcast(room.name, Group.PLAIN, room.audience, Message(author=member.name, room=room.name, message=text)),
        )

    def _create(self, member: Member[C], wanted: str, now: float) -> Sequence[Effect[C]]:
        if not wanted:
            raise _no_room()
        try:
            name = names.room_name(wanted)
        except names.BadName as problem:
            raise Refusal(Reason.INVALID_ROOM_NAME, str(problem)) from None
        taken = next(filter(None, map(self._room_names.get, names.look_alikes(name))), None)
        if taken is not None:
            raise Refusal(Reason.ROOM_EXISTS, f"There is a room called “{taken.name}” already.")
        self._make_space()
        self._open(name, owner=member, now=now)
        return (self._changed(),)

    def _join(self, member: Member[C], name: str) -> Sequence[Effect[C]]:
        room = self._room(name)
        joined = Send(member.connection, Joined(room.name))
        if room.name in member.rooms:
            return (joined,)
        room.add(member)
        return joined, self._changed()

    def _leave(self, member: Member[C], name: str, now: float) -> Sequence[Effect[C]]:
        room = self._own_room(member, name)
        if room.name == DEFAULT_ROOM:
            raise Refusal(Reason.CANNOT_LEAVE_DEFAULT, f"Everyone here is in “{DEFAULT_ROOM}”; it cannot be left.")
        room.remove(member, now)
        return Settle(room.name), Send(member.connection, Left(room.name)), self._changed()

    def _delete(self, member: Member[C], name: str, now: float) -> Sequence[Effect[C]]:
        room = self._room(name)
        if room.name == DEFAULT_ROOM:
            raise Refusal(Reason.CANNOT_DELETE_DEFAULT, f"“{DEFAULT_ROOM}” is always there; it cannot be deleted.")
        if not may_delete(member, room):
            raise Refusal(Reason.NOT_ALLOWED, f"Only the person who created “{room.name}” can delete it.")
        left: list[Effect[C]] = [Send(connection, Left(room.name)) for connection in room.audience]
        for each in [*room.members.values()]:
            room.remove(each, now)
        self._close(room)
        return [Settle(room.name), *left, self._changed()]

    # What they share

    def _meter(self, member: Member[C], request: Request, now: float) -> None:
        if type(request) is SendMessage:
            if not member.messages.take(now):
                raise Refusal(Reason.RATE_LIMITED, "You are sending messages too fast. Wait a moment, then try again.")
        elif not member.requests.take(now):
            raise Refusal(Reason.RATE_LIMITED, "That was too much at once. Wait a moment, then try again.")
        elif type(request) is CreateRoom and not member.creates.take(now):
            raise Refusal(Reason.RATE_LIMITED, "You are creating rooms too fast. Wait a minute, then try again.")

    def _room(self, name: str) -> Room[C]:
        """The room of that name, as given or as it would be kept."""
        if not name:
            raise _no_room()
        room = self._rooms.get(name)
        if room is None:
            try:
                room = self._rooms.get(names.room_name(name))
            except names.BadName:
                room = None
        if room is None:
            raise Refusal(Reason.ROOM_NOT_FOUND, f"There is no room called “{name[:ROOM_NAME]}”.")
        return room

    def _own_room(self, member: Member[C], name: str) -> Room[C]:
        room = self._room(name)
        if room.name not in member.rooms:
            raise Refusal(Reason.NOT_IN_ROOM, f"You are not in “{room.name}”. Join it first.")
        return room

    def _take_name(self, member: Member[C], text: str) -> None:
        """Give the member a name, and free the one it had. Raises Refusal and changes nothing where it may not be."""
        try:
            name = names.username(text)
        except names.BadName as problem:
            raise Refusal(Reason.INVALID_USERNAME, str(problem)) from None
        keys = names.look_alikes(name)
        for key in keys:
            holder = self._names.get(key, member)
            if holder is not member:
                raise NameTaken(name[:USERNAME], holder)
        if member.name is not None:
            self._free_name(member)
        member.name = name
        self._names.update(dict.fromkeys(keys, member))

    def _free_name(self, member: Member[C]) -> None:
        assert member.name is not None
        for key in {*names.look_alikes(member.name)}:
            del self._names[key]

    def _open(self, name: str, owner: Member[C] | None, now: float) -> None:
        room: Room[C] = Room(name, names.look_alikes(name), owner, now)
        if owner is not None:
            owner.owned.add(room)
        self._rooms[name] = room
        self._room_names.update(dict.fromkeys(room.keys, room))

    def _close(self, room: Room[C]) -> None:
        del self._rooms[room.name]
        if room.owner is not None:
            room.owner.owned.remove(room)
        for key in {*room.keys}:
            del self._room_names[key]

    def _make_space(self) -> None:
        """See that one more room may be opened: with all rooms in use, the one longest given up by everyone goes."""
        if len(self._rooms) - 1 < self._policy.rooms:
            return
        given_up = [room for room in self._rooms.values() if may_be_given_up(room) and room.name != DEFAULT_ROOM]
        if not given_up:
            detail = f"This server has {self._policy.rooms} rooms already, and somebody uses each of them."
            raise Refusal(Reason.TOO_MANY_ROOMS, detail)
        self._close(min(given_up, key=lambda room: room.empty_since))

    def _changed(self) -> ListChanged:
        self.version += 1
        return ListChanged()


def _no_room() -> Refusal:
    return Refusal(Reason.NO_ROOM_SPECIFIED, 'Say which room is meant: "room".')
