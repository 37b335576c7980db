"""Who negotiates is welcomed, who was lost comes back, and what a server knows after a restart."""

from chatapp import __version__
from chatapp.protocol import limits
from chatapp.protocol.codec import BadFrame
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Error,
    Identify,
    Joined,
    JoinRoom,
    ListRooms,
    Reason,
    Rename,
    RoomsList,
    SendMessage,
)
from chatapp.protocol.messages.rich import (
    Ack,
    Capability,
    EditMessage,
    GetHistory,
    MemberJoined,
    MemberLeft,
    Typing,
    Welcome,
)
from chatapp.rooms import terms
from chatapp.rooms.effects import Close, ListChanged, Send, SendList, Settle
from chatapp.rooms.log import DropStay, KeepStay
from chatapp.rooms.policy import Policy
from tests.rooms.shell import Shell, come, counter, refusal, shell_with


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
