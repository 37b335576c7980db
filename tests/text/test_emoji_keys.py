import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.emoji_keys import EXACT, INSIDE, NAME, NOT_AT_ALL, PREFIX, TAG, WORD, fold, keys, rank

HEART = keys(("heart", "red_heart"), "rotes Herz", "red heart", ("liebe", "love"))
ARROW = keys(("cupid", "heart_with_arrow"), "Herz mit Pfeil", "heart with arrow", ("amor",))


@pytest.mark.parametrize(
    ("phrase", "heart", "arrow"),
    [
        ("rotes herz", EXACT, NOT_AT_ALL),
        ("herz", EXACT, PREFIX),  # :heart: is a word of "red heart", so the red one is the one that is meant
        ("heart", EXACT, PREFIX),
        ("red heart", EXACT, NOT_AT_ALL),
        ("her", PREFIX, PREFIX),
        ("pfeil", NOT_AT_ALL, WORD),
        ("arrow", NOT_AT_ALL, WORD),
        ("erz", INSIDE, INSIDE),
        ("lieb", TAG, NOT_AT_ALL),
        ("amor", NOT_AT_ALL, TAG),
        ("x", NOT_AT_ALL, NOT_AT_ALL),
    ],
)
def test_how_well_it_fits(phrase: str, heart: int, arrow: int) -> None:
    code = phrase.replace(" ", "_")
    assert (rank(HEART, code, phrase), rank(ARROW, code, phrase)) == (heart, arrow)


def test_a_name_that_is_anothers_shortcode_is_nearly_as_good() -> None:
    flag = keys(("jp",), "Japan", "Japan", ("flag",))
    button = keys(("japanese_bargain_button",), "Japanese bargain button", "Japanese bargain button", ())
    assert (rank(flag, "japan", "japan"), rank(button, "japan", "japan")) == (NAME, PREFIX)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Über", "uber"),
        ("FUẞBALL", "fussball"),
        ("Piñata", "pinata"),
        ("woman’s", "woman's"),
        ("أحمر", "احمر"),
        ("قَلْب", "قلب"),
        ("", ""),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_any_text_is_folded_and_case_never_matters_in_ascii(text: str) -> None:
    folded = fold(text)
    if text.isascii():
        assert folded == fold(text.swapcase()) == text.lower()
