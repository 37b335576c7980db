from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from chatapp.gui.search.excerpt import Excerpt, excerpt
from chatapp.gui.search.model import Hits
from chatapp.gui.search.row import HitRow, _laid_out
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import LIGHT, author_colour
from chatapp.protocol.messages.rich import Event

Said = Callable[..., Event]
STATES = QStyle.StateFlag
WIDTH = 300


@pytest.fixture
def hits(qapp: object, said: Said) -> Hits:
    made = Hits()
    made.show("tea", [said(9), said(8, "nothing here"), said(7, "tea " * 400)], more=False)
    return made


def painted(
    theme: Theme,
    hits: Hits,
    row: int,
    state: QStyle.StateFlag = STATES.State_None,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    *,
    with_rooms: bool = True,
) -> QImage:
    delegate = HitRow(theme)
    delegate.with_rooms = with_rooms
    option = QStyleOptionViewItem()
    option.state = state
    index = hits.index(row)
    option.rect = QRect(0, 0, WIDTH, delegate.sizeHint(option, index).height())
    image = QImage(option.rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.sidebar))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, index)
    painter.end()
    return image


def count(image: QImage, colour: QColor | str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_words_are_marked(theme: Theme, hits: Hits) -> None:
    marked, plain, many = (count(painted(theme, hits, row), LIGHT.selection) for row in range(3))
    assert plain == 0
    assert many > marked > 20


def test_the_author_has_their_colour_but_on_a_chosen_row(theme: Theme, hits: Hits) -> None:
    colour = author_colour("Ann", LIGHT)
    assert count(painted(theme, hits, 0), colour) > 0
    chosen = painted(theme, hits, 0, STATES.State_Selected)
    assert count(chosen, colour) == 0
    assert count(chosen, LIGHT.accent_soft) > 1000


def test_the_room_is_named_where_there_are_several(theme: Theme, hits: Hits) -> None:
    with_room = painted(theme, hits, 1)
    without = painted(theme, hits, 1, with_rooms=False)
    assert count(with_room, LIGHT.sidebar) < count(without, LIGHT.sidebar)


def test_hovered_and_focused_rows_look_so_on_either_side(theme: Theme, hits: Hits) -> None:
    plain = painted(theme, hits, 0)
    assert count(painted(theme, hits, 0, STATES.State_MouseOver), LIGHT.surface_hover) > 1000
    assert painted(theme, hits, 0, STATES.State_HasFocus | STATES.State_Active) != plain
    assert painted(theme, hits, 0, direction=Qt.LayoutDirection.RightToLeft) != plain


@pytest.mark.parametrize("text", ["👍🏽 tea " * 60, "A cup of tea, please. " * 15, "a" * 300, "今日は" * 90])
def test_what_does_not_fit_ends_in_dots(qapp: object, text: str) -> None:
    long = excerpt(text, "tea")
    for width in range(20, 320, 7):
        layout = _laid_out(long, QFont(), QTextCharFormat(), width)
        last = layout.lineAt(layout.lineCount() - 1)
        assert layout.lineCount() <= 2
        assert last.textStart() + last.textLength() == len(layout.text().encode("utf-16-le")) // 2
        assert layout.text().endswith("…")
        assert long.text.startswith(layout.text().rstrip("…"))


def test_what_fits_is_left_as_it_is(qapp: object) -> None:
    short = Excerpt("tea", ((0, 3),))
    assert _laid_out(short, QFont(), QTextCharFormat(), 200).text() == "tea"
    assert _laid_out(Excerpt("", ()), QFont(), QTextCharFormat(), 0).text() == ""
