"""From the window to the file and back, on a loop that goes on meanwhile."""

import asyncio
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.app.handing import Handing
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.security import sealed
from tests.app.test_handover import make, told


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    settings = Settings(QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat))
    made = MainWindow(Appearance(qapp, settings), settings, "Ann")
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "COST", 2**4)


def at_once(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def test_out_of_one_window_into_another(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    places = iter([make(tmp_path / "old", "one"), *[tmp_path / "new"] * 2, *[make(tmp_path / "there", "mine")] * 2])
    Handing(window, lambda: next(places), at_once)
    file = str(tmp_path / "ours.chatapp")
    giving = window.charge.hand_over()
    giving.set_path(file)
    giving.password.set_text("correct horse")
    giving.go.click()
    assert giving.state.startswith("Saved.")
    giving.reject()
    taking = window.charge.take_over()
    taking.set_path(file)
    for password, said in (("", "Type the password"), ("tea", "does not open")):
        taking.password.set_text(password)
        taking.go.click()
        assert said in taking.password.error
    taking.password.set_text("correct horse")
    with qtbot.waitSignal(window.hosting.asked):
        taking.go.click()
    assert told(tmp_path / "new") == ["one"]
    taking = window.charge.take_over()
    taking.set_path(file)
    taking.password.set_text("correct horse")
    taking.go.click()
    assert "set aside" in taking.state
    with qtbot.waitSignal(window.hosting.asked):
        taking.go.click()
    assert told(tmp_path / "there") == ["one"]


def test_a_place_that_cannot_be_written(window: MainWindow, tmp_path: Path) -> None:
    Handing(window, lambda: make(tmp_path / "old", "one"), at_once)
    giving = window.charge.hand_over()
    giving.set_path(str(tmp_path / "nowhere" / "ours.chatapp"))
    giving.password.set_text("correct horse")
    giving.go.click()
    assert "cannot be written" in giving.state
