from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from chatapp.gui.timeline import model as module
from chatapp.gui.timeline.model import Role, TimelineModel
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind, State, Timeline
from tests.gui.timeline.conftest import NOW


def heard(number: int) -> Entry:
    return Entry("Bo", f"message {number}", NOW + number)


def said(key: int, text: str = "mine") -> Entry:
    return Entry("me", text, NOW, mine=True, state=State.SENDING, key=key)


class Oracle(QObject):
    """Believes what the model announces, and holds it against what the model then shows."""

    def __init__(self, model: TimelineModel) -> None:
        super().__init__(model)
        self.model = model
        self.entries = self.shown()
        self.signals: list[tuple[str, int, int]] = []
        model.rowsInserted.connect(self.inserted)
        model.rowsAboutToBeRemoved.connect(self.check)
        model.rowsAboutToBeInserted.connect(self.check)
        model.rowsRemoved.connect(self.removed)
        model.dataChanged.connect(self.changed)
        model.modelReset.connect(self.reset)

    def shown(self) -> list[Entry]:
        return [self.model.entry(row) for row in range(self.model.rowCount())]

    def check(self) -> None:
        """What the model shows is what it announced, but for rows that the timeline has given up meanwhile."""
        shown = self.shown()
        assert len(shown) == len(self.entries)
        assert all(now in (told, module._GIVEN_UP) for now, told in zip(shown, self.entries, strict=True))

    def inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self.signals.append(("inserted", first, last))
        self.entries[first:first] = [self.model.entry(row) for row in range(first, last + 1)]
        self.check()

    def removed(self, _: QModelIndex, first: int, last: int) -> None:
        self.signals.append(("removed", first, last))
        del self.entries[first : last + 1]
        self.check()

    def changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.signals.append(("changed", first.row(), last.row()))
        for row in range(first.row(), last.row() + 1):
            self.entries[row] = self.model.entry(row)

    def reset(self) -> None:
        self.signals.append(("reset", 0, 0))
        self.entries = self.shown()


def test_shows_its_rows(qtmodeltester: ModelTester) -> None:
    timeline = Timeline([heard(1), heard(2)])
    timeline.say(said(1))
    timeline.new_from = 1
    model = TimelineModel(timeline)
    qtmodeltester.check(model, force_py=True)
    row = model.index(2)
    assert row.data() == "mine"
    assert row.data(Role.AUTHOR) == "me"
    assert row.data(Role.TEXT) == "mine"
    assert row.data(Role.TIME) == NOW
    assert row.data(Role.STATE) is State.SENDING
    assert row.data(Role.MINE) is True
    assert [model.index(row).data(Role.NEW) for row in range(3)] == [False, True, False]
    assert row.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None


def test_a_row_is_read_as_author_time_and_text() -> None:
    timeline = Timeline([Entry("Ann", "Hello\x00", NOW)])
    timeline.say(said(1))
    model = TimelineModel(timeline)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(row).data(role) for row in range(2)] == ["Ann, 14:13: Hello\ufffd", "me, 14:13: mine (sending)"]


def test_nothing_is_shown_before_it_is_announced() -> None:
    timeline = Timeline([heard(1)])
    timeline.say(said(1))
    model = TimelineModel(timeline)
    timeline.append([heard(2)])
    timeline.settle(1)
    timeline.new_from = 0
    assert [model.entry(row).text for row in range(model.rowCount())] == ["message 1", "mine"]
    assert model.new_from is None
    model.refresh()
    assert [model.entry(row).text for row in range(model.rowCount())] == ["message 1", "message 2"]


def test_a_batch_is_one_insertion() -> None:
    timeline = Timeline([heard(0)])
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.append(heard(number) for number in range(1, 81))
    model.refresh()
    assert oracle.signals == [("inserted", 1, 80)]
    model.refresh()
    assert len(oracle.signals) == 1


def test_a_confirmed_message_leaves_the_end_and_comes_back_settled() -> None:
    timeline = Timeline([heard(0)])
    timeline.say(said(1))
    timeline.say(said(2))
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.settle(1)
    timeline.append([Entry("me", "mine", NOW, mine=True)])
    model.refresh()
    assert oracle.signals == [("removed", 1, 1), ("inserted", 1, 1)]
    assert model.entry(2) == said(2)


def test_the_new_line_moves() -> None:
    timeline = Timeline(heard(number) for number in range(4))
    timeline.new_from = 1
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.new_from = 3
    model.refresh()
    assert oracle.signals == [("changed", 1, 1), ("changed", 3, 3)]
    timeline.new_from = None
    model.refresh()
    assert oracle.signals[2:] == [("changed", 3, 3)]


def test_a_change_that_no_batch_explains_is_a_reset() -> None:
    timeline = Timeline()
    timeline.say(said(1))
    timeline.say(said(2))
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.settle(1)
    timeline.say(said(1))
    model.refresh()
    assert oracle.signals == [("reset", 0, 0)]
    assert [entry.key for entry in oracle.entries] == [2, 1]


def logged(number: int) -> Entry:
    return Entry("Bo", f"message {number}", NOW + number, seq=number)


def test_older_rows_come_in_front() -> None:
    timeline = Timeline(map(logged, range(10, 15)))
    timeline.new_from = 2
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.prepend([logged(number) for number in range(5, 10)])
    assert model.new_from == 2
    model.refresh()
    assert oracle.signals == [("inserted", 0, 4)]
    assert model.new_from == 7
    assert [entry.seq for entry in oracle.shown()] == list(range(5, 15))
    assert model.row_of(12) == 7
    assert model.row_of(99) is None
    assert model.lasting(0) == -5


