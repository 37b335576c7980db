import pytest
from PySide6.QtGui import QColor

from chatapp.gui.theme.tokens import DARK, LIGHT, Tokens, author_colour, contrast

GROUNDS = ("window", "surface", "sidebar", "surface_hover")
PAIRS = (
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("accent_text", "accent_pressed"),
    ("badge_text", "badge"),
    ("selection_text", "selection"),
    ("text", "selection"),
    ("text", "accent_soft"),
    ("text_muted", "accent_soft"),
    ("text_danger", "accent_soft"),
)
themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def ratio(tokens: Tokens, one: str, other: str) -> float:
    return contrast(QColor(getattr(tokens, one)), QColor(getattr(tokens, other)))


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["text", "text_muted", "text_link", "text_danger", "text_success"])
def test_text_is_readable_on_every_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert ratio(tokens, text, ground) >= 4.5


@themes
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable_on_its_own_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert ratio(tokens, text, ground) >= 4.5


@themes
@pytest.mark.parametrize("ground", GROUNDS[:3])
@pytest.mark.parametrize("line", ["border_strong", "focus", "accent"])
def test_what_tells_a_control_from_its_ground_is_seen(tokens: Tokens, line: str, ground: str) -> None:
    assert ratio(tokens, line, ground) >= 3


@themes
def test_authors_keep_their_colour_and_are_readable(tokens: Tokens) -> None:
    names = [f"person {number}" for number in range(200)]
    colours = [author_colour(name, tokens) for name in names]
    assert colours == [author_colour(name, tokens) for name in names]
    assert len({colour.name() for colour in colours}) > 100
    for colour in colours:
        assert all(contrast(colour, QColor(getattr(tokens, ground))) >= 4.5 for ground in GROUNDS[:3])


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
