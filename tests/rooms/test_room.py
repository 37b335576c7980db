"""Rooms and members agree about who is where."""

from chatapp.rooms.room import Member, Room


def test_both_sides_know_of_a_membership() -> None:
    room: Room[str] = Room("tea", ("tea",), None, 0.0)
    ann, bo = Member("a", 0.0), Member("b", 0.0)
    room.add(ann)
    room.add(bo)
    assert room.audience == ("a", "b")
    assert ann.rooms == {"tea": room}
    room.remove(ann, 5.0)
    assert room.audience == ("b",)
    assert ann.rooms == {}
    assert room.empty_since == 5.0


def test_the_audience_is_one_object_until_somebody_comes_or_goes() -> None:
    room: Room[str] = Room("tea", ("tea",), None, 0.0)
    room.add(Member("a", 0.0))
    before = room.audience
    assert room.audience is before
    room.add(Member("b", 0.0))
    assert room.audience is not before
