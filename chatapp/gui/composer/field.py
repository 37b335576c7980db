"""Where a message is written: plain text that grows to eight lines."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

LINES = 8
MARGIN = 4


class Field(QPlainTextEdit):
    """Enter asks to send, Shift+Enter breaks the line, Tab moves on, Up in an empty field asks for what
    was said last. What is pasted or dropped becomes plain text.
    """

    entered = Signal()
    recalled = Signal()
    """Up, where nothing is written"""
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What is written, in Unicode: a lone surrogate, which no server can be sent, is shown as U+FFFD by then."""
        text = self.toPlainText()
        return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        breaks = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not breaks:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up and not breaks and self.document().isEmpty():
            self.recalled.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(source.text())
        self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
