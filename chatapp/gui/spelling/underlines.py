"""Words that are spelled wrong, marked in a field, and what may have been meant in its menu.

The marks are selections beside the text (`setExtraSelections`), not formats in it as of a QSyntaxHighlighter: they
change neither the text, nor what Undo does, nor when Qt says that the text has changed. Only what is in sight is looked
at, and only when nothing has been typed for a moment: no key waits for it.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from chatapp.gui.composer.field import Field
from chatapp.gui.composer.holding import LONGEST_LINE
from chatapp.gui.spelling.menu import WordMenu
from chatapp.gui.spelling.speller import Speller
from chatapp.gui.spelling.words import words
from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.body import from_utf16, to_utf16
from chatapp.text.code import code_spans

PAUSE = 300
"""milliseconds without a key before words are looked at"""
_REDRAWN = {QEvent.Type.Resize, QEvent.Type.Show}


class Place(NamedTuple):
    """A word in the field, in Qt's positions."""

    start: int
    end: int
    word: str


class Underlines(QObject):
    """Attends to one field; does nothing before `set_enabled`."""

    def __init__(self, theme: Theme, field: Field, speller: Speller, names: Callable[[], Collection[str]]) -> None:
        """`names` are right however they are spelled."""
        super().__init__(field)
        self._theme = theme
        self._field = field
        self._speller = speller
        self._names = names
        self._enabled = False
        self._marked: list[Place] = []
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self._look)
        field.textChanged.connect(self._later)
        field.cursorPositionChanged.connect(self._later)
        field.focus_changed.connect(self._later)
        field.verticalScrollBar().valueChanged.connect(self._later)
        field.viewport().installEventFilter(self)
        field.menu_wanted.connect(self._offer)
        speller.learned.connect(self._look)
        theme.changed.connect(self._look)

    def set_enabled(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._look()

    @property
    def marked(self) -> list[str]:
        """The words that are marked as wrong."""
        return [place.word for place in self._marked]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _REDRAWN:
            self._later()
        return False

    def _later(self) -> None:
        if self._enabled:
            self._timer.start()

    def _look(self) -> None:
        """Mark what is in sight and known to be wrong, and ask for what is not known."""
        if not self._enabled or not self._field.isVisible():
            self._mark([])
            return
        found = self._in_sight()
        self._speller.look_up(place.word for place in found)
        caret = self._field.textCursor().position() if self._field.hasFocus() else -1
        # What is being typed is not wrong yet.
        self._mark([place for place in found if place.end != caret and self._speller.is_wrong(place.word)])

    def _in_sight(self) -> list[Place]:
        field = self._field
        if field.document().characterCount() > LONGEST_LINE:
            return []  # too long to be sent
        text = field.toPlainText()
        top = from_utf16(text, field.cursorForPosition(QPoint(0, 0)).position())
        bottom = from_utf16(text, field.cursorForPosition(field.viewport().rect().bottomRight()).position())
        while top and not text[top - 1].isspace():
            top -= 1
        while bottom < len(text) and not text[bottom].isspace():
            bottom += 1
        code = code_spans(text)
        names = {part.casefold() for name in self._names() for part in name.split()} if text else set()
        return [
            Place(to_utf16(text, top + word.start), to_utf16(text, top + word.end), word.text)
            for word in words(text[top:bottom])
            if word.text.casefold() not in names and not any(start <= top + word.start < end for start, end in code)
        ]

    def _mark(self, places: list[Place]) -> None:
        if not places and not self._marked:
            return
        self._marked = places
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(self._theme.tokens.text_danger))
        marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = self._cursor(place), style
            marks.append(mark)
        self._field.setExtraSelections(marks)

    def _cursor(self, place: Place) -> QTextCursor:
        """With the word selected."""
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _offer(self, menu: QMenu, at: QTextCursor) -> None:
        """Put into the field's menu what may be done with the wrong word at a place."""
        if not self._enabled:
            return
        here = (place for place in self._in_sight() if place.start <= at.position() <= place.end)
        place = next((place for place in here if self._speller.is_wrong(place.word)), None)
        if place is not None:
            WordMenu(menu, place.word, self._speller).chosen.connect(self._cursor(place).insertText)
