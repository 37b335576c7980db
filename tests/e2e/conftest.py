"""Real windows, real sockets, one process: tests run on qasync's loop, so Qt and asyncio both go on while they wait."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
import qasync
from PySide6.QtCore import QLocale, QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from chatapp.app.chats import Chats
from chatapp.app.key import Key
from chatapp.gui import i18n
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.security.person import find
from chatapp.session.changes import Phase
from chatapp.session.timeline import EntryKind, State
from chatapp.storage.notebook import Notebook, open_notebook

W = TypeVar("W", bound=QWidget)
PATIENCE = 15.0
"""seconds after which something that should come is taken to be missing"""


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    return {"qasync": lambda: qasync.QEventLoop(QApplication.instance() or QApplication([]))}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            # The screen of tests has no window manager to give a smallest size to.
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


async def until(condition: Callable[[], object]) -> None:
    """Go on when the condition holds; look every 2 ms, while Qt and the sockets do their work."""
    loop = asyncio.get_running_loop()
    turn = asyncio.Event()
    late = loop.time() + PATIENCE
    while not condition():
        assert loop.time() < late, f"still not so after {PATIENCE:.0f} s"
        turn.clear()
        loop.call_later(0.002, turn.set)
        await turn.wait()


class Person:
    """Somebody in front of a window. Finds what they use by its accessible name, as a screen reader does."""

    def __init__(self, window: MainWindow, chats: Chats, settings: Settings, notebook: Notebook) -> None:
        self.window = window
        self.chats = chats
        self.settings = settings
        self.notebook = notebook

    async def quit(self) -> None:
        """What follows when the window is closed, until the program would have ended."""
        self.window.hide()
        await self.chats.close()
        self.notebook.close()

    @property
    def chat(self) -> ChatPage:
        assert self.window.chat is not None
        return self.window.chat

    @property
    def online(self) -> bool:
        return self.window.chat is not None and self.chat.bridge.session.phase is Phase.ONLINE

    def find(self, kind: type[W], name: str) -> W:
        """The one visible widget of that accessible name, in the window or a dialog over it."""
        found = [
            widget
            for widget in self.window.findChildren(kind)
            if widget.isVisible() and _accessible_name(widget).replace("&", "") == name
        ]
        assert len(found) == 1, f"{len(found)} of {name!r}"
        return found[0]

    def sees(self, kind: type[QWidget], name: str) -> bool:
        return any(w.isVisible() and _accessible_name(w) == name for w in self.window.findChildren(kind))

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def choose(self, item: str) -> None:
        """Trigger a menu item."""
        actions = [a for a in self.window.findChildren(QAction) if a.text().replace("&", "") == item]
        assert len(actions) == 1, f"{len(actions)} of {item!r}"
        assert actions[0].isEnabled(), f"{item!r} is greyed out"
        actions[0].trigger()

    def type(self, field: str, text: str) -> None:
        """Replace what is in a line."""
        line = self.find(QLineEdit, field)
        line.selectAll()
        QTest.keyClicks(line, text)

    def say(self, text: str) -> None:
        field = self.find(QPlainTextEdit, "Message")
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def heard(self, room: str = "default") -> list[tuple[str, str]]:
        """Author and text of what a room's page shows as said."""
        view = self.chat.desk.view(room)
        assert view is not None, f"no tab for {room}"
        entries = [view.model.entry(row) for row in range(view.model.rowCount())]
        said = (entry for entry in entries if entry.kind is EntryKind.MESSAGE and entry.state is State.SENT)
        return [(entry.author, entry.text) for entry in said]

    def rooms(self) -> dict[str, str]:
        """The room list as it is read out, by the room's name."""
        found = self.chat.panel.found
        spoken = (found.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(found.rowCount()))
        return {text.partition(", ")[0]: text.partition(", ")[2] for text in spoken}

    def open(self, room: str) -> None:
        """Click a room in the list."""
        view = self.chat.panel.list
        index = self.chat.panel.found.index(self.chat.panel.found.row_of(room), 0)
        place = view.visualRect(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.bottomLeft() + QPoint(30, -10))

    def tabs(self) -> list[str]:
        bar = self.chat.desk.tabs
        return [bar.tabText(place) for place in range(bar.count())]

    async def host(self) -> str:
        """Host with one click; returns the address for others."""
        self.press("Host a chat")
        await until(lambda: self.online and self.window.hosting.active)
        await until(lambda: self.window.chat is not None and self.chat.desk.front is not None)
        return self.window.hosting.addresses[0]

    async def join(self, address: str) -> None:
        self.press("Join a chat")
        self.type("Server address", address)
        self.press("Join")
        await until(lambda: self.online and self.chat.desk.front is not None)


def _accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


NewPerson = Callable[[str], Awaitable[Person]]


@pytest.fixture
def appearance(qapp: QApplication, tmp_path: Path) -> Iterator[Appearance]:
    font = qapp.font()
    i18n.install(qapp, "en", QLocale.c())
    made = Appearance(qapp, Settings(QSettings(str(tmp_path / "appearance.ini"), QSettings.Format.IniFormat)))
    yield made
    made.setParent(None)
    made.deleteLater()
    gc.collect()  # not while Qt goes through all widgets
    # Not "": without a sheet, the next one crashed Qt 6.11.3 in four runs of ten.
    qapp.setStyleSheet("/* bare */")
    qapp.setFont(font)


@asynccontextmanager
async def somebody(name: str, file: Path, appearance: Appearance) -> AsyncIterator[Person]:
    settings = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    settings.hosting = settings.hosting or ("127.0.0.1", 0)
    window = MainWindow(appearance, settings, name)
    notebook = open_notebook(file.with_suffix(".db"))
    place = file.with_suffix("")
    loop = asyncio.get_running_loop()
    key = Key(loop, partial(find, file.with_suffix(".person"), name))
    chats = Chats(window, settings, appearance.theme, loop, notebook, place=place, own_key=key)
    window.show()
    made = Person(window, chats, settings, notebook)
    try:
        yield made
    finally:
        await made.quit()
        window.deleteLater()
        await asyncio.sleep(0)


@pytest.fixture
async def person(tmp_path: Path, appearance: Appearance) -> AsyncIterator[NewPerson]:
    """Makes people, each with a window and settings of their own; the same name twice is the same person later."""
    async with AsyncExitStack() as stack:

        async def make(name: str) -> Person:
            return await stack.enter_async_context(somebody(name, tmp_path / f"{name}.ini", appearance))

        yield make


@pytest.fixture(name="until")
def until_fixture() -> Callable[[Callable[[], object]], Awaitable[None]]:
    return until
