"""What those in charge do with the server, and with its rooms.

An act is done from the request on, and its answer follows when it is safe; where a storage fails it holds for as long
as the server runs. Every one stands in the log, without any secret.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Generic

from msgspec.structs import asdict, replace

from chatapp.protocol import limits
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.base import Reason
from chatapp.protocol.messages.hosting import (
    AdminReply,
    AdminRequest,
    Ban,
    Bans,
    Connected,
    CreateInvite,
    GetActs,
    GetBans,
    GetInvites,
    GetPeople,
    GetServer,
    Invites,
    Kick,
    KnownBan,
    KnownInvite,
    People,
    RevokeInvite,
    RoomState,
    ServerState,
    SetRoom,
    SetServer,
    Unban,
)
from chatapp.protocol.messages.rich import DeleteMessage
from chatapp.rooms import modes, presence, speech
from chatapp.rooms.effects import Afterwards, C, Effect, HashPassword, Record, Send
from chatapp.rooms.house import BANNED, KICKED, POLICY_VIOLATION, House
from chatapp.rooms.log import Append, Write
from chatapp.rooms.origin import is_loopback, is_network, network
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member

_KEY: Final = re.compile(r"[A-Za-z0-9_-]{43}")


class Office(Generic[C]):
    def __init__(self, house: House[C]) -> None:
        self._house = house
        self._newest: SetServer | None = None
        """the password that was asked for last is being hashed"""
        self._ways: dict[type, Callable[[Member[C], Any, float], Sequence[Effect[C]]]] = {
            GetServer: lambda member, request, _: self._tell(member, self.state(request.ref)),
            GetPeople: lambda member, request, _: self._tell(member, self.people(request.ref)),
            GetBans: lambda member, request, _: self._tell(member, self._bans(request.ref)),
            GetInvites: lambda member, request, _: self._tell(member, self._invites(request.ref)),
            GetActs: lambda member, request, _: self._tell(member, house.book.acts.page(request.before, request.ref)),
            SetServer: self._set_server,
            Kick: self._kick,
            Ban: self._ban,
            Unban: lambda member, request, _: self._unban(member, request),
            SetRoom: lambda member, request, _: self._set_room(member, request),
            CreateInvite: lambda member, request, _: self._invite(member, request),
            RevokeInvite: lambda member, request, _: self._revoke(member, request),
        }

    def carry_out(self, member: Member[C], request: AdminRequest, now: float) -> Sequence[Effect[C]]:
        """Raises Refusal."""
        if not (member.admin or isinstance(request, SetRoom)):
            raise Refusal(Reason.NOT_ALLOWED, "Only whoever hosts this server can do that.")
        return self._ways[type(request)](member, request, now)

    def did(self, member: Member[C], act: str, target: str, detail: str = "") -> list[Effect[C]]:
        """Somebody in charge did something that is no request of its own kind."""
        return [*map(Record, self._house.book.acts.add(member.name, act, target, detail, self._house.wall()))]

    def moderated(self, record: Record[C], write: Append) -> Sequence[Effect[C]]:
        """Somebody deleted what another said: who did it in charge, in whosever room, is remembered."""
        member = None if record.connection is None else self._house.members.get(record.connection)
        if member is None or not member.admin:
            return ()
        detail = f"message {write.draft.target}"
        return (Afterwards(tuple(self.did(member, DeleteMessage.action, write.room, detail))),)

    # The server

    def state(self, ref: str = "") -> ServerState:
        house, rules = self._house, self._house.book.rules
        return ServerState(
            name=rules.name,
            password=bool(rules.password),
            locked=rules.locked,
            invite_only=rules.invite_only,
            plain=rules.plain,
            people=house.most,
            pin=house.pin,
            addresses=[str(address) for address in house.addresses],
            ref=ref,
        )

    def people(self, ref: str = "") -> People:
        connected = (member for member in self._house.members.values() if member.person is not None)
        return People([_connected(member) for member in connected], ref)

    def _set_server(self, member: Member[C], request: SetServer, now: float) -> Sequence[Effect[C]]:
        self.check(request)
        if request.password:
            self._newest = request
            return (HashPassword(member.connection, request, member.name),)
        if request.password is not None:
            self._newest = None
        changed, effects = self.settle(request, "" if request.password is not None else None, now)
        return [*effects, *self._done(member, request, "", changed, answer=self.state(request.ref))]

    def hashed(
        self, member: Member[C] | None, effect: HashPassword[C], hashed: str | None, now: float
    ) -> list[Effect[C]]:
        """What it led to, None where it could not be done; for who asked, if they are still there."""
        request = effect.request
        if hashed is None:
            detail = "The server is too busy to take a password. Try again in a moment."
            raise Refusal(Reason.UNAVAILABLE, detail)
        newest, self._newest = self._newest, None
        if newest is not request:  # somebody has decided otherwise since
            self._newest, hashed = newest, None
        changed, effects = self.settle(request, hashed, now)
        if member is None:
            house = self._house
            return [*effects, *map(Record, house.book.acts.add(effect.by, request.action, "", changed, house.wall()))]
        return [*effects, *self._done(member, request, "", changed, answer=self.state(request.ref))]

    def check(self, request: SetServer) -> None:
        """Raises Refusal for what cannot be set."""
        if request.name is not None:
            _line(request.name, limits.SERVER_NAME, "The name of a server")
        if request.password is not None and len(request.password) > limits.SECRET:
            raise _bad(f"A password has at most {limits.SECRET} characters.")
        if request.people is not None and not 1 <= request.people <= self._house.policy.people:
            raise _bad(f"This server can have 1 to {self._house.policy.people} people at once.")

    def settle(self, request: SetServer, password: str | None, now: float) -> tuple[str, list[Effect[C]]]:
        """Have it so, with the password's hash, and say what is different. What was checked."""
        house, before = self._house, self._house.book.rules
        wanted: dict[str, object] = {
            "name": None if request.name is None else _line(request.name, limits.SERVER_NAME, ""),
            "password": password,
            "locked": request.locked,
            "invite_only": request.invite_only,
            "plain": request.plain,
            "people": request.people,
        }
        rules = replace(before, **{name: value for name, value in wanted.items() if value is not None})
        if rules == before:
            return "", []
        house.book.rules = rules
        house.describe(name=rules.name)
        house.decided()
        effects: list[Effect[C]] = [Record(rules.note)]
        if before.plain and not rules.plain:
            exposed = [member for member in house.members.values() if not member.origin.private]
            for member in exposed:
                effects += house.expel(member, POLICY_VIOLATION, "encrypted connections only", now)
        old, new = asdict(before), asdict(rules)
        return ", ".join(_told(name, new[name]) for name in new if new[name] != old[name]), effects

    # People

    def _kick(self, member: Member[C], request: Kick, now: float) -> Sequence[Effect[C]]:
        why = _line(request.why, limits.WHY, "The reason")
        found = (one for one in self._house.members.values() if one.number == request.id and one.person is not None)
        guest = next(found, None)
        if guest is None:
            raise _bad("Nobody of that id is connected any more.")
        if guest is member:
            raise _bad("That is you.")
        name = guest.name
        effects = self._house.expel(guest, KICKED, why or "The host has sent you away.", now)
        return [*effects, *self._done(member, request, name, why, answer=self.people(request.ref))]

    def _ban(self, member: Member[C], request: Ban, now: float) -> Sequence[Effect[C]]:
        house, book, wall = self._house, self._house.book, self._house.wall()
        why = _line(request.why, limits.WHY, "The reason")
        address = network(request.address)
        self._check_target(member, request.key, address)
        _check_until(request.until, wall)
        if book.bans.is_full(wall):
            raise _bad(f"There are {limits.BANS} bans already. Lift one first.")
        username = _line(request.username, limits.USERNAME, "A name")
        ban = KnownBan(
            self._id(), member.name, wall, key=request.key, address=address, username=username, until=request.until,
            why=why,
        )  # fmt: skip
        writes = book.bans.add(ban, wall)
        effects: list[Effect[C]] = []
        for one in [*house.members.values()]:
            origin = one.origin
            by_address = address and not origin.loopback and network(origin.address) == address
            if not one.admin and (by_address or (ban.key and one.key == ban.key)):
                effects += house.expel(one, BANNED, why or "The host does not let you in.", now)
        effects += self._forget_absent(ban.key)
        about = " ".join(filter(None, (username, ban.key or address)))
        return [*effects, *self._done(member, request, about, why, writes=writes, answer=self._bans(request.ref))]

    def _check_target(self, member: Member[C], key: str, address: str) -> None:
        if bool(key) == bool(address):
            raise _bad('Say who is meant: "key" or "address", one of the two.')
        if key and not _KEY.fullmatch(key):
            raise _bad("That is no key.")
        if address and not is_network(address):
            raise _bad("That is no address.")
        if is_loopback(address):
            raise _bad("That is this very computer.")
        if (key and key == member.key) or (address and address == network(member.origin.address)):
            raise _bad("That is you.")

    def _forget_absent(self, key: str) -> list[Effect[C]]:
        """Who is waited for, and banned meanwhile."""
        people = self._house.people
        absent = [person for person in people.absent() if key and person.key == key]
        return [effect for person in absent for effect in self._house.forget(person)]

    def _unban(self, member: Member[C], request: Unban) -> Sequence[Effect[C]]:
        lifted = self._house.book.bans.lift(request.id)
        if lifted is None:
            raise _bad("There is no ban of that id any more.")
        ban, writes = lifted
        about = " ".join(filter(None, (ban.username, ban.key or ban.address)))
        return self._done(member, request, about, "", writes=writes, answer=self._bans(request.ref))

    def _bans(self, ref: str) -> Bans:
        return Bans(self._house.book.bans.known(self._house.wall()), ref)

    # Rooms

    def _set_room(self, member: Member[C], request: SetRoom) -> Sequence[Effect[C]]:
        room = self._house.directory.find(request.room)
        owns = room.owner is not None and room.owner is member.person
        if not (member.admin or owns):
            detail = f"Only the person who created “{room.name}” and those who host decide how it is written in."
            raise Refusal(Reason.NOT_ALLOWED, detail)
        announce = room.announce if request.announce is None else request.announce
        slow = room.slow if request.slow is None else request.slow
        if not 0 <= slow <= limits.SLOW_MOST:
            raise _bad(f'"slow" is a number of seconds: 0 to {limits.SLOW_MOST:,}.')
        answer = RoomState(room.name, announce, slow, request.ref)
        if (announce, slow) == (room.announce, room.slow):
            return (Send(member.connection, answer),)
        room.restrict(announce=announce, slow=slow)
        writes = modes.writes(room)
        told = presence.state(room, member)
        if not member.admin:
            return [*told, *_recorded(member, writes, answer)]
        detail = ", ".join((f"announce: {_yes(announce)}", f"slow: {slow}"))
        return [*told, *self._done(member, request, room.name, detail, writes=writes, answer=answer)]

    # Invites

    def _invite(self, member: Member[C], request: CreateInvite) -> Sequence[Effect[C]]:
        house, invites, wall = self._house, self._house.book.invites, self._house.wall()
        room = house.directory.find(request.room).name if request.room else ""
        label = _line(request.label, limits.LABEL, "What an invite is called")
        _check_until(request.until, wall)
        if invites.is_full(wall):
            raise _bad(f"There are {limits.INVITES} invites already. Revoke one first.")
        known, secret = KnownInvite(self._id(), member.name, wall, room, label, request.until), house.token()
        writes = invites.add(known, secret, wall)
        secure = True if house.pin else None
        addresses = tuple(Address(one.host, one.port, secure) for one in house.addresses)
        link = Invite(addresses, room or None, house.pin, secret).link
        answer = self._invites(request.ref, link)
        return self._done(member, request, label or known.id, room, writes=writes, answer=answer)

    def _invites(self, ref: str, link: str = "") -> Invites:
        return Invites(self._house.book.invites.known(), link, ref)

    def _revoke(self, member: Member[C], request: RevokeInvite) -> Sequence[Effect[C]]:
        revoked = self._house.book.invites.revoke(request.id)
        if revoked is None:
            raise _bad("There is no invite of that id any more.")
        known, writes = revoked
        answer = self._invites(request.ref)
        return self._done(member, request, known.label or known.id, "", writes=writes, answer=answer)

    # What they share

    def _tell(self, member: Member[C], answer: AdminReply) -> Sequence[Effect[C]]:
        return (Send(member.connection, answer),)

    def _id(self) -> str:
        """A short one: whoever has the right to name it may know it. A command line would take a dash for an option."""
        return self._house.token().lstrip("-")[: limits.EPOCH]

    def _done(
        self,
        member: Member[C],
        request: AdminRequest,
        target: str,
        detail: str,
        *,
        answer: AdminReply,
        writes: Iterable[Write] = (),
    ) -> list[Effect[C]]:
        acts = self._house.book.acts.add(member.name, request.action, target, detail, self._house.wall())
        return _recorded(member, [*writes, *acts], answer)


