from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import CONTRAST_DARK

Thing = tuple[int, str]
COLUMNS: list[Column[Thing]] = [Column("Number", lambda it: str(it[0])), Column("Name", lambda it: it[1])]


def rows(*things: Thing) -> Rows[Thing]:
    made: Rows[Thing] = Rows(COLUMNS, lambda it: it[0])
    made.update(list(things))
    return made


@given(st.lists(st.lists(st.tuples(st.integers(0, 6), st.text(max_size=3)), unique_by=lambda it: it[0]), max_size=6))
def test_whatever_comes_after_whatever_it_is_shown(steps: list[list[Thing]]) -> None:
    model = rows()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for step in steps:
        model.update(step)
        assert model.rows == step
        assert model.rowCount() == len(step)
    tester.deleteLater()


def test_a_choice_stays_with_what_was_chosen(theme: Theme, qtbot: QtBot) -> None:
    model = rows((1, "one"), (2, "two"), (3, "three"))
    table = Table(theme, model, "Things")
    qtbot.addWidget(table)
    assert table.row == -1
    table.selectRow(1)
    model.update([(0, "none"), (2, "two, renamed"), (3, "three"), (4, "four")])
    assert model.row(table.row) == (2, "two, renamed")
    with qtbot.waitSignal(table.chosen):
        model.update([(3, "three")])
    assert model.row(7) is None


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_row_is_chosen_whichever_way_one_reads(theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    table = Table(theme, rows((1, "one"), (2, "two")), "Things")
    qtbot.addWidget(table)
    table.setLayoutDirection(direction)
    table.resize(600, 200)
    with qtbot.waitExposed(table):
        table.show()
    for row in (1, 0):
        table.selectRow(row)
        assert table.row == table.currentIndex().row() == row


def test_a_cell_says_what_it_is_and_the_first_the_whole_row(theme: Theme) -> None:
    model = rows((1, "a\nb"))
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(2)]
    assert spoken == ["1, a\nb", "Name: a\nb"]
    assert model.index(0, 1).data() == "a b", "a line"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("things", [[], [(1, "one"), (2, "two")]])
def test_it_is_painted_in_every_dress(theme: Theme, qtbot: QtBot, things: list[Any]) -> None:
    table = Table(theme, rows(*things), "Things", nothing="There is none.")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    table.selectRow(0)
    before = table.grab().toImage()
    assert table.accessibleDescription() == ("" if things else "There is none.")
    theme.use(CONTRAST_DARK)
    assert table.grab().toImage() != before


def test_keys_that_belong_to_the_dialog_are_left_to_it(theme: Theme, qtbot: QtBot) -> None:
    table = Table(theme, rows((1, "one"), (2, "two")), "Things")
    qtbot.addWidget(table)
    table.show()
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.row == 1
    with qtbot.assertNotEmitted(table.chosen):
        qtbot.keyClick(table, Qt.Key.Key_Return)
