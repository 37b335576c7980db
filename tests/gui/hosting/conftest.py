from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import Error, Reason
from chatapp.protocol.messages.hosting import AdminReply


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What dialogs open over, which are gone once they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def asking(talk: Any) -> Iterator[Asking]:
    """Of a chat of which this person is in charge."""
    talk.welcome(admin=True, music=2, homework=3)
    talk.asked()
    made = Asking(talk.bridge)
    yield made
    made.deleteLater()


@pytest.fixture
def answer(talk: Any) -> Callable[[type[Request], AdminReply], None]:
    """Have the server answer the latest request of that type."""

    def answer(request: type[Request], reply: AdminReply) -> None:
        talk.hear(replace(reply, ref=talk.ref(request)))

    return answer


@pytest.fixture
def refuse(talk: Any) -> Callable[[type[Request]], None]:
    """Have the server refuse it."""

    def refuse(request: type[Request]) -> None:
        talk.hear(Error(Reason.NOT_ALLOWED, "No.", ref=talk.ref(request)))

    return refuse
