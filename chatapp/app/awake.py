"""Keeps the computer from falling asleep by itself while others depend on it: through D-Bus on Linux, `caffeinate` on
macOS, the thread execution state on Windows (all by wakepy). The screen may go dark. Closing a lid, or a person who
sends it to sleep, is not prevented.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

log = logging.getLogger(__name__)


class Mode(Protocol):
    active: bool


class Awake:
    """Never fails: where the system does not offer it, `told` says so. The system is asked in a thread of its own: it
    may take seconds to answer, and what was entered in a thread is to be left there."""

    def __init__(
        self, told: Callable[[bool | None], None], mode: Callable[[], AbstractContextManager[Mode]] | None = None
    ) -> None:
        """`told` is called on another thread: whether the computer is kept awake, or None where that is not wanted any
        more. `mode` makes what keeps it awake for as long as it is entered."""
        self._told = told
        self._mode = mode or _wakepy
        self._end: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def hold(self) -> None:
        """Keep it awake from now on. At once: the system is asked meanwhile."""
        if self._end is None:
            self._end = threading.Event()
            # A daemon: a program that dies is not held up by it, and the system lets go by itself then.
            self._thread = threading.Thread(target=self._run, args=(self._end,), name="chatapp-awake", daemon=True)
            self._thread.start()

    def release(self) -> None:
        """Let it sleep. At once."""
        if self._end is not None:
            self._end.set()
            self._end = None

    def close(self, patience: float = 1.0) -> None:
        """Let it sleep, and wait until that is done; for no longer than `patience` seconds."""
        self.release()
        if self._thread is not None:
            self._thread.join(patience)
            self._thread = None

    def _run(self, end: threading.Event) -> None:
        try:
            with self._mode() as mode:
                if not end.is_set():
                    self._told(mode.active)
                end.wait()
        except Exception:  # whatever is wrong with a bus, the chat goes on
            log.info("the computer cannot be kept awake", exc_info=True)
            if not end.is_set():
                self._told(False)
            end.wait()
        self._told(None)


def _wakepy() -> AbstractContextManager[Any]:
    import wakepy  # noqa: PLC0415  # a guest needs none of it

    return wakepy.keep.running(on_fail="pass")
