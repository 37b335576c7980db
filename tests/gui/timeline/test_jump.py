from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.tokens import DARK, LIGHT
from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, lines


def test_it_counts_what_arrives_while_one_reads_elsewhere(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(200))
    jump = shown.view.jump
    assert not jump.isVisible()
    shown.view.scroll_by(-400)
    shown.hear("one")
    qtbot.waitUntil(jump.isVisible)
    assert jump.text() == "↓ 1 new"
    assert jump.accessibleName() == "1 new message"
    shown.hear("two", "three")
    shown.say("mine is not new to me")
    qtbot.waitUntil(lambda: jump.text() == "↓ 3 new")
    assert shown.view.viewport().geometry().contains(jump.geometry())


def test_a_click_leads_to_the_newest(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(200))
    shown.view.scroll_by(-400)
    shown.hear("one")
    qtbot.waitUntil(shown.view.jump.isVisible)
    qtbot.mouseClick(shown.view.jump, Qt.MouseButton.LeftButton)
    assert shown.view.at_bottom
    assert not shown.view.jump.isVisible()
    shown.view.scroll_by(-400)
    shown.hear("two")
    qtbot.waitUntil(lambda: shown.view.jump.text() == "↓ 1 new")


def test_far_up_the_arrow_shows_without_news(show: Show) -> None:
    shown = show(lines(500))
    shown.view.scroll_by(-30)
    assert not shown.view.jump.isVisible()
    shown.view.to_top()
    assert shown.view.jump.isVisible()
    assert shown.view.jump.text() == "↓"
    assert shown.view.jump.accessibleName() == "To the newest message"


def test_a_flood_is_not_counted_to_its_end(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(200))
    shown.view.to_top()
    shown.timeline.append([Entry("Bo", "x", NOW)] * 5_000)
    shown.model.refresh()
    qtbot.waitUntil(lambda: shown.view.jump.text() == "↓ 999+ new")


def test_it_wears_the_theme(show: Show) -> None:
    shown = show(lines(500))
    shown.view.to_top()
    for tokens in (LIGHT, DARK):
        shown.theme.use(tokens)
        image = shown.view.jump.grab().toImage()
        assert image.pixelColor(image.width() // 2, 2) == QColor(tokens.accent)
