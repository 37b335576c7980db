from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from chatapp.gui.plain import caption, heading, tooltip


def test_a_tooltip_shows_markup_as_it_is_written() -> None:
    shown = QTextDocument()
    shown.setHtml(tooltip("<b>Ann</b> & <img src=x>"))
    assert shown.toPlainText() == "<b>Ann</b> & <img src=x>"


def test_a_caption_has_no_mnemonic(qtbot: QtBot) -> None:
    button = QPushButton(caption("R&D"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()


def test_a_heading_marks_nothing_as_modified(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setWindowTitle(heading("a [*] room"))
    window.setWindowModified(True)
    assert window.windowTitle() == "a [*][*] room"
