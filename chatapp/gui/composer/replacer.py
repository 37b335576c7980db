"""What is typed in full and becomes an emoji by itself: `:smile:` at its closing colon, `:)` at the space behind it or
when it is sent. Backspace directly afterwards brings back what was typed, and so does Undo.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from chatapp.gui.composer.field import Field
from chatapp.gui.composer.holding import LONGEST_LINE
from chatapp.text.completion import closed_code
from chatapp.text.emoticons import emoticon_before

_NOTHING = -1


class Replacer(QObject):
    """Attends to one field."""

    taken = Signal(str)
    """an emoji that was put in for its shortcode"""

    def __init__(self, field: Field, by_code: Callable[[str], str]) -> None:
        """`by_code` gives a shortcode's emoji, or nothing."""
        super().__init__(field)
        self._field = field
        self._by_code = by_code
        self._replaced = _NOTHING
        """the revision of the text that came of replacing"""
        self._declined: QTextCursor | None = None
        """the end of an emoticon that the person wants as it is"""
        self.codes = True
        self.emoticons = False
        field.written.connect(self._written)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether this was a Backspace that brought back what was typed."""
        plain = event.key() == Qt.Key.Key_Backspace and not event.modifiers()
        document = self._field.document()
        if not plain or document.revision() != self._replaced:
            return False
        self._replaced = _NOTHING
        self._field.undo()
        self._declined = QTextCursor(document)
        self._declined.setKeepPositionOnInsert(True)
        self._declined.setPosition(self._field.textCursor().position())
        return True

    def finish(self) -> None:
        """What is written is complete: an emoticon at its end becomes an emoji as well."""
        cursor = QTextCursor(self._field.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self.emoticons and not self._is_declined(cursor.position()):
            self._field.setTextCursor(cursor)
            self._replace_emoticon("")

    def _written(self, text: str) -> None:
        if text == ":" and self.codes:
            self._replace_code()
        elif text and text.isspace() and self.emoticons:
            end = self._field.textCursor().position() - len(text)
            if not self._is_declined(end):
                self._replace_emoticon(text)

    def _is_declined(self, end: int) -> bool:
        # What was brought back from "🙂 " is ":) ", whose end is that of the space.
        return self._declined is not None and self._declined.position() in {end, end + 1}

    def _replace_code(self) -> None:
        code = closed_code(self._text())
        emoji = self._by_code(code) if code else ""
        if emoji:
            self._replace(len(f":{code}:"), emoji)
            self.taken.emit(emoji)

    def _replace_emoticon(self, behind: str) -> None:
        found = emoticon_before(self._text().removesuffix(behind))
        if found is not None:
            self._replace(len(found.text + behind), found.emoji + behind)

    def _text(self) -> str:
        """Before the caret; nothing where it is too long to be sent, and to be gone through at every colon."""
        return "" if self._field.document().characterCount() > LONGEST_LINE else self._field.before()

    def _replace(self, units: int, text: str) -> None:
        self._field.replace(units, text)
        self._replaced = self._field.document().revision()
        self._declined = None
