"""One thread that writes, a batch at a time."""

import threading
from collections.abc import Iterator, Sequence
from queue import Queue

import pytest

from chatapp.protocol.limits import COMMIT_EVENTS
from chatapp.rooms.log import DropRoom, NotStored, Outcome, Stored, Write
from chatapp.server import journal as module
from chatapp.server.counts import Counts
from chatapp.server.journal import FAILED, FULL, Journal
from chatapp.storage.base import StorageFailed


class Disk:
    """A storage that writes when it is let, and says what it is given."""

    durable = True

    def __init__(self) -> None:
        self.begun: Queue[list[str]] = Queue()
        self.outcomes: Queue[list[Outcome] | Exception | None] = Queue()
        self.tidied: Queue[float] = Queue()
        self.untidy: list[bool | Exception] = []

    def commit(self, writes: Sequence[Write]) -> list[Outcome]:
        self.begun.put([write.room for write in writes if isinstance(write, DropRoom)])
        outcomes = self.outcomes.get(timeout=10)
        if isinstance(outcomes, Exception):
            raise outcomes
        return outcomes or [Stored(seq=number) for number in range(len(writes))]

    def tidy(self, now: float) -> bool:
        self.tidied.put(now)
        answer = self.untidy.pop(0) if self.untidy else False
        if isinstance(answer, Exception):
            raise answer
        return answer


