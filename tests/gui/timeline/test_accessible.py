"""The accessible objects from inside the process: what they live for and what they cost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline import accessible
from chatapp.gui.timeline.accessible import KEPT, MessageItem
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.selection import whole
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, Note, NoteKind, Timeline
from tests.gui.timeline.conftest import NOW, Show, Shown, lines

Name = QAccessible.Text.Name


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface(shown: Shown) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(shown.view)
    assert found is not None
    return found


def test_the_list_and_its_items(show: Show) -> None:
    shown = show(lines(100))
    messages = interface(shown)
    assert messages.role() == QAccessible.Role.List
    assert messages.text(Name) == "Messages"
    assert messages.childCount() == 100
    item = messages.child(99)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(Name) == "author 0, 14:13: message 99"
    assert item.parent() == messages
    assert messages.indexOfChild(item) == 99
    assert item.childCount() == 0
    assert item.child(0) is None
    assert messages.child(100) is None
    assert messages.child(-1) is None
    assert item.state().selectable
    assert not item.state().selected
    shown.view.begin_selection(whole(99))
    assert item.state().selected


def test_who_is_called_by_name_hears_so(show: Show) -> None:
    shown = show([Entry("Ann", "look, @Bo", NOW)])
    assert "mentions" not in interface(shown).child(0).text(Name)
    shown.view.set_me("Bo")
    assert interface(shown).child(0).text(Name) == "Ann, 14:13: look, @Bo (mentions you)"


def test_items_are_where_their_messages_are(show: Show) -> None:
    shown = show(lines(100))
    messages = interface(shown)
    place = messages.child(98).rect()
    assert shown.view.viewport().rect().contains(shown.view.viewport().mapFromGlobal(place.center()))
    assert messages.childAt(place.center().x(), place.center().y()) is messages.child(98)
    assert messages.child(0).rect().isEmpty()
    assert messages.child(0).state().offscreen
    assert not messages.child(98).state().offscreen
    away = shown.view.mapToGlobal(QPoint(-50, -50))
    assert messages.childAt(away.x(), away.y()) is None


def test_the_button_to_the_newest_is_there_while_it_shows(show: Show) -> None:
    shown = show(lines(500))
    messages = interface(shown)
    shown.view.to_top()
    assert messages.childCount() == 501
    button = messages.child(500)
    assert button.text(Name) == "To the newest message"
    assert button.role() == QAccessible.Role.Button
    assert messages.indexOfChild(button) == 500
    middle = shown.view.jump.mapToGlobal(shown.view.jump.rect().center())
    assert messages.childAt(middle.x(), middle.y()).text(Name) == "To the newest message"
    shown.view.follow()
    assert messages.childCount() == 500


def test_the_keyboard_is_at_an_item(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(20))
    shown.view.clearFocus()
    assert interface(shown).focusChild() is None
    shown.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shown.view.hasFocus)
    assert interface(shown).focusChild() is interface(shown).child(19)
    qtbot.keyClick(shown.view, Qt.Key.Key_Up)
    assert interface(shown).child(18).state().focused
    assert not interface(shown).child(19).state().focused


def test_items_keep_to_their_messages(show: Show) -> None:
    shown = show(lines(3))
    keys = [shown.say("one"), shown.say("two")]
    messages = interface(shown)
    one, two = messages.child(3), messages.child(4)
    shown.hear("someone")
    assert (messages.indexOfChild(one), messages.indexOfChild(two)) == (4, 5)
    assert two.text(Name).endswith("two (sending)")
    shown.confirm(keys[0])
    assert not isValid(one)
    assert messages.child(5) is two
    assert messages.child(4).text(Name).endswith("one")


def test_a_model_of_another_room_takes_all_items_away(show: Show) -> None:
    shown = show(lines(30))
    items = [interface(shown).child(row) for row in range(30)]
    shown.view.set_model(TimelineModel(Timeline(), shown.view))
    assert not any(isValid(item) for item in items)
    assert interface(shown).childCount() == 0


def test_at_most_so_many_items_exist(show: Show) -> None:
    shown = show(lines(2 * KEPT))
    messages = interface(shown)
    items = [messages.child(row) for row in range(2 * KEPT)]
    alive = [item for item in items if isValid(item)]
    assert len(alive) == KEPT
    assert alive[-1].text(Name) == shown.model.accessible_text(2 * KEPT - 1)
    assert isinstance(messages.child(0), MessageItem)


@pytest.mark.parametrize("way", ["deleted", "deleted later", "let go"])
def test_a_view_takes_its_items_along(qtbot: QtBot, way: str) -> None:
    for _ in range(3):
        view = TimelineView(Theme())
        view.set_model(TimelineModel(Timeline(lines(50)), view))
        with qtbot.waitExposed(view):
            view.show()
        messages = QAccessible.queryAccessibleInterface(view)
        assert messages is not None
        numbers = [QAccessible.uniqueId(messages.child(row)) for row in range(50)]
        held = len(accessible._held)
        del messages
        if way == "deleted":
            delete(view)
        elif way == "deleted later":
            view.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        else:
            view.close()
            view.deleteLater()
        del view
        if way != "let go":
            assert all(QAccessible.accessibleInterface(number) is None for number in numbers)
            assert len(accessible._held) <= held
        else:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Spoken:
    """Catches announcements."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        self.politeness: set[object] = set()
        inner = accessible.QAccessibleAnnouncementEvent

        def make(view: TimelineView, text: str) -> object:
            event = inner(view, text)
            self.texts.append(text)
            return event

        monkeypatch.setattr(accessible, "QAccessibleAnnouncementEvent", make)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> Spoken:
    monkeypatch.setattr(accessible, "_GATHER", 0)
    return Spoken(monkeypatch)


