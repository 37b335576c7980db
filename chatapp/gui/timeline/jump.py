"""The button that leads back to the newest message."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from chatapp.gui.theme.tokens import Tokens

MOST = 999
"""more new messages than this are not counted"""


class JumpButton(QPushButton):
    """`↓ 3 new`; without new messages the arrow alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Not in the way of the Tab key: End does the same.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_count(self, new: int) -> None:
        """Say how many messages came since the reader left the newest one."""
        if new:
            count = f"{MOST}+" if new > MOST else str(new)
            text = self.tr("↓ {count} new").format(count=count)
            spoken = self.tr("{count} new messages").format(count=count)
        else:
            text, spoken = "↓", self.tr("To the newest message")
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(spoken)
            self.setToolTip(spoken)
            self.adjustSize()

    def wear(self, tokens: Tokens) -> None:
        """Take on the colours of a theme."""
        self.setStyleSheet(
            f"QPushButton {{ background: {tokens.accent}; color: {tokens.accent_text}; border: none;"
            " border-radius: 13px; min-height: 26px; max-height: 26px; min-width: 10px; padding: 0 12px;"
            " font-weight: 600; }"
            f"QPushButton:hover {{ background: {tokens.accent_hover}; }}"
            f"QPushButton:pressed {{ background: {tokens.accent_pressed}; }}"
        )
        self.adjustSize()
