"""On this network: a list that fills itself, or what to do where there is nobody."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.found.found import Found
from tests.gui.screens import HOSTS


@pytest.fixture
def found(theme: Theme, qtbot: QtBot) -> Found:
    QCursor.setPos(790, 790)  # beside it, wherever the test before this one has left the pointer
    made = Found(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_nobody_yet(found: Found) -> None:
    assert not found.list.isVisible()
    assert found.hint.startswith("Nobody hosts on this network yet.")
    assert found.test.text() == "Test my network"


def test_hosts_come_and_go_and_nothing_else_moves(found: Found) -> None:
    height = found.sizeHint().height()
    found.show_servers(HOSTS)
    assert found.list.isVisible()
    assert found.model.rowCount() == 4
    assert found.sizeHint().height() == height
    found.show_servers(())
    assert not found.list.isVisible()
    assert found.sizeHint().height() == height


def test_no_network(found: Found) -> None:
    found.show_servers((), able=False)
    assert found.hint.startswith("This computer has no network")
    found.show_servers(())
    assert found.hint.startswith("Nobody hosts")


def test_the_one_under_the_pointer_stays(found: Found) -> None:
    found.show_servers(HOSTS)
    place = QPointF(5, 5)
    QApplication.sendEvent(found.list, QEnterEvent(place, place, place))
    found.show_servers(())
    assert found.list.isVisible()
    assert found.model.rowCount() == 4
    QApplication.sendEvent(found.list, QEvent(QEvent.Type.Leave))
    assert not found.list.isVisible()


def test_the_selection_stays_with_its_host(found: Found) -> None:
    found.show_servers(HOSTS[1:3])
    found.list.setCurrentIndex(found.model.index(0))
    name = found.list.currentIndex().data()
    found.show_servers(HOSTS)
    assert found.list.currentIndex().data() == name
    assert found.list.currentIndex().row() > 0


def test_it_is_joined_and_tested(found: Found, qtbot: QtBot) -> None:
    found.show_servers(HOSTS)
    found.list.setFocus()
    with qtbot.waitSignal(found.chosen) as chosen:
        qtbot.keyClick(found.list, Qt.Key.Key_Return)
    assert chosen.args == [HOSTS[0].invite]
    qtbot.keyClick(found.list, Qt.Key.Key_Tab)
    assert found.test.hasFocus()
    with qtbot.waitSignal(found.test_asked):
        qtbot.keyClick(found.test, Qt.Key.Key_Return)


def test_who_sees_it_wants_to_know(found: Found, qtbot: QtBot) -> None:
    with qtbot.waitSignal(found.watched) as watched:
        found.hide()
    assert watched.args == [False]
    with qtbot.waitSignal(found.watched) as watched:
        found.show()
    assert watched.args == [True]


def test_foreign_names_are_plain_text(found: Found) -> None:
    assert {each.textFormat() for each in found.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
