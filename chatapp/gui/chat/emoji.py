"""The emoji popup of a chat: made when it is first asked for, writes into the composer in front."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from chatapp.gui.chat.desk import Desk
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme


class EmojiChooser(QObject):
    def __init__(self, theme: Theme, settings: Settings, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._settings = settings
        self._desk = desk
        self._window = window
        self._recents = Recents.from_list(settings.emoji)
        self.popup: EmojiPopup | None = None

    def open_at(self, anchor: QWidget) -> None:
        """Open the popup beside a widget."""
        if self.popup is None:
            self.popup = EmojiPopup(self._theme, self._recents, self._window)
            self.popup.chosen.connect(self._insert)
        self.popup.open_at(anchor)

    def _insert(self, emoji: str) -> None:
        self._settings.emoji = self._recents.to_list()
        view = self._desk.front
        if view is not None:
            view.composer.insert(emoji)
