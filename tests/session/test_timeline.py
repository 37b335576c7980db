import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from chatapp.protocol import limits
from chatapp.session.timeline import NOTES, Entry, EntryKind, Note, NoteKind, State, Timeline


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


def numbered(*seqs: int) -> list[Entry]:
    return [Entry("Bo", f"message {seq}", float(seq), seq=seq) for seq in seqs]


def test_rows_put_in_front_leave_indices_as_they_are() -> None:
    timeline = Timeline(numbered(4, 5))
    timeline.prepend(numbered(1, 2, 3))
    assert (timeline.first, timeline.end) == (-3, 2)
    assert [timeline.entry(index).seq for index in range(-3, 2)] == [1, 2, 3, 4, 5]
    assert [entry.seq for entry in timeline] == [1, 2, 3, 4, 5]
    assert timeline.take_changed() == []


@pytest.mark.parametrize("index", [-1, 2])
def test_indices_outside_raise(index: int) -> None:
    with pytest.raises(IndexError):
        Timeline(numbered(1, 2)).entry(index)


def test_a_gap_goes_where_older_rows_join_on() -> None:
    timeline = Timeline([Entry("", "", 0.0, kind=EntryKind.GAP), *numbered(3, 4)])
    timeline.prepend(numbered(1, 2))
    assert [entry.seq for entry in timeline] == [1, 2, 3, 4]
    assert timeline.take_changed() == [0]


def test_nothing_to_put_in_front_leaves_the_gap() -> None:
    timeline = Timeline([Entry("", "", 0.0, kind=EntryKind.GAP)])
    timeline.prepend([])
    assert timeline[0].kind is EntryKind.GAP


def test_appending_beyond_the_most_lets_the_oldest_go() -> None:
    timeline = Timeline(most=10)
    for seq in range(1, 1 + 10 + limits.PAGE):
        timeline.append(numbered(seq))
    assert not timeline.older
    timeline.append(numbered(11 + limits.PAGE))
    assert timeline.older
    assert not timeline.newer
    assert [entry.seq for entry in timeline] == list(range(limits.PAGE + 2, limits.PAGE + 12))
    assert timeline.entry(timeline.end - 1).seq == timeline.end


def test_putting_in_front_beyond_the_most_lets_the_newest_go() -> None:
    timeline = Timeline(numbered(500), most=10)
    timeline.prepend(numbered(*range(500 - 10 - limits.PAGE, 500)))
    assert timeline.newer
    assert timeline.settled == 10
    assert timeline[9].seq == 499 - limits.PAGE


def test_a_replaced_row_is_told_once() -> None:
    timeline = Timeline(numbered(1, 2, 3))
    timeline.replace(1, numbered(2)[0])
    assert timeline.take_changed() == [1]
    assert timeline.take_changed() == []


def test_all_is_new_after_a_reset() -> None:
    timeline = Timeline(numbered(1, 2), most=10)
    timeline.say(said(1))
    timeline.new_from = 1
    timeline.reset(numbered(8, 9), older=True, newer=True)
    assert timeline.generation == 1
    assert (timeline.first, timeline.end, timeline.older, timeline.newer) == (0, 2, True, True)
    assert timeline.new_from is None
    assert [entry.key for entry in timeline.pending] == [1]


def test_notes_share_a_row_until_something_is_said() -> None:
    timeline = Timeline()
    joined, left = Note(NoteKind.JOINED, "Bo"), Note(NoteKind.LEFT, "Bo")
    timeline.note(joined, 1.0)
    timeline.take_changed()
    timeline.note(left, 2.0)
    assert timeline.take_changed() == [0]
    timeline.append(numbered(1))
    timeline.note(joined, 3.0)
    assert [entry.notes for entry in timeline] == [(joined, left), (), (joined,)]


def test_a_row_of_notes_has_an_end() -> None:
    timeline = Timeline()
    for _ in range(NOTES + 1):
        timeline.note(Note(NoteKind.JOINED, "Bo"), 1.0)
    assert [len(entry.notes) for entry in timeline] == [NOTES, 1]


def test_an_unconfirmed_message_can_fail_in_its_place() -> None:
    timeline = Timeline()
    timeline.say(said(1))
    timeline.say(said(2))
    failed = Entry("Ann", "mine 1", 0.0, mine=True, state=State.FAILED, key=1, problem="No.")
    assert timeline.alter(failed)
    assert timeline.pending[0] is failed
    assert not timeline.alter(said(3))


@given(st.lists(st.one_of(st.none(), st.integers(1, 3)), max_size=30), st.integers(0, 70), st.integers(0, 30))
def test_messages_are_found_by_their_place(steps: list[int | None], seq: int, cut: int) -> None:
    rows, last = [], 0
    for step in steps:
        last += step or 0
        rows.append(Entry("", "", 0.0, kind=EntryKind.NOTE) if step is None else numbered(last)[0])
    timeline = Timeline(rows[cut:])
    timeline.prepend(rows[:cut])
    found = timeline.find(seq) if seq else None
    expected = next((index for index, entry in enumerate(timeline) if seq and entry.seq == seq), None)
    assert (None if found is None else found - timeline.first) == expected


class Mirror(RuleBasedStateMachine):
    """A reader that follows a timeline by its indices alone ends up with the same rows."""

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline(most=5)
        self.rows: dict[int, Entry] = {}
        self.generation, self.low, self.high = 0, 1000, 1000

    @rule(count=st.integers(0, 130))
    def append(self, count: int) -> None:
        self.timeline.append(numbered(*range(self.high, self.high + count)))
        self.high += count

    @rule(count=st.integers(0, 130))
    def prepend(self, count: int) -> None:
        self.timeline.prepend(numbered(*range(self.low - count, self.low)))
        self.low -= count

    @rule(place=st.integers(0, 300))
    def replace(self, place: int) -> None:
        timeline = self.timeline
        if place < timeline.settled:
            timeline.replace(timeline.first + place, Entry("Bo", "edited", 0.0, seq=timeline[place].seq))

    @rule()
    def note(self) -> None:
        self.timeline.note(Note(NoteKind.LEFT, "Bo"), 0.0)

    @rule(count=st.integers(0, 3))
    def reset(self, count: int) -> None:
        self.timeline.reset(numbered(*range(1000, 1000 + count)), older=True)
        self.low, self.high = 1000, 1000 + count

    @rule()
    def look(self) -> None:
        timeline = self.timeline
        changed = timeline.take_changed()
        if self.generation != timeline.generation:
            self.generation, self.rows = timeline.generation, {}
        wanted = range(timeline.first, timeline.end)
        self.rows = {i: timeline.entry(i) if i in changed or i not in self.rows else self.rows[i] for i in wanted}
        assert [self.rows[index] for index in wanted] == list(timeline)


TestMirror = Mirror.TestCase


def test_a_place_that_is_no_message_is_reached_at_the_next_one() -> None:
    timeline = Timeline([numbered(seq)[0] for seq in (10, 12, 15)])
    assert [timeline.reach(seq) for seq in (3, 10, 11, 15, 16)] == [0, 0, 1, 2, None]
    timeline.older = True
    assert [timeline.reach(seq) for seq in (3, 10, 11)] == [None, 0, 1]
