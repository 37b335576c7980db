from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.about import About
from chatapp.gui.dialogs.question import Question
from chatapp.gui.dialogs.settings.dialog import SettingsDialog
from chatapp.gui.hosting.dialog import HostDialog
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance, Mode
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Joined, Message


def chat(window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot) -> ChatPage:
    page = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window)
    window.show_chat(page)
    talk.connect_to(music=2)
    qtbot.waitUntil(lambda: page.panel.found.rowCount() == 2)
    return page


def test_it_starts_with_the_welcome_page(window: MainWindow) -> None:
    assert window.windowTitle() == "Chatapp"
    assert window.welcome.isVisible()
    assert not window.actions_.new_room.isEnabled()
    assert not window.actions_.stop_hosting.isEnabled()
    assert not window.statusBar().isVisible()
    assert not window.windowIcon().isNull()


def test_the_title_counts_what_is_unread(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    page.deeds.join("music")
    talk.hear(Joined("music"))
    page.open_room("default")
    talk.hear(Message("Bo", "music", "Psst"))
    qtbot.waitUntil(lambda: window.windowTitle() == "(1) #default — Chatapp")
    assert window.actions_.read_all.isEnabled()
    window.actions_.read_all.trigger()
    qtbot.waitUntil(lambda: window.windowTitle() == "#default — Chatapp")
    assert not window.actions_.read_all.isEnabled()


def test_another_chat_can_be_joined_and_the_first_is_still_there(
    window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot
) -> None:
    page = chat(window, talk, appearance, settings, qtbot)
    with qtbot.waitSignal(window.chat_asked):
        window.actions_.join_chat.trigger()
    window.show_welcome()
    assert not window.actions_.new_room.isEnabled()
    window.welcome.returned.emit()
    assert page.isVisible()
    assert window.actions_.new_room.isEnabled()
    with qtbot.waitSignal(window.disconnect_asked):
        window.actions_.disconnect_chat.trigger()
    other = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.2"), settings, window)
    assert window.show_chat(other) is page
    assert not page.isVisible()
    assert window.chat is other


def test_hosting_needs_a_name_first(window: MainWindow) -> None:
    window.welcome.name.set_text("")
    window.actions_.host.trigger()
    assert window.findChild(HostDialog) is None
    assert window.welcome.name.error
    window.welcome.name.set_text("Ann")
    window.actions_.host.trigger()
    assert window.findChild(HostDialog) is not None


def test_closing_is_told_and_remembered(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.actions_.quit.trigger()
    assert not settings.layout("window").isEmpty()


def test_closing_while_hosting_asks(window: MainWindow, qtbot: QtBot) -> None:
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    assert window.statusBar().isVisible()
    assert not window.actions_.host.isEnabled()
    event = QCloseEvent()
    with qtbot.assertNotEmitted(window.closing):
        QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    question = window.findChild(Question)
    assert isinstance(question, Question)
    assert question.agree.text() == "Stop hosting and quit"
    with qtbot.waitSignal(window.closing):
        question.agree.click()


def test_joining_elsewhere_while_hosting_asks(window: MainWindow, qtbot: QtBot) -> None:
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    with qtbot.assertNotEmitted(window.chat_asked):
        window.actions_.join_chat.trigger()
    question = window.findChild(Question)
    assert isinstance(question, Question)
    with qtbot.waitSignals([window.hosting.stop_asked, window.chat_asked]):
        question.agree.click()


def test_a_failed_start_is_said_on_the_welcome_page(window: MainWindow) -> None:
    window.hosting.failed("Port 20200 is taken.", port_taken=True)
    assert window.welcome.choices._error.text() == "Port 20200 is taken."


def test_servers_can_be_forgotten(window: MainWindow, settings: Settings) -> None:
    for server in ("a:1", "b:1", "c:1"):
        settings.joined(server)
    window.welcome.set_recent(settings.servers)
    recent = window.welcome.recent
    recent.rows[1].forget.click()
    assert settings.servers == [row.server for row in recent.rows] == ["c:1", "a:1"]
    recent.clear.click()
    assert settings.servers == recent.rows == []


def test_the_profile_is_said(window: MainWindow, settings: Settings) -> None:
    settings.profile = "work"
    window.show_welcome()
    assert window.windowTitle() == "Chatapp (work)"
    window.actions_.about.trigger()
    [about] = window.findChildren(About)
    assert "Profile: work" in [label.text() for label in about.findChildren(QLabel)]
    about.close()


def test_the_settings_are_there_once(window: MainWindow, settings: Settings) -> None:
    window.actions_.settings.trigger()
    window.actions_.settings.trigger()
    [dialog] = window.findChildren(SettingsDialog)
    assert dialog.isVisible()
    assert not dialog.isModal(), "one looks at the window meanwhile"
    dialog.close()


def test_themes_and_text_sizes_are_actions(window: MainWindow, appearance: Appearance) -> None:
    do = window.actions_
    assert do.theme["system"].isChecked()
    do.theme["dark"].trigger()
    assert appearance.mode is Mode.DARK
    assert not do.theme["system"].isChecked()
    do.larger.trigger()
    assert appearance.text_size > 1
    do.normal.trigger()
    do.smaller.trigger()
    assert appearance.text_size < 1


def test_the_place_of_last_time(appearance: Appearance, settings: Settings, qtbot: QtBot) -> None:
    settings.hosting = ("127.0.0.1", 20207)
    first = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(first)
    first.resize(777, 555)
    first.show()
    first.close()
    again = MainWindow(appearance, settings, "Ann", bind="::1")
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 555)
    with qtbot.waitSignal(again.hosting.asked) as asked:
        again.hosting.start()
    assert asked.args[0] == "::1"
    assert asked.args[1][0] == 20207
    assert "Again" in again.welcome.choices.host.accessibleDescription()


def test_a_restart_closes_it_to_be_opened_anew(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.restarts
    with qtbot.waitSignal(window.closing):
        window.restart()
    assert window.restarts


def test_a_newer_version_is_told_of_and_leads_to_its_page(
    window: MainWindow,
    talk: Any,
    appearance: Appearance,
    settings: Settings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    download = window.actions_.download
    assert not download.isVisible()
    page = chat(window, talk, appearance, settings, qtbot)
    window.tell_of_version("9.0", "https://example.org/")
    assert download.isVisible()
    assert download.text() == "&Download Chatapp 9.0…"
    assert "Chatapp 9.0 is there." in page.notice.accessibleName()
    download.trigger()
    assert opened == ["https://example.org/"]
