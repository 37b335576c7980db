"""A bar that tells something where it happened, with what to do about it; it never takes the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.plain import tooltip
from chatapp.gui.theme.icons import icon, pixmap
from chatapp.gui.theme.look import label, push_button
from chatapp.gui.theme.theme import Theme

PICTURE = 18


class NoticeBar(QFrame):
    """Hidden until there is something to tell."""

    def __init__(self, theme: Theme, picture: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._act: Callable[[], None] | None = None
        self.setProperty("look", "bar")
        self._mark = QLabel(self)
        self._words = label("", wrap=True, parent=self)
        self.action = push_button("", self)
        self.action.hide()
        self.dismiss = QToolButton(self)
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setToolTip(tooltip(self.tr("Dismiss")))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.dismiss.clicked.connect(self.hide)
        self.action.clicked.connect(self._do)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    @property
    def text(self) -> str:
        """What is told; meaningless while the bar is hidden."""
        return self._words.text()

    def tell(
        self,
        text: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        dismissible: bool = True,
        aloud: bool = True,
    ) -> None:
        """Show a text, and a button that does something about it where `action` names one. The text is read aloud,
        unless it is one that only counts on."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._act = act
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.dismiss.setVisible(dismissible)
        self.show()
        if aloud:
            read_aloud(self, text)

    def _do(self) -> None:
        if self._act is not None:
            self._act()

    def _draw_icons(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.text_danger if self._picture == "warning" else tokens.text_muted
        self._mark.setPixmap(pixmap(self._picture, colour, self._theme.sized(PICTURE), self.devicePixelRatioF()))
        self.dismiss.setIcon(icon("close", tokens.text_muted, size=self._theme.sized(16)))
