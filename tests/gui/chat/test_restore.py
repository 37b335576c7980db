from typing import Any

from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.chat.restore import Restore
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Joined, JoinRoom, RoomsList
from chatapp.protocol.messages.rich import Event, GetHistory, History, Kind


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


def test_the_place_in_the_room_comes_back(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    page = ChatPage(theme, talk.bridge, parse("192.0.2.1"), settings)
    qtbot.addWidget(page)
    page.resize(700, 400)
    page.show()
    Restore(page, [], ["default"], "default", place=40)
    talk.welcome()
    events = [Event(Kind.MESSAGE, seq, 1_790_000_000_000 + seq, "Bo", message=f"{seq}") for seq in range(1, 101)]
    talk.hear(History("default", "e", events, complete=True, top=100, ref=talk.ref(GetHistory)))
    view = page.desk.view("default")
    assert view is not None
    qtbot.waitUntil(lambda: view.timeline.seq_seen == 40)
    page.desk.front.timeline.follow()
    assert view.timeline.seq_seen == 0, "one follows"
    talk.hear(Event(Kind.MESSAGE, 101, 1_790_000_000_200, "Bo", message="101", room="default", epoch="e"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 101)
    assert view.timeline.seq_seen == 0, "it is gone to once"
