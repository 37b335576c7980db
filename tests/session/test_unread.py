"""What a person has not seen of a room."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.session import unread
from chatapp.session.unread import Call, Place, Unread


def counted(*calls: Call) -> Unread:
    """One message a call, `seq` from 1."""
    made = Unread()
    for seq, call in enumerate(calls, 1):
        made.count(Place(0, seq), call)
    return made


def test_counts_messages_and_those_for_this_person() -> None:
    made = counted(Call.NONE, Call.NAMED, Call.ANSWERED, Call.NONE)
    assert (made.messages, made.mentions) == (4, 2)
    assert (made.first, made.last, made.last_mention) == (Place(0, 1), Place(0, 4), Place(0, 3))


def test_what_is_not_here_counts_too() -> None:
    made = Unread()
    made.miss(5, 40)
    made.count(Place(0, 45))
    assert (made.messages, made.first, made.last) == (41, Place(0, 5), Place(0, 45))


def test_what_is_deleted_counts_no_longer() -> None:
    made = counted(Call.NONE, Call.NAMED)
    made.left_before()
    made.deleted(2)
    assert not made.knows(2)
    assert (made.messages, made.mentions, made.before, made.before_mentions) == (1, 0, 1, 0)


def test_an_edit_may_name_somebody_and_take_it_back() -> None:
    made = counted(Call.NONE, Call.ANSWERED)
    made.edited(1, named=True)
    assert (made.mentions, made.last_mention) == (2, Place(0, 1))
    made.edited(1, named=True)
    made.edited(2, named=True)
    assert made.mentions == 2
    made.edited(1, named=False)
    made.edited(2, named=False)
    assert made.mentions == 1, "an answer stays one"


def test_another_log_has_other_places() -> None:
    made = counted(Call.NAMED)
    made.begin_again()
    assert (made.messages, made.mentions, made.first, made.knows(1)) == (1, 1, None, False)
    made.count(Place(0, 1))
    assert (made.messages, made.first) == (2, Place(0, 1))


def test_a_flood_does_not_grow_without_end() -> None:
    most = unread.ADJUSTED
    made = counted(*[Call.NAMED] * (3 * most))
    assert made.messages == made.mentions == 3 * most
    assert not made.knows(most - 1)
    assert made.knows(3 * most)


@given(st.lists(st.tuples(st.sampled_from(["count", "edit", "delete"]), st.integers(1, 20), st.sampled_from(Call))))
def test_the_numbers_are_those_of_what_is_there(steps: list[tuple[str, int, Call]]) -> None:
    made, there, seq = Unread(), dict[int, Call](), 0
    for step, at, call in steps:
        if step == "count":
            seq += 1
            made.count(Place(0, seq), call)
            there[seq] = call
        elif made.knows(at) and step == "edit":
            made.edited(at, named=call is Call.NAMED)
            if there[at] is not Call.ANSWERED:
                there[at] = Call.NAMED if call is Call.NAMED else Call.NONE
        elif made.knows(at):
            made.deleted(at)
            del there[at]
    assert made.messages == len(there)
    assert made.mentions == sum(call is not Call.NONE for call in there.values())


def test_what_is_new_counts_though_something_older_is_edited_or_deleted() -> None:
    made = counted(Call.NAMED, Call.NAMED, Call.NONE)
    made.left_before()
    made.count(Place(0, 4), Call.NAMED)
    made.edited(1, named=False)
    made.deleted(2)
    made.deleted(3)
    assert (made.messages - made.before, made.mentions - made.before_mentions) == (1, 1)
    made.edited(1, named=True)
    assert made.mentions - made.before_mentions == 2, "that is news"
    made.edited(1, named=False)
    made.deleted(4)
    assert (made.messages - made.before, made.mentions - made.before_mentions) == (0, 0)
