"""PySide6 itself, where a version of it is known to break under us."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 1000


@pytest.fixture
def timer(qapp: QApplication) -> QTimer:
    return QTimer()


@pytest.fixture
def label(qapp: QApplication) -> QLabel:
    return QLabel()


def none_lost(call: Callable[[], object]) -> int:
    """How many references to None so many calls take away; a few come and go by themselves."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None has no count to lose since Python 3.12")
def test_void_calls_lose_no_reference_to_none(timer: QTimer, label: QLabel) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one a call, and the process aborts after some thousands of them."""
    parent = QObject()
    calls: dict[str, Callable[[], object]] = {
        "QTimer.start": lambda: timer.start(60_000),
        "QTimer.stop": timer.stop,
        "QObject.setObjectName": lambda: parent.setObjectName("name"),
        "QLabel.setText": lambda: label.setText("text"),
    }
    lost = {name: none_lost(call) for name, call in calls.items()}
    assert {name: count for name, count in lost.items() if count > CALLS // 10} == {}
