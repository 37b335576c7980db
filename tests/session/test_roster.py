from chatapp.session.roster import Roster


def test_nothing_is_known_at_first() -> None:
    assert Roster() == Roster(names=(), owner="", typing=())
