"""Who is let in, by what, and from where."""

import pytest

from chatapp.protocol.limits import STRIKE_WINDOW, TRIES
from chatapp.protocol.messages.base import Error, Identify, SendMessage
from chatapp.protocol.messages.hosting import Ban, CreateInvite, Invites, RevokeInvite, SetServer
from chatapp.protocol.messages.rich import Capability, Welcome
from chatapp.rooms.admission import Auth
from chatapp.rooms.origin import Origin
from tests.rooms.doorway import ANN_S, BO_S, LOCAL, OTHER, PLAIN, SECURE, STEWARD, Doorway
from tests.rooms.shell import HERE, Shell


def locked_by(password: str = "sesame", **more: bool) -> Doorway:
    door = Doorway()
    door.ask(door.boss(), SetServer(password=password or None, **more))
    return door


def invite(door: Doorway, until: int = 0) -> tuple[str, str]:
    """Its id, and its secret."""
    answer = door.answer("boss", CreateInvite(until=until))
    assert isinstance(answer, Invites)
    return answer.invites[-1].id, answer.link.partition("k=")[2]


@pytest.mark.parametrize(
    "auth", [None, 5, [], "resume", {}, {"password": 5, "key": None, "resume": 7}, {"admin": "x" * 257}]
)
def test_what_is_no_secret_is_not_shown(auth: object) -> None:
    assert Auth.of(Identify("Ann", auth=auth)) == Auth()


def test_what_is_one_is_shown_beside_what_is_none() -> None:
    assert Auth.of(Identify("Ann", auth={"resume": "abc", "password": 1})) == Auth(resume="abc")


def test_an_open_door_asks_nobody() -> None:
    door = Doorway()
    assert door.come("Ann", PLAIN) == door.come("Bo", SECURE, invite="of another server") == "in"
    assert door.come("Cy", SECURE, password="nobody asked") == "in"


def test_a_password() -> None:
    door = locked_by()
    assert door.come("Ann") == "auth_required"
    assert door.identify("Ann", "Ann", password="wrong") == "auth_failed"
    assert door.identify("Ann", "Ann", password="sesame") == "in"
    assert door.come("Old", LOCAL, capabilities=None, password="sesame") == "in"


def test_who_speaks_part_1_has_the_password_too() -> None:
    door = locked_by()
    door.connect("Bo", SECURE)
    door.ask("Bo", Identify("Bo", auth={"password": "sesame"}))
    assert door.hub.name_of("Bo") == "Bo"
    assert not any(isinstance(frame, Welcome) for frame in door.frames["Bo"])


def test_an_invite_lets_in_until_it_is_revoked_or_over() -> None:
    door = locked_by("", invite_only=True)
    id_, secret = invite(door)
    _, short = invite(door, until=door.hub._house.wall() + 1000)
    assert door.come("Ann") == "auth_required"
    assert door.identify("Ann", "Ann", invite=secret) == "in"
    assert door.come("Bo", invite=short) == "in"
    door.now += 1.0
    assert door.come("Cy", invite=short) == "auth_failed"
    door.ask("boss", RevokeInvite(id_))
    assert door.come("Di", invite=secret) == "auth_failed"
    assert door.hub.name_of("Ann") == "Ann", "who came in with it stays"


def test_where_there_is_no_password_none_is_right() -> None:
    door = locked_by("", invite_only=True)
    assert door.come("Ann", password="") == door.come("Bo", password="anything") == "auth_required"
    assert door.looking == []


def test_a_password_beside_an_invite_that_is_over() -> None:
    door = locked_by()
    assert door.come("Ann", invite="old", password="sesame") == "in"


def test_a_key_that_was_let_in_before() -> None:
    door = Doorway()
    assert door.come("Ann", key=ANN_S) == "in"
    door.leave("Ann", polite=True)
    door.ask(door.boss(), SetServer(password="sesame"))
    assert door.come("Ann", key=ANN_S) == "in"
    assert door.come("Bo", key=BO_S) == "auth_required"


def test_who_comes_back() -> None:
    door = Doorway()
    door.come("Ann")
    token = door.welcome("Ann").resume
    door.leave("Ann")
    door.ask(door.boss(), SetServer(password="sesame", locked=True))
    assert door.come("Ann 2", name="Ann", resume=token) == "in"


def test_nobody_new_where_it_is_locked() -> None:
    door = locked_by()
    _, secret = invite(door)
    door.come("Ann", key=ANN_S, password="sesame")
    door.leave("Ann", polite=True)
    door.ask("boss", SetServer(locked=True))
    for shown in ({"password": "sesame"}, {"invite": secret}, {"key": ANN_S}):
        assert door.come("Ann", name="Ann", **shown) == "server_locked"
    assert door.come("second", LOCAL, admin=STEWARD) == "in"


