"""What all dialogs have in common: opened, never executed; plain text; buttons that say what they do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chatapp.gui.plain import heading
from chatapp.gui.theme.look import label

WIDTH = 400


class DialogWindow(QDialog):
    """A column: heading, text, whatever the dialog adds to `body`, then the buttons. Gone once closed. Never narrower
    than what is in it, such as long buttons in large text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "heading", wrap=True, parent=self)
        self._text = label("", wrap=True, parent=self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self.body, 1)
        column.addSpacing(4)
        column.addLayout(self._buttons)

    def event(self, event: QEvent) -> bool:
        layout = self.layout() if event.type() == QEvent.Type.LayoutRequest else None
        if layout is not None:
            # Qt asks the layout for this only where no smallest width was set.
            self.setMinimumWidth(max(self.minimumWidth(), layout.minimumSize().width()))
        return super().event(event)

    def entitle(self, title: str, text: str = "") -> None:
        """The dialog's heading, which is its window's title too, and what is to be said beneath it."""
        self.setWindowTitle(heading(title))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def add_button(self, text: str, look: str | None = None, *, default: bool = False) -> QPushButton:
        """A button at the end of the row; the default one is pressed by Enter, unless the keyboard is at another."""
        button = QPushButton(text, self)
        button.setAutoDefault(True)
        button.setDefault(default)
        if look is not None:
            button.setProperty("look", look)
        self._buttons.addWidget(button)
        return button
