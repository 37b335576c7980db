"""Every screen as a screen reader and the keyboard have it: names, roles, nothing cut off, and a way to everything."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAction,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from chatapp.protocol.messages.rich import Event, Kind
from chatapp.session.changes import Phase, PhaseChanged
from tests.gui.screens import AT, SCREENS, Stage

Role = QAccessible.Role
USED = {
    *(Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.Link),
    *(Role.List, Role.ListItem, Role.PageTabList, Role.PageTab, Role.Slider, Role.SpinBox, Role.MenuItem, Role.Table),
}
"""what is there to be used, and therefore needs a name"""
NEVER_FOCUSED = {Role.NoRole, Role.Client, Role.Window, Role.Pane, Role.Border, Role.Grouping, Role.StaticText}
ITEMS = {Role.ListItem, Role.Cell}
"""of these several may say the same: two people may write “yes” in one minute"""


def tree(interface: QAccessibleInterface | None, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """An object and all below it that is not hidden."""
    if interface is None or not interface.isValid() or interface.state().invisible or depth > 30:
        return
    yield interface
    for number in range(min(interface.childCount(), 300)):
        yield from tree(interface.child(number), depth + 1)


def called(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def told(interface: QAccessibleInterface) -> str:
    """For the words of a failure."""
    about = interface.object()
    inside = called(interface.parent()) if interface.parent() else ""
    return f"{interface.role().name} “{called(interface)}” ({type(about).__name__}) in “{inside}”"


def used(interface: QAccessibleInterface) -> bool:
    return interface.role() in USED or bool(interface.state().focusable)


def nameless(screen: QWidget) -> list[object]:
    """What can be used, and has no name."""
    heard = tree(QAccessible.queryAccessibleInterface(screen))
    return [told(each) for each in heard if used(each) and not called(each)]


def without_a_role(screen: QWidget) -> list[object]:
    """What has the keyboard, and nobody can say what it is."""
    return [
        told(each)
        for each in tree(QAccessible.queryAccessibleInterface(screen))
        if each.state().focusable and each.role() in NEVER_FOCUSED
    ]


def called_the_same(screen: QWidget) -> list[object]:
    """Two beside each other that nobody can tell apart."""
    twice: list[object] = []
    for each in tree(QAccessible.queryAccessibleInterface(screen)):
        inside = [each.child(number) for number in range(min(each.childCount(), 300))]
        names = Counter(
            (child.role(), called(child))
            for child in inside
            if child is not None and not child.state().invisible and used(child) and child.role() not in ITEMS
        )
        twice += [(told(each), name) for (_, name), count in names.items() if count > 1 and name]
    return twice


def cut(widget: QWidget) -> bool:
    """Whether a text does not fit in its widget."""
    match widget:
        case QLabel() if widget.wordWrap() and widget.text():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
        case QLabel() if widget.text() and widget.pixmap().isNull():
            return widget.sizeHint().width() > widget.width() + 1 and not widget.toolTip()
        case QToolButton() if (
            widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and not widget.icon().isNull()
        ):
            return False
        case QAbstractButton() if widget.text():
            return widget.sizeHint().width() > widget.width() + 1
        case QLineEdit() if widget.placeholderText() and not widget.text():
            return widget.fontMetrics().horizontalAdvance(widget.placeholderText()) > widget.width() - 12
        case QComboBox():
            return widget.fontMetrics().horizontalAdvance(widget.currentText()) > widget.width() - 16
    return False


def cut_off(screen: QWidget) -> list[object]:
    texts = [widget for widget in screen.findChildren(QWidget) if widget.isVisible() and cut(widget)]
    return [(type(widget).__name__, getattr(widget, "text", str)()) for widget in texts]


def stops(screen: QWidget) -> list[QWidget]:
    """Every widget at which Tab should stop; of choices that exclude each other, among which the arrows go, none."""
    window = screen.window()
    return [
        widget
        for widget in (screen, *screen.findChildren(QWidget))
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not (isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None))
    ]


def way_round(window: QWidget, key: Qt.Key, most: int = 80) -> list[QWidget]:
    """Where the keyboard comes, from where it is until it is somewhere again."""
    begin = QApplication.focusWidget()
    assert begin is not None, "the keyboard is somewhere to begin with"
    way = [begin]
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        at = QApplication.focusWidget()
        if at is None or at in way:
            break
        way.append(at)
    return way


def described(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or type(widget).__name__


LEFT_BY_TAB = {"switcher"}

FIRST = {
    "welcome": "Your name",
    "join": "Server address",
    "found": "Server address",
    "no network": "Server address",
    "chat": "Message",
    "two rooms": "Message",
    "viewing": "Join room",
    "answering": "Message",
    "join with a password": "Password",
    "password": "Password",
    "sent away": "Message",
    "invited": "Join",
    "not encrypted": "Close",
    "host not checked": "Not now",
    "host checked": "Close",
    "known people": "Message",
    "told": "Message",
    "disconnected": "Message",
    "hosting": "Message",
    "search": "Search messages",
    "switcher": "Go to",
    "emoji": "Search emoji",
    "host dialog": "Start hosting",
    "network test": "Close",
    "testing": "Close",
    "invite": "Copy link",
    "invite, large": "Close",
    "new invite": "For whom?",
    "panel: people": "Pages",
    "panel: rules": "Pages",
    "panel: rooms": "Pages",
    "panel: invites": "Pages",
    "panel: bans": "Pages",
    "panel: log": "Pages",
    "kick": "Reason",
    "ban": "Reason",
    "hand over": "Password of the file",
    "take over": "Choose the file",
    "stop hosting": "Keep hosting",
    "new room": "Room name",
    "name": "New name",
    "delete": "Keep it",
    "export": "Export",
    "exported": "Show in folder",
    "settings": "Pages",
    "shortcuts": "Search shortcuts",
    "about": "Close",
}
"""where one types, or the answer that does no harm"""


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_opened_read_walked_round_and_left(stage: Stage, name: str, qtbot: QtBot) -> None:
    """The keyboard is where one begins, every text is whole and everything has a name, Tab comes everywhere and round
    again, and after Escape the keyboard is where it was. One window for all that, since opening it takes longest."""
    view = stage.page.desk.front
    assert view is not None
    before = view.timeline if name != "answering" else view.composer.field
    before.setFocus()
    if FIRST[name] == "Message":
        stage.page.focus_writing()
    screen = SCREENS[name](stage)
    qtbot.waitUntil(screen.isVisible)
    qtbot.waitUntil(lambda: described(QApplication.focusWidget() or screen) == FIRST[name])
    QApplication.processEvents()

    found = {look.__name__: look(screen) for look in (nameless, without_a_role, called_the_same, cut_off)}
    assert not any(found.values()), found

    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) if name not in LEFT_BY_TAB else ():
        wanted, way = stops(screen), way_round(screen, key)
        assert [described(widget) for widget in wanted if widget not in way] == [], key
        assert [described(widget) for widget in way if not (screen is widget or screen.isAncestorOf(widget))] == [], key

    if screen is stage.window:
        return
    QTest.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Escape)
    stage.window.activateWindow()  # as a window manager does
    qtbot.waitUntil(before.hasFocus)


CHAT = [
    *("Find a room", "Rooms", "New room", "Stays on this computer"),
    *("Open rooms", "Messages", "Emoji", "Message", "Hide people", "People"),
]


def test_tab_goes_through_the_chat_as_one_reads_it(stage: Stage) -> None:
    stage.page.panel.filter.setFocus()
    assert [described(widget) for widget in way_round(stage.window, Qt.Key.Key_Tab)] == CHAT
    stage.page.open_room("music")
    stage.page.panel.filter.setFocus()
    viewing = [*CHAT[:6], "Join room", "Hide people"]
    assert [described(widget) for widget in way_round(stage.window, Qt.Key.Key_Tab)] == viewing


def above(one: QWidget, other: QWidget) -> bool:
    """Whether one ends before the other one's middle."""
    bottom, top = (widget.mapToGlobal(widget.rect().center()).y() for widget in (one, other))
    return bottom + one.height() // 2 <= top


