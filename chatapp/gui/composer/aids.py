"""What helps one person write in one room, as far as they have chosen it: completion, emoticons, spelling."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from chatapp.gui.composer.completer import Completer
from chatapp.gui.composer.composer import Composer
from chatapp.gui.composer.emoji_source import EmojiSource
from chatapp.gui.composer.replacer import Replacer
from chatapp.gui.composer.suggestion import Suggestion
from chatapp.gui.settings import Settings
from chatapp.gui.spelling.speller import Speller
from chatapp.gui.spelling.underlines import Underlines
from chatapp.gui.theme.theme import Theme
from chatapp.text.completion import Kind, Token, people_like

People = Callable[[], tuple[Sequence[str], Sequence[str]]]
"""who is in the room, and who spoke there, the latest first; neither with this person"""


class Aids(QObject):
    """Follows the settings. Goes with its composer."""

    used = Signal(str)
    """an emoji came in this way"""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        composer: Composer,
        page: QWidget,
        *,
        emoji: EmojiSource,
        speller: Speller,
        people: People,
    ) -> None:
        """`page` is what suggestions may cover."""
        super().__init__(composer)
        self._settings = settings
        self._emoji = emoji
        self._people = people
        self.completer = Completer(theme, composer.field, page, self._complete)
        self.replacer = Replacer(composer.field, emoji.by_code)
        self.underlines = Underlines(theme, composer.field, speller, self._names)
        self.completer.taken.connect(self._taken)
        self.replacer.taken.connect(self.used)
        composer.field.take_key = self._take_key
        composer.field.take_tab = self.completer.take_tab
        composer.field.written.connect(self._written)
        composer.sending.connect(self.replacer.finish)
        settings.changed.connect(self._follow)
        for option in (Settings.completion, Settings.emoticons, Settings.spelling):
            self._follow(option.key)

    def _follow(self, option: str) -> None:
        if option == Settings.completion.key:
            self.completer.enabled = self.replacer.codes = self._settings.completion
            if not self._settings.completion:
                self.completer.close()
        elif option == Settings.emoticons.key:
            self.replacer.emoticons = self._settings.emoticons
        elif option == Settings.spelling.key:
            self.underlines.set_enabled(enabled=self._settings.spelling)

    def _take_key(self, event: QKeyEvent) -> bool:
        return self.completer.take_key(event) or self.replacer.take_key(event)

    def _written(self, text: str) -> None:
        if text == Kind.EMOJI and self.completer.enabled:
            self._emoji.prepare()

    def _complete(self, token: Token, limit: int) -> list[Suggestion]:
        if token.kind is Kind.EMOJI:
            return self._emoji.complete(token.query, limit)
        joined, lately = self._people()
        return [Suggestion(f"@{name} ", name) for name in people_like(token.query, joined, lately, limit)]

    def _names(self) -> Collection[str]:
        joined, lately = self._people()
        return {*joined, *lately}

    def _taken(self, kind: Kind, text: str) -> None:
        if kind is Kind.EMOJI:
            self.used.emit(text)
