"""The name that a session asks for, and what a server makes of it."""

from typing import Final

from chatapp.protocol.limits import NAME_HELD, NAME_RETRY
from chatapp.protocol.messages import Capability, Identify, Reason
from chatapp.protocol.sentences import Sentence, Told
from chatapp.session.changes import Intent, Phase
from chatapp.session.core import Core
from chatapp.session.ground import Credentials, Ground

_NAME_HELD: Final = Sentence("The server still holds this name for the lost connection. Trying again.")
_NO_USE: Final = Sentence("The server does not let you in at the moment.")
_NOT_ABOUT_THE_NAME: Final = frozenset(
    {Reason.SERVER_FULL, Reason.RATE_LIMITED, Reason.UNAVAILABLE, Reason.STORAGE_FULL}
)
"""why `identify` may fail today and succeed later, with the same name"""


class Entrance:
    """Says who is to be identified as, and moves the session's phase along. Where a method gives an `Identify`, it is
    to be sent.
    """

    def __init__(self, core: Core, name: str, token: str, credentials: Credentials = Credentials()) -> None:
        self._core = core
        self._credentials = credentials
        self._ground = Ground()
        self.wish, self._ticket = name, 0
        self.open = False
        """there is a connection"""
        self.token = token
        """what gives the name and the rights back, once"""
        self._bare = False
        """this server took an `identify` of Part 2 for a bad request"""
        self._accepted_as: str | None = None
        self._accepted_earlier: str | None = None
        self._asked = ""
        """the name in the last `identify`"""
        self._lost_as: str | None = None
        """the name that a connection asked for and was lost with, before its answer came: it may have got it"""
        self._held_since: float | None = None

    def opened(self, ground: Ground = Ground()) -> Identify | None:
        self.open, self._bare, self._core.hang_up = True, False, None
        self._ground = ground
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
        if core.phase is Phase.REFUSED or (core.phase is Phase.WAITING and self.open):
            return self.identify()
        return None

    def identify(self) -> Identify | None:
        if not self.open:
            self._core.enter(Phase.CONNECTING)
            return None
        self._core.enter(Phase.IDENTIFYING)
        self._asked = self.wish
        if self._bare:
            return Identify(self.wish)
        return Identify(self.wish, [*Capability], self._auth() or None)

    def _auth(self) -> dict[str, str]:
        """What is shown to be let in; of what the person was given nothing where others can read along."""
        given = self._credentials if self._ground.private else Credentials()
        shown = {"password": given.password, "invite": given.invite, "admin": given.admin, "resume": self.token}
        return {name: text for name, text in shown.items() if text}

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
        else:
            ticket, self._ticket = self._ticket, 0
            core.enter(Phase.REFUSED, Told(detail, reason))
            core.refuse(ticket, Intent.IDENTIFY, None, reason, detail)
        return None

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

    def _is_held_by_lost_connection(self, now: float) -> bool:
        if self.wish not in (self._accepted_as, self._lost_as):
            return False
        if self._held_since is None:
            self._held_since = now
        return now - self._held_since < NAME_HELD
