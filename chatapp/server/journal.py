"""Writes what must be safe before anybody hears of it: one thread, a batch at a time.

What came while a batch was written is the next one, so a disk is waited for once for all of it, and nobody waits for
company. Between batches the storage may tidy up.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from chatapp.protocol.limits import COMMIT_EVENTS
from chatapp.protocol.messages.base import Reason
from chatapp.rooms.log import NotStored, Outcome, Write
from chatapp.server.complaints import Complaints
from chatapp.server.counts import Counts
from chatapp.storage.base import Storage, StorageFailed

QUIET: Final = 0.2
"""seconds without a write, after which it is time to tidy up"""
TIDY_EVERY: Final = 60.0
"""seconds between two looks at what may be tidied up, where nobody writes"""
TIDY_AMID: Final = 0.5
"""the same where somebody writes all the time"""
FULL: Final = NotStored(
    Reason.STORAGE_FULL, "The server has no space left to keep this, so it was not sent. Its host can make some."
)
FAILED: Final = NotStored(Reason.UNAVAILABLE, "The server could not keep this, so it was not sent. Try again later.")

T = TypeVar("T")


class Journal(Generic[T]):
    """`tell` is `loop.call_soon_threadsafe`, or something like it."""

    def __init__(
        self,
        storage: Storage,
        tell: Callable[[Callable[[], None]], object],
        *,
        counts: Counts | None = None,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._storage = storage
        self._tell = tell
        self._wall = wall
        self._counts = counts or Counts()
        self._waiting: deque[tuple[T, Write]] = deque()
        self._changed = threading.Condition()
        self._stopping = False
        self._complain = Complaints(__name__).say
        self._tidied = float("-inf")
        self._thread: threading.Thread | None = None

    def start(self, done: Callable[[Sequence[tuple[T, Outcome]]], None]) -> None:
        """Begin. `done` is called, by way of `tell`, with what became of entries, in the order of `write`."""
        # A daemon, so that a window that dies cannot leave a process behind that nobody sees. `stop` waits for it.
        self._thread = threading.Thread(target=self._run, args=(done,), name="chatapp-journal", daemon=True)
        self._thread.start()

    def write(self, entries: Sequence[tuple[T, Write]]) -> None:
        """Write these after all that came before. Does not block."""
        with self._changed:
            self._waiting.extend(entries)
            self._changed.notify()

    def stop(self, timeout: float) -> bool:
        """Write what was given, tell of it, and end. Blocks for as long as that takes; False where it took too long and
        goes on."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        if self._thread is None:
            return True
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self, done: Callable[[Sequence[tuple[T, Outcome]]], None]) -> None:
        patience = 0.0
        while True:
            with self._changed:
                if not (self._waiting or self._stopping):
                    self._changed.wait(patience)
                batch = [self._waiting.popleft() for _ in range(min(len(self._waiting), COMMIT_EVENTS))]
                if not batch and self._stopping:
                    return
            if batch:
                self._commit(batch, done)
                patience = QUIET
            if not batch or time.monotonic() - self._tidied > TIDY_AMID:
                patience = 0.0 if self._tidy() else TIDY_EVERY

    def _commit(self, batch: list[tuple[T, Write]], done: Callable[[Sequence[tuple[T, Outcome]]], None]) -> None:
        outcomes: Sequence[Outcome]
        counts, began = self._counts, time.monotonic()
        failed = True
        try:
            outcomes = self._storage.commit([write for _, write in batch])
            failed = False
        except StorageFailed as problem:
            self._complain("%s", problem)
            outcomes = [FULL if problem.full else FAILED] * len(batch)
        except Exception:  # noqa: BLE001  # whatever it is, the thread goes on and the authors are told
            self._complain("What was said could not be kept", exc_info=True)
            outcomes = [FAILED] * len(batch)
        now = time.monotonic()
        counts.commits.add(now - began)
        counts.commits_failed += failed
        counts.commit_failed_at = now if failed else float("-inf")
        entries = [(entry, outcome) for (entry, _), outcome in zip(batch, outcomes, strict=True)]
        self._tell(lambda: done(entries))

    def _tidy(self) -> bool:
        """Let the storage do some of what can wait. Returns whether there is more."""
        self._tidied = time.monotonic()
        try:
            return self._storage.tidy(self._wall())
        except StorageFailed as problem:
            self._complain("%s", problem)
        except Exception:  # noqa: BLE001  # the same
            self._complain("The history could not be tidied up", exc_info=True)
        return False
