"""A thread beside the rest of the program, with an event loop for one piece of work."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any


class Beside:
    """Runs `work` until it ends or is stopped. It is a daemon: a program that dies is not kept by it."""

    def __init__(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def call(self, function: Callable[[], object]) -> None:
        """Have something done on the loop; before it runs, and once it has ended, nothing is. From any thread."""
        with self._lock:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(function)

    def stop(self, within: float) -> None:
        """Cancel the work, and wait that many seconds at most for it to end. From any thread but its own; again: does
        nothing."""
        with self._lock:
            self._stopped = True
            if self._loop is not None and self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)
        if self._thread.is_alive():
            self._thread.join(within)

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(self._main())

    async def _main(self) -> None:
        with self._lock:
            if self._stopped:
                return
            self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        try:
            await self._work()
        finally:
            with self._lock:
                self._loop = self._task = None
