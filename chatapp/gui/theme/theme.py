"""Which tokens are in force, and who is told when they change."""

from PySide6.QtCore import QObject, Signal

from chatapp.gui.theme.tokens import LIGHT, Tokens


class Theme(QObject):
    """The tokens in force. Panels read `tokens` when they paint and repaint on `changed`."""

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def use(self, tokens: Tokens) -> None:
        """Put other tokens in force; emits `changed` where they differ."""
        if tokens != self._tokens:
            self._tokens = tokens
            self.changed.emit()
