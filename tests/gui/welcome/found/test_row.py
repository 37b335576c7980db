"""How a host that was found looks."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.welcome.found.model import FoundServer, FoundServers
from chatapp.gui.welcome.found.row import FoundRow

OPEN = FoundServer("1", "Ann", 3, known=True, locked=False, invite="x")
LOCKED = FoundServer("2", "Bo", 3, known=False, locked=True, invite="x")
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def model(qapp: object) -> FoundServers:
    made = FoundServers()
    made.show([OPEN, LOCKED], held=False)
    return made


def painted(theme: Theme, model: FoundServers, row: int, direction: Qt.LayoutDirection = LTR) -> QImage:
    delegate = FoundRow(theme)
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_Enabled
    option.rect = QRect(0, 0, 300, delegate.sizeHint(option, model.index(row)).height())
    image = QImage(option.rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    delegate.paint(painter, option, model.index(row))
    painter.end()
    return image


def inked(image: QImage, columns: range) -> bool:
    ground = QColor(LIGHT.surface).rgb()
    return any(image.pixel(x, y) != ground for x in columns for y in range(image.height()))


def has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize(("direction", "end"), [(LTR, range(265, 300)), (RTL, range(35))])
def test_a_lock_stands_at_the_far_end(
    theme: Theme, model: FoundServers, direction: Qt.LayoutDirection, end: range
) -> None:
    assert not inked(painted(theme, model, 0, direction), end)
    assert inked(painted(theme, model, 1, direction), end)


def test_who_went_is_grey(theme: Theme, model: FoundServers) -> None:
    assert has(painted(theme, model, 0), LIGHT.text)
    assert has(painted(theme, model, 0), LIGHT.accent)
    model.show([LOCKED], held=True)
    assert not has(painted(theme, model, 0), LIGHT.text)
    assert not has(painted(theme, model, 0), LIGHT.accent)


def test_it_is_as_high_as_its_two_lines(theme: Theme) -> None:
    row, font = FoundRow(theme), QFont()
    comfortable = row.height(font)
    theme.use(LIGHT, Measures(compact=True))
    assert row.height(font) < comfortable
    font.setPointSizeF(font.pointSizeF() * 2)
    assert row.height(font) > 1.2 * comfortable