def test_rows_that_are_given_up_go_at_either_end() -> None:
    timeline = Timeline(map(logged, range(500, 700)), most=200)
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.append(map(logged, range(700, 850)))
    assert model.entry(0).text == "", "given up, and not announced yet"
    model.refresh()
    assert oracle.signals == [("removed", 0, 149), ("inserted", 50, 199)]
    assert not model.beginning
    timeline.prepend([logged(number) for number in range(500, 650)])
    model.refresh()
    assert oracle.signals[2:] == [("inserted", 0, 149), ("removed", 200, 349)]
    assert not model.live
    assert [entry.seq for entry in oracle.entries] == list(range(500, 700))
    timeline.append(map(logged, range(700, 1300)))
    model.refresh()
    assert oracle.signals[-1] == ("reset", 0, 0)


def test_changed_rows_are_told_in_runs() -> None:
    timeline = Timeline(map(logged, range(10)))
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    for number in (7, 2, 3):
        timeline.replace(number, Entry("Bo", "edited", NOW, seq=number))
    model.refresh()
    assert oracle.signals == [("changed", 2, 3), ("changed", 7, 7)]
    assert oracle.entries[7].text == "edited"


def test_another_part_of_the_log_is_a_reset() -> None:
    timeline = Timeline(map(logged, range(10)))
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    timeline.reset(map(logged, range(50, 52)), older=True, newer=True)
    assert [entry.text for entry in oracle.shown()] == [""] * 10
    assert model.row_of(50) is None
    model.refresh()
    assert oracle.signals == [("reset", 0, 0)]
    assert [entry.seq for entry in oracle.entries] == [50, 51]
    assert (model.beginning, model.live) == (False, False)


def test_what_is_to_be_had_is_told(qtbot: QtBot) -> None:
    timeline = Timeline([Entry("", "", NOW, kind=EntryKind.GAP), logged(5)])
    timeline.older = True
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    assert model.accessible_text(0) == "Messages are missing here"
    timeline.loading_older = True
    with qtbot.waitSignal(model.paging_changed):
        model.refresh()
    timeline.older = timeline.loading_older = False
    with qtbot.waitSignal(model.paging_changed):
        model.refresh()
    assert oracle.signals == [("changed", 0, 0)]
    assert model.accessible_text(0) == "Older messages are no longer kept here"
    with qtbot.assertNotEmitted(model.paging_changed):
        model.refresh()


def test_the_last_own_message_is_one_that_can_be_edited() -> None:
    timeline = Timeline([logged(1), Entry("me", "first", NOW, mine=True, seq=2)])
    model = TimelineModel(timeline)
    own = model.last_own()
    assert own is not None
    assert own.text == "first"
    timeline.append(
        [
            Entry("me", "", NOW, mine=True, seq=3, deleted=True),
            Entry("me", "without a place in a log", NOW, mine=True),
        ]
    )
    timeline.say(said(1))
    model.refresh()
    assert model.last_own() == own
    timeline.append(map(logged, range(4, 4 + module.OWN_AMONG)))
    model.refresh()
    assert model.last_own() is None


ACTIONS = st.one_of(
    st.tuples(st.sampled_from(["append", "prepend"]), st.integers(0, 4)),
    st.tuples(st.sampled_from(["say", "refresh", "note", "page"]), st.just(0)),
    st.tuples(st.sampled_from(["confirm", "fail", "edit", "alter", "new", "replace"]), st.integers(0, 12)),
    st.tuples(st.just("reset"), st.integers(0, 3)),
)


@given(st.lists(ACTIONS, max_size=40))
def test_what_is_announced_is_what_has_happened(actions: list[tuple[str, int]]) -> None:
    timeline = Timeline(most=150)
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    for number, (action, value) in enumerate([*actions, ("refresh", 0)], start=1):
        match action:
            case "append":
                timeline.append(heard(number * 10 + place) for place in range(value))
            case "prepend":
                timeline.prepend([heard(-number * 10 + place) for place in range(value)])
            case "page":
                timeline.prepend([heard(-number * 1000 + place) for place in range(150)])
            case "note":
                timeline.note(Note(NoteKind.JOINED, f"name {number}"), NOW)
            case "say":
                timeline.say(said(number))
            case "confirm" | "fail":
                entry = timeline.settle(value)
                if entry is not None and action == "confirm":
                    timeline.append([Entry("me", entry.text, NOW, mine=True)])
            case "edit":
                if timeline.settle(value) is not None:
                    timeline.say(said(value, "edited"))
            case "alter":
                timeline.alter(said(value, f"altered {number}"))
            case "replace":
                if timeline.settled:
                    timeline.replace(timeline.first + value % timeline.settled, heard(-number))
            case "new":
                timeline.new_from = timeline.first + value if value else None
            case "reset":
                timeline.reset([heard(number * 10 + place) for place in range(value)], older=True, newer=value == 1)
            case "refresh":
                model.refresh()
                assert oracle.entries == oracle.shown() == [timeline[row] for row in range(len(timeline))]
                assert model.new_from == (None if timeline.new_from is None else timeline.new_from - timeline.first)
                assert (model.beginning, model.live) == (not timeline.older, not timeline.newer)
