"""Names that are proven, and who has which."""

from chatapp.protocol.limits import NAME_RESERVED, RESUME
from chatapp.protocol.messages.base import CreateRoom, DeleteRoom, Error, Joined, JoinRoom, Rename, RoomsList
from chatapp.protocol.messages.hosting import GetServer, ServerState
from chatapp.protocol.messages.rich import GetMembers, MemberJoined, MemberLeft, Members, Renamed
from chatapp.rooms.effects import Probe
from tests.rooms.doorway import ANN_S, BO_S, LOCAL, OTHER, PLAIN, SECURE, STEWARD, Doorway
from tests.rooms.shell import refusal


def test_a_proven_name_is_known_to_everybody() -> None:
    door = Doorway()
    door.come("Bo")
    assert door.come("Ann", key=ANN_S) == "in"
    assert door.welcome("Ann").proven
    assert MemberJoined("default", "Ann", ANN_S) in door.frames["Bo"]
    answer = door.answer("Bo", GetMembers("default"))
    assert isinstance(answer, Members)
    assert answer.keys == {"Ann": ANN_S}


def test_a_proof_that_is_not_right() -> None:
    door = Doorway()
    assert door.come("Ann", key=ANN_S, proof="Ann says so") == "auth_failed"
    assert door.come("Bo", name="Bo", key=BO_S, proof=f"{BO_S} says Ann") == "auth_failed"
    assert door.hub.name_of("Ann") is None


def test_an_impostor_is_refused_while_the_name_waits() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    door.leave("Ann", polite=True)
    for who, name in (("e1", "Ann"), ("e2", "ANN"), ("e3", "Аnn")):
        assert door.come(who, OTHER, name=name) == "username_taken"
        assert "reserved" in door.frames[who][-1].detail  # type: ignore[union-attr]  # an Error
    assert door.come("e4", PLAIN, name="Ann") == door.come("e5", OTHER, name="Ann", key=BO_S) == "username_taken"
    assert door.come("Bo", OTHER) == "in"
    assert door.refused("Bo", Rename("Ann", ref="1")) == "username_taken"
    assert door.come("Ann", key=ANN_S) == "in"


def test_over_a_restart_and_for_so_long() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    again = Doorway(storage=door.storage, now=NAME_RESERVED - 1.0)
    assert again.come("Eve", name="Ann") == "username_taken"
    later = Doorway(storage=door.storage, now=NAME_RESERVED)
    later.wait(RESUME + 1)
    assert later.come("Eve", name="Ann") == "in"


def test_who_takes_another_name_gives_the_first_free() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    door.ask("Ann", Rename("Anna", ref="1"))
    assert door.come("Eve", OTHER, name="Ann") == "in"
    door.leave("Ann", polite=True)
    assert door.come("Eve 2", OTHER, name="Anna") == "username_taken"
    assert door.come("Ann", key=ANN_S, name="Anna") == "in"


def test_who_has_a_name_keeps_it_until_they_go() -> None:
    door = Doorway()
    door.come("Eve", OTHER, name="Ann", capabilities=[])
    seen = door.ask("x", Rename("x"))
    assert seen == []
    assert door.come("Ann", key=ANN_S) == "username_taken"
    door.leave("Eve")
    assert door.identify("Ann", "Ann", key=ANN_S) == "in"


def test_the_holder_must_show_that_they_live() -> None:
    door = Doorway()
    door.come("Ann")
    door.connect("Bo", OTHER)
    seen = door.ask("Bo", Rename("Ann"))
    assert refusal(seen) == "not_identified"
    door.identify("Bo", "Bo")
    assert any(isinstance(effect, Probe) for effect in door.ask("Bo", Rename("Ann")))


def test_the_same_key_takes_over_its_own_lost_connection() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    door.ask("Ann", CreateRoom("tea"), JoinRoom("tea"))
    assert door.come("Ann 2", OTHER, name="Ann", key=ANN_S) == "in"
    assert door.closed["Ann"] == 4001
    answer = door.answer("Ann 2", DeleteRoom("tea", ref="1"))
    assert isinstance(answer, RoomsList), "it is hers, still"


