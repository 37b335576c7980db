import pytest
from PySide6.QtCore import QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from chatapp.gui.sidelist import SideList, paint_ground
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import LIGHT

STATES = QStyle.StateFlag


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> SideList:
    model = QStringListModel(["a", "b", "c"])
    made = SideList(theme, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(200, 200)
    made.show()
    return made


def middle(view: SideList, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_a_click_chooses_and_a_drag_that_ends_elsewhere_does_not(view: SideList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1))
    assert picked.args[0].data() == "b"
    with qtbot.assertNotEmitted(view.picked):
        qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 0))
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 2))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 190))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose_where_the_keyboard_is(view: SideList, qtbot: QtBot, key: Qt.Key) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.currentIndex().data() == "a"
    with qtbot.assertNotEmitted(view.picked):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.keyClick(view, key)
    assert picked.args[0].data() == "b"


def test_the_menu_is_about_what_is_under_the_mouse_or_the_keyboard(view: SideList, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(2, 0))
    asked = []
    view.menu_wanted.connect(lambda index, _place: asked.append(index.data()))
    for reason, at in (
        (QContextMenuEvent.Reason.Mouse, middle(view, 0)),
        (QContextMenuEvent.Reason.Mouse, QPoint(10, 190)),
        (QContextMenuEvent.Reason.Keyboard, QPoint()),
    ):
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
    assert asked == ["a", "c"]


def grounds(state: QStyle.StateFlag) -> set[str]:
    image = QImage(40, 30, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.sidebar))
    painter = QPainter(image)
    paint_ground(painter, QRect(0, 0, 40, 30), state, LIGHT)
    painter.end()
    return {image.pixelColor(x, 15).name() for x in range(40)}


def test_the_ground_tells_the_state() -> None:
    assert grounds(STATES.State_None) == {LIGHT.sidebar}
    assert LIGHT.accent_soft in grounds(STATES.State_Selected | STATES.State_MouseOver)
    assert LIGHT.surface_hover in grounds(STATES.State_MouseOver)
    assert LIGHT.focus in grounds(STATES.State_HasFocus | STATES.State_Active)
    assert grounds(STATES.State_HasFocus) == {LIGHT.sidebar}, "not in a window behind others"
