import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.timeline.body import (
    LONGEST,
    body,
    from_utf16,
    name,
    part,
    plain,
    shown,
    to_utf16,
    visible,
    words_alone,
)
from chatapp.text.emphasis import Style


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


def test_markup_goes_and_links_emoji_and_calls_stand_where_they_are_shown() -> None:
    drawn = body("**see www.example.org** `@Ann www.example.net` 😀 *@ann*", "Ann")
    assert drawn.text == "see www.example.org @Ann www.example.net 😀 @ann"
    assert [drawn.text[link.start : link.end] for link in drawn.links] == ["www.example.org"]
    assert [drawn.text[start:end] for start, end in drawn.emoji] == ["😀"]
    assert [drawn.text[start:end] for start, end in drawn.calls] == ["@ann"]
    assert [span.style for span in drawn.spans] == [Style.STRONG, Style.CODE, Style.EMPHASIS]
    assert drawn.blocks == ()


def test_plain_text_names_who_is_called_in_it() -> None:
    assert body("hello @Ann", "ann").calls == [(6, 10)]
    assert body("hello @Ann").calls == ()
    assert body("grüß dich, @Ann", "ann").calls == [(11, 15)]


def test_one_emoji_is_large_whatever_marks_it() -> None:
    assert body("**👍**").large
    assert not body("> 👍").large


def test_a_block_is_a_text_of_its_own() -> None:
    whole = body("> **a** www.example.org 😀 @me\n```\nשלום www.example.org\n```\nשלום", "me")
    quote, code, last = (part(whole, block) for block in whole.blocks)
    assert quote.text == "a www.example.org 😀 @me"
    assert [quote.text[link.start : link.end] for link in quote.links] == ["www.example.org"]
    assert [quote.text[start:end] for start, end in (*quote.emoji, *quote.calls)] == ["😀", "@me"]
    assert [quote.text[span.start : span.end] for span in quote.spans] == ["a"]
    assert code.links == []
    assert [each.right_to_left for each in (quote, code, last)] == [False, False, True]


def test_a_name_that_looks_like_markup_or_a_link_is_none_in_the_windows_own_words() -> None:
    drawn = words_alone("*Ann* www.example.org 👍")
    assert drawn.text == "*Ann* www.example.org 👍"
    assert (drawn.links, drawn.spans, drawn.large) == ((), (), False)
    assert not words_alone("👍").large


def test_what_is_seen_of_a_very_long_marked_text_goes_on_as_it_was_typed() -> None:
    text = "*a*" + "x" * LONGEST + "*b*"
    assert visible(text).startswith("*a*xxx")
    assert visible("**a** " + "x" * LONGEST) == "a " + "x" * LONGEST


@given(st.text(st.sampled_from("*_~`> \nab@😀字\\")), st.sampled_from(["", "a"]))
def test_whatever_is_set_off_is_in_the_text(text: str, me: str) -> None:
    drawn = body(text, me)
    for start, end in (*drawn.calls, *drawn.emoji, *(span[1:] for span in drawn.spans)):
        assert 0 <= start < end <= len(drawn.text)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("line", ["> *a*\n*b*\n", "> @Jo 😀\n@Jo 😀\n"])
def test_what_each_of_many_blocks_holds_is_found_in_no_time(line: str) -> None:
    whole = body(line * (LONGEST // len(line)), "Jo")
    for _ in range(80):
        parts = [part(whole, block) for block in whole.blocks]
    assert sum(len(each.spans) for each in parts) == len(whole.spans)
    assert sum(len(each.calls) for each in parts) == len(whole.calls)
    assert sum(len(each.emoji) for each in parts) == len(whole.emoji)


@given(st.text(alphabet="> *_`\n~a@Jo😀 ", max_size=60))
def test_blocks_hold_together_what_the_whole_holds(text: str) -> None:
    whole = body(f"{text}\n> @Jo *b* http://example.org", "Jo")
    if whole.blocks:
        found = [(block.start, part(whole, block)) for block in whole.blocks]
        spans = [(span.style, start + span.start, start + span.end) for start, each in found for span in each.spans]
        assert spans == [tuple(span) for span in whole.spans]
        assert [(start + a, start + b) for start, each in found for a, b in each.calls] == [*whole.calls]
        links = [(start + link.start, start + link.end, link.url) for start, each in found for link in each.links]
        assert links == [tuple(link) for link in whole.links]
