import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, Shown, lines

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


def point(shown: Shown, row: int, index: int, line: int = 0) -> QPoint:
    """Just behind the left edge of a code point of a row's text, all of them of one UTF-16 unit."""
    item = shown.view.rows.row(row)
    top = dict(shown.view.visible())[row]
    text_line = item.words.layout.lineAt(line)
    x = item.words.left + text_line.cursorToX(index)[0] + 1
    return QPoint(round(x), round(top + item.words_top + text_line.y() + text_line.height() / 2))


def drag(shown: Shown, *points: QPoint) -> None:
    viewport = shown.view.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEY, points[0])
    for at in points[1:]:
        QTest.mouseMove(viewport, at)
    QTest.mouseRelease(viewport, LEFT, NO_KEY, points[-1])


def texts(*several: str) -> list[Entry]:
    return [Entry("Ann", text, NOW) for text in several]


@pytest.fixture
def links(show: Show, qtbot: QtBot) -> tuple[Shown, list[str]]:
    shown = show(texts("see https://example.org/a?b=1&c=<i> or not"))
    opened: list[str] = []
    shown.view.link_activated.connect(opened.append)
    return shown, opened


def test_a_drag_selects_inside_a_message(show: Show) -> None:
    shown = show(texts("hello there world"))
    drag(shown, point(shown, 0, 6), point(shown, 0, 11))
    assert shown.view.selected_text() == "there"
    drag(shown, point(shown, 0, 11), point(shown, 0, 6))
    assert shown.view.selected_text() == "there"


def test_a_drag_selects_across_messages(show: Show) -> None:
    shown = show(texts("first one", "second one", "third one"))
    drag(shown, point(shown, 0, 6), point(shown, 1, 3), point(shown, 2, 5))
    assert shown.view.selected_text() == "Ann 14:13\none\nAnn 14:13\nsecond one\nAnn 14:13\nthird"


def test_a_click_selects_nothing(show: Show) -> None:
    shown = show(texts("first one", "second one"))
    drag(shown, point(shown, 0, 0), point(shown, 1, 3))
    assert shown.view.selection
    QTest.mouseClick(shown.view.viewport(), LEFT, NO_KEY, point(shown, 0, 2))
    assert not shown.view.selection


def test_shift_click_extends(show: Show) -> None:
    shown = show(texts("first one", "second one"))
    QTest.mouseClick(shown.view.viewport(), LEFT, NO_KEY, point(shown, 0, 6))
    QTest.mouseClick(shown.view.viewport(), LEFT, SHIFT, point(shown, 1, 6))
    assert shown.view.selected_text() == "Ann 14:13\none\nAnn 14:13\nsecond"
    QTest.mouseClick(shown.view.viewport(), LEFT, SHIFT, point(shown, 0, 9))
    assert shown.view.selected_text() == "one"


def test_a_double_click_takes_a_word_and_a_third_the_message(show: Show) -> None:
    shown = show(texts("first one", "second word here"))
    at = point(shown, 1, 8)
    viewport = shown.view.viewport()
    QTest.mouseDClick(viewport, LEFT, NO_KEY, at)
    assert shown.view.selected_text() == "word"
    QTest.mousePress(viewport, LEFT, NO_KEY, at)
    assert shown.view.selected_text() == "second word here"
    QTest.mouseMove(viewport, point(shown, 0, 2))
    QTest.mouseRelease(viewport, LEFT, NO_KEY, point(shown, 0, 2))
    assert shown.view.selected_text() == "Ann 14:13\nfirst one\nAnn 14:13\nsecond word here"


def test_a_drag_after_a_double_click_takes_whole_words(show: Show) -> None:
    shown = show(texts("first second third fourth"))
    viewport = shown.view.viewport()
    at = QPointF(point(shown, 0, 8))
    again = QMouseEvent(QMouseEvent.Type.MouseButtonDblClick, at, viewport.mapToGlobal(at), LEFT, LEFT, NO_KEY)
    QApplication.sendEvent(viewport, again)
    QTest.mouseMove(viewport, point(shown, 0, 15))
    assert shown.view.selected_text() == "second third"
    QTest.mouseMove(viewport, point(shown, 0, 2))
    QTest.mouseRelease(viewport, LEFT, NO_KEY, point(shown, 0, 2))
    assert shown.view.selected_text() == "first second"