FORMS = ["welcome", "join", "host dialog", "invite", "stop hosting", "new room", "name", "delete", "export", "about"]


@pytest.mark.parametrize("name", FORMS)
def test_tab_goes_down_a_form(stage: Stage, name: str, qtbot: QtBot) -> None:
    screen = SCREENS[name](stage)
    qtbot.waitUntil(lambda: screen.isVisible() and screen.isAncestorOf(QApplication.focusWidget() or stage.window))
    way = way_round(screen, Qt.Key.Key_Tab)
    heights = [widget.mapToGlobal(widget.rect().bottomLeft()).y() for widget in way]
    on_top = [widget for widget, bottom in zip(way, heights, strict=True) if bottom < min(heights) + 12]
    place = way.index(min(on_top, key=lambda widget: widget.mapToGlobal(widget.pos()).x()))
    way = way[place:] + way[:place]
    upwards = [(described(one), described(other)) for one, other in pairwise(way) if above(other, one)]
    assert upwards == []


CONTRACT = {
    "welcome": {("Your name", Role.EditableText), ("Host a chat", Role.Button), ("Join a chat", Role.Button)},
    "join": {("Server address", Role.EditableText), ("Join", Role.Button)},
    "chat": {
        *(("Find a room", Role.EditableText), ("Rooms", Role.List), ("New room", Role.Button)),
        *(("Messages", Role.List), ("Message", Role.EditableText), ("Send", Role.Button), ("Emoji", Role.Button)),
        ("People", Role.List),
    },
    "viewing": {("Join room", Role.Button)},
    "new room": {("Room name", Role.EditableText), ("Create", Role.Button)},
    "delete": {("Delete room", Role.Button), ("Keep it", Role.Button)},
}
"""names that people, automation and tests rely on"""