def _recorded(member: Member[C], writes: Sequence[Write], answer: AdminReply) -> list[Effect[C]]:
    """The answer goes out when all is safe."""
    *others, last = writes
    return [*map(Record, others), Record(last, member.connection, then=(Send(member.connection, answer),))]


def _connected(member: Member[C]) -> Connected:
    origin = member.origin
    return Connected(
        id=member.number,
        username=member.name,
        address=origin.address,
        since=member.since,
        rooms=len(member.rooms),
        secure=origin.secure,
        admin=member.admin,
        key=member.key,
    )


def _told(name: str, value: object) -> str:
    """Of a rule, for the log, by its name on the wire: a password's hash is nobody's business."""
    match name, value:
        case "password", _:
            return f"password: {_yes(bool(value))}"
        case "people" | "name", _:
            return f"{name}: {value}"
        case "invite_only", _:
            return f"inviteOnly: {_yes(bool(value))}"
        case _:
            return f"{name}: {_yes(bool(value))}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _line(text: str, most: int, what: str) -> str:
    """The text in one line, without what nobody sees."""
    line = " ".join(text.split())
    if len(line) > most:
        raise _bad(f"{what} has at most {most} characters; this has {len(line)}.")
    if not line.isprintable():
        raise _bad(f"{what} is made of characters that can be seen.")
    return line


def _check_until(until: int, now: int) -> None:
    if until and until <= now:
        raise _bad("That time is over already.")
    if until > speech.SEQ:
        raise _bad("That time is further away than anybody can reckon.")


def _bad(detail: str) -> Refusal:
    return Refusal(Reason.BAD_REQUEST, detail)
