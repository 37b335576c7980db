from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import parse


@pytest.fixture
def page(talk: Any, theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[ChatPage]:
    """On the screen and with the keyboard, in a chat with three rooms."""
    made = ChatPage(theme, talk.bridge, parse("chatapp://192.0.2.1:20200,ann-pc.local:20200"), settings)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    talk.connect_to(homework=2, music=5)
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.panel.found.rowCount() == 3)
    yield made
    made.hide()
