"""A room, a connection's member, and the person behind it: who is where, and whose."""

from typing import Generic, NamedTuple

from chatapp.protocol.limits import BAD_REQUESTS, CREATE_RATE, MESSAGE_RATE, RATE_REFUSALS, REQUEST_RATE
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import Identify
from chatapp.protocol.messages.rich import Capability
from chatapp.rooms.effects import C, Group
from chatapp.rooms.origin import HERE, Origin
from chatapp.rooms.rates import Strikes, TokenBucket


class Person(Generic[C]):
    """Who somebody is, whatever they are called: one connection, or several after another (`resume`).

    What they may do hangs on this, never on a name: a freed name inherits nothing.
    """

    __slots__ = ("digests", "id", "key", "member", "name", "owned")

    def __init__(self, id_: str) -> None:
        self.id = id_
        """empty for who did not negotiate: nobody will know them again"""
        self.name = ""
        """empty where they hold none: before they have one, and after they left"""
        self.key = ""
        """what they have proven to have; empty for nothing"""
        self.member: Member[C] | None = None
        """None while they are not connected"""
        self.owned: set[Room[C]] = set()
        self.digests: tuple[str, ...] = ()
        """of the token they were given last; behind it the one they showed, until the last has shown to have arrived"""


class Member(Generic[C]):
    """A connection, and who it is once it has identified."""

    __slots__ = (
        "admin",
        "bad_requests",
        "capabilities",
        "confirmed",
        "connection",
        "creates",
        "held",
        "messages",
        "negotiated",
        "number",
        "origin",
        "person",
        "refusals",
        "requests",
        "rich",
        "rooms",
        "since",
        "typed",
        "waiting",
        "watched",
    )

    def __init__(self, connection: C, now: float, origin: Origin = HERE, number: int = 0) -> None:
        self.connection = connection
        self.origin = origin
        self.number = number
        """tells it from every other one, in words"""
        self.since = 0
        """when it identified, in milliseconds since the epoch"""
        self.waiting: Identify | None = None
        """it waits for its password to be looked at"""
        self.held: list[Request] = []
        """what it has asked for meanwhile"""
        self.person: Person[C] | None = None
        """None until identified"""
        self.negotiated = False
        """it speaks Part 2"""
        self.capabilities: frozenset[str] = frozenset()
        """what both ends understand"""
        self.rich = False
        """`Capability.RICH` is among them"""
        self.confirmed = True
        """its `welcome` is known to have arrived, with the token in it"""
        self.admin = False
        """it may do everything"""
        self.rooms: dict[str, Room[C]] = {}
        """the rooms it is in, in the order of joining"""
        self.watched: dict[str, Room[C]] = {}
        """the rooms it reads without being in them"""
        self.typed: dict[str, tuple[float, bool]] = {}
        """room to the time of the last note that it is typing there, and whether it still is"""
        self.messages = TokenBucket(*MESSAGE_RATE, now)
        self.requests = TokenBucket(*REQUEST_RATE, now)
        self.creates = TokenBucket(*CREATE_RATE, now)
        self.bad_requests = Strikes(BAD_REQUESTS)
        self.refusals = Strikes(RATE_REFUSALS)

    @property
    def name(self) -> str:
        """Empty until identified."""
        return "" if self.person is None else self.person.name

    @property
    def key(self) -> str:
        """What they have proven to have; empty for nothing."""
        return "" if self.person is None else self.person.key

    @property
    def groups(self) -> tuple[Group, ...]:
        """To which groups of a room's audience it belongs."""
        first = Group.RICH if self.rich else Group.PLAIN
        return (first, Group.PRESENCE) if Capability.PRESENCE in self.capabilities else (first,)


class Said(NamedTuple):
    """A message, as far as a slow room remembers it."""

    at: float
    """monotonic seconds"""
    id: str
    """its author's own for it; empty for none"""


class Room(Generic[C]):
    """A room: its members, who are counted, and its watchers, who are not."""

    __slots__ = (
        "_audiences",
        "_groups",
        "_tuples",
        "announce",
        "empty_since",
        "epoch",
        "keys",
        "logged",
        "members",
        "name",
        "owner",
        "restricted",
        "said",
        "slow",
        "watchers",
    )

    def __init__(self, name: str, keys: tuple[str, ...], owner: Person[C] | None, epoch: str, now: float) -> None:
        self.name = name
        self.keys = keys
        """what no other room's name may share (`names.look_alikes`)"""
        self.owner = owner
        self.epoch = epoch
        """tells it from another room that had, or will have, its name"""
        self.logged = False
        """something was said in it"""
        self.announce = False
        """only its owner and admins write there"""
        self.slow = 0
        """seconds between two messages of one person"""
        self.restricted = False
        """one of the two holds: every message asks this"""
        self.said: dict[Person[C], Said] = {}
        """in a slow room: who said something lately, and what last"""
        self.members: dict[C, Member[C]] = {}
        """in the order of joining"""
        self.watchers: dict[C, Member[C]] = {}
        """none of them a member"""
        self.empty_since = now
        """since when nobody is in it; means nothing while somebody is"""
        self._groups: dict[Group, dict[C, None]] = {group: {} for group in Group}
        self._tuples: dict[Group, tuple[C, ...]] = {}
        self._audiences: tuple[tuple[C, ...], tuple[C, ...]] | None = None

    @property
    def audiences(self) -> tuple[tuple[C, ...], tuple[C, ...]]:
        """`audience` of those who get messages: plain, rich."""
        if self._audiences is None:
            self._audiences = self.audience(Group.PLAIN), self.audience(Group.RICH)
        return self._audiences

    def audience(self, group: Group) -> tuple[C, ...]:
        """Who of the members and watchers belongs to the group: the same tuple object until that changes."""
        audience = self._tuples.get(group)
        if audience is None:
            audience = self._tuples[group] = tuple(self._groups[group])
        return audience

    def restrict(self, *, announce: bool, slow: int) -> None:
        self.announce, self.slow = announce, slow
        self.restricted = announce or slow > 0
        if not slow:
            self.said.clear()

    def add(self, member: Member[C]) -> None:
        """It is in the room; it watches it no more."""
        self.stop_watching(member)
        self.members[member.connection] = member
        member.rooms[self.name] = self
        self._listen(member)

    def remove(self, member: Member[C], now: float) -> None:
        del self.members[member.connection]
        del member.rooms[self.name]
        member.typed.pop(self.name, None)
        self._listen_no_more(member)
        self.empty_since = now

    def watch(self, member: Member[C]) -> None:
        """Who is in the room hears it anyway, and does not become a watcher. Doing it again does nothing."""
        if member.connection not in self.members:
            self.watchers[member.connection] = member
            member.watched[self.name] = self
            self._listen(member)

    def stop_watching(self, member: Member[C]) -> None:
        """Does nothing where it did not watch."""
        if self.watchers.pop(member.connection, None) is not None:
            del member.watched[self.name]
            self._listen_no_more(member)

    def _listen(self, member: Member[C]) -> None:
        for group in member.groups:
            self._groups[group][member.connection] = None
            self._changed(group)

    def _listen_no_more(self, member: Member[C]) -> None:
        for group in member.groups:
            del self._groups[group][member.connection]
            self._changed(group)

    def _changed(self, group: Group) -> None:
        self._tuples.pop(group, None)
        self._audiences = None
