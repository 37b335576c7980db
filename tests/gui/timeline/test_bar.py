import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.tokens import DARK
from chatapp.gui.timeline.doable import Deed, Rights
from chatapp.session.timeline import Entry, State
from tests.gui.timeline.conftest import NOW, Show, Shown

OTHERS = Entry("Ann", "theirs", NOW, seq=1)
OWN = Entry("me", "mine", NOW, seq=2, mine=True)


@pytest.fixture
def shown(show: Show) -> Shown:
    made = show([OTHERS, OWN, Entry("Bo", "without a log", NOW)])
    made.view.set_rights(Rights(rich=True, write=True))
    made.view.bar.set_quick(["👍", "❤️", "😂", "🎉"])
    return made


def point_at(shown: Shown, row: int) -> None:
    viewport = shown.view.viewport()
    at = QPointF(shown.view.message_rect(row).center() + QPoint(0, 2))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, at, viewport.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, move)


def offered(shown: Shown) -> list[str]:
    bar = shown.view.bar
    buttons = (*bar.quick, *bar.buttons.values())
    return [button.accessibleName() for button in buttons if button.isVisible()]


def test_a_room_that_nobody_points_at_has_no_buttons(shown: Shown) -> None:
    assert shown.view.bar.children() == []
    shown.theme.use(DARK)
    point_at(shown, 0)
    assert shown.view.bar.buttons


def test_it_offers_what_can_be_done_with_the_message_under_the_mouse(shown: Shown) -> None:
    point_at(shown, 0)
    quick = ["React with 👍", "React with ❤️", "React with 😂"]
    assert offered(shown) == [*quick, "React…", "Reply"]
    assert shown.view.bar.geometry().intersects(shown.view.message_rect(0))
    point_at(shown, 1)
    assert offered(shown) == [*quick, "React…", "Reply", "Edit", "Delete…"]
    point_at(shown, 2)
    assert not shown.view.bar.isVisible()


def test_it_has_nothing_to_offer_where_the_server_cannot(shown: Shown) -> None:
    point_at(shown, 0)
    shown.view.set_rights(Rights(write=True))
    assert not shown.view.bar.isVisible()
    point_at(shown, 1)
    assert not shown.view.bar.isVisible()


def test_a_failed_message_has_its_own_buttons_already(shown: Shown) -> None:
    shown.timeline.say(Entry("me", "failed", NOW, mine=True, state=State.FAILED, key=1))
    shown.model.refresh()
    point_at(shown, 3)
    assert not shown.view.bar.isVisible()


@pytest.mark.parametrize(
    ("deed", "wish"), [(Deed.REPLY, "reply_asked"), (Deed.EDIT, "edit_asked"), (Deed.DELETE, "delete_asked")]
)
def test_a_click_asks(shown: Shown, qtbot: QtBot, deed: Deed, wish: str) -> None:
    point_at(shown, 1)
    with qtbot.waitSignal(getattr(shown.view, wish)) as asked:
        qtbot.mouseClick(shown.view.bar.buttons[deed], Qt.MouseButton.LeftButton)
    assert asked.args == [OWN]


def test_emoji_are_chosen_beside_its_button(shown: Shown, qtbot: QtBot) -> None:
    point_at(shown, 0)
    with qtbot.waitSignal(shown.view.reaction_wanted) as asked:
        qtbot.mouseClick(shown.view.bar.react, Qt.MouseButton.LeftButton)
    assert asked.args == [1, shown.view.bar.react]
    with qtbot.waitSignal(shown.view.reaction_asked) as asked:
        qtbot.mouseClick(shown.view.bar.quick[1], Qt.MouseButton.LeftButton)
    assert asked.args == [1, "❤️", True]


def test_a_click_leaves_the_keyboard_where_it_is(shown: Shown, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(shown.view)
    column.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    point_at(shown, 0)
    bar, corner = shown.view.bar, QPointF(2, 2)
    QApplication.sendEvent(bar, QEnterEvent(corner, corner, bar.mapToGlobal(corner)))
    qtbot.mouseClick(bar.quick[0], Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton)
    assert shown.view.hasFocus()
    shown.view.setParent(None)


def test_a_narrow_view_has_no_room_for_quick_reactions(shown: Shown) -> None:
    shown.view.resize(300, 400)
    point_at(shown, 0)
    assert offered(shown) == ["React…", "Reply"]


def test_it_goes_away_when_its_message_moves_or_the_mouse_leaves(shown: Shown) -> None:
    point_at(shown, 0)
    shown.hear("next")
    shown.view.visible()
    assert not shown.view.bar.isVisible()
    point_at(shown, 1)
    assert shown.view.bar.isVisible()
    shown.view._pointer.leave()
    assert not shown.view.bar.isVisible()


def test_it_goes_away_when_the_view_is_resized(shown: Shown) -> None:
    point_at(shown, 0)
    shown.view.resize(500, shown.view.height())
    assert not shown.view.bar.isVisible()


def test_it_keeps_to_its_message_when_others_come_above(show: Show, qtbot: QtBot) -> None:
    shown = show([Entry("Ann", f"message {number}", NOW, seq=number + 1) for number in range(100)])
    shown.view.set_rights(Rights(rich=True, write=True))
    shown.view.scroll_by(-300)
    row = shown.view.visible()[4][0]
    point_at(shown, row)
    shown.timeline.prepend([Entry("Ann", "older", NOW - 9, seq=-number) for number in (3, 2, 1)])
    shown.model.refresh()
    shown.view.visible()
    assert shown.view.bar.isVisible()
    with qtbot.waitSignal(shown.view.reply_asked) as asked:
        qtbot.mouseClick(shown.view.bar.buttons[Deed.REPLY], Qt.MouseButton.LeftButton)
    assert asked.args[0].text == f"message {row}"
    shown.timeline.reset([OWN], older=False)
    shown.model.refresh()
    assert not shown.view.bar.isVisible()


def test_it_wears_the_theme(shown: Shown) -> None:
    point_at(shown, 0)
    before = shown.view.bar.buttons[Deed.REPLY].icon().cacheKey()
    shown.theme.use(DARK)
    assert shown.view.bar.buttons[Deed.REPLY].icon().cacheKey() != before


def test_right_to_left_it_stands_at_the_other_side(shown: Shown) -> None:
    point_at(shown, 0)
    assert shown.view.bar.geometry().center().x() > 300
    shown.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown.view.bar.leave()
    point_at(shown, 0)
    assert shown.view.bar.geometry().center().x() < 300
