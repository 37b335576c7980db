from collections.abc import Iterator
from datetime import time
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.settings import Settings
from chatapp.gui.told import notifier
from chatapp.gui.told.levels import Levels
from chatapp.gui.told.notifier import LENGTH, Notifier, excerpt
from chatapp.protocol.messages.base import Joined, Message
from chatapp.protocol.messages.rich import Event, GetHistory, History, Kind
from tests.gui.told.fakes import Heard, Written

TITLE = 1


class World:
    """What the notifier asks, and what it does."""

    def __init__(self, talk: Any, settings: Settings, popups: Written, sounds: Heard) -> None:
        self.talk, self.settings, self.popups, self.sounds = talk, settings, popups, sounds
        self.levels = Levels(settings, "here")
        self.seen: set[str] = set()
        self.now = time(12, 0)
        self.notifier = Notifier(
            talk.bridge,
            self.levels,
            settings,
            popups=popups,
            sounds=sounds,
            is_seen=self.seen.__contains__,
            now=lambda: self.now,
        )

    def say(self, seq: int, text: str, author: str = "Bo", **more: Any) -> None:
        self.talk.hear(Message(author, "default", text, epoch="e", seq=seq, ts=seq * 1000, **more))

    def do(self, seq: int, target: int, kind: Kind, **more: Any) -> None:
        self.talk.hear(Event(kind, seq, seq * 1000, "Bo", "default", "e", target=target, **more))

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        return self.popups.shown


@pytest.fixture
def world(talk: Any, settings: Settings, popups: Written, sounds: Heard) -> Iterator[World]:
    made = World(talk, settings, popups, sounds)
    talk.welcome()
    talk.hear(History("default", "e", [], complete=True, ref=talk.ref(GetHistory)))
    yield made
    made.notifier.deleteLater()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notifier, "GATHER", 20)


def test_who_names_me_is_told_others_are_not(world: World, qtbot: QtBot) -> None:
    world.say(1, "hello")
    with qtbot.waitSignal(world.notifier.called):
        world.say(2, "hello **@ann**,\nlook at this")
    assert world.shown == [("default", "Bo mentioned you in #default", "hello @ann, look at this")]
    assert world.sounds.heard == ["mention"]


def test_an_answer_is_told(world: World, qtbot: QtBot) -> None:
    world.say(1, "soup?", author="Ann")
    world.say(2, "yes", reply_to=1)
    qtbot.waitUntil(lambda: world.shown == [("default", "Bo answered you in #default", "yes")])


def test_everything_is_told_where_that_is_wanted(world: World, qtbot: QtBot) -> None:
    world.levels.choose("default", "everything")
    world.say(1, "<b>hello</b> &amp;")
    qtbot.waitUntil(lambda: world.shown == [("default", "Bo in #default", "<b>hello</b> &amp;")])
    assert world.sounds.heard == ["message"]


def test_nothing_is_told_where_nothing_is_wanted(world: World, qtbot: QtBot) -> None:
    world.levels.choose("default", "nothing")
    with qtbot.assertNotEmitted(world.notifier.called), qtbot.waitSignal(world.talk.bridge.rooms_changed):
        world.say(1, "@ann")
    world.levels.choose("default", "everything")
    with qtbot.waitSignal(world.notifier.called):
        world.say(2, "hello")
    assert world.shown[0][TITLE].startswith("2 new messages"), "what is told next says how much there is"


def test_a_room_that_is_unmuted_is_no_news(world: World, qtbot: QtBot) -> None:
    world.levels.choose("default", "nothing")
    with qtbot.waitSignal(world.talk.bridge.rooms_changed):
        world.say(1, "hello")
    world.levels.choose("default", "everything")
    with qtbot.assertNotEmitted(world.notifier.called), qtbot.waitSignal(world.talk.bridge.rooms_changed):
        world.do(2, 1, Kind.EDIT, message="@ann")
        world.do(3, 1, Kind.EDIT, message="hello again")


def test_a_flood_is_one_popup_that_counts(
    quick: None, talk: Any, settings: Settings, popups: Written, sounds: Heard, qtbot: QtBot
) -> None:
    world = World(talk, settings, popups, sounds)
    talk.welcome()
    talk.hear(History("default", "e", [], complete=True, ref=talk.ref(GetHistory)))
    world.levels.choose("default", "everything")
    for seq in range(1, 101):
        world.say(seq, f"message {seq}")
    qtbot.waitUntil(lambda: bool(world.shown))
    assert world.shown == [("default", "100 new messages in #default", "Bo: message 100")]
    world.say(101, "one more")
    world.say(102, "and another")
    qtbot.waitUntil(lambda: len(world.shown) == 2)
    assert world.shown[1][TITLE:] == ("102 new messages in #default", "Bo: and another")
    assert len(world.sounds.heard) == 2
    world.notifier.deleteLater()


def test_between_two_changes_of_a_popup_there_is_a_pause(world: World, qtbot: QtBot) -> None:
    world.say(1, "@ann one")
    qtbot.waitUntil(lambda: len(world.shown) == 1)
    with qtbot.waitSignal(world.talk.bridge.rooms_changed), qtbot.assertNotEmitted(world.notifier.called):
        world.say(2, "@ann two")
    assert len(world.shown) == 1
    world.notifier._gathering.timeout.emit()
    assert world.shown[1][TITLE:] == ("2 messages for you in #default", "Bo: @ann two")


