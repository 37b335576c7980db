"""Requests that are not carried out."""

from chatapp.protocol.messages.base import Reason


class Refusal(Exception):
    """A request that is not carried out, and what its sender is told. Nothing was changed."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class TurnedAway(Refusal):
    """The same, and the connection is closed with that code (RFC 6455, section 7.4)."""

    def __init__(self, reason: Reason, detail: str, code: int) -> None:
        super().__init__(reason, detail)
        self.code = code
