"""Cells on their own: where they stand, and what is painted of them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.cells import CellView
from chatapp.gui.emoji.model import EmojiModel
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import LIGHT, Tokens


@pytest.fixture
def theme() -> Theme:
    return Theme(LIGHT)


@pytest.fixture
def cells(faces: EmojiModel, theme: Theme, qtbot: QtBot) -> CellView:
    """About eight cells in a line and four lines in sight."""
    made = CellView(theme, faces)
    faces.setParent(made)
    qtbot.addWidget(made)
    made.resize(9 * made.cell, 6 * made.cell)
    made.show()
    made.start()
    return made


def name(cells: CellView) -> str:
    current = cells.current()
    return current.name if current else ""


def test_it_starts_at_the_first(cells: CellView) -> None:
    assert name(cells) == "face 0"
    assert cells.verticalScrollBar().value() == 0


def test_every_cell_is_found_where_it_is_painted(cells: CellView) -> None:
    for row in range(120):
        index = cells.model().index(row, 0)
        cells.scrollTo(index)
        rect = cells.visualRect(index)
        assert cells.viewport().rect().contains(rect)
        assert cells.indexAt(rect.center()) == index


def test_a_section_is_gone_to_and_told(cells: CellView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cells.section_changed) as changed:
        cells.go_to_section(1)
    assert changed.args == [1]
    assert name(cells) == "face 20"


def test_without_cells_it_says_what_was_set(cells: CellView) -> None:
    model = cells.model()
    assert isinstance(model, EmojiModel)
    before = cells.grab().toImage()
    model.show([])
    cells.start()
    blank = cells.grab().toImage()
    cells.set_empty_text("No emoji", "Try another word")
    assert name(cells) == ""
    assert len({bytes(image.constBits()) for image in (before, blank, cells.grab().toImage())}) == 3


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_what_has_skin_tones_is_marked_where_it_is_current(cells: CellView, direction: Qt.LayoutDirection) -> None:
    cells.setLayoutDirection(direction)
    model = cells.model()
    assert isinstance(model, EmojiModel)
    last = model.index(119)
    cells.setCurrentIndex(last)
    cells.scrollTo(last)
    while len(cells._drawn) < 20:  # what is new is painted over several frames
        cells.viewport().grab()
    marked = cells.viewport().grab(cells.visualRect(last)).toImage()
    corner = marked.pixelColor(6 if direction is Qt.LayoutDirection.RightToLeft else marked.width() - 7, cells.cell - 7)
    assert corner.name() == LIGHT.text_muted
    cells.setCurrentIndex(model.index(118))
    assert cells.viewport().grab(cells.visualRect(last)).toImage() != marked


def test_in_high_contrast_the_current_one_has_an_edge(cells: CellView, theme: Theme) -> None:
    def edge() -> str:
        place = cells.visualRect(cells.currentIndex())
        return cells.viewport().grab(place).toImage().pixelColor(3, cells.cell // 2).name()

    cells.clearFocus()
    strong: Tokens = LIGHT._replace(strong=True, accent="#123456")
    before = edge()
    theme.use(strong)
    assert edge() == "#123456" != before
