"""The name that is asked for. The stories are in `test_session.py` and `test_rich.py`."""

from chatapp.protocol.limits import NAME_HELD, NAME_RETRY
from chatapp.protocol.messages import Capability, Identify
from chatapp.session.changes import Done, NameChanged, Phase, Refused
from chatapp.session.core import Core
from chatapp.session.entrance import Entrance
from chatapp.session.ground import Credentials, Ground, Trust
from tests.session.driver import hello


def entrance(token: str = "") -> tuple[Entrance, Core]:
    core = Core("Ann", lambda: "id")
    return Entrance(core, "Ann", token), core


def test_identifies_when_there_is_a_connection() -> None:
    way, core = entrance()
    assert way.identify() is None
    assert core.phase is Phase.CONNECTING
    assert way.opened() == hello("Ann")
    assert core.phase is Phase.IDENTIFYING


def test_a_token_is_shown() -> None:
    way, _ = entrance("token")
    assert way.opened() == hello("Ann", "token")


def test_a_server_that_minds_part_2_is_asked_once_without() -> None:
    way, core = entrance("token")
    way.opened()
    assert way.not_accepted("Ann", "bad_request", "No.", 0.0) == Identify("Ann")
    assert way.not_accepted("Ann", "bad_request", "No.", 0.0) is None
    assert core.phase is Phase.REFUSED
    assert way.opened() == hello("Ann", "token"), "it may be another server by then"


def test_a_name_wished_for_meanwhile_is_told() -> None:
    way, core = entrance()
    way.opened()
    assert way.wish_for(7, "Bo") is None
    assert way.accepted("Ann", "Ann") == (7, "Bo")
    assert core.phase is Phase.ONLINE


def test_a_name_wished_for_in_time_is_done() -> None:
    way, core = entrance()
    way.wish_for(7, "Bo")
    way.opened()
    assert way.accepted("Bo", "Bo") is None
    assert NameChanged("Bo") in (changes := core.take_changes())
    assert Done(7) in changes


def test_the_own_name_is_waited_for() -> None:
    way, core = entrance()
    way.opened()
    way.accepted("Ann", "Ann")
    way.closed()
    way.opened()
    assert way.not_accepted("Ann", "username_taken", "Taken.", 10.0) is None
    assert (core.phase, way.deadline) == (Phase.WAITING, 10.0 + NAME_RETRY)
    way.not_accepted("Ann", "username_taken", "Taken.", 10.0 + NAME_HELD)
    assert core.phase is Phase.REFUSED
    assert way.deadline is None


def test_who_leaves_before_a_name_was_accepted_is_told() -> None:
    way, core = entrance()
    way.wish_for(7, "Bo")
    way.give_up("Gone.")
    way.give_up("Gone.")
    assert [change.ticket for change in core.take_changes() if isinstance(change, Refused)] == [7]


def test_what_one_was_given_is_shown_where_nobody_else_can_read_it() -> None:
    core = Core("Ann", lambda: "id")
    way = Entrance(core, "Ann", "token", Credentials("open sesame", "secret", "steward"))
    shown = {"password": "open sesame", "invite": "secret", "admin": "steward", "resume": "token"}
    for trust in (Trust.HERE, Trust.SEEN, Trust.VERIFIED, Trust.PUBLIC):
        assert way.opened(Ground(trust)) == Identify("Ann", [*Capability], shown)
    assert way.opened(Ground(Trust.PLAIN)) == hello("Ann", "token")
