"""Here only what needs no server; the rest is in tests/e2e, over real sockets."""

import asyncio
import gc
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.app import hosting
from chatapp.app.chats import Chats, key
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import Address, Invite, parse
from chatapp.session.known import KnownHost
from chatapp.storage.notebook import Notebook

PIN = "T4lkJ_yFH1hTYDBfAdhFUKVrEgcZaz-atmQU5iClnOk"

# The screen of tests has no window manager to give a smallest size to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize(
    "address",
    ["192.168.1.20:20200", "[2001:db8::1]:20201", "wss://chat.example.org:443", "chatapp://a:1,b:2"],
)
def test_a_key_leads_back_to_the_same_server(address: str) -> None:
    assert key(parse(address)) == address
    assert parse(key(parse(address))) == parse(address)


def test_a_key_is_of_the_server_not_of_a_room() -> None:
    assert key(parse("chatapp://a:1/music")) == "a:1"


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    font, palette = qapp.font(), qapp.palette()
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    appearance = Appearance(qapp, settings)
    loop = asyncio.new_event_loop()
    made = MainWindow(appearance, settings, "admin")
    qtbot.addWidget(made)
    made.chats = Chats(made, settings, appearance.theme, loop, Notebook(None))  # type: ignore[attr-defined]  # for the test
    made.show()
    yield made
    made.hide()
    appearance.deleteLater()
    gc.collect()  # not while Qt goes through all widgets
    # Not "": without a sheet, the next one crashed Qt 6.11.3 in four runs of ten.
    qapp.setStyleSheet("/* bare */")
    qapp.setFont(font)
    qapp.setPalette(palette)
    loop.close()


def test_a_name_that_cannot_be_is_asked_for_before_anything_is_reached(window: MainWindow) -> None:
    window.chats.return_to(parse("192.0.2.1"))  # type: ignore[attr-defined]  # as above
    assert window.welcome.join.isVisible()
    assert window.welcome.join.address.text == "192.0.2.1:20200"
    assert "reserved" in window.welcome.name.error
    assert not window.welcome.is_trying


def test_who_hosts_anew_waits_for_what_was_given_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Slow:
        def __init__(self, **_: object) -> None:
            pass

        def start(self, *_: object) -> Future[None]:
            asked.append("start")
            return Future()

        def stop(self) -> Future[None]:
            asked.append("stop")
            stopped: Future[None] = Future()
            stopped.set_result(None)
            return stopped

    monkeypatch.setattr(hosting, "Host", Slow)
    chats: Chats = window.chats  # type: ignore[attr-defined]  # as above
    for _ in range(2):
        chats._open("", [0])
        chats._loop.run_until_complete(turns())
    chats._cancel()
    chats._loop.run_until_complete(turns())
    assert asked == ["start", "stop", "start", "stop"]


async def turns() -> None:
    for _ in range(9):
        await asyncio.sleep(0)


def test_who_is_forgotten_is_met_for_the_first_time_again(window: MainWindow) -> None:
    hosts = window.chats._notebook.hosts  # type: ignore[attr-defined]  # as above
    link = Invite((Address("10.0.0.3"), Address("ann-pc.local")), pin=PIN).link
    window._settings.joined("10.0.0.2:20200")
    window._settings.joined(link)
    for address in ("10.0.0.2:20200", "10.0.0.3:20200", "ann-pc.local:20200", "10.0.0.4:20200"):
        hosts.keep_host(address, KnownHost(PIN, verified=True))
    assert hosts.host_with(PIN) == KnownHost(PIN, verified=True)
    window.welcome.recent.clear_asked.emit()
    known = [hosts.host_at(address) is not None for address in ("10.0.0.2:20200", "10.0.0.3:20200")]
    assert [*known, hosts.host_at("ann-pc.local:20200") is not None] == [False] * 3
    assert hosts.host_at("10.0.0.4:20200") is not None


def test_a_server_joined_before_is_called_as_its_host_did(window: MainWindow) -> None:
    link = Invite((Address("10.0.0.3"), Address("ann-pc.local")), pin=PIN).link
    window.chats._notebook.hosts.keep_host("ann-pc.local:20200", KnownHost(PIN, name="Ann"))  # type: ignore[attr-defined]  # as above
    for server in ("ftp://x", "10.0.0.2:20200", link):
        window._settings.joined(server)
    window.welcome.set_recent(window._settings.servers)
    called = [row.open.accessibleName() for row in window.welcome.recent.rows]
    assert called == ["Ann · 10.0.0.3:20200", "10.0.0.2:20200", "ftp://x"]
