from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.protocol.messages.base import Joined, Message


def test_what_is_heard_is_shown_and_read_while_one_looks(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.hear(Message("Bo", "default", "Hello"))
    view = page.desk.front
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    qtbot.waitUntil(lambda: talk.session.rooms["default"].unread == 0)
    assert view.model.timeline.new_from is None


def test_what_is_not_looked_at_is_unread_until_it_is(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.desk.open("default")
    talk.hear(Message("Bo", "homework", "One"), Message("Bo", "homework", "Two"))
    qtbot.waitUntil(lambda: page.title() == "(2) #default — Chatapp")
    qtbot.waitUntil(lambda: not page.desk.tabs.tabIcon(1).isNull())
    page.open_room("homework")
    assert talk.session.rooms["homework"].unread == 0
    assert talk.session.timeline("homework").new_from == 0
    qtbot.waitUntil(lambda: page.title() == "#homework — Chatapp")
    # Coming back once more, nothing is new.
    page.open_room("default")
    page.open_room("homework")
    assert talk.session.timeline("homework").new_from is None


def test_what_comes_while_one_reads_further_up_stands_beneath_a_line(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    view = page.desk.front
    talk.hear(*(Message("Bo", "default", f"line {number}") for number in range(100)))
    qtbot.waitUntil(lambda: view.model.rowCount() == 100)
    view.timeline.scroll_by(-300)
    talk.hear(Message("Bo", "default", "one"))
    qtbot.waitUntil(lambda: view.model.new_from == 100)
    talk.hear(Message("Bo", "default", "two"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 102)
    assert view.model.new_from == 100
    assert talk.session.rooms["default"].unread == 2
    view.timeline.follow()
    qtbot.waitUntil(lambda: talk.session.rooms["default"].unread == 0)
    assert view.model.new_from == 100


def test_nothing_is_read_while_another_window_is_in_front(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not page.isActiveWindow())
    talk.hear(Message("Bo", "default", "Psst"))
    qtbot.waitUntil(lambda: page.desk.front.model.rowCount() == 1)
    assert talk.session.rooms["default"].unread == 1
    page.activateWindow()
    qtbot.waitUntil(lambda: talk.session.rooms["default"].unread == 0)
    assert talk.session.timeline("default").new_from == 0
