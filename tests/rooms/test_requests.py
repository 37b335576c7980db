"""What each request leads to, by example."""

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.codec import BadFrame, decode_reply, decode_request, encode
from chatapp.protocol.limits import MESSAGE
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    Message,
    Reason,
    Rename,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.rich import Capability, GetHistory
from chatapp.rooms.effects import Broadcast, ListChanged, Send, Settle
from tests.rooms.shell import Shell, refusal, shell_with


def test_identify_twice() -> None:
    assert refusal(shell_with("Ann").ask("Ann", Identify("Bo"))) == Reason.ALREADY_IDENTIFIED


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (SendMessage("hi", ""), Reason.NO_ROOM_SPECIFIED),
        (SendMessage("hi", "nowhere"), Reason.ROOM_NOT_FOUND),
        (SendMessage("hi", "tea"), Reason.NOT_IN_ROOM),
        (SendMessage("", "default"), Reason.EMPTY_MESSAGE),
        (SendMessage(" \n\t", "default"), Reason.EMPTY_MESSAGE),
        (SendMessage("x" * (MESSAGE + 1), "default"), Reason.MESSAGE_TOO_LONG),
        (SendMessage("x" * MESSAGE, "default"), None),
        (JoinRoom(""), Reason.NO_ROOM_SPECIFIED),
        (JoinRoom("nowhere"), Reason.ROOM_NOT_FOUND),
        (JoinRoom("\u202e"), Reason.ROOM_NOT_FOUND),
        (LeaveRoom(""), Reason.NO_ROOM_SPECIFIED),
        (LeaveRoom("default"), Reason.CANNOT_LEAVE_DEFAULT),
        (LeaveRoom("tea"), Reason.NOT_IN_ROOM),
        (CreateRoom(""), Reason.NO_ROOM_SPECIFIED),
        (CreateRoom("a\u200bb"), Reason.INVALID_ROOM_NAME),
        (CreateRoom("x" * 65), Reason.INVALID_ROOM_NAME),
        (CreateRoom("TEA"), Reason.ROOM_EXISTS),
        (CreateRoom("Default"), Reason.ROOM_EXISTS),
        (DeleteRoom(""), Reason.NO_ROOM_SPECIFIED),
        (DeleteRoom("default"), Reason.CANNOT_DELETE_DEFAULT),
        (DeleteRoom("nowhere"), Reason.ROOM_NOT_FOUND),
        (DeleteRoom("tea"), Reason.NOT_ALLOWED),
    ],
)
def test_what_is_refused_and_why(message: Request, why: Reason | None) -> None:
    shell = shell_with("Ann", "Bo")
    shell.ask("Ann", CreateRoom("tea"))
    before = shell.hub.list()
    assert refusal(shell.ask("Bo", message)) == why
    assert shell.hub.list() == before


def test_creating_does_not_join() -> None:
    shell = shell_with("Ann")
    assert shell.ask("Ann", CreateRoom("tea")) == [ListChanged()]
    assert shell.hub.list() == RoomsList({"default": 1, "tea": 0})


def test_a_room_is_found_by_the_name_as_it_was_typed() -> None:
    shell = shell_with("Ann")
    shell.ask("Ann", CreateRoom("  tea   time "))
    assert shell.ask("Ann", JoinRoom("  tea   time "))[0] == Send("Ann", Joined("tea time"))
    assert isinstance(shell.ask("Ann", SendMessage("hi", "  tea   time "))[0], Broadcast)


def test_joining_again_answers_again_and_changes_nothing() -> None:
    shell = shell_with("Ann")
    version = shell.hub.version
    assert shell.ask("Ann", JoinRoom("default")) == [Send("Ann", Joined("default"))]
    assert shell.hub.version == version


def test_leaving_settles_the_room_first() -> None:
    shell = shell_with("Ann")
    shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    assert shell.ask("Ann", LeaveRoom("tea")) == [Settle("tea"), Send("Ann", Left("tea")), ListChanged()]
    assert list(shell.hub.rooms_of("Ann")) == ["default"]


def test_deleting_tells_every_member_and_frees_the_name() -> None:
    shell = shell_with("Ann", "Bo")
    shell.ask("Ann", CreateRoom("tea"))
    shell.ask("Bo", JoinRoom("tea"))
    assert shell.ask("Ann", DeleteRoom("tea")) == [Settle("tea"), Send("Bo", Left("tea")), ListChanged()]
    assert refusal(shell.ask("Bo", CreateRoom("TEA"))) is None


def test_rename_carries_rooms_and_rights() -> None:
    shell = shell_with("Ann", "Bo")
    shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    assert shell.ask("Ann", Rename("Anna")) == []
    effect = shell.ask("Ann", SendMessage("hi", "tea"))[0]
    assert isinstance(effect, Broadcast)
    assert effect.message == Message(author="Anna", room="tea", message="hi")
    assert refusal(shell.ask("Bo", Rename("ann"))) is None, "the old name is free"
    assert refusal(shell.ask("Ann", Rename("ANNA"))) is None, "one's own name in other letters"
    assert refusal(shell.ask("Ann", DeleteRoom("tea"))) is None


FIELDS = sorted({field.encode_name for kind in get_args(Request) for field in msgspec.structs.fields(kind)})
VALUES = st.one_of(
    st.sampled_from(["default", "tea", "👍", "Ann", "1", "", " ", "x" * 65, "x" * 300, "\x00", "\u202e"]),
    st.sampled_from([0, 1, 2, -1, 2**53, 2**63, 2**64, True, None, 1.5]),
    st.just({"epoch": "t2", "seq": 1}),
    st.builds(lambda seq: {"epoch": "", "seq": seq}, st.integers()),
    st.lists(st.sampled_from([*Capability, "", 1]), max_size=3),
    st.text(max_size=5).filter(lambda text: text.isprintable() or not text),
)
ACTIONS = st.sampled_from([kind.action for kind in get_args(Request)])


@pytest.mark.parametrize("steward", ["", "right"], ids=["by anybody", "by who is in charge"])
@given(st.lists(st.tuples(ACTIONS, st.dictionaries(st.sampled_from(FIELDS), VALUES)), max_size=20))
def test_whatever_is_asked_is_answered_with_frames_or_not_at_all(
    steward: str, asked: list[tuple[str, dict[str, Any]]]
) -> None:
    shell = Shell(steward=steward)
    shell.connect("Ann")
    shell.ask("Ann", Identify("Ann", [*Capability], {"admin": steward}))
    shell.ask("Ann", CreateRoom("tea"), JoinRoom("tea"), SendMessage("hi", "tea"))
    for action, payload in asked:
        frame = msgspec.json.encode({"action": action, "payload": payload})
        try:
            request, _ = decode_request(frame, extended=True)
        except BadFrame as problem:
            shell.refuse("Ann", problem)
        else:
            shell.ask("Ann", request)
    for reply in shell.take("Ann"):
        assert decode_reply(encode(reply)) == reply


def test_what_is_not_negotiated_is_not_known() -> None:
    """The codec reads no such thing from who speaks Part 1."""
    assert refusal(shell_with("Ann").ask("Ann", GetHistory("default"))) == Reason.UNKNOWN_ACTION
