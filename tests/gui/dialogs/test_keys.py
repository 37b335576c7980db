from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from chatapp.gui.actions import Actions, commands
from chatapp.gui.dialogs.keys import Line, menus, places


def test_every_action_is_in_the_group_of_its_menu(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    Actions(window).fill(window.menuBar())
    every = list(commands(window.menuBar()))
    groups = menus(every)
    assert sum(len(group.lines) for group in groups) == sum(bool(command.text) for command in every)
    view = next(group for group in groups if group.title == "View")
    assert Line("Dark", (), "View ▸ Theme") in view.lines
    chat = next(group for group in groups if group.title == "Chat")
    assert Line("Settings", ("Ctrl+,",), "Chat") in chat.lines


def test_keys_of_places_are_keys() -> None:
    for group in places():
        assert group.title
        assert group.lines
        for line in group.lines:
            assert line.what
            assert all(QKeySequence(key).count() == 1 for key in line.keys)


def test_a_line_in_words() -> None:
    assert Line("Quit", ("Ctrl+Q", "Alt+F4")).spoken == "Quit: Ctrl+Q, Alt+F4"
    assert Line("About", (), "Help").spoken == "About: Help"


def test_keys_that_few_keyboards_have_are_left_out(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    actions.find.setShortcuts([QKeySequence("Ctrl+F"), QKeySequence("Find"), QKeySequence("F3")])
    room = next(group for group in menus(commands(window.menuBar())) if group.title == "Room")
    assert Line("Find in this room", ("Ctrl+F", "F3"), "Room") in room.lines
