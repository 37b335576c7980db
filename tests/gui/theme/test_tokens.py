import pytest
from PySide6.QtGui import QColor

from chatapp.gui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens, author_colour, contrast

GROUNDS = ("window", "surface", "sidebar", "surface_hover")
PAIRS = (
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("accent_text", "accent_pressed"),
    ("badge_text", "badge"),
    ("selection_text", "selection"),
    ("text", "accent_soft"),
    ("text_muted", "accent_soft"),
    ("text_danger", "accent_soft"),
    ("text_link", "accent_soft"),
    ("text", "surface_pressed"),
    ("text_muted", "surface_pressed"),
)
themes = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark", "contrast light", "contrast dark"]
)


def ratio(tokens: Tokens, one: str, other: str) -> float:
    return contrast(QColor(getattr(tokens, one)), QColor(getattr(tokens, other)))


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["text", "text_muted", "text_link", "text_danger", "text_success"])
def test_text_is_readable_on_every_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert ratio(tokens, text, ground) >= tokens.least


@themes
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_is_readable_on_its_own_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert ratio(tokens, text, ground) >= tokens.least


@themes
@pytest.mark.parametrize("ground", GROUNDS[:3])
@pytest.mark.parametrize("line", ["border_strong", "focus", "accent", "badge", "text_muted", "text_danger"])
def test_what_tells_a_control_from_its_ground_is_seen(tokens: Tokens, line: str, ground: str) -> None:
    assert ratio(tokens, line, ground) >= 3


@themes
def test_authors_keep_their_colour_and_are_readable(tokens: Tokens) -> None:
    names = [f"person {number}" for number in range(1_000)]
    colours = [author_colour(name, tokens) for name in names]
    assert colours == [author_colour(name, tokens) for name in names]
    assert len({colour.name() for colour in colours}) == 14, "each is told apart from the others"
    for colour in colours:
        assert all(contrast(colour, QColor(getattr(tokens, ground))) >= tokens.least for ground in GROUNDS[:3])
        assert contrast(colour, QColor(tokens.accent_soft)) >= tokens.least, "where a message calls"


@themes
def test_high_contrast_keeps_seven_to_one(tokens: Tokens) -> None:
    assert (tokens.least, tokens.ring) == ((7, 3) if tokens.strong else (4.5, 2))
    if tokens.strong:
        assert ratio(tokens, "border", "window") >= 4.5, "no soft lines"


@themes
def test_focus_is_told_from_the_edge_that_it_takes_the_place_of(tokens: Tokens) -> None:
    assert tokens.focus != tokens.border_strong
    assert ratio(tokens, "focus", "accent_soft") >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
