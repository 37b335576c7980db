import pytest

from chatapp.text.emoji_names import ENGLISH, LANGUAGES, names
from chatapp.text.emoji_table import table


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_emoji_has_a_name_and_is_found_by_more(language: str) -> None:
    known = names(language)
    assert set(known) == {row.characters for group in table() for row in group.rows}
    assert all(name == name.strip() != "" for name, _ in known.values())
    assert sum(bool(tags[0]) for _, tags in known.values()) > 0.95 * len(known)
    assert all(len(set(tags)) == len(tags) for _, tags in known.values())


def test_names_are_in_their_languages_own_spelling() -> None:
    assert names("de")["❤️"].name == "rotes Herz"
    assert names("ar")["❤️"].name == "قلب أحمر"


@pytest.mark.parametrize("language", [ENGLISH, "", "tlh", "../groups"])
def test_of_other_languages_there_are_none(language: str) -> None:
    assert names(language) == {}
