"""Where secrets go, whatever happens: never onto a way that others can read, nor to another host than the one meant."""

from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from chatapp.protocol.codec import encode
from chatapp.protocol.messages.base import Error, Identify, Joined, Reason, RoomsList
from chatapp.protocol.messages.rich import Capability, Welcome
from chatapp.session.changes import Phase
from chatapp.session.ground import Credentials, Ground, Trust
from chatapp.session.keeping import KeepToken, Kept
from chatapp.session.session import Session

PINS = ("", "pin-of-one", "pin-of-two")
GROUNDS = st.builds(
    Ground, st.sampled_from(Trust), st.sampled_from(PINS), st.sampled_from(("", "nonce-1", "nonce-2")), st.booleans()
)
REASONS = st.sampled_from(
    (
        Reason.AUTH_REQUIRED,
        Reason.AUTH_FAILED,
        Reason.USERNAME_TAKEN,
        Reason.BAD_REQUEST,
        Reason.SERVER_LOCKED,
        Reason.BANNED,
        Reason.INSECURE,
        Reason.SERVER_FULL,
        Reason.RATE_LIMITED,
        Reason.INVALID_USERNAME,
    )
)


@dataclass
class Secret:
    """One thing that must not be heard by others."""

    pins: set[str] = field(default_factory=set)
    """of the hosts who were shown it"""
    given_by: str | None = None
    """the pin of the host who gave it; None where the person did"""


class Secrets(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1)
        self.secrets: dict[str, Secret] = {}
        self.now = 100.0
        self.ground: Ground | None = None
        """of the connection that is there"""

    def new(self, kind: str, given_by: str | None = None) -> str:
        text = f"secret-{kind}-{next(self.numbers)}"
        self.secrets[text] = Secret(given_by=given_by)
        return text

    def credentials(self, kinds: set[str]) -> Credentials:
        return Credentials(**{kind: self.new(kind) for kind in kinds})

    @initialize(
        kinds=st.sets(st.sampled_from(("password", "invite", "admin"))),
        pin=st.sampled_from(PINS),
        keeps=st.booleans(),
        signs=st.booleans(),
    )
    def begin(self, kinds: set[str], pin: str, keeps: bool, signs: bool) -> None:
        kept = Kept(token=self.new("token", pin), pin=pin) if keeps else None

        def sign(pin: str, nonce: str, name: str) -> tuple[str, str]:
            return "the-key", f"proof|{pin}|{nonce}|{name}"

        self.session = Session("Ann", kept=kept, credentials=self.credentials(kinds), signer=sign if signs else None)

    def drain(self) -> None:
        for request in self.session.take_requests():
            assert self.ground is not None
            text = encode(request).decode()
            shown = {secret for secret in self.secrets if f'"{secret}"' in text}
            if not self.ground.private:
                assert not shown
                assert "proof" not in text
                assert "the-key" not in text
            for secret in shown:
                known = self.secrets[secret]
                known.pins.add(self.ground.pin)
                assert len(known.pins) == 1, "one host alone hears it"
                assert known.given_by in {None, self.ground.pin}
            if isinstance(request, Identify) and request.auth is not None and "proof" in request.auth:
                assert request.auth["proof"] == f"proof|{self.ground.pin}|{self.ground.nonce}|{request.username}"
                assert self.ground.pin
                assert self.ground.nonce
        for kept in self.session.take_keeping():
            if isinstance(kept, KeepToken):
                assert self.ground is not None
                assert self.ground.private
                assert kept.pin == self.ground.pin
        self.session.take_changes()

    @precondition(lambda self: self.ground is None)
    @rule(ground=GROUNDS)
    def connect(self, ground: Ground) -> None:
        if self.session.phase is not Phase.OFFLINE and not self.session.wants_connection:
            return
        self.session.connecting(self.now)
        self.ground = ground
        self.session.opened(self.now, ground)
        self.drain()

    @precondition(lambda self: self.ground is not None)
    @rule(sent_away=st.booleans())
    def lose(self, sent_away: bool) -> None:
        self.ground = None
        if sent_away:
            self.session.sent_away(self.now, "Gone.")
        else:
            self.session.lost(self.now, "Lost.", self.now + 1)
        assert not self.session.take_requests()
        self.drain()

    @precondition(lambda self: self.ground is not None)
    @rule(token=st.booleans())
    def welcome(self, token: bool) -> None:
        assert self.ground is not None
        given = self.new("token", self.ground.pin) if token else ""
        self.session.receive(Welcome("Ann", [*Capability], {}, {}, 1, given), self.now, 0.0)
        self.session.receive(Joined("default"), self.now, 0.0)
        self.drain()

    @precondition(lambda self: self.ground is not None)
    @rule()
    def older_server(self) -> None:
        self.session.receive(RoomsList({"default": 1}), self.now, 0.0)
        self.drain()

    @precondition(lambda self: self.ground is not None)
    @rule(reason=REASONS)
    def refuse(self, reason: Reason) -> None:
        self.session.receive(Error(reason, "No."), self.now, 0.0)
        self.drain()

    @rule(kinds=st.sets(st.sampled_from(("password", "invite")), min_size=1))
    def offer(self, kinds: set[str]) -> None:
        self.session.offer(self.credentials(kinds), self.now)
        self.drain()

    @rule(name=st.sampled_from(("Bo", "Chloé")))
    def rename(self, name: str) -> None:
        self.session.rename(name, self.now)
        self.drain()

    @rule()
    def again(self) -> None:
        self.session.again(self.now)
        self.drain()

    @rule(seconds=st.sampled_from((1.0, 3.0, 60.0)))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.session.tick(self.now)
        self.drain()

    @rule()
    def say(self) -> None:
        self.session.say("default", "hello", self.now, 0.0)
        self.drain()


TestSecrets = Secrets.TestCase
