from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.current import CurrentMessage
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.room import Standing
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.doable import Deed, Rights
from chatapp.session.timeline import Entry, EntryKind, State, Timeline

ENTRIES = [
    Entry("Bo", "Who has page 12?", 0.0, seq=1),
    Entry("Ann", "I do", 1.0, mine=True, seq=2),
    Entry("Bo", "Thanks", 2.0, seq=3),
    Entry("", "", 3.0, kind=EntryKind.GAP),
]


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(theme, lambda _room: Timeline(list(ENTRIES)))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def current(desk: Desk) -> CurrentMessage:
    view = desk.open("music")
    view.stand(Standing.JOINED)
    view.set_rights(Rights(rich=True, write=True))
    return CurrentMessage(desk)


def test_without_a_room_there_is_none(desk: Desk) -> None:
    none = CurrentMessage(desk)
    assert none.title() == ""
    assert not none.can(*Deed)
    assert not none.can_copy
    for nothing in (none.reply, none.react, none.edit, none.delete, none.retry, none.copy, none.open_menu):
        nothing()


def test_it_is_the_newest_message_where_none_was_chosen(current: CurrentMessage, desk: Desk) -> None:
    assert current.title() == "Bo: Thanks"
    assert current.can(Deed.REPLY)
    assert not current.can(Deed.EDIT, Deed.DELETE)
    current.reply()
    assert desk.front is not None
    assert desk.front.composer.answering == 3


def test_it_is_the_one_that_was_chosen_while_it_is_seen(current: CurrentMessage, desk: Desk) -> None:
    assert desk.front is not None
    desk.front.timeline.keyboard.stand(1)
    assert current.title() == "Ann: I do"
    assert current.can(Deed.EDIT)
    current.edit()
    assert desk.front.composer.editing == 2
    current.copy()
    assert QGuiApplication.clipboard().text() == "I do"


def test_what_cannot_be_done_is_not_done(current: CurrentMessage, desk: Desk, qtbot: QtBot) -> None:
    assert desk.front is not None
    with qtbot.assertNotEmitted(desk.front.timeline.delete_asked):
        current.delete()
    desk.front.set_rights(Rights())
    current.reply()
    assert desk.front.composer.answering == 0


def test_a_message_that_was_not_sent_is_tried_again_or_given_up(theme: Theme, qtbot: QtBot) -> None:
    failed = Entry("Ann", "Hello", 0.0, mine=True, state=State.FAILED, key=5)
    desk = Desk(theme, lambda _room: Timeline([failed]))
    qtbot.addWidget(desk)
    desk.show()
    view, current = desk.open("music"), CurrentMessage(desk)
    with qtbot.waitSignal(view.retry_asked) as asked:
        current.retry()
    assert asked.args == [5]
    with qtbot.waitSignal(view.discard_asked):
        current.delete()


def test_the_whole_menu_opens_at_the_message(current: CurrentMessage, desk: Desk, qtbot: QtBot) -> None:
    assert desk.front is not None
    current.open_menu()
    timeline = desk.front.timeline
    assert timeline.keyboard.current == 2
    qtbot.waitUntil(lambda: any(menu.isVisible() for menu in timeline.findChildren(QMenu)))
    next(menu for menu in timeline.findChildren(QMenu) if menu.isVisible()).close()
    assert timeline.focusPolicy() is Qt.FocusPolicy.StrongFocus
