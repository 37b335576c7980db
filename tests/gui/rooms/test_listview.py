import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.rooms.listview import RoomList
from chatapp.gui.rooms.model import FoundRooms, Rooms
from chatapp.gui.theme.theme import Theme
from chatapp.session.roomlist import Room


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> RoomList:
    rooms = Rooms()
    rooms.update([Room("default", 3, joined=True), Room("a", 1), Room("b", 2)])
    found = FoundRooms(rooms)
    made = RoomList(theme, found)
    rooms.setParent(made)
    found.setParent(made)
    qtbot.addWidget(made)
    made.resize(220, 300)
    made.show()
    return made


def inside(view: RoomList, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).bottomLeft() + QPoint(30, -8)


def test_a_click_opens_a_room(view: RoomList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside(view, 1))
    assert opened.args == ["a"]


def test_a_sections_title_is_no_room(view: RoomList, qtbot: QtBot) -> None:
    title = view.visualRect(view.model().index(1, 0)).topLeft() + QPoint(30, 4)
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=title)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=inside(view, 1))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_arrows_choose_and_enter_opens(view: RoomList, qtbot: QtBot, key: Qt.Key) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.assertNotEmitted(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, key)
    assert opened.args == ["b"]


def test_the_menu_is_asked_for_by_mouse_and_by_key(view: RoomList, qtbot: QtBot) -> None:
    for reason, place in (
        (QContextMenuEvent.Reason.Mouse, inside(view, 2)),
        (QContextMenuEvent.Reason.Keyboard, QPoint()),
    ):
        view.setCurrentIndex(view.model().index(2, 0))
        with qtbot.waitSignal(view.menu_asked) as asked:
            QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, place, view.mapToGlobal(place)))
        assert asked.args[0] == "b"


def test_it_is_read_out_as_a_list_of_rooms(view: RoomList) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Rooms"
    assert interface.role() is QAccessible.Role.List
    spoken = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert spoken == ["default, 3 people, joined", "a, 1 person, not joined", "b, 2 people, not joined"]
