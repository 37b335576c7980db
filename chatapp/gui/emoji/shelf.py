"""The emoji that are offered: those that the font draws, in the window's language and in the tone that was chosen."""

from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase

from chatapp.gui.emoji.font import Drawable
from chatapp.gui.emoji.groups import RECENT, title
from chatapp.gui.emoji.model import Section
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.emoji.tones import Form, forms
from chatapp.gui.i18n import spoken
from chatapp.text.emoji import Catalogue, Emoji, catalogue
from chatapp.text.emoji_names import names
from chatapp.text.tones import PLAIN, in_tone


class Shelf(QObject):
    """Reads nothing before it is prepared or first asked; anew where there is another font or language by then."""

    def __init__(self, recents: Recents, most_recent: int, parent: QObject | None = None) -> None:
        """At most `most_recent` of the recent emoji are offered."""
        super().__init__(parent)
        self.tone = PLAIN
        """which of `TONES` everything is offered in"""
        self._recents = recents
        self._most_recent = most_recent
        self._drawable = Drawable()
        self._groups: tuple[Section, ...] = ()
        self._made_for: object = None
        self._preparing: Iterator[bool] | None = None
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._prepare_next)

    def prepare(self) -> None:
        """Read the catalogue and ask the font, in slices of the event loop; the longest takes some 30 ms.

        For an idle moment; returns at once. Whoever asks before it is done has to wait for the rest.
        """
        wanted = spoken(), QFontDatabase.applicationEmojiFontFamilies()
        if wanted != self._made_for:
            self._made_for = wanted
            self._preparing = self._prepare()
            self._slice.start()

    def everything(self) -> list[Section]:
        """What was used lately, then all groups."""
        self._finish()
        found = dict.fromkeys(filter(None, map(self._catalogue.find, self._recents.characters)))
        recent = tuple(filter(self._is_drawn, found))[: self._most_recent]
        return [Section(RECENT, title(RECENT), recent), *self._groups]

    def search(self, text: str) -> tuple[Emoji, ...]:
        """What fits, best first."""
        self._finish()
        return tuple(filter(self._is_drawn, self._catalogue.search(text, self._recents.characters)))

    def form(self, emoji: Emoji) -> str:
        """The characters that stand for it: in the chosen tone, where it has that one and the font draws it."""
        toned = in_tone(emoji.characters, self.tone)
        return toned if self._drawable(toned) else emoji.characters

    def find(self, characters: str) -> Emoji | None:
        self._finish()
        return self._catalogue.find(characters)

    def forms(self, emoji: Emoji) -> list[list[Form | None]]:
        """All that it can be had in, as `tones.forms` has it."""
        self._drawable.learn(emoji.skins)
        return forms(emoji, self._drawable)

    @property
    def _catalogue(self) -> Catalogue:
        return catalogue(spoken())

    def _is_drawn(self, emoji: Emoji) -> bool:
        return self._drawable(emoji.characters)

    def _prepare(self) -> Iterator[bool]:
        """Does one slice between one True and the next."""
        import_module("emoji")  # takes as long as all the rest of the catalogue

        yield True
        names(spoken())
        yield True
        groups = self._catalogue.groups
        yield True
        sections = []
        for group in groups:
            self._drawable.learn(emoji.characters for emoji in group.emoji)
            self._drawable.learn(in_tone(emoji.characters, self.tone) for emoji in group.emoji if emoji.skins)
            members = tuple(filter(self._is_drawn, group.emoji))
            sections.append(Section(group.key, title(group.key, group.name), members))
            yield True
        self._groups = tuple(sections)

    def _prepare_next(self) -> None:
        if self._preparing is None or next(self._preparing, None) is None:
            self._preparing = None
            self._slice.stop()

    def _finish(self) -> None:
        self.prepare()
        while self._preparing is not None:
            self._prepare_next()
