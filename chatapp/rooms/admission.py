"""Who is let in."""

from hmac import compare_digest
from typing import Final, Generic, NamedTuple

from msgspec import Struct

from chatapp.protocol.limits import SECRET
from chatapp.protocol.messages.base import Identify, Reason
from chatapp.protocol.messages.hosting import KnownBan
from chatapp.protocol.messages.rich import Capability
from chatapp.rooms import invites
from chatapp.rooms.effects import C
from chatapp.rooms.house import BANNED, POLICY_VIOLATION, House
from chatapp.rooms.origin import Origin, network
from chatapp.rooms.refusal import Refusal, TurnedAway
from chatapp.rooms.room import Person

_PRIVATE: Final = frozenset({Capability.RESUME, Capability.IDENTITY, Capability.ADMIN})
"""what is not for connections on which others can read along"""
_ENCRYPT: Final = "Use a version of Chatapp that encrypts, or connect with wss://."


class Auth(NamedTuple):
    """What somebody shows when they identify. Whatever is no text, or too long for one, is not shown."""

    password: str = ""
    invite: str = ""
    admin: str = ""
    resume: str = ""
    key: str = ""
    proof: str = ""

    @classmethod
    def of(cls, request: Identify) -> "Auth":
        shown = request.auth if isinstance(request.auth, dict) else {}
        texts = (shown.get(name) for name in cls._fields)
        return cls(*(text if isinstance(text, str) and len(text) <= SECRET else "" for text in texts))


class Entry(Struct, Generic[C], frozen=True):
    """Somebody may come in."""

    admin: bool
    key: str
    """proven to be theirs; empty for none"""
    person: Person[C] | None
    """who it is that comes back"""
    invite: invites.Kept | None
    """what they came in with"""


class Look(Struct, frozen=True):
    """Their password is to be looked at first."""

    network: str
    password: str
    hashed: str


class Looked(Struct, frozen=True):
    """What came of it."""

    hashed: str
    right: bool | None


