from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.emoji.recents import Recents


def after(*uses: str, limit: int = 27) -> tuple[str, ...]:
    recents = Recents(limit)
    for characters in uses:
        recents.use(characters)
    return recents.characters


def test_the_latest_comes_first() -> None:
    assert after() == ()
    assert after("👍", "😂", "🎉") == ("🎉", "😂", "👍")


def test_what_is_used_often_stays_ahead_for_a_while() -> None:
    assert after("👍", "👍", "👍", "😂") == ("👍", "😂")
    assert after(*["👍"] * 3, *"😂🎉😀🐵🍎🚗💡🚩", "😂")[0] == "😂"


def test_there_are_never_more_than_the_limit() -> None:
    assert after("a", "b", "c", "d", limit=3) == ("d", "c", "b")


def test_one_and_all_can_be_forgotten() -> None:
    recents = Recents()
    for characters in ("👍", "😂", "🎉"):
        recents.use(characters)
    recents.forget("😂")
    recents.forget("never used")
    assert recents.characters == ("🎉", "👍")
    recents.clear()
    assert recents.to_list() == []


@given(st.lists(st.sampled_from(["👍", "❤️", "🏳️‍🌈", "a b", "1️⃣"]), max_size=30))
def test_what_is_stored_comes_back(uses: list[str]) -> None:
    recents = Recents()
    for characters in uses:
        recents.use(characters)
    restored = Recents.from_list(recents.to_list())
    assert restored.characters == recents.characters
    assert restored.to_list() == recents.to_list()


def test_a_store_that_returns_a_list_of_one_as_a_string() -> None:
    assert Recents.from_list("👍 1.0000").characters == ("👍",)


damaged = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(), st.lists)


@given(damaged)
def test_whatever_else_is_stored_is_passed_over(stored: object) -> None:
    recents = Recents.from_list(stored)
    recents.use("👍")
    assert "👍" in recents.characters


def test_damaged_lines_are_passed_over_and_the_rest_kept() -> None:
    stored = ["👍 1.5", "👍", "", " 1", "😂 nan", "😂 inf", "😂 -1", "😂 1e9", "😂 much", 7, None, "🎉 2.5"]
    assert Recents.from_list(stored).characters == ("🎉", "👍")
    assert Recents.from_list([f"{letter} 1" for letter in "abcdef"], limit=4).characters == ("a", "b", "c", "d")
