import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.actions import TABS, Actions, commands, plain_text


def in_menus(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        found += in_menus(inner) if isinstance(inner, QMenu) else [action]
    return [action for action in found if not action.isSeparator()]


def test_everything_is_in_a_menu_and_no_shortcut_is_taken_twice(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    menus = [action.menu() for action in window.menuBar().actions()]
    listed = [action for menu in menus if isinstance(menu, QMenu) for action in in_menus(menu)]
    own = [value for value in vars(actions).values() if isinstance(value, QAction)]
    assert set(own) <= set(listed)
    shortcuts = [keys.toString() for action in listed for keys in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))
    assert {
        "Ctrl+K",
        "Ctrl+Shift+K",
        "Alt+Up",
        "Alt+Down",
        "Alt+Shift+Up",
        "Alt+Shift+Down",
        f"{TABS}+Tab",
        "F6",
        "Ctrl+/",
    } <= set(shortcuts)
    assert {"Ctrl+F", "Ctrl+Shift+F", "F3", "Shift+F3"} <= set(shortcuts)
    assert {"Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+Q", "Ctrl+W"} <= set(shortcuts)


def test_menu_items_are_named_as_people_rely_on(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    Actions(window).fill(window.menuBar())
    texts = {command.text for command in commands(window.menuBar())}
    assert {"Host a chat…", "Stop hosting", "Change name…", "Leave room", "Delete room…", "Quit"} <= texts


def test_commands_are_all_actions_with_their_way_through_the_menus(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    found = {command.action: command for command in commands(window.menuBar())}
    own = {value for value in vars(actions).values() if isinstance(value, QAction)}
    assert own <= set(found)
    assert found[actions.switch][:2] == (("Room",), "Go to…")
    assert found[actions.switch].keys == QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
    assert found[actions.theme["dark"]].path == ("View", "Theme")


@pytest.mark.parametrize(
    ("text", "plain"), [("&Quit", "Quit"), ("Ham && eggs", "Ham & eggs"), ("Delete room…", "Delete room…")]
)
def test_a_text_without_its_mnemonic(text: str, plain: str) -> None:
    assert plain_text(text) == plain


def test_what_cannot_be_done_says_why(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.allow(actions.export, "no history here")
    assert (actions.export.text(), actions.export.isEnabled()) == ("&Export… (no history here)", False)
    actions.allow(actions.export, "not connected")
    assert actions.export.text() == "&Export… (not connected)"
    actions.allow(actions.export)
    assert (actions.export.text(), actions.export.isEnabled()) == ("&Export…", True)