class Admission(Generic[C]):
    def __init__(self, house: House[C]) -> None:
        self._house = house

    def possible(self, origin: Origin) -> frozenset[str]:
        """What a client can negotiate on such a connection."""
        house = self._house
        all_: frozenset[str] = frozenset(Capability)
        if not (house.is_proven is not None and house.pin and origin.nonce):
            all_ -= {Capability.IDENTITY}
        return all_ if origin.private else all_ - _PRIVATE

    def admit(
        self,
        origin: Origin,
        request: Identify,
        capabilities: frozenset[str],
        now: float,
        looked: Looked | None = None,
    ) -> Entry[C] | Look:
        """Whether somebody may come in; which name they get is another question. Raises Refusal and TurnedAway."""
        house, auth = self._house, Auth.of(request)
        if not origin.private:
            self._check_plain(auth)
            auth = Auth()
        rivals = network(origin.address)
        proves = bool(auth.key or auth.proof) and Capability.IDENTITY in capabilities
        # Whoever is known by what nobody guesses is not kept out because others of the same address guess.
        key = self._proven(auth, request.username, origin, now) if proves else ""
        person = house.people.returning(auth.resume, now) if Capability.RESUME in capabilities else None
        is_known = person is not None or bool(key and house.book.keys.knows(key))
        needs_one = bool(house.book.rules.password or house.book.rules.invite_only) and not is_known
        if looked is None and (auth.admin or ((auth.password or auth.invite) and needs_one)):
            self._check_guesses(rivals, now)
        admin = self._is_admin(auth.admin, rivals, now)
        if not admin:
            ban = house.book.bans.of(
                "" if origin.loopback else origin.address, {key, *self._keys_of(person)} - {""}, house.wall()
            )
            if ban is not None:
                raise TurnedAway(Reason.BANNED, _why(ban), BANNED)
        if admin or person is not None:
            return Entry(admin, key, person, None)
        self._check_room()
        invite = self._let_in(auth, key, rivals, now, looked)
        return invite if isinstance(invite, Look) else Entry(admin, key, None, invite)

    def _keys_of(self, person: Person[C] | None) -> tuple[str, ...]:
        """By which somebody who comes back with a token is known. After a restart their name alone tells."""
        if person is None:
            return ()
        return person.key, self._house.book.keys.waits_for(person.name, self._house.wall())

    def _check_plain(self, auth: Auth) -> None:
        """Others can read along: nothing that lets in is of use from here."""
        if not self._house.book.rules.plain:
            detail = f"This server takes encrypted connections only. {_ENCRYPT}"
            raise TurnedAway(Reason.INSECURE, detail, POLICY_VIOLATION)
        if auth.password or auth.invite or auth.admin:
            detail = f"Others can read along here, so no password, invite or server's secret is taken. {_ENCRYPT}"
            raise Refusal(Reason.INSECURE, detail)

    def _check_guesses(self, rivals: str, now: float) -> None:
        if not self._house.book.guesses.may(rivals, now):
            raise Refusal(
                Reason.RATE_LIMITED, "Too many wrong secrets came from your address. Wait a minute, then try again."
            )

    def _is_admin(self, secret: str, rivals: str, now: float) -> bool:
        house = self._house
        if not secret:
            return False
        if house.steward and compare_digest(secret.encode(), house.steward.encode()):
            return True
        house.book.guesses.wrong(rivals, now)
        raise Refusal(Reason.AUTH_FAILED, "That is not this server's own secret; it has another one at each start.")

    def _proven(self, auth: Auth, username: str, origin: Origin, now: float) -> str:
        house = self._house
        assert house.is_proven is not None
        if house.is_proven(auth.key, auth.proof, house.pin, origin.nonce, username):
            return auth.key
        self._check_guesses(network(origin.address), now)
        house.book.guesses.wrong(network(origin.address), now)
        raise Refusal(Reason.AUTH_FAILED, "The proof of this name is not right, so it may be somebody else's.")

    def _check_room(self) -> None:
        """Somebody new may come in at all."""
        house = self._house
        if house.book.rules.locked:
            raise Refusal(Reason.SERVER_LOCKED, "Nobody new is let in at the moment. Ask the host, or try again later.")
        if len(house.directory.default.members) >= house.most:
            raise Refusal(Reason.SERVER_FULL, f"This server has room for {house.most} people, and they are here.")

    def _let_in(
        self, auth: Auth, key: str, rivals: str, now: float, looked: Looked | None
    ) -> invites.Kept | Look | None:
        """The invite that lets in, or None where something else does."""
        house, rules = self._house, self._house.book.rules
        invite = house.book.invites.find(auth.invite) if auth.invite else None
        holds = invite is not None and invite.holds(house.wall())
        if holds or (key and house.book.keys.knows(key)) or not (rules.password or rules.invite_only):
            return invite if holds else None
        if auth.password and rules.password:
            if looked is None or looked.hashed != rules.password:
                return Look(rivals, auth.password, rules.password)
            if looked.right:
                return None
            if looked.right is None:
                detail = "The server is too busy to look at your password. Try again in a moment."
                raise Refusal(Reason.UNAVAILABLE, detail)
            raise Refusal(Reason.AUTH_FAILED, "That is not the password of this server.")
        if invite is not None:
            raise Refusal(Reason.AUTH_FAILED, "This invite has expired. Ask the host for a new one.")
        if auth.invite:
            house.book.guesses.wrong(rivals, now)
            raise Refusal(Reason.AUTH_FAILED, "This invite is not good any more. Ask the host for a new one.")
        if rules.password:
            detail = "This server asks for a password, or an invite. Its host can give you either."
        else:
            detail = "This server is for people with an invite. Ask its host for one."
        raise Refusal(Reason.AUTH_REQUIRED, detail)


def _why(ban: KnownBan) -> str:
    return f"The host does not let you in. {ban.why}" if ban.why else "The host does not let you in."
