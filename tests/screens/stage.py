"""One window of the real app, hosting, with real people connected: what the scenes play on."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from websockets.asyncio.client import ClientConnection, connect

from chatapp.app.chats import Chats
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.switcher.popup import SwitcherPopup
from chatapp.gui.window import MainWindow
from chatapp.session.changes import Phase

W = TypeVar("W", bound=QWidget)
PATIENCE = 15.0
REST = 0.25
"""seconds for what moves to come to rest before a picture is taken"""


async def until(condition: Callable[[], object]) -> None:
    """Go on when the condition holds; look every 5 ms, while Qt and the sockets do their work."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110  # no one event tells of all that scenes wait for
            await asyncio.sleep(0.005)


class Stage:
    """The window, and who is in the chat."""

    def __init__(self, window: MainWindow, chats: Chats, settings: Settings) -> None:
        self.window, self.chats, self.settings = window, chats, settings
        self.friends: dict[str, ClientConnection] = {}
        self._ends = AsyncExitStack()

    @property
    def chat(self) -> ChatPage:
        assert self.window.chat is not None
        return self.window.chat

    async def host(self) -> None:
        """With one click."""
        self.window.welcome.host_requested.emit(self.window.welcome.name.text)
        await until(
            lambda: (
                self.window.chat is not None
                and self.chat.bridge.session.phase is Phase.ONLINE
                and self.chat.desk.front is not None
                and self.window.hosting.active
            )
        )

    async def come(self, name: str, *rooms: str) -> None:
        """Somebody joins."""
        port = self.window.hosting.addresses[0].rpartition(":")[2]
        socket = await self._ends.enter_async_context(connect(f"ws://127.0.0.1:{port}", compression=None))
        self.friends[name] = socket
        await self.ask(name, "identify", username=name, capabilities=["rich", "presence"])
        for room in rooms:
            await self.ask(name, "joinRoom", room=room)

    async def ask(self, name: str, action: str, **payload: Any) -> None:
        await self.friends[name].send(json.dumps({"action": action, "payload": payload}))

    async def open(self, room: str) -> None:
        """Look into a room until its messages are there."""
        view = self.chat.open_room(room)
        await until(view.model.rowCount)

    async def join(self, room: str) -> None:
        await self.open(room)
        self.chat.deeds.join(room)
        await until(lambda: self.chat.bridge.session.rooms[room].joined)

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget of that object's class, in the window or over it."""
        return next(w for w in self.window.findChildren(kind) if w.isVisible() and w.accessibleName() == name)

    def press(self, name: str) -> None:
        self.find(QAbstractButton, name).click()

    def trigger(self, action: QAction) -> None:
        action.trigger()

    async def picture(self) -> QPixmap:
        """The window with everything that is open over it, as it is on the screen."""
        await asyncio.sleep(REST)
        window = self.window
        corner = window.mapToGlobal(QPoint(0, 0))
        return window.screen().grabWindow(0, corner.x(), corner.y(), window.width(), window.height())

    def close_all(self) -> None:
        """Close what is open over the window."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        for popup in self.window.findChildren(SwitcherPopup):
            popup.hide()

    async def end(self) -> None:
        await self._ends.aclose()
        self.window.hide()
        await self.chats.close()


Scene = Callable[[Stage], Awaitable[None]]
