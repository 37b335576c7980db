"""Requests that are not carried out."""

from chatapp.protocol.messages import Reason


class Refusal(Exception):
    """A request that is not carried out, and what its sender is told. Nothing was changed."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
