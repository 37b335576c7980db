import pytest

from chatapp.gui.switcher.entry import MOST, Entry, Kind, found, scope

ENTRIES = [
    Entry(Kind.ROOM, "music", "music", joined=False),
    Entry(Kind.ROOM, "homework", "homework", joined=True),
    Entry(Kind.ROOM, "kitchen", "kitchen", joined=True, unread=3),
    Entry(Kind.ROOM, "tea", "tea", joined=True, unread=1, mentions=1),
    Entry(Kind.ROOM, "library", "library", joined=True, lately=1.0),
    Entry(Kind.PERSON, "Mia", "Mia"),
    Entry(Kind.PERSON, "Chloé", "Chloé"),
    Entry(Kind.COMMAND, "Room/Leave", "Leave room"),
    Entry(Kind.COMMAND, "Help/About", "About Chatapp"),
]


def keys(typed: str) -> list[str]:
    return [entry.key for entry in found(ENTRIES, typed)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", (None, "")),
        ("tea", (None, "tea")),
        ("#tea", (Kind.ROOM, "tea")),
        (" > leave ", (Kind.COMMAND, "leave")),
        ("@", (Kind.PERSON, "")),
    ],
)
def test_a_sign_in_front_means_one_kind(typed: str, meant: tuple[Kind | None, str]) -> None:
    assert scope(typed) == meant


def test_of_nothing_typed_the_rooms_those_with_something_new_first() -> None:
    assert keys("") == ["tea", "kitchen", "library", "homework", "music"]


def test_one_kind_alone() -> None:
    assert keys(">") == ["Room/Leave", "Help/About"]
    assert keys("@chl") == ["Chloé"]
    assert keys("#m") == ["music", "homework"]


def test_the_best_of_all_leads_and_its_kind_stays_together() -> None:
    assert keys("mi") == ["Mia", "music"]
    assert keys("about") == ["Help/About"]
    assert keys("ea") == ["tea", "Room/Leave"]


def test_at_most_so_many_of_a_kind() -> None:
    many = [Entry(Kind.ROOM, f"room {number}", f"room {number}") for number in range(3 * MOST)]
    assert len(found(many, "room")) == len(found(many, "")) == MOST
