import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.suggestion import Suggestion
from chatapp.gui.composer.suggestions import Suggestions
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK

OFFERED = [Suggestion(f"@{name} ", name) for name in ("Ann", "Bo", "Chloé")]
CARET = QRect(200, 300, 1, 18)


@pytest.fixture
def suggestions(theme: Theme, qtbot: QtBot) -> Suggestions:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(QSize(600, 400))
    page.show()
    made = Suggestions(theme, page)
    made.offer(OFFERED, CARET)
    return made


def test_it_is_a_list_that_is_never_at_the_keyboard(suggestions: Suggestions) -> None:
    spoken = QAccessible.queryAccessibleInterface(suggestions.list)
    assert spoken.role() is QAccessible.Role.List
    assert spoken.text(QAccessible.Text.Name) == "Suggestions"
    assert spoken.child(1).text(QAccessible.Text.Name) == "Bo"
    assert suggestions.list.focusPolicy() is suggestions.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not suggestions.isWindow()


def test_the_arrows_go_round(suggestions: Suggestions) -> None:
    assert suggestions.chosen is None
    assert suggestions.first == OFFERED[0]
    suggestions.step(-1)
    assert suggestions.chosen == OFFERED[2]
    suggestions.step(1)
    assert suggestions.chosen == OFFERED[0]
    suggestions.offer(OFFERED[1:], CARET)
    assert suggestions.chosen is None


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("x", [0, 300, 599])
@pytest.mark.parametrize("many", [1, 40])
def test_it_stands_above_the_caret_and_on_the_page(
    suggestions: Suggestions, direction: Qt.LayoutDirection, x: int, many: int
) -> None:
    suggestions.parentWidget().setLayoutDirection(direction)
    caret = QRect(x, 300, 1, 18)
    suggestions.offer(OFFERED * many, caret)
    assert suggestions.parentWidget().rect().contains(suggestions.geometry())
    assert suggestions.geometry().bottom() < caret.top()
    if x == 300:
        edge = suggestions.geometry().right() if direction is Qt.LayoutDirection.RightToLeft else suggestions.x()
        assert abs(edge - x) < 10


def test_what_fits_is_seen_as_a_whole(suggestions: Suggestions, appearance: Appearance, settings: Settings) -> None:
    for theme, size in (("light", 1.0), ("contrast", 2.0)):
        settings.theme, settings.text_size = theme, size
        suggestions.offer(OFFERED, CARET)
        view = suggestions.list
        seen = view.viewport().rect()
        assert all(seen.contains(view.visualRect(view.model().index(row, 0))) for row in range(3))
        assert not view.verticalScrollBar().isVisible()


def test_where_the_page_is_low_it_scrolls(suggestions: Suggestions) -> None:
    suggestions.parentWidget().resize(600, 90)
    suggestions.offer(OFFERED, QRect(200, 60, 1, 18))
    assert suggestions.parentWidget().rect().contains(suggestions.geometry())
    suggestions.step(-1)
    view = suggestions.list
    assert view.verticalScrollBar().isVisible()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_letter_words_and_key_are_on_their_sides(
    suggestions: Suggestions, direction: Qt.LayoutDirection, theme: Theme
) -> None:
    theme.use(DARK)
    suggestions.parentWidget().setLayoutDirection(direction)
    suggestions.offer([Suggestion("@Ann ", "Ann")], CARET)
    image = suggestions.list.viewport().grab().toImage()
    half = image.width() // 2
    sides = {"left": image.copy(0, 0, half, image.height()), "right": image.copy(half, 0, half, image.height())}
    with_disc = max(sides, key=lambda side: colourful(sides[side]))
    assert with_disc == ("left" if direction is Qt.LayoutDirection.LeftToRight else "right")


def colourful(image: QImage) -> int:
    """How many pixels are neither black, white nor grey."""
    pixels = (QColor(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height()))
    return sum(pixel.hslSaturation() > 80 for pixel in pixels)
