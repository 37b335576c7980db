"""Pages and searches, beside everything else."""

import json
import threading
from collections.abc import Callable, Iterator
from queue import Queue
from typing import Any

import pytest

from chatapp.protocol.limits import READS, SEARCHES
from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event
from chatapp.rooms.effects import Find, ReadPage
from chatapp.server.peer import Peer
from chatapp.server.reader import Reader
from chatapp.storage.base import Found, NoRoom, Page
from tests.server.people import Client, frames


class Shelf:
    """A storage that says what it is asked, and by whom."""

    def __init__(self) -> None:
        self.asked: Queue[tuple[Any, ...]] = Queue()
        self.gate = threading.Event()
        self.gate.set()
        self.problem: Exception | None = None

    def _answer(self, value: Any, *words: Any) -> Any:
        self.asked.put((threading.current_thread().name.rpartition("_")[0], *words))
        assert self.gate.wait(10)
        if self.problem is not None:
            raise self.problem
        return value

    def page(self, room: str, *, before: int | None = None, after: int | None = None, limit: int) -> Page:
        page = Page("e1", 9, [Event(kind="message", seq=8, ts=5, author="Ann", message="hi")], complete=False)
        return self._answer(page, "page", room, before, after, limit)

    def since(self, room: str, cursor: Cursor, limit: int) -> Page:
        return self._answer(Page("e1", 9, [], complete=True, recovered=False), "since", room, cursor, limit)

    def search(self, query: str, room: str, *, before: int = 0, limit: int) -> Found:
        hit = Event(kind="message", seq=8, ts=5, author="Ann", message="hi", room="x", epoch="e1")
        return self._answer(Found([hit], 7), "search", query, room, before, limit)


class Desk:
    def __init__(self) -> None:
        self.shelf = Shelf()
        self.calls: Queue[Callable[[], None]] = Queue()
        self.reader = Reader(self.shelf, self.calls.put)
        self.answers: list[tuple[Peer, dict[str, Any]]] = []

    def read(self, what: ReadPage[Peer] | Find[Peer]) -> None:
        self.reader.read(what, self._answered)

    def _answered(self, connection: Peer, frame: bytes) -> None:
        [text] = frames(frame)
        self.answers.append((connection, json.loads(text)))

    def answer(self) -> dict[str, Any]:
        self.calls.get(timeout=10)()
        return self.answers.pop()[1]


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.shelf.gate.set()
    assert desk.reader.stop(10)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("chatapp-")]


def test_a_page(desk: Desk) -> None:
    client = Client()
    desk.read(ReadPage(client, "x", 50, before=9, ref="r"))
    assert desk.shelf.asked.get(timeout=10) == ("chatapp-reader", "page", "x", 9, None, 50)
    call = desk.calls.get(timeout=10)
    assert desk.answers == [], "the event loop's thread is told, and answers"
    call()
    event = {"kind": "message", "seq": 8, "ts": 5, "from": "Ann", "message": "hi"}
    payload = {"room": "x", "epoch": "e1", "events": [event], "complete": False, "top": 9, "ref": "r"}
    assert desk.answers == [(client, {"action": "history", "payload": payload})]


def test_what_follows_a_cursor(desk: Desk) -> None:
    desk.read(ReadPage(Client(), "x", 50, since=Cursor("e0", 3)))
    assert desk.shelf.asked.get(timeout=10)[1:] == ("since", "x", Cursor("e0", 3), 50)
    payload = {"room": "x", "epoch": "e1", "events": [], "complete": True, "top": 9, "recovered": False}
    assert desk.answer() == {"action": "history", "payload": payload}


def test_a_search(desk: Desk) -> None:
    desk.read(Find(Client(), "hi", "", 20, before=90, ref="r"))
    assert desk.shelf.asked.get(timeout=10)[1:] == ("search", "hi", "", 90, 20)
    found = desk.answer()
    assert found["action"] == "results"
    assert [hit["room"] for hit in found["payload"]["hits"]] == ["x"]
    assert (found["payload"]["next"], found["payload"]["ref"]) == (7, "r")


