import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from chatapp.gui.rooms.header import Dot, ServerHeader
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import LIGHT
from chatapp.session.changes import Phase


@pytest.mark.parametrize(
    ("phase", "text"),
    [
        (Phase.ONLINE, "Connected as Ann"),
        (Phase.CONNECTING, "Connecting…"),
        (Phase.IDENTIFYING, "Connecting…"),
        (Phase.WAITING, "Reconnecting…"),
        (Phase.REFUSED, "Choose another name"),
        (Phase.OFFLINE, "Disconnected"),
    ],
)
def test_the_state_is_always_in_words(theme: Theme, qtbot: QtBot, phase: Phase, text: str) -> None:
    header = ServerHeader(theme)
    qtbot.addWidget(header)
    header.show_name("Ann")
    header.show_phase(phase)
    assert header.state == text


def test_the_dot_is_full_only_while_connected(theme: Theme, qtbot: QtBot) -> None:
    dot = Dot(theme)
    qtbot.addWidget(dot)
    for phase in Phase:
        dot.show_phase(phase)
        middle = QColor(dot.grab().toImage().pixel(6, 6))
        assert (middle == QColor(LIGHT.text_success)) is (phase is Phase.ONLINE)
