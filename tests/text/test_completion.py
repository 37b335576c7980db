import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import USERNAME
from chatapp.text.completion import LEAST, LONGEST_NAME, Kind, Token, closed_code, people_like, token_before

written = st.text(alphabet="abÄ1_ :@`~/.w\n👍中é\u0301\ufe0f'-+", max_size=30)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (":sm", "sm"),
        ("well :sm", "sm"),
        ("(:sm", "sm"),
        ("line\n:sm", "sm"),
        ("👍:sm", "sm"),
        ("❤️:sm", "sm"),
        ("你好:sm", "sm"),
        ("`x` :thumbs_u", "thumbs_u"),
        ("```\ncode\n```\n:sm", "sm"),
        (":+1", "+1"),
        (":-1", "-1"),
        (":piñ", "piñ"),
    ],
)
def test_two_letters_after_a_colon_begin_an_emoji(text: str, query: str) -> None:
    assert token_before(text) == Token(Kind.EMOJI, query)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        ":s",
        ": sm",
        "at 10:30",
        "a:sm",
        "std::string",
        "http://x.org/:sm",
        "www.x.org?(:sm",
        "`:sm",
        "```\n:sm",
        "~~~\n:sm",
        ":-D",
        ":sm ",
        ":sm\n",
        "e\u0301:sm",
    ],
)
def test_in_words_links_and_code_no_emoji_begins(text: str) -> None:
    assert token_before(text) is None


@pytest.mark.parametrize(
    ("text", "query"),
    [("@a", "a"), ("so @An", "An"), ("@Ann B", "Ann B"), ("@é", "é"), ("你好@王", "王"), ("@@a", None)],
)
def test_one_letter_after_an_at_begins_a_name(text: str, query: str | None) -> None:
    assert token_before(text) == (query and Token(Kind.PERSON, query))


@pytest.mark.parametrize(
    "text", ["@", "@ a", "@Ann ", "@Ann  B", "ann@b", "x/@a", "`@a", "https://x.org/(@a", f"@{'a' * 33}"]
)
def test_in_addresses_links_and_code_no_name_begins(text: str) -> None:
    assert token_before(text) is None


def test_names_are_as_long_as_the_protocol_allows() -> None:
    assert LONGEST_NAME == USERNAME


def test_inside_a_word_nothing_is_completed() -> None:
    assert token_before(":sm", "ile") is None
    assert token_before(":sm", " ile") == token_before(":sm", ":") == Token(Kind.EMOJI, "sm")


@given(written, written)
def test_a_token_is_the_end_of_what_was_written(text: str, after: str) -> None:
    token = token_before(text, after)
    if token is not None:
        assert text.endswith(token.text)
        assert token.query
        assert not token.query[-1].isspace()
        before = text[: -len(token.text)]
        assert not before or not (before[-1].isalnum() and before[-1].isascii())
        assert token.kind is Kind.PERSON or len(token.query) >= LEAST


@given(written)
def test_what_was_written_before_in_other_lines_does_not_matter(text: str) -> None:
    assert token_before(f"other words\n{text}") == token_before(text)


@given(st.text(max_size=80))
def test_anything_can_be_asked(text: str) -> None:
    token_before(text)
    closed_code(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (":smile:", "smile"),
        ("a :x:", "x"),
        (":+1:", "+1"),
        ("a:smile:", ""),
        ("`:smile:", ""),
        ("::", ""),
        (": smile:", ""),
        ("10:30:", ""),
        (":smile: ", ""),
    ],
)
def test_the_closing_colon_ends_a_shortcode(text: str, code: str) -> None:
    assert closed_code(text) == code


def test_names_are_found_by_the_beginning_of_any_word_of_them() -> None:
    assert people_like("an", ["Anna", "Mary Ann", "Juan", "Änne", "Bo"], [], 9) == ["Anna", "Änne", "Mary Ann"]
    assert people_like("mary a", ["Mary Ann", "Mary Bo"], [], 9) == ["Mary Ann"]
    assert people_like("a", [], [], 9) == []


def test_whoever_spoke_last_comes_first_and_who_left_comes_last() -> None:
    joined = ["Anke", "Ann", "Anton"]
    assert people_like("an", joined, ["Andy", "Anton", "Ann", "Anton"], 9) == ["Anton", "Ann", "Anke", "Andy"]
    assert people_like("an", joined, [], 2) == ["Anke", "Ann"]


@given(st.lists(st.text(max_size=6)), st.lists(st.text(max_size=6)), st.text(max_size=3), st.integers(-1, 4))
def test_each_name_comes_once(joined: list[str], lately: list[str], query: str, limit: int) -> None:
    found = people_like(query, joined, lately, limit)
    assert len(found) == len(set(found)) <= max(limit, 0)
    assert set(found) <= {*joined, *lately}
