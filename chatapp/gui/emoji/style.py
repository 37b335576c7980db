"""Emoji look as the person chose: like the system's, or the same everywhere."""

from PySide6.QtCore import QObject

from chatapp.gui.emoji.font import FAMILY, install_emoji_font
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance


class EmojiStyle(QObject):
    """Follows the settings, at once in everything that is on the screen. Make it before there are emoji to draw."""

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._settings = settings
        self._appearance = appearance
        settings.changed.connect(self._follow)
        self._use()

    def _follow(self, option: str) -> None:
        if option == Settings.emoji_style.key:
            self._use()

    def _use(self) -> None:
        family = install_emoji_font(self._settings.emoji_style)
        self._appearance.draw_emoji_anew(own=family == FAMILY)
