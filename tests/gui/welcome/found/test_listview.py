"""A click or Enter joins a host."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.found.listview import FoundList
from chatapp.gui.welcome.found.model import FoundServers
from tests.gui.screens import HOSTS


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> FoundList:
    model = FoundServers()
    made = FoundList(theme, model)
    model.setParent(made)
    model.show(HOSTS, held=False)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def inside(view: FoundList, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_a_click_joins(view: FoundList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.joined) as joined:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside(view, 0))
    assert joined.args == [HOSTS[0].invite]


def test_the_arrows_choose_nothing_and_enter_joins(view: FoundList, qtbot: QtBot) -> None:
    view.setFocus()
    with qtbot.assertNotEmitted(view.joined):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.joined) as joined:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert joined.args == [HOSTS[3].invite], "the second by name"


def test_who_went_is_not_joined(view: FoundList, qtbot: QtBot) -> None:
    view.setFocus()
    view.model().show(HOSTS[1:], held=True)
    with qtbot.assertNotEmitted(view.joined):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside(view, 0))
        view.setCurrentIndex(view.model().index(0, 0))
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_the_pointer_holds_it_and_so_does_the_keyboard(view: FoundList, qtbot: QtBot) -> None:
    # The test's own pointer may be anywhere.
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    view.clearFocus()
    assert not view.held
    place = QPointF(5, 5)
    QApplication.sendEvent(view, QEnterEvent(place, place, place))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.held
    with qtbot.assertNotEmitted(view.released):
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    with qtbot.waitSignal(view.released):
        view.clearFocus()
    assert not view.held


def test_a_screen_reader_reads_each(view: FoundList) -> None:
    table = QAccessible.queryAccessibleInterface(view)
    assert table.text(QAccessible.Text.Name) == "Hosts on this network"
    said = [table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())]
    assert said[0] == "Ann’s study group, 12 people, joined before"
    assert "\u2068ليلى\u2069, 3 people" in said
