"""An invite for a whole room of people: the code as large as the screen, for a projector."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.hosting.qr import QrView
from chatapp.gui.plain import isolated
from chatapp.gui.theme.look import label

SHORT = 24
"""characters of an address that is read from the last row"""


class LargeInvite(DialogWindow):
    """Fills the screen; Esc, a click or the button closes it."""

    def __init__(self, link: str, address: str, code: str = "", parent: QWidget | None = None) -> None:
        """`address` is what others can type instead, `code` what they may compare; empty for none."""
        super().__init__(parent)
        self.entitle(self.tr("Join our chat"))
        self.view = QrView(self, least=240)
        self.view.show_code(link, self.tr("QR code of the invite"))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(_large(self.tr("In Chatapp: Join a chat, then type"), 1.8, self))
        self.address = _large(isolated(address), 4.0 if len(address) <= SHORT else 2.0, self, bold=True)
        words.addWidget(self.address)
        if code:
            words.addWidget(_large(self.tr("Code of this host: {code}").format(code=isolated(code)), 1.8, self))
        self.body.addWidget(self.view, 1)
        self.body.addLayout(words)
        close = self.add_button(self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        close.setFocus()

    def open(self) -> None:
        # Not as QDialog does it: on a Mac it would be a sheet of the window beneath, which is never full-screen.
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.showFullScreen()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.accept()
        else:
            super().keyPressEvent(event)


def _large(text: str, times: float, parent: QWidget, *, bold: bool = False) -> QWidget:
    made = label(text, wrap=True, parent=parent)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    font = QFont(parent.font())
    font.setPointSizeF(font.pointSizeF() * times)
    font.setBold(bold)
    made.setFont(font)
    # A style sheet's font would win over the widget's own.
    made.setStyleSheet(f"font-size: {font.pointSizeF():.1f}pt; font-weight: {700 if bold else 400};")
    return made
