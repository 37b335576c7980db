"""Threads beside the event loop."""

import threading
from queue import Queue

from chatapp.server.workers import Workers


def alive() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("bee_")]


def test_what_is_submitted_is_done_in_its_order() -> None:
    workers, done = Workers(1, "bee"), Queue[int]()
    assert alive() == [], "nobody has work yet"
    for number in range(5):
        workers.submit(lambda number=number: done.put(number))
    assert [done.get(timeout=10) for _ in range(5)] == [0, 1, 2, 3, 4]
    assert alive() == ["bee_0"]
    assert workers.stop(10)
    assert alive() == []
    assert workers.stop(10)


def test_so_many_at_once() -> None:
    workers, both = Workers(2, "bee"), threading.Barrier(3)
    for _ in range(2):
        workers.submit(lambda: both.wait(10))
    both.wait(10)
    assert workers.stop(10)


def test_the_end_finishes_what_is_being_done_and_drops_the_rest() -> None:
    workers, begun, go_on, done = Workers(1, "bee"), threading.Event(), threading.Event(), Queue[str]()

    def work() -> None:
        begun.set()
        assert go_on.wait(10)
        done.put("first")

    workers.submit(work)
    workers.submit(lambda: done.put("second"))
    assert begun.wait(10)
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "bee_0"), "nor does the process wait"
    assert not workers.stop(0.01), "it does not wait for long"
    go_on.set()
    assert workers.stop(10)
    workers.submit(lambda: done.put("third"))
    assert done.get(timeout=10) == "first"
    assert done.empty()
    assert alive() == []
