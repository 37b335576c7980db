"""Notifications of the desktop, whatever shows them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Popups(QObject):
    """One popup a key at a time. All texts are plain: what looks like markup is shown as it is. Nothing waits."""

    activated = Signal(str)
    """the person chose the popup of that key"""

    def show(self, key: str, title: str, text: str) -> None:
        """Show it, in place of the one of that key if that is still there."""
        raise NotImplementedError

    def close(self, key: str) -> None:
        """Take it away, if it is still there."""
        raise NotImplementedError

    def stop(self) -> None:
        """Nothing is shown after this, and nothing more is told."""


class TrayPopups(Popups):
    """Shown by the tray icon: one at a time for all keys, which go away by themselves."""

    def __init__(self, show: Callable[[str, str], None], parent: QObject | None = None) -> None:
        """`show` gets a title and a text; whoever has the tray icon calls `choose` where the popup was chosen."""
        super().__init__(parent)
        self._show = show
        self._latest = ""

    def show(self, key: str, title: str, text: str) -> None:
        self._latest = key
        self._show(title, text)

    def close(self, key: str) -> None:
        """The system takes it away in its own time."""
        if key == self._latest:
            self._latest = ""

    def choose(self) -> None:
        """The person chose what is there."""
        if self._latest:
            self.activated.emit(self._latest)
