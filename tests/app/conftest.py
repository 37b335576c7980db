"""A window without anybody behind it."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def appearance(qapp: QApplication, settings: Settings) -> Iterator[Appearance]:
    font, palette = qapp.font(), qapp.palette()
    made = Appearance(qapp, settings)
    yield made
    made.deleteLater()
    gc.collect()  # not while Qt goes through all widgets
    # Not "": without a sheet, the next one crashed Qt 6.11.3 in four runs of ten.
    qapp.setStyleSheet("/* bare */")
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def window(appearance: Appearance, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    """Of somebody whose name is reserved."""
    made = MainWindow(appearance, settings, "admin")
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()
