"""The emoji popup of a chat: made in an idle moment or when first asked for, writes into the composer in front."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from chatapp.gui.chat.desk import Desk
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme

if TYPE_CHECKING:
    from chatapp.gui.emoji.popup import EmojiPopup

IDLE = 2_000
"""milliseconds after the chat is there, by when nobody waits for its first messages any more"""


class EmojiChooser(QObject):
    def __init__(self, theme: Theme, settings: Settings, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._settings = settings
        self._desk = desk
        self._window = window
        self._recents = Recents.from_list(settings.emoji)
        self._popup: EmojiPopup | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.prepare)
        self._idle.start()

    def prepare(self) -> "EmojiPopup":
        """The popup, ready to open."""
        self._idle.stop()
        if self._popup is None:
            from chatapp.gui.emoji.popup import EmojiPopup  # noqa: PLC0415  # a chat that appears needs none of it yet

            self._popup = EmojiPopup(self._theme, self._recents, self._window)
            self._popup.chosen.connect(self._insert)
            self._popup.prepare()
        return self._popup

    def open_at(self, anchor: QWidget) -> None:
        """Open the popup beside a widget."""
        self.prepare().open_at(anchor)

    def _insert(self, emoji: str) -> None:
        self._settings.emoji = self._recents.to_list()
        view = self._desk.front
        if view is not None:
            view.composer.insert(emoji)
