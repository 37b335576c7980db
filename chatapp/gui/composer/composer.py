"""The composer of one room: the field, emoji, Send, how much still fits, what is answered or edited, and why the last
message came back.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.composer.field import Field
from chatapp.gui.composer.holding import broken
from chatapp.gui.composer.mode import Mode, ModeBar, Target
from chatapp.gui.plain import tooltip
from chatapp.gui.theme.icons import icon, pixmap
from chatapp.gui.theme.look import dress, label
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import MESSAGE

NEAR = MESSAGE * 9 // 10
"""from here on a counter shows what is left"""
PICTURE = 20


class Composer(QWidget):
    """Counts code points, as the protocol does. What is over the limit is not sent, and the field says so. While an
    earlier message is edited, the draft is kept; it comes back afterwards.
    """

    sending = Signal()
    """what is written is about to be sent, and can still be put right"""
    sent = Signal(str, int)
    """a message that may be sent, and the `seq` of what it answers, or 0; the field is empty by then"""
    corrected = Signal(int, str)
    """the `seq` of a message, and what it is to say now"""
    recalled = Signal()
    """this person's last message is to be edited"""
    typed = Signal()
    """something stands in the field that is to become a message"""
    stilled = Signal()
    """it was all taken out again"""
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
        self._target: Target | None = None
        self._kept = ""
        self._kept_at = 0
        """where the cursor was in it"""
        self.mode = ModeBar(theme, self)
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
        self.field.recalled.connect(self._recall)
        self.field.overfull.connect(self._refuse)
        self.field.menu_wanted.connect(self._offer_emoji)
        self.mode.cancelled.connect(self.cancel)
        self.send.clicked.connect(self._send)
        self.emoji.clicked.connect(lambda: self.emoji_asked.emit(self.emoji))
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self._say("")
        self.send.setEnabled(False)
        self._show_count()

    def _button(self, name: str, hint: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(tooltip(hint))
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
        column.setContentsMargins(12, 2, 12, 12)
        column.setSpacing(4)
        column.addWidget(self.mode)
        column.addWidget(self._frame)
        column.addWidget(self._below)

    def set_room(self, title: str, pace: str = "") -> None:
        """Say in the empty field where the message goes, and how often one may write there, where that is limited."""
        hint = self.tr("Message {room} ({pace})") if pace else self.tr("Message {room}")
        self.field.set_hint(hint.format(room=title, pace=pace))

    @property
    def draft(self) -> str:
        """What is written and not sent; an edit is no part of it."""
        return self._kept if self.editing else self.field.text()

    @property
    def answering(self) -> int:
        """The `seq` of the message that is answered; 0 for none."""
        return self._target.seq if self._target is not None and self._target.mode is Mode.REPLY else 0

    @property
    def editing(self) -> int:
        """The `seq` of the message that is edited; 0 for none."""
        return self._target.seq if self._target is not None and self._target.mode is Mode.EDIT else 0

    @property
    def error(self) -> str:
        """Why the text came back or cannot be sent; empty without a reason."""
        return self._error.text()

    def set_draft(self, text: str) -> None:
        """Put a text of earlier into the field."""
        self._fill(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def reply_to(self, seq: int, author: str, excerpt: str) -> None:
        """Let the next message answer this one."""
        self.cancel()
        self._target = Target(Mode.REPLY, seq, "")
        self.mode.tell(Mode.REPLY, self.tr("Replying to {author}: {text}").format(author=author, text=excerpt))
        self._describe()
        self.field.setFocus()

    def edit(self, seq: int, text: str) -> None:
        """Edit an earlier message; the draft is kept meanwhile."""
        self.cancel()
        self._kept, self._kept_at = self.field.text(), self.field.textCursor().position()
        self._target = Target(Mode.EDIT, seq, text)
        self.mode.tell(Mode.EDIT, self.tr("Editing your message"))
        self.set_draft(text)
        self._describe()
        self.field.setFocus()

    def cancel(self) -> bool:
        """Neither answer nor edit any more; False where it was neither."""
        if self._target is None:
            return False
        was_editing, self._target = self.editing, None
        self.mode.hide()
        self._describe()
        if was_editing:
            self.set_draft(self._kept)
            cursor = self.field.textCursor()
            cursor.setPosition(min(self._kept_at, cursor.position()))
            self.field.setTextCursor(cursor)
            self._kept = ""
        return True

    def give_back(self, text: str, sentence: str) -> None:
        """Put a refused message before what was written meanwhile, after others that came back with it, and say why."""
        if self.editing:
            self._kept = "\n".join(filter(None, (text, self._kept)))
            self._kept_at = len(self._kept.encode("utf-16-le"))
            # What is edited may be what was refused: then it is to be sent as it stands.
            self._target = Target(Mode.EDIT, self.editing, "")
            self._say(sentence)
            return
        written, cursor = self.field.toPlainText(), QTextCursor(self.field.document())
        cursor.setPosition(self._returned)
        self._ours = True
        cursor.beginEditBlock()
        cursor.insertText(("\n" if self._returned else "") + text)
        end = cursor.position()
        if written and not self._returned:
            cursor.insertText("\n")
        cursor.endEditBlock()
        self._ours = False
        self._returned = end
        self._say(sentence)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is; Undo takes it away by itself."""
        self.field.replace(0, text)
        self.field.setFocus()

    def mention(self, name: str) -> None:
        """Put somebody's name where the cursor is, with a space on either side."""
        cursor, document = self.field.textCursor(), self.field.document()
        before = document.characterAt(cursor.selectionStart() - 1) if cursor.selectionStart() else " "
        self.field.insert_word(f"{'' if before.isspace() else ' '}@{name} ")
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not self.cancel():
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        self._ours = True
        self.field.setPlainText(broken(text))
        self._ours = False
        self._returned = 0

    def _recall(self) -> None:
        if not self.editing:
            self.recalled.emit()

    def _changed(self) -> None:
        units, message = self.field.document().characterCount() - 1, self._message()
        self._count = units if units < NEAR else len(message)
        self._show_count()
        self.send.setEnabled(0 < self._count <= MESSAGE and bool(message))
        if not self._ours:
            self._returned = 0
            self._say("")
            self.edited.emit()
            if not self.editing:
                (self.typed if self._count and message else self.stilled).emit()

    def _show_count(self) -> None:
        left = MESSAGE - self._count
        self._counter.setVisible(self._count >= NEAR)
        text = self.tr("%Ln left", "", left) if left >= 0 else self.tr("%Ln too many", "", -left)
        self._counter.setText(text)
        dress(self._counter, look="small" if left >= 0 else "error")

    def _message(self) -> str:
        """What would be sent."""
        return self.field.text().strip("\n").rstrip()

    def _refuse(self, count: int) -> None:
        self._say(self.tr("These %Ln characters are more than fits here. Paste them in parts.", "", count))

    def _offer_emoji(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(self.tr("Emoji…")).triggered.connect(lambda: self.emoji_asked.emit(self.emoji))

    def _send(self) -> None:
        self.sending.emit()
        text = self._message()
        if not text.strip():
            return
        if len(text) > MESSAGE:
            over = len(text) - MESSAGE
            self._say(self.tr("This is %Ln characters too long to be sent at once. Send it in parts.", "", over))
            return
        target = self._target
        self._fill("")
        self.cancel()
        self._say("")
        self.field.setFocus()
        if target is None or target.mode is Mode.REPLY:
            self.sent.emit(text, 0 if target is None else target.seq)
        elif text != target.text:
            self.corrected.emit(target.seq, text)

    def _say(self, sentence: str) -> None:
        if sentence == self._error.text() and sentence:
            return
        self._error.setText(sentence)
        self._below.setVisible(bool(sentence))
        read_aloud(self.field, sentence)
        self._describe()
        dress(self._frame, wrong=bool(sentence))

    def _describe(self) -> None:
        """Have read aloud with the field what stands around it."""
        mode = self.mode.words if self._target is not None else ""
        self.field.setAccessibleDescription(" ".join(filter(None, (mode, self.error))))

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        side = self._theme.sized(PICTURE)
        self.emoji.setIcon(icon("smile", tokens.text_muted, size=side))
        self.send.setIcon(icon("send", tokens.accent_text, tokens.text_muted, size=side))
        for button in (self.emoji, self.send):
            button.setIconSize(QSize(side, side))
        warning = pixmap("warning", tokens.text_danger, self._theme.sized(16), self.devicePixelRatioF())
        self._mark.setPixmap(warning)
