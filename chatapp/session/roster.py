"""Who is in a room, and who is typing there."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct, field

from chatapp.protocol.limits import TYPING, TYPING_PAUSE
from chatapp.protocol.names import shown

AS_USUAL: Final = (False, 0)
"""everybody writes, as fast as they like"""


class Roster(Struct, frozen=True, gc=False):
    """A room's people as they are now; empty where the server does not tell."""

    names: tuple[str, ...] = ()
    """in the order of joining, this person among them"""
    owner: str = ""
    """who made the room, while connected; empty for nobody"""
    typing: tuple[str, ...] = ()
    """not this person"""
    admins: tuple[str, ...] = ()
    """those of `names` who may do everything here"""
    keys: Mapping[str, str] = field(default_factory=dict)
    """of those of `names` who have proven theirs: name to key"""


class People:
    """Those of one room."""

    __slots__ = ("admins", "keys", "names", "owner", "state")

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self.owner = ""
        self.admins: dict[str, None] = {}
        self.keys: dict[str, str] = {}
        self.state: tuple[bool, int] | None = None


class Rosters:
    """Those of all rooms. Methods that change something say whether, or where, it did."""

    def __init__(self) -> None:
        self.host = ""
        """the person who hosts; empty where the server does not tell"""
        self._rooms: dict[str, People] = {}
        self._typing: dict[tuple[str, str], float] = {}
        """room and name to when they stop to count as typing"""
        self._told: dict[str, float] = {}
        """room to when the others were last told that this person is typing"""

    def of(self, room: str) -> Roster:
        typing = tuple(shown(name) for where, name in self._typing if where == room)
        people = self._rooms.get(room)
        if people is None:
            return Roster(typing=typing)
        return Roster(
            tuple(map(shown, people.names)),
            shown(people.owner),
            typing,
            tuple(map(shown, people.admins)),
            {shown(name): key for name, key in people.keys.items()},
        )

    def take(
        self, room: str, members: Iterable[str], owner: str, admins: Iterable[str] = (), keys: Mapping[str, str] = {}
    ) -> None:
        people = self._rooms.setdefault(room, People())
        people.names, people.owner = dict.fromkeys(members), owner
        people.admins = dict.fromkeys(name for name in admins if name in people.names)
        people.keys = {name: key for name, key in keys.items() if name in people.names}

    def join(self, room: str, name: str, key: str = "", *, admin: bool = False) -> bool:
        people = self._rooms.setdefault(room, People())
        if name in people.names:
            return False
        people.names[name] = None
        if key:
            people.keys[name] = key
        if admin:
            people.admins[name] = None
        return True

    def leave(self, room: str, name: str) -> bool:
        people = self._rooms.get(room)
        if people is None or name not in people.names:
            return False
        del people.names[name]
        people.keys.pop(name, None)
        people.admins.pop(name, None)
        return True

    def rename(self, before: str, after: str) -> list[str]:
        """The rooms in which somebody is called otherwise now."""
        self.host = after if self.host == before else self.host
        rooms = []
        for room, people in self._rooms.items():
            if before in people.names:
                rooms.append(room)
                people.names = {after if name == before else name: None for name in people.names}
                people.owner = after if people.owner == before else people.owner
                people.admins = {after if name == before else name: None for name in people.admins}
                people.keys = {after if name == before else name: key for name, key in people.keys.items()}
        return rooms

    def state(self, room: str) -> tuple[bool, int] | None:
        """Only its owner and admins write there; seconds between two messages of one person. None where the server has
        not told."""
        people = self._rooms.get(room)
        return None if people is None else people.state

    def take_state(self, room: str, announce: bool, slow: int) -> bool:
        before = self.state(room)
        self._rooms.setdefault(room, People()).state = announce, slow
        return before != (announce, slow)

    def key_of(self, room: str, name: str) -> str:
        """By which they have proven the name there; empty where they have not."""
        people = self._rooms.get(room)
        return people.keys.get(name, "") if people is not None else ""

    def forget(self, room: str) -> bool:
        """Nobody tells any more who is there."""
        return self._rooms.pop(room, None) is not None

    # Typing

    def type(self, room: str, name: str, now: float, *, on: bool) -> bool:
        before = (room, name) in self._typing
        if on:
            self._typing[room, name] = now + TYPING
        elif before:
            del self._typing[room, name]
        return before is not on

    def expire(self, now: float) -> list[str]:
        """The rooms in which somebody has stopped without saying so."""
        late = [who for who, until in self._typing.items() if until <= now]
        for who in late:
            del self._typing[who]
        return [*dict.fromkeys(room for room, _ in late)]

    def expire_all(self) -> list[str]:
        """The connection is gone."""
        self._told.clear()
        return self.expire(float("inf"))

    @property
    def deadline(self) -> float | None:
        """When `expire` will have something to do."""
        return min(self._typing.values(), default=None)

    def is_to_tell(self, room: str, now: float) -> bool:
        """This person types: whether it is time to tell the others, who then count as told."""
        told = self._told.get(room)
        if told is not None and now - told < TYPING_PAUSE:
            return False
        self._told[room] = now
        return True

    def is_to_take_back(self, room: str, now: float) -> bool:
        """This person has stopped: whether the others still think otherwise."""
        told = self._told.pop(room, None)
        return told is not None and now - told < TYPING
