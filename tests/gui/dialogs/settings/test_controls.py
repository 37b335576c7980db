"""What an option is changed with."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.settings.controls import ChoiceControl, ClockControl, FlagControl, SizeControl, control
from chatapp.gui.dialogs.settings.entries import entries
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import TEXT_SIZES


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_every_option_has_a_control_that_shows_each_of_its_values(parent: QWidget) -> None:
    for entry in entries():
        made = control(entry, parent)
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


def test_a_control_says_what_it_is_for(parent: QWidget) -> None:
    for entry in entries():
        made = control(entry, parent)
        target = made.focusProxy() or made
        assert entry.label in target.accessibleName()
        assert target.accessibleDescription() == entry.help
        assert target.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_moved_slider_tells_the_size_and_says_it(qtbot: QtBot) -> None:
    made = SizeControl()
    qtbot.addWidget(made)
    made.show_value(1.0)
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made.slider, Qt.Key.Key_Right)
    assert chosen.args == [1.1]
    assert made.slider.accessibleName() == "Text size: 110 %"


def test_a_typed_time_is_chosen(qtbot: QtBot) -> None:
    made = ClockControl()
    qtbot.addWidget(made)
    made.show_value("22:00")
    with qtbot.waitSignal(made.chosen) as chosen:
        qtbot.keyClick(made, Qt.Key.Key_Up)
    assert chosen.args == ["23:00"]


def test_the_wheel_scrolls_the_page_where_the_keyboard_is_elsewhere(parent: QWidget, qapp: QApplication) -> None:
    for entry in entries():
        made = control(entry, parent)
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
