from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from chatapp.gui.actions import Actions
from chatapp.gui.dialogs.shortcuts import Shortcuts


def test_every_shortcut_is_listed_and_nothing_else(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    dialog = Shortcuts(actions.menus(), window)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {
        "Find a room",
        "Ctrl+Shift+K",
        "Go to",
        "Ctrl+K",
        "Next room",
        "Alt+Down",
        "Ctrl+/",
        "Send the message",
        "Enter",
    } <= words
    assert "About Chatapp" not in words


def test_what_no_menu_says_is_listed_too(qtbot: QtBot) -> None:
    dialog = Shortcuts([("Empty", [])])
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    for what, keys in (("Delete your message", "Delete"), ("Next and previous hit", "Enter, Shift+Enter")):
        assert words[words.index(what) + 1] == keys
    assert "Empty" not in words
