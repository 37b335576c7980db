"""Joining: an address or an invite, or one of the servers joined before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chatapp.gui import rules
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.theme.icons import icon
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.recent import Recent


class Join(QWidget):
    asked = Signal(str)
    """an address or invite that can be read"""
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
        title = label(self.tr("Server address"), "strong", parent=self)
        title.setBuddy(self.address.edit)
        help_line = label(self.tr("The host finds it at the bottom of their window."), "small", wrap=True, parent=self)
        self.recent = Recent(theme, self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self.address)
        column.addWidget(help_line)
        column.addLayout(buttons)
        column.addWidget(self.recent)
        column.addStretch(1)
        self.button.clicked.connect(self._ask)
        self.address.submitted.connect(self._ask)
        self.back.clicked.connect(self.left)
        self.recent.chosen.connect(self._again)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def set_recent(self, servers: Sequence[str]) -> None:
        """Offer servers joined before, the latest first."""
        if not servers and self.recent.has_keyboard:
            self.address.setFocus()
        self.recent.show_servers(servers)

    def _again(self, server: str) -> None:
        self.address.set_text(server)
        self._ask()

    def _ask(self) -> None:
        address = self.address.value()
        if address is not None:
            self.asked.emit(address)

    def _draw_icons(self) -> None:
        self.back.setIcon(icon("back", self._theme.tokens.text_muted, size=self._theme.sized(16)))
