"""What is painted of the rows as they come, go and change. Days, themes and fonts: `test_view.py`."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.hits import Act, Quoted
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind, Quote, Reaction, Timeline
from tests.gui.timeline.conftest import NOW, Show, Shown, lines

LIKED = (Reaction("👍", ("Bo",)),)


def change(shown: Shown, row: int, **fields: object) -> None:
    entry = shown.model.entry(row)
    shown.timeline.replace(shown.timeline.first + row, Entry(entry.author, entry.text, entry.at, **fields))
    shown.model.refresh()


def lower_edges(shown: Shown) -> dict[int, int]:
    return {row: top + shown.view.rows.height(row) for row, top in shown.view.visible()}


def test_a_changed_row_is_laid_out_anew(show: Show) -> None:
    shown = show(lines(30))
    row = shown.view.visible()[3][0]
    height = shown.view.rows.height(row)
    change(shown, row, reactions=LIKED)
    assert shown.view.rows.height(row) > height + 10
    assert shown.view.at_bottom


def test_a_change_above_the_view_moves_nothing(show: Show) -> None:
    shown = show(lines(300))
    shown.view.reveal(100)
    shown.view.scroll_by(7)
    before = lower_edges(shown)
    change(shown, 50, reactions=LIKED)
    assert lower_edges(shown) == before
    change(shown, shown.view.visible()[0][0], reactions=LIKED)
    after = lower_edges(shown)
    first = next(iter(before))
    assert after[first] == before[first], "the one that is cut off grows upwards"


def test_what_stands_above_a_message_follows_a_change_of_the_one_before(show: Show) -> None:
    shown = show([Entry("Ann", "one", NOW), Entry("Ann", "two", NOW + 1)])
    low = shown.view.rows.height(1)
    shown.timeline.replace(0, Entry("Bo", "one", NOW))
    shown.model.refresh()
    assert shown.view.rows.height(1) > low


def test_rows_that_are_given_up_at_the_top_move_nothing(show: Show) -> None:
    shown = show(lines(300))
    shown.view.scroll_by(-500)
    before = [(shown.model.entry(row).text, y) for row, y in shown.view.visible()]
    shown.timeline.most = 200
    shown.timeline.append(lines(1))
    shown.model.refresh()
    assert shown.model.rowCount() == 200
    assert [(shown.model.entry(row).text, y) for row, y in shown.view.visible()] == before


def test_points_lead_to_what_is_drawn_there(show: Show) -> None:
    quote = Entry("Bo", "yes", NOW, reply=Quote(5, "Ann", "who?"))
    notes = tuple(Note(NoteKind.JOINED, f"name {number}") for number in range(9))
    shown = show([quote, Entry("", "", NOW, kind=EntryKind.NOTE, notes=notes)])
    item, (_, top) = shown.view.rows.row(0), shown.view.visible()[0]
    at = QPointF(item.words.left + 5, top + item._quote_top + 5)
    assert shown.view.hit_at(at) == Quoted(5)
    assert shown.view.link_at(at) is None
    assert not shown.view.over_text(at)
    note = shown.view.message_rect(1)
    assert shown.view.hit_at(QPointF(item.words.left + 5, note.center().y())) is Act.FOLD
    assert shown.view.message_rect(99) == QRect()


def test_those_who_remember_rows_are_told(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(3))
    told: list[tuple[object, ...]] = []

    class Follower:
        def inserted(self, first: int, count: int) -> None:
            told.append(("inserted", first, count, len(shown.view.rows)))

        def removed(self, first: int, count: int) -> None:
            told.append(("removed", first, count, len(shown.view.rows)))

        def reset(self) -> None:
            told.append(("reset", len(shown.view.rows)))

    shown.view.followers.append(Follower())
    shown.timeline.prepend(lines(2))
    shown.model.refresh()
    shown.timeline.settle(shown.say("mine"))
    shown.model.refresh()
    shown.timeline.reset(lines(1), older=False)
    shown.model.refresh()
    assert told == [("inserted", 0, 2, 5), ("inserted", 5, 1, 6), ("removed", 5, 1, 5), ("reset", 1)]


@pytest.mark.parametrize("following", [True, False])
def test_a_million_rows_are_paged_through_at_the_cost_of_what_shows(show: Show, following: bool) -> None:
    shown = show(lines(1000) * 1000)
    if not following:
        shown.view.to_top()
    shown.view.visible()
    before = shown.view.rows.laid_out
    shown.timeline.prepend(lines(100))
    shown.model.refresh()
    shown.view.visible()
    assert shown.view.rows.laid_out - before <= 12


ACTIONS = st.one_of(
    st.tuples(st.sampled_from(["append", "prepend"]), st.integers(1, 5)),
    st.tuples(st.sampled_from(["note", "say", "page", "top", "bottom"]), st.just(0)),
    st.tuples(st.sampled_from(["settle", "replace", "show"]), st.integers(0, 200)),
    st.tuples(st.just("scroll"), st.integers(-900, 900)),
)


def varied(number: int) -> Entry:
    """Messages of unlike heights, authors and days."""
    return Entry(f"author {number // 3 % 4}", "\n".join(["line"] * (number % 5 + 1)), NOW + number * 5_000, seq=number)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ACTIONS, max_size=30))
def test_whatever_comes_and_goes_is_shown_as_it_is_and_what_is_read_stays_put(
    qapp: QApplication, actions: list[tuple[str, int]]
) -> None:
    timeline = Timeline(map(varied, range(1_000, 1_040)), most=150)
    timeline.older = True
    view = TimelineView(Theme(), clock=lambda: NOW)
    model = TimelineModel(timeline, view)
    view.set_model(model)
    view.resize(400, 300)
    view.show()
    low, high, key = 1_000, 1_040, 0
    for action, value in actions:
        seen = [(model.entry(row).seq, top + view.rows.height(row)) for row, top in view.visible()]
        at_bottom, changed, end = view.at_bottom, -1, timeline.end
        match action:
            case "append":
                timeline.append(map(varied, range(high, high + value)))
                high += value
            case "prepend" | "page":
                count = value or 100
                timeline.prepend([varied(number) for number in range(low - count, low)])
                low -= count
            case "note":
                timeline.note(Note(NoteKind.JOINED, "Bo"), NOW)
            case "say":
                key += 1
                timeline.say(Entry("me", "mine", NOW, mine=True, key=key))
            case "settle":
                timeline.settle(value % (key + 1))
            case "replace":
                entry = timeline[value % timeline.settled]
                changed = entry.seq
                longer = Entry(entry.author, f"{entry.text}\nedited", entry.at, seq=entry.seq, kind=entry.kind)
                timeline.replace(timeline.first + value % timeline.settled, longer)
            case "top":
                view.to_top()
            case "bottom":
                view.follow()
            case "show":
                view.show_seq(low + value)
            case "scroll":
                view.scroll_by(value)
        model.refresh()
        shows = view.visible()
        for row in list(view.rows._rows):
            laid_out, anew = view.rows.row(row), view.rows._lay_out(model, row)
            assert (type(laid_out), laid_out.height) == (type(anew), anew.height)
        assert shows
        # A row that shows all of itself may grow downwards.
        quiet = action in {"append", "prepend", "page", "note", "say", "replace"} and not at_bottom
        # Where the rows below had to make room for those above, what is left comes down to the lower edge.
        quiet = quiet and not (timeline.end < end and shows[-1][0] == len(view.rows) - 1)
        if quiet and changed not in [seq for seq, _ in seen]:
            edges = {model.entry(row).seq: top + view.rows.height(row) for row, top in shows}
            first = next(((seq, edge) for seq, edge in seen if seq and seq in edges), None)
            assert first is None or edges[first[0]] == first[1]
        if view.at_bottom:
            assert not timeline.newer
            assert shows[-1][0] == len(view.rows) - 1
    view.deleteLater()


def test_another_name_sets_other_messages_off(show: Show) -> None:
    shown = show([Entry("Ann", "hello @bo", NOW)])
    words = shown.view.rows.row(0).words
    assert not words._body.calls
    shown.view.set_me("Bo")
    assert shown.view.rows.row(0).words._body.calls
    laid_out = shown.view.rows.row(0)
    shown.view.set_me("Bo")
    assert shown.view.rows.row(0) is laid_out
    shown.view.set_me("Ann")
    assert not shown.view.rows.row(0).words._body.calls
