"""Threads that work something off beside the event loop. A disk that never answers must not keep the process, as it
would with those of `concurrent.futures`: these end with it."""

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue


class Workers:
    """So many threads, from the first piece of work on."""

    def __init__(self, count: int, name: str) -> None:
        self._count = count
        self._name = name
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._stopping = False

    def submit(self, work: Callable[[], None]) -> None:
        """Have it done, after what was submitted before; never, where they were stopped meanwhile. It may not raise.
        Always called by the same thread."""
        if not self._threads and not self._stopping:
            self._threads = [
                threading.Thread(target=self._run, name=f"{self._name}_{number}", daemon=True)
                for number in range(self._count)
            ]
            for thread in self._threads:
                thread.start()
        self._work.put(work)

    def stop(self, timeout: float) -> bool:
        """Finish what is being done and drop what waits. Blocks for as long as that takes; False where it took too long
        and goes on."""
        self._stopping = True
        until = time.monotonic() + timeout
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0))
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            if not self._stopping:
                work()