class Desk:
    """A journal, its disk, and what it told."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.counts = Counts()
        self.told: Queue[list[tuple[str, Outcome]]] = Queue()
        self.journal: Journal[str] = Journal(self.disk, lambda call: call(), counts=self.counts, wall=lambda: 5.0)
        self.journal.start(lambda entries: self.told.put(list(entries)))
        assert self.disk.tidied.get(timeout=10) == 5.0

    def write(self, *words: str) -> None:
        self.journal.write([(word, DropRoom(word)) for word in words])


@pytest.fixture
def desk() -> Iterator[Desk]:
    desk = Desk()
    yield desk
    for _ in range(10):
        desk.disk.outcomes.put(None)
    assert desk.journal.stop(10)
    assert "chatapp-journal" not in [thread.name for thread in threading.enumerate()]


def test_what_comes_while_a_batch_is_written_is_the_next_one(desk: Desk) -> None:
    desk.write("a")
    assert desk.disk.begun.get(timeout=10) == ["a"]
    desk.write("b", "c")
    desk.write("d")
    assert desk.told.empty()
    desk.disk.outcomes.put(None)
    assert desk.told.get(timeout=10) == [("a", Stored())]
    assert desk.disk.begun.get(timeout=10) == ["b", "c", "d"]
    desk.disk.outcomes.put(None)
    assert desk.told.get(timeout=10) == [("b", Stored()), ("c", Stored(seq=1)), ("d", Stored(seq=2))]


def test_a_batch_is_bounded(desk: Desk) -> None:
    words = [str(number) for number in range(COMMIT_EVENTS + 2)]
    desk.write(*words)
    desk.disk.outcomes.put(None)
    desk.disk.outcomes.put(None)
    assert [desk.disk.begun.get(timeout=10) for _ in "ab"] == [words[:COMMIT_EVENTS], words[COMMIT_EVENTS:]]
    assert [entry for _ in "ab" for entry, _ in desk.told.get(timeout=10)] == words


@pytest.mark.parametrize(
    ("problem", "outcome"),
    [
        (StorageFailed("No space is left in /d.", full=True), FULL),
        (StorageFailed("The disk does not answer."), FAILED),
        (ZeroDivisionError("a mistake"), FAILED),
    ],
)
@pytest.mark.allow_errors("")
def test_a_write_that_fails_fails_for_all_of_its_batch_and_stops_nothing(
    desk: Desk, problem: Exception, outcome: NotStored, caplog: pytest.LogCaptureFixture
) -> None:
    desk.write("a", "b")
    desk.disk.outcomes.put(problem)
    assert desk.told.get(timeout=10) == [("a", outcome), ("b", outcome)]
    desk.write("c")
    desk.disk.outcomes.put(problem)
    assert desk.told.get(timeout=10) == [("c", outcome)]
    desk.write("d")
    desk.disk.outcomes.put(None)
    assert desk.told.get(timeout=10) == [("d", Stored())]
    assert len(caplog.records) == 1, "the log says it once, not at every message"
    assert str(problem) in caplog.text


def test_it_tidies_after_writing_for_as_long_as_there_is_something(desk: Desk) -> None:
    desk.disk.untidy = [True, True, False]
    desk.write("a")
    desk.disk.outcomes.put(None)
    for _ in range(3):
        assert desk.disk.tidied.get(timeout=10) == 5.0
    desk.write("b")
    assert desk.disk.begun.get(timeout=10) == ["a"]
    assert desk.disk.begun.get(timeout=10) == ["b"]
    assert desk.disk.tidied.empty()


def test_between_two_writes_it_does_not_tidy(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET", 60.0)
    monkeypatch.setattr(module, "TIDY_AMID", 60.0)
    for word in "ab":
        desk.write(word)
        desk.disk.outcomes.put(None)
        assert desk.told.get(timeout=10) == [(word, Stored())]
    assert desk.disk.tidied.empty()


def test_it_tidies_amid_work_that_does_not_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIDY_AMID", 0.0)
    desk.write("a")
    assert desk.disk.begun.get(timeout=10) == ["a"]
    desk.write("b")
    desk.disk.outcomes.put(None)
    assert desk.disk.tidied.get(timeout=10) == 5.0
    assert desk.disk.begun.get(timeout=10) == ["b"]


def test_it_tidies_where_nobody_writes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIDY_EVERY", 0.001)
    desk.write("a")
    desk.disk.outcomes.put(None)
    for _ in range(3):
        assert desk.disk.tidied.get(timeout=10) == 5.0
    monkeypatch.setattr(module, "TIDY_EVERY", 60.0)


@pytest.mark.parametrize("problem", [StorageFailed("The disk does not answer."), ZeroDivisionError("a mistake")])
@pytest.mark.allow_errors("")
def test_tidying_that_fails_stops_nothing(desk: Desk, problem: Exception, caplog: pytest.LogCaptureFixture) -> None:
    desk.disk.untidy = [problem]
    desk.write("a")
    desk.disk.outcomes.put(None)
    assert desk.disk.tidied.get(timeout=10) == 5.0
    desk.write("b")
    desk.disk.outcomes.put(None)
    assert [desk.told.get(timeout=10) for _ in "ab"] == [[("a", Stored())], [("b", Stored())]]
    assert str(problem) in caplog.text


def test_stopping_writes_what_was_given(desk: Desk) -> None:
    desk.write("a")
    assert desk.disk.begun.get(timeout=10) == ["a"]
    desk.write("b")
    assert not desk.journal.stop(0.0), "it says so where it takes too long"
    desk.disk.outcomes.put(None)
    desk.disk.outcomes.put(None)
    assert desk.journal.stop(10)
    assert [desk.told.get(timeout=10) for _ in "ab"] == [[("a", Stored())], [("b", Stored())]]


def test_stopping_what_never_started() -> None:
    assert Journal(Disk(), lambda call: call()).stop(0.0)


@pytest.mark.allow_errors("The disk is gone")
def test_commits_are_counted_and_the_last_that_failed_is_known(desk: Desk) -> None:
    counts = desk.counts
    outcomes: list[StorageFailed | None] = [None, StorageFailed("The disk is gone"), None]
    for number, outcome in enumerate(outcomes):
        desk.write(str(number))
        desk.disk.begun.get(timeout=10)
        desk.disk.outcomes.put(outcome)
        desk.told.get(timeout=10)
        assert (counts.commit_failed_at > 0) is (outcome is not None)
    assert counts.commits_failed == 1
    assert counts.commits.up_to[-1] == ("+Inf", 3)
