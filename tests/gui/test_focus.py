"""Where the keyboard is can be seen: every control of every screen looks otherwise with the focus, in every theme."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.appearance import Appearance, Mode
from chatapp.gui.theme.tokens import contrast
from tests.gui.screens import SCREENS, Stage

AREA = 60
"""pixels that have to differ; the cursor of a field alone has fewer"""
AROUND = 16
"""pixels around a widget where its frame may be"""


def focusable(screen: QWidget) -> list[QWidget]:
    """What Tab comes to, and what takes a click to type into."""
    return [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(screen)
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.visibleRegion().isEmpty()
    ]


def seen(widget: QWidget, screen: QWidget) -> QImage:
    place = QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())
    around = place.adjusted(-AROUND, -AROUND, AROUND, AROUND) & screen.rect()
    return screen.grab(around).toImage()


def told_apart(one: QImage, other: QImage) -> int:
    """How many pixels differ by what eyes need to see a difference."""
    assert one.size() == other.size(), "the focus moves nothing"
    found = 0
    ratios: dict[tuple[int, int], bool] = {}
    for y in range(one.height()):
        for x in range(one.width()):
            colours = one.pixel(x, y), other.pixel(x, y)
            if colours[0] != colours[1]:
                if colours not in ratios:
                    ratios[colours] = contrast(QColor(colours[0]), QColor(colours[1])) > 1.3
                found += ratios[colours]
                if found >= AREA:
                    return found
    return found


def unseen(shown: QWidget) -> Iterator[str]:
    """Controls that look the same with the keyboard and without."""
    for widget in focusable(shown):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            continue
        QApplication.processEvents()
        with_focus = seen(widget, shown)
        widget.clearFocus()
        QApplication.processEvents()
        if told_apart(with_focus, seen(widget, shown)) < AREA:
            yield f"{type(widget).__name__} “{widget.accessibleName()}”"


@pytest.mark.parametrize("screen", SCREENS)
def test_the_focus_is_seen(screen: str, stage: Stage, appearance: Appearance, qtbot: QtBot) -> None:
    shown = SCREENS[screen](stage)
    found = {}
    assert not appearance.theme.tokens.dark, "what the system of tests asks for"
    for mode in (Mode.SYSTEM, Mode.DARK, Mode.CONTRAST):
        appearance.use(mode)
        QApplication.processEvents()
        found[mode] = [*unseen(shown)]
    assert not any(found.values()), found
