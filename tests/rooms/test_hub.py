"""The hub by example: Part 1, and a life with a storage. The model is in `test_model.py`."""

from collections.abc import Sequence
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp import __version__
from chatapp.protocol import limits
from chatapp.protocol.codec import BadFrame, decode_reply, decode_request, encode
from chatapp.protocol.limits import BAD_REQUESTS, MESSAGE, MESSAGE_RATE, RATE_REFUSALS
from chatapp.protocol.messages import (
    Ack,
    Capability,
    CreateRoom,
    DeleteRoom,
    EditMessage,
    Error,
    GetHistory,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    MemberJoined,
    MemberLeft,
    Message,
    Reason,
    Rename,
    Request,
    RoomsList,
    SendMessage,
    Typing,
    Welcome,
)
from chatapp.rooms import terms
from chatapp.rooms.effects import Broadcast, Close, Effect, Group, ListChanged, Probe, Send, SendList, Settle
from chatapp.rooms.log import DropStay, KeepStay
from chatapp.rooms.policy import Policy
from tests.rooms.shell import Shell, come, counter, refusal, shell_with


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


def test_identify_twice() -> None:
    assert refusal(shell_with("Ann").ask("Ann", Identify("Bo"))) == Reason.ALREADY_IDENTIFIED


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


def test_a_freed_name_inherits_no_room() -> None:
    shell = shell_with("Ann")
    shell.ask("Ann", CreateRoom("tea"))
    shell.leave("Ann")
    shell.connect("another")
    shell.ask("another", Identify("Ann"))
    assert refusal(shell.ask("another", DeleteRoom("tea"))) == Reason.NOT_ALLOWED


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


# Part 2


def test_who_negotiates_is_welcomed_first() -> None:
    shell = Shell(token=counter("secret"))
    shell.connect("a")
    assert shell.ask("a", Identify(" Ann ", ["resume", "teleport", "rich"])) == [
        Send(
            "a",
            Welcome("Ann", ["rich", "resume"], {"version": __version__}, terms.LIMITS, now=0, resume="secret3"),
        ),
        Send("a", Joined("default")),
        SendList("a", RoomsList({"default": 1}), shell.hub.version),
        ListChanged(),
    ]
    assert shell.hub.negotiated("a")
    assert max(map(len, ("secret3", shell.storage.page("default", limit=1).epoch))) <= limits.ID


def test_a_list_without_anything_in_it_negotiates() -> None:
    shell = Shell()
    shell.connect("a")
    [welcome, joined, *_] = shell.ask("a", Identify("Ann", []))
    assert isinstance(welcome, Send)
    assert isinstance(welcome.message, Welcome)
    assert (welcome.message.capabilities, welcome.message.resume) == ([], "")
    assert joined == Send("a", Joined("default"))
    assert shell.hub.negotiated("a")
    assert shell.ask("a", JoinRoom("nowhere", ref="r"))[0] == Send(
        "a", Error("room_not_found", "There is no room called “nowhere”.", "r")
    )


def test_who_does_not_negotiate_is_not_welcomed() -> None:
    shell = shell_with("Ann")
    assert not shell.hub.negotiated("Ann")
    assert not shell.hub.negotiated("nobody")
    for request in (GetHistory("default"), Typing("default"), EditMessage("default", 1, "hi")):
        assert refusal(shell.ask("Ann", request)) == Reason.UNKNOWN_ACTION


def test_a_welcome_waits_until_the_token_is_safe() -> None:
    shell = Shell()
    shell.held = True
    shell.connect("a")
    assert shell.ask("a", Identify("Ann", ["resume"])) == []
    assert [type(effect) for effect in shell.release()] == [Send, Send, SendList, ListChanged]
    shell.full = True
    shell.connect("b")
    shell.ask("b", Identify("Bo", ["resume"]))
    assert [type(effect) for effect in shell.release()] == [Send, Send, SendList, ListChanged], "or cannot be made safe"


def test_a_refused_identify_may_be_repeated_and_spends_no_token() -> None:
    shell = shell_with("Bo")
    token = come(shell, "Ann")
    shell.leave("Ann")
    shell.connect("again")
    for name, why in (("Bo", Reason.USERNAME_TAKEN), ("admin", Reason.INVALID_USERNAME)):
        assert refusal(shell.ask("again", Identify(name, ["resume"], {"resume": token}))) == why
    assert not shell.hub.negotiated("again")
    assert refusal(shell.ask("again", Identify("Ann", ["resume"], {"resume": token}))) is None


