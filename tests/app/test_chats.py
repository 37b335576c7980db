"""Here only what needs no server; the rest is in tests/e2e, over real sockets."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QLabel

from chatapp.app import hosting
from chatapp.app.chats import Chats
from chatapp.gui.dialogs.invited import Invited
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow
from chatapp.protocol.invite import Address, Invite, parse
from chatapp.storage.notebook import Notebook

# The screen of tests has no window manager to give a smallest size to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def chats(window: MainWindow, settings: Settings, appearance: Appearance) -> Iterator[Chats]:
    loop = asyncio.new_event_loop()
    yield Chats(window, settings, appearance.theme, loop, Notebook(None))
    loop.close()


def test_a_name_that_cannot_be_is_asked_for_before_anything_is_reached(chats: Chats, window: MainWindow) -> None:
    chats.return_to(parse("192.0.2.1"))
    assert window.welcome.join.isVisible()
    assert window.welcome.join.address.text == "192.0.2.1:20200"
    assert "reserved" in window.welcome.name.error
    assert not window.welcome.is_trying


@pytest.mark.parametrize("pin", ["", "A" * 43])
def test_a_link_is_asked_about_with_all_that_it_may_lead_to(chats: Chats, window: MainWindow, pin: str) -> None:
    """A familiar address at its beginning does not hide another one behind it."""
    chats.invited(Invite((Address("ann-pc.local"), Address("10.0.0.66")), pin=pin).link)
    [dialog] = window.findChildren(Invited)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "ann-pc.local:20200" in said
    assert ("10.0.0.66:20200" in said) is (not pin), "a key holds all of them to one host"


@pytest.mark.parametrize("name", ["a\u202eb", "x" * 100_000, "", "admin"])
def test_what_a_host_calls_somebody_is_not_kept_where_nobody_could_be_called_so(
    chats: Chats, window: MainWindow, settings: Settings, name: str
) -> None:
    chats._keep_name("Ann")
    chats._keep_name(name)
    assert (settings.name, window.welcome.name.text) == ("Ann", "Ann")


def test_who_hosts_anew_waits_for_what_was_given_up(chats: Chats, monkeypatch: pytest.MonkeyPatch) -> None:
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
    for _ in range(2):
        chats._open("", [0])
        chats._loop.run_until_complete(turns())
    chats._cancel()
    chats._loop.run_until_complete(turns())
    assert asked == ["start", "stop", "start", "stop"]


async def turns() -> None:
    for _ in range(9):
        await asyncio.sleep(0)
