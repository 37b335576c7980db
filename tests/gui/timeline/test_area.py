"""Where the view stands: counted in rows laid out and pixels moved, never in seconds."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from tests.gui.timeline.conftest import Show, Shown, lines

_Action = QAbstractSlider.SliderAction


def bottom_edge(shown: Shown) -> int:
    row, top = shown.view.visible()[-1]
    return top + shown.view.rows.height(row)


def top_text(shown: Shown) -> tuple[str, int]:
    row, top = shown.view.visible()[0]
    return shown.model.entry(row).text, top


def wheel(
    shown: Shown, angle: int, pixels: int = 0, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> bool:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at,
        shown.view.mapToGlobal(at),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(shown.view.viewport(), event)
    return event.isAccepted()


def test_a_million_rows_open_like_ten(show: Show) -> None:
    few, many = show(lines(100)), show(lines(100) * 10_000)
    assert many.view.visible()[-1][0] == 999_999
    assert many.view.rows.laid_out <= len(many.view.visible()) + 12
    assert many.view.rows.laid_out == few.view.rows.laid_out


def test_it_opens_at_the_newest(show: Show) -> None:
    shown = show(lines(100))
    assert shown.view.at_bottom
    assert bottom_edge(shown) == shown.view.extent


def test_few_messages_stand_at_the_bottom(show: Show) -> None:
    shown = show(lines(2))
    assert [row for row, _ in shown.view.visible()] == [0, 1]
    assert bottom_edge(shown) == shown.view.extent
    assert shown.view.verticalScrollBar().maximum() == 0
    shown.view.scroll_by(-50)
    assert bottom_edge(shown) == shown.view.extent


def test_it_follows_at_the_bottom(show: Show) -> None:
    shown = show(lines(100))
    for number in range(10):
        shown.hear(f"new {number}")
        assert shown.view.at_bottom
        assert shown.model.entry(shown.view.visible()[-1][0]).text == f"new {number}"
        assert bottom_edge(shown) == shown.view.extent


def test_anywhere_else_it_stays_where_it_is(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(200))
    with qtbot.waitSignal(shown.view.at_bottom_changed) as told:
        shown.view.scroll_by(-700)
    assert told.args == [False]
    before = top_text(shown)
    shown.hear(*[f"new {number}" for number in range(50)])
    key = shown.say("mine")
    shown.confirm(key)
    assert top_text(shown) == before
    assert not shown.view.at_bottom
    with qtbot.waitSignal(shown.view.at_bottom_changed) as told:
        shown.view.follow()
    assert told.args == [True]
    assert bottom_edge(shown) == shown.view.extent


def test_following_costs_a_row_a_message(show: Show) -> None:
    shown = show(lines(1000))
    shown.view.visible()
    before = shown.view.rows.laid_out
    for number in range(100):
        shown.hear(f"new {number}")
        shown.view.visible()
    assert shown.view.rows.laid_out - before <= 2 * 100


def test_elsewhere_a_message_costs_nothing(show: Show) -> None:
    shown = show(lines(1000))
    shown.view.to_top()
    before = shown.view.rows.laid_out
    shown.hear(*["new"] * 10_000)
    shown.view.visible()
    # What shows, and for the length of the scroll bar what would show at the bottom.
    assert shown.view.rows.laid_out - before <= 2 * len(shown.view.visible()) + 12


def test_a_flood_lays_out_what_shows(show: Show) -> None:
    shown = show(lines(10))
    before = shown.view.rows.laid_out
    shown.hear(*["new"] * 20_000)
    shown.view.visible()
    assert shown.view.rows.laid_out - before <= len(shown.view.visible()) + 12


def test_hidden_it_lays_out_nothing_and_shown_again_it_is_up_to_date(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(100))
    shown.view.hide()
    before = shown.view.rows.laid_out
    shown.hear("while away")
    shown.view.resize(500, 300)
    qtbot.waitUntil(lambda: not shown.view._settling.isActive())
    assert shown.view.rows.laid_out == before
    with qtbot.waitExposed(shown.view):
        shown.view.show()
    assert shown.model.entry(shown.view.visible()[-1][0]).text == "while away"
    assert bottom_edge(shown) == shown.view.extent


def test_hidden_it_can_be_sent_to_the_newest(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(300))
    shown.view.to_top()
    shown.view.hide()
    before = shown.view.rows.laid_out
    shown.view.follow()
    assert shown.view.at_bottom
    assert shown.view.rows.laid_out == before
    with qtbot.waitExposed(shown.view):
        shown.view.show()
    assert bottom_edge(shown) == shown.view.extent


def test_another_width_keeps_the_message_in_place(show: Show) -> None:
    shown = show(lines(300))
    shown.view.to_top()
    shown.view.scroll_by(2_000)
    row, top = shown.view.visible()[0]
    for width in (300, 900, 420):
        shown.view.resize(width, 400)
        assert shown.view.visible()[0][0] == row
        assert -shown.view.rows.height(row) < shown.view.visible()[0][1] <= 0
    shown.view.resize(600, 400)
    assert abs(shown.view.visible()[0][1] - top) <= 3


def test_another_size_stays_at_the_bottom(show: Show) -> None:
    shown = show(lines(300))
    for width, height in ((300, 500), (900, 200), (500, 450)):
        shown.view.resize(width, height)
        assert shown.view.at_bottom
        assert bottom_edge(shown) == shown.view.extent


def test_resizing_lays_out_only_what_shows(show: Show) -> None:
    shown = show(lines(100_000))
    before = shown.view.rows.laid_out
    shown.view.resize(500, 400)
    shown.view.visible()
    assert shown.view.rows.laid_out - before <= 2 * len(shown.view.visible()) + 12


def test_the_wheel_moves_by_pixels(show: Show) -> None:
    shown = show(lines(300))
    shown.view.scroll_by(-1_000)
    row, top = shown.view.visible()[5]
    assert wheel(shown, 120)
    moved = dict(shown.view.visible())[row] - top
    assert 20 < moved < 150
    wheel(shown, -120)
    assert dict(shown.view.visible())[row] == top
    for _ in range(8):
        wheel(shown, 15)
    assert dict(shown.view.visible())[row] - top == pytest.approx(moved, abs=1)


def test_a_touchpad_moves_by_its_own_pixels(show: Show) -> None:
    shown = show(lines(300))
    shown.view.scroll_by(-1_000)
    row, top = shown.view.visible()[5]
    wheel(shown, 8, pixels=13)
    assert dict(shown.view.visible())[row] - top == 13


def test_the_wheel_with_control_is_left_to_the_window(show: Show) -> None:
    shown = show(lines(300))
    before = shown.view.visible()
    assert not wheel(shown, 120, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert shown.view.visible() == before


def test_pages_leave_a_line_in_common(show: Show) -> None:
    shown = show(lines(300))
    bar = shown.view.verticalScrollBar()
    first, top = shown.view.visible()[0]
    bar.triggerAction(_Action.SliderPageStepSub)
    moved = dict(shown.view.visible())[first] - top
    assert moved == shown.view.extent - round(shown.view.rows.look.line)
    bar.triggerAction(_Action.SliderPageStepAdd)
    assert shown.view.at_bottom
    bar.triggerAction(_Action.SliderSingleStepSub)
    assert dict(shown.view.visible())[first] - top == 3 * round(shown.view.rows.look.line)
    bar.triggerAction(_Action.SliderSingleStepAdd)
    assert shown.view.at_bottom


def test_the_thumb_leads_anywhere_at_once(show: Show) -> None:
    shown = show(lines(100_000))
    bar = shown.view.verticalScrollBar()
    before = shown.view.rows.laid_out
    bar.setSliderDown(True)
    for part in (0.5, 0.1, 0.9):
        bar.setSliderPosition(round(bar.maximum() * part))
        assert shown.view.visible()[0][0] == pytest.approx(100_000 * part, rel=0.01)
        assert bar.value() == bar.sliderPosition()
    assert shown.view.rows.laid_out - before <= 3 * (len(shown.view.visible()) + 12)
    bar.setSliderPosition(0)
    assert shown.view.visible()[0] == (0, 0)
    bar.setSliderPosition(bar.maximum())
    assert shown.view.at_bottom
    assert bottom_edge(shown) == shown.view.extent
    bar.setSliderDown(False)


def test_revealing_a_row_moves_as_little_as_it_can(show: Show) -> None:
    shown = show(lines(300))
    shown.view.reveal(10)
    assert shown.view.visible()[0] == (10, 0)
    shown.view.reveal(12)
    assert shown.view.visible()[0] == (10, 0)
    shown.view.reveal(100)
    assert shown.view.visible()[-1][0] in (100, 101)


def test_rows_that_go_away_are_survived(show: Show) -> None:
    shown = show(lines(30))
    keys = [shown.say(f"mine {number}") for number in range(40)]
    shown.view.scroll_by(-200)
    for key in keys:
        shown.timeline.settle(key)
    shown.model.refresh()
    assert shown.view.visible()[-1][0] == 29
    assert bottom_edge(shown) <= shown.view.extent
