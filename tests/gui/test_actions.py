from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.actions import TABS, Actions


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
    texts = {action.text().replace("&", "") for _, listed in Actions(window).menus() for action in listed}
    assert {"Host a server…", "Stop hosting", "Change name…", "Leave room", "Delete room…", "Quit"} <= texts


def test_help_lists_what_the_menus_hold(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    listed = {action for _, menu in actions.menus() for action in menu}
    assert listed == {value for value in vars(actions).values() if isinstance(value, QAction)}


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
