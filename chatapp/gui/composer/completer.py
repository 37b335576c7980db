"""`:sm` and `@an` completed while somebody writes.

The list opens by itself and never takes the keyboard. Tab takes the first suggestion, or the one that the arrows went
to; Enter takes only the latter, and sends otherwise. Esc closes the list until something else is to be completed.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.composer.field import Field
from chatapp.gui.composer.holding import LONGEST_LINE
from chatapp.gui.composer.suggestion import Suggestion, spoken
from chatapp.gui.composer.suggestions import Suggestions
from chatapp.gui.counts import number
from chatapp.gui.theme.theme import Theme
from chatapp.text.completion import Kind, Token, token_before

LIMIT = 8
"""suggestions at once"""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Completer(QObject):
    """Attends to one field."""

    taken = Signal(Kind, str)
    """what was inserted"""

    def __init__(
        self, theme: Theme, field: Field, page: QWidget, complete: Callable[[Token, int], Sequence[Suggestion]]
    ) -> None:
        """The list appears on `page`, which `field` is a part of; `complete` gives at most so many, best first."""
        super().__init__(field)
        self._theme = theme
        self._field = field
        self._page = page
        self._complete = complete
        self._list: Suggestions | None = None
        self._token: Token | None = None
        """what is completed while the list is open"""
        self._declined = -1
        """where the token begins whose list was closed with Esc"""
        self.enabled = True
        field.written.connect(self._written)
        field.moved.connect(self._moved)
        field.focus_changed.connect(self._focus_changed)

    @property
    def is_open(self) -> bool:
        return self._token is not None

    def close(self) -> None:
        self._token = None
        if self._list is not None:
            self._list.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """What a key does while the list is open; False where it does what it always does."""
        if self._token is None or self._list is None:
            return False
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers:
            return False
        if key == Qt.Key.Key_Escape:
            self._declined = self._start(self._token)
            self.close()
        elif key in _STEPS:
            self._list.step(_STEPS[Qt.Key(key)])
            self._announce_chosen(self._list)
        elif key in _ENTER and self._list.chosen is not None:
            self._take(self._list.chosen.insert)
        else:
            return False
        return True

    def take_tab(self) -> bool:
        """Tab takes the suggestion; False where there is none, and Tab moves on."""
        if self._token is None or self._list is None:
            return False
        suggestion = self._list.chosen or self._list.first
        if suggestion is None:
            return False
        self._take(suggestion.insert)
        return True

    def _written(self, _text: str) -> None:
        self._refresh()

    def _moved(self) -> None:
        if self._token is not None:
            self._refresh()

    def _focus_changed(self, there: bool) -> None:
        if not there:
            self.close()

    def _refresh(self) -> None:
        """Offer what fits what stands before the caret now."""
        token = self._find() if self.enabled else None
        if token is None:
            self._declined = -1
            self.close()
            return
        start = self._start(token)
        if start == self._declined:
            return
        self._declined = -1
        suggestions = self._complete(token, LIMIT)
        if not suggestions:
            self.close()
            return
        was_open, self._token = self.is_open, token
        if self._list is None:
            self._list = Suggestions(self._theme, self._page)
            self._list.taken.connect(self._take)
        self._list.offer(suggestions, self._place_of(start))
        if not was_open:
            words = self.tr("%Ln suggestions. Tab inserts {first}.", "", len(suggestions))
            read_aloud(self._field, words.format(first=spoken(suggestions[0])))

    def _find(self) -> Token | None:
        if self._field.document().characterCount() > LONGEST_LINE:
            return None  # too long to be sent: the whole text is not gone through at every key
        cursor = self._field.textCursor()
        after = self._field.document().characterAt(cursor.position()) if not cursor.atEnd() else ""
        return token_before(self._field.before(), after)

    def _start(self, token: Token) -> int:
        return self._field.textCursor().position() - _units(token.text)

    def _place_of(self, position: int) -> QRect:
        """Where a character stands in the field, as high as the box around that, on the page."""
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(position)
        x = self._field.viewport().mapTo(self._page, self._field.cursorRect(cursor).topLeft()).x()
        box = self._field.parentWidget() or self._field
        return QRect(x, box.mapTo(self._page, QPoint(0, 0)).y(), 1, box.height())

    def _take(self, text: str) -> None:
        token = self._token
        if token is None:
            return
        self.close()
        self._field.insert_word(text, _units(token.text))
        self.taken.emit(token.kind, text)

    def _announce_chosen(self, suggestions: Suggestions) -> None:
        if suggestions.chosen is not None:
            words = self.tr("{suggestion}, {place} of {count}")
            place, count = number(suggestions.place_of_chosen()), number(suggestions.count)
            read_aloud(self._field, words.format(suggestion=spoken(suggestions.chosen), place=place, count=count))


def _units(text: str) -> int:
    """Its length as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
