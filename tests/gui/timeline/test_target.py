import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.tokens import LIGHT
from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, Shown, lines
from tests.gui.timeline.test_pointer import point

URL = "https://example.org/page"


def pointed(show: Show, qtbot: QtBot) -> Shown:
    shown = show([*lines(50), Entry("Ann", f"see {URL} here", NOW), *(Entry("Bo", "later", NOW) for _ in range(5))])
    QTest.mouseMove(shown.view.viewport(), point(shown, 50, 10))
    return shown


def test_it_says_where_the_link_under_the_mouse_leads_and_goes_away_with_it(show: Show, qtbot: QtBot) -> None:
    shown = pointed(show, qtbot)
    line, viewport = shown.view.target, shown.view.viewport()
    assert line.isVisible()
    assert line.text == URL
    assert line.geometry().bottomLeft() == viewport.rect().bottomLeft()
    assert QColor(line.grab().toImage().pixelColor(line.width() // 2, 3)).name() == LIGHT.surface
    QTest.mouseMove(shown.view.viewport(), point(shown, 50, 1))
    assert not line.isVisible()
    assert line.text == ""


def test_it_is_at_the_right_where_one_reads_from_there(show: Show, qtbot: QtBot) -> None:
    shown = show([*lines(50)])
    shown.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line, viewport = shown.view.target, shown.view.viewport()
    line.show_target(URL, QPoint(5, 5))
    assert line.geometry().bottomRight() == viewport.rect().bottomRight()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_makes_way_for_the_mouse(show: Show, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    shown = show(lines(50))
    shown.view.setLayoutDirection(direction)
    line = shown.view.target
    line.show_target(URL, QPoint(300, 5))
    before = line.geometry()
    line.show_target(URL, before.center())
    assert not line.geometry().contains(before.center())


def test_a_long_address_leaves_room(show: Show) -> None:
    shown = show(lines(50))
    line = shown.view.target
    line.show_target("https://example.org/" + "x" * 4000, QPoint(5, 5))
    assert line.width() <= shown.view.viewport().width() * 0.7
    assert line.cut
    line.show_target(URL, QPoint(5, 5))
    assert not line.cut


def test_a_tooltip_says_only_what_it_leaves_out(show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = show([Entry("Ann", f"see {URL} here", NOW), Entry("Ann", f"see {URL}{'x' * 200}", NOW)])
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: told.append(text))
    viewport = shown.view.viewport()
    for row in (0, 1):
        at = point(shown, row, 10)
        QTest.mouseMove(viewport, at)
        QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert told == [f"<span>{URL}{'x' * 200}</span>"]
