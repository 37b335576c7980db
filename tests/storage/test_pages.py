"""An answer has a limit of bytes."""

from collections.abc import Iterator

import msgspec

from chatapp.protocol.limits import PAGE_BYTES
from chatapp.protocol.messages.rich import Event
from chatapp.storage.pages import fitting


def event(seq: int, size: int = 0) -> Event:
    return Event(kind="message", seq=seq, ts=0, author="Ann", message="x" * size)


def test_all_that_fit_are_taken() -> None:
    assert [one.seq for one in fitting(event(seq) for seq in range(1, 101))] == list(range(1, 101))
    assert fitting([]) == []


def test_what_is_taken_fits() -> None:
    events = fitting(event(seq, 1000) for seq in range(1, 1001))
    assert len(msgspec.json.encode(events)) <= PAGE_BYTES < len(msgspec.json.encode([*events, event(1, 1000)]))


def test_the_first_is_taken_whatever_its_size_and_nothing_is_read_in_vain() -> None:
    read = []

    def events() -> Iterator[Event]:
        for seq in (1, 2, 3):
            read.append(seq)
            yield event(seq, PAGE_BYTES)

    assert [one.seq for one in fitting(events())] == [1]
    assert read == [1, 2]
