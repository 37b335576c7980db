"""The composer of one room: the field, emoji, Send, how much still fits, and why the last message came back."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from chatapp.gui.composer.field import Field
from chatapp.gui.plain import tooltip
from chatapp.gui.theme.icons import icon, pixmap
from chatapp.gui.theme.look import dress, label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import MESSAGE

NEAR = MESSAGE * 9 // 10
"""from here on a counter shows what is left"""
PICTURE = 20


class Composer(QWidget):
    """Counts code points, as the protocol does. What is over the limit is not sent, and the field says so."""

    sent = Signal(str)
    """a message that may be sent; the field is empty by then"""
    edited = Signal()
    """by the person, not by `give_back` or `set_draft`"""
    emoji_asked = Signal(QWidget)
    """the widget beside which the emoji are to open"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ours = False
        self._returned = 0
        self._count = 0
        self.field = Field(self)
        self.field.setAccessibleName(self.tr("Message"))
        self.emoji = self._button(self.tr("Emoji"), self.tr("Emoji"))
        self.send = self._button(self.tr("Send"), self.tr("Send (Enter)"))
        self.send.setProperty("look", "send")
        self._counter = label("", "small", parent=self)
        self._counter.setContentsMargins(4, 0, 4, 6)
        self._counter.hide()
        self._error = label("", "error", wrap=True, parent=self)
        self._error.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._mark = QLabel(self)
        self._mark.setAccessibleName(self.tr("Not sent"))
        self._frame = QFrame(self)
        self._frame.setProperty("look", "field")
        self._below = QWidget(self)
        self._lay_out()
        self.setFocusProxy(self.field)

        self.field.textChanged.connect(self._changed)
        self.field.entered.connect(self._send)
        self.field.focus_changed.connect(lambda focused: dress(self._frame, focused=focused))
        self.send.clicked.connect(self._send)
        self.emoji.clicked.connect(lambda: self.emoji_asked.emit(self.emoji))
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self._say("")
        self._show_count()

    def _button(self, name: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(tooltip(hint))
        button.setIconSize(QSize(PICTURE, PICTURE))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(6, 5, 6, 5)
        inside.setSpacing(4)
        inside.addWidget(self.emoji, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.field, 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(4, 0, 4, 0)
        below.setSpacing(6)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._frame)
        column.addWidget(self._below)

    def set_room(self, title: str) -> None:
        """Say in the empty field where the message goes."""
        self.field.setPlaceholderText(self.tr("Message {room}").format(room=title))

    @property
    def draft(self) -> str:
        """What is written and not sent."""
        return self.field.text()

    @property
    def error(self) -> str:
        """Why the text came back or cannot be sent; empty without a reason."""
        return self._error.text()

    def set_draft(self, text: str) -> None:
        """Put a text of earlier into the field."""
        self._ours = True
        self.field.setPlainText(text)
        self._ours = False
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def give_back(self, text: str, sentence: str) -> None:
        """Put a refused message before what was written meanwhile, after others that came back with it, and say why."""
        written, cursor = self.field.toPlainText(), QTextCursor(self.field.document())
        cursor.setPosition(self._returned)
        self._ours = True
        cursor.insertText(("\n" if self._returned else "") + text)
        end = cursor.position()
        if written and not self._returned:
            cursor.insertText("\n")
        self._ours = False
        self._returned = end
        self._say(sentence)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is; Undo takes it away by itself."""
        cursor = self.field.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(text)
        cursor.endEditBlock()
        self.field.setFocus()

    def _changed(self) -> None:
        units = self.field.document().characterCount() - 1
        self._count = units if units < NEAR else len(self._message())
        self._show_count()
        if not self._ours:
            self._returned = 0
            self._say("")
            self.edited.emit()

    def _show_count(self) -> None:
        left = MESSAGE - self._count
        self._counter.setVisible(self._count >= NEAR)
        text = (
            self.tr("{count} left").format(count=left) if left >= 0 else self.tr("{count} too many").format(count=-left)
        )
        self._counter.setText(text)
        dress(self._counter, look="small" if left >= 0 else "error")
        self.send.setEnabled(0 < self._count <= MESSAGE and bool(self._message()))

    def _message(self) -> str:
        """What would be sent."""
        return self.field.text().strip("\n").rstrip()

    def _send(self) -> None:
        text = self._message()
        if not text.strip():
            return
        if len(text) > MESSAGE:
            sentence = self.tr("This is {count} characters too long to be sent at once. Send it in parts.")
            self._say(sentence.format(count=len(text) - MESSAGE))
            return
        self._ours = True
        self.field.setPlainText("")
        self._ours = False
        self._returned = 0
        self._say("")
        self.field.setFocus()
        self.sent.emit(text)

    def _say(self, sentence: str) -> None:
        if sentence == self._error.text() and sentence:
            return
        self._error.setText(sentence)
        self._below.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        dress(self._frame, wrong=bool(sentence))

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        self.emoji.setIcon(icon("smile", tokens.text_muted, size=PICTURE))
        self.send.setIcon(icon("send", tokens.accent_text, tokens.text_muted, size=PICTURE))
        self._mark.setPixmap(pixmap("warning", tokens.text_danger, 16, self.devicePixelRatioF()))