def test_what_one_looks_at_is_not_told(world: World, qtbot: QtBot) -> None:
    world.seen.add("default")
    with qtbot.assertNotEmitted(world.notifier.called), qtbot.waitSignal(world.talk.bridge.rooms_changed):
        world.say(1, "@ann")
    world.seen.clear()
    with qtbot.waitSignal(world.notifier.called):
        world.say(2, "@ann again")
    assert world.sounds.heard == ["mention"]


def test_quiet_hours_are_silent_and_what_came_in_them_counts(world: World, qtbot: QtBot) -> None:
    world.settings.quiet_hours = True
    world.now = time(23, 30)
    with qtbot.assertNotEmitted(world.notifier.called), qtbot.waitSignal(world.talk.bridge.rooms_changed):
        world.say(1, "@ann")
    assert world.talk.session.rooms["default"].mentions == 1
    world.now = time(7, 0)
    with qtbot.waitSignal(world.notifier.called):
        world.say(2, "@ann")
    assert world.shown[0][TITLE].startswith("2 ")
    assert len(world.sounds.heard) == 1


def test_sounds_can_be_turned_off(world: World, qtbot: QtBot) -> None:
    world.settings.sounds = False
    with qtbot.waitSignal(world.notifier.called):
        world.say(1, "@ann")
    assert world.sounds.heard == []
    assert len(world.shown) == 1


def test_what_is_read_or_deleted_is_taken_away(world: World, qtbot: QtBot) -> None:
    world.say(1, "@ann")
    qtbot.waitUntil(lambda: len(world.shown) == 1)
    world.talk.bridge.read("default")
    qtbot.waitUntil(lambda: world.popups.closed == ["default"])
    world.say(2, "@ann")
    world.notifier._gathering.timeout.emit()
    qtbot.waitUntil(lambda: len(world.shown) == 2)
    world.do(3, 2, Kind.DELETE)
    qtbot.waitUntil(lambda: world.popups.closed == ["default"] * 2)


@pytest.mark.usefixtures("quick")
def test_of_a_message_that_is_deleted_by_then_nothing_is_shown(world: World, qtbot: QtBot) -> None:
    with qtbot.waitSignal(world.notifier.called):
        world.say(1, "@Ann, one")
    world.say(2, "@Ann, two")
    with qtbot.waitSignal(world.notifier.called):
        world.say(3, "@Ann, three")
        world.do(4, 3, Kind.DELETE)
    assert world.shown[-1] == ("default", "2 messages for you in #default", "Open the room to read.")


def test_choosing_a_popup_leads_to_its_message(world: World, qtbot: QtBot) -> None:
    world.say(1, "@ann")
    world.say(2, "hello")
    qtbot.waitUntil(lambda: len(world.shown) == 1)
    with qtbot.waitSignal(world.notifier.opened) as opened:
        world.popups.activated.emit("default")
    assert opened.args == ["default", 1]
    assert world.popups.closed == ["default"]
    with qtbot.assertNotEmitted(world.notifier.opened):
        world.popups.activated.emit("default")


def test_an_older_server_has_no_places(
    talk: Any, settings: Settings, popups: Written, sounds: Heard, qtbot: QtBot
) -> None:
    world = World(talk, settings, popups, sounds)
    talk.connect_to()
    talk.hear(Message("Bo", "default", "hello"), Message("Bo", "default", "hi @ann"))
    qtbot.waitUntil(lambda: world.shown == [("default", "Bo mentioned you in #default", "hi @ann")])
    with qtbot.waitSignal(world.notifier.opened) as opened:
        world.popups.activated.emit("default")
    assert opened.args == ["default", 0]
    world.notifier.deleteLater()


def test_at_the_end_all_is_taken_away(world: World, qtbot: QtBot) -> None:
    world.say(1, "@ann")
    qtbot.waitUntil(lambda: len(world.shown) == 1)
    world.notifier.close()
    assert world.popups.closed == ["default"]
    with qtbot.waitSignal(world.talk.bridge.rooms_changed):
        world.say(2, "@ann")
    assert len(world.shown) == 1


def test_a_long_message_is_shortened() -> None:
    assert excerpt("a" * LENGTH) == "a" * LENGTH
    assert excerpt("ab " * 4000) == ("ab " * 4000)[: LENGTH - 1] + "…"
    assert excerpt("> quoted\r\n`code` https://example.org/a_b_c_d") == "quoted code https://example.org/a_b_c_d"


def test_rooms_that_one_joins_are_told_too(world: World, qtbot: QtBot) -> None:
    world.talk.hear(Joined("music"))
    world.talk.hear(History("music", "e", [], complete=True, ref=world.talk.ref(GetHistory)))
    world.talk.hear(Message("Bo", "music", "@Ann!", epoch="e", seq=1, ts=1))
    qtbot.waitUntil(lambda: [key for key, _, _ in world.shown] == ["music"])
