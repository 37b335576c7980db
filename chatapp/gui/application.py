"""The application itself, of whom the system asks things: to end, and on macOS to open links, which elsewhere come as
an argument of a second start.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

MOST = 16
"""links that wait for somebody who takes them"""


class Application(QApplication):
    link_opened = Signal(str)
    """a `chatapp://` link was clicked somewhere; it may be anything"""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self.asked_to_end: Callable[[], bool] | None = None
        """Called where the system asks for the end, such as a Mac's Dock or Windows' taskkill; returns whether it may
        go on at once. Without it Qt ends, with tasks still running."""
        self._waiting: list[str] | None = []

    def take_links(self) -> None:
        """From now on `link_opened` is listened to; for those that came before, too."""
        waiting, self._waiting = self._waiting or [], None
        for link in waiting:
            self.link_opened.emit(link)

    # A filter would be asked about every event of every widget; this is only about those of the application.
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.url().scheme() == "chatapp":
            link = event.url().toString(event.url().ComponentFormattingOption.FullyEncoded)
            if self._waiting is None:
                self.link_opened.emit(link)
            elif len(self._waiting) < MOST:
                self._waiting.append(link)
            return True
        if event.type() == QEvent.Type.Quit and self.asked_to_end is not None:
            event.setAccepted(self.asked_to_end())
            return True
        return super().event(event)