def test_a_drag_beyond_the_edge_scrolls_and_selects(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(200))
    viewport = shown.view.viewport()
    last = shown.view.visible()[-1][0]
    QTest.mousePress(viewport, LEFT, NO_KEY, point(shown, last, 3))
    QTest.mouseMove(viewport, QPoint(80, -60))
    qtbot.waitUntil(lambda: (shown.view.selection.span or [(last, 0)])[0][0] < last - 30)
    QTest.mouseMove(viewport, QPoint(80, 100))
    assert not shown.view._pointer._scrolling.isActive()
    QTest.mouseMove(viewport, QPoint(80, 5_000))
    qtbot.waitUntil(lambda: shown.view.at_bottom)
    QTest.mouseRelease(viewport, LEFT, NO_KEY, QPoint(80, 5_000))
    assert not shown.view._pointer._scrolling.isActive()


def test_what_was_selected_is_offered_where_the_system_knows_that(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = show(texts("hello there"))
    given: list[tuple[str, object]] = []

    class Clipboard:
        def supportsSelection(self) -> bool:  # noqa: N802 (Qt's name)
            return supported

        def setText(self, text: str, mode: object) -> None:  # noqa: N802 (Qt's name)
            given.append((text, mode))

    monkeypatch.setattr(QGuiApplication, "clipboard", Clipboard)
    supported = False
    drag(shown, point(shown, 0, 0), point(shown, 0, 5))
    assert given == []
    supported = True
    drag(shown, point(shown, 0, 0), point(shown, 0, 5))
    assert [text for text, _ in given] == ["hello"]
    QTest.mouseClick(shown.view.viewport(), LEFT, NO_KEY, point(shown, 0, 2))
    assert len(given) == 1


def test_a_click_on_a_link_opens_it(links: tuple[Shown, list[str]]) -> None:
    shown, opened = links
    QTest.mouseClick(shown.view.viewport(), LEFT, NO_KEY, point(shown, 0, 10))
    assert opened == ["https://example.org/a?b=1&c="]
    QTest.mouseClick(shown.view.viewport(), LEFT, NO_KEY, point(shown, 0, 1))
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.RightButton, NO_KEY, point(shown, 0, 10))
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.MiddleButton, NO_KEY, point(shown, 0, 10))
    QTest.mouseClick(shown.view.viewport(), LEFT, SHIFT, point(shown, 0, 10))
    assert len(opened) == 1


def test_a_drag_that_ends_on_its_link_is_no_click(links: tuple[Shown, list[str]]) -> None:
    shown, opened = links
    drag(shown, point(shown, 0, 6), point(shown, 0, 20))
    drag(shown, point(shown, 0, 6), point(shown, 0, 26), point(shown, 0, 6))
    drag(shown, point(shown, 0, 1), point(shown, 0, 10))
    drag(shown, point(shown, 0, 10), point(shown, 0, 1))
    assert opened == []


def test_the_mouse_shows_what_it_is_over(links: tuple[Shown, list[str]]) -> None:
    shown, _ = links
    viewport = shown.view.viewport()
    for index, shape in (
        (10, Qt.CursorShape.PointingHandCursor),
        (1, Qt.CursorShape.IBeamCursor),
    ):
        QTest.mouseMove(viewport, point(shown, 0, index))
        assert viewport.cursor().shape() == shape
        assert shown.view._pointer.hovered == 0
    QTest.mouseMove(viewport, QPoint(5, 200))
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_tooltip_shows_where_a_link_goes_and_nothing_of_it_is_read_as_html(show: Show, qtbot: QtBot) -> None:
    shown = show(texts("https://example.org/a&lt;b"))
    at = point(shown, 0, 5)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, shown.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(shown.view.viewport(), event)
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == "<span>https://example.org/a&amp;lt;b</span>"
    away = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), shown.view.viewport().mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(shown.view.viewport(), away)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_selection_keeps_to_its_messages_when_others_come_and_go(show: Show) -> None:
    shown = show(texts("first one"))
    key = shown.say("mine is not safe")
    other = shown.say("nor is this")
    drag(shown, point(shown, 2, 0), point(shown, 2, 3))
    shown.hear("someone else")
    assert shown.view.selected_text() == "nor"
    shown.confirm(key)
    assert shown.view.selected_text() == "nor"
    shown.confirm(other)
    assert not shown.view.selection


def test_an_empty_view_survives_the_mouse(show: Show) -> None:
    shown = show()
    drag(shown, QPoint(10, 10), QPoint(100, 100))
    QTest.mouseDClick(shown.view.viewport(), LEFT, NO_KEY, QPoint(50, 50))
    assert not shown.view.selection
