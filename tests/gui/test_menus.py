from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.export import ExportDialog
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Joined, Message
from chatapp.protocol.messages.rich import Capability


def chat(window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot) -> ChatPage:
    page = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window)
    window.show_chat(page)
    talk.connect_to(music=2)
    qtbot.waitUntil(lambda: page.panel.found.rowCount() == 2)
    return page


def test_actions_follow_the_room_in_front(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    do = window.actions_
    assert do.new_room.isEnabled()
    assert (do.join_room.isEnabled(), do.leave_room.isEnabled(), do.delete_room.isEnabled()) == (False, False, False)
    page.open_room("music")
    assert (do.join_room.isEnabled(), do.leave_room.isEnabled(), do.delete_room.isEnabled()) == (True, False, True)
    do.join_room.trigger()
    talk.hear(Joined("music"))
    assert (do.join_room.isEnabled(), do.leave_room.isEnabled()) == (False, True)
    do.close_tab.trigger()
    assert page.front == "default"
    do.next_room.trigger()
    assert page.front == "music"
    do.previous_tab.trigger()
    assert page.front == "default"


def test_how_much_is_told_of_the_room_in_front(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    levels = window.actions_.levels.actions
    assert [level for level, action in levels.items() if action.isChecked()] == [""]
    levels["everything"].trigger()
    assert page.levels.of("default") == "everything"
    assert levels["everything"].isChecked()
    settings.notify = "nothing"
    assert levels[""].text() == "&As in settings (nothing)"
    page.open_room("music")
    assert not levels["everything"].isEnabled(), "of a room that one is not in, nothing is told"


def test_what_the_server_cannot_do_is_greyed_with_a_word(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    do = window.actions_
    assert do.find.text() == "Find in &this room (this server keeps no history)"
    assert do.people.text() == "&People (this server does not tell)"
    for action in (do.find, do.find_everywhere, do.next_hit, do.previous_hit, do.go_to_date, do.export, do.people):
        assert not action.isEnabled()
    with qtbot.assertNotEmitted(page.search.asked):
        do.find.trigger()


def test_people_and_search_come_and_go_by_their_actions(
    window: MainWindow,
    talk: Any,
    appearance: Appearance,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(talk.session), "capabilities", frozenset(Capability))
    window.resize(1000, 600)
    page = chat(window, talk, appearance, settings, qtbot)
    do = window.actions_
    qtbot.waitUntil(do.people.isEnabled)
    assert do.people.isChecked()
    assert page.people.isVisible()
    do.people.trigger()
    assert not page.people.isVisible()
    page.sides.want_people(wanted=True)
    assert do.people.isChecked()
    do.find_everywhere.trigger()
    assert page.search.isVisible()
    assert page.search.everywhere.isChecked()
    do.find.trigger()
    assert page.search.in_room.isChecked()
    do.export.trigger()
    assert window.findChild(ExportDialog) is not None
    window.resize(640, 600)
    qtbot.waitUntil(lambda: do.people.text() == "&People (the window is too narrow)")
    assert window.width() == 640


def test_the_message_menu_says_which_message_and_what_can_be_done(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    do = window.actions_
    do.message_menu.aboutToShow.emit()
    assert do.about_message.text() == "No message yet"
    assert not do.reply.isEnabled()
    talk.hear(Message("Bo", "default", "Ham & eggs?"))
    qtbot.waitUntil(lambda: page.desk.front is not None and page.desk.front.model.rowCount() == 1)
    do.message_menu.aboutToShow.emit()
    assert do.about_message.text() == "Bo: Ham && eggs?"
    assert (do.reply.isEnabled(), do.copy_message.isEnabled()) == (False, True), "an old server"
    do.message_menu.aboutToHide.emit()
    assert do.reply.isEnabled(), "its key finds out by itself"
    do.copy_message.trigger()
    assert QApplication.clipboard().text() == "Ham & eggs?"


def test_what_the_mouse_does_elsewhere_is_in_the_menus_too(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    do = window.actions_
    page.open_room("music")
    do.tab_back.trigger()
    assert page.desk.tabs.rooms() == ["music", "default"]
    do.copy_link.trigger()
    assert QApplication.clipboard().text().endswith("/music")
    assert not do.reconnect.isEnabled()
    talk.lose()
    qtbot.waitUntil(do.reconnect.isEnabled)
    with qtbot.waitSignal(page.retry_asked):
        do.reconnect.trigger()
    window.hosting.started(["192.0.2.1:20200"], "", 20200, "chatapp://192.0.2.1:20200")
    do.copy_invite.trigger()
    assert QApplication.clipboard().text() == "chatapp://192.0.2.1:20200"
