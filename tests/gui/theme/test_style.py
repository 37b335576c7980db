import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.style import palette, sheet
from chatapp.gui.theme.theme import Measures
from chatapp.gui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens


@pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK])
def test_the_sheet_is_read_by_qt_and_names_only_tokens(tokens: Tokens, qtbot: QtBot) -> None:
    text = sheet(tokens, 10)
    known = {getattr(tokens, name) for name in Tokens._fields}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}", text)) <= known
    # Qt warns of a sheet that it cannot read, and a warning fails the test.
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QPushButton("x"))
    window.setStyleSheet(text)
    window.show()


def test_looks_differ(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plain, title = QLabel("x", window), QLabel("x", window)
    title.setProperty("look", "title")
    window.setStyleSheet(sheet(LIGHT, 10))
    window.show()
    assert title.font().pointSizeF() == 19
    assert title.sizeHint().height() > plain.sizeHint().height()


@pytest.mark.parametrize("tokens", [LIGHT, CONTRAST_DARK])
@pytest.mark.parametrize("make", [QPushButton, QLineEdit, QToolButton])
def test_a_control_is_as_large_with_the_focus_as_without(
    make: type[QPushButton] | type[QLineEdit] | type[QToolButton], tokens: Tokens, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = make(window)
    window.setStyleSheet(sheet(tokens, 10))
    window.show()
    without = made.sizeHint()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.updateGeometry()
    assert made.sizeHint() == without


def test_compact_is_lower(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = QPushButton("x", window)
    window.setStyleSheet(sheet(LIGHT, 10))
    comfortable = made.sizeHint().height()
    window.setStyleSheet(sheet(LIGHT, 10, Measures(compact=True)))
    assert made.sizeHint().height() < comfortable


def test_the_palette_tells_disabled_text_apart() -> None:
    made = palette(DARK)
    assert made.color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(DARK.text_muted)


@pytest.mark.parametrize("make", [QPushButton, QToolButton])
def test_pictures_grow_with_the_text(make: type[QPushButton] | type[QToolButton], qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = make(window)
    window.show()
    window.setStyleSheet(sheet(LIGHT, 10))
    assert made.iconSize() == QSize(16, 16)
    window.setStyleSheet(sheet(LIGHT, 20, Measures(scale=2.0)))
    assert made.iconSize() == QSize(32, 32)