def test_new_messages_are_announced(show: Show, qtbot: QtBot, spoken: Spoken) -> None:
    shown = show(lines(30))
    shown.view.activateWindow()
    qtbot.waitUntil(shown.view.isActiveWindow)
    shown.hear("hello", "there")
    qtbot.waitUntil(lambda: bool(spoken.texts))
    assert spoken.texts == ["Ann, 14:13: hello\nAnn, 14:13: there"]
    shown.hear(*["many"] * 20)
    qtbot.waitUntil(lambda: len(spoken.texts) == 2)
    assert spoken.texts[1] == "20 new messages"


def test_nothing_is_announced_that_is_not_looked_at(show: Show, qtbot: QtBot, spoken: Spoken) -> None:
    shown = show(lines(300))
    shown.view.activateWindow()
    qtbot.waitUntil(shown.view.isActiveWindow)
    shown.say("mine")
    shown.view.scroll_by(-500)
    shown.hear("unseen")
    shown.view.hide()
    shown.hear("hidden")
    assert not shown.view.announcer._gathering.isActive()
    QAccessible.setActive(False)
    with qtbot.waitExposed(shown.view):
        shown.view.show()
    shown.view.follow()
    shown.hear("nobody listens")
    assert not shown.view.announcer._gathering.isActive()
    assert spoken.texts == []


def test_neither_history_nor_notes_are_announced(show: Show, qtbot: QtBot, spoken: Spoken) -> None:
    shown = show(lines(3))
    shown.view.activateWindow()
    qtbot.waitUntil(shown.view.isActiveWindow)
    shown.timeline.prepend([Entry("Ann", "of yesterday", NOW - 90_000)] * 5)
    shown.model.refresh()
    shown.timeline.note(Note(NoteKind.JOINED, "Bo"), NOW)
    shown.model.refresh()
    assert not shown.view.announcer._gathering.isActive()
    shown.hear("but this is")
    qtbot.waitUntil(lambda: spoken.texts == ["Ann, 14:13: but this is"])


def test_a_message_that_changes_is_told_where_it_was_asked_for(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = show(lines(10))
    item = interface(shown).child(8)
    told: list[tuple[object, int]] = []
    monkeypatch.setattr(
        accessible.QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    for row in (8, 3):
        shown.timeline.replace(row, Entry("Ann", "other words", NOW, edited=True))
    shown.model.refresh()
    assert told == [(QAccessible.Event.NameChanged, 8)]
    assert item.text(Name) == "Ann, 14:13: other words (edited)"
