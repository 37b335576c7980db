"""The name that is asked for. The stories are in `test_session.py` and `test_rich.py`."""

import pytest

from chatapp.protocol.limits import NAME_HELD, NAME_RETRY
from chatapp.protocol.messages.base import Identify
from chatapp.session.changes import Done, Intent, NameChanged, Phase, Refused
from chatapp.session.core import Core
from chatapp.session.entrance import Entrance
from chatapp.session.ground import Credentials, Ground, Signer, Trust
from chatapp.session.keeping import KeepToken
from tests.session.driver import hello

HERE = Ground(Trust.HERE)


def entrance(token: str = "") -> tuple[Entrance, Core]:
    core = Core("Ann", lambda: "id")
    return Entrance(core, "Ann", KeepToken(token)), core


def test_identifies_when_there_is_a_connection() -> None:
    way, core = entrance()
    assert way.identify() is None
    assert core.phase is Phase.CONNECTING
    assert way.opened(HERE) == hello("Ann")
    assert core.phase is Phase.IDENTIFYING


def test_a_token_is_shown() -> None:
    way, _ = entrance("token")
    assert way.opened(HERE) == hello("Ann", "token")


def test_a_server_that_minds_part_2_is_asked_once_without() -> None:
    way, core = entrance("token")
    way.opened(HERE)
    assert way.not_accepted("Ann", "bad_request", "No.", 0.0) == Identify("Ann")
    assert way.not_accepted("Ann", "bad_request", "No.", 0.0) is None
    assert core.phase is Phase.REFUSED
    assert way.opened(HERE) == hello("Ann", "token"), "it may be another server by then"


def test_a_name_wished_for_meanwhile_is_told() -> None:
    way, core = entrance()
    way.opened(HERE)
    assert way.wish_for(7, "Bo") is None
    assert way.accepted("Ann", "Ann") == (7, "Bo")
    assert core.phase is Phase.ONLINE


def test_a_name_wished_for_in_time_is_done() -> None:
    way, core = entrance()
    way.wish_for(7, "Bo")
    way.opened(HERE)
    assert way.accepted("Bo", "Bo") is None
    assert NameChanged("Bo") in (changes := core.take_changes())
    assert Done(7) in changes


def test_the_own_name_is_waited_for() -> None:
    way, core = entrance()
    way.opened(HERE)
    way.accepted("Ann", "Ann")
    way.closed()
    way.opened(HERE)
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


# What is shown to be let in. Where it never goes: `test_secrets.py`.

SAFE = Ground(Trust.SEEN, "pin", "nonce")
OPEN = Ground(Trust.PLAIN)


def with_secrets(signer: Signer | None = None) -> tuple[Entrance, Core]:
    core = Core("Ann", lambda: "id")
    given = Credentials(password="word", invite="secret")
    return Entrance(core, "Ann", KeepToken("token", "pin"), given, signer), core


def shown(identify: Identify | None) -> object:
    assert identify is not None
    return identify.auth


def test_everything_is_shown_to_the_host_it_is_for() -> None:
    way, _ = with_secrets(lambda pin, nonce, name: ("key", f"{pin} {nonce} {name}"))
    assert shown(way.opened(SAFE)) == {
        "resume": "token",
        "password": "word",
        "invite": "secret",
        "key": "key",
        "proof": "pin nonce Ann",
    }


def test_another_name_is_proven_anew() -> None:
    way, _ = with_secrets(lambda _pin, _nonce, name: ("key", name))
    way.opened(SAFE)
    way.not_accepted("Ann", "invalid_username", "No.", 0.0)
    assert (identify := way.wish_for(1, "Bo")) is not None
    assert identify.auth["proof"] == "Bo"


def test_a_name_cannot_be_proven_to_who_gives_nothing_to_prove_it_with() -> None:
    way, _ = with_secrets(lambda *_: ("key", "proof"))
    for ground in (Ground(Trust.HERE), Ground(Trust.SEEN, "pin"), Ground(Trust.SEEN, nonce="nonce")):
        auth = shown(way.opened(ground))
        assert isinstance(auth, dict)
        assert "key" not in auth
        assert "proof" not in auth


def test_a_name_is_not_proven_to_a_key_that_may_be_a_proxys() -> None:
    way, _ = with_secrets(lambda *_: ("key", "proof"))
    auth = shown(way.opened(Ground(Trust.PUBLIC, "pin", "nonce")))
    assert auth == {"resume": "token", "password": "word", "invite": "secret"}


