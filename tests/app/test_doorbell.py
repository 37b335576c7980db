from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Signal
from pytestqt.qtbot import QtBot

from chatapp.app.doorbell import Doorbell, ring
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


def test_a_hidden_window_can_be_called_by_its_name(window: Window, settings: Settings, qtbot: QtBot) -> None:
    assert settings.hidden_window == ""
    window.hidden_in_tray.emit()
    window.hidden_in_tray.emit()
    name = settings.hidden_window
    assert name
    with qtbot.waitSignal(window.brought_back):
        assert ring(name)
    assert settings.hidden_window == ""
    assert not ring(name), "it is there now"
    window.hidden_in_tray.emit()
    assert settings.hidden_window not in {"", name}


def test_the_name_of_a_window_that_was_killed_leads_nowhere(qapp: object) -> None:
    assert not ring("chatapp-of-yesterday")
