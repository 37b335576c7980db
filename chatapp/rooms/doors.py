"""Rooms open and close, people come in, look in and leave."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic

from chatapp.protocol.messages import (
    Capability,
    CreateRoom,
    DeleteRoom,
    Error,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    Reason,
    RoomsList,
    Unwatched,
    UnwatchRoom,
    WatchRoom,
)
from chatapp.rooms import presence, speech
from chatapp.rooms.directory import Directory
from chatapp.rooms.effects import Afterwards, C, Effect, Record, Send, SendList, Settle
from chatapp.rooms.log import DropRoom, NotStored, OpenRoom, Outcome
from chatapp.rooms.policy import may_delete
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Room


class Doors(Generic[C]):
    """Carries out what concerns a room as a whole. `live`: whether a member is still connected.

    A room is there, or gone, from the request on; if the storage then fails, that is undone.
    """

    def __init__(self, directory: Directory[C], live: Callable[[Member[C]], bool]) -> None:
        self._directory = directory
        self._live = live
        self._dropped: deque[Room[C]] = deque()
        """closed rooms whose end is not written yet, in the order of the records"""

    # Requests

    def create(self, member: Member[C], request: CreateRoom, ref: str, now: float) -> Sequence[Effect[C]]:
        name = self._directory.free_name(request.room)
        given_up = self._directory.given_up()
        effects: list[Effect[C]] = []
        if given_up is not None:
            self._directory.close(given_up)
            self._dropped.append(given_up)
            effects.append(Record(DropRoom(given_up.name), then=_told_of_the_end(given_up)))
        room = self._directory.open(name, member.person, now)
        assert member.person is not None
        changed = self._directory.changed()
        owner = member.person.id if member.person.digests else ""  # others will not be known again
        then = self._list(member, ref)
        effects += Record(OpenRoom(name, owner, room.epoch), member.connection, ref, then=then), changed
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
        self._dropped.append(room)
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

    def _list(self, member: Member[C], ref: str) -> tuple[Effect[C], ...]:
        """The answer for those who wait for one."""
        if not ref:
            return ()
        rooms = RoomsList(self._directory.list().rooms, ref)
        return (SendList(member.connection, rooms, self._directory.version),)

    # Outcomes

    def opened(self, record: Record[C], write: OpenRoom, outcome: Outcome) -> Sequence[Effect[C]]:
        """A room without a log is closed again."""
        if not isinstance(outcome, NotStored):
            return record.then
        effects: list[Effect[C]] = []
        if record.connection is not None:
            effects.append(Send(record.connection, Error(outcome.reason, outcome.detail, record.ref)))
        room = self._directory.get(write.room)
        if room is not None and room.epoch == write.epoch and room is not self._directory.default:
            self._directory.close(room)
            # Whoever came in meanwhile is told so only later: `joined` still waits.
            effects.append(Afterwards((*_told_of_the_end(room), self._directory.changed())))
        return effects

    def dropped(self, record: Record[C], outcome: Outcome, now: float) -> Sequence[Effect[C]]:
        """A room that could not be deleted is there again, for those who were in it."""
        room = self._dropped.popleft()
        if not isinstance(outcome, NotStored) or outcome.reason is Reason.ROOM_NOT_FOUND:
            return record.then
        effects: list[Effect[C]] = []
        if record.connection is not None:
            effects.append(Send(record.connection, Error(outcome.reason, outcome.detail, record.ref)))
        if self._directory.reopen(room, self._live, now):
            effects.append(self._directory.changed())
        return effects


def _told_of_the_end(room: Room[C]) -> tuple[Effect[C], ...]:
    members = (Send(connection, Left(room.name)) for connection in room.members)
    watchers = (Send(connection, Unwatched(room.name)) for connection in room.watchers)
    return (Settle(room.name), *members, *watchers)
