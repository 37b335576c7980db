from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chatapp.gui.timeline.position import (
    START,
    Position,
    bottom,
    centred,
    clamped,
    from_units,
    moved,
    opening,
    revealing,
    units,
    visible,
)


class Heights:
    """Rows of given heights, which count how often they are asked."""

    def __init__(self, heights: list[int]) -> None:
        self._heights = heights
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return len(self._heights)

    def height(self, row: int) -> int:
        self.asked.add(row)
        return self._heights[row]

    def pixel(self, position: Position) -> int:
        """How far below the very top a position is: what this module never adds up."""
        return sum(self._heights[: position.row]) + position.offset

    @property
    def total(self) -> int:
        return sum(self._heights)


ROWS = st.lists(st.integers(1, 90), max_size=30).map(Heights)
EXTENT = st.integers(1, 300)


def some_position(rows: Heights, part: float, extent: int) -> Position:
    return from_units(rows, round(part * 64 * len(rows)), extent)


@given(ROWS, EXTENT)
def test_the_last_position_ends_with_the_last_row(rows: Heights, extent: int) -> None:
    assert rows.pixel(bottom(rows, extent)) == rows.total - extent


@given(ROWS, EXTENT, st.floats(0, 1), st.integers(-500, 500))
def test_moving_is_arithmetic_of_pixels(rows: Heights, extent: int, part: float, by: int) -> None:
    start = some_position(rows, part, extent)
    there = moved(rows, start, by, extent)
    last = rows.total - extent
    assert rows.pixel(there) == (last if last <= 0 else min(max(0, rows.pixel(start) + by), last))
    if rows.total > extent:
        assert 0 <= there.offset < rows.height(there.row)


@given(ROWS, EXTENT, st.floats(0, 1))
def test_what_shows_is_without_gaps(rows: Heights, extent: int, part: float) -> None:
    seen = list(visible(rows, some_position(rows, part, extent), extent))
    for (row, top), (following, its_top) in pairwise(seen):
        assert following == row + 1
        assert its_top == top + rows.height(row)
    if seen:
        assert all(top < extent for _, top in seen)
        if rows.total >= extent:
            assert seen[0][1] <= 0
            assert seen[-1][1] + rows.height(seen[-1][0]) >= extent


@given(ROWS.filter(len), EXTENT, st.floats(0, 1), st.data())
def test_revealing_shows_all_of_a_row_and_moves_no_further_than_needed(
    rows: Heights, extent: int, part: float, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(rows) - 1))
    start = some_position(rows, part, extent)
    there = revealing(rows, start, row, extent)
    top = sum(rows._heights[:row]) - rows.pixel(there)
    if rows.height(row) <= extent:
        assert 0 <= top <= extent - rows.height(row)
        shown_before = sum(rows._heights[:row]) - rows.pixel(start)
        if 0 <= shown_before <= extent - rows.height(row):
            assert there == start
    else:
        assert top >= 0 or there == bottom(rows, extent)


@given(ROWS.filter(len), EXTENT, st.data())
def test_a_centred_row_has_as_much_above_as_below_where_there_is_as_much(
    rows: Heights, extent: int, data: st.DataObject
) -> None:
    row = data.draw(st.integers(0, len(rows) - 1))
    there = centred(rows, row, extent)
    assert clamped(rows, there, extent) == there
    top = sum(rows._heights[:row]) - rows.pixel(there)
    if START < there < bottom(rows, extent):
        assert abs(top - (extent - top - rows.height(row))) <= 1 or (top == 0 and rows.height(row) > extent)


@given(ROWS, EXTENT, st.integers(-100, 3000))
def test_the_scroll_bar_leads_to_positions_that_exist(rows: Heights, extent: int, value: int) -> None:
    there = from_units(rows, value, extent)
    assert clamped(rows, there, extent) == there
    if 0 <= value < units(rows, bottom(rows, extent)):
        assert abs(units(rows, there) - value) <= 64


def test_a_million_rows_are_never_counted_through() -> None:
    rows = Heights([20] * 1_000_000)
    here = bottom(rows, 400)
    moved(rows, here, -200, 400)
    from_units(rows, 32_000_000, 400)
    clamped(rows, START, 400)
    revealing(rows, here, 17, 400)
    assert len(rows.asked) < 100


def test_a_row_opens_below_a_little_of_what_is_before_it() -> None:
    rows = Heights([20] * 100)
    place = opening(rows, 50, 30, 200)
    assert place == Position(48, 10)
    assert opening(rows, 0, 30, 200) == START


def test_what_fits_from_a_row_on_needs_no_opening() -> None:
    rows = Heights([20] * 100)
    assert opening(rows, 90, 30, 200) is None
    assert opening(rows, 89, 30, 200) == Position(87, 10)
    assert opening(Heights([20] * 3), 1, 30, 200) is None
