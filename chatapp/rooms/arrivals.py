"""Somebody identifies: they are let in or not, get their name, and are in `default`."""

from collections.abc import Sequence
from typing import Final, Generic

from chatapp.protocol import names
from chatapp.protocol.codec import encode
from chatapp.protocol.limits import FRAME
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import DEFAULT_ROOM, Identify, Joined, Reason, Rename
from chatapp.protocol.messages.rich import Capability, Renamed, Welcome
from chatapp.rooms import presence, terms
from chatapp.rooms.admission import Admission, Auth, Entry, Look, Looked
from chatapp.rooms.effects import C, CheckPassword, Effect, Record, Send, SendList
from chatapp.rooms.house import RESUMED_ELSEWHERE, House
from chatapp.rooms.log import DropStay
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Person

HELD: Final = 256
"""requests that are held of who waits to be let in, of `FRAME` bytes at most together"""


class NameReserved(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            Reason.USERNAME_TAKEN,
            f"“{name}” is reserved for somebody who has proven that it is theirs. Please choose another name.",
        )


class Arrivals(Generic[C]):
    def __init__(self, house: House[C]) -> None:
        self._house = house
        self._admission = Admission(house)
        self._looking: dict[str, list[Member[C]]] = {}
        """by network: whose password is being looked at, and who waits behind them; one at a time, so that nobody gets
        more guesses by making them all at once"""

    def identify(
        self, member: Member[C], request: Request, now: float, looked: Looked | None = None
    ) -> Sequence[Effect[C]]:
        """Raises Refusal."""
        if not isinstance(request, Identify):
            detail = 'Say who you are first: {"action": "identify", "payload": {"username": …}}.'
            raise Refusal(Reason.NOT_IDENTIFIED, detail)
        wanted = terms.negotiated(request)
        negotiated = wanted is not None
        capabilities = (wanted or frozenset()) & self._admission.possible(member.origin)
        member.negotiated = False
        entry = self._admission.admit(member.origin, request, capabilities, now, looked)
        if isinstance(entry, Look):
            member.negotiated = negotiated  # how it speaks from here on, in or not
            return self._look(member, request, entry)
        person = entry.person or self._same(entry.key, request.username)
        if person is None:
            person = Person(self._house.token() if negotiated else "")
        before = person.name
        self._claim(person, request.username, entry.key or person.key)
        person.key = entry.key or person.key
        member.negotiated, member.capabilities = negotiated, capabilities
        member.rich = Capability.RICH in capabilities
        return self._enter(member, person, request, entry, self._take_over(person, before, now))

    def _enter(
        self, member: Member[C], person: Person[C], request: Identify, entry: Entry[C], effects: list[Effect[C]]
    ) -> Sequence[Effect[C]]:
        """They are in, by the name that they have by now."""
        house, capabilities = self._house, member.capabilities
        resumes = Capability.RESUME in capabilities
        shown = Auth.of(request).resume
        house.people.back(person)
        person.member, member.person = member, person
        member.admin, member.since = entry.admin, house.wall()
        effects += self._remember(person)
        if entry.invite is not None:
            effects += map(Record, house.book.invites.use(entry.invite))
        if member.negotiated:
            welcome = Welcome(
                username=person.name,
                capabilities=[str(each) for each in Capability if each in capabilities],
                server=house.server,
                limits=terms.LIMITS,
                now=0,
                resume=house.people.welcome(person, shown) if resumes else "",
                admin=member.admin,
                proven=bool(person.key),
            )
            greeting = Send(member.connection, welcome)
            effects.append(house.keep(member, greeting) if resumes else greeting)
            member.confirmed = not resumes
        directory = house.directory
        entered: list[Effect[C]] = []
        if not (member.admin and capabilities == {Capability.ADMIN}):  # such are here for the server, not for its rooms
            effects.append(Send(member.connection, Joined(DEFAULT_ROOM)))
            entered = house.doors.enter(directory.default, member)
        return [*effects, SendList(member.connection, directory.list(), directory.version), *entered]

    def rename(self, member: Member[C], request: Rename) -> Sequence[Effect[C]]:
        """Raises Refusal. What is proven is the key, so the new name is reserved for it as well."""
        house, person, before = self._house, member.person, member.name
        assert person is not None
        self._claim(person, request.new_username, person.key)
        effects = self._remember(person)
        if Capability.RESUME in member.capabilities and person.digests:
            effects.append(house.keep(member))
        if ref := terms.ref(member, request):
            effects.append(Send(member.connection, Renamed(before, person.name, ref)))
        if not member.rooms:  # nobody was told that they are here
            return effects
        return [*effects, *presence.renamed(house.directory.default, member, before)]

    def left(self, person: Person[C]) -> list[Effect[C]]:
        """Their name waits for them from now on."""
        house = self._house
        return [*map(Record, house.book.keys.left(person.key, person.name, house.wall()))]

    def distrust(self, member: Member[C], request: Request) -> list[Effect[C]]:
        """A token that was shown where others can read along is worth nothing from now on, whoever has it."""
        house = self._house
        if member.origin.private or not isinstance(request, Identify):
            return []
        person = house.people.owner(Auth.of(request).resume)
        if person is None:
            return []
        if person.member is None:
            return house.forget(person)
        house.people.distrust(person)
        return [Record(DropStay(person.id))]

    def _same(self, key: str, username: str) -> Person[C] | None:
        """Who has that name, proven with that very key: they come back over a connection that is lost without anybody
        having noticed, or without their token. Of who was there before this server started, the name alone tells the
        key: it is the one that it is reserved for."""
        house = self._house
        holder = house.people.holder(username) if key else None
        if holder is None:
            return None
        reserved = house.book.keys.waits_for(holder.name, house.wall()) if holder.member is None else ""
        return holder if key in (holder.key, reserved) else None

    def _claim(self, person: Person[C], username: str, key: str) -> None:
        """Raises Refusal. A name that somebody holds is theirs until they go, whoever proves it later; one that waits
        for a key is nobody else's, least of all another key's, whatever else its owner has come back with."""
        house = self._house
        owner = house.book.keys.waits_for(username, house.wall(), key)
        holder = house.people.holder(username)
        if owner and (key or holder is not person):
            raise NameReserved(names.username(username))
        house.people.claim(person, username)

    def _remember(self, person: Person[C]) -> list[Effect[C]]:
        if not (person.key and person.name):
            return []
        return [*map(Record, self._house.book.keys.came(person.key, person.name, self._house.wall()))]

    def _take_over(self, person: Person[C], before: str, now: float) -> list[Effect[C]]:
        """The person's earlier connection, which seems to be alive, makes room for the next."""
        old = person.member
        return [] if old is None else self._house.cut(old, RESUMED_ELSEWHERE, "resumed elsewhere", now, name=before)

    # Passwords

    def _look(self, member: Member[C], request: Identify, look: Look) -> Sequence[Effect[C]]:
        member.waiting = request
        line = self._looking.get(look.network)
        if line is not None:
            line.append(member)
            return ()
        self._looking[look.network] = [member]
        return (CheckPassword(member.connection, look.network, look.password, look.hashed),)

    def hold(self, member: Member[C], request: Request) -> None:
        """It is carried out once it is known whether they come in, as if that had taken no time. Raises Refusal."""
        if len(member.held) >= HELD or sum(len(encode(each)) for each in (*member.held, request)) > FRAME:
            raise Refusal(Reason.RATE_LIMITED, "That was too much at once. Wait until you are let in.")
        member.held.append(request)

    def looked(
        self, effect: CheckPassword[C], right: bool | None, now: float
    ) -> list[tuple[Member[C], Identify, Looked | None]]:
        """Who is to identify now: whose password it was, and those who waited behind them."""
        if right is False:
            self._house.book.guesses.wrong(effect.network, now)
        first, *others = self._looking.pop(effect.network)
        due: list[tuple[Member[C], Identify, Looked | None]] = []
        for member in (first, *others):
            request, member.waiting = member.waiting, None
            if request is not None and self._house.members.get(member.connection) is member:
                due.append((member, request, Looked(effect.hashed, right) if member is first else None))
        return due
