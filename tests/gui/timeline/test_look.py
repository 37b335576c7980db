"""What rows share."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage

from chatapp.gui.theme.tokens import CONTRAST_DARK, DARK, LIGHT, Tokens, contrast
from chatapp.gui.timeline.heads import day
from chatapp.gui.timeline.look import Label, Look
from tests.gui.timeline.conftest import NOW

TODAY = day(NOW)
pytestmark = pytest.mark.usefixtures("qapp")


def look(
    width: int = 500, tokens: Tokens = LIGHT, *, mirrored: bool = False, scale: float = 1.0, compact: bool = False
) -> Look:
    english = QLocale(QLocale.Language.English)
    shared = {"mirrored": mirrored, "scale": scale, "compact": compact}
    return Look(tokens, QGuiApplication.font(), width, locale=english, today=TODAY, **shared)


def test_days_are_called_as_people_call_them() -> None:
    named = [look().day_name(TODAY - timedelta(days=ago)) for ago in (0, 1, 2)]
    assert named == ["Today", "Yesterday", "Saturday, September 19, 2026"]


@pytest.mark.parametrize("width", [1, 60, 500, 10_000])
def test_there_is_always_room_for_text_and_never_a_line_too_long_to_read(width: int) -> None:
    narrow = look(width)
    assert 0 < narrow.body_width <= narrow.line * 60 + 1


def test_reading_from_the_other_side_mirrors_places() -> None:
    assert look(500).left(10, 100) == 10
    assert look(500, mirrored=True).left(10, 100) == 390


def test_a_label_that_has_no_room_is_cut() -> None:
    shared = look()
    whole = Label("a rather long name for one person", shared.strong, 1e6)
    cut = Label("a rather long name for one person", shared.strong, 80)
    assert cut.width <= 80 < whole.width
    assert cut.ascent == whole.ascent


def test_the_same_label_is_laid_out_once_and_not_kept_for_ever() -> None:
    shared = look()
    first = shared.label("Ann", shared.strong, 100)
    assert shared.label("Ann", shared.strong, 100) is first
    assert shared.label("Ann", shared.strong, 90) is not first
    for number in range(1000):
        shared.label(f"name {number}", shared.strong, 100)
    assert len(shared._labels) <= 256


def test_a_disc_is_drawn_once_and_as_sharp_as_the_screen() -> None:
    shared = look(scale=2.0)
    disc = shared.disc_of("Ann")
    assert shared.disc_of("Ann") is disc
    assert disc.width() == 2 * shared.disc
    for number in range(500):
        shared.disc_of(f"name {number}")
    assert len(shared._discs) <= 128


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("author", ["Ann", "日本", "👍", ""])
def test_a_disc_has_its_authors_colour(tokens: Tokens, author: str) -> None:
    shared = look(tokens=tokens)
    image = shared.disc_of(author).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    edge = image.pixelColor(image.width() // 2, 2)
    assert edge.name() == shared.author_colour(author).name()
    assert image.pixelColor(0, 0).alpha() == 0
    assert contrast(edge, QColor(tokens.window)) >= 4.5


def test_large_is_larger_and_small_is_smaller() -> None:
    shared = look()
    heights = [QFontMetricsF(font).height() for font in (shared.small, shared.font, shared.large)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


def test_compact_leaves_less_between_what_is_as_large_as_before() -> None:
    comfortable, compact = look(), look(compact=True)
    assert compact.apart < comfortable.apart
    assert compact.air < comfortable.air
    assert compact.line == comfortable.line
    assert compact.line < compact.least < comfortable.least


def test_the_ring_is_as_thick_as_the_theme_asks_for() -> None:
    assert (look().focus.widthF(), look(tokens=CONTRAST_DARK).focus.widthF()) == (2, 3)
