"""What the timeline's speed rests on, counted instead of timed: rows laid out, rows painted, texts looked through. A
screen is what shows; nothing here may grow with the number of messages.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.timeline import body as bodies
from chatapp.gui.timeline.message import MessageRow
from chatapp.gui.timeline.row import Row
from chatapp.gui.timeline.words import Words
from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, Shown, lines

FEW = 12
"""rows beside those that show: one above, one below, and what the bar asks about the end"""


class Work:
    def __init__(self) -> None:
        self.laid_out = self.painted = self.frames = 0


@contextmanager
def working(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    """What is done until the picture is there."""
    done, before = Work(), shown.view.rows.laid_out
    paint, over = Row.paint, shown.view.paint_over

    def painting(row: Row, *arguments: object) -> None:
        done.painted += 1
        paint(row, *arguments)  # type: ignore[arg-type]

    def framing(painter: QPainter) -> None:
        done.frames += 1
        over(painter)

    with monkeypatch.context() as patch:
        patch.setattr(Row, "paint", painting)
        patch.setattr(shown.view, "paint_over", framing)
        yield done
        for _ in range(3):
            QApplication.processEvents()
    done.laid_out = shown.view.rows.laid_out - before


def screen(shown: Shown) -> int:
    return len(shown.view.visible())


@pytest.fixture
def many(show: Show, qtbot: QtBot) -> Shown:
    shown = show(lines(5_000))
    qtbot.waitUntil(lambda: shown.view.at_bottom)
    QApplication.processEvents()
    return shown


def test_a_million_messages_open_as_ten_thousand_do(show: Show) -> None:
    said = Entry("Ann", "as good as any other", NOW)
    counts = []
    for count in (10_000, 1_000_000):
        shown = show([said] * count)
        QApplication.processEvents()
        assert shown.view.rows.laid_out <= screen(shown) + FEW
        counts.append(shown.view.rows.laid_out)
    assert counts[0] == counts[1]


def test_a_flood_lays_out_what_shows_once_a_frame(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    with working(many, monkeypatch) as done:
        for _ in range(10):
            many.timeline.append([Entry("Ann", f"news {number}", NOW) for number in range(100)])
            many.model.refresh()
    assert many.view.at_bottom
    assert done.laid_out <= screen(many) + FEW
    assert done.painted <= done.frames * (screen(many) + 2)
    assert done.frames <= 3


def test_one_more_message_lays_out_itself(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    with working(many, monkeypatch) as done:
        many.hear("one more")
    assert done.laid_out <= 2
    assert done.frames == 1
    assert done.painted <= screen(many)


def test_who_reads_above_lays_out_nothing_for_what_comes(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    many.view.scroll_by(-2_000)
    QApplication.processEvents()
    with working(many, monkeypatch) as done:
        many.hear(*["news"] * 500)
    # The bar asks how high the last screen is.
    assert done.laid_out <= screen(many) + FEW


def test_a_page_lays_out_a_page_and_the_way_back_nothing(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    with working(many, monkeypatch) as done:
        many.view.scroll_page(-1)
    assert done.laid_out <= screen(many) + 2
    assert done.frames == 1
    assert done.painted <= screen(many)
    with working(many, monkeypatch) as done:
        many.view.scroll_page(1)
    assert done.laid_out == 0


def test_a_jump_lays_out_where_it_leads_to(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    for jump in (many.view.to_top, lambda: many.view.centre(2_500), many.view.follow):
        with working(many, monkeypatch) as done:
            jump()
        assert done.laid_out <= 2 * screen(many) + FEW


def test_a_step_of_the_wheel_lays_out_what_comes_into_sight(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    many.view.scroll_by(-1_000)
    QApplication.processEvents()
    for _ in range(20):
        with working(many, monkeypatch) as done:
            many.view.scroll_by(-30)
        assert done.laid_out <= 3
        assert done.painted <= screen(many)


def test_a_resize_lays_out_what_shows(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (580, 560, 640):
        with working(many, monkeypatch) as done:
            many.view.resize(width, 400)
        assert done.laid_out <= 2 * (screen(many) + FEW)
    with working(many, monkeypatch) as done:
        many.view.resize(640, 420)
    assert done.laid_out <= FEW, "the height alone changes no line"


def test_a_page_of_the_past_lays_out_nothing_of_itself(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    many.view.scroll_by(-1_000)
    QApplication.processEvents()
    with working(many, monkeypatch) as done:
        many.timeline.prepend([Entry("Bo", f"old {number}", NOW - 9_999) for number in range(100)])
        many.model.refresh()
    assert done.laid_out <= 2


def test_the_mouse_paints_the_rows_that_it_leaves_and_comes_to(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    viewport = many.view.viewport()
    QTest.mouseMove(viewport, QPoint(300, 100))
    QApplication.processEvents()
    with working(many, monkeypatch) as done:
        QTest.mouseMove(viewport, QPoint(300, 160))
    assert done.laid_out == 0
    assert 0 < done.painted <= 3 * done.frames, "nor those between and around"


def test_a_changed_message_is_laid_out_with_the_one_beneath_it(many: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    key = many.say("wait")
    QApplication.processEvents()
    with working(many, monkeypatch) as done:
        many.confirm(key)
    assert done.laid_out <= 2


def test_plain_text_is_looked_through_once_and_laid_out_as_one(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Words] = []
    inner = Words.__init__

    def make(words: Words, *arguments: object, **named: object) -> None:
        made.append(words)
        inner(words, *arguments, **named)  # type: ignore[arg-type]

    def never(*_arguments: object) -> None:
        raise AssertionError("plain text holds no links, no markup and no names")

    monkeypatch.setattr(Words, "__init__", make)
    for name in ("disclose", "marked", "mentions"):
        monkeypatch.setattr(bodies, name, never)
    shown = show(lines(500))
    shown.view.set_me("author 1")
    rows = [shown.view.rows.row(row) for row, _ in shown.view.visible()]
    assert all(isinstance(row, MessageRow) for row in rows)
    assert len(made) == shown.view.rows.laid_out
