from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from chatapp.gui.bridge import Answer, Bridge
from chatapp.protocol.messages.base import CreateRoom, Error, JoinRoom, Left, Message, RoomsList, SendMessage
from chatapp.protocol.messages.hosting import Bans, GetBans
from chatapp.session.changes import (
    Answered,
    CapabilitiesChanged,
    Change,
    Done,
    Fetched,
    Found,
    Intent,
    NameChanged,
    Notice,
    Phase,
    PhaseChanged,
    Refused,
    RoomJoined,
    RoomLeft,
    RoomsChanged,
    RoomStateChanged,
    RosterChanged,
    Shown,
    TimelineChanged,
    TypingChanged,
)
from chatapp.session.session import Session


def record(bridge: Any) -> list[tuple[Any, ...]]:
    """Everything that the bridge emits, in order."""
    heard: list[tuple[Any, ...]] = []
    names = ("phase_changed", "name_changed", "room_joined", "timeline_changed", "done", "refused", "notice")
    for name in (*names, "roster_changed", "typing_changed", "found", "fetched"):
        getattr(bridge, name).connect(lambda value, name=name: heard.append((name, value)))
    bridge.rooms_changed.connect(lambda: heard.append(("rooms_changed",)))
    bridge.capabilities_changed.connect(lambda: heard.append(("capabilities_changed",)))
    bridge.shown.connect(lambda room, seq: heard.append(("shown", room, seq)))
    bridge.room_left.connect(lambda room, deleted: heard.append(("room_left", room, deleted)))
    return heard


def test_every_change_comes_out_as_its_signal(talk: Any) -> None:
    heard = record(talk.bridge)
    phase, notice = PhaseChanged(Phase.ONLINE, "", None), Notice("unavailable", "Later.")
    refused = Refused(9, Intent.JOIN, "x", "room_not_found", "Gone.", None)
    talk.bridge.deliver([phase, NameChanged("Bo"), RoomJoined("x"), RoomLeft("x", True), Done(3), refused, notice])
    assert heard == [
        ("phase_changed", phase),
        ("name_changed", "Bo"),
        ("room_joined", "x"),
        ("room_left", "x", True),
        ("done", 3),
        ("refused", refused),
        ("notice", notice),
    ]


def test_what_a_log_brings_comes_out_as_its_signal(talk: Any) -> None:
    heard, refusals = record(talk.bridge), []
    owner = QObject()
    found, fetched = Found(7, "", "tea", (), 0), Fetched(8, "x", "e", (), 0, True)
    talk.bridge._answers |= {seen: Answer(owner, lambda: None, refusals.append) for seen in (7, 8)}
    talk.bridge.deliver([CapabilitiesChanged(), found, fetched, Shown("x", 12)])
    assert heard == [("capabilities_changed",), ("found", found), ("fetched", fetched), ("shown", "x", 12)]
    assert talk.bridge._answers == {}
    assert refusals == []


def test_views_are_told_once_a_frame(talk: Any, qtbot: QtBot) -> None:
    heard = record(talk.bridge)
    for _ in range(50):
        talk.bridge.deliver([TypingChanged("x"), RosterChanged("x")])
        talk.bridge.deliver([TimelineChanged("x"), RoomsChanged(), TimelineChanged("y")])
    assert heard == []
    with qtbot.waitSignal(talk.bridge.typing_changed):
        pass
    assert heard == [
        ("rooms_changed",),
        ("timeline_changed", "x"),
        ("timeline_changed", "y"),
        ("roster_changed", "x"),
        ("typing_changed", "x"),
    ]


@pytest.mark.parametrize("change", [TypingChanged("x"), RosterChanged("x"), TimelineChanged("x"), RoomsChanged()])
def test_each_gathered_change_comes_out_by_itself(talk: Any, qtbot: QtBot, change: Change) -> None:
    heard = record(talk.bridge)
    talk.bridge.deliver([change])
    qtbot.waitUntil(lambda: len(heard) == 1)


def test_what_follows_a_gathered_change_comes_after_it(talk: Any) -> None:
    heard = record(talk.bridge)
    talk.bridge.deliver([TimelineChanged("x"), RoomJoined("x"), TimelineChanged("x")])
    assert heard == [("timeline_changed", "x"), ("room_joined", "x")]


def test_intents_reach_the_session_and_wake_the_connection(talk: Any) -> None:
    talk.connect_to(music=3)
    talk.asked()
    before = talk.wakes
    talk.bridge.say("default", "Hello")
    talk.bridge.join("music")
    talk.bridge.create("new")
    assert talk.wakes == before + 3
    assert talk.asked() == [SendMessage("Hello", "default"), JoinRoom("music"), CreateRoom("new")]


