from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.chat import daily as module
from chatapp.gui.chat.daily import DayFinder
from chatapp.protocol.messages.base import Reason
from chatapp.session.changes import Phase
from tests.gui.chat.test_exporter import Wire


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 1)
    monkeypatch.setattr(module, "PATIENCE", 1)


class Search:
    """A search in a log of which every message is a second younger than the one before."""

    def __init__(self, wire: Wire, moment: int) -> None:
        self.wire = wire
        self.made = DayFinder(wire, "music", moment, wire)
        self.found: list[int] = []
        self.failures: list[str] = []
        self.progress: list[int] = []
        self.made.found.connect(self.found.append)
        self.made.failed.connect(self.failures.append)
        self.made.progressed.connect(self.progress.append)
        self.made.start()

    def asks(self, count: int) -> Callable[[], bool]:
        return lambda: len(self.wire.asked) == count


@pytest.fixture
def wire(qapp: object) -> Wire:
    return Wire(100_000, page=100)


def test_the_first_message_of_a_day_is_found_with_a_few_pages(wire: Wire, qtbot: QtBot) -> None:
    search = Search(wire, 77_776_500)
    while not search.found:
        count = len(wire.asked)
        wire.answer()
        if not search.found:
            qtbot.waitUntil(search.asks(count + 1))
    assert search.found == [77_777]
    assert len(wire.asked) <= 14
    assert search.progress == sorted(search.progress)
    assert 0 < search.progress[-1] < 100


def test_it_says_where_nothing_is_so_new(wire: Wire, qtbot: QtBot) -> None:
    wire.top = 50
    search = Search(wire, 10**9)
    wire.answer()
    assert search.failures == ["Nothing has been said here since then."]
    wire.top = 0
    search = Search(wire, 0)
    wire.answer()
    assert search.failures == ["Nothing has been said here yet."]


def test_a_refused_page_is_asked_for_again_but_not_for_ever(wire: Wire, qtbot: QtBot) -> None:
    search = Search(wire, 0)
    for count in range(1, module.TRIES):
        wire.refuse(Reason.RATE_LIMITED)
        qtbot.waitUntil(search.asks(count + 1))
    wire.refuse(Reason.RATE_LIMITED)
    assert len(search.failures) == 1


def test_another_refusal_ends_it(wire: Wire) -> None:
    search = Search(wire, 0)
    wire.refuse(Reason.NOT_IN_ROOM)
    assert len(search.failures) == 1


def test_a_lost_connection_is_waited_out(wire: Wire) -> None:
    search = Search(wire, 0)
    wire.go(Phase.WAITING)
    wire.refuse(Reason.UNAVAILABLE)
    assert search.failures == []
    wire.go(Phase.ONLINE)
    assert len(wire.asked) == 2
    wire.answer(1)
    assert search.found == []
    wire.answer()
    assert search.found == [1]


def test_a_connection_that_is_given_up_ends_it(wire: Wire) -> None:
    search = Search(wire, 0)
    wire.go(Phase.OFFLINE)
    assert search.failures == ["You are disconnected, so the messages of that day cannot be looked up."]


def test_a_room_made_anew_ends_it(wire: Wire, qtbot: QtBot) -> None:
    search = Search(wire, 10**9)
    wire.answer()
    qtbot.waitUntil(search.asks(2))
    wire.epoch = "f"
    wire.answer()
    assert search.failures == ["The room was deleted and made anew meanwhile. Try again."]


def test_nothing_is_told_of_a_search_that_is_cancelled(wire: Wire) -> None:
    search = Search(wire, 0)
    search.made.cancel()
    wire.answer()
    wire.go(Phase.OFFLINE)
    assert (search.found, search.failures) == ([], [])
