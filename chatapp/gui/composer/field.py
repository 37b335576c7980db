"""Where a message is written: plain text that grows to eight lines."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from chatapp.gui.composer.holding import HOLDS, broken
from chatapp.text.emoji import is_emoji_only

LINES = 8
MARGIN = 4
_ERASING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_LINE_ENDS = dict.fromkeys((0x2028, 0x2029), "\n")
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Field(QPlainTextEdit):
    """Enter asks to send, Shift+Enter breaks the line, Tab moves on, Up in an empty field asks for what
    was said last. What is pasted or dropped becomes plain text, and Undo takes it away by itself.
    """

    entered = Signal()
    recalled = Signal()
    """Up, where nothing is written"""
    written = Signal(str)
    """what the person has put in just now by a key or an input method; empty where they took something away. Not what
    was pasted, undone or put there by the program"""
    moved = Signal()
    """the cursor is elsewhere, and not because of what the person wrote"""
    overfull = Signal(int)
    """a text of so many characters was to be pasted, and is more than fits"""
    menu_wanted = Signal(object, QTextCursor)
    """the context menu is about to open: a QMenu, to which may be added, and the place that it is about"""
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.take_key: Callable[[QKeyEvent], bool] = _no
        """asked first at every key but Tab; True where the key has been dealt with"""
        self.take_tab: Callable[[], bool] = _no
        self._writing = False
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()
        self.textChanged.connect(self._direct)
        self._direct()

    def _direct(self) -> None:
        """What is written says from which side it is read; as long as nothing is, the window does."""
        mirrored = self.document().isEmpty() and self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        side = at_right if mirrored else Qt.AlignmentFlag.AlignLeading
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def text(self) -> str:
        """What is written, in Unicode: a lone surrogate, which no server can be sent, is shown as U+FFFD by then."""
        text = self.toPlainText()
        return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.take_key(event):
            return
        breaks = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not breaks:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Up and not breaks and self.document().isEmpty():
            self.recalled.emit()
            return
        before, self._writing = self.document().revision(), True
        if event.key() != Qt.Key.Key_Backspace or event.modifiers() or not self._erase_emoji():
            super().keyPressEvent(event)
        self._writing = False
        text = _typed(event)
        if self.document().revision() != before and text is not None:
            self.written.emit(text)
        else:
            self.moved.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._writing = True
        super().inputMethodEvent(event)
        self._writing = False
        if event.commitString():
            self.written.emit(event.commitString())

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return (forwards and self.take_tab()) or super().focusNextPrevChild(forwards)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu, self.cursorForPosition(event.pos()) if by_mouse else self.textCursor())
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if self.document().characterCount() + len(text) > HOLDS:
            self.overfull.emit(len(text))
            return
        self.replace(0, broken(text))

    def replace(self, units: int, text: str) -> None:
        """Put a text in the place of the selection or, without one, of so many UTF-16 units before the cursor. Undo
        takes it back by itself, and nothing of what was written before or after.
        """
        cursor, document = self.textCursor(), self.document()
        # Qt joins what is inserted to the insertion before it, across edit blocks too, unless the text was saved
        # in between.
        document.setModified(False)
        cursor.beginEditBlock()
        if not cursor.hasSelection():
            cursor.setPosition(cursor.position() - units, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        cursor.endEditBlock()
        document.setModified(False)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_word(self, text: str, units: int = 0) -> None:
        """As `replace`, but a space at the end of the text is not put in where one follows already."""
        spaced = text.endswith(" ") and self.document().characterAt(self.textCursor().selectionEnd()) == " "
        self.replace(units, text[:-1] if spaced else text)
        if spaced:
            self.moveCursor(QTextCursor.MoveOperation.NextCharacter)

    def before(self) -> str:
        """The text before the cursor; empty where something is selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return ""
        cursor.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().translate(_LINE_ENDS)

    def _cursor_moved(self) -> None:
        if not self._writing:
            self.moved.emit()

    def _erase_emoji(self) -> bool:
        """Take the emoji before the cursor away as a whole, where Qt goes part by part; False where there is none."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        erased = cursor.selectedText()
        if len(erased) < 2 or is_emoji_only(erased) != 1:
            return False
        cursor.removeSelectedText()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._show_hint()

    def set_hint(self, hint: str) -> None:
        """What stands in the empty field, on one line, however narrow it is."""
        self._hint = hint
        self._show_hint()

    def _show_hint(self) -> None:
        room = self.viewport().width() - 2 * round(self.document().documentMargin()) - 1
        shown = self.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
        if shown != self.placeholderText():
            self.setPlaceholderText(shown)

    def _fit(self) -> None:
        scrolls = self._wanted() > self._most()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        if self.height() != self._height():
            self.updateGeometry()

    def _height(self) -> int:
        return min(self._wanted(), self._most())

    def _line(self) -> float:
        """The height of a line as it is laid out, which a font's own figure may miss by a pixel."""
        first = self.document().firstBlock()
        laid_out = first.layout().lineCount()
        return first.layout().lineAt(0).height() if laid_out else float(self.fontMetrics().lineSpacing())

    def _most(self) -> int:
        return round(LINES * self._line()) + MARGIN

    def _wanted(self) -> int:
        """The text's own height, as far as it matters here."""
        height, most = 0.0, self._most()
        block = self.document().firstBlock()
        while block.isValid() and height <= most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(max(height, self._line())) + 2 * MARGIN


def _typed(event: QKeyEvent) -> str | None:
    """What a key puts in, nothing where it takes something away, and None where it does something else, as Ctrl+V."""
    if event.key() in _ERASING:
        return ""
    if event.key() in _ENTER:
        return "\n"
    control = Qt.KeyboardModifier.ControlModifier
    # Ctrl and Alt together are AltGr on Windows.
    if event.modifiers() & (control | Qt.KeyboardModifier.AltModifier) == control:
        return None
    return event.text() if event.text().isprintable() and event.text() else None


def _no(*_: object) -> bool:
    return False
