from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.switcher.entry import Entry, Kind
from chatapp.gui.switcher.listview import ResultList
from chatapp.gui.switcher.model import Results
from chatapp.gui.theme.theme import Theme


def test_an_entry_is_picked_by_a_click_and_a_title_is_not(theme: Theme, qtbot: QtBot) -> None:
    model = Results()
    model.show([Entry(Kind.ROOM, "music", "music")])
    made = ResultList(theme, model)
    qtbot.addWidget(made)
    made.show()
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus
    row = made.visualRect(model.index(0, 0))
    with qtbot.assertNotEmitted(made.picked):
        qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 4))
    with qtbot.waitSignal(made.picked):
        qtbot.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, row.bottom() - 4))
