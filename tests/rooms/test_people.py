"""Names are one person's, and tokens bring people back."""

from hashlib import sha256

import pytest

from chatapp.protocol.limits import RESUME, STAYS
from chatapp.protocol.messages.base import Reason
from chatapp.rooms.log import KeepStay, KnownStay
from chatapp.rooms.people import NameTaken, People
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Person, Room
from tests.rooms.shell import counter


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


@pytest.fixture
def people() -> People[str]:
    return People(counter("token"))


def somebody(people: People[str], name: str) -> Person[str]:
    person: Person[str] = Person(f"person of {name}")
    people.claim(person, name)
    return person


def free(people: People[str], name: str) -> bool:
    try:
        people.claim(Person("another"), name)
    except NameTaken:
        return False
    return True


def test_a_name_belongs_to_one_until_they_take_another(people: People[str]) -> None:
    ann = somebody(people, " Ann ")
    assert ann.name == "Ann"
    with pytest.raises(NameTaken) as caught:
        people.claim(Person("b"), "ANN")
    assert caught.value.holder is ann
    people.claim(ann, "ANN")
    people.claim(ann, "Bo")
    assert free(people, "Ann")
    with pytest.raises(Refusal) as refused:
        people.claim(ann, "admin")
    assert refused.value.reason is Reason.INVALID_USERNAME
    assert ann.name == "Bo"


def test_a_token_is_good_until_its_successor_has_arrived(people: People[str]) -> None:
    ann = somebody(people, "Ann")
    first = people.welcome(ann, "")
    assert people.returning(first, 0.0) is ann
    second = people.welcome(ann, first)
    assert people.returning(first, 0.0) is ann, "that welcome may be lost"
    third = people.welcome(ann, first)
    assert people.returning(first, 0.0) is ann, "and the next one, too"
    assert people.returning(second, 0.0) is None
    people.confirm(ann)
    assert people.returning(first, 0.0) is None
    assert people.returning(third, 0.0) is ann
    assert people.returning("", 0.0) is None


def test_only_digests_are_remembered(people: People[str]) -> None:
    ann = somebody(people, "Ann")
    assert people.stay(ann) == KeepStay("person of Ann", "Ann", "")
    first = people.welcome(ann, "")
    second = people.welcome(ann, first)
    assert people.stay(ann) == KeepStay("person of Ann", "Ann", f"{digest(second)} {digest(first)}")


@pytest.mark.parametrize("name", [True, False])
def test_somebody_is_waited_for_and_then_forgotten(people: People[str], name: bool) -> None:
    ann = somebody(people, "Ann")
    room = Room("tea", ("tea",), ann, "e", 0.0)
    ann.owned.add(room)
    token = people.welcome(ann, "")
    people.wait_for(ann, 10.0, name=name)
    assert people.next_deadline == 10.0 + RESUME
    assert people.overdue(10.0 + RESUME - 1) is None
    assert people.returning(token, 10.0 + RESUME) is ann
    assert people.returning(token, 10.0 + RESUME + 1) is None, "even before they are forgotten"
    assert people.overdue(10.0 + RESUME) is ann
    assert free(people, "Ann") is not name
    people.forget(ann)
    assert (room.owner, ann.owned, people.next_deadline) == (None, set(), None)
    assert people.returning(token, 10.0) is None
    assert free(people, "ann") is name, "freed by being forgotten, or taken by another before"


def test_who_is_back_is_not_waited_for(people: People[str]) -> None:
    ann = somebody(people, "Ann")
    people.wait_for(ann, 0.0, name=True)
    people.welcome(ann, "")
    assert people.next_deadline is None


def test_deadlines_come_in_their_order(people: People[str]) -> None:
    ann, bo = somebody(people, "Ann"), somebody(people, "Bo")
    people.wait_for(ann, 0.0, name=True)
    people.wait_for(bo, 1.0, name=True)
    people.welcome(ann, "")
    people.wait_for(ann, 2.0, name=True)
    assert people.next_deadline == 1.0 + RESUME
    assert people.overdue(2.0 + RESUME) is bo


def test_so_many_are_waited_for_and_no_more(people: People[str]) -> None:
    everybody = [somebody(people, f"Ann {number}") for number in range(STAYS + 1)]
    for person in everybody[:-1]:
        people.wait_for(person, 0.0, name=True)
    assert people.overdue(0.0) is None
    people.wait_for(everybody[-1], 0.0, name=True)
    assert people.overdue(0.0) is everybody[0]
    people.forget(everybody[0])
    assert people.overdue(0.0) is None


def test_who_owns_a_room_is_not_crowded_out(people: People[str]) -> None:
    """By people who come and go by the thousand, and who could have it deleted by nobody."""
    everybody = [somebody(people, f"Ann {number}") for number in range(STAYS + 2)]
    for person in everybody:
        people.wait_for(person, 0.0, name=True)
    everybody[0].owned.add(Room("tea", ("tea",), everybody[0], "e", 0.0))
    assert people.overdue(0.0) is everybody[1]
    people.forget(everybody[1])
    for person in everybody:
        person.owned.add(Room("tea", ("tea",), person, "e", 0.0))
    assert people.overdue(0.0) is everybody[0], "where everybody does, there is no other"
    people.forget(everybody[0])
    assert people.overdue(0.0) is None
    assert people.overdue(RESUME) is everybody[2], "time passes for all"


def test_who_stayed_before_a_restart_may_come_back(people: People[str]) -> None:
    ann = people.restore(KnownStay("a", "Ann", f"{digest('new')} {digest('old')}"), 5.0)
    bo = people.restore(KnownStay("b", "", digest("bo's")), 5.0)
    assert (ann.name, bo.name) == ("Ann", "")
    assert people.returning("new", 6.0) is people.returning("old", 6.0) is ann
    assert people.returning("bo's", 6.0) is bo
    assert people.next_deadline == 5.0 + RESUME
    assert not free(people, "Ann")


@pytest.mark.parametrize("name", ["ANN", "admin", "x" * 100])
def test_a_name_that_cannot_be_given_back_costs_the_name_alone(people: People[str], name: str) -> None:
    people.restore(KnownStay("a", "Ann", "1"), 0.0)
    assert people.restore(KnownStay("b", name, digest("b's")), 0.0).name == ""
    back = people.returning("b's", 0.0)
    assert back is not None
    assert back.id == "b"
