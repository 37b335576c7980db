from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.question import Question
from chatapp.gui.dialogs.settings.dialog import SettingsDialog
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.told.telling import Telling
from chatapp.gui.tray import Tray
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Joined, Message
from chatapp.protocol.messages.rich import GetHistory, History
from tests.gui.told.fakes import Heard, Written


@pytest.fixture
def window(appearance: Appearance, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def tray(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tray]:
    """As where there is a tray, which the screen of tests has not."""
    made = Tray(window, window, has_tray=lambda: True)
    monkeypatch.setattr(made.icon, "setVisible", lambda there: None)
    yield made
    made.keep(there=False)
    made.menu.deleteLater()


@pytest.fixture
def telling(window: MainWindow, settings: Settings, tray: Tray, popups: Written, sounds: Heard) -> Iterator[Telling]:
    made = Telling(window, settings, tray=tray, popups=popups, sounds=sounds)
    yield made
    made.stop()


@pytest.fixture
def page(window: MainWindow, telling: Telling, talk: Any, appearance: Appearance, settings: Settings) -> ChatPage:
    made = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window, server="here")
    window.show_chat(made)
    telling.follow(made)
    talk.welcome(music=1)
    talk.hear(History("default", "e", [], complete=True, ref=talk.ref(GetHistory)))
    talk.hear(Joined("music"))
    talk.hear(History("music", "e", [], complete=True, ref=talk.ref(GetHistory)))
    made.open_room("default")
    return made


def say(talk: Any, seq: int, text: str, room: str = "music") -> None:
    talk.hear(Message("Bo", room, text, epoch="e", seq=seq, ts=seq))


def click(window: MainWindow, text: str) -> None:
    next(button for button in window.findChildren(QPushButton) if button.text() == text).click()


def test_what_is_new_is_in_the_tray_and_told_once(
    page: ChatPage, tray: Tray, popups: Written, sounds: Heard, talk: Any, qtbot: QtBot
) -> None:
    say(talk, 1, "hello")
    qtbot.waitUntil(lambda: tray.icon.toolTip() == "Chatapp: 1 unread message")
    assert popups.shown == []
    say(talk, 2, "hello @ann")
    qtbot.waitUntil(lambda: tray.icon.toolTip().startswith("Chatapp: 1 message"))
    assert popups.shown == [("music", "Bo mentioned you in #music", "hello @ann")]
    assert sounds.heard == ["mention"]


def test_the_room_in_front_of_an_active_window_is_not_told(
    page: ChatPage, window: MainWindow, popups: Written, talk: Any, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    say(talk, 1, "hello @ann", "default")
    qtbot.waitUntil(lambda: len(talk.session.timeline("default")) == 1 and not page.has_unread)
    assert popups.shown == []
    window.hide()
    say(talk, 2, "hello @ann", "default")
    qtbot.waitUntil(lambda: len(popups.shown) == 1)


def test_choosing_a_notification_leads_there(
    page: ChatPage, window: MainWindow, popups: Written, talk: Any, qtbot: QtBot
) -> None:
    say(talk, 1, "hello @ann")
    qtbot.waitUntil(lambda: len(popups.shown) == 1)
    window.hide_in_tray()
    window.show_welcome()
    with qtbot.waitSignal(talk.bridge.shown) as shown:
        popups.activated.emit("music")
    assert window.isVisible()
    assert page.isVisible()
    assert page.front == "music"
    assert shown.args == ["music", 1]


def test_the_tray_leads_to_rooms_and_to_the_window(
    page: ChatPage, window: MainWindow, tray: Tray, talk: Any, qtbot: QtBot
) -> None:
    tray.hide_wanted.emit()
    assert not window.isVisible()
    tray.window_wanted.emit()
    assert window.isVisible()
    window.hide()
    tray.room_chosen.emit("music")
    assert window.isVisible()
    assert page.front == "music"
    with qtbot.waitSignal(window.closing):
        tray.quit_wanted.emit()


def test_closing_while_hosting_asks_once_and_goes_on_in_the_tray(
    telling: Telling, window: MainWindow, settings: Settings, tray: Tray, qtbot: QtBot
) -> None:
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    window.hosting.show_people(4)
    assert tray.icon.toolTip() == "Chatapp: hosting"
    with qtbot.assertNotEmitted(window.closing):
        QApplication.sendEvent(window, QCloseEvent())
    dialog = window.findChild(Question)
    assert dialog is not None
    assert window.isVisible()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("If you stop hosting, 3 people will be disconnected." in text for text in words)
    with qtbot.waitSignal(dialog.finished):
        dialog.keep.click()
    assert window.isVisible()
    assert not settings.tray_known
    dialog.setParent(None)
    QApplication.sendEvent(window, QCloseEvent())
    click(window, "Keep hosting in the tray")
    assert not window.isVisible()
    window.bring_back()
    QApplication.sendEvent(window, QCloseEvent())
    assert not window.isVisible(), "asked once"
    window.hosting.ended()


def test_it_can_stop_hosting_and_quit_instead(telling: Telling, window: MainWindow, qtbot: QtBot) -> None:
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    window.close()
    dialog = window.findChild(Question)
    assert dialog is not None
    with qtbot.waitSignal(window.closing):
        dialog.agree.click()


def test_without_that_option_it_is_asked_as_ever(
    telling: Telling, window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    settings.tray = False
    settings.tray_known = True
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    window.close()
    assert window.isVisible()
    dialog = window.findChild(Question)
    assert dialog is not None
    assert dialog.keep.text() == "Keep hosting"
    with qtbot.waitSignal(window.closing):
        dialog.agree.click()


def test_quitting_from_the_tray_asks_too(telling: Telling, window: MainWindow, tray: Tray) -> None:
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    window.hide_in_tray()
    tray.quit_wanted.emit()
    assert window.isVisible()
    dialog = window.findChild(Question)
    assert dialog is not None
    assert dialog.windowTitle() == "Stop hosting and quit?"
    dialog.reject()
    window.hosting.ended()


def test_hosting_is_stopped_from_the_tray(telling: Telling, window: MainWindow, tray: Tray, qtbot: QtBot) -> None:
    window.hosting.started(["192.0.2.1:20200"], "", 20200)
    window.hide_in_tray()
    with qtbot.waitSignal(window.hosting.stop_asked):
        tray.stop_wanted.emit()
    assert window.isVisible()
    window.hosting.ended()


def test_another_chat_is_told_of_instead(
    page: ChatPage,
    telling: Telling,
    window: MainWindow,
    appearance: Appearance,
    settings: Settings,
    popups: Written,
    talk: Any,
    qtbot: QtBot,
) -> None:
    say(talk, 1, "hello @ann")
    qtbot.waitUntil(lambda: len(popups.shown) == 1)
    other = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.2"), settings, window, server="there")
    window.show_chat(other)
    telling.follow(other)
    assert popups.closed == ["music"]
    page.levels.choose("music", "everything")
    with qtbot.waitSignal(talk.bridge.rooms_changed):
        say(talk, 2, "not for you")
    assert len(popups.shown) == 1


def test_being_told_can_be_tried(
    window: MainWindow, telling: Telling, popups: Written, sounds: Heard, settings: Settings
) -> None:
    window.show_settings()
    [dialog] = window.findChildren(SettingsDialog)
    [trial] = [deed for section in dialog.sections for deed in section.deeds]
    trial.button.click()
    assert [title for _, title, _ in popups.shown] == ["A test notification"]
    assert sounds.heard == ["mention"]
    settings.sounds = False
    trial.button.click()
    assert (len(popups.shown), sounds.heard) == (2, ["mention"])
    dialog.close()
