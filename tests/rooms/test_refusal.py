"""A refusal says why, to people and to programs."""

from chatapp.protocol.messages.base import Reason
from chatapp.rooms.refusal import Refusal


def test_it_holds_both() -> None:
    refusal = Refusal(Reason.NOT_ALLOWED, "No.")
    assert (refusal.reason, refusal.detail, str(refusal)) == ("not_allowed", "No.", "No.")
