"""Who is known again, and who only says so."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import PEOPLE_MET
from chatapp.session.acquaintances import DAY, NEW, NOBODY, Acquaintance, Acquaintances, Tie
from chatapp.session.keeping import KeepPerson

ANN, BO, EVE = (letter * 43 for letter in "abe")
KEYS = st.sampled_from((ANN, BO, EVE))
NAMES = st.sampled_from(("Ann", "ann", "Bo", "B0", "Eve", "Chloé"))


def known(*people: tuple[str, str]) -> Acquaintances:
    return Acquaintances(KeepPerson(key, name, 0.0) for key, name in people)


def test_who_is_met_the_first_time_has_proven_their_name() -> None:
    people = Acquaintances()
    assert people.of("Ann", ANN) == Acquaintance(Tie.PROVEN)
    assert people.meet(ANN, "Ann", 5.0) == KeepPerson(ANN, "Ann", 5.0)
    assert people.of("Ann", ANN) == Acquaintance(Tie.PROVEN), "not before this session"


def test_who_proves_nothing_is_nobody_in_particular() -> None:
    assert known().of("Ann", "") == NOBODY
    assert known((ANN, "Ann")).of("Bo", "") == NOBODY


def test_who_was_met_before_is_known_again() -> None:
    assert known((ANN, "Ann")).of("Ann", ANN) == Acquaintance(Tie.MET)
    assert known((ANN, "Ann")).of("Anna", ANN) == Acquaintance(Tie.RENAMED, "Ann")


def test_who_is_called_like_somebody_known_is_not_them() -> None:
    people = known((ANN, "Ann"))
    for name in ("Ann", "ANN", "\u0410nn"):
        assert people.of(name, EVE) == Acquaintance(Tie.STRANGER, "Ann")
        assert people.of(name, "") == Acquaintance(Tie.UNPROVEN, "Ann")
        assert people.meet(EVE, name, 9.0) is None, "it is not theirs to be remembered by"
    assert people.of("Ann", ANN) == Acquaintance(Tie.MET)


def test_who_is_known_and_takes_the_name_of_another_is_not_them_either() -> None:
    people = known((ANN, "Ann"), (BO, "Bo"))
    assert people.of("Ann", BO) == Acquaintance(Tie.STRANGER, "Ann")
    assert people.meet(BO, "Ann", 9.0) is None
    assert people.meet(BO, "Ann", DAY) == KeepPerson(BO, "Bo", DAY), "met, and still Bo"
    assert people.of("Bo", "") == Acquaintance(Tie.UNPROVEN, "Bo")


def test_a_name_that_was_given_up_is_free() -> None:
    people = known((ANN, "Ann"))
    assert people.meet(ANN, "Anna", 1.0) == KeepPerson(ANN, "Anna", 1.0)
    assert people.of("Anna", ANN) == Acquaintance(Tie.RENAMED, "Ann")
    assert people.of("Anna", "") == Acquaintance(Tie.UNPROVEN, "Anna")
    assert people.of("Ann", BO) == Acquaintance(Tie.PROVEN)


def test_an_acquaintance_is_noted_once_a_day() -> None:
    people = known((ANN, "Ann"))
    assert people.meet(ANN, "Ann", DAY - 1) is None
    assert people.meet(ANN, "Ann", DAY) == KeepPerson(ANN, "Ann", DAY)
    assert people.meet(ANN, "Ann", DAY + 1) is None


def test_what_is_no_key_is_not_kept() -> None:
    assert known().meet("x" * 44, "Ann", 0.0) is None


def test_whoever_was_not_met_for_longest_is_forgotten() -> None:
    people = Acquaintances(KeepPerson(f"{n:043}", f"person {n}", float(n)) for n in range(PEOPLE_MET))
    assert people.meet(ANN, "Ann", 1e6) is not None
    assert people.of("person 0", "") == NOBODY
    assert people.of("person 1", "").tie is Tie.UNPROVEN


@given(st.lists(st.tuples(KEYS, NAMES)))
def test_a_name_has_one_key_and_the_next_session_agrees(meetings: list[tuple[str, str]]) -> None:
    people, kept = Acquaintances(), dict[str, KeepPerson]()
    for at, (key, name) in enumerate(meetings):
        met = people.meet(key, name, float(at))
        if met is not None:
            kept[key] = met
            assert not people.of(met.name, key).tie.is_doubtful
            for other in {ANN, BO, EVE, ""} - {key}:
                assert people.of(met.name, other).tie.is_doubtful
    later = Acquaintances(kept.values())
    for key in (ANN, BO, EVE, ""):
        for name in ("Ann", "Bo", "Eve", "Chloé"):
            assert later.of(name, key).tie.is_doubtful == people.of(name, key).tie.is_doubtful
    assert all(later.of(person.name, key) == Acquaintance(Tie.MET) for key, person in kept.items())


def test_a_server_that_makes_people_up_has_nobody_forgotten_but_a_few() -> None:
    """Nor does it take long: each of them costs the same, however many are known."""
    people = Acquaintances(KeepPerson(f"{n:043}", f"person {n}", float(n)) for n in range(PEOPLE_MET))
    kept = [people.meet(f"x{n:042}", f"made up {n}", DAY + n) for n in range(20_000)]
    assert sum(each is not None for each in kept) == NEW
    assert people.of(f"person {NEW}", f"{NEW:043}").tie is Tie.MET
    assert people.of(f"person {NEW}", f"x{0:042}").tie is Tie.STRANGER
    assert people.meet(f"{NEW:043}", f"person {NEW}", 9 * DAY) is not None, "who is known is met again"