def test_a_proof_that_is_not_taken_is_not_given_again() -> None:
    """Behind a key that the host has made, too, there may be a proxy."""
    core = Core("Ann", lambda: "id")
    way = Entrance(core, "Ann", signer=lambda *_: ("key", "proof"))
    assert shown(way.opened(SAFE)) == {"key": "key", "proof": "proof"}
    assert shown(way.not_accepted("Ann", "auth_failed", "No.", 0.0)) is None
    assert core.phase is Phase.IDENTIFYING
    assert way.not_accepted("Ann", "auth_required", "A password, please.", 0.0) is None
    assert shown(way.offer(Credentials(password="word"))) == {"password": "word"}
    assert way.not_accepted("Ann", "auth_failed", "No.", 0.0) is None
    assert core.phase is Phase.ASKED
    way.closed()
    assert shown(way.opened(Ground(Trust.SEEN, "another", "nonce"))) == {"key": "key", "proof": "proof"}


def test_what_was_wrong_beside_a_proof_is_asked_for() -> None:
    way, core = with_secrets(lambda *_: ("key", "proof"))
    way.opened(SAFE)
    assert way.not_accepted("Ann", "auth_failed", "No.", 0.0) is None
    assert core.phase is Phase.ASKED


def test_nothing_is_shown_where_others_can_read_it() -> None:
    way, core = with_secrets(lambda *_: ("key", "proof"))
    assert shown(way.opened(OPEN)) is None
    way.keep("new")
    assert core.keeping == []
    way.closed()
    auth = shown(way.opened(SAFE))
    assert isinstance(auth, dict)
    assert auth["resume"] == "token"


def test_a_token_is_for_the_host_who_gave_it() -> None:
    way, core = entrance()
    way.opened(SAFE)
    way.keep("token")
    assert core.keeping == [KeepToken("token", "pin")]
    way.closed()
    assert shown(way.opened(Ground(Trust.SEEN, "another"))) is None
    assert shown(way.opened(HERE)) is None
    assert shown(way.opened(SAFE)) == {"resume": "token"}


def test_a_token_of_before_encryption_is_shown_to_no_encrypted_host() -> None:
    way, _ = entrance("token")
    assert shown(way.opened(SAFE)) is None


def test_the_person_is_asked_for_a_password() -> None:
    way, core = entrance()
    way.opened(SAFE)
    assert way.not_accepted("Ann", "auth_required", "A password, please.", 0.0) is None
    assert (core.phase, core.hang_up) == (Phase.ASKED, None)
    assert core.take_changes()[-1] == Refused(0, Intent.IDENTIFY, None, "auth_required", "A password, please.", None)
    assert shown(way.offer(Credentials(password="word"))) == {"password": "word"}
    assert core.phase is Phase.IDENTIFYING


def test_what_the_person_answers_is_for_who_asked() -> None:
    way, _ = entrance()
    way.opened(SAFE)
    way.not_accepted("Ann", "auth_required", "A password, please.", 0.0)
    way.closed()
    assert way.offer(Credentials(password="word")) is None
    assert shown(way.opened(Ground(Trust.SEEN, "another"))) is None
    assert shown(way.opened(SAFE)) == {"password": "word"}


def test_what_was_wrong_is_not_shown_again() -> None:
    way, core = with_secrets()
    way.opened(SAFE)
    way.not_accepted("Ann", "auth_failed", "No.", 0.0)
    assert core.phase is Phase.ASKED
    way.closed()
    assert shown(way.opened(SAFE)) == {"resume": "token"}


def test_a_password_that_would_be_heard_is_not_asked_for() -> None:
    way, core = entrance()
    way.opened(OPEN)
    way.not_accepted("Ann", "auth_required", "A password, please.", 0.0)
    assert core.phase is Phase.TURNED_AWAY
    assert "not encrypted" in core.detail
    assert core.hang_up == core.detail


@pytest.mark.parametrize("reason", ["server_locked", "banned", "insecure"])
def test_who_is_not_let_in_does_not_come_back_by_themselves(reason: str) -> None:
    way, core = entrance()
    way.opened(SAFE)
    way.not_accepted("Ann", reason, "No.", 0.0)
    assert (core.phase, core.detail, core.hang_up) == (Phase.TURNED_AWAY, "No.", "No.")
