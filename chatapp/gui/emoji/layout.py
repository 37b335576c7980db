"""Where each cell of the grid stands. Geometry only: no widget, no painting."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect


class Step(Enum):
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    HOME = auto()
    END = auto()


class GridLayout:
    """Sections one below another, each a header and rows of square cells; rows of the model are counted through.

    Coordinates are pixels of the content, whose top left is (0, 0). `mirrored` runs the cells from right to left.
    """

    def __init__(self, counts: Sequence[int], width: int, cell: int, header: int, *, mirrored: bool = False) -> None:
        """`counts`: how many cells each section has, at least one; a grid has at least one column."""
        self.columns = max(width // cell, 1)
        self.cell = cell
        self.header = header
        self._mirrored = mirrored
        self._left = max((width - self.columns * cell) // 2, 0)
        self._firsts: list[int] = []
        self._tops: list[int] = []
        self._counts = list(counts)
        first = top = 0
        for count in counts:
            self._firsts.append(first)
            self._tops.append(top)
            first += count
            top += header + -(-count // self.columns) * cell
        self._total = first
        self.height = top

    def rect(self, row: int) -> QRect:
        """The cell of a row; empty for a row that there is not."""
        if not 0 <= row < self._total:
            return QRect()
        section = self._section_of(row)
        line, column = divmod(row - self._firsts[section], self.columns)
        if self._mirrored:
            column = self.columns - 1 - column
        return QRect(
            self._left + column * self.cell,
            self._tops[section] + self.header + line * self.cell,
            self.cell,
            self.cell,
        )

    def row_at(self, point: QPoint) -> int:
        """The row whose cell holds the point; -1 for none."""
        column = (point.x() - self._left) // self.cell
        if not self._total or not 0 <= point.y() < self.height or not 0 <= column < self.columns:
            return -1
        section = self.section_at(point.y())
        line = (point.y() - self._tops[section] - self.header) // self.cell
        if line < 0:
            return -1
        if self._mirrored:
            column = self.columns - 1 - column
        place = line * self.columns + column
        return self._firsts[section] + place if place < self._counts[section] else -1

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows with a cell that may touch these heights."""
        if not self._total or bottom <= top:
            return range(0)
        last = self._first_of_line(max(bottom - 1, 0)) + self.columns
        return range(self._first_of_line(max(top, 0)), min(last, self._total))

    def section_at(self, y: int) -> int:
        """The section at a height of the content; the first above it, the last below; -1 where there is none."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self._tops) - 1)

    def section_top(self, section: int) -> int:
        return self._tops[section]

    def first_row(self, section: int) -> int:
        return self._firsts[section]

    def step(self, row: int, step: Step, page: int) -> int:
        """Where a key leads from a row: the same row where it leads nowhere. `page` is the height that is visible.

        Up and down keep the column, also across a header, and stop at a shorter line's last cell.
        """
        if not self._total:
            return -1
        if row < 0:
            return 0
        if step in {Step.HOME, Step.END}:
            return 0 if step is Step.HOME else self._total - 1
        if step in {Step.LEFT, Step.RIGHT}:
            forward = (step is Step.RIGHT) is not self._mirrored
            return min(row + 1, self._total - 1) if forward else max(row - 1, 0)
        lines = max(page // self.cell - 1, 1) if step in {Step.PAGE_UP, Step.PAGE_DOWN} else 1
        for _ in range(lines):
            row = self._vertical(row, -1 if step in {Step.UP, Step.PAGE_UP} else 1)
        return row

    def _vertical(self, row: int, direction: int) -> int:
        section = self._section_of(row)
        line, column = divmod(row - self._firsts[section], self.columns)
        line += direction
        if line < 0:
            section -= 1
            if section < 0:
                return row
            line = (self._counts[section] - 1) // self.columns
        elif line * self.columns >= self._counts[section]:
            section += 1
            if section == len(self._counts):
                return row
            line = 0
        return self._firsts[section] + min(line * self.columns + column, self._counts[section] - 1)

    def _section_of(self, row: int) -> int:
        return bisect_right(self._firsts, row) - 1

    def _first_of_line(self, y: int) -> int:
        section = self.section_at(y)
        line = max((y - self._tops[section] - self.header) // self.cell, 0)
        last = (self._counts[section] - 1) // self.columns
        return self._firsts[section] + min(line, last) * self.columns
