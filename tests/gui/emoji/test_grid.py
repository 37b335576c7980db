"""The grid on its own, with cells of its own; with the rest of the popup it is in test_popup.py."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.grid import EmojiGrid
from chatapp.gui.emoji.model import EmojiModel
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def grid(faces: EmojiModel, qtbot: QtBot) -> EmojiGrid:
    """Two sections, of 20 and 100; about eight cells in a line and four lines in sight."""
    grid = EmojiGrid(Theme(), faces)
    faces.setParent(grid)
    qtbot.addWidget(grid)
    grid.resize(9 * grid.cell, 6 * grid.cell)
    grid.show()
    grid.start()
    return grid


def name(grid: EmojiGrid) -> str:
    current = grid.current()
    return current.name if current else ""


def test_up_in_the_first_line_leaves(grid: EmojiGrid, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(grid.left_upwards):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
        qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert name(grid) == "face 0"
    with qtbot.waitSignal(grid.left_upwards):
        qtbot.keyClick(grid, Qt.Key.Key_Up)


def test_enter_picks_the_current_one(grid: EmojiGrid, qtbot: QtBot) -> None:
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(grid.picked) as picked:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert [emoji.name for emoji in picked.args] == ["face 1"]


def test_letters_belong_to_the_search(grid: EmojiGrid, qtbot: QtBot) -> None:
    typed: list[str] = []
    grid.typed.connect(lambda event: typed.append(event.text()))
    qtbot.keyClick(grid, Qt.Key.Key_H)
    assert typed == ["h"]
    with qtbot.assertNotEmitted(grid.typed):
        qtbot.keyClick(grid, Qt.Key.Key_Escape)


def test_the_mouse_points_and_picks(grid: EmojiGrid, qtbot: QtBot) -> None:
    third = grid.visualRect(grid.model().index(2, 0)).center()
    with qtbot.waitSignal(grid.pointed) as pointed:
        qtbot.mouseMove(grid.viewport(), third)
    assert pointed.args[0].name == "face 2"
    with qtbot.waitSignal(grid.picked):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=third)
    with qtbot.assertNotEmitted(grid.picked):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, pos=third)
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))  # the header