def owned_room(shell: Shell, who: str) -> None:
    shell.ask(who, CreateRoom("tea"), JoinRoom("tea"), SendMessage("hi", "tea", "1"))


def test_a_lost_connection_keeps_name_and_rights_for_its_token() -> None:
    shell = Shell()
    token = come(shell, "Ann")
    owned_room(shell, "Ann")
    shell.leave("Ann")
    shell.wait(limits.RESUME - 1)
    shell.connect("thief")
    assert shell.ask("thief", Identify("ANN")) == [
        Send("thief", Error("username_taken", "Somebody here is called “ANN” already. Please choose another name."))
    ], "there is nobody to be probed"
    assert refusal(shell.ask("thief", Identify("Ann", ["resume"], {"resume": "guess"}))) == Reason.USERNAME_TAKEN
    assert come(shell, "back", name="Ann", resume=token) != token
    assert shell.hub.name_of("back") == "Ann"
    assert list(shell.hub.rooms_of("back")) == ["default"], "the client joins again, from its cursors"
    shell.ask("back", JoinRoom("tea"))
    assert refusal(shell.ask("back", EditMessage("tea", 1, "hello"))) is None
    shell.frames.clear()
    shell.ask("back", SendMessage("hi", "tea", "1"))
    assert [type(frame) for frame in shell.take("back")] == [Ack], "said before"
    assert refusal(shell.ask("back", DeleteRoom("tea"))) is None


def test_after_too_long_the_name_is_free_and_the_rights_are_gone() -> None:
    shell = Shell()
    token = come(shell, "Ann")
    owned_room(shell, "Ann")
    shell.leave("Ann")
    assert shell.hub.next_deadline == limits.RESUME
    shell.wait(limits.RESUME)
    assert isinstance(shell.writes[-1], DropStay)
    assert shell.hub.next_deadline is None
    come(shell, "back", name="Ann", resume=token)
    assert refusal(shell.ask("back", DeleteRoom("tea"))) == Reason.NOT_ALLOWED


def test_who_leaves_politely_frees_the_name_and_may_still_come_back() -> None:
    shell = Shell()
    token = come(shell, "Ann")
    owned_room(shell, "Ann")
    shell.leave("Ann", polite=True)
    assert isinstance(shell.writes[-1], KeepStay)
    assert shell.writes[-1].name == ""
    shell.connect("Bo")
    assert refusal(shell.ask("Bo", Identify("Ann"))) is None
    shell.connect("back")
    assert refusal(shell.ask("back", Identify("Ann", ["resume"], {"resume": token}))) == Reason.USERNAME_TAKEN
    assert refusal(shell.ask("back", Identify("Anna", ["resume"], {"resume": token}))) is None
    assert refusal(shell.ask("back", DeleteRoom("tea"))) is None


def test_without_the_capability_nothing_is_kept() -> None:
    shell = Shell()
    come(shell, "Ann", "rich", "history", "presence")
    shell.leave("Ann")
    assert shell.hub.next_deadline is None
    shell.connect("b")
    assert refusal(shell.ask("b", Identify("Ann"))) is None


def test_who_comes_back_takes_over_from_a_connection_that_seems_alive() -> None:
    shell = Shell()
    come(shell, "Bo", "presence")
    token = come(shell, "Ann")
    owned_room(shell, "Ann")
    shell.frames.clear()
    shell.connect("again")
    effects = shell.ask("again", Identify("Ann", [*Capability], {"resume": token}))
    assert shell.closed == {"Ann": 4001}
    at = effects.index(Close("Ann", 4001, "resumed elsewhere"))
    assert {Settle("default"), Settle("tea")} <= {each for each in effects[:at] if isinstance(each, Settle)}
    assert shell.hub.list() == RoomsList({"default": 2, "tea": 0})
    assert shell.hub.name_of("Ann") is None
    assert shell.leave("Ann") == []
    assert shell.hub.name_of("again") == "Ann"
    assert shell.take("Bo") == [MemberLeft("default", "Ann"), MemberJoined("default", "Ann")]


