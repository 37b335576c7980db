from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from chatapp.gui.search.listview import HitList
from chatapp.gui.search.model import Hits
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.rich import Event

Said = Callable[..., Event]


@pytest.fixture
def view(theme: Theme, said: Said, qtbot: QtBot) -> HitList:
    hits = Hits()
    hits.show("tea", [said(seq, room="music" if seq % 2 else "art") for seq in range(30, 0, -1)], more=True)
    made = HitList(theme, hits)
    hits.setParent(made)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    return made


def test_it_is_read_out_as_a_list_of_hits(view: HitList) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Search results"
    assert interface.role() is QAccessible.Role.List
    first = view.model().index(0, 0)
    assert interface.child(0).text(QAccessible.Text.Name) == first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_click_chooses_and_beside_it_does_not(view: HitList, qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["music", 29]
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    view.model().show("", [], more=False)
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def test_one_steps_from_hit_to_hit_and_not_beyond(view: HitList, qtbot: QtBot) -> None:
    seen: list[int] = []
    view.chosen.connect(lambda _room, seq: seen.append(seq))
    for by in (1, 1, 1, -1, -1, -1):
        view.step(by)
    assert seen == [30, 29, 28, 29, 30]
    view.model().show("", [], more=False)
    view.step(1)
    assert len(seen) == 5


def test_the_keyboard_arrives_walks_and_chooses(view: HitList, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    # Being there chooses nothing yet: the first step shows the first hit.
    assert not view.selectionModel().hasSelection()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["music", 29]
    with qtbot.assertNotEmitted(view.chosen):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_the_last_row_in_sight_asks_for_more(view: HitList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.model().more_wanted):
        view.scrollToBottom()