def test_a_room_that_is_gone_by_then(desk: Desk) -> None:
    desk.shelf.problem = NoRoom("x")
    desk.read(ReadPage(Client(), "x", 50, ref="r"))
    payload = {"reason": "room_not_found", "detail": "There is no room called “x”.", "ref": "r"}
    assert desk.answer() == {"action": "error", "payload": payload}


@pytest.mark.allow_errors("The history could not be read")
def test_a_disk_that_fails(desk: Desk) -> None:
    desk.shelf.problem = OSError("unreadable")
    for _ in range(2):
        desk.read(Find(Client(), "hi", "", 20, ref="r"))
        told = desk.answer()
        assert (told["payload"]["reason"], told["payload"]["ref"]) == ("unavailable", "r")
    desk.shelf.problem = None
    desk.read(Find(Client(), "hi", "", 20))
    assert desk.answer()["action"] == "results"


def test_no_more_than_so_many_wait(desk: Desk) -> None:
    desk.shelf.gate.clear()
    for _ in range(READS):
        desk.read(ReadPage(Client(), "x", 50))
    assert desk.answers == []
    late = Client()
    desk.read(ReadPage(late, "x", 50, ref="late"))
    [(connection, told)] = desk.answers
    assert connection is late
    assert (told["payload"]["reason"], told["payload"]["ref"]) == ("unavailable", "late")
    desk.answers.clear()
    desk.shelf.gate.set()
    for _ in range(READS):
        assert desk.answer()["action"] == "history"
    desk.read(ReadPage(Client(), "x", 50))
    assert desk.answer()["action"] == "history"


def test_searches_keep_nobody_from_reading(desk: Desk) -> None:
    desk.shelf.gate.clear()
    for _ in range(READS):
        desk.read(Find(Client(), "hi", "", 20))
    assert desk.answers == []
    desk.read(Find(Client(), "hi", "", 20, ref="late"))
    [(_, told)] = desk.answers
    assert (told["payload"]["reason"], told["payload"]["ref"]) == ("unavailable", "late")
    assert desk.shelf.asked.get(timeout=10)[:2] == ("chatapp-searcher", "search")
    desk.read(ReadPage(Client(), "x", 50))
    assert desk.shelf.asked.get(timeout=10)[:2] == ("chatapp-reader", "page")


def test_nobody_searches_for_everybody_else(desk: Desk) -> None:
    desk.shelf.gate.clear()
    client = Client()
    for _ in range(SEARCHES):
        desk.read(Find(client, "hi", "", 20))
    assert desk.answers == []
    desk.read(Find(client, "hi", "", 20, ref="more"))
    connection, told = desk.answers.pop()
    assert connection is client
    assert (told["payload"]["reason"], told["payload"]["ref"]) == ("unavailable", "more")
    desk.read(Find(Client(), "hi", "", 20))
    desk.read(ReadPage(client, "x", 50))
    assert desk.answers == []
    desk.shelf.gate.set()
    for _ in range(SEARCHES + 2):
        desk.calls.get(timeout=10)()
    assert [told["action"] for _, told in desk.answers].count("results") == SEARCHES + 1
    desk.answers.clear()
    desk.read(Find(client, "hi", "", 20))
    assert desk.answer()["action"] == "results"


@pytest.mark.parametrize("what", [ReadPage(Client(), "x", 50), Find(Client(), "hi", "", 20)])
def test_a_disk_that_does_not_answer_is_not_waited_for(desk: Desk, what: ReadPage[Peer] | Find[Peer]) -> None:
    desk.shelf.gate.clear()
    desk.read(what)
    desk.shelf.asked.get(timeout=10)
    assert not desk.reader.stop(0.01)