def test_so_many_people() -> None:
    door = Doorway()
    door.ask(door.boss(), SetServer(people=2))
    assert door.come("Ann") == "in"
    token = door.welcome("Ann").resume
    assert door.come("Bo") == "server_full"
    assert door.come("Ann 2", name="Ann", resume=token) == "in"
    assert door.come("second", LOCAL, admin=STEWARD) == "in"


def test_the_server_s_own_secret() -> None:
    door = Doorway()
    door.come("Ann", admin=STEWARD)
    assert door.welcome("Ann").admin
    assert door.come("Bo", admin="a guess") == "auth_failed"
    without = Shell()
    without.connect("Cy")
    without.ask("Cy", Identify("Cy", [], {"admin": ""}))
    assert not without.frames["Cy"][0].admin  # type: ignore[union-attr]  # a Welcome
    without.connect("Di")
    without.ask("Di", Identify("Di", [], {"admin": "any"}))
    assert without.hub.name_of("Di") is None


# Where others can read along


@pytest.mark.parametrize("shown", ["password", "invite", "admin"])
def test_no_secret_where_others_can_read_it(shown: str) -> None:
    door = locked_by()
    _, secret = invite(door)
    right = {"password": "sesame", "invite": secret, "admin": STEWARD}[shown]
    assert door.come("Ann", PLAIN, **{shown: right}) == "insecure"
    assert "Ann" not in door.closed
    assert door.looking == []


def test_what_is_not_negotiated_there() -> None:
    door = Doorway()
    assert door.come("Ann", PLAIN, key=ANN_S) == "in", "the proof is not looked at"
    assert set(door.welcome("Ann").capabilities) == {"rich", "history", "presence"}
    assert (door.welcome("Ann").resume, door.welcome("Ann").proven) == ("", False)
    assert door.come("Bo", LOCAL) == "in"
    assert set(door.welcome("Bo").capabilities) == {*Capability}


def test_a_token_that_was_shown_there_is_worth_nothing() -> None:
    door = Doorway()
    door.come("Ann")
    token = door.welcome("Ann").resume
    door.leave("Ann")
    door.come("thief", PLAIN, resume=token)
    assert door.come("Ann 2", name="Ann", resume=token) == "in"
    assert door.hub._people.returned == 0
    assert door.storage.load()[1][0].name == "Ann", "of her second coming alone"
    assert len(door.storage.load()[1]) == 1


def test_nor_of_one_who_is_here() -> None:
    door = Doorway()
    door.come("Ann")
    token = door.welcome("Ann").resume
    door.come("thief", PLAIN, resume=token)
    assert door.hub.name_of("Ann") == "Ann"
    assert door.storage.load()[1] == []
    door.leave("Ann")
    assert door.come("Ann 2", name="Ann") == "in", "her name waits for nobody"


def test_encrypted_connections_only() -> None:
    door = Doorway()
    door.come("Cy", PLAIN)
    door.ask(door.boss(), SetServer(plain=False))
    assert door.closed["Cy"] == 1008
    assert door.come("Ann", PLAIN) == "insecure"
    assert door.closed["Ann"] == 1008
    assert door.come("Bo", SECURE) == door.come("Di", LOCAL) == "in"


# Guessing


@pytest.mark.parametrize("shown", ["password", "invite", "admin", "proof"])
def test_three_guesses(shown: str) -> None:
    door = locked_by()
    guess = {"key": ANN_S, "proof": "wrong"} if shown == "proof" else {shown: "wrong"}
    door.connect("Eve", SECURE)
    for _ in range(TRIES):
        door.ask("Eve", Identify("Eve", [*Capability], guess))
        assert door.frames["Eve"][-1].reason == "auth_failed"  # type: ignore[union-attr]  # an Error
    assert door.come("Eve 2", password="sesame") == "rate_limited", "also from another connection, and though right"
    assert door.come("Bo", OTHER, password="sesame") == "in"
    assert door.come("Cy") == "auth_required"
    door.now += STRIKE_WINDOW
    assert door.come("Eve 3", password="sesame") == "in"


def test_guessers_share_what_they_have_of_addresses() -> None:
    door = locked_by()
    for number in range(TRIES):
        assert door.come(f"Eve {number}", Origin(f"2001:db8::{number}", secure=True), password="x") == "auth_failed"
    assert door.come("Eve", Origin("2001:db8::ffff", secure=True), password="sesame") == "rate_limited"
    assert door.come("Bo", Origin("2001:db8:0:1::1", secure=True), password="sesame") == "in"


