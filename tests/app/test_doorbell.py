import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Signal
from pytestqt.qtbot import QtBot

from chatapp.app.doorbell import HERE, Doorbell, ring
from chatapp.gui.settings import Settings


class Window(QObject):
    """As much of a window as can be called."""

    hidden_in_tray = Signal()
    brought_back = Signal()

    def bring_back(self) -> None:
        self.brought_back.emit()


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(qapp: object, settings: Settings) -> Iterator[Window]:
    made = Window()
    doorbell = Doorbell(made, settings)  # type: ignore[arg-type]  # see above
    yield made
    doorbell.stop()
    made.deleteLater()


def rung(qtbot: QtBot, name: str) -> bool:
    """What a second program would be told, while this one goes on."""
    answers: list[bool] = []
    caller = threading.Thread(target=lambda: answers.append(ring(name)))
    caller.start()
    qtbot.waitUntil(lambda: bool(answers))
    caller.join()
    return answers[0]


def test_a_hidden_window_can_be_called(window: Window, settings: Settings, qtbot: QtBot) -> None:
    assert settings.hidden_window == ""
    window.hidden_in_tray.emit()
    window.hidden_in_tray.emit()
    name = settings.hidden_window
    with qtbot.waitSignal(window.brought_back):
        assert rung(qtbot, name)
    assert settings.hidden_window == ""
    assert not rung(qtbot, name), "it is there now"
    window.hidden_in_tray.emit()
    assert settings.hidden_window not in {"", name}


def test_only_who_knows_the_secret_can_call(window: Window, settings: Settings, qtbot: QtBot) -> None:
    window.hidden_in_tray.emit()
    port, _, secret = settings.hidden_window.partition(":")
    with qtbot.assertNotEmitted(window.brought_back):
        assert not rung(qtbot, f"{port}:{secret[::-1]}")
        assert not rung(qtbot, f"{port}:")
        socket.create_connection((HERE, int(port))).close()
        assert not rung(qtbot, f"{port}:x")
    with qtbot.waitSignal(window.brought_back):
        assert rung(qtbot, settings.hidden_window)


@pytest.mark.parametrize("name", ["", "nonsense", "99999999:x", "-1:x", "1:x"])
def test_what_a_window_that_was_killed_has_left_leads_nowhere(name: str) -> None:
    assert not ring(name)
