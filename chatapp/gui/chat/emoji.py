"""The emoji popup of a chat: made when somebody comes to a button that opens it. It writes into the composer in front,
or reacts to a message.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.chat.desk import Desk
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.text.tones import PLAIN, in_tone

if TYPE_CHECKING:
    from chatapp.gui.emoji.popup import EmojiPopup

_NEAR = {QEvent.Type.Enter, QEvent.Type.FocusIn}
QUICK = ("👍", "❤️", "😂")
"""offered for reactions before this person has favourites of their own"""


class EmojiChooser(QObject):
    favourites_changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._settings = settings
        self._desk = desk
        self._window = window
        self._recents = Recents.from_list(settings.emoji)
        self._popup: EmojiPopup | None = None
        self._then: Callable[[str], object] = self._insert
        settings.changed.connect(self._follow)

    def watch(self, button: QWidget) -> None:
        """Have the popup made, which takes a moment and 15 MB, once the pointer or the keyboard comes to a button."""
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _NEAR:
            self.prepare()
        return False

    def prepare(self) -> "EmojiPopup":
        """The popup, ready to open."""
        if self._popup is None:
            from chatapp.gui.emoji.popup import EmojiPopup  # noqa: PLC0415  # a chat that appears needs none of it yet

            self._popup = EmojiPopup(self._theme, self._recents, self._window)
            self._popup.use_tone(self._settings.skin_tone)
            self._popup.chosen.connect(self._chosen)
            self._popup.tone_chosen.connect(self._use_tone)
            self._popup.recents_changed.connect(self._keep)
            self._popup.prepare()
        return self._popup

    def open_at(self, anchor: QWidget) -> None:
        """Open the popup beside a widget; what is chosen is written into the composer in front."""
        self.choose(anchor, self._insert)

    def choose(self, anchor: QWidget, then: Callable[[str], object]) -> None:
        """Open the popup beside a widget; `then` gets what is chosen."""
        self._then = then
        self.prepare().open_at(anchor)

    @property
    def favourites(self) -> tuple[str, ...]:
        """A few emoji that this person is likely to react with, best first, in the tone that they have chosen."""
        known = (*self._recents.characters, *QUICK)
        return tuple(dict.fromkeys(in_tone(emoji, self._settings.skin_tone) for emoji in known))[: len(QUICK)]

    def use(self, emoji: str) -> None:
        """Count a use that did not come from the popup."""
        self._recents.use(in_tone(emoji, PLAIN))
        self._keep()

    def _follow(self, option: str) -> None:
        if option == Settings.skin_tone.key:
            if self._popup is not None:
                self._popup.use_tone(self._settings.skin_tone)
            self.favourites_changed.emit()

    def _use_tone(self, tone: str) -> None:
        self._settings.skin_tone = tone

    def _chosen(self, emoji: str) -> None:
        self._keep()
        self._then(emoji)

    def _keep(self) -> None:
        self._settings.emoji = self._recents.to_list()
        self.favourites_changed.emit()

    def _insert(self, emoji: str) -> None:
        view = self._desk.front
        if view is not None:
            view.composer.insert(emoji)
