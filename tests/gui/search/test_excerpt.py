import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.search.excerpt import LENGTH, excerpt


def marked(text: str, query: str) -> list[str]:
    found = excerpt(text, query)
    return [found.text[start:end] for start, end in found.marks]


def test_a_short_message_is_shown_whole() -> None:
    assert excerpt("Who has page 12?", "page").text == "Who has page 12?"
    assert marked("Who has page 12?", "12 page") == ["page", "12"]


@pytest.mark.parametrize(
    ("text", "query", "marks"),
    [
        ("Tea, TEA and tea", "tea", ["Tea", "TEA", "tea"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("Die große Straße", "SS", ["ß", "ß"]),
        ("cafe\u0301 Café", "café", ["cafe\u0301", "Café"]),
        ("ﬁne ＡＢＣ", "fine abc", ["ﬁne", "ＡＢＣ"]),
        ("今日はテストです", "テスト", ["テスト"]),
        ("привет Привет", "ПРИВЕТ", ["привет", "Привет"]),
        ("👍🏽 yes 👍", "👍", ["👍", "👍"]),
        ("İstanbul", "i̇stanbul", ["İstanbul"]),
        ("nothing", "other", []),
        ("nothing", "  ", []),
        ("a\n\tb", "b", ["b"]),
    ],
)
def test_words_are_marked_in_any_script_whatever_the_case(text: str, query: str, marks: list[str]) -> None:
    assert marked(text, query) == marks


def test_words_that_overlap_are_one_mark() -> None:
    assert marked("abcdef", "abc cde") == ["abcde"]
    assert marked("abcd", "ab cd") == ["abcd"]


def test_a_long_message_is_shown_around_the_first_hit() -> None:
    text = "lorem " * 200 + "needle " + "ipsum " * 200
    found = excerpt(text, "needle")
    assert found.text.startswith("…lorem lorem")
    assert found.text.endswith("…")
    assert found.text.index("needle") < 50
    assert excerpt(text, "nowhere").text.startswith("lorem lorem")
    assert excerpt("a" * 5000 + "b", "b").text.endswith("ab")


text = st.text(st.characters(codec=None) | st.sampled_from("aAßéİ \n👍"), max_size=400)


@given(text, st.text(max_size=10))
def test_marks_lie_in_order_within_the_text(said: str, query: str) -> None:
    found = excerpt(said, query)
    assert len(found.text) <= LENGTH + 2
    edges = [edge for mark in found.marks for edge in mark]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(found.text) for edge in edges)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), text, text)
def test_what_was_looked_for_is_always_marked(word: str, before: str, after: str) -> None:
    assert excerpt(f"{before} {word} {after}", word).marks
