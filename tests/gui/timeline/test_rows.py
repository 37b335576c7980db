import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from chatapp.gui.theme.tokens import LIGHT
from chatapp.gui.timeline.asides import GapRow, NoteRow
from chatapp.gui.timeline.heads import day
from chatapp.gui.timeline.look import Look
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.rows import KEPT, Rows
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind, Timeline
from tests.gui.timeline.conftest import NOW, lines


@pytest.fixture
def rows(qapp: QGuiApplication) -> Rows:
    today = day(NOW)
    made = Rows(Look(LIGHT, QGuiApplication.font(), 400, mirrored=False, locale=QLocale.c(), today=today))
    made.reset(TimelineModel(Timeline(lines(2 * KEPT))))
    return made


def test_a_row_is_laid_out_once(rows: Rows) -> None:
    assert rows.row(5) is rows.row(5)
    assert rows.height(5) == rows.row(5).height
    assert rows.laid_out == 1


def test_only_the_last_ones_stay(rows: Rows) -> None:
    for row in range(KEPT):
        rows.row(row)
    first = rows.row(0)
    rows.row(KEPT)
    assert rows.row(0) is first
    assert rows.laid_out == KEPT + 1
    rows.row(1)
    assert rows.laid_out == KEPT + 2


def test_rows_outside_raise(rows: Rows) -> None:
    for row in (-1, len(rows)):
        with pytest.raises(IndexError):
            rows.row(row)


def test_what_changed_is_laid_out_anew(rows: Rows) -> None:
    kept, gone = rows.row(3), rows.row(4)
    assert rows.model is not None
    rows.model.timeline.append(lines(2))
    rows.model.refresh()
    rows.inserted(2 * KEPT, 2)
    rows.forget(4, 4)
    assert len(rows) == 2 * KEPT + 2
    assert rows.row(3) is kept
    assert rows.row(4) is not gone
    rows.restyle(rows.look)
    assert rows.row(3) is not kept


def test_nothing_is_shown_without_a_model(rows: Rows) -> None:
    rows.reset(None)
    assert len(rows) == 0


def test_rows_that_come_above_move_those_that_are_laid_out(rows: Rows) -> None:
    first, second, third = rows.row(0), rows.row(1), rows.row(2)
    assert rows.model is not None
    rows.model.timeline.prepend(lines(3))
    rows.model.refresh()
    rows.inserted(0, 3)
    assert rows.row(4) is second
    assert rows.row(5) is third
    assert rows.row(3) is not first, "there is another one above it now"
    assert rows.known_height(4) == second.height
    assert rows.known_height(0) is None
    rows.removed(0, 3)
    assert rows.row(2) is third
    assert rows.known_height(0) is None, "and now there is none"


def test_each_kind_of_entry_has_its_kind_of_row(rows: Rows) -> None:
    assert rows.model is not None
    notes = tuple(Note(NoteKind.JOINED, f"somebody called {number}") for number in range(40))
    timeline = Timeline([Entry("", "", NOW, kind=EntryKind.GAP), Entry("", "", NOW, kind=EntryKind.NOTE, notes=notes)])
    rows.reset(TimelineModel(timeline))
    assert isinstance(rows.row(0), GapRow)
    folded = rows.row(1)
    assert isinstance(folded, NoteRow)
    rows.turn(rows.model.lasting(1))
    assert rows.height(1) > folded.height
    timeline.prepend(lines(2))
    rows.model.refresh()
    rows.inserted(0, 2)
    unfolded = rows.height(2)
    rows.turn(rows.model.lasting(2))
    assert rows.height(2) < unfolded, "it had stayed unfolded where it is now"
