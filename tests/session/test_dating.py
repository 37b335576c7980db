from math import log2

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.limits import PAGE
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.session.changes import Fetched
from chatapp.session.dating import DaySearch


def page(log: list[Event], after: int, size: int = PAGE) -> Fetched:
    """What a server gives of a log whose events before the first are not kept any more."""
    behind = [event for event in log if event.seq > after]
    top = log[-1].seq if log else 0
    return Fetched(1, "music", "e", tuple(behind[:size]), top, len(behind) <= size)


def search(log: list[Event], moment: int, size: int = PAGE) -> DaySearch:
    found = DaySearch(moment)
    while not found.done:
        assert found.pages < 200, "it goes round in circles"
        found.take(page(log, found.after, size))
    return found


def messages(*times: int, begin: int = 1) -> list[Event]:
    return [Event(Kind.MESSAGE, begin + number, ts, "Ann") for number, ts in enumerate(times)]


def test_the_first_message_of_a_day_is_found() -> None:
    log = messages(10, 20, 20, 30)
    assert [search(log, moment).found for moment in (0, 10, 11, 20, 25, 30)] == [1, 1, 2, 2, 4, 4]


def test_nothing_is_found_where_nothing_is_so_new() -> None:
    assert search(messages(10, 20), 21).found == 0
    assert search([], 0).found == 0


def test_a_million_messages_take_a_few_pages() -> None:
    top = 1_000_000
    asked = DaySearch(777_777_777)
    while not asked.done:
        first = asked.after + 1
        events = tuple(
            Event(Kind.MESSAGE, seq, 1000 * seq, "Ann") for seq in range(first, min(top, first + PAGE - 1) + 1)
        )
        asked.take(Fetched(1, "music", "e", events, top, first + PAGE > top))
    assert asked.found == 777_778
    assert asked.pages <= log2(top / PAGE) + 4


def test_it_says_how_many_pages_are_to_come() -> None:
    asked = DaySearch(500_500)
    log = messages(*range(0, 1_000_000, 1000))
    left = [asked.to_come]
    while not asked.done:
        asked.take(page(log, asked.after, 10))
        left.append(asked.to_come)
    assert left[0] == 1
    assert left[1] == max(left)
    assert left[-1] == 0


def test_edits_are_passed_over_to_the_message_that_follows() -> None:
    log = [
        Event(Kind.MESSAGE, 1, 10, "Ann"),
        *(Event(Kind.EDIT, seq, 20, "Ann") for seq in range(2, 300)),
        Event(Kind.MESSAGE, 300, 30, "Ann"),
    ]
    assert search(log, 15).found == 300
    assert search(log[:-1], 15).found == 0


KINDS = st.sampled_from([Kind.MESSAGE, Kind.MESSAGE, Kind.EDIT])


@given(
    st.lists(st.tuples(st.integers(0, 50), KINDS), max_size=400),
    st.integers(-5, 60),
    st.integers(1, 100),
    st.integers(1, 1000),
)
def test_it_finds_what_looking_at_everything_would(
    said: list[tuple[int, str]], moment: int, size: int, begin: int
) -> None:
    log = [Event(kind, begin + number, ts, "Ann") for number, (ts, kind) in enumerate(sorted(said))]
    expected = next((event.seq for event in log if event.kind == Kind.MESSAGE and event.ts >= moment), 0)
    assert search(log, moment, size).found == expected


@given(st.lists(st.integers(0, 50), max_size=300), st.integers(0, 60))
def test_it_ends_where_the_clock_was_set_back(times: list[int], moment: int) -> None:
    search(messages(*times), moment, 7)


def test_it_ends_where_the_log_became_shorter_meanwhile() -> None:
    asked = DaySearch(10**9)
    asked.take(page(messages(*range(5000)), asked.after))
    while not asked.done:
        assert asked.pages < 30
        asked.take(page(messages(*range(50)), asked.after))
    assert asked.found == 0
