"""What a search takes for the same."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.storage.folding import WORDS, folded, words


def test_case_width_and_composition_make_no_difference() -> None:
    assert folded("Straße") == folded("STRASSE") == folded("ｓｔｒａｓｓｅ") == "strasse"
    assert folded("cafe\u0301") == folded("CAFÉ")


@given(st.text(max_size=20))
def test_folded_twice_is_folded(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_query_is_taken_apart_at_spaces_of_any_kind() -> None:
    assert words("  One\u3000twenty\n3 ") == ("twenty", "one", "3")
    assert words(" \t") == ()


def test_what_another_word_asks_for_anyway_is_not_asked_for() -> None:
    assert words("page PAGE pages age") == ("pages",)


def test_the_words_of_one_query_are_bounded() -> None:
    assert len(words(" ".join(chr(0x4E00 + number) for number in range(100)))) == WORDS
