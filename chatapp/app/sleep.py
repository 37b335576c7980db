"""Notices that the computer is about to sleep, early enough to say so.

Linux: from logind, which waits a moment for us (`logind.py`). Windows: WM_POWERBROADCAST, with two seconds. macOS tells
it to programs of its own frameworks alone, which Python reaches only with pyobjc: there nothing is noticed.
"""

import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

WM_POWERBROADCAST: Final = 0x0218
PBT_APMSUSPEND: Final = 0x0004


class Watch(Protocol):
    def stop(self) -> None:
        """From now on nothing is told. Takes a second at most."""


class Sleep(QObject):
    """While it watches, `begins` is emitted in the window's thread."""

    begins = Signal()
    """the computer goes to sleep within a second or two"""

    def __init__(
        self, parent: QObject | None = None, start: Callable[[Callable[[], None]], Watch] | None = None
    ) -> None:
        """`start` begins a watch that calls what it is given, on any thread."""
        super().__init__(parent)
        self._start = start or of_system
        self._watch: Watch | None = None

    @property
    def watching(self) -> bool:
        return self._watch is not None

    def watch(self) -> None:
        if self._watch is None:
            self._watch = self._start(self.begins.emit)

    def stop(self) -> None:
        if self._watch is not None:
            watch, self._watch = self._watch, None
            watch.stop()


class Nothing:
    """Where the system does not say."""

    def stop(self) -> None:
        """There is nothing to stop."""


def of_system(told: Callable[[], None]) -> Watch:
    """What this system offers."""
    if sys.platform == "win32":
        return Windows(told)
    if sys.platform == "darwin":
        return Nothing()
    from chatapp.app.logind import Logind  # noqa: PLC0415  # it needs what is installed there alone

    return Logind(told)


class Windows(QAbstractNativeEventFilter):
    """The message comes to every window, before the event loop goes on."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802  # the name is Qt's
        self, kind: "QByteArray | bytes | bytearray | memoryview[int]", message: int
    ) -> tuple[bool, int]:
        if kind == b"windows_generic_MSG":
            said = wintypes.MSG.from_address(int(message))
            if said.message == WM_POWERBROADCAST and said.wParam == PBT_APMSUSPEND:
                self._told()
        return False, 0

    def stop(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
