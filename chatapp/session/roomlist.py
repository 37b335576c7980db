"""The rooms that a person sees: what the server lists, and those the person is in."""

from collections.abc import Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from chatapp.protocol.limits import ROOMS_SHOWN
from chatapp.protocol.messages.base import DEFAULT_ROOM


class Room(Struct, frozen=True, gc=False):
    """One room as it is now. A change makes a new object, so two can be compared."""

    name: str
    """as on the wire; show it through `names.shown`"""
    people: int | None = None
    """None where the server does not say"""
    joined: bool = False
    """this person is in it, or takes it back as soon as the connection is there again"""
    listed: bool = True
    """the server's newest list has it"""
    unread: int = 0
    owned: bool = False
    """created by this person, who may therefore delete it"""
    mentions: int = 0
    """how many of the unread are for this person: they name them, or answer them"""


class RoomList:
    """`default` first, then the server's order, then rooms that this person is in and the server does not list.

    Every method that changes something says whether it did.
    """

    def __init__(self) -> None:
        self.rooms: dict[str, Room] = {}

    def __contains__(self, name: object) -> bool:
        return name in self.rooms

    def get(self, name: str) -> Room:
        """The room of that name, or what would be known of one never heard of."""
        return self.rooms.get(name) or Room(name, listed=False)

    def take_list(self, listed: Mapping[str, int | None]) -> bool:
        """What the server lists now, or as much of it as anybody could look at."""
        rooms: dict[str, Room] = {}
        if DEFAULT_ROOM in listed:
            rooms[DEFAULT_ROOM] = replace(self.get(DEFAULT_ROOM), people=listed[DEFAULT_ROOM], listed=True)
        for name, people in islice(listed.items(), ROOMS_SHOWN):
            known = self.rooms.get(name)
            if known is None:
                rooms[name] = Room(name, people)
            elif known.people == people and known.listed:
                rooms[name] = known
            else:
                rooms[name] = replace(known, people=people, listed=True)
        for name, known in self.rooms.items():
            if known.joined and name not in rooms:
                rooms[name] = replace(known, people=None, listed=False)
        changed = rooms != self.rooms or list(rooms) != list(self.rooms)
        self.rooms = rooms
        return changed

    def join(self, name: str) -> bool:
        return self._put(replace(self.get(name), joined=True))

    def leave(self, name: str, *, deleted: bool) -> bool:
        """A room that is not listed either vanishes."""
        known = self.rooms.get(name)
        if known is None or not known.joined:
            return False
        if known.listed:
            owned = known.owned and not deleted
            return self._put(replace(known, joined=False, unread=0, mentions=0, owned=owned))
        del self.rooms[name]
        return True

    def own(self, name: str, *, owned: bool = True) -> bool:
        return name in self.rooms and self._put(replace(self.rooms[name], owned=owned))

    def disown_all(self) -> bool:
        """Rights end with the connection in which the rooms were made, where the server does not give them back."""
        owned = [room for room in self.rooms.values() if room.owned]
        for room in owned:
            self._put(replace(room, owned=False))
        return bool(owned)

    def show_unread(self, name: str, unread: int, mentions: int) -> None:
        """So many messages this person has not seen, in a room that is here."""
        room = self.rooms[name]
        self.rooms[name] = Room(name, room.people, room.joined, room.listed, unread, room.owned, mentions)

    def read(self, name: str) -> bool:
        return name in self.rooms and self._put(replace(self.rooms[name], unread=0, mentions=0))

    def _put(self, room: Room) -> bool:
        changed = self.rooms.get(room.name) != room
        self.rooms[room.name] = room
        return changed
