"""Something is being tried, and can be given up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from chatapp.gui.theme.look import label, push_button


class Progress(QWidget):
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("", wrap=True, parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.cancel = push_button(self.tr("Cancel"), self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._label)
        column.addWidget(self._bar)
        column.addLayout(buttons)
        column.addStretch(1)
        self.cancel.clicked.connect(self.cancelled)

    def say(self, text: str) -> None:
        self._label.setText(text)
        self._bar.setAccessibleName(text)
