import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.spelling.words import LONGEST, script, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello, world!", ["Hello", "world"]),
        ("don’t (stop)", ["don't", "stop"]),
        ("café e\u0301te\u0301", ["café", "e\u0301te\u0301"]),
        ("غُرْفَة جديدة", ["غُرْفَة", "جديدة"]),
        ("well-known", ["well", "known"]),
        ("see https://example.org/pgae or www.exmaple.org", ["see", "or"]),
        ("@Anton #homwork :thumsup: /comand me@exmaple.org", []),
        ("12th h2o snake_caes a/b", []),
        ("PIN iPhone NASA", []),
        ("a I x", []),
        ("x" * (LONGEST + 1), []),
        ("", []),
    ],
)
def test_words_are_what_a_dictionary_could_have(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


@given(st.text(alphabet="abÄ'’ .@:/1_\u0301غ\n👍", max_size=40))
def test_each_word_is_where_it_says(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert text[word.start : word.end].replace("’", "'") == word.text
        last = word.end


def test_letters_know_their_script() -> None:
    assert [script(letter) for letter in "aغжα"] == ["LATIN", "ARABIC", "CYRILLIC", "GREEK"]
