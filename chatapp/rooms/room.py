"""A room and a member: who is where, and whose."""

from typing import Generic

from chatapp.protocol.limits import BAD_REQUESTS, CREATE_RATE, MESSAGE_RATE, RATE_REFUSALS, REQUEST_RATE
from chatapp.rooms.effects import C
from chatapp.rooms.rates import Strikes, TokenBucket


class Member(Generic[C]):
    """A connection, and who it is once it has identified."""

    __slots__ = (
        "admin",
        "bad_requests",
        "connection",
        "creates",
        "messages",
        "name",
        "owned",
        "refusals",
        "requests",
        "rooms",
    )

    def __init__(self, connection: C, now: float) -> None:
        self.connection = connection
        self.name: str | None = None
        """None until identified"""
        self.admin = False
        self.rooms: dict[str, Room[C]] = {}
        """the rooms it is in, in the order of joining"""
        self.owned: set[Room[C]] = set()
        self.messages = TokenBucket(*MESSAGE_RATE, now)
        self.requests = TokenBucket(*REQUEST_RATE, now)
        self.creates = TokenBucket(*CREATE_RATE, now)
        self.bad_requests = Strikes(BAD_REQUESTS)
        self.refusals = Strikes(RATE_REFUSALS)


class Room(Generic[C]):
    """A room. Its owner is a connection, never a name: a freed name inherits nothing."""

    __slots__ = ("_audience", "empty_since", "keys", "members", "name", "owner")

    def __init__(self, name: str, keys: tuple[str, ...], owner: Member[C] | None, now: float) -> None:
        self.name = name
        self.keys = keys
        """what no other room's name may share (`names.look_alikes`)"""
        self.owner = owner
        self.members: dict[C, Member[C]] = {}
        self.empty_since = now
        """since when nobody is in it; means nothing while somebody is"""
        self._audience: tuple[C, ...] | None = None

    @property
    def audience(self) -> tuple[C, ...]:
        """Everyone in it, in the order of joining: the same tuple object until somebody joins or leaves."""
        if self._audience is None:
            self._audience = tuple(self.members)
        return self._audience

    def add(self, member: Member[C]) -> None:
        self.members[member.connection] = member
        member.rooms[self.name] = self
        self._audience = None

    def remove(self, member: Member[C], now: float) -> None:
        del self.members[member.connection]
        del member.rooms[self.name]
        self._audience = None
        self.empty_since = now
