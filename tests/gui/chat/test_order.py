"""In which order Tab and F6 go; the whole way through the chat is walked in `test_accessibility.py`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.order import step, step_pane


def stops(qtbot: QtBot) -> tuple[QWidget, list[QLineEdit]]:
    """A window of fields, the third of which is hidden, the fourth disabled, and the fifth only for the mouse."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    way = [QLineEdit(window) for _ in range(6)]
    for field in way:
        column.addWidget(field)
    way[2].hide()
    way[3].setEnabled(False)
    way[4].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, way


def test_it_goes_round_and_leaves_out_what_takes_no_keyboard(qtbot: QtBot) -> None:
    _window, way = stops(qtbot)
    way[0].setFocus()
    seen = []
    for _ in range(4):
        assert step(way, 1)
        seen.append(next(place for place, field in enumerate(way) if field.hasFocus()))
    assert seen == [1, 5, 0, 1]
    assert step(way, -1)
    assert way[0].hasFocus()


def test_who_is_nowhere_on_the_way_stays(qtbot: QtBot) -> None:
    _window, way = stops(qtbot)
    way[0].setFocus()
    assert not step(way[1:], 1)
    assert way[0].hasFocus()
    assert not step(way[:1], 1), "there is no other"


def test_f6_goes_to_the_next_part_wherever_in_one_it_is(qtbot: QtBot) -> None:
    window, way = stops(qtbot)
    way[0].setFocus()
    step_pane([window, way[5]], 1)
    assert way[5].hasFocus()
    step_pane(way[:3], 1)
    assert way[0].hasFocus(), "from elsewhere to the first"
    step_pane(way[:3], -1)
    assert way[1].hasFocus(), "not to what is hidden"
