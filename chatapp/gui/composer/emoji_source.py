"""Emoji by the beginnings of their shortcodes, as this person likes them and as the font can draw them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from chatapp.gui.composer.suggestion import Suggestion
from chatapp.gui.emoji.font import Drawable
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.i18n import spoken
from chatapp.gui.settings import Settings
from chatapp.text.emoji import Emoji, catalogue
from chatapp.text.emoji_keys import fold
from chatapp.text.tones import in_tone

_WIDER = 4
"""times as many as wanted are asked for, since some of them may not be drawn"""


class EmojiSource(QObject):
    """Reads nothing before it is first asked or prepared: the catalogue takes 40 ms, a font not used before 10."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._drawable = Drawable()
        self._preparing: Iterator[None] | None = None
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._prepare_next)

    def prepare(self) -> None:
        """Have everything read in slices of the event loop, the longest of 30 ms; returns at once."""
        if self._preparing is None:
            self._preparing = self._prepare()
            self._slice.start()

    def complete(self, query: str, limit: int) -> list[Suggestion]:
        """At most so many, best first."""
        recents = Recents.from_list(self._settings.emoji).characters
        found = catalogue(spoken()).complete(query, _WIDER * limit, recents)
        self._drawable.learn(emoji.characters for emoji in found)
        drawn = [emoji for emoji in found if self._drawable(emoji.characters)]
        return [self._suggestion(emoji, query) for emoji in drawn[:limit]]

    def by_code(self, code: str) -> str:
        """The characters of a shortcode's emoji; empty where there is none that is drawn."""
        emoji = catalogue(spoken()).by_shortcode(code)
        return self._characters(emoji) if emoji is not None and self._drawable(emoji.characters) else ""

    def _suggestion(self, emoji: Emoji, query: str) -> Suggestion:
        characters = self._characters(emoji)
        wanted = query.casefold()
        code = next((code for code in emoji.shortcodes if code.startswith(wanted)), emoji.shortcodes[0])
        # Many a code is the name with underscores: once is enough for the eye.
        detail = "" if fold(emoji.name) == code.replace("_", " ") else emoji.name
        return Suggestion(characters, f":{code}:", detail, characters)

    def _characters(self, emoji: Emoji) -> str:
        """In the tone that this person has chosen, where the font has it."""
        toned = in_tone(emoji.characters, self._settings.skin_tone)
        return toned if self._drawable(toned) else emoji.characters

    def _prepare(self) -> Iterator[None]:
        import emoji  # noqa: F401, PLC0415  # the first and longest of the slices

        yield
        catalogue(spoken())
        yield
        self.complete("smile", 1)

    def _prepare_next(self) -> None:
        if self._preparing is not None and next(self._preparing, self) is self:
            self._slice.stop()
