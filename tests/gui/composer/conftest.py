from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.composer import Composer
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    """A page with room above its composer, which is at the keyboard."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addStretch(1)
    composer = Composer(theme, made)
    column.addWidget(composer)
    made.resize(500, 500)
    made.show()
    made.activateWindow()
    composer.field.setFocus()
    qtbot.waitUntil(composer.field.hasFocus)
    return made


@pytest.fixture
def composer(page: QWidget) -> Composer:
    found: Composer = page.findChild(Composer)
    return found


@pytest.fixture
def undone(composer: Composer) -> Callable[[], list[str]]:
    """What the text is after each Undo, until there is nothing more to undo."""

    def undo() -> list[str]:
        texts = []
        while composer.field.document().isUndoAvailable():
            composer.field.undo()
            texts.append(composer.field.text())
        return texts

    return undo
