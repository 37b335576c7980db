from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from chatapp.gui.emoji.layout import GridLayout, Step

layouts = st.builds(
    GridLayout,
    st.lists(st.integers(1, 40), min_size=1, max_size=6),
    st.integers(1, 300),
    st.just(30),
    st.just(20),
    mirrored=st.booleans(),
)


def total(layout: GridLayout) -> int:
    return layout.step(0, Step.END, 100) + 1


def test_sections_stand_below_one_another() -> None:
    layout = GridLayout([4, 2], width=100, cell=30, header=20)
    assert layout.columns == 3
    assert layout.rect(0) == QRect(5, 20, 30, 30)
    assert layout.rect(2) == QRect(65, 20, 30, 30)
    assert layout.rect(3) == QRect(5, 50, 30, 30)
    assert layout.rect(4) == QRect(5, 100, 30, 30)
    assert layout.height == 130
    assert [layout.section_top(section) for section in (0, 1)] == [0, 80]
    assert [layout.first_row(section) for section in (0, 1)] == [0, 4]
    assert [layout.section_at(y) for y in (-5, 0, 79, 80, 500)] == [0, 0, 0, 1, 1]


def test_mirrored_cells_run_from_the_right() -> None:
    layout = GridLayout([4], width=100, cell=30, header=20, mirrored=True)
    assert layout.rect(0) == QRect(65, 20, 30, 30)
    assert layout.rect(3) == QRect(65, 50, 30, 30)
    assert layout.step(0, Step.LEFT, 100) == 1
    assert layout.step(1, Step.RIGHT, 100) == 0


def test_between_the_cells_there_is_nothing() -> None:
    layout = GridLayout([4], width=100, cell=30, header=20)
    for x, y in [(10, 10), (2, 30), (97, 30), (40, 60), (10, 90), (10, -1), (-1, 30)]:
        assert layout.row_at(QPoint(x, y)) == -1
    assert layout.rect(4).isEmpty()
    assert layout.rect(-1).isEmpty()


def test_up_and_down_keep_the_column_and_cross_headers() -> None:
    layout = GridLayout([4, 5], width=90, cell=30, header=20)  # 0 1 2 / 3 // 4 5 6 / 7 8
    assert layout.step(2, Step.DOWN, 100) == 3
    assert layout.step(3, Step.DOWN, 100) == 4
    assert layout.step(6, Step.DOWN, 100) == 8
    assert layout.step(8, Step.DOWN, 100) == 8
    assert layout.step(5, Step.UP, 100) == 3
    assert layout.step(1, Step.UP, 100) == 1


def test_pages_and_ends() -> None:
    layout = GridLayout([30], width=90, cell=30, header=20)
    assert layout.step(1, Step.PAGE_DOWN, 120) == 10
    assert layout.step(10, Step.PAGE_UP, 120) == 1
    assert layout.step(1, Step.PAGE_DOWN, 10) == 4
    assert layout.step(1, Step.PAGE_DOWN, 100_000) == 28
    assert layout.step(5, Step.HOME, 100) == 0
    assert layout.step(5, Step.END, 100) == 29
    assert layout.step(-1, Step.DOWN, 100) == 0


def test_a_grid_without_cells() -> None:
    layout = GridLayout([], width=90, cell=30, header=20)
    assert layout.height == 0
    assert layout.row_at(QPoint(5, 5)) == -1
    assert layout.step(0, Step.DOWN, 100) == -1
    assert list(layout.rows_between(0, 100)) == []
    assert layout.section_at(0) == -1


@given(layouts)
def test_every_cell_is_found_where_it_stands(layout: GridLayout) -> None:
    for row in range(total(layout)):
        rect = layout.rect(row)
        assert layout.row_at(rect.topLeft()) == row
        assert layout.row_at(rect.bottomRight()) == row
        assert rect.bottom() < layout.height


@given(layouts, st.integers(-50, 2000), st.integers(0, 300))
def test_every_cell_that_is_visible_is_named(layout: GridLayout, top: int, height: int) -> None:
    named = layout.rows_between(top, top + height)
    for row in range(total(layout)):
        rect = layout.rect(row)
        if rect.top() < top + height and rect.bottom() >= top and height:
            assert row in named
    assert all(0 <= row < total(layout) for row in named)


@given(layouts, st.sampled_from(Step), st.integers(0, 200), st.integers(0, 500))
def test_a_step_never_leaves_the_grid(layout: GridLayout, step: Step, row: int, page: int) -> None:
    assert 0 <= layout.step(min(row, total(layout) - 1), step, page) < total(layout)
