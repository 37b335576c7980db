"""The hub by example: Part 1, and what holds for whatever is asked. What it is held against is in `test_houses.py`."""

from collections.abc import Sequence

import pytest

from chatapp import __version__
from chatapp.protocol.codec import BadFrame
from chatapp.protocol.limits import BAD_REQUESTS, MESSAGE_RATE, RATE_REFUSALS
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Error,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    ListRooms,
    Message,
    Reason,
    Rename,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.rich import Welcome
from chatapp.rooms.effects import Broadcast, Close, Effect, Group, ListChanged, Probe, Send, SendList, Settle
from chatapp.rooms.policy import Policy
from tests.rooms.shell import Shell, refusal, shell_with


def test_identify_joins_default_then_lists_the_rooms() -> None:
    shell = Shell()
    shell.connect("a")
    assert shell.ask("a", Identify("Ann")) == [
        Send("a", Joined("default")),
        SendList("a", RoomsList({"default": 1}), shell.hub.version),
        ListChanged(),
    ]
    assert shell.hub.name_of("a") == "Ann"
    assert list(shell.hub.rooms_of("a")) == ["default"]


@pytest.mark.parametrize(
    "request_", [CreateRoom("x"), JoinRoom("default"), SendMessage("hi", "default"), Rename("x"), ListRooms()]
)
def test_nothing_before_identify(request_: Request) -> None:
    shell = Shell()
    shell.connect("a")
    assert refusal(shell.ask("a", request_)) == Reason.NOT_IDENTIFIED
    assert not shell.hub.identified("a")


@pytest.mark.parametrize("claim", ["Ann", "ann", "ANN", "Аnn", " Ann "])
def test_a_taken_name_is_refused_and_its_holder_probed(claim: str) -> None:
    shell = shell_with("Ann")
    shell.connect("b")
    effects = shell.ask("b", Identify(claim))
    assert refusal(effects) == Reason.USERNAME_TAKEN
    assert effects[1:] == [Probe("Ann")]
    shell.leave("Ann")
    assert refusal(shell.ask("b", Identify(claim))) is None


@pytest.mark.parametrize("name", ["", "   ", "x" * 33, "a\u202eb", "Admin", "ѕerver", "a\nb"])
def test_names_that_are_not_allowed(name: str) -> None:
    shell = shell_with("Ann")
    shell.connect("b")
    assert refusal(shell.ask("b", Identify(name))) == Reason.INVALID_USERNAME
    assert refusal(shell.ask("Ann", Rename(name))) == Reason.INVALID_USERNAME
    assert shell.hub.name_of("Ann") == "Ann"


def test_a_message_goes_to_every_member_and_its_author() -> None:
    shell = shell_with("Ann", "Bo", "Cy")
    shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    shell.ask("Bo", JoinRoom("tea"))
    assert shell.ask("Bo", SendMessage("hi", "tea")) == [
        Broadcast("tea", Group.PLAIN, ("Ann", "Bo"), Message(author="Bo", room="tea", message="hi")),
    ]


def test_a_freed_name_inherits_no_room() -> None:
    shell = shell_with("Ann")
    shell.ask("Ann", CreateRoom("tea"))
    shell.leave("Ann")
    shell.connect("another")
    shell.ask("another", Identify("Ann"))
    assert refusal(shell.ask("another", DeleteRoom("tea"))) == Reason.NOT_ALLOWED


def test_one_audience_for_as_long_as_nobody_comes_or_goes() -> None:
    shell = shell_with("Ann", "Bo")

    def audience() -> object:
        effect = shell.ask("Ann", SendMessage("hi", "default"))[0]
        assert isinstance(effect, Broadcast)
        return effect.audience

    first = audience()
    shell.ask("Bo", Rename("Bob"))
    assert audience() is first
    shell.leave("Bo")
    assert audience() == ("Ann",)


def test_when_rooms_run_out_the_one_longest_given_up_goes() -> None:
    shell = shell_with("Ann", "Bo", policy=Policy(rate_limits=False, rooms=2))
    shell.ask("Bo", CreateRoom("old"), JoinRoom("old"), CreateRoom("new"), now=1.0)
    assert refusal(shell.ask("Ann", CreateRoom("more"))) == Reason.TOO_MANY_ROOMS
    shell.ask("Bo", LeaveRoom("old"), now=5.0)
    assert refusal(shell.ask("Ann", CreateRoom("more"))) == Reason.TOO_MANY_ROOMS, "both still have their owner"
    shell.leave("Bo")
    assert shell.ask("Ann", CreateRoom("more"), now=7.0) == [Settle("new"), ListChanged()]
    assert shell.hub.list() == RoomsList({"default": 1, "old": 0, "more": 0}), "new was empty since 1.0, old since 5.0"


def test_messages_over_the_rate_are_refused_and_the_flood_ends_the_connection() -> None:
    shell = shell_with("Ann", policy=Policy())
    burst = int(MESSAGE_RATE[0])
    answers = [refusal(shell.ask("Ann", SendMessage("hi", "default"))) for _ in range(burst + 1)]
    assert answers == [None] * burst + [Reason.RATE_LIMITED]
    assert refusal(shell.ask("Ann", SendMessage("hi", "default"), now=1.0)) is None, "two a second come back"
    effects: Sequence[Effect[str]] = ()
    for _ in range(RATE_REFUSALS + burst):
        effects = shell.ask("Ann", SendMessage("hi", "default"), now=1.0)
    assert isinstance(effects[-1], Close)
    assert effects[-1].code == 1008


def test_rooms_are_created_at_their_own_rate() -> None:
    shell = shell_with("Ann", policy=Policy())
    answers = [refusal(shell.ask("Ann", CreateRoom(f"r{number}"))) for number in range(6)]
    assert answers == [None] * 5 + [Reason.RATE_LIMITED]
    assert refusal(shell.ask("Ann", JoinRoom("r1"))) is None, "other requests go on"


def test_the_tenth_bad_frame_within_a_minute_ends_the_connection() -> None:
    shell = shell_with("Ann")
    problem = BadFrame(Reason.BAD_REQUEST, "No.")
    for _ in range(1, BAD_REQUESTS):
        shell.wait(1.0)
        assert shell.refuse("Ann", problem) == [Send("Ann", Error("bad_request", "No."))]
    assert isinstance(shell.refuse("Ann", problem)[-1], Close)
    slow = shell_with("Bo")
    for _ in range(50):
        slow.wait(10.0)
        assert len(slow.refuse("Bo", problem)) == 1


def test_a_connection_that_is_gone_has_no_effects() -> None:
    shell = shell_with("Ann")
    assert shell.leave("Ann") == [ListChanged()]
    assert shell.leave("Ann") == []
    assert shell.ask("Ann", ListRooms()) == []
    assert shell.refuse("Ann", BadFrame(Reason.BAD_REQUEST, "No.")) == []
    assert list(shell.hub.rooms_of("Ann")) == []
    shell.connect("never said a name")
    assert shell.leave("never said a name") == []


def test_who_joins_is_told_who_hosts() -> None:
    shell = Shell()
    shell.hub.host("Ann")
    assert welcome(shell, "one").server == {"version": __version__, "host": "Ann"}
    shell.hub.host("Anna")
    assert welcome(shell, "two").server["host"] == "Anna"
    shell.hub.host("")
    assert welcome(shell, "three").server == {"version": __version__}


def welcome(shell: Shell, who: str) -> Welcome:
    shell.connect(who)
    shell.ask(who, Identify(who, []))
    [found] = [frame for frame in shell.frames[who] if isinstance(frame, Welcome)]
    return found
