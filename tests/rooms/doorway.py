"""People at a server's door, from elsewhere and from here."""

from typing import Any

from chatapp.protocol.invite import Address
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import Error, Identify
from chatapp.protocol.messages.rich import Capability, Welcome
from chatapp.rooms.origin import Origin
from tests.rooms.shell import Shell

STEWARD = "the server's own secret"
PIN = "T4lkJ_yFH1hTYDBfAdhFUKVrEgcZaz-atmQU5iClnOk"
PLAIN = Origin("192.0.2.9", nonce="n")
SECURE = Origin("192.0.2.7", secure=True, nonce="n")
OTHER = Origin("192.0.2.8", secure=True, nonce="n")
LOCAL = Origin("127.0.0.1", loopback=True, nonce="n")
ANN_S = "a" * 43
BO_S = "b" * 43


def is_proven(key: str, proof: str, pin: str, nonce: str, username: str) -> bool:
    return proof == proof_of(key, username) and (pin, nonce) == (PIN, "n")


def proof_of(key: str, username: str) -> str:
    return f"{key} says {username}"


class Doorway(Shell):
    """A server with a key of its own and a steward."""

    def __init__(self, **more: Any) -> None:
        super().__init__(steward=STEWARD, is_proven=is_proven, **more)
        self.hub.announce(PIN, [Address("192.0.2.20", 20200)])

    def come(
        self,
        who: str,
        origin: Origin = SECURE,
        *,
        key: str = "",
        name: str = "",
        capabilities: list[str] | None = None,
        **auth: str,
    ) -> str:
        """Somebody connects and identifies. "in", or the reason why not; empty where they have no answer yet."""
        name = name or who
        self.connect(who, origin)
        return self.identify(who, name, key=key, capabilities=capabilities, **auth)

    def identify(
        self, who: str, name: str, *, key: str = "", capabilities: list[str] | None = None, **auth: str
    ) -> str:
        if key:
            auth = {"key": key, "proof": proof_of(key, name), **auth}
        wanted = [*Capability] if capabilities is None else capabilities
        before = len(self.frames[who])
        self.ask(who, Identify(name, wanted, auth or None))
        return self.outcome(who, before)

    def outcome(self, who: str, before: int = 0) -> str:
        for frame in self.frames[who][before:]:
            if isinstance(frame, Error):
                return frame.reason
            if isinstance(frame, Welcome):
                return "in"
        return ""

    def welcome(self, who: str) -> Welcome:
        return [frame for frame in self.frames[who] if isinstance(frame, Welcome)][-1]

    def answer(self, who: str, request: Request) -> Reply:
        """The last thing that it gets."""
        self.ask(who, request)
        return self.frames[who][-1]

    def refused(self, who: str, request: Request) -> str:
        answer = self.answer(who, request)
        assert isinstance(answer, Error), answer
        return answer.reason

    def boss(self, who: str = "boss") -> str:
        """Somebody in charge, who is not waited for."""
        capabilities = ["rich", "history", "presence", "admin"]
        assert self.come(who, LOCAL, admin=STEWARD, capabilities=capabilities) == "in"
        return who
