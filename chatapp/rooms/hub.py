"""The server's mind: who is connected, in which rooms, and what each request leads to.

`Hub` knows no socket, clock or disk. The shell tells it what happened and when (`now`, monotonic seconds), and carries
out the effects it returns, in order. Nothing here blocks, and no message is remembered: what is said goes to a storage
(`Record`), which gives it its place, and then to everybody. A message costs the same however many members and rooms
there are; the first one after a change of members costs the room's size, and a room list costs the number of rooms.

A hub's life: `restore`, once. Then a connection's: `connect`, then `handle` or `refuse` a frame, then `disconnect`; a
frame of a connection that is not known (any more) has no effects. `recorded` tells the outcome of each `Record`, and
`tick` is called when `next_deadline` has come.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Generic

from chatapp import __version__
from chatapp.protocol import limits
from chatapp.protocol.codec import BadFrame
from chatapp.protocol.messages import (
    DEFAULT_ROOM,
    Capability,
    CreateRoom,
    DeleteMessage,
    DeleteRoom,
    EditMessage,
    Error,
    GetHistory,
    GetMembers,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    ListRooms,
    React,
    Reason,
    Rename,
    Renamed,
    Request,
    RoomsList,
    Search,
    SendMessage,
    Typing,
    UnwatchRoom,
    WatchRoom,
    Welcome,
)
from chatapp.rooms import presence, speech, terms
from chatapp.rooms.directory import Directory
from chatapp.rooms.doors import Doors
from chatapp.rooms.effects import C, Close, Effect, Probe, Record, Send, SendList, Settle
from chatapp.rooms.log import Append, DropRoom, DropStay, KnownRoom, KnownStay, OpenRoom, Outcome
from chatapp.rooms.people import NameTaken, People
from chatapp.rooms.policy import Policy, meter
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Person

POLICY_VIOLATION: Final = 1008
RESUMED_ELSEWHERE: Final = 4001


class Hub(Generic[C]):
    """All rooms of one server. `C` is the shell's connection object, compared by identity or hash.

    `token` gives a text of at most `limits.ID` characters that nobody can guess and that it never gave before. `server`
    is what `welcome` says of this one.
    """

    def __init__(
        self,
        policy: Policy = Policy(),
        *,
        token: Callable[[], str] = secrets.token_urlsafe,
        server: Mapping[str, str] = MappingProxyType({"version": __version__}),
    ) -> None:
        self._policy = policy
        self._token = token
        self._server = dict(server)
        self._members: dict[C, Member[C]] = {}
        self._people: People[C] = People(token)
        self._directory: Directory[C] = Directory(policy.rooms, token)
        self._doors: Doors[C] = Doors(self._directory, lambda member: self._members.get(member.connection) is member)

    def restore(self, rooms: Iterable[KnownRoom], stays: Iterable[KnownStay], now: float) -> Sequence[Effect[C]]:
        """Begin with what the storage knows (`Storage.load`), before the first connection. What the storage lacks, such
        as `default` in a new one, is among the effects; it has to be written. Stays count from now."""
        people = {stay.person: self._people.restore(stay, now) for stay in stays}
        default = self._directory.default
        writes: tuple[Effect[C], ...] = (Record(OpenRoom(DEFAULT_ROOM, "", default.epoch)),)
        for known in rooms:
            if known.name == DEFAULT_ROOM:
                room, writes = default, ()
            else:
                room = self._directory.open(known.name, people.get(known.owner), now, epoch=known.epoch)
            room.logged = known.top > 0
        self._directory.changed()
        return writes

    @property
    def people(self) -> int:
        """How many have said who they are."""
        return sum(member.person is not None for member in self._members.values())

    @property
    def returned(self) -> int:
        """How often somebody came back with a token."""
        return self._people.returned

    # What happens

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
                meter(member, request, now)
            if member.person is None:
                return self._identify(member, request, now)
            if member.negotiated:
                self._check(member, request)
            if type(request) is SendMessage:
                return speech.say(self._directory, member, request)
            return self._carry_out(member, request, now)
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
        if Capability.RESUME not in member.capabilities:
            self._people.forget(person)
            return effects
        self._people.wait_for(person, now, name=not polite)
        if polite:
            effects.append(Record(self._people.stay(person)))
        return [*effects, *self.tick(now)]

    def recorded(self, record: Record[C], outcome: Outcome, now: float) -> Sequence[Effect[C]]:
        """What follows from a write, or from its failure. Once for each record, in their order."""
        write = record.write
        if type(write) is Append:
            return speech.follow(record, write, outcome)
        match write:
            case OpenRoom() | DropRoom():
                return self._doors.written(record, write, outcome, now)
            case _:
                # Even if it is not kept, the stay holds for as long as the server runs.
                return record.then

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
        self._server = {key: value for key, value in self._server.items() if key != "host"}
        if name:
            self._server["host"] = name

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
        member = self._members.get(connection)
        if member is None:
            return ()
        return [*member.rooms, *member.watched] if member.watched else member.rooms.keys()

    # Requests

    def _identify(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        if not isinstance(request, Identify):
            detail = 'Say who you are first: {"action": "identify", "payload": {"username": …}}.'
            raise Refusal(Reason.NOT_IDENTIFIED, detail)
        capabilities = terms.negotiated(request)
        resumes = capabilities is not None and Capability.RESUME in capabilities
        shown = terms.token_of(request)
        person = self._people.returning(shown, now) if resumes else None
        if person is None:
            person = Person("" if capabilities is None else self._token())
        before = person.name
        self._people.claim(person, request.username)
        effects = [*self._take_over(person, before, now)]
        person.member, member.person = member, person
        if capabilities is not None:
            member.negotiated, member.capabilities = True, capabilities
            member.rich = Capability.RICH in capabilities
            welcome = Welcome(
                username=person.name,
                capabilities=[str(each) for each in Capability if each in capabilities],
                server=self._server,
                limits=terms.LIMITS,
                now=0,
                resume=self._people.welcome(person, shown) if resumes else "",
            )
            greeting = Send(member.connection, welcome)
            effects.append(self._keep(member, greeting) if resumes else greeting)
            member.confirmed = not resumes
        entered = self._doors.enter(self._directory.default, member)
        joined = Send(member.connection, Joined(DEFAULT_ROOM))
        return [*effects, joined, SendList(member.connection, self.list(), self.version), *entered]

    def _take_over(self, person: Person[C], before: str, now: float) -> Sequence[Effect[C]]:
        """The person's earlier connection, which seems to be alive, makes room for the next."""
        old = person.member
        if old is None:
            return ()
        settled = [Settle(room) for room in self.rooms_of(old.connection)]
        del self._members[old.connection]
        left = self._doors.leave_all(old, before, now)
        return [*settled, Close(old.connection, RESUMED_ELSEWHERE, "resumed elsewhere"), *left]

    def _keep(self, member: Member[C], *then: Effect[C]) -> Effect[C]:
        """This, once it is safe who may come back."""
        assert member.person is not None
        return Record(self._people.stay(member.person), member.connection, then=then)

    def _carry_out(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        match request:
            case JoinRoom():
                return self._doors.join(member, request, terms.ref(member, request))
            case LeaveRoom():
                return self._doors.leave(member, request, terms.ref(member, request), now)
            case ListRooms():
                ref = terms.ref(member, request)
                rooms = RoomsList(self.list().rooms, ref) if ref else self.list()
                return (SendList(member.connection, rooms, self.version),)
            case CreateRoom():
                return self._doors.create(member, request, terms.ref(member, request), now)
            case DeleteRoom():
                return self._doors.delete(member, request, terms.ref(member, request))
            case Rename():
                return self._rename(member, request)
            case Identify():
                raise Refusal(Reason.ALREADY_IDENTIFIED, f"You are “{member.name}” here; to change that, rename.")
            case _ if member.negotiated:
                return self._carry_out_more(member, request, now)
            case _:
                raise Refusal(Reason.UNKNOWN_ACTION, f"This server knows no action {request.action!r}.")

    def _carry_out_more(self, member: Member[C], request: Request, now: float) -> Sequence[Effect[C]]:
        match request:
            case EditMessage():
                return speech.edit(self._directory, member, request)
            case DeleteMessage():
                return speech.delete(self._directory, member, request)
            case React():
                return speech.react(self._directory, member, request)
            case GetHistory():
                return (speech.page(self._directory.find(request.room), member, request),)
            case WatchRoom():
                return self._doors.watch(member, request, request.ref)
            case UnwatchRoom():
                return self._doors.unwatch(member, request, request.ref)
            case Search():
                return (speech.search(self._directory, member, request),)
            case GetMembers():
                return (presence.members(self._directory.find(request.room), member.connection, request.ref),)
            case Typing():
                return self._typing(member, request, now)
            case _:
                raise Refusal(Reason.UNKNOWN_ACTION, f"This server knows no action {request.action!r}.")

    def _rename(self, member: Member[C], request: Rename) -> Sequence[Effect[C]]:
        person, before = member.person, member.name
        assert person is not None
        self._people.claim(person, request.new_username)
        effects: list[Effect[C]] = []
        if Capability.RESUME in member.capabilities:
            effects.append(self._keep(member))
        if ref := terms.ref(member, request):
            effects.append(Send(member.connection, Renamed(before, person.name, ref)))
        return [*effects, *presence.renamed(self._directory.default, member, before)]

    def _typing(self, member: Member[C], request: Typing, now: float) -> Sequence[Effect[C]]:
        """Never answered, whatever is wrong with it."""
        room = member.rooms.get(request.room)
        effects = presence.typing(room, member, now, on=request.on) if room is not None else []
        if not effects and self._policy.rate_limits and not member.requests.take(now):
            return self._strike(member, now)
        return effects

    # What they share

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
        if refusal.reason is Reason.RATE_LIMITED:
            effects += self._strike(member, now)
        return effects

    def _strike(self, member: Member[C], now: float) -> Sequence[Effect[C]]:
        flood = member.refusals.strike(now)
        return (Close(member.connection, POLICY_VIOLATION, "too many requests"),) if flood else ()
