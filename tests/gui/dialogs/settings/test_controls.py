"""What an option is changed with."""

from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.dialogs.settings.controls import ChoiceControl, ClockControl, FlagControl, SizeControl, control
from chatapp.gui.dialogs.settings.entries import entries
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import TEXT_SIZES
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_every_option_has_a_control_that_shows_each_of_its_values(theme: Theme, parent: QWidget) -> None:
    for entry in entries():
        made = control(entry, theme, parent)
        made.show_value(Settings.option(entry.key).default)
        told: list[Any] = []
        made.chosen.connect(told.append)
        match made:
            case ChoiceControl():
                for place, value in enumerate(entry.words):
                    made.show_value(value)
                    assert made.currentIndex() == place
            case FlagControl():
                made.show_value(True)
                assert made.isChecked()
            case ClockControl():
                made.show_value("23:59")
                assert made.time().toString("HH:mm") == "23:59"
            case SizeControl():
                for size in TEXT_SIZES:
                    made.show_value(size)
                    assert made.words == f"{round(size * 100)} %"
        assert told == [], "what is shown is not chosen"


def test_a_control_says_what_it_is_for(theme: Theme, parent: QWidget) -> None:
    for entry in entries():
        made = control(entry, theme, parent)
        target = made.focusProxy() or made
        assert entry.label in target.accessibleName()
        assert target.accessibleDescription() == entry.help
        assert target.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_moved_slider_tells_the_size_and_says_it(theme: Theme, qtbot: QtBot) -> None:
    made = SizeControl(theme)
    qtbot.addWidget(made)
    made.show_value(1.0)
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made.slider, Qt.Key.Key_Right)
    assert chosen.args == [1.1]
    assert made.slider.accessibleName() == "Text size: 110 %"


def test_a_typed_time_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    made = ClockControl(theme)
    qtbot.addWidget(made)
    made.show_value("22:00")
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made, Qt.Key.Key_Up)
    assert chosen.args == ["23:00"]


def test_hours_come_before_minutes_in_every_language(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    for language, digits in (("ar", "١٠:١٥"), ("de", "22:15"), ("en", "22:15")):
        i18n.install(qapp, language, QLocale.c())
        made = ClockControl(theme)
        qtbot.addWidget(made)
        made.show_value("22:15")
        assert digits in made.text()


def test_the_wheel_scrolls_the_page_where_the_keyboard_is_elsewhere(
    theme: Theme, parent: QWidget, qapp: QApplication
) -> None:
    for entry in entries():
        made = control(entry, theme, parent)
        told: list[Any] = []
        made.chosen.connect(told.append)
        target = made.focusProxy() or made
        event = QWheelEvent(
            QPointF(4, 4),
            QPointF(4, 4),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        qapp.sendEvent(target, event)
        assert told == [], entry.key


@pytest.mark.parametrize("rtl", [False, True])
def test_what_is_chosen_can_be_read_and_the_keyboard_be_seen(theme: Theme, qtbot: QtBot, rtl: bool) -> None:
    window = QWidget()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = [control(entry, theme, window) for entry in entries()]
    column.addWidget(elsewhere := QPushButton(window))
    for each in made:
        column.addWidget(each)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    for each in made:
        elsewhere.setFocus()
        before = each.grab().toImage()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if not isinstance(each, FlagControl):  # its ring is the style sheet's
            assert each.grab().toImage() != before
        if isinstance(each, ChoiceControl):
            assert each.sizeHint().width() > max(
                each.fontMetrics().horizontalAdvance(each.itemText(place)) for place in range(each.count())
            )
