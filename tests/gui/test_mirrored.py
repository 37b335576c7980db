"""A window in a language that is read from the right: everything stands the other way round."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.rich import Event, GetHistory, GetMembers, History, Kind, Members


@pytest.fixture
def window(qapp: QApplication, appearance: Appearance, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    i18n.install(qapp, "ar", QLocale.c())
    made = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitSignal(made.painted):
        made.show()
    yield made
    made.hide()


@pytest.fixture
def page(window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot) -> ChatPage:
    made = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window)
    window.show_chat(made)
    talk.welcome(music=2)
    talk.hear(Members("default", ["Ann", "Bo"], "Bo", ref=talk.ref(GetMembers)))
    view = made.open_room("default")
    said = Event(Kind.MESSAGE, 1, 1_790_000_000_000, "Bo", message="hello")
    talk.hear(History("default", "e", [said], complete=True, top=1, ref=talk.ref(GetHistory)))
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    return made


def x(widget: QWidget, window: QWidget) -> int:
    """Where its middle is, from the left."""
    return widget.mapTo(window, QPoint(widget.width() // 2, 0)).x()


def test_rooms_are_on_the_right_and_people_on_the_left(window: MainWindow, page: ChatPage) -> None:
    assert x(page.people, window) < x(page.desk, window) < x(page.panel, window)
    assert page.desk.tabs.tabRect(0).center().x() > page.desk.tabs.width() / 2


def test_one_begins_to_write_at_the_right(window: MainWindow, page: ChatPage) -> None:
    composer = page.desk.front.composer
    assert x(composer.send, window) < x(composer.field, window) < x(composer.emoji, window)
    assert composer.field.cursorRect().x() > composer.field.viewport().width() / 2


def test_every_label_and_line_begins_at_the_right(window: MainWindow, page: ChatPage) -> None:
    centred = Qt.AlignmentFlag.AlignHCenter
    for text in (*window.findChildren(QLabel), *window.findChildren(QLineEdit)):
        if not (text.alignment() & centred) and text.text():
            assert text.alignment() & Qt.AlignmentFlag.AlignRight, text.text()
            assert text.alignment() & Qt.AlignmentFlag.AlignAbsolute, text.text()


def test_the_sign_of_a_room_stays_before_its_name(window: MainWindow, page: ChatPage) -> None:
    shown = "\u2068#default\u2069"
    assert page.desk.tabs.tabText(0) == shown
    assert shown in page.desk.front.composer.field.placeholderText()
    assert shown in window.windowTitle()


def test_messages_stand_at_the_right(window: MainWindow, page: ChatPage) -> None:
    timeline = page.desk.front.timeline
    image = timeline.viewport().grab().toImage()
    ground = image.pixelColor(image.width() // 2, 4)
    inked = [
        place
        for place in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(place, y) != ground
    ]
    assert inked
    assert sum(inked) / len(inked) > image.width() * 0.6
