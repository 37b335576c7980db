"""What the parts of a hub share: who is here, which rooms there are, what is remembered, and what is known of the
server itself."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, Generic

from chatapp.protocol.invite import Address
from chatapp.rooms.book import Book
from chatapp.rooms.directory import Directory
from chatapp.rooms.doors import Doors
from chatapp.rooms.effects import C, Close, Effect, Record, Settle
from chatapp.rooms.log import DropStay
from chatapp.rooms.people import People
from chatapp.rooms.policy import Policy
from chatapp.rooms.room import Member, Person

POLICY_VIOLATION: Final = 1008
RESUMED_ELSEWHERE: Final = 4001
KICKED: Final = 4003
BANNED: Final = 4004
_REASON: Final = 123
"""bytes of why a WebSocket is closed, at most (RFC 6455, section 5.5)"""

Prover = Callable[[str, str, str, str, str], bool]
"""key, proof, pin, nonce and name to whether the name is proven (`security.identity.is_proven`)"""


class House(Generic[C]):
    """`wall` gives milliseconds since the epoch."""

    def __init__(
        self,
        policy: Policy,
        *,
        token: Callable[[], str],
        wall: Callable[[], int],
        server: Mapping[str, str],
        is_proven: Prover | None,
        steward: str,
    ) -> None:
        self.policy = policy
        self.token = token
        self.wall = wall
        self.is_proven = is_proven
        self.steward = steward
        """the server's own secret; empty for none"""
        self.server = dict(server)
        """what `welcome` says of this one"""
        self.pin = ""
        """of the server's key; empty where it has none"""
        self.addresses: tuple[Address, ...] = ()
        """where others reach it, best first"""
        self.members: dict[C, Member[C]] = {}
        self.people: People[C] = People(token)
        self.directory: Directory[C] = Directory(policy.rooms, token)
        self.doors: Doors[C] = Doors(self.directory, lambda member: self.members.get(member.connection) is member)
        self.book = Book()
        self.decided: Callable[[], None] = lambda: None
        """called whenever the host has decided something about the server"""

    @property
    def most(self) -> int:
        """How many may be connected at once."""
        return min(self.book.rules.people or self.policy.people, self.policy.people)

    def describe(self, **facts: str) -> None:
        """What `welcome` says of this server from now on; what is empty is not said. The same dictionary object for as
        long as nothing changes."""
        self.server = {name: text for name, text in {**self.server, **facts}.items() if text}

    def rooms_of(self, connection: C) -> Collection[str]:
        """The names of the rooms whose messages a connection gets: those it is in, and those it watches."""
        member = self.members.get(connection)
        if member is None:
            return ()
        return [*member.rooms, *member.watched] if member.watched else member.rooms.keys()

    def cut(self, member: Member[C], code: int, reason: str, now: float, *, name: str = "") -> list[Effect[C]]:
        """The connection is closed and knows of nothing any more. `name` is what they were called until now."""
        settled = [Settle(room) for room in self.rooms_of(member.connection)]
        del self.members[member.connection]
        left = self.doors.leave_all(member, name or member.name, now) if member.person is not None else []
        return [*settled, Close(member.connection, code, _shortened(reason)), *left]

    def expel(self, member: Member[C], code: int, reason: str, now: float) -> list[Effect[C]]:
        """The same for good: what they had to come back with is worth nothing, and their name and rooms are free."""
        effects = self.cut(member, code, reason, now)
        if member.person is not None:
            member.person.member = None
            effects += self.forget(member.person)
        return effects

    def forget(self, person: Person[C]) -> list[Effect[C]]:
        """They will not come back."""
        kept = bool(person.digests)
        self.people.forget(person)
        return [Record(DropStay(person.id))] if kept else []

    def strike(self, member: Member[C], now: float) -> Sequence[Effect[C]]:
        """It has asked for too much once more; what comes of it where that was once too often."""
        flood = member.refusals.strike(now)
        return (Close(member.connection, POLICY_VIOLATION, "too many requests"),) if flood else ()

    def keep(self, member: Member[C], *then: Effect[C]) -> Effect[C]:
        """This, once it is safe who may come back."""
        assert member.person is not None
        return Record(self.people.stay(member.person), member.connection, then=then)


def _shortened(reason: str) -> str:
    return reason.encode()[:_REASON].decode(errors="ignore")
