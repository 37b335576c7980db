import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.timeline.body import LONGEST, body, from_utf16, name, plain, shown, to_utf16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x1bd\x7fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("\ud800 and \udfff", "\ufffd and \ufffd"),
        ("an \ufffc object", "an \ufffd object"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_nothing_in_a_text_acts_on_its_layout(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_name_stays_on_its_line() -> None:
    assert name("Ann\nadmin: hello\t!") == "Ann admin: hello !"


def test_what_is_copied_shows_deceiving_hosts_as_they_are() -> None:
    assert shown("go to https://аррӏе.com/") == "go to https://xn--80ak6aa92e.com/"


def test_a_very_long_text_is_drawn_in_part_and_copied_whole() -> None:
    text = "x" * LONGEST + " https://example.org/"
    drawn = body(text)
    assert len(drawn.text) == LONGEST
    assert drawn.left_out == len(text) - LONGEST
    assert drawn.links == []
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "large"),
    [
        ("👍", True),
        ("👍🏽 👨‍👩‍👧\n🇩🇪", True),
        ("❤️", True),
        ("1️⃣", True),
        ("👍" * 12, True),
        ("👍" * 13, False),
        ("👍 ok", False),
        ("❤", False),
        ("12", False),
        ("", False),
        (" ", False),
    ],
)
def test_a_few_emoji_alone_are_large(text: str, large: bool) -> None:
    assert body(text).large is large


def test_emoji_among_text_are_found() -> None:
    drawn = body("see 👨‍👩‍👧🇩🇪 and ❤️!")
    assert [drawn.text[first:last] for first, last in drawn.emoji] == ["👨‍👩‍👧🇩🇪", "❤️"]


@pytest.mark.parametrize(
    ("text", "right_to_left"), [("Hello שלום", False), ("שלום Hello", True), ("123 مرحبا", True), ("12 👍", False)]
)
def test_the_first_letter_says_which_way_a_text_runs(text: str, right_to_left: bool) -> None:
    assert body(text).right_to_left is right_to_left


@given(st.text(alphabet=st.sampled_from("aé👍\U0001f468\n"), max_size=20))
def test_indexes_survive_the_way_to_qt_and_back(text: str) -> None:
    for index in range(len(text) + 1):
        assert to_utf16(text, index) == len(text[:index].encode("utf-16-le")) // 2
        assert from_utf16(text, to_utf16(text, index)) == index


@given(st.text(max_size=40))
def test_a_plain_text_is_as_plain_as_it_gets(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert "\r" not in plain(text)
