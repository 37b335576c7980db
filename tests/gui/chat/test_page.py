from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.chat.room import Standing
from chatapp.gui.dialogs.ask_text import AskText
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import parse
from chatapp.protocol.messages import Error, Joined, JoinRoom, LeaveRoom, Left, Message, RoomsList, SendMessage
from chatapp.session.changes import Phase


@pytest.fixture
def page(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[ChatPage]:
    made = ChatPage(theme, talk.bridge, parse("chatapp://192.0.2.1:20200,ann-pc.local:20200"), settings)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    talk.connect_to(homework=2, music=5)
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.panel.found.rowCount() == 3)
    yield made
    made.hide()


def tabs(page: ChatPage) -> list[str]:
    return [page.desk.tabs.tabText(place) for place in range(page.desk.tabs.count())]


def test_one_arrives_in_default_ready_to_write(page: ChatPage) -> None:
    assert tabs(page) == ["#default"]
    assert page.panel.header.state == "Connected as Ann"
    assert page.line.isHidden()
    assert page.desk.front.composer.field.hasFocus()
    assert page.title() == "#default — Chatapp"


def test_a_click_is_for_looking_and_joining_is_another_matter(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.asked()
    page.open_room("music")
    assert talk.asked() == []
    assert tabs(page) == ["#default", "#music (viewing)"]
    assert page.desk.front.writing is page.desk.front.join
    page.desk.front.join.button.click()
    assert talk.asked() == [JoinRoom("music")]
    talk.hear(Joined("music"))
    assert tabs(page) == ["#default", "#music"]
    assert page.desk.front.composer.field.hasFocus()


def test_a_refused_join_is_said_where_it_was_asked(page: ChatPage, talk: Any) -> None:
    view = page.open_room("music")
    view.join.button.click()
    talk.hear(Error("room_not_found", "There is no such room."))
    assert view.join.error == "This room does not exist any more."
    assert view.join.button.isEnabled()
    assert page.notice.isHidden()


def test_a_refused_join_without_a_tab_is_a_notice(page: ChatPage, talk: Any) -> None:
    page.panel.join_asked.emit("music")
    talk.hear(Error("rate_limited", "Slow down."))
    assert "too fast" in page.notice.text
    assert page.notice.isVisible()


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


def test_a_message_goes_out_and_comes_back_refused(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.asked()
    composer = page.desk.front.composer
    qtbot.keyClicks(composer.field, "Hello")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert talk.asked() == [SendMessage("Hello", "default")]
    qtbot.keyClicks(composer.field, "more")
    talk.hear(Error("rate_limited", "Slow down."))
    assert composer.draft == "Hello\nmore"
    assert "too fast" in composer.error


def test_a_message_refused_for_a_closed_tab_opens_it_again(page: ChatPage, talk: Any) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.bridge.say("homework", "Hello")
    page.desk.close_room("homework")
    talk.hear(Error("rate_limited", "Slow down."))
    assert tabs(page) == ["#default", "#homework"]
    assert page.front == "default"
    assert page.desk.view("homework").composer.draft == "Hello"


def test_leaving_turns_the_tab_to_viewing(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    talk.asked()
    page.panel.leave_asked.emit("homework")
    assert talk.asked() == [LeaveRoom("homework")]
    talk.hear(Left("homework"), RoomsList({"default": 1, "homework": 0, "music": 5}))
    assert tabs(page) == ["#default", "#homework (viewing)"]


def test_a_refused_leave_is_a_notice(page: ChatPage, talk: Any) -> None:
    page.deeds.leave("default")
    talk.hear(Error("cannot_leave_default", "No."))
    assert page.notice.text == "Everybody stays in this room; it cannot be left."


def test_somebody_elses_deletion_keeps_the_tab_and_the_text(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    page.desk.front.composer.set_draft("half")
    talk.hear(Left("homework"))
    assert tabs(page)[1] == "#homework (deleted)"
    talk.hear(RoomsList({"default": 1}))
    qtbot.waitUntil(lambda: page.panel.found.rowCount() == 1)
    assert tabs(page)[1] == "#homework (deleted)"
    assert page.desk.view("homework").composer.draft == "half"
    # Somebody makes a room of the same name.
    talk.hear(RoomsList({"default": 1, "homework": 1}))
    qtbot.waitUntil(lambda: tabs(page)[1] == "#homework (viewing)")


def test_a_viewed_room_that_vanishes_says_so(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.open_room("music")
    talk.hear(RoomsList({"default": 1}))
    qtbot.waitUntil(lambda: tabs(page)[1] == "#music (deleted)")


def test_a_lost_connection_is_said_and_can_be_hurried(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.lose()
    assert page.panel.header.state == "Reconnecting…"
    assert page.line.text == "The connection was lost. Reconnecting in 4 s…"
    with qtbot.waitSignal(page.retry_asked):
        page.line.action.click()
    # Writing goes on; what is said waits.
    page.desk.front.composer.sent.emit("Later")
    qtbot.waitUntil(lambda: page.desk.front.model.rowCount() == 1)


def test_a_refused_name_is_asked_for_anew(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    talk.lose()
    talk.session.connecting(talk.clock)
    talk.session.opened(talk.clock)
    talk.hear()
    talk.hear(Error("invalid_username", "This name is not allowed any more."))
    assert talk.session.phase is Phase.REFUSED
    assert page.line.text == "This name is not allowed any more."
    page.line.action.click()
    assert page.findChild(AskText).field.edit.accessibleName() == "New name"


def test_an_error_that_answers_nothing_is_a_notice(page: ChatPage, talk: Any) -> None:
    talk.hear(Error("storage_full", "Disk full."))
    assert "disk is full" in page.notice.text


def test_rooms_are_stepped_through_in_the_lists_order(page: ChatPage, talk: Any, qtbot: QtBot) -> None:
    page.deeds.join("homework")
    talk.hear(Joined("homework"))
    qtbot.waitUntil(lambda: page.standing("homework") is Standing.JOINED)
    assert page.front == "homework"
    page.step_room(1)
    assert page.front == "default"
    page.step_room(-1)
    assert page.front == "homework"
    page.step_room(1, unread=True)
    assert page.front == "homework"
    talk.hear(Message("Bo", "default", "Psst"))
    qtbot.waitUntil(lambda: page.panel.names(unread=True) == ["default"])
    page.step_room(1, unread=True)
    assert page.front == "default"


def test_panes_are_stepped_through_and_round(page: ChatPage, qtbot: QtBot) -> None:
    page.desk.front.focus_writing()
    seen = []
    for _ in range(5):
        page.step_pane(1)
        seen.append(QApplication.focusWidget())
    view = page.desk.front
    assert seen == [page.panel.filter, page.panel.list, page.desk.tabs, view.timeline, view.composer.field]
    page.step_pane(-1)
    assert QApplication.focusWidget() is view.timeline


def test_a_link_leads_others_to_the_room(page: ChatPage) -> None:
    page.copy_link("R&D room")
    assert QGuiApplication.clipboard().text() == "chatapp://192.0.2.1:20200,ann-pc.local:20200/R%26D%20room"
    page.invite = parse("wss://chat.example.org")
    page.copy_link("music")
    assert QGuiApplication.clipboard().text() == "wss://chat.example.org:443"


def test_links_in_messages_open_outside(page: ChatPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.desk.link_activated.emit("https://example.org/a?b=c")
    assert opened == [QUrl("https://example.org/a?b=c")]


def test_what_can_be_done_depends_on_the_room(page: ChatPage, talk: Any) -> None:
    assert (page.can_join("default"), page.can_leave("default"), page.can_delete("default")) == (False, False, False)
    assert (page.can_join("music"), page.can_leave("music"), page.can_delete("music")) == (True, False, True)
    page.deeds.join("music")
    talk.hear(Joined("music"))
    assert (page.can_join("music"), page.can_leave("music"), page.can_delete("music")) == (False, True, True)
    assert (page.can_join(None), page.can_leave(None), page.can_delete(None)) == (False, False, False)
    assert page.can_delete("never heard of") is False
