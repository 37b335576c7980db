from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester

from chatapp.gui.timeline.model import Role, TimelineModel
from chatapp.session.timeline import Entry, State, Timeline
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
        assert self.shown() == self.entries

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


ACTIONS = st.one_of(
    st.tuples(st.just("append"), st.integers(0, 4)),
    st.tuples(st.just("say"), st.just(0)),
    st.tuples(st.sampled_from(["confirm", "fail", "edit", "new"]), st.integers(0, 12)),
    st.tuples(st.just("refresh"), st.just(0)),
)


@given(st.lists(ACTIONS, max_size=40))
def test_what_is_announced_is_what_has_happened(actions: list[tuple[str, int]]) -> None:
    timeline = Timeline()
    model = TimelineModel(timeline)
    oracle = Oracle(model)
    for number, (action, value) in enumerate([*actions, ("refresh", 0)], start=1):
        if action == "append":
            timeline.append(heard(number * 10 + place) for place in range(value))
        elif action == "say":
            timeline.say(said(number))
        elif action in {"confirm", "fail"}:
            entry = timeline.settle(value)
            if entry is not None and action == "confirm":
                timeline.append([Entry("me", entry.text, NOW, mine=True)])
        elif action == "edit" and timeline.settle(value) is not None:
            timeline.say(said(value, "edited"))
        elif action == "new":
            timeline.new_from = value or None
        elif action == "refresh":
            model.refresh()
            assert oracle.entries == oracle.shown() == [timeline[row] for row in range(len(timeline))]
            assert model.new_from == timeline.new_from
        else:
            continue
        oracle.check()
