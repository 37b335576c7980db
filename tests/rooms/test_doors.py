"""Rooms open and close, people come in, look in and leave; and what is undone where nothing can be written."""

import pytest

from chatapp.protocol.limits import PAGE
from chatapp.protocol.messages.base import (
    CreateRoom,
    Cursor,
    DeleteRoom,
    Error,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    Message,
    Reason,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.rich import Unwatched, UnwatchRoom, WatchRoom
from chatapp.rooms.effects import ListChanged, ReadPage, Send, SendList, Settle
from chatapp.rooms.log import DropRoom, OpenRoom
from chatapp.rooms.policy import Policy
from tests.rooms.shell import FULL, Shell, come, refusal, shell_with


@pytest.fixture
def shell() -> Shell:
    """Ann and Bo, who negotiated all but presence, and Cy, who did not negotiate."""
    shell = shell_with("Cy")
    for name in ("Ann", "Bo"):
        come(shell, name, "rich", "history", "resume")
    shell.frames.clear()
    return shell


def test_answers_with_a_ref(shell: Shell) -> None:
    hub = shell.hub
    rooms = {"default": 3, "tea": 0}
    assert shell.ask("Ann", CreateRoom("tea", "r1")) == [
        SendList("Ann", RoomsList(rooms, "r1"), hub.version),
        ListChanged(),
    ]
    assert shell.ask("Ann", JoinRoom("tea", ref="r2")) == [Send("Ann", Joined("tea", "r2")), ListChanged()]
    assert shell.ask("Ann", JoinRoom("tea", ref="r3")) == [Send("Ann", Joined("tea", "r3"))]
    assert shell.ask("Ann", LeaveRoom("tea", "r4"))[:2] == [Settle("tea"), Send("Ann", Left("tea", "r4"))]
    assert shell.ask("Ann", ListRooms("r5")) == [SendList("Ann", RoomsList(rooms, "r5"), hub.version)]
    shell.ask("Ann", JoinRoom("tea"))
    assert shell.ask("Ann", DeleteRoom("tea", "r6")) == [
        Settle("tea"),
        Send("Ann", Left("tea")),
        SendList("Ann", RoomsList({"default": 3}, "r6"), hub.version),
        ListChanged(),
    ]
    assert shell.ask("Ann", JoinRoom("tea", ref="r7")) == [
        Send("Ann", Error("room_not_found", "There is no room called “tea”.", "r7"))
    ]


def test_no_answer_without_one_where_part_1_has_none(shell: Shell) -> None:
    assert shell.ask("Ann", CreateRoom("tea")) == [ListChanged()]
    assert shell.ask("Ann", DeleteRoom("tea")) == [Settle("tea"), ListChanged()]
    assert shell.ask("Cy", CreateRoom("tea", "r")) == [ListChanged()], "and none for who did not negotiate"


def test_a_list_without_a_ref_is_one_object_for_everybody(shell: Shell) -> None:
    [ann], [cy] = shell.ask("Ann", ListRooms()), shell.ask("Cy", ListRooms("r"))
    assert isinstance(ann, SendList)
    assert isinstance(cy, SendList)
    assert ann.message is cy.message is shell.hub.list()


def test_joining_from_a_cursor_is_followed_by_what_was_missed(shell: Shell) -> None:
    since = Cursor("e", 7)
    assert shell.ask("Ann", JoinRoom("default", since, "r")) == [
        Send("Ann", Joined("default", "r")),
        ReadPage("Ann", "default", PAGE, since=since, ref="r"),
    ]
    come(shell, "Ed", "rich")
    for name in ("Cy", "Ed"):
        assert shell.ask(name, JoinRoom("default", since)) == [Send(name, Joined("default"))], "a word without meaning"


def test_a_watcher_reads_and_is_not_counted(shell: Shell) -> None:
    shell.ask("Cy", CreateRoom("tea"), JoinRoom("tea"))
    version = shell.hub.version
    assert shell.ask("Ann", WatchRoom(" tea ", ref="r")) == [ReadPage("Ann", "tea", PAGE, ref="r")]
    assert shell.ask("Ann", WatchRoom("tea", Cursor("e", 1))) == [ReadPage("Ann", "tea", PAGE, since=Cursor("e", 1))]
    assert shell.hub.version == version
    assert list(shell.hub.rooms_of("Ann")) == ["default", "tea"]
    shell.frames.clear()
    shell.ask("Cy", SendMessage("hi", "tea"))
    assert [frame.message for frame in shell.take("Ann") if isinstance(frame, Message)] == ["hi"]
    assert refusal(shell.ask("Ann", SendMessage("hi", "tea"))) == Reason.NOT_IN_ROOM
    assert refusal(shell.ask("Ann", LeaveRoom("tea"))) == Reason.NOT_IN_ROOM


def test_watching_ends_when_asked_or_by_joining(shell: Shell) -> None:
    shell.ask("Cy", CreateRoom("tea"))
    shell.ask("Ann", WatchRoom("tea"))
    assert shell.ask("Ann", UnwatchRoom("tea", "r")) == [Settle("tea"), Send("Ann", Unwatched("tea", "r"))]
    assert shell.ask("Ann", UnwatchRoom("tea")) == [Settle("tea"), Send("Ann", Unwatched("tea"))]
    shell.ask("Ann", WatchRoom("tea"), JoinRoom("tea"), WatchRoom("tea"), UnwatchRoom("tea"))
    assert list(shell.hub.rooms_of("Ann")) == ["default", "tea"]
    shell.ask("Ann", LeaveRoom("tea"))
    assert list(shell.hub.rooms_of("Ann")) == ["default"], "joining had ended the watching"


def test_who_reads_a_room_hears_of_its_end(shell: Shell) -> None:
    shell.ask("Cy", CreateRoom("tea"), JoinRoom("tea"))
    shell.ask("Ann", WatchRoom("tea"))
    assert shell.ask("Cy", DeleteRoom("tea")) == [
        Settle("tea"),
        Send("Cy", Left("tea")),
        Send("Ann", Unwatched("tea")),
        ListChanged(),
    ]
    assert list(shell.hub.rooms_of("Ann")) == ["default"]


def test_who_looks_into_a_room_does_not_keep_it() -> None:
    shell = Shell(Policy(rate_limits=False, rooms=1))
    shell.connect("Cy")
    come(shell, "Cy", "rich")
    come(shell, "Ann")
    shell.ask("Cy", CreateRoom("old"))
    shell.ask("Ann", WatchRoom("old"))
    shell.leave("Cy")
    shell.frames.clear()
    assert shell.ask("Ann", CreateRoom("new")) == [Settle("old"), Send("Ann", Unwatched("old")), ListChanged()]
    assert [type(write) for write in shell.writes[-2:]] == [DropRoom, OpenRoom]


def test_a_room_in_which_something_was_said_is_never_given_up() -> None:
    shell = Shell(Policy(rate_limits=False, rooms=1))
    come(shell, "Ann", "rich")
    come(shell, "Bo")
    shell.ask("Ann", CreateRoom("old"), JoinRoom("old"), SendMessage("hi", "old"))
    shell.leave("Ann")
    assert refusal(shell.ask("Bo", CreateRoom("new"))) == Reason.TOO_MANY_ROOMS


def test_owners_are_kept_of_those_who_can_come_back(shell: Shell) -> None:
    come(shell, "Ed", "rich")
    for name in ("Ann", "Cy", "Ed"):
        shell.ask(name, CreateRoom(f"{name}'s"))
    owners = {write.room: write.owner for write in shell.writes if isinstance(write, OpenRoom)}
    assert owners.pop("Ann's") != ""
    assert owners == {"default": "", "Cy's": "", "Ed's": ""}


# Where nothing can be written


def test_a_room_without_a_log_is_closed_again(shell: Shell) -> None:
    shell.full = True
    shell.ask("Ann", CreateRoom("tea", "r"))
    assert shell.frames == {"Ann": [Error(FULL.reason, FULL.detail, "r")]}
    assert shell.hub.list() == RoomsList({"default": 3})
    shell.full = False
    assert refusal(shell.ask("Ann", CreateRoom("tea"))) is None


def test_whoever_came_in_meanwhile_is_told_after_they_were_told_that_they_are_in(shell: Shell) -> None:
    shell.full = shell.held = True
    shell.ask("Cy", CreateRoom("tea"), JoinRoom("tea"), SendMessage("hi", "tea"))
    shell.ask("Ann", WatchRoom("tea", ref="w"))
    shell.release()
    error = Error(FULL.reason, FULL.detail)
    assert shell.take("Cy") == [error, Joined("tea"), error, Left("tea")]
    answer, last = shell.take("Ann")
    assert answer == Error("room_not_found", "There is no such room any more.", "w")
    assert last == Unwatched("tea")
    assert shell.hub.list() == RoomsList({"default": 3})
    assert list(shell.hub.rooms_of("Cy")) == ["default"]


def test_a_room_of_that_name_that_came_later_is_left_alone(shell: Shell) -> None:
    shell.held = shell.full = True
    shell.ask("Cy", CreateRoom("tea"), DeleteRoom("tea"), CreateRoom("tea"), JoinRoom("tea"))
    shell.release(1)
    shell.full = False
    shell.release()
    assert shell.hub.list() == RoomsList({"default": 3, "tea": 1})
    assert shell.take("Cy") == [Error(FULL.reason, FULL.detail), Joined("tea")]


def test_a_room_that_could_not_be_deleted_is_there_for_those_who_were_in_it(shell: Shell) -> None:
    shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    shell.ask("Cy", JoinRoom("tea"))
    shell.ask("Bo", WatchRoom("tea"))
    shell.frames.clear()
    shell.held = shell.full = True
    shell.ask("Ann", DeleteRoom("tea", "r"))
    assert shell.hub.list() == RoomsList({"default": 3})
    shell.leave("Cy")
    shell.release()
    assert shell.frames == {"Ann": [Error(FULL.reason, FULL.detail, "r")]}
    assert shell.hub.list() == RoomsList({"default": 2, "tea": 1})
    shell.held = shell.full = False
    shell.ask("Ann", SendMessage("hi", "tea"))
    assert [frame.message for frame in shell.take("Bo") if isinstance(frame, Message)] == ["hi"]
    assert refusal(shell.ask("Ann", DeleteRoom("tea"))) is None


@pytest.mark.parametrize("again", [(), (CreateRoom("tea"),), (CreateRoom("tea"), DeleteRoom("tea"))])
@pytest.mark.parametrize("failing", [1, 2, 3])
def test_there_are_the_rooms_that_are_kept_whatever_fails(
    shell: Shell, again: tuple[CreateRoom | DeleteRoom, ...], failing: int
) -> None:
    """A deletion fails after the room was made once more, and perhaps deleted once more."""
    shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    shell.held = shell.full = True
    shell.ask("Ann", DeleteRoom("tea"), *again)
    shell.release(failing)
    shell.full = shell.held = False
    shell.release()
    kept = [known.name for known in shell.storage.load()[0]]
    assert [*shell.hub.list().rooms] == kept
    if kept == ["default", "tea"]:
        assert shell.hub.list().rooms["tea"] == 1
        assert refusal(shell.ask("Ann", SendMessage("hi", "tea"))) is None
        assert refusal(shell.ask("Ann", DeleteRoom("tea"))) is None
    assert refusal(shell.ask("Ann", CreateRoom("tea"))) is None


def test_default_stays_whatever_happens() -> None:
    shell = Shell(full=True)
    assert shell.hub.list() == RoomsList({"default": 0})
    come(shell, "Ann")
    assert refusal(shell.ask("Ann", SendMessage("hi", "default"))) == FULL.reason
