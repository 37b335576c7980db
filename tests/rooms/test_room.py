"""Rooms, members and persons agree about who is where."""

from chatapp.protocol.messages.rich import Capability
from chatapp.rooms.effects import Group
from chatapp.rooms.room import Member, Person, Room


def a_room() -> Room[str]:
    return Room("tea", ("tea",), None, "e", 0.0)


def member(name: str, *capabilities: Capability) -> Member[str]:
    made = Member(name, 0.0)
    made.capabilities = frozenset(capabilities)
    made.rich = Capability.RICH in capabilities
    return made


def test_both_sides_know_of_a_membership() -> None:
    room = a_room()
    ann, bo = member("a"), member("b")
    room.add(ann)
    room.add(bo)
    assert room.audiences == (("a", "b"), ())
    assert ann.rooms == {"tea": room}
    ann.typed["tea"] = 1.0, True
    room.remove(ann, 5.0)
    assert room.audiences == (("b",), ())
    assert (ann.rooms, ann.typed) == ({}, {})
    assert room.empty_since == 5.0


def test_both_sides_know_of_a_watcher_who_is_counted_nowhere() -> None:
    room = a_room()
    ann = member("a", Capability.RICH)
    room.watch(ann)
    room.watch(ann)
    assert (ann.watched, ann.rooms, room.members) == ({"tea": room}, {}, {})
    assert room.audiences == ((), ("a",))
    room.stop_watching(ann)
    room.stop_watching(ann)
    assert (ann.watched, room.watchers, room.audiences) == ({}, {}, ((), ()))


def test_nobody_is_in_a_room_and_watches_it() -> None:
    room = a_room()
    ann = member("a", Capability.PRESENCE)
    room.watch(ann)
    room.add(ann)
    room.watch(ann)
    assert (ann.watched, room.watchers) == ({}, {})
    assert room.audiences == (("a",), ())
    room.remove(ann, 1.0)
    assert [room.audience(group) for group in Group] == [(), (), ()]


def test_everybody_is_in_the_groups_of_their_capabilities() -> None:
    room = a_room()
    room.add(member("base"))
    room.add(member("rich", Capability.RICH, Capability.PRESENCE))
    room.add(member("present", Capability.PRESENCE))
    room.watch(member("watcher", Capability.RICH))
    assert room.audience(Group.PLAIN) == ("base", "present")
    assert room.audience(Group.RICH) == ("rich", "watcher")
    assert room.audience(Group.PRESENCE) == ("rich", "present")


def test_an_audience_is_one_object_until_somebody_of_that_group_comes_or_goes() -> None:
    room = a_room()
    room.add(member("a"))
    room.add(member("r", Capability.RICH))
    plain, rich = room.audiences
    assert room.audiences == (plain, rich)
    room.watch(member("s", Capability.RICH))
    assert room.audiences[0] is plain
    assert room.audiences[1] is room.audience(Group.RICH) is not rich
    room.add(member("b"))
    assert room.audiences[0] is not plain


def test_a_member_is_called_like_the_person_behind_it() -> None:
    ann = member("a")
    assert ann.name == ""
    ann.person = Person("p")
    ann.person.name = "Ann"
    assert ann.name == "Ann"