@pytest.mark.parametrize("name", CONTRACT)
def test_names_that_are_relied_on(stage: Stage, name: str) -> None:
    there = {
        (called(each), each.role())
        for each in tree(QAccessible.queryAccessibleInterface(SCREENS[name](stage).window()))
    }
    assert CONTRACT[name] - there == set()


def test_items_begin_with_what_they_are_called(stage: Stage) -> None:
    lists = {
        called(each): [called(each.child(number)) for number in range(each.childCount())]
        for each in tree(QAccessible.queryAccessibleInterface(stage.window))
        if each.role() is Role.List
    }
    assert lists["Rooms"][0] == "default, 1 person, joined"
    assert lists["Rooms"][2] == "music, 2 people, not joined"
    assert lists["People"][:2] == ["Bo, made this room", "Ann, you"]
    said = [text.partition(": ") for text in lists["Messages"]]
    assert [author.partition(",")[0] for author, _, _ in said] == ["Bo", "Chloé", "Ann", "Bo", "Bo"]
    assert said[1][2] == "Salad, please (in reply to Bo: Soup or salad?)"
    assert said[2][2] == "See https://example.org (edited)"
    assert said[4][2] == "Soup (reactions: 👍 2)"


# Keys


def test_no_key_means_two_things(stage: Stage) -> None:
    """In the whole window, whatever was opened in it."""
    for name in ("search", "switcher"):
        SCREENS[name](stage)
    actions = [action for action in stage.window.findChildren(QAction) if action.associatedObjects()]
    shortcuts = [shortcut.key() for shortcut in stage.window.findChildren(QShortcut)]
    keys = Counter(key.toString() for key in [*(key for action in actions for key in action.shortcuts()), *shortcuts])
    assert len(keys) > 30
    assert [key for key, count in keys.items() if key and count > 1] == []


def test_no_letter_means_two_things_in_a_menu(stage: Stage) -> None:
    menus = [stage.window.menuBar(), *stage.window.menuBar().findChildren(QMenu)]
    for menu in menus:
        letters = Counter(QKeySequence.mnemonic(action.text()).toString() for action in menu.actions())
        assert [letter for letter, count in letters.items() if letter and count > 1] == []


@pytest.mark.parametrize("place", ["Find a room", "Rooms", "Open rooms", "Messages", "Message", "People"])
def test_keys_of_the_window_work_wherever_the_keyboard_is(stage: Stage, place: str) -> None:
    widget = next(each for each in stage.page.reading_order() if described(each) == place)
    widget.setFocus()
    do = stage.window.actions_
    done: list[str] = []
    keys = {do.switch: "Ctrl+K", do.find_everywhere: "Ctrl+Shift+F", do.next_room: "Alt+Down", do.reply: "Ctrl+R"}
    keys |= {do.shortcuts: "Ctrl+/", do.next_pane: "F6", do.newest: "Alt+End", do.emoji: "Ctrl+Shift+E"}
    for action, key in keys.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, key=key: done.append(key))
        QTest.keySequence(widget, key)
    assert done == list(keys.values())


