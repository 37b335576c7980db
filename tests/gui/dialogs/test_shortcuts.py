import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from chatapp.gui.actions import Actions, commands, native
from chatapp.gui.dialogs.shortcuts import Shortcuts


@pytest.fixture
def dialog(qtbot: QtBot) -> Shortcuts:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    Actions(window).fill(window.menuBar())
    made = Shortcuts(commands(window.menuBar()), window)
    made.open()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def words(dialog: Shortcuts) -> list[str]:
    """What is seen, in order."""
    return [label.text() for label in dialog.sheet.findChildren(QLabel) if label.isVisibleTo(dialog.sheet)]


def test_every_shortcut_is_listed_and_what_keys_do_elsewhere(dialog: Shortcuts) -> None:
    listed = words(dialog)
    for what, key in (
        ("Find a room", "Ctrl+Shift+K"),
        ("Go to", "Ctrl+K"),
        ("Next room", "Alt+Down"),
        ("Send the message", native("Return")),
        ("Delete your message", "Del"),
    ):
        assert listed[listed.index(what) + 1] == key
    assert {"Writing", "Messages", "Emoji", "Search", "Chat", "Room", "Message", "View", "Help"} <= set(listed)
    assert "About Chatapp" not in listed, "has no keys"


def test_it_can_be_searched_by_words_and_by_keys(dialog: Shortcuts) -> None:
    dialog.field.setText("about")
    assert words(dialog) == ["Help", "About Chatapp", "Help"]
    dialog.field.setText("ctrl+k")
    assert "Go to" in words(dialog)
    assert "Next room" not in words(dialog)
    dialog.field.setText("no such thing")
    assert words(dialog) == []
    assert dialog._nothing.isVisible()
    dialog.field.clear()
    assert "Next room" in words(dialog)


def test_the_first_escape_clears_the_search_and_the_second_closes(dialog: Shortcuts, qtbot: QtBot) -> None:
    dialog.field.setText("room")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.field.text() == ""
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)


def test_the_field_scrolls_the_sheet(dialog: Shortcuts, qtbot: QtBot) -> None:
    bar = dialog._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(dialog.field, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog.field, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_it_stands_in_two_columns_where_there_is_room(dialog: Shortcuts, qtbot: QtBot) -> None:
    def columns() -> set[int]:
        boxes = [box for box in dialog.sheet._groups if not box.isHidden()]
        return {box.x() for box in boxes}

    dialog.resize(1100, 600)
    qtbot.waitUntil(lambda: len(columns()) == 2)
    dialog.resize(440, 600)
    qtbot.waitUntil(lambda: len(columns()) == 1)


def test_a_screen_reader_hears_what_and_by_which_keys(dialog: Shortcuts) -> None:
    label = next(label for label in dialog.sheet.findChildren(QLabel) if label.text() == "Next room")
    assert label.accessibleName() == "Next room: Alt+Down"
