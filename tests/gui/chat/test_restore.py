from typing import Any

from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.chat.restore import Restore
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import parse
from chatapp.protocol.messages import Joined, JoinRoom, RoomsList


def test_it_waits_for_the_list_and_takes_what_is_still_there(
    talk: Any, theme: Theme, settings: Settings, qtbot: QtBot
) -> None:
    page = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(page)
    page.show()
    talk.session.connecting(0)
    talk.session.opened(0)
    talk.hear()
    talk.hear(Joined("default"))
    Restore(page, ["homework", "gone"], ["music", "gone", "homework"], "homework")
    talk.asked()
    assert page.desk.tabs.rooms() == ["default"]
    talk.hear(RoomsList({"default": 1, "homework": 1, "music": 1, "new": 1}))
    qtbot.waitUntil(lambda: page.front == "homework")
    assert page.desk.tabs.rooms() == ["default", "music", "homework"]
    assert talk.asked() == [JoinRoom("homework")]
    talk.hear(RoomsList({"default": 1, "homework": 1, "gone": 1}))
    qtbot.waitUntil(lambda: page.panel.found.row_of("gone") >= 0)
    assert talk.asked() == []


def test_a_list_that_is_there_already_will_do(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    page = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(page)
    page.show()
    talk.connect_to(music=1)
    Restore(page, [], ["music"], "")
    assert page.desk.tabs.rooms() == ["default", "music"]
    assert page.front == "default"


def test_default_has_its_place_among_the_tabs(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    page = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(page)
    page.show()
    Restore(page, [], ["music", "default"], "music")
    talk.connect_to(music=1)
    qtbot.waitUntil(lambda: page.front == "music")
    assert sorted(page.desk.tabs.rooms()) == ["default", "music"]
