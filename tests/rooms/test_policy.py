"""Who may do what."""

from chatapp.rooms.policy import may_be_given_up, may_delete
from chatapp.rooms.room import Member, Room


def test_the_creator_and_admins_may_delete() -> None:
    creator, admin, guest = Member("c", 0.0), Member("a", 0.0), Member("g", 0.0)
    admin.admin = True
    room = Room("tea", ("tea",), creator, 0.0)
    assert [may_delete(member, room) for member in (creator, admin, guest)] == [True, True, False]


def test_a_room_is_given_up_when_nobody_is_in_it_and_nobody_owns_it() -> None:
    member = Member("m", 0.0)
    room: Room[str] = Room("tea", ("tea",), None, 0.0)
    assert may_be_given_up(room)
    room.add(member)
    assert not may_be_given_up(room)
    assert not may_be_given_up(Room("milk", ("milk",), member, 0.0))
