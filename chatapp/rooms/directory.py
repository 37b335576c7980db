"""Which rooms there are: found by name, opened, closed, listed."""

from collections.abc import Callable, Iterable
from typing import Generic

from chatapp.protocol import names
from chatapp.protocol.limits import EPOCH, ROOM_NAME
from chatapp.protocol.messages.base import DEFAULT_ROOM, Reason, RoomsList
from chatapp.rooms.effects import C, ListChanged
from chatapp.rooms.policy import may_be_given_up
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Person, Room


class Directory(Generic[C]):
    """All rooms, `default` first, then in the order of creation. At most `most` beside it can be created."""

    def __init__(self, most: int, token: Callable[[], str]) -> None:
        self._most = most
        self._token = token
        self._rooms: dict[str, Room[C]] = {}
        self._keys: dict[str, Room[C]] = {}
        """look-alike key of a room's name to the room"""
        self._list: RoomsList | None = None
        self.version = 0
        """rises with every change of `list()`"""
        self.default = self.open(DEFAULT_ROOM, None, 0.0)

    def list(self) -> RoomsList:
        """Every room and the number of users in it: the same object until `version` changes."""
        if self._list is None:
            self._list = RoomsList({room.name: len(room.members) for room in self._rooms.values()})
        return self._list

    def rooms(self) -> Iterable[Room[C]]:
        return self._rooms.values()

    def changed(self) -> ListChanged:
        """To be called after every change of rooms or of the number of their members."""
        self.version += 1
        self._list = None
        return ListChanged()

    def get(self, name: str) -> Room[C] | None:
        """The room of exactly that name."""
        return self._rooms.get(name)

    def find(self, name: str) -> Room[C]:
        """The room of that name, as given or as it would be kept. Raises Refusal."""
        if not name:
            raise no_room()
        room = self._rooms.get(name)
        if room is None:
            try:
                room = self._rooms.get(names.room_name(name))
            except names.BadName:
                room = None
        if room is None:
            raise Refusal(Reason.ROOM_NOT_FOUND, f"There is no room called “{name[:ROOM_NAME]}”.")
        return room

    def find_own(self, member: Member[C], name: str) -> Room[C]:
        """A room that the member is in. Raises Refusal."""
        room = self.find(name)
        if room.name not in member.rooms:
            raise Refusal(Reason.NOT_IN_ROOM, f"You are not in “{room.name}”. Join it first.")
        return room

    def free_name(self, wanted: str) -> str:
        """The name that a new room would have. Raises Refusal where there cannot be one, or it would be taken for
        another's."""
        if not wanted:
            raise no_room()
        try:
            name = names.room_name(wanted)
        except names.BadName as problem:
            raise Refusal(Reason.INVALID_ROOM_NAME, str(problem)) from None
        taken = self._taken(names.look_alikes(name))
        if taken is not None:
            raise Refusal(Reason.ROOM_EXISTS, f"There is a room called “{taken.name}” already.")
        return name

    def given_up(self) -> Room[C] | None:
        """The room that has to be closed before another is opened, if one has: with all in use, the one longest given
        up by everyone. Raises Refusal where none may go."""
        if len(self._rooms) - 1 < self._most:
            return None
        rooms = [room for room in self._rooms.values() if may_be_given_up(room) and room is not self.default]
        if not rooms:
            detail = f"This server has {self._most} rooms already, and somebody uses each of them."
            raise Refusal(Reason.TOO_MANY_ROOMS, detail)
        return min(rooms, key=lambda room: room.empty_since)

    def open(self, name: str, owner: Person[C] | None, now: float, *, epoch: str = "") -> Room[C]:
        """A new, empty room; without an `epoch`, with a new one."""
        room = Room(name, names.look_alikes(name), owner, epoch or self._token()[-EPOCH:], now)
        self._enter(room)
        return room

    def close(self, room: Room[C]) -> None:
        """The room is there no more, and nobody is in it or watches it. `room` itself still knows who was."""
        del self._rooms[room.name]
        for key in room.keys:
            if self._keys.get(key) is room:
                del self._keys[key]
        if room.owner is not None:
            room.owner.owned.discard(room)
        for member in room.members.values():
            del member.rooms[room.name]
            member.typed.pop(room.name, None)
        for member in room.watchers.values():
            del member.watched[room.name]

    def reopen(self, room: Room[C], live: Callable[[Member[C]], bool], now: float) -> bool:
        """Undo `close`, for those who are still there. Whether that can be: its name may be taken by now."""
        if self._taken(room.keys) is not None:
            return False
        members, watchers = list(room.members.values()), list(room.watchers.values())
        owner = room.owner if room.owner is not None and (room.owner.member or room.owner.digests) else None
        again = self.open(room.name, owner, now, epoch=room.epoch)
        again.logged = room.logged
        again.restrict(announce=room.announce, slow=room.slow)
        for member in filter(live, members):
            again.add(member)
        for member in filter(live, watchers):
            again.watch(member)
        return True

    def _enter(self, room: Room[C]) -> None:
        if room.owner is not None:
            room.owner.owned.add(room)
        self._rooms[room.name] = room
        self._keys.update(dict.fromkeys(room.keys, room))

    def _taken(self, keys: tuple[str, ...]) -> Room[C] | None:
        return next(filter(None, map(self._keys.get, keys)), None)


def no_room() -> Refusal:
    return Refusal(Reason.NO_ROOM_SPECIFIED, 'Say which room is meant: "room".')
