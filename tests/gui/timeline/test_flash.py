from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.tokens import LIGHT
from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, lines


def test_it_lights_up_and_fades(show: Show, qtbot: QtBot) -> None:
    shown = show(lines(20))
    flash = shown.view.flash
    flash.light(19)
    assert flash.on(19) == 1.0
    assert flash.on(18) == 0.0
    place = shown.view.message_rect(19)
    image = shown.view.viewport().grab().toImage()
    assert image.pixelColor(3, place.center().y()) == QColor(LIGHT.accent_soft)
    flash._fading.setCurrentTime(flash._fading.duration())
    assert flash.on(19) == 0.0


def test_another_row_lights_up_instead(show: Show) -> None:
    shown = show(lines(20))
    shown.view.flash.light(19)
    shown.view.flash.light(18)
    assert [shown.view.flash.on(row) for row in (18, 19)] == [1.0, 0.0]


def test_it_follows_its_message(show: Show) -> None:
    shown = show(lines(20))
    flash = shown.view.flash
    flash.light(10)
    shown.timeline.prepend([Entry("Ann", "older", NOW - 900)] * 5)
    shown.model.refresh()
    assert (flash.row, flash.on(15)) == (15, 1.0)
    flash.removed(0, 3)
    assert flash.row == 12
    flash.removed(12, 1)
    assert flash.row is None
    flash.light(3)
    flash.reset()
    assert (flash.row, flash.on(3)) == (None, 0.0)
