"""A dialog that asks before something that cannot be taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.look import label


class Question(DialogWindow):
    """Enter and Esc keep things as they are, unless the keyboard was moved to the other button."""

    agreed = Signal()
    """the owner does it, then calls `accept` or `refuse`"""

    def __init__(self, title: str, text: str, agree: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(title, text)
        self._error = label("", "error", wrap=True, parent=self)
        self._error.hide()
        self.body.addWidget(self._error)
        self.keep = self.add_button(keep, default=True)
        self.agree = self.add_button(agree, "danger")
        self.keep.clicked.connect(self.reject)
        self.agree.clicked.connect(self._agree)
        self.keep.setFocus()

    @property
    def error(self) -> str:
        return self._error.text()

    def refuse(self, sentence: str) -> None:
        """Say why it could not be done; it may be tried again."""
        self._error.setText(sentence)
        self._error.show()
        read_aloud(self._error, sentence)
        self.agree.setEnabled(True)

    def _agree(self) -> None:
        self._error.hide()
        self.agree.setEnabled(False)
        self.agreed.emit()
