"""Who is told that somebody came, went, is called something else, or is typing."""

import pytest

from chatapp.protocol.limits import RATE_REFUSALS, REQUEST_RATE, TYPING_PAUSE
from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    Rename,
    SendMessage,
)
from chatapp.protocol.messages.rich import (
    GetMembers,
    IsTyping,
    MemberJoined,
    MemberLeft,
    Members,
    Renamed,
    Typing,
    WatchRoom,
)
from chatapp.rooms.effects import Broadcast, Close, Group, ListChanged, Send, Settle
from chatapp.rooms.policy import Policy
from tests.rooms.shell import Shell, come, shell_with

PRESENCE = (MemberJoined, MemberLeft, Renamed, IsTyping)


def notes(shell: Shell, who: str) -> list[Reply]:
    """What it was told of others since this was last asked."""
    return [frame for frame in shell.take(who) if isinstance(frame, PRESENCE)]


@pytest.fixture
def tea() -> Shell:
    """Ann and Bo, who negotiated, and Cy, who did not, are in `tea`; Di watches it; Ed is elsewhere."""
    shell = Shell()
    for name in ("Ann", "Bo", "Di", "Ed"):
        come(shell, name)
    shell.connect("Cy")
    shell.ask("Cy", Identify("Cy"))
    shell.ask("Ann", CreateRoom("tea"))
    for name in ("Ann", "Bo", "Cy"):
        shell.ask(name, JoinRoom("tea"))
    shell.ask("Di", WatchRoom("tea"))
    shell.frames.clear()
    return shell


def test_members_and_watchers_hear_of_who_comes_and_goes(tea: Shell) -> None:
    tea.connect("new")
    tea.ask("new", Identify("New"), JoinRoom("tea"), LeaveRoom("tea"))
    tea.leave("new")
    default = [MemberJoined("default", "New"), MemberLeft("default", "New")]
    for name in ("Ann", "Bo", "Di"):
        assert notes(tea, name) == [default[0], MemberJoined("tea", "New"), MemberLeft("tea", "New"), default[1]]
    assert notes(tea, "Ed") == default
    assert tea.take("Cy") == []
    assert notes(tea, "new") == []


def test_nobody_hears_of_themselves(tea: Shell) -> None:
    tea.ask("Di", JoinRoom("tea"))
    tea.ask("Bo", JoinRoom("tea"), LeaveRoom("tea"))
    assert [frame for frame in tea.take("Di") if not isinstance(frame, MemberLeft)] == [Joined("tea")]
    assert notes(tea, "Bo") == [MemberJoined("tea", "Di")]


def test_a_note_comes_behind_what_was_said_before(tea: Shell) -> None:
    effects = tea.ask("Ed", JoinRoom("tea"))
    assert effects == [
        Send("Ed", Joined("tea")),
        Settle("tea"),
        Broadcast("tea", Group.PRESENCE, ("Ann", "Bo", "Di"), MemberJoined("tea", "Ed")),
        ListChanged(),
    ]


def test_where_nobody_wants_to_know_nothing_is_done() -> None:
    shell = shell_with("Ann", "Bo")
    assert shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea")) == [Send("Ann", Joined("tea")), ListChanged()]


def test_a_deleted_room_is_left_without_notes(tea: Shell) -> None:
    tea.ask("Ann", DeleteRoom("tea"))
    assert tea.take("Bo") == [Left("tea")]


def test_a_rename_is_told_once_to_everybody_else(tea: Shell) -> None:
    tea.ask("Cy", Rename("Cyril"))
    tea.ask("Bo", Rename("Bob", ref="r"))
    for name in ("Ann", "Di", "Ed"):
        assert notes(tea, name) == [Renamed("Cy", "Cyril"), Renamed("Bo", "Bob")]
    assert tea.take("Bo") == [Renamed("Cy", "Cyril"), Renamed("Bo", "Bob", "r")]
    assert tea.take("Cy") == []


def test_the_roster_names_members_in_order_and_the_owner(tea: Shell) -> None:
    assert tea.ask("Ed", GetMembers("tea", ref="r")) == [
        Send("Ed", Members("tea", ["Ann", "Bo", "Cy"], "Ann", ref="r"))
    ]
    tea.leave("Ann")
    assert tea.ask("Ed", GetMembers(" tea ")) == [Send("Ed", Members("tea", ["Bo", "Cy"]))]
    assert tea.ask("Ed", GetMembers("default")) == [Send("Ed", Members("default", ["Bo", "Di", "Ed", "Cy"]))]


def test_typing_is_told_to_the_rooms_others(tea: Shell) -> None:
    assert tea.ask("Ann", Typing("tea")) == [
        Broadcast("tea", Group.PRESENCE, ("Bo", "Di"), IsTyping("tea", "Ann")),
    ]
    assert tea.ask("Ann", Typing("tea", on=False)) == [
        Broadcast("tea", Group.PRESENCE, ("Bo", "Di"), IsTyping("tea", "Ann", on=False)),
    ]


def test_typing_too_often_and_stopping_twice_are_dropped(tea: Shell) -> None:
    assert len(tea.ask("Ann", Typing("tea"))) == 1
    assert tea.ask("Ann", Typing("tea"), now=TYPING_PAUSE / 2) == []
    assert len(tea.ask("Ann", Typing("default"))) == 1, "another room has its own rate"
    assert len(tea.ask("Ann", Typing("tea", on=False))) == 1
    assert tea.ask("Ann", Typing("tea", on=False)) == []
    assert tea.ask("Ann", Typing("tea")) == [], "nor does stopping shorten the pause"
    assert len(tea.ask("Ann", Typing("tea"), now=TYPING_PAUSE)) == 1


def test_stopping_is_told_to_who_was_told_of_the_typing_alone(tea: Shell) -> None:
    assert tea.ask("Ann", Typing("tea", on=False)) == []
    tea.ask("Ann", Typing("tea"), LeaveRoom("tea"), JoinRoom("tea"))
    assert tea.ask("Ann", Typing("tea", on=False)) == []


@pytest.mark.parametrize("room", ["", "nowhere", "tea"])
def test_typing_is_never_answered(tea: Shell, room: str) -> None:
    assert tea.ask("Ed", Typing(room, ref="r")) == []
    assert tea.ask("Di", Typing(room, ref="r")) == []


def test_typing_alone_in_a_room_is_told_to_nobody() -> None:
    shell = Shell()
    come(shell, "Ann")
    assert shell.ask("Ann", Typing("default")) == []


@pytest.mark.parametrize("on", [True, False])
def test_a_flood_of_it_ends_the_connection_and_a_little_too_much_does_not(on: bool) -> None:
    shell = Shell(Policy())
    come(shell, "Ann")
    for _ in range(int(REQUEST_RATE[0]) - 1):  # coming was a request, too
        assert shell.ask("Ann", Typing("default", on=on)) == []
    for _ in range(RATE_REFUSALS):
        assert shell.closed == {}
        seen = shell.ask("Ann", Typing("default", on=on))
    assert [type(effect) for effect in seen] == [Close]
    shell.ask("Ann", SendMessage("hi", "default"))
