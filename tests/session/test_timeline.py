import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.session.timeline import Entry, State, Timeline


def said(key: int) -> Entry:
    return Entry("Ann", f"mine {key}", 0.0, mine=True, state=State.SENDING, key=key)


def heard(number: int) -> Entry:
    return Entry("Bo", f"message {number}", float(number))


def test_an_empty_timeline() -> None:
    timeline = Timeline()
    assert len(timeline) == timeline.settled == 0
    assert timeline.new_from is None
    with pytest.raises(IndexError):
        timeline[0]


def test_rows_outside_raise() -> None:
    timeline = Timeline([heard(0)])
    timeline.say(said(1))
    for row in (-1, 2):
        with pytest.raises(IndexError):
            timeline[row]


def test_unconfirmed_messages_stand_last() -> None:
    timeline = Timeline([heard(0)])
    timeline.say(said(1))
    timeline.say(said(2))
    timeline.append([heard(3), heard(4)])
    assert [entry.text for entry in timeline] == ["message 0", "message 3", "message 4", "mine 1", "mine 2"]
    assert timeline.settled == 3
    assert [entry.key for entry in timeline.pending] == [1, 2]


def test_a_message_settles_once() -> None:
    timeline = Timeline()
    timeline.say(said(1))
    timeline.say(said(2))
    assert timeline.settle(1) == said(1)
    assert timeline.settle(1) is None
    assert [entry.key for entry in timeline] == [2]


ACTIONS = st.one_of(
    st.tuples(st.just("append"), st.integers(0, 3)),
    st.tuples(st.just("say"), st.just(0)),
    st.tuples(st.just("settle"), st.integers(0, 12)),
)


@given(st.lists(ACTIONS, max_size=40))
def test_keeps_everything_in_order(actions: list[tuple[str, int]]) -> None:
    timeline, settled, pending = Timeline(), [], []
    for number, (action, value) in enumerate(actions):
        if action == "append":
            entries = [heard(number * 10 + place) for place in range(value)]
            timeline.append(entries)
            settled += entries
        elif action == "say":
            timeline.say(said(number))
            pending.append(said(number))
        else:
            expected = next((entry for entry in pending if entry.key == value), None)
            assert timeline.settle(value) == expected
            pending = [entry for entry in pending if entry.key != value]
        assert [timeline[row] for row in range(len(timeline))] == settled + pending


def test_a_message_takes_at_most_350_bytes() -> None:
    lines = (
        "see you at nine, by the door",
        "who has page 12?",
        "here: https://example.org/a/long/path?and=query",
        "ok 👍",
    )
    count = 20_000
    names = [f"person {number}" for number in range(50)]
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        timeline = Timeline(
            Entry(names[number % 50], f"{lines[number % 4]} {number}", 1_790_000_000.0 + number)
            for number in range(count)
        )
        used = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert len(timeline) == count
    assert used / count <= 350
