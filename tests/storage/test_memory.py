"""What is particular to logs in memory: they are bounded."""

import pytest

from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, OpenRoom, Stored
from chatapp.storage import memory
from chatapp.storage.base import Retention
from chatapp.storage.memory import MemoryStorage
from chatapp.storage.memory_log import EVENT_SIZE


def opened(retention: Retention, *rooms: str) -> MemoryStorage:
    storage = MemoryStorage(retention)
    storage.commit([OpenRoom(room, "", "e") for room in rooms])
    return storage


def say(storage: MemoryStorage, room: str, count: int, text: str = "hi", **more: str) -> None:
    storage.commit([Append(room, Draft(Kind.MESSAGE, "Ann", message=text, **more))] * count)


def kept(storage: MemoryStorage, room: str) -> int:
    return len(list(storage.events(room)))


def test_the_oldest_events_make_room() -> None:
    storage = opened(Retention(max_events=32, max_bytes=None), "tea")
    say(storage, "tea", 33)
    page = storage.page("tea", limit=100)
    assert [event.seq for event in page.events] == list(range(4, 34))
    assert (page.complete, page.top) == (True, 33)
    assert storage.page("tea", after=0, limit=1).events[0].seq == 4
    assert storage.page("tea", before=4, limit=1).events == []


def test_a_cursor_before_what_is_kept_is_not_followed() -> None:
    storage = opened(Retention(max_events=32, max_bytes=None), "tea")
    say(storage, "tea", 33)
    assert storage.since("tea", Cursor("e", 3), 9).recovered
    assert not storage.since("tea", Cursor("e", 2), 9).recovered


def test_what_was_let_go_of_can_be_neither_changed_nor_repeated() -> None:
    storage = opened(Retention(max_events=2, max_bytes=None), "tea")
    mine = Append("tea", Draft(Kind.MESSAGE, "Ann", "a", "mine", "x"))
    edit = Append("tea", Draft(Kind.EDIT, "Ann", "a", "edited", target=1))
    storage.commit([mine, edit])
    say(storage, "tea", 1)
    assert storage.page("tea", limit=1, before=3).events[0].message == "edited"
    assert not isinstance(storage.commit([edit])[0], Stored)
    assert storage.commit([mine]) == [Stored("e", 4)]


def test_rooms_share_the_space() -> None:
    size = EVENT_SIZE + 2
    storage = opened(Retention(max_events=None, max_bytes=64 * size), "tea")
    say(storage, "tea", 64)
    assert kept(storage, "tea") == 64
    storage.commit([OpenRoom("cake", "", "e")])
    assert 30 <= kept(storage, "tea") <= 32
    say(storage, "cake", 100)
    assert 30 <= kept(storage, "cake") <= 32
    assert 30 <= kept(storage, "tea") <= 32


def test_one_event_stays_however_long() -> None:
    storage = opened(Retention(max_bytes=1000), "tea")
    say(storage, "tea", 3, "x" * 4000)
    assert kept(storage, "tea") == 1


def test_space_that_a_deletion_freed_is_free() -> None:
    storage = opened(Retention(max_events=None, max_bytes=13_000), "tea")
    for seq in range(1, 20, 2):
        storage.commit([Append("tea", Draft(Kind.MESSAGE, "Ann", "a", "é" * 500))])
        storage.commit([Append("tea", Draft(Kind.DELETE, "Ann", "a", target=seq))])
    assert kept(storage, "tea") == 20


def test_events_grow_old() -> None:
    storage = opened(Retention(max_age=60.0), "tea", "cake")
    draft = Draft(Kind.MESSAGE, "Ann", message="hi")
    storage.commit([Append("tea", draft, 1000), Append("tea", draft, 2000), Append("cake", draft, 1000)])
    assert not storage.tidy(61.0)
    assert (kept(storage, "tea"), kept(storage, "cake")) == (2, 1)
    assert not storage.tidy(61.5)
    assert (kept(storage, "tea"), kept(storage, "cake")) == (1, 0)


def test_what_changes_while_a_search_reads_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = opened(Retention(), "tea")
    storage.commit([Append("tea", Draft(Kind.MESSAGE, "Ann", "a", "word"))] * 3)

    def meanwhile(text: str) -> str:
        storage.commit([Append("tea", Draft(Kind.DELETE, "Ann", "a", target=2))])
        return text

    monkeypatch.setattr(memory, "folded", meanwhile)
    assert [hit.seq for hit in storage.search("word", "", limit=9).hits] == [3, 1]
