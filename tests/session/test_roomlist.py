"""The rooms that a person sees."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import ROOMS_SHOWN
from chatapp.session.roomlist import Room, RoomList

NAMES = st.sampled_from(["default", "a", "b", "c", "d"])


def listing(**rooms: int | None) -> RoomList:
    made = RoomList()
    made.take_list(rooms)
    return made


def test_default_comes_first_then_the_servers_order() -> None:
    assert [*listing(b=1, default=2, a=3).rooms] == ["default", "b", "a"]
    assert [*listing(b=1, a=3).rooms] == ["b", "a"]


def test_only_what_differs_is_a_change() -> None:
    rooms = listing(default=1, a=None)
    before = rooms.rooms["a"]
    assert not rooms.take_list({"default": 1, "a": None})
    assert rooms.take_list({"default": 2, "a": None})
    assert rooms.rooms["a"] is before
    assert rooms.take_list({"default": 2, "b": 0, "a": None})
    assert rooms.take_list({"default": 2, "a": None, "b": 0}), "the order is a difference"


def test_rooms_go_with_the_list_unless_one_is_in_them() -> None:
    rooms = listing(default=1, a=1, b=1)
    assert rooms.join("a")
    assert not rooms.join("a")
    rooms.take_list({"default": 1})
    assert rooms.rooms["a"] == Room("a", joined=True, listed=False)
    assert "b" not in rooms
    assert rooms.leave("a", deleted=True)
    assert "a" not in rooms
    assert not rooms.leave("a", deleted=True)


def test_a_room_may_be_joined_before_it_is_listed() -> None:
    rooms = RoomList()
    rooms.join("a")
    assert rooms.rooms["a"] == Room("a", joined=True, listed=False)
    rooms.take_list({"a": 1})
    assert rooms.rooms["a"] == Room("a", 1, joined=True)


def test_unread() -> None:
    rooms = listing(a=1)
    rooms.show_unread("a", 2, 1)
    rooms.take_list({"a": 2})
    assert (rooms.rooms["a"].unread, rooms.rooms["a"].mentions) == (2, 1)
    assert rooms.read("a")
    assert not rooms.read("a")
    assert not rooms.read("never heard of")


def test_rights_end_with_the_connection_and_with_the_room() -> None:
    rooms = listing(a=1, b=1)
    for name in ("a", "b"):
        rooms.join(name)
        assert rooms.own(name)
    assert not rooms.own("never heard of")
    rooms.leave("a", deleted=False)
    assert rooms.rooms["a"].owned, "its owner can still delete it"
    rooms.leave("b", deleted=True)
    assert not rooms.rooms["b"].owned
    assert rooms.disown_all()
    assert not rooms.disown_all()
    assert not rooms.rooms["a"].owned


def test_a_list_longer_than_anybody_could_look_at_is_cut() -> None:
    rooms = listing(**{f"room {number}": 0 for number in range(ROOMS_SHOWN + 100)}, default=1)
    assert len(rooms.rooms) == ROOMS_SHOWN + 1
    assert next(iter(rooms.rooms)) == "default"


@given(st.lists(st.dictionaries(NAMES, st.integers(0, 3)), max_size=5), st.sets(NAMES))
def test_everything_listed_and_everything_joined_is_there(lists: list[dict[str, int]], joined: set[str]) -> None:
    rooms = RoomList()
    for name in joined:
        rooms.join(name)
    listed: dict[str, int] = {}
    for listed in lists:
        before = list(rooms.rooms.items())
        assert rooms.take_list(listed) == (list(rooms.rooms.items()) != before)
    assert set(rooms.rooms) == joined | set(listed)
    assert {name: room.people for name, room in rooms.rooms.items() if room.listed and lists} == listed
