"""What is kept are values."""

from chatapp.protocol.messages.base import Cursor
from chatapp.session.keeping import KeepMessage, Kept


def test_nothing_is_kept_at_first() -> None:
    assert Kept() == Kept(messages=(), token="", marks={})


def test_the_same_message_is_the_same_value() -> None:
    one, same = (KeepMessage("id1", "music", "hi", 3, 1.0, Cursor("e", 2)) for _ in range(2))
    assert one == same
    assert one != KeepMessage("id1", "music", "hi")
