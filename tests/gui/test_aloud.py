import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui import aloud
from chatapp.gui.aloud import read_aloud


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(aloud.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(aloud.QAccessible, "updateAccessibility", lambda event: texts.append(event.message()))
    return texts


def test_what_can_be_seen_is_read(told: list[str], qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    read_aloud(widget, "3 messages found")
    assert told == []
    widget.show()
    read_aloud(widget, "3 messages found")
    read_aloud(widget, "")
    assert told == ["3 messages found"]


def test_where_nobody_listens_nothing_is_told(told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aloud.QAccessible, "isActive", lambda: False)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    read_aloud(widget, "3 messages found")
    assert told == []
