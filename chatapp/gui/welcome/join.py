"""Joining: an address or an invite."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui import rules
from chatapp.gui.aloud import read_aloud
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.secret_field import SecretField
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme


class Join(QWidget):
    asked = Signal(str)
    """an address or invite that can be read"""
    password_given = Signal(str)
    """to the server that asks for one"""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.address = CheckedField(
            self.tr("Server address"), rules.address, hint=self.tr("192.168.1.20:20200, or an invite"), parent=self
        )
        self.button = push_button(self.tr("Join"), self)
        self.button.setProperty("look", "primary")
        self.back = push_button(self.tr("Back"), self)
        self.back.setProperty("look", "quiet")
        title = label(self.tr("Address or invite"), "strong", parent=self)
        title.setBuddy(self.address.edit)
        about = self.tr("Whoever hosts can give you one. Or choose a chat from the list below.")
        help_line = label(about, "small", wrap=True, parent=self)
        self.password = SecretField(self.tr("Password"), self)
        self._locked = QWidget(self)
        locked = QVBoxLayout(self._locked)
        locked.setContentsMargins(0, 6, 0, 0)
        locked.setSpacing(6)
        name = label(self.tr("Password"), "strong", parent=self._locked)
        name.setBuddy(self.password.edit)
        self._why = label("", "small", wrap=True, parent=self._locked)
        locked.addWidget(name)
        locked.addWidget(self._why)
        locked.addWidget(self.password)
        self._locked.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(help_line)
        column.addWidget(self.address)
        column.addWidget(self._locked)
        column.addLayout(buttons)
        column.addStretch(1)
        self.button.clicked.connect(self._ask)
        self.address.submitted.connect(self._ask)
        self.address.edited.connect(self.forget_password)
        self.password.submitted.connect(self._ask)
        self.back.clicked.connect(self.left)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def ask(self, address: str) -> None:
        """Join this one, as if it had been typed."""
        self.forget_password()
        self.address.set_text(address)
        self._ask()

    @property
    def asks_password(self) -> bool:
        """Whether the server of this address waits for one."""
        return not self._locked.isHidden()

    def ask_password(self, sentence: str, *, wrong: bool) -> None:
        """The server is there, and lets in whoever knows its password; `sentence` says so, or that it was `wrong`."""
        self._locked.show()
        if wrong:
            self.password.show_error(sentence)
        else:
            self._why.setText(sentence)
            self.password.edit.setAccessibleDescription(sentence)
            read_aloud(self._why, sentence)
        self.password.setFocus()

    def forget_password(self) -> None:
        """No server waits for one any more."""
        self._locked.hide()
        self.password.clear()

    def _ask(self) -> None:
        if self.asks_password:
            self._give_password()
            return
        address = self.address.value()
        if address is not None:
            self.asked.emit(address)

    def _give_password(self) -> None:
        password = self.password.value()
        if password is not None:
            self.password.clear()
            self.password_given.emit(password)

    def _draw_icons(self) -> None:
        self.back.setIcon(icon("back", self._theme.tokens.text_muted, size=self._theme.sized(16)))
