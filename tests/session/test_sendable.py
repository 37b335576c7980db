"""What can be sent."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.session import sendable

ANYTHING = st.text(st.characters(exclude_categories=()))


def test_names_are_sent_as_they_will_be_kept() -> None:
    assert sendable.user("  Ann   Lee ") == "Ann Lee"
    assert sendable.room("  home   work ") == "home work"


def test_names_that_ours_refuse_are_sent_as_they_are() -> None:
    assert sendable.user("admin") == "admin"
    assert sendable.room("\u202e") == "\u202e"


def test_halves_of_characters_are_put_together_or_replaced() -> None:
    assert sendable.text("a\ud83d\ude00b\ud83dc") == "a😀b\ufffdc"


@given(ANYTHING)
def test_whatever_it_is_it_can_be_encoded(anything: str) -> None:
    for sent in (sendable.text(anything), sendable.user(anything), sendable.room(anything)):
        sent.encode()