def test_who_takes_over_under_another_name_leaves_under_the_first() -> None:
    shell = Shell()
    come(shell, "Bo", "presence")
    token = come(shell, "Ann")
    shell.frames.clear()
    come(shell, "again", name="Anna", resume=token)
    assert shell.take("Bo") == [MemberLeft("default", "Ann"), MemberJoined("default", "Anna")]


def test_a_token_is_good_once() -> None:
    shell = Shell()
    first = come(shell, "one", name="Ann")
    second = come(shell, "two", name="Ann", resume=first)
    third = come(shell, "three", name="Ann", resume=first)
    shell.ask("three", ListRooms())
    for spent in (first, second):
        shell.connect("four")
        shell.ask("four", Identify("Ann", ["resume"], {"resume": spent}))
        assert shell.hub.name_of("four") is None, "the third welcome is known to have arrived"
    assert come(shell, "five", name="Ann", resume=third)


def test_a_restart_keeps_rooms_names_and_rights() -> None:
    shell = Shell()
    token = come(shell, "Ann")
    owned_room(shell, "Ann")
    shell.ask("Ann", Rename("Anna"))
    shell.ask("Ann", CreateRoom("empty"))
    come(shell, "Bo")
    shell.leave("Bo", polite=True)
    epochs = {room: shell.storage.page(room, limit=1).epoch for room in ("default", "tea")}
    shell = Shell(storage=shell.storage, token=counter("second"), now=1_000.0)
    assert shell.hub.list() == RoomsList({"default": 0, "tea": 0, "empty": 0})
    assert {room: shell.storage.page(room, limit=1).epoch for room in ("default", "tea")} == epochs
    assert shell.writes == []
    shell.connect("thief")
    assert refusal(shell.ask("thief", Identify("anna"))) == Reason.USERNAME_TAKEN
    assert refusal(shell.ask("thief", Identify("Bo"))) is None, "who left politely holds no name"
    come(shell, "back", name="Anna", resume=token)
    assert refusal(shell.ask("back", DeleteRoom("tea"))) is None
    shell.leave("back")
    shell.wait(limits.RESUME)
    assert refusal(shell.ask("thief", Rename("Anna"))) is None


def test_who_does_not_come_back_after_a_restart_is_forgotten() -> None:
    shell = Shell()
    token = come(shell, "Ann")
    owned_room(shell, "Ann")
    shell = Shell(storage=shell.storage, token=counter("second"), now=1_000.0)
    assert shell.hub.next_deadline == 1_000.0 + limits.RESUME
    shell.wait(limits.RESUME)
    shell = Shell(storage=shell.storage, token=counter("third"), now=2_000.0)
    assert shell.hub.next_deadline is None
    come(shell, "back", name="Ann", resume=token)
    assert refusal(shell.ask("back", DeleteRoom("tea"))) == Reason.NOT_ALLOWED


def test_rooms_with_something_in_them_are_kept_after_a_restart() -> None:
    policy = Policy(rate_limits=False, rooms=1)
    shell = Shell(policy)
    come(shell, "Ann", "rich")
    owned_room(shell, "Ann")
    shell = Shell(policy, storage=shell.storage, token=counter("second"))
    come(shell, "Ann", "rich")
    assert refusal(shell.ask("Ann", CreateRoom("more"))) == Reason.TOO_MANY_ROOMS


def test_a_refs_length_has_a_limit_in_bad_frames_too() -> None:
    shell = Shell()
    come(shell, "Ann")
    assert shell.refuse("Ann", BadFrame(Reason.BAD_REQUEST, "No.", "r")) == [
        Send("Ann", Error("bad_request", "No.", "r"))
    ]
    too_long = BadFrame(Reason.BAD_REQUEST, "No.", "r" * (limits.ID + 1))
    assert shell.refuse("Ann", too_long) == [Send("Ann", Error("bad_request", "No."))]


def test_a_request_without_its_capability_is_unknown() -> None:
    shell = Shell()
    come(shell, "Ann", "rich")
    assert shell.ask("Ann", GetHistory("default", ref="r")) == [
        Send("Ann", Error("unknown_action", "“getHistory” is for those who negotiated “history”.", "r"))
    ]


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


@given(st.lists(st.tuples(ACTIONS, st.dictionaries(st.sampled_from(FIELDS), VALUES)), max_size=20))
def test_whatever_is_asked_is_answered_with_frames_or_not_at_all(asked: list[tuple[str, dict[str, Any]]]) -> None:
    shell = Shell()
    come(shell, "Ann")
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