def test_and_where_it_is_waited_for() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    door.ask("Ann", CreateRoom("tea"))
    door.leave("Ann")
    assert door.come("Ann 2", OTHER, name="Ann", key=ANN_S) == "in"
    assert isinstance(door.answer("Ann 2", DeleteRoom("tea", ref="1")), RoomsList)
    door.wait(RESUME + 1)
    assert door.hub.name_of("Ann 2") == "Ann"


def test_and_after_a_restart_or_on_another_computer_that_has_taken_the_chat_over() -> None:
    """Nobody has shown their key there yet. Who takes over a chat that they were in hosts by their own name."""
    door = Doorway()
    door.come("Ann", key=ANN_S)
    door.come("Bo", OTHER)
    door.ask("Ann", CreateRoom("tea"))
    again = Doorway(storage=door.storage)
    assert again.come("Eve", OTHER, name="Ann", key=BO_S) == "username_taken"
    assert again.come("Eve 2", OTHER, name="Bo", key=BO_S) == "username_taken", "who has proven nothing has a token"
    assert again.come("Ann", key=ANN_S) == "in"
    assert again.welcome("Ann").proven
    assert isinstance(again.answer("Ann", DeleteRoom("tea", ref="1")), RoomsList)


def test_without_a_token_nobody_is_kept_who_took_over() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    door.leave("Ann")
    assert door.come("Ann 2", name="Ann", key=ANN_S, capabilities=["identity"]) == "in"
    door.leave("Ann 2")
    assert door.storage.load()[1] == []


def test_one_key_by_two_names_is_two_connections() -> None:
    door = Doorway()
    assert door.come("Ann", key=ANN_S) == door.come("Ann's phone", key=ANN_S) == "in"
    assert door.closed == {}
    door.leave("Ann", polite=True)
    assert door.come("Eve", OTHER, name="Ann") == "in", "a key has one name"


def test_a_token_and_a_key_are_one_person() -> None:
    door = Doorway()
    door.come("Ann", SECURE)
    token = door.welcome("Ann").resume
    door.leave("Ann")
    assert door.come("Ann 2", name="Ann", key=ANN_S, resume=token) == "in"
    assert (door.welcome("Ann 2").proven, door.hub._people.returned) == (True, 1)
    token = door.welcome("Ann 2").resume
    door.leave("Ann 2")
    assert door.come("Ann 3", name="Ann", resume=token) == "in"
    assert door.welcome("Ann 3").proven, "the token is as good as the key that it was given for"


def test_who_negotiates_no_identity_proves_nothing() -> None:
    door = Doorway()
    assert door.come("Ann", key=ANN_S, capabilities=["rich"]) == "in"
    assert not door.welcome("Ann").proven
    assert not door.hub._house.book.keys.knows(ANN_S)


def test_a_name_that_cannot_be_one_reserves_nothing() -> None:
    door = Doorway()
    assert door.come("Ann", name="admin", key=ANN_S) == "invalid_username"
    assert not any(isinstance(frame, Joined) for frame in door.frames["Ann"])
    assert isinstance(door.frames["Ann"][-1], Error)
    assert len(door.hub._house.book.keys) == 0


def test_who_is_here_for_the_server_alone_is_in_no_room() -> None:
    door = Doorway()
    door.come("Bo")
    before = len(door.frames["Bo"])
    assert door.come("boss", LOCAL, admin=STEWARD, capabilities=["admin"]) == "in"
    assert Joined("default") not in door.frames["boss"]
    assert isinstance(door.answer("boss", GetServer()), ServerState)
    assert door.answer("boss", Rename("chief", ref="1")) == Renamed("boss", "chief", "1")
    assert door.hub.list().rooms == {"default": 1}
    door.leave("boss", polite=True)
    assert not [frame for frame in door.frames["Bo"][before:] if isinstance(frame, MemberJoined | MemberLeft | Renamed)]


def test_without_the_right_one_is_in_default_whatever_one_asks_for() -> None:
    door = Doorway()
    assert door.come("Eve", capabilities=["admin"]) == "in"
    assert Joined("default") in door.frames["Eve"]
