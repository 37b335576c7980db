"""Next → apply; seen → drop; gap or new epoch → fetch."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event, History, Kind
from chatapp.session.follow import ASIDE, Follow


def event(seq: int, epoch: str = "e") -> Event:
    return Event(Kind.MESSAGE, seq, 0, "Bo", epoch=epoch)


def page(*seqs: int, complete: bool = True, epoch: str = "e", recovered: bool | None = None, top: int = 0) -> History:
    events = [Event(Kind.MESSAGE, seq, 0, "Bo") for seq in seqs]
    return History("music", epoch, events, complete, max(top, *seqs, 0), recovered)


def started(seq: int = 2) -> Follow:
    follow = Follow()
    follow.start(page(*range(1, seq + 1)))
    return follow


def test_begins_with_the_newest_page() -> None:
    follow = Follow()
    assert follow.behind
    assert follow.start(page(4, 5)) == []
    assert (follow.cursor, follow.behind) == (Cursor("e", 5), False)


def test_an_empty_log_begins_too() -> None:
    follow = Follow()
    follow.start(page())
    assert follow.cursor == Cursor("e", 0)
    assert follow.hear(event(1)) == (event(1),)


def test_the_next_is_applied_and_the_seen_dropped() -> None:
    follow = started()
    assert follow.hear(event(3)) == (event(3),)
    assert follow.hear(event(3)) == ()
    assert follow.hear(event(1)) == ()
    assert (follow.cursor, follow.behind) == (Cursor("e", 3), False)


def test_a_gap_is_fetched_and_what_came_meanwhile_follows() -> None:
    follow = started()
    assert follow.hear(event(5)) == ()
    assert follow.behind
    assert follow.hear(event(6)) == ()
    assert [each.seq for each in follow.catch_up(page(3, 4)) or ()] == [3, 4, 5, 6]
    assert not follow.behind


def test_a_page_that_is_not_the_last_leaves_it_behind() -> None:
    follow = started()
    follow.hear(event(9))
    assert [each.seq for each in follow.catch_up(page(3, 4, complete=False)) or ()] == [3, 4]
    assert follow.behind
    assert [each.seq for each in follow.catch_up(page(5, 6, 7, 8)) or ()] == [5, 6, 7, 8, 9]


def test_what_a_page_has_and_was_heard_too_is_applied_once() -> None:
    follow = started()
    follow.hear(event(5))
    assert [each.seq for each in follow.catch_up(page(2, 3, 4, 5, 6)) or ()] == [3, 4, 5, 6]


def test_a_page_that_does_not_follow_is_none() -> None:
    for other in (page(3, epoch="f"), page(3, recovered=False), page(4, 5)):
        follow = started()
        follow.lost()
        assert follow.catch_up(other) is None
        assert follow.behind


def test_another_epoch_is_fetched() -> None:
    follow = started()
    assert follow.hear(event(1, "f")) == ()
    assert follow.behind


def test_what_waited_from_an_epoch_that_is_gone_is_dropped() -> None:
    follow = started()
    follow.hear(event(9))
    assert list(follow.start(page(1, epoch="f"))) == []
    assert not follow.behind


def test_what_did_not_fit_is_fetched_again() -> None:
    follow = started()
    for seq in range(4, 4 + ASIDE + 10):
        follow.hear(event(seq))
    assert len(follow.catch_up(page(3)) or ()) == 1 + ASIDE
    assert follow.behind, "there is more, and nothing else may ever tell"
    rest = range(4 + ASIDE, 4 + ASIDE + 10)
    assert [each.seq for each in follow.catch_up(page(*rest)) or ()] == list(rest)
    assert not follow.behind


def test_what_did_not_fit_and_a_page_has_is_not_fetched_again() -> None:
    follow = started()
    for seq in range(4, 4 + ASIDE + 10):
        follow.hear(event(seq))
    follow.catch_up(page(*range(3, 4 + ASIDE + 10)))
    assert not follow.behind


def test_a_beginning_may_be_behind_too() -> None:
    follow = Follow()
    follow.hear(event(9))
    assert list(follow.start(page(4, 5))) == []
    assert follow.behind


def test_blind_it_takes_what_comes() -> None:
    follow = Follow()
    follow.hear(event(7))
    assert list(follow.go_blind()) == [event(7)]
    assert follow.hear(event(9)) == (event(9),)
    assert follow.hear(event(8)) == ()
    assert not follow.behind


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans()), max_size=60))
def test_each_event_is_given_once_and_in_order(steps: list[tuple[int, bool]]) -> None:
    follow, given_out = started(0), []
    for seq, answers in steps:
        given_out += follow.hear(event(seq))
        if follow.behind and answers and follow.cursor is not None:
            upto = min(follow.cursor.seq + 4, 30)
            given_out += follow.catch_up(page(*range(follow.cursor.seq + 1, upto + 1), complete=upto == 30)) or ()
    assert [each.seq for each in given_out] == list(range(1, len(given_out) + 1))
