import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.large import LargeInvite


@pytest.fixture
def large(window: QWidget) -> LargeInvite:
    made = LargeInvite("chatapp://192.0.2.1:20200", "192.0.2.1:20200", "AAAA BBBB", window)
    made.open()
    return made


def test_it_fills_the_screen_and_says_what_to_type(large: LargeInvite) -> None:
    assert large.isFullScreen()
    words = " ".join(label.text() for label in large.findChildren(QLabel))
    assert "192.0.2.1:20200" in words
    assert "AAAA BBBB" in words
    assert large.address.font().pointSizeF() > 2 * large.font().pointSizeF()
    assert large.view.height() > large.height() / 3


@pytest.mark.parametrize("how", [Qt.Key.Key_Escape, Qt.Key.Key_F11, "click"])
def test_it_is_closed(large: LargeInvite, how: object, qtbot: QtBot) -> None:
    with qtbot.waitSignal(large.finished):
        if how == "click":
            qtbot.mouseClick(large, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(large, how)
