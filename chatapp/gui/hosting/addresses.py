"""The addresses to give to others, each with a button that copies it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.plain import isolated
from chatapp.gui.theme.look import aligned


class AddressesDialog(DialogWindow):
    test_asked = Signal()
    """somebody cannot join with any of them"""

    def __init__(self, addresses: Sequence[str], parent: QWidget | None = None) -> None:
        """The addresses, best first; at least one."""
        super().__init__(parent)
        first, *others = addresses
        self.entitle(
            self.tr("Give this address to others"),
            self.tr("They choose “Join a chat” and type it. Everybody has to be on the same network."),
        )
        self._copied: QPushButton | None = None
        self.copy = self._add(first, self.tr("Address"))
        self.copy.setProperty("look", "primary")
        for address in others:
            self._add(address, self.tr("Another address"))
        test = QPushButton(self.tr("Somebody cannot join? Test my network"), self)
        test.setProperty("look", "link")
        test.setAutoDefault(False)
        test.clicked.connect(self.accept)
        test.clicked.connect(self.test_asked)
        self.body.addWidget(test, 0, Qt.AlignmentFlag.AlignLeading)
        close = self.add_button(self.tr("Done"), default=True)
        close.clicked.connect(self.accept)
        self.copy.setFocus()

    def _add(self, address: str, name: str) -> QPushButton:
        field = QLineEdit(address, self)
        aligned(field)
        field.setReadOnly(True)
        field.setAccessibleName(name)
        button = QPushButton(self.tr("Copy"), self)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Copy {address}").format(address=isolated(address)))
        button.clicked.connect(partial(self._copy, address, button))
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(button)
        self.body.addLayout(row)
        return button

    def _copy(self, address: str, button: QPushButton) -> None:
        QGuiApplication.clipboard().setText(address)
        if self._copied is not None:
            self._copied.setText(self.tr("Copy"))
        button.setText(self.tr("Copied"))
        self._copied = button
