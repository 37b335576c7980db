"""Rooms open and close, people come in, look in and leave."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic

from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Error,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    Reason,
    RoomsList,
)
from chatapp.protocol.messages.rich import Capability, Unwatched, UnwatchRoom, WatchRoom
from chatapp.rooms import presence, speech
from chatapp.rooms.directory import Directory
from chatapp.rooms.effects import Afterwards, C, Effect, Record, Send, SendList, Settle
from chatapp.rooms.log import DropRoom, NotStored, OpenRoom, Outcome
from chatapp.rooms.policy import may_delete
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Room


class _Doubt(Generic[C]):
    """What a storage has under a name while it is written that rooms of that name open and close."""

    __slots__ = ("kept", "written")

    def __init__(self, kept: Room[C] | None) -> None:
        self.kept = kept
        """the room whose log is there, after the writes of which the outcome is known"""
        self.written: deque[Room[C]] = deque()
        """whose beginning or end is being written, in the order of the records"""


class Doors(Generic[C]):
    """Carries out what concerns a room as a whole. `live`: whether a member is still connected.

    A room is there, or gone, from the request on; if the storage then fails, that is undone.
    """

    def __init__(self, directory: Directory[C], live: Callable[[Member[C]], bool]) -> None:
        self._directory = directory
        self._live = live
        self._doubts: dict[str, _Doubt[C]] = {}
        """by the room's name"""

    # Requests

    def list_rooms(self, member: Member[C], ref: str) -> Sequence[Effect[C]]:
        rooms = self._directory.list()
        answer = RoomsList(rooms.rooms, ref) if ref else rooms
        return (SendList(member.connection, answer, self._directory.version),)

    def create(self, member: Member[C], request: CreateRoom, ref: str, now: float) -> Sequence[Effect[C]]:
        name = self._directory.free_name(request.room)
        given_up = self._directory.given_up()
        effects: list[Effect[C]] = []
        if given_up is not None:
            self._directory.close(given_up)
            self._doubt(given_up, given_up)
            effects.append(Record(DropRoom(given_up.name), then=_told_of_the_end(given_up)))
        room = self._directory.open(name, member.person, now)
        self._doubt(room, None)
        assert member.person is not None
        changed = self._directory.changed()
        owner = member.person.id if member.person.digests else ""  # others will not be known again
        then = self._list(member, ref)
        effects += Record(OpenRoom(name, owner, room.epoch), member.connection, ref, then=(*then,)), changed
        return effects

    def join(self, member: Member[C], request: JoinRoom, ref: str) -> Sequence[Effect[C]]:
        room = self._directory.find(request.room)
        effects: list[Effect[C]] = [Send(member.connection, Joined(room.name, ref))]
        if request.since is not None and Capability.HISTORY in member.capabilities:
            speech.check_cursor(request.since)
            effects.append(speech.page_since(room, member, request.since, ref))
        if room.name not in member.rooms:
            effects += self.enter(room, member)
        return effects

    def enter(self, room: Room[C], member: Member[C]) -> list[Effect[C]]:
        """The member is in the room from now on: what others are told."""
        room.stop_watching(member)
        notes = presence.joined(room, member)
        room.add(member)
        return [*notes, self._directory.changed()]

    def leave(self, member: Member[C], request: LeaveRoom, ref: str, now: float) -> Sequence[Effect[C]]:
        room = self._directory.find_own(member, request.room)
        if room is self._directory.default:
            raise Refusal(Reason.CANNOT_LEAVE_DEFAULT, f"Everyone here is in “{room.name}”; it cannot be left.")
        room.remove(member, now)
        left = Send(member.connection, Left(room.name, ref))
        return [Settle(room.name), left, *presence.left(room, member.name), self._directory.changed()]

    def delete(self, member: Member[C], request: DeleteRoom, ref: str) -> Sequence[Effect[C]]:
        room = self._directory.find(request.room)
        if room is self._directory.default:
            raise Refusal(Reason.CANNOT_DELETE_DEFAULT, f"“{room.name}” is always there; it cannot be deleted.")
        if not may_delete(member, room):
            raise Refusal(Reason.NOT_ALLOWED, f"Only the person who created “{room.name}” can delete it.")
        self._directory.close(room)
        self._doubt(room, room)
        changed = self._directory.changed()
        then = (*_told_of_the_end(room), *self._list(member, ref), changed)
        return (Record(DropRoom(room.name), member.connection, ref, then=then),)

    def watch(self, member: Member[C], request: WatchRoom, ref: str) -> Sequence[Effect[C]]:
        room = self._directory.find(request.room)
        speech.check_cursor(request.since)
        room.watch(member)
        return (speech.page_since(room, member, request.since, ref),)

    def unwatch(self, member: Member[C], request: UnwatchRoom, ref: str) -> Sequence[Effect[C]]:
        room = self._directory.find(request.room)
        room.stop_watching(member)
        return Settle(room.name), Send(member.connection, Unwatched(room.name, ref))

    def leave_all(self, member: Member[C], name: str, now: float) -> list[Effect[C]]:
        """The member is connected no more; `name` is what they were called until now."""
        effects: list[Effect[C]] = []
        for room in [*member.watched.values()]:
            room.stop_watching(member)
        for room in [*member.rooms.values()]:
            room.remove(member, now)
            effects += presence.left(room, name)
        effects.append(self._directory.changed())
        return effects

    def _list(self, member: Member[C], ref: str) -> Sequence[Effect[C]]:
        """The answer for those who wait for one."""
        return self.list_rooms(member, ref) if ref else ()

    # Outcomes

    def _doubt(self, room: Room[C], kept: Room[C] | None) -> None:
        """The room's beginning or end is about to be written; `kept` is what the storage has before that, where nothing
        else is being written about the name."""
        self._doubts.setdefault(room.name, _Doubt(kept)).written.append(room)

    def written(
        self, record: Record[C], write: OpenRoom | DropRoom, outcome: Outcome, now: float
    ) -> Sequence[Effect[C]]:
        """What follows. When no more is being written about the name, there is the room that the storage has."""
        doubt = self._doubts.get(write.room)  # none for `default`, which is there in any case
        room = doubt.written.popleft() if doubt is not None else None
        effects: list[Effect[C]]
        if isinstance(outcome, NotStored) and outcome.reason is not Reason.ROOM_NOT_FOUND:  # that is as good as dropped
            error = Error(outcome.reason, outcome.detail, record.ref)
            effects = [] if record.connection is None else [Send(record.connection, error)]
        else:
            effects = [*record.then]
            if doubt is not None:
                doubt.kept = room if isinstance(write, OpenRoom) else None
        if doubt is not None and not doubt.written:
            del self._doubts[write.room]
            effects += self._believe(write.room, doubt.kept, now)
        return effects

    def _believe(self, name: str, kept: Room[C] | None, now: float) -> list[Effect[C]]:
        """Have that room under that name. One that could not be deleted is there again, for those who were in it; one
        without a log is closed."""
        here = self._directory.get(name)
        if (here and here.epoch) == (kept and kept.epoch):
            return []
        effects: list[Effect[C]] = []
        if here is not None:
            self._directory.close(here)
            # Whoever came in meanwhile is told so only later: `joined` still waits.
            effects.append(Afterwards((*_told_of_the_end(here), self._directory.changed())))
        if kept is not None and self._directory.reopen(kept, self._live, now):
            effects.append(self._directory.changed())
        return effects


def _told_of_the_end(room: Room[C]) -> tuple[Effect[C], ...]:
    members = (Send(connection, Left(room.name)) for connection in room.members)
    watchers = (Send(connection, Unwatched(room.name)) for connection in room.watchers)
    return (Settle(room.name), *members, *watchers)