def test_an_answer_goes_to_who_asked_even_within_the_asking(talk: Any) -> None:
    heard, ends = record(talk.bridge), []
    owner = QObject()
    # Not connected: the session refuses at once.
    talk.bridge.join("music", Answer(owner, lambda: ends.append("done"), lambda r: ends.append(r.reason)))
    assert ends == ["unavailable"]
    assert [name for name, *_ in heard] == []


def test_a_carried_out_request_is_answered_once(talk: Any) -> None:
    talk.connect_to(music=3)
    ends: list[str] = []
    owner = QObject()
    answer = Answer(owner, lambda: ends.append("done"), lambda r: ends.append(r.reason))
    talk.bridge.leave("music", answer)
    talk.hear(Error("not_in_room", "You are not in this room."))
    assert ends == ["not_in_room"]
    talk.bridge.delete("music", answer)
    talk.hear(Left("music"), RoomsList({"default": 1}))
    assert ends == ["not_in_room", "done"]


def test_an_answer_for_somebody_gone_is_everybodys(talk: Any, qtbot: QtBot) -> None:
    talk.connect_to(music=3)
    owner = QObject()
    talk.bridge.delete("music", Answer(owner, lambda: None, lambda _: None))
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(owner))
    with qtbot.waitSignal(talk.bridge.refused) as refused:
        talk.hear(Error("not_allowed", "No."))
    assert refused.args[0].reason == "not_allowed"


def test_coming_to_a_room_puts_the_new_line_above_what_was_missed(talk: Any) -> None:
    talk.connect_to()
    talk.hear(Message("Bo", "default", "One"), Message("Bo", "default", "Two"))
    assert talk.session.rooms["default"].unread == 2
    talk.bridge.look("default")
    assert talk.session.timeline("default").new_from == 0
    talk.bridge.read("default")
    assert talk.session.rooms["default"].unread == 0


class Asked:
    """A session that only writes down what it is asked for."""

    capabilities = frozenset({"rich"})

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *values: self.calls.append((name, *values)) or 5


def test_intents_of_part_2_reach_the_session_with_the_time_they_were_asked_at() -> None:
    session, wakes = Asked(), []
    bridge = Bridge(session, lambda: wakes.append(1), lambda: 3.0, lambda: 9.0)
    tickets = [
        bridge.say("x", "Hi", 4),
        bridge.edit("x", 4, "Hi!"),
        bridge.erase("x", 4),
        bridge.react("x", 4, "👍", False),
        bridge.watch("x"),
        bridge.show("x", 4),
        bridge.search("tea", "x", 40),
        bridge.fetch("x", 100),
        bridge.ask_server(GetBans()),
    ]
    assert tickets == [5] * 9
    for intent in (bridge.unwatch, bridge.older, bridge.newer, bridge.newest, bridge.typing, bridge.stopped_typing):
        intent("x")
    bridge.retry("x", 2)
    bridge.discard("x", 2)
    assert len(wakes) == len(session.calls) == 17
    assert session.calls == [
        ("say", "x", "Hi", 3.0, 9.0, 4),
        ("edit", "x", 4, "Hi!", 3.0),
        ("erase", "x", 4, 3.0),
        ("react", "x", 4, "👍", False, 3.0),
        ("watch", "x", 3.0),
        ("show", "x", 4, 3.0),
        ("search", "tea", "x", 3.0, 40),
        ("fetch", "x", 100, 3.0),
        ("ask_server", GetBans(), 3.0),
        *((name, "x", 3.0) for name in ("unwatch", "older", "newer", "newest", "typing", "stopped_typing")),
        ("retry", "x", 2, 3.0),
        ("discard", "x", 2, 3.0),
    ]
    assert bridge.capabilities == {"rich"}
    assert bridge.roster("x") == 5


def test_whoever_asked_the_server_hears_that_it_has_answered_after_what_it_says(talk: Any) -> None:
    talk.welcome(admin=True)
    heard: list[object] = []
    talk.bridge.answered.connect(lambda answered: heard.append(type(answered.reply)))
    owner = QObject()
    talk.bridge.ask_server(GetBans(), Answer(owner, lambda: heard.append("done"), heard.append))
    talk.hear(Bans([], ref=talk.ref(GetBans)))
    assert heard == [Bans, "done"]


def test_what_the_server_answers_and_how_a_room_is_written_in_are_told(qtbot: QtBot) -> None:
    bridge = Bridge(Session("Ann"), lambda: None)
    answer = Answered(3, Bans([]))
    with qtbot.waitSignal(bridge.answered) as told, qtbot.waitSignal(bridge.room_state_changed) as changed:
        bridge.deliver([answer, RoomStateChanged("tea")])
    assert (told.args, changed.args) == ([answer], ["tea"])
    assert (bridge.admin, bridge.room_state("tea")) == (False, None)
