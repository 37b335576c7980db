"""The name that a session asks for, what it shows to be let in, and what a server makes of it.

No secret goes out on a connection that somebody on the way can read, nor to another host than the one it was meant for:
a token belongs to the host who gave it, what the person gave to the first host who was shown it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from chatapp.protocol.limits import NAME_HELD, NAME_RETRY
from chatapp.protocol.messages.base import Identify, Reason
from chatapp.protocol.messages.rich import Capability
from chatapp.protocol.sentences import Sentence, Told
from chatapp.session.changes import Intent, Phase
from chatapp.session.core import Core
from chatapp.session.ground import Credentials, Ground, Signer, Trust
from chatapp.session.keeping import KeepToken

_NAME_HELD: Final = Sentence("The server still holds this name for the lost connection. Trying again.")
_NO_USE: Final = Sentence("The server does not let you in at the moment.")
_NOT_ON_PLAIN: Final = Sentence(
    "This chat asks for a password, which is never sent over a connection that is not encrypted. Ask the host for an"
    " invite."
)
_NOT_ABOUT_THE_NAME: Final = frozenset(
    {Reason.SERVER_FULL, Reason.RATE_LIMITED, Reason.UNAVAILABLE, Reason.STORAGE_FULL}
)
"""why `identify` may fail today and succeed later, with the same name"""
_TO_BE_SHOWN: Final = frozenset({Reason.AUTH_REQUIRED, Reason.AUTH_FAILED})
"""why it may succeed with a password or an invite"""
_SECRETS: Final = frozenset({"password", "invite", "admin"})
"""what the person was given"""
_NOT_BY_ITSELF: Final = frozenset({Reason.SERVER_LOCKED, Reason.BANNED, Reason.INSECURE})
"""why coming back by itself is of no use"""
_NOT_FOR_PLAIN: Final = frozenset({Capability.RESUME, Capability.IDENTITY, Capability.ADMIN})
"""what no server negotiates on a connection that others can read, and change: whoever offers it there is on the way"""

NO_TOKEN: Final = KeepToken("")
NOTHING: Final = Credentials()


class Entrance:
    """Says who is to be identified as, and moves the session's phase along. Where a method gives an `Identify`, it is
    to be sent.
    """

    def __init__(
        self,
        core: Core,
        name: str,
        token: KeepToken = NO_TOKEN,
        credentials: Credentials = NOTHING,
        signer: Signer | None = None,
        *,
        capabilities: Sequence[Capability] = tuple(Capability),
    ) -> None:
        self._core = core
        self._capabilities = capabilities
        self.wish, self._ticket = name, 0
        self.open = False
        """there is a connection"""
        self.ground = Ground()
        """what the connection stands on, or the last one stood on"""
        self.signer = signer
        self._token = token
        """what gives the name and the rights back, once"""
        self._credentials = credentials
        self._meant_for: str | None = None
        """the pin of the host for whom the credentials are; None until one has asked for them, or was shown them"""
        self._proof_alone = False
        """the last `identify` showed nothing that could be wrong but the proof of the name"""
        self._unproven_to: str | None = None
        """the pin of a host that takes no proof: its key is a proxy's"""
        self._bare = False
        """this server took an `identify` of Part 2 for a bad request"""
        self._accepted_as: str | None = None
        self._accepted_earlier: str | None = None
        self._asked = ""
        """the name in the last `identify`"""
        self._lost_as: str | None = None
        """the name that a connection asked for and was lost with, before its answer came: it may have got it"""
        self._held_since: float | None = None

    def opened(self, ground: Ground) -> Identify | None:
        self.open, self._bare, self._core.hang_up = True, False, None
        self.ground = ground
        return self.identify()

    def closed(self) -> None:
        if self._core.phase is Phase.IDENTIFYING:
            self._lost_as = self._asked
        self.open, self._core.hang_up = False, None

    def wish_for(self, ticket: int, name: str) -> Identify | None:
        """The person wants that name, while none is accepted."""
        core = self._core
        if self._ticket:
            detail = Sentence("Another name was chosen before this one was accepted.")
            core.refuse(self._ticket, Intent.RENAME, None, Reason.UNAVAILABLE, detail)
        self.wish, self._ticket, self._held_since = name, ticket, None
        if core.phase is Phase.REFUSED or (core.phase in {Phase.WAITING, Phase.ASKED} and self.open):
            return self.identify()
        return None

    def offer(self, credentials: Credentials) -> Identify | None:
        """The person has this to come in with; where a host asked for it, it is for that host."""
        is_asked = self._core.phase is Phase.ASKED
        self._credentials, self._meant_for = credentials, self.ground.pin if is_asked else None
        return self.identify() if is_asked else None

    def identify(self) -> Identify | None:
        if not self.open:
            self._core.enter(Phase.CONNECTING)
            return None
        self._core.enter(Phase.IDENTIFYING)
        self._asked = self.wish
        if self._bare:
            return Identify(self.wish)
        auth = self._auth()
        self._proof_alone = "proof" in auth and not _SECRETS & auth.keys()
        return Identify(self.wish, [*self._capabilities], auth or None)

    def negotiated(self, offered: Iterable[str]) -> frozenset[str]:
        """What of it may be believed of this server, on this connection."""
        wanted: frozenset[str] = frozenset(self._capabilities)
        return wanted & frozenset(offered) - (frozenset() if self.ground.private else _NOT_FOR_PLAIN)

    def accepted(self, asked: str, name: str) -> tuple[int, str] | None:
        """The server knows this person as `name`, having been asked for `asked`. Where the person has wished for
        another one since, gives that and its ticket."""
        wish = self.wish
        self._accepted_earlier = self._accepted_as
        self._held_since = None
        self.went_by(name)
        self._core.enter(Phase.ONLINE)
        ticket, self._ticket = self._ticket, 0
        if wish != asked:
            return ticket, wish
        self._core.done(ticket)
        return None

    def went_by(self, name: str) -> None:
        """The server knows this person by that name, which is the one to come back with after a lost connection."""
        self._core.called(name)
        self.wish = self._accepted_as = name

    def keep(self, token: str) -> None:
        """The server gives the name and the rights back for it. On a connection that others can read it is worth
        nothing, since they have it too."""
        if self.ground.private:
            self._token = KeepToken(token, self.ground.pin)
            self._core.keeping.append(self._token)

    def not_accepted(self, asked: str, reason: str, detail: str, now: float) -> Identify | None:
        """The server refused `identify`. The connection is open and can try again."""
        core = self._core
        if asked != self.wish:
            return self.identify()
        if reason == Reason.BAD_REQUEST and not self._bare:
            self._bare = True
            return self.identify()
        if reason in _NOT_ABOUT_THE_NAME:
            core.hang_up = Told(detail or _NO_USE, reason)
        elif reason == Reason.USERNAME_TAKEN and self._is_held_by_lost_connection(now):
            core.enter(Phase.WAITING, _NAME_HELD, now + NAME_RETRY)
        elif reason in _NOT_BY_ITSELF:
            self._turned_away(Told(detail, reason), reason)
        elif reason == Reason.AUTH_FAILED and self._proof_alone:
            self._unproven_to = self.ground.pin
            return self.identify()
        elif reason in _TO_BE_SHOWN and not self.ground.private:
            self._turned_away(_NOT_ON_PLAIN, reason)
        elif reason in _TO_BE_SHOWN:
            # Shown again, it would be taken for guessing.
            self._credentials = NOTHING
            self._refuse(Phase.ASKED, Told(detail, reason), reason)
        else:
            self._refuse(Phase.REFUSED, Told(detail, reason), reason)
        return None

    def _turned_away(self, detail: str, reason: str) -> None:
        self._refuse(Phase.TURNED_AWAY, detail, reason)
        self._core.hang_up = detail

    def _refuse(self, phase: Phase, detail: str, reason: str) -> None:
        ticket, self._ticket = self._ticket, 0
        self._core.enter(phase, detail)
        self._core.refuse(ticket, Intent.IDENTIFY, None, reason, detail)

    def not_accepted_after_all(self) -> None:
        """What was taken for a welcome was none."""
        self._core.taken.clear()
        self._accepted_as = self._accepted_earlier

    @property
    def deadline(self) -> float | None:
        """When to ask for a name again that is held."""
        return self._core.retry_at if self._core.phase is Phase.WAITING and self.open else None

    def give_up(self, detail: str) -> None:
        """The person leaves before a name was accepted."""
        if self._ticket:
            self._core.refuse(self._ticket, Intent.RENAME, None, Reason.UNAVAILABLE, detail)
            self._ticket = 0

    def _auth(self) -> dict[str, str]:
        """What is shown to this host, on this connection."""
        ground, given = self.ground, self._credentials
        if not ground.private:
            return {}
        shown = {"resume": self._token.token} if self._token.pin == ground.pin else {}
        if given != NOTHING and self._meant_for in {None, ground.pin}:
            self._meant_for = ground.pin
            shown |= {"password": given.password, "invite": given.invite, "admin": given.admin}
        # A proof names the server's own key. Behind a public certificate there is a proxy, which has another one.
        proves = ground.trust is not Trust.PUBLIC and ground.pin != self._unproven_to
        if self.signer is not None and ground.pin and ground.nonce and proves:
            shown["key"], shown["proof"] = self.signer(ground.pin, ground.nonce, self.wish)
        return {name: text for name, text in shown.items() if text}

    def _is_held_by_lost_connection(self, now: float) -> bool:
        if self.wish not in (self._accepted_as, self._lost_as):
            return False
        if self._held_since is None:
            self._held_since = now
        return now - self._held_since < NAME_HELD