def test_guesses_at_the_same_moment_are_no_more_than_one_after_the_other() -> None:
    door = locked_by()
    door.looks = False
    for number in range(TRIES + 3):
        assert door.come(f"Eve {number}", password=f"guess {number}") == ""
    assert door.come("Bo", OTHER, password="sesame") == ""
    assert len(door.looking) == 2, "one of each network"
    while door.looking:
        door.look()
    outcomes = [door.outcome(f"Eve {number}") for number in range(TRIES + 3)]
    assert outcomes == ["auth_failed"] * TRIES + ["rate_limited"] * 3
    assert door.outcome("Bo") == "in"


# While a password is looked at


def test_what_is_asked_meanwhile_is_carried_out_behind_it() -> None:
    door = locked_by()
    door.looks = False
    door.come("Ann", password="sesame")
    door.ask("Ann", SendMessage("Hello", "default", ref="1"), Identify("Ann"), SendMessage("Again", "default"))
    assert door.frames["Ann"] == []
    assert door.hub.negotiated("Ann"), "its frames are read as it means them"
    door.look()
    told = [type(frame).__name__ for frame in door.frames["Ann"]]
    assert told[:2] == ["Welcome", "Joined"]
    assert told.count("Message") == 2
    assert [frame.reason for frame in door.frames["Ann"] if isinstance(frame, Error)] == ["already_identified"]


def test_a_second_try_meanwhile_is_the_next_one() -> None:
    door = locked_by()
    door.looks = False
    door.come("Ann", password="wrong")
    door.ask("Ann", SendMessage("Hello", "default"), Identify("Ann", [], {"password": "sesame"}))
    door.look()
    assert [frame.reason for frame in door.frames["Ann"] if isinstance(frame, Error)] == [
        "auth_failed",
        "not_identified",
    ]
    door.look()
    assert door.hub.name_of("Ann") == "Ann"


def test_who_goes_meanwhile_is_let_in_nowhere() -> None:
    door = locked_by()
    door.looks = False
    door.come("Ann", password="sesame")
    door.come("Bo", password="sesame")
    door.leave("Ann")
    door.connect("Ann", SECURE)  # another one, by the same word
    assert door.look() == []
    assert door.hub.name_of("Ann") is None
    door.look()
    assert door.hub.name_of("Bo") == "Bo"
    assert door.looking == []


def test_a_password_that_is_changed_meanwhile() -> None:
    door = locked_by()
    door.looks = False
    door.come("Ann", password="sesame")
    door.looks = True
    door.ask("boss", SetServer(password="tahini"))
    door.look()
    assert door.outcome("Ann") == "auth_failed"


def test_where_nobody_can_look() -> None:
    door = locked_by()
    door.looks = False
    door.come("Ann", password="sesame")
    door.look(able=False)
    assert door.outcome("Ann") == "unavailable"
    door.ask("boss", SetServer(password="tahini", ref="1"))
    door.look(able=False)
    assert door.frames["boss"][-1].reason == "unavailable"  # type: ignore[union-attr]  # an Error


def test_nobody_waits_with_more_than_can_be_held() -> None:
    door = locked_by()
    door.looks = False
    door.come("Ann", password="sesame")
    door.ask("Ann", *[SendMessage("Hello", "default")] * 300)
    assert {frame.reason for frame in door.frames["Ann"] if isinstance(frame, Error)} == {"rate_limited"}
    door.look()
    assert door.hub.name_of("Ann") == "Ann"


# Bans


def test_who_is_banned_is_told_why_and_closed() -> None:
    door = Doorway()
    door.ask(door.boss(), Ban(address="192.0.2.7", why="You know why."))
    assert door.come("Ann") == "banned"
    assert "You know why." in door.frames["Ann"][-1].detail  # type: ignore[union-attr]  # an Error
    assert door.closed["Ann"] == 4004
    assert door.come("Bo", OTHER) == "in"
    assert door.come("Cy", SECURE, admin=STEWARD) == "in", "whoever is in charge cannot be kept out"


def test_by_key_wherever_they_come_from() -> None:
    door = Doorway()
    door.come("Ann", key=ANN_S)
    token = door.welcome("Ann").resume
    door.leave("Ann")
    door.ask(door.boss(), Ban(key=ANN_S))
    assert door.come("Ann", OTHER, key=ANN_S) == "banned"
    assert door.come("Ann 2", OTHER, name="Ann", key=ANN_S, resume=token) == "banned"
    assert door.come("Anna", OTHER, resume=token) == "in", "her token is worth nothing, so it is anybody"
    assert not door.welcome("Anna").proven


def test_this_computer_is_never_banned() -> None:
    assert HERE.loopback
    door = Doorway()
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
        assert door.refused(door.boss(), Ban(address=address)) == "bad_request"
        door.leave("boss")
