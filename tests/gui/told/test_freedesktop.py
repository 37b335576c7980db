"""Against a real bus, and a server that behaves as the specification says."""

import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

if sys.platform in {"win32", "darwin"} or not shutil.which("dbus-daemon"):
    pytest.skip("there is no D-Bus here", allow_module_level=True)

from jeepney.io.common import RouterClosed

from chatapp.gui.told.freedesktop import Freedesktop, Replies
from tests.gui.told.fakes import Written
from tests.gui.told.notification_server import NotificationServer, Shown, bus


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with bus() as made:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made)
        yield made


@pytest.fixture
def server(address: str, qapp: object) -> Iterator[NotificationServer]:
    made = NotificationServer(address)
    yield made
    made.stop()


@pytest.fixture
def second(qapp: object) -> Written:
    return Written()


@pytest.fixture
def popups(server: NotificationServer, second: Written) -> Iterator[Freedesktop]:
    made = Freedesktop(second, "Open")
    yield made
    made.stop()


def test_a_popup_shows_what_was_written(popups: Freedesktop, server: NotificationServer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(server.shown) as shown:
        popups.show("music", "Bo & <Ann>", "<b>bold</b> &amp; \0 \ud800 “fine”")
    text = "&lt;b&gt;bold&lt;/b&gt; &amp;amp; \ufffd ? “fine”"
    assert shown.args == [Shown(1, 0, "Bo & <Ann>", text, ["default", "Open"])], "the title is never markup"


def test_a_server_that_reads_no_markup_gets_none(address: str, second: Written, qtbot: QtBot) -> None:
    server = NotificationServer(address, ["body"])
    popups = Freedesktop(second, "Open")
    with qtbot.waitSignal(server.shown) as shown:
        popups.show("music", "Bo", "<b>&amp;")
    assert shown.args == [Shown(1, 0, "Bo", "<b>&amp;")], "nor a button, where it would be one"
    popups.stop()
    server.stop()


def test_one_popup_a_key(popups: Freedesktop, server: NotificationServer, qtbot: QtBot) -> None:
    shown: list[Shown] = []
    server.shown.connect(shown.append)
    for key, title in (("music", "one"), ("news", "two"), ("music", "three")):
        popups.show(key, title, "")
    qtbot.waitUntil(lambda: len(shown) == 3)
    qtbot.waitUntil(lambda: len(popups._ids) == 2)
    assert [(each.number, each.replaces, each.title) for each in shown] == [
        (1, 0, "one"),
        (2, 0, "two"),
        (1, 1, "three"),
    ]
    with qtbot.waitSignal(server.closed) as closed:
        popups.close("news")
    assert closed.args == [2]
    with qtbot.waitSignal(server.closed) as closed:
        popups.stop()
    assert closed.args == [1], "what is there at the end is taken away"


def test_choosing_a_popup_names_its_key(popups: Freedesktop, server: NotificationServer, qtbot: QtBot) -> None:
    for number, key in enumerate(("music", "news"), 1):
        with qtbot.waitSignal(server.shown):
            popups.show(key, "Bo", "Psst")
        qtbot.waitUntil(lambda key=key: key in popups._ids)
        with qtbot.waitSignal(popups.activated) as chosen:
            server.choose(number)
        assert chosen.args == [key]


def test_a_number_may_be_as_large_as_the_bus_lets_it(
    popups: Freedesktop, server: NotificationServer, qtbot: QtBot
) -> None:
    server.numbers = 2**32 - 2
    popups.show("music", "Bo", "Psst")
    qtbot.waitUntil(lambda: "music" in popups._ids)
    with qtbot.waitSignal(popups.activated) as chosen:
        server.choose(2**32 - 1)
    assert chosen.args == ["music"]
    with qtbot.waitSignal(server.closed) as closed:
        popups.close("music")
    assert closed.args == [2**32 - 1]


def test_what_the_server_refuses_goes_to_the_second_choice(
    popups: Freedesktop, server: NotificationServer, second: Written, qtbot: QtBot
) -> None:
    server.refuses = True
    popups.show("music", "Bo", "<Psst>")
    qtbot.waitUntil(lambda: second.shown == [("music", "Bo", "<Psst>")])
    server.refuses = False
    with qtbot.waitSignal(server.shown):
        popups.show("music", "Bo", "again")


def test_without_a_server_everything_goes_there(address: str, second: Written, qtbot: QtBot) -> None:
    popups = Freedesktop(second, "Open")
    popups.show("music", "Bo", "Psst")
    popups.show("news", "Bo", "Psst")
    qtbot.waitUntil(lambda: [key for key, _, _ in second.shown] == ["music", "news"])
    with qtbot.waitSignal(popups.activated) as chosen:
        second.activated.emit("music")
    assert chosen.args == ["music"]
    popups.stop()


def test_without_a_bus_too(monkeypatch: pytest.MonkeyPatch, second: Written, qtbot: QtBot) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    popups = Freedesktop(second, "Open")
    popups.show("music", "Bo", "Psst")
    qtbot.waitUntil(lambda: len(second.shown) == 1)
    popups.close("music")
    popups.stop()


def test_a_bus_that_ends_takes_nothing_along(
    monkeypatch: pytest.MonkeyPatch, second: Written, qtbot: QtBot, qapp: object
) -> None:
    with bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        server = NotificationServer(address)
        popups = Freedesktop(second, "Open")
        with qtbot.waitSignal(server.shown):
            popups.show("music", "Bo", "one")
        server.stop()
    popups.show("music", "Bo", "two")
    popups.show("music", "Bo", "three")
    qtbot.waitUntil(lambda: [text for _, _, text in second.shown] == ["two", "three"], timeout=10_000)
    popups.stop()


def test_an_answer_that_came_just_before_the_bus_ended_is_not_lost() -> None:
    replies = Replies()
    came: Future[str] = Future()
    waited: Future[str] = Future()
    with replies.catch(1, came), replies.catch(2, waited):
        came.set_result("here")
        replies.drop_all()
        assert came.result(0) == "here"
        with pytest.raises(RouterClosed):
            waited.result(0)
