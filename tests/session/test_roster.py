"""Who is where, and who is typing."""

from chatapp.protocol.limits import TYPING, TYPING_PAUSE
from chatapp.session.roster import Roster, Rosters


def test_nothing_is_known_at_first() -> None:
    assert Rosters().of("music") == Roster(names=(), owner="", typing=())


def test_people_come_and_go() -> None:
    rosters = Rosters()
    rosters.take("music", ["Ann", "Bo"], "Bo")
    assert rosters.join("music", "Chloé")
    assert not rosters.join("music", "Chloé")
    assert rosters.leave("music", "Ann")
    assert not rosters.leave("music", "Ann")
    assert not rosters.leave("news", "Ann")
    assert rosters.of("music") == Roster(("Bo", "Chloé"), "Bo")
    assert rosters.forget("music")
    assert not rosters.forget("music")
    assert rosters.of("music") == Roster()


def test_another_name_stands_in_the_same_place() -> None:
    rosters = Rosters()
    rosters.take("music", ["Ann", "Bo"], "Ann")
    rosters.take("news", ["Bo"], "")
    assert rosters.rename("Ann", "Anna") == ["music"]
    assert rosters.of("music") == Roster(("Anna", "Bo"), "Anna")


def test_keys_and_rights_go_where_their_people_go() -> None:
    rosters = Rosters()
    rosters.take("music", ["Ann", "Bo"], "", ["Ann", "Zoe"], {"Ann": "key of Ann", "Zoe": "key of Zoe"})
    assert rosters.of("music") == Roster(("Ann", "Bo"), "", (), ("Ann",), {"Ann": "key of Ann"})
    rosters.rename("Ann", "Anna")
    rosters.join("music", "Chloé", "key of Chloé", admin=True)
    assert rosters.of("music").keys == {"Anna": "key of Ann", "Chloé": "key of Chloé"}
    assert rosters.of("music").admins == ("Anna", "Chloé")
    assert (rosters.key_of("music", "Anna"), rosters.key_of("music", "Bo"), rosters.key_of("tea", "Bo")) == (
        "key of Ann",
        "",
        "",
    )
    rosters.leave("music", "Anna")
    rosters.join("music", "Anna")
    assert rosters.of("music").keys == {"Chloé": "key of Chloé"}
    assert rosters.of("music").admins == ("Chloé",)


def test_names_are_shown_without_what_deceives() -> None:
    rosters = Rosters()
    rosters.take("music", ["\u202eoB"], "")
    assert rosters.of("music").names == ("\ufffdoB",)


def test_typing_ends_by_itself() -> None:
    rosters = Rosters()
    assert rosters.type("music", "Bo", 10.0, on=True)
    assert not rosters.type("music", "Bo", 12.0, on=True)
    assert rosters.of("music").typing == ("Bo",)
    assert rosters.deadline == 12.0 + TYPING
    assert rosters.expire(11.9 + TYPING) == []
    assert rosters.expire(12.0 + TYPING) == ["music"]
    assert rosters.deadline is None


def test_typing_is_taken_back() -> None:
    rosters = Rosters()
    rosters.type("music", "Bo", 10.0, on=True)
    assert rosters.type("music", "Bo", 11.0, on=False)
    assert not rosters.type("music", "Bo", 11.0, on=False)
    assert rosters.of("music").typing == ()


def test_who_types_tells_it_now_and_then() -> None:
    rosters = Rosters()
    assert rosters.is_to_tell("music", 10.0)
    assert not rosters.is_to_tell("music", 10.0 + TYPING_PAUSE - 0.1)
    assert rosters.is_to_tell("music", 10.0 + TYPING_PAUSE)
    assert rosters.is_to_take_back("music", 14.0)
    assert not rosters.is_to_take_back("music", 14.0), "taken back already"
    rosters.is_to_tell("music", 20.0)
    assert not rosters.is_to_take_back("music", 20.0 + TYPING), "it ended by itself"


def test_a_lost_connection_ends_all_typing() -> None:
    rosters = Rosters()
    rosters.type("music", "Bo", 10.0, on=True)
    rosters.is_to_tell("music", 10.0)
    assert rosters.expire_all() == ["music"]
    assert rosters.is_to_tell("music", 10.1)


def test_who_hosts_keeps_doing_so_by_another_name() -> None:
    rosters = Rosters()
    rosters.host = "Ann"
    rosters.rename("Bo", "Bob")
    assert rosters.host == "Ann"
    rosters.rename("Ann", "Anna")
    assert rosters.host == "Anna"


def test_keys_and_rights_go_with_whoever_has_them() -> None:
    rosters = Rosters()
    rosters.take("music", ["Ann", "Bo"], "Ann", ["Ann"], {"Bo": "key"})
    assert rosters.of("music") == Roster(("Ann", "Bo"), "Ann", (), ("Ann",), {"Bo": "key"})
    rosters.rename("Ann", "Anna")
    rosters.rename("Bo", "Bob")
    assert (rosters.of("music").admins, rosters.of("music").keys) == (("Anna",), {"Bob": "key"})
    rosters.leave("music", "Anna")
    rosters.leave("music", "Bob")
    assert rosters.of("music") == Roster((), "Anna")
    rosters.join("music", "Cy", "other", admin=True)
    assert rosters.of("music") == Roster(("Cy",), "Anna", (), ("Cy",), {"Cy": "other"})
    rosters.forget("music")
    assert rosters.state("music") is None