# What appears where the keyboard is not


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is read aloud, while somebody listens."""
    texts: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
            texts.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return texts


def test_what_is_told_in_a_bar_is_heard(stage: Stage, heard: list[str]) -> None:
    stage.page.notice.tell("Others can join at 192.0.2.1")
    assert heard == ["Others can join at 192.0.2.1"]


def test_a_lost_connection_is_heard_once_and_that_it_is_back(stage: Stage, heard: list[str], qtbot: QtBot) -> None:
    line = stage.page.line
    for _attempt in range(3):
        stage.talk.clock += 10
        line.show_phase(Phase.CONNECTING, "", None)
        line.show_phase(Phase.WAITING, "The server stopped answering.", stage.talk.clock + 2)
    stage.talk.clock += 1
    qtbot.waitUntil(lambda: line.text.endswith("in 1 s…"))
    assert heard == ["The server stopped answering. Reconnecting in 2 s…"]
    line.show_phase(Phase.ONLINE, "", None)
    line.show_phase(Phase.ONLINE, "", None)
    assert heard[1:] == ["The connection is there again."]


def test_new_messages_are_heard_and_a_flood_is_counted(stage: Stage, heard: list[str], qtbot: QtBot) -> None:
    stage.talk.hear(Event(Kind.MESSAGE, 6, AT + 90_010_000, "Bo", message="Ready?", room="default", epoch="e"))
    qtbot.waitUntil(lambda: bool(heard))
    assert [text.partition(": ")[2] for text in heard] == ["Ready?"]
    heard.clear()
    for seq in range(7, 27):
        stage.talk.hear(Event(Kind.MESSAGE, seq, AT + 90_020_000, "Bo", message="x", room="default", epoch="e"))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["20 new messages"]


@pytest.mark.parametrize("refuse", ["message", "room", "question", "join"])
def test_a_refusal_is_heard(stage: Stage, heard: list[str], refuse: str, qtbot: QtBot) -> None:
    page = stage.page
    view = page.desk.front
    assert view is not None
    match refuse:
        case "message":
            view.give_back("Hello", "This message is too long.")
        case "room":
            dialog = page.deeds.ask_new_room()
            qtbot.waitUntil(dialog.isVisible)
            dialog.refuse("This message is too long.")
        case "question":
            question = page.deeds.ask_delete("music")
            assert question is not None
            qtbot.waitUntil(question.isVisible)
            question.refuse("This message is too long.")
        case "join":
            page.open_room("music").join.say("This message is too long.")
    assert heard == ["This message is too long."]


# Where the keyboard is


def test_who_has_pressed_try_again_writes_once_it_has_helped(stage: Stage) -> None:
    page = stage.page
    page.bridge.phase_changed.emit(PhaseChanged(Phase.TURNED_AWAY, "", None))
    page.line.action.setFocus()
    page.line.action.click()
    page.bridge.phase_changed.emit(PhaseChanged(Phase.CONNECTING, "", None))
    page.bridge.phase_changed.emit(PhaseChanged(Phase.ONLINE, "", None))
    assert described(QApplication.focusWidget() or stage.window) == "Message"


def test_a_search_that_is_left_leads_back(stage: Stage, qtbot: QtBot) -> None:
    view = stage.page.desk.front
    assert view is not None
    view.timeline.setFocus()
    SCREENS["search"](stage)
    for _text_then_search in range(2):
        QTest.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(view.timeline.hasFocus)


def test_panes_go_round(stage: Stage) -> None:
    """F6 comes to every part of the page, in the order in which one reads it, and back."""
    stage.page.panel.filter.setFocus()
    there = []
    for _ in range(8):
        there.append(described(QApplication.focusWidget() or stage.window))
        stage.window.actions_.next_pane.trigger()
    assert there == ["Find a room", "Rooms", "Open rooms", "Messages", "Message", "People", "Find a room", "Rooms"]
    stage.window.actions_.previous_pane.trigger()
    stage.window.actions_.previous_pane.trigger()
    assert described(QApplication.focusWidget() or stage.window) == "Find a room"
