from PySide6.QtCore import QLocale
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.plain import caption, heading, isolated, tooltip


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


def test_a_name_keeps_its_direction_inside_a_sentence(qapp: QApplication) -> None:
    assert isolated("Ann") == "Ann"
    assert isolated("#غرفة") == "\u2068#غرفة\u2069"
    i18n.install(qapp, "ar", QLocale.c())
    assert isolated("#default") == "\u2068#default\u2069"
    assert isolated("") == ""
