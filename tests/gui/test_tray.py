from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.told.summary import Summary
from chatapp.gui.tray import ROOMS, Tray, marked_icon


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tray(window: QWidget) -> Iterator[Tray]:
    made = Tray(window, has_tray=lambda: True)
    yield made
    made.keep(there=False)
    made.menu.deleteLater()
    made.deleteLater()


def texts(tray: Tray) -> list[str]:
    tray.menu.aboutToShow.emit()
    return [action.text() for action in tray.menu.actions() if not action.isSeparator()]


def test_the_menu_shows_and_hides_the_window(tray: Tray, window: QWidget, qtbot: QtBot) -> None:
    assert texts(tray) == ["&Show window", "&Quit"]
    with qtbot.waitSignal(tray.window_wanted):
        tray.menu.actions()[0].trigger()
    window.show()
    assert texts(tray) == ["&Hide window", "&Quit"]
    with qtbot.waitSignal(tray.hide_wanted):
        tray.menu.actions()[0].trigger()
    with qtbot.waitSignal(tray.quit_wanted):
        tray.menu.actions()[-1].trigger()


def test_the_menu_leads_to_unread_rooms(tray: Tray, qtbot: QtBot) -> None:
    tray.show_summary(Summary(3, 1, 1, ("R&D", "music")))
    assert texts(tray) == ["&Show window", "#R&&D", "#music", "&Quit"]
    with qtbot.waitSignal(tray.room_chosen) as chosen:
        next(action for action in tray.menu.actions() if action.text() == "#R&&D").trigger()
    assert chosen.args == ["R&D"]
    tray.show_summary(Summary(99, 0, 0, tuple(f"room {number}" for number in range(99))))
    assert len(texts(tray)) == ROOMS + 2


def test_hosting_can_be_stopped_there(tray: Tray, qtbot: QtBot) -> None:
    tray.show_hosting(active=True)
    assert texts(tray) == ["&Show window", "S&top hosting", "&Quit"]
    assert tray.icon.toolTip() == "Chatapp: hosting"
    with qtbot.waitSignal(tray.stop_wanted):
        tray.menu.actions()[-2].trigger()


def test_what_is_new_is_told_in_words(tray: Tray) -> None:
    assert tray.icon.toolTip() == "Chatapp"
    tray.show_summary(Summary(5, 0, 0, ("music",)))
    assert tray.icon.toolTip() == "Chatapp: 5 unread messages"
    tray.show_summary(Summary(5, 2, 2, ("music",)))
    assert tray.icon.toolTip() == "Chatapp: 2 messages for you"


def test_a_dot_and_a_number_look_different() -> None:
    plain, new, called, many = (
        marked_icon(summary).pixmap(32, 32).toImage()
        for summary in (Summary(), Summary(5), Summary(5, 2, 2), Summary(50, 20, 20))
    )
    assert len({image.cacheKey() for image in (plain, new, called, many)}) == 4
    assert all(one != other for one, other in zip((plain, new, called), (new, called, many), strict=True))


@pytest.mark.parametrize("reason", [QSystemTrayIcon.ActivationReason.Trigger])
def test_a_click_brings_the_window_back(tray: Tray, qtbot: QtBot, reason: QSystemTrayIcon.ActivationReason) -> None:
    with qtbot.waitSignal(tray.window_wanted):
        tray.icon.activated.emit(reason)
    with qtbot.assertNotEmitted(tray.window_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


@pytest.mark.qt_log_ignore("systemTrayWindowChanged")
def test_a_window_can_hide_only_behind_an_icon_that_is_there(tray: Tray, window: QWidget) -> None:
    assert not tray.available
    tray.keep(there=True)
    assert tray.available
    started = [False]
    late = Tray(window, has_tray=lambda: started[0])
    late.keep(there=True)
    assert not late.available
    assert not late.icon.isVisible()
    started[0] = True
    late.show_summary(Summary())
    assert late.icon.isVisible()
    assert late.available
    late.keep(there=False)
    late.menu.deleteLater()
