import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui import counts, i18n
from chatapp.gui.bridge import Bridge
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.theme.theme import Theme
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import parse
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import Joined, RoomsList
from chatapp.protocol.messages.rich import Capability, Welcome
from chatapp.session.ground import Ground, Trust
from chatapp.session.session import Session
from tests.gui.screens import Stage, fill


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            # The screen of tests has no window manager to give a smallest size to.
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


class Talk(QObject):
    """A real session behind a real bridge, and this end of an imagined connection."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = 100.0
        self.wakes = 0
        self.requests: list[Request] = []
        self.session = Session("Ann")
        self.bridge = Bridge(self.session, self._wake, lambda: self.clock, lambda: 1_790_000_000.0, self)

    def _wake(self) -> None:
        self.wakes += 1
        self._drain()

    def _drain(self) -> None:
        self.requests += self.session.take_requests()
        self.bridge.deliver(self.session.take_changes())

    def connect_to(self, **rooms: int | None) -> None:
        """Be known to a server with these rooms, and in `default`."""
        self.session.connecting(self.clock)
        self.session.opened(self.clock, Ground(Trust.HERE))
        self._drain()
        self.hear(Joined("default"), RoomsList({"default": 1} | rooms))

    def welcome(self, *, admin: bool = False, **rooms: int | None) -> None:
        """The same with a server that can do everything; `admin`: and where this person may do everything."""
        self.session.connecting(self.clock)
        self.session.opened(self.clock, Ground(Trust.HERE))
        self._drain()
        abilities = [str(capability) for capability in Capability]
        welcome = Welcome("Ann", abilities, {}, {}, 1, "token", admin=admin)
        self.hear(welcome, Joined("default"), RoomsList({"default": 1} | rooms))

    def hear(self, *replies: Reply) -> None:
        for reply in replies:
            self.session.receive(reply, self.clock, 1_790_000_000.0)
        self._drain()

    def lose(self, why: str = "The connection was lost.", retry_in: float | None = 4.0) -> None:
        self.session.lost(self.clock, why, None if retry_in is None else self.clock + retry_in)
        self._drain()

    def ref(self, request: type[Request]) -> str:
        """By which the latest request of that type is to be answered."""
        return next(asked.ref for asked in reversed(self.requests) if isinstance(asked, request))

    def asked(self) -> list[Request]:
        """What was asked of the server since the last call."""
        requests, self.requests = self.requests, []
        return requests


@pytest.fixture
def talk(qapp: QApplication) -> Iterator[Talk]:
    made = Talk()
    yield made
    made.deleteLater()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Every test begins with the window's words in English, and leaves them so to whatever comes next."""
    _speak_english(qapp)
    yield
    _speak_english(qapp)


def _speak_english(application: QApplication) -> None:
    if QLocale().name() != "en_GB" or counts.people(1) != "1 person":
        i18n.install(application, "en", QLocale.c())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def appearance(qapp: QApplication, settings: Settings) -> Iterator[Appearance]:
    """The whole dress; the application is bare again afterwards."""
    font, palette = qapp.font(), qapp.palette()
    made = Appearance(qapp, settings)
    yield made
    made.setParent(None)
    made.deleteLater()
    gc.collect()  # not while Qt goes through all widgets
    # The test's own widgets are closed by now, and need not be dressed once more before an event loop deletes them.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # Not "": without a sheet, the next one crashed Qt 6.11.3 in four runs of ten.
    qapp.setStyleSheet("/* bare */")
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def window(appearance: Appearance, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    """As it is first seen."""
    made = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.painted):
        made.show()
    yield made
    made.hide()


@pytest.fixture
def stage(appearance: Appearance, settings: Settings, talk: Any, qtbot: QtBot) -> Iterator[Stage]:
    """The window on which every screen can be opened; see `screens`."""
    settings.joined("192.0.2.1:20200")
    window = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(window)
    window.resize(1000, 700)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window)
    window.show_chat(page)
    fill(talk)
    view = page.open_room("default")
    qtbot.waitUntil(lambda: view.model.rowCount() > 4)
    yield Stage(window, page, talk)
    for popup in QApplication.topLevelWidgets():
        popup.hide()
