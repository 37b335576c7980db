"""Where a view of rows of unlike heights stands: pure arithmetic, which never asks for a row that nobody sees.

A position is a row and how many of its pixels are above the upper edge. Nothing here adds up all heights, so no
function gets slower as rows are added. The view's height, `extent`, is at least 1.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

UNITS = 64
"""how many steps of the scroll bar a row counts, whatever its height"""


class Rows(Protocol):
    """Rows from 0, and their heights in pixels, all above 0."""

    def __len__(self) -> int: ...

    def height(self, row: int) -> int: ...


class Position(NamedTuple):
    """`offset` pixels of `row` are above the upper edge; below 0, where all rows fit, that much stands empty above."""

    row: int
    offset: int


START = Position(0, 0)


def resting(rows: Rows, row: int, extent: int) -> Position:
    """The position in which `row` ends at the lower edge, `extent` below the upper one."""
    room = extent
    row += 1
    while row > 0 and room > 0:
        row -= 1
        room -= rows.height(row)
    return Position(row, -room)


def bottom(rows: Rows, extent: int) -> Position:
    """The last position: the last row ends at the lower edge."""
    return resting(rows, len(rows) - 1, extent)


def clamped(rows: Rows, position: Position, extent: int) -> Position:
    """The position, or the nearest one that exists."""
    last = bottom(rows, extent)
    return last if last.offset < 0 else max(START, min(position, last))


def moved(rows: Rows, position: Position, by: int, extent: int) -> Position:
    """The position `by` pixels further down, or up where that is negative. Walks over the rows between."""
    row, offset = position.row, position.offset + by
    while offset < 0 and row > 0:
        row -= 1
        offset += rows.height(row)
    while row < len(rows) - 1 and offset >= (height := rows.height(row)):
        offset -= height
        row += 1
    return clamped(rows, Position(row, offset), extent)


def visible(rows: Rows, position: Position, extent: int) -> Iterator[tuple[int, int]]:
    """The rows of which something shows, from the top: row, and its upper edge in pixels below that of the view."""
    top = -position.offset
    for row in range(position.row, len(rows)):
        if top >= extent:
            return
        yield row, top
        top += rows.height(row)


def revealing(rows: Rows, position: Position, row: int, extent: int) -> Position:
    """The nearest position that shows all of `row`, or its beginning where it is higher than the view."""
    for seen, top in visible(rows, position, extent):
        if seen == row and top >= 0 and top + rows.height(row) <= extent:
            return position
    if row > position.row and rows.height(row) <= extent:
        return clamped(rows, resting(rows, row, extent), extent)
    return clamped(rows, Position(row, 0), extent)


def centred(rows: Rows, row: int, extent: int) -> Position:
    """The position in which `row` stands in the middle, or begins at the top where it is higher than the view."""
    room = (extent - rows.height(row)) // 2
    return clamped(rows, Position(row, 0), extent) if room < 0 else moved(rows, Position(row, 0), -room, extent)


def opening(rows: Rows, row: int, context: int, extent: int) -> Position | None:
    """The position in which `row` begins that many pixels below the upper edge; None where all from it on fits."""
    if bottom(rows, extent) <= Position(row, 0):
        return None
    return moved(rows, Position(row, 0), -context, extent)


def units(rows: Rows, position: Position) -> int:
    """The scroll bar's value of a position."""
    if position.offset <= 0:
        return position.row * UNITS
    return position.row * UNITS + position.offset * UNITS // rows.height(position.row)


def from_units(rows: Rows, value: int, extent: int) -> Position:
    """The position of a scroll bar's value."""
    if not len(rows):
        return bottom(rows, extent)
    row, part = divmod(max(0, value), UNITS)
    row = min(row, len(rows) - 1)
    return clamped(rows, Position(row, part * rows.height(row) // UNITS), extent)
