"""The server's mind: who is connected, in which rooms, and what each request leads to.

`Hub` knows no socket, clock or disk. The shell tells it what happened and when (`now`, monotonic seconds), and carries
out the effects it returns, in order. Nothing here blocks, and no message is remembered: what is said goes to a storage
(`Record`), which gives it its place, and then to everybody. A message costs the same however many members and rooms
there are; the first one after a change of members costs the room's size, and a room list costs the number of rooms.

A hub's life: `restore`, once. Then a connection's: `connect`, then `handle` or `refuse` a frame, then `disconnect`; a
frame of a connection that is not known (any more) has no effects. `recorded` tells the outcome of each `Record`,
`checked` and `hashed` those of passwords, and `tick` is called when `next_deadline` has come.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Generic

from chatapp import __version__
from chatapp.protocol import limits
from chatapp.protocol.codec import BadFrame
from chatapp.protocol.invite import Address
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import DEFAULT_ROOM, Error, Reason, RoomsList, SendMessage
from chatapp.protocol.messages.hosting import ServerState, SetServer
from chatapp.protocol.messages.rich import Capability
from chatapp.rooms import modes, speech, terms
from chatapp.rooms.arrivals import Arrivals
from chatapp.rooms.effects import (
    C,
    CheckPassword,
    Close,
    Effect,
    HashPassword,
    Probe,
    Record,
    Send,
)
from chatapp.rooms.house import POLICY_VIOLATION, House, Prover
from chatapp.rooms.log import (
    Append,
    DropRoom,
    DropStay,
    KeepNote,
    KnownRoom,
    KnownStay,
    OpenRoom,
    Outcome,
    Stored,
)
from chatapp.rooms.office import Office
from chatapp.rooms.origin import Origin
from chatapp.rooms.people import NameTaken
from chatapp.rooms.policy import Policy, TooSoon, meter
from chatapp.rooms.refusal import Refusal, TurnedAway
from chatapp.rooms.requests import Requests
from chatapp.rooms.room import Member


class Hub(Generic[C]):
    """All rooms of one server. `C` is the shell's connection object, compared by identity or hash.

    `token` gives a text of at most `limits.ID` characters that nobody can guess and that it never gave before; `wall`
    milliseconds since the epoch. `server` is what `welcome` says of this one. `is_proven` tells whether somebody has
    the key to a name, None where names are not proven. Whoever shows the `steward` secret is in charge; empty: nobody.
    """

    def __init__(
        self,
        policy: Policy = Policy(),
        *,
        token: Callable[[], str] = secrets.token_urlsafe,
        wall: Callable[[], int] = lambda: 0,
        server: Mapping[str, str] = MappingProxyType({"version": __version__}),
        is_proven: Prover | None = None,
        steward: str = "",
    ) -> None:
        self._policy = policy
        self._house: House[C] = House(
            policy, token=token, wall=wall, server=server, is_proven=is_proven, steward=steward
        )
        self._members = self._house.members
        self._people = self._house.people
        self._directory = self._house.directory
        self._doors = self._house.doors
        self._arrivals = Arrivals(self._house)
        self._office = Office(self._house)
        self._requests = Requests(self._house, self._arrivals, self._office)
        self._numbers = count(1)

    def restore(
        self, rooms: Iterable[KnownRoom], stays: Iterable[KnownStay], notes: Sequence[KeepNote], now: float
    ) -> Sequence[Effect[C]]:
        """Begin with what the storage knows (`Storage.load`), before the first connection. What the storage lacks, such
        as `default` in a new one, is among the effects; it has to be written. Stays count from now."""
        people = {stay.person: self._people.restore(stay, now) for stay in stays}
        default = self._directory.default
        writes: list[Effect[C]] = [Record(OpenRoom(DEFAULT_ROOM, "", default.epoch))]
        for known in rooms:
            if known.name == DEFAULT_ROOM:
                room = default
                room.epoch = known.epoch
                writes.clear()
            else:
                room = self._directory.open(known.name, people.get(known.owner), now, epoch=known.epoch)
            room.logged = known.top > 0
        self._house.book.restore(notes)
        self._house.describe(name=self._house.book.rules.name)
        writes += map(Record, modes.restore(notes, self._directory.rooms()))
        self._directory.changed()
        return writes

    def settle(self, wanted: SetServer, password: str | None, now: float) -> Sequence[Effect[C]]:
        """Have it so, as the host's own settings say, before the first connection: `password` is hashed, and empty for
        none. Raises Refusal for what cannot be."""
        self._office.check(wanted)
        return self._office.settle(wanted, password, now)[1]

    def watch(self, decided: Callable[[ServerState], None]) -> None:
        """From now on that is called whenever the host has decided something about the server."""
        self._house.decided = lambda: decided(self.state())

    def announce(self, pin: str, addresses: Sequence[Address]) -> None:
        """The server's key is known by that, and others reach it there, best first."""
        self._house.pin, self._house.addresses = pin, tuple(addresses)
        self._house.describe(id=pin)

    @property
    def people(self) -> int:
        """How many have said who they are."""
        return sum(member.person is not None for member in self._members.values())

    @property
    def exposed(self) -> int:
        """How many of them are on connections that others can read on the way."""
        return sum(member.person is not None and not member.origin.private for member in self._members.values())

    @property
    def returned(self) -> int:
        """How often somebody came back with a token."""
        return self._people.returned

    # What happens

    def connect(self, connection: C, now: float, origin: Origin) -> None:
        """A connection is there and may identify."""
        self._members[connection] = Member(connection, now, origin, next(self._numbers))

    def handle(self, connection: C, request: Request, now: float, *, held: bool = False) -> Sequence[Effect[C]]:
        """Carry out a request, or say why not. `held`: by the hub itself, and so counted already."""
        member = self._members.get(connection)
        if member is None:
            return ()
        try:
            if self._policy.rate_limits and not held:
                meter(member, request, now)
            if member.person is None:
                return self._arrive(member, request, now)
            if member.negotiated:
                self._check(member, request)
            if type(request) is SendMessage:  # by far the most frequent one
                return speech.say(self._directory, member, request, now)
            return self._requests.carry_out(member, request, now)
        except Refusal as refusal:
            return self._refused(member, request, refusal, now)

    def refuse(self, connection: C, problem: BadFrame, now: float) -> Sequence[Effect[C]]:
        """Answer a frame that was no request."""
        member = self._members.get(connection)
        if member is None:
            return ()
        ref = problem.ref if len(problem.ref) <= limits.ID else ""
        effects: list[Effect[C]] = [Send(connection, Error(problem.reason, problem.detail, ref))]
        if member.bad_requests.strike(now):
            effects.append(Close(connection, POLICY_VIOLATION, "too many bad requests"))
        return effects

    def disconnect(self, connection: C, now: float, *, polite: bool = False) -> Sequence[Effect[C]]:
        """A connection is gone: its name is free, its rooms have no owner, unless it may `resume`. `polite`: its client
        closed it (1000 or 1001), so its name is free in any case. Doing it again does nothing."""
        member = self._members.pop(connection, None)
        if member is None or member.person is None:
            return ()
        effects = self._doors.leave_all(member, member.name, now)
        person = member.person
        person.member = None
        effects += self._arrivals.left(person)
        if Capability.RESUME not in member.capabilities or not person.digests:
            return [*effects, *self._house.forget(person)]
        self._people.wait_for(person, now, name=not polite)
        if polite:
            effects.append(Record(self._people.stay(person)))
        return [*effects, *self.tick(now)]

    def recorded(self, record: Record[C], outcome: Outcome, now: float) -> Sequence[Effect[C]]:
        """What follows from a write, or from its failure. Once for each record, in their order."""
        write = record.write
        if type(write) is Append:
            effects = speech.follow(record, write, outcome)
            if type(outcome) is Stored and outcome.moderated:
                return [*effects, *self._office.moderated(record, write)]
            return effects
        match write:
            case OpenRoom() | DropRoom():
                return self._doors.written(record, write, outcome, now)
            case _:
                # Even if it is not kept, the stay holds for as long as the server runs.
                return record.then

    def checked(self, effect: CheckPassword[C], right: bool | None, now: float) -> Sequence[Effect[C]]:
        """Whether the password is right, and what comes of it for all who waited for that; None: nobody could tell."""
        effects: list[Effect[C]] = []
        for member, request, looked in self._arrivals.looked(effect, right, now):
            try:
                effects += self._arrivals.identify(member, request, now, looked)
            except Refusal as refusal:
                effects += self._refused(member, request, refusal, now)
            held, member.held = member.held, []
            for each in held:
                effects += self.handle(member.connection, each, now, held=True)
        return effects

    def hashed(self, effect: HashPassword[C], hashed: str | None, now: float) -> Sequence[Effect[C]]:
        """What the password came to; None: it could not be done."""
        member = self._members.get(effect.connection)
        try:
            return self._office.hashed(member, effect, hashed, now)
        except Refusal as refusal:
            return () if member is None else self._refused(member, effect.request, refusal, now)

    @property
    def next_deadline(self) -> float | None:
        """When `tick` has something to do; None: not before something else happens."""
        return self._people.next_deadline

    def tick(self, now: float) -> Sequence[Effect[C]]:
        """Time has passed: those who did not come back in time lose their names and rights."""
        effects: list[Effect[C]] = []
        while (person := self._people.overdue(now)) is not None:
            self._people.forget(person)
            effects.append(Record(DropStay(person.id)))
        return effects

    def host(self, name: str) -> None:
        """From now on whoever joins is told that this person hosts; empty: nobody in particular."""
        self._house.describe(host=name)

    # What is so

    @property
    def version(self) -> int:
        """Rises with every change of `list()`."""
        return self._directory.version

    def list(self) -> RoomsList:
        """Every room and the number of users in it, `default` first, then in the order of creation: the same object
        until `version` changes."""
        return self._directory.list()

    def identified(self, connection: C) -> bool:
        return self.name_of(connection) is not None

    def negotiated(self, connection: C) -> bool:
        """Whether it speaks Part 2: its frames are decoded with `extended`."""
        member = self._members.get(connection)
        return member is not None and member.negotiated

    def name_of(self, connection: C) -> str | None:
        """The name of a connection; None before it has one, and after it is gone."""
        member = self._members.get(connection)
        return None if member is None or member.person is None else member.name

    def rooms_of(self, connection: C) -> Collection[str]:
        """The names of the rooms whose messages a connection gets: those it is in, and those it watches."""
        return self._house.rooms_of(connection)

    def state(self) -> ServerState:
        """What the host has decided."""
        return self._office.state()

    def _arrive(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        if member.waiting is not None:
            self._arrivals.hold(member, request)
            return ()
        effects = self._arrivals.distrust(member, request)
        try:
            return [*effects, *self._arrivals.identify(member, request, now)]
        except Refusal as refusal:
            return [*effects, *self._refused(member, request, refusal, now)]

    def _check(self, member: Member[C], request: Request) -> None:
        """What holds for every request of a client that negotiated."""
        if not member.confirmed:
            member.confirmed = True
            assert member.person is not None
            self._people.confirm(member.person)
        terms.check(member, request)

    def _refused(self, member: Member[C], request: Request, refusal: Refusal, now: float) -> Sequence[Effect[C]]:
        error = Error(refusal.reason, refusal.detail, terms.ref(member, request))
        effects: list[Effect[C]] = [Send(member.connection, error)]
        if isinstance(refusal, NameTaken) and refusal.holder.member is not None:
            effects.append(Probe(refusal.holder.member.connection))
        if isinstance(refusal, TurnedAway):
            effects.append(Close(member.connection, refusal.code, ""))
        if refusal.reason is Reason.RATE_LIMITED and not isinstance(refusal, TooSoon):
            effects += self._house.strike(member, now)
        return effects
