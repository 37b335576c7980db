"""Rooms are found, opened, closed, opened again, and listed."""

import pytest

from chatapp.protocol.messages.base import Reason, RoomsList
from chatapp.rooms.directory import Directory
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member, Person, Room
from tests.rooms.shell import counter


@pytest.fixture
def directory() -> Directory[str]:
    return Directory(2, counter("epoch"))


def test_default_is_there_and_comes_first(directory: Directory[str]) -> None:
    directory.open("tea", None, 0.0)
    directory.changed()
    assert directory.list() == RoomsList({"default": 0, "tea": 0})
    assert directory.find("default") is directory.default


def test_the_list_is_one_object_until_something_changes(directory: Directory[str]) -> None:
    before, version = directory.list(), directory.version
    assert directory.list() is before
    directory.changed()
    assert directory.list() is not before
    assert directory.version > version


def test_a_room_is_found_as_it_was_typed_and_got_as_it_is_called(directory: Directory[str]) -> None:
    tea = directory.open("tea time", None, 0.0)
    assert directory.find("  tea   time ") is directory.find("tea time") is directory.get("tea time") is tea
    assert directory.get(" tea time") is None


@pytest.mark.parametrize(
    ("name", "why"),
    [("", Reason.NO_ROOM_SPECIFIED), ("nowhere", Reason.ROOM_NOT_FOUND), ("\u202e", Reason.ROOM_NOT_FOUND)],
)
def test_what_is_not_found(directory: Directory[str], name: str, why: Reason) -> None:
    with pytest.raises(Refusal) as caught:
        directory.find(name)
    assert caught.value.reason is why


def test_who_is_not_in_a_room_is_told_so(directory: Directory[str]) -> None:
    ann = Member("a", 0.0)
    with pytest.raises(Refusal) as caught:
        directory.find_own(ann, "default")
    assert caught.value.reason is Reason.NOT_IN_ROOM
    directory.default.add(ann)
    assert directory.find_own(ann, " default ") is directory.default


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", Reason.NO_ROOM_SPECIFIED),
        ("a\u200bb", Reason.INVALID_ROOM_NAME),
        ("Default", Reason.ROOM_EXISTS),
        ("TEА", Reason.ROOM_EXISTS),
    ],
)
def test_names_that_a_new_room_cannot_have(directory: Directory[str], name: str, why: Reason) -> None:
    tea = directory.open("tea", None, 0.0)
    with pytest.raises(Refusal) as caught:
        directory.free_name(name)
    assert caught.value.reason is why
    directory.close(tea)
    assert directory.free_name(" TEA") == "TEA"


def test_rooms_in_use_are_not_given_up(directory: Directory[str]) -> None:
    assert directory.given_up() is None
    old, new = directory.open("old", None, 1.0), directory.open("new", None, 2.0)
    assert directory.given_up() is old
    old.logged = True
    assert directory.given_up() is new
    new.owner = Person("")
    with pytest.raises(Refusal) as caught:
        directory.given_up()
    assert caught.value.reason is Reason.TOO_MANY_ROOMS


def test_a_closed_room_knows_who_was_there_and_they_know_nothing_of_it(directory: Directory[str]) -> None:
    ann, bo, cy = Member("a", 0.0), Member("b", 0.0), Person[str]("c")
    tea = directory.open("tea", cy, 0.0)
    tea.add(ann)
    tea.watch(bo)
    ann.typed["tea"] = 1.0, True
    directory.close(tea)
    assert (directory.get("tea"), ann.rooms, ann.typed, bo.watched, cy.owned) == (None, {}, {}, {}, set())
    assert (list(tea.members), list(tea.watchers)) == (["a"], ["b"])


def closed(directory: Directory[str], owner: Person[str]) -> Room[str]:
    """A room with two members and a watcher, closed."""
    tea = directory.open("tea", owner, 0.0, epoch="e")
    tea.logged = True
    for name in ("a", "b"):
        tea.add(Member(name, 0.0))
    tea.watch(Member("w", 0.0))
    directory.close(tea)
    return tea


def test_what_was_closed_is_opened_again_for_those_who_are_still_there(directory: Directory[str]) -> None:
    owner = Person[str]("o")
    owner.digests = ("d",)
    tea = closed(directory, owner)
    assert directory.reopen(tea, lambda member: member.connection != "b", 5.0)
    again = directory.find("tea")
    assert (again.epoch, again.logged, again.owner) == ("e", True, owner)
    assert (list(again.members), list(again.watchers), owner.owned) == (["a"], ["w"], {again})


def test_an_owner_who_will_not_come_back_owns_it_no_more(directory: Directory[str]) -> None:
    assert directory.reopen(closed(directory, Person("o")), lambda member: True, 5.0)
    assert directory.find("tea").owner is None


def test_a_room_is_not_opened_again_beside_one_that_looks_like_it(directory: Directory[str]) -> None:
    tea = closed(directory, Person("o"))
    other = directory.open("TEA", None, 1.0)
    assert not directory.reopen(tea, lambda member: True, 5.0)
    directory.close(other)
    assert directory.reopen(tea, lambda member: True, 5.0)


def test_rooms_whose_names_came_to_look_alike_can_both_be_closed(directory: Directory[str]) -> None:
    """A storage may hold such rooms, from a time when they were told apart."""
    rooms = [directory.open(name, None, 0.0) for name in ("tea", "TEA")]
    for room in rooms:
        directory.close(room)
    assert directory.free_name("Tea") == "Tea"
