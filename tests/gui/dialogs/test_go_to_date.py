import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.go_to_date import GoToDateDialog

TODAY = QDate(2026, 9, 21)


@pytest.fixture
def dialog(qtbot: QtBot) -> GoToDateDialog:
    made = GoToDateDialog("R&D", TODAY.addDays(-3), TODAY)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def asked(dialog: GoToDateDialog) -> list[QDate | None]:
    days: list[QDate | None] = []
    dialog.asked.connect(days.append)
    return days


def test_it_proposes_the_day_that_is_read_and_none_to_come(dialog: GoToDateDialog, qtbot: QtBot) -> None:
    assert dialog.day.date() == TODAY.addDays(-3)
    assert dialog.day.maximumDate() == TODAY
    later = GoToDateDialog("R&D", TODAY.addDays(5), TODAY)
    qtbot.addWidget(later)
    assert later.day.date() == TODAY


def test_the_chosen_day_is_asked_for_with_the_button_or_enter(dialog: GoToDateDialog, qtbot: QtBot) -> None:
    days = asked(dialog)
    dialog.day.setDate(TODAY.addDays(-9))
    qtbot.keyClick(dialog.day, Qt.Key.Key_Return)
    assert days == [TODAY.addDays(-9)]
    assert dialog.state == "Looking…"
    assert not dialog.go.isEnabled()


def test_the_calendar_and_the_field_say_the_same(dialog: GoToDateDialog) -> None:
    days = asked(dialog)
    dialog.day.setDate(TODAY.addDays(-40))
    assert dialog.calendar.selectedDate() == TODAY.addDays(-40)
    dialog.calendar.setSelectedDate(TODAY.addDays(-41))
    assert dialog.day.date() == TODAY.addDays(-41)
    dialog.calendar.activated.emit(TODAY.addDays(-41))
    assert days == [TODAY.addDays(-41)]


@pytest.mark.parametrize("button", ["qt_calendar_prevmonth", "qt_calendar_nextmonth"])
def test_the_arrows_of_the_calendar_take_the_colour_of_its_month(dialog: GoToDateDialog, button: str) -> None:
    palette = dialog.calendar.palette()
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#ff0080"))
    dialog.calendar.setPalette(palette)
    arrow = dialog.calendar.findChild(QToolButton, button)
    assert isinstance(arrow, QToolButton)
    picture = arrow.icon().pixmap(16, 16, QIcon.Mode.Normal).toImage()
    seen = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    assert {colour.name() for colour in seen if colour.alpha() == 255} == {"#ff0080"}


def test_today_and_the_first_message_are_one_click_away(dialog: GoToDateDialog) -> None:
    days = asked(dialog)
    dialog.now.click()
    dialog.refuse("Nothing.")
    dialog.first.click()
    assert days == [TODAY, None]


def test_it_stays_open_until_the_message_is_there(dialog: GoToDateDialog, qtbot: QtBot) -> None:
    dialog.go.click()
    assert not dialog.bar.isVisible()
    dialog.show_progress(40)
    assert dialog.bar.isVisible()
    assert dialog.bar.value() == 40
    with qtbot.assertNotEmitted(dialog.cancelled), qtbot.waitSignal(dialog.accepted):
        dialog.show_found()


def test_what_is_refused_may_be_tried_again(dialog: GoToDateDialog) -> None:
    dialog.go.click()
    dialog.show_progress(40)
    dialog.refuse("Nothing has been said here since then.")
    assert dialog.state == dialog.accessibleDescription() == "Nothing has been said here since then."
    assert dialog.go.isEnabled()
    assert not dialog.bar.isVisible()
    assert dialog.day.hasFocus()


def test_closing_it_ends_the_search(dialog: GoToDateDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.cancelled):
        dialog.reject()
    dialog.open()
    dialog.go.click()
    with qtbot.waitSignal(dialog.cancelled):
        dialog.stop.click()
