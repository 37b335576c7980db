import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.people.listview import PeopleList
from chatapp.gui.people.model import People
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PeopleList:
    people = People()
    people.update(["Ann", "Bo", "Cy"], "Ann", "Bo")
    made = PeopleList(theme, people)
    people.setParent(made)
    qtbot.addWidget(made)
    made.resize(200, 300)
    made.show()
    return made


def middle(view: PeopleList, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_it_is_read_out_as_a_list_of_people(view: PeopleList) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "People"
    assert interface.role() is QAccessible.Role.List
    spoken = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert spoken == ["Ann, made this room", "Bo, you", "Cy"]


def test_a_click_chooses_and_beside_it_does_not(view: PeopleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1))
    assert chosen.args == ["Bo"]
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 280))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=middle(view, 0))


def test_the_keyboard_arrives_walks_and_chooses(view: PeopleList, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    assert view.currentIndex().data() == "Ann"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["Bo"]


def test_the_menu_is_of_the_person_under_the_pointer_or_the_keyboard(view: PeopleList, qtbot: QtBot) -> None:
    place = middle(view, 2)
    with qtbot.waitSignal(view.menu_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args == ["Cy", view.viewport().mapToGlobal(place)]
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(view.menu_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(view.viewport(), event)
    assert asked.args[0] == "Ann"


def test_tab_is_not_trapped(view: PeopleList, qtbot: QtBot) -> None:
    view.setFocus()
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex().data() == "Ann"
