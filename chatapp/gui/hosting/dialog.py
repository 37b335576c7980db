"""Hosting from the menu: who can join and where, then the addresses to give to others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget

from chatapp.gui import rules
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.look import label
from chatapp.protocol.limits import PORT

EVERYWHERE = ""
"""every interface of this computer"""
HERE = "127.0.0.1"


class HostDialog(DialogWindow):
    """Stays open, with what went wrong in it, until hosting has begun."""

    asked = Signal(str, int)
    """the address to listen on (empty: every interface) and the port"""
    any_port_asked = Signal(str)
    """the same with the next port that is free"""

    def __init__(self, bind: str = EVERYWHERE, port: int = PORT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Host a chat"))
        self._bind = bind
        self.everyone = QRadioButton(self.tr("Everyone on my network"), self)
        self.only_here = QRadioButton(self.tr("Only this computer"), self)
        (self.only_here if bind in {HERE, "localhost", "::1"} else self.everyone).setChecked(True)
        self.port = CheckedField(self.tr("Port"), rules.port, str(port or PORT), parent=self)
        self.next_port = QPushButton(self.tr("Use the next free port"), self)
        self.next_port.hide()
        self.body.addWidget(label(self.tr("Who can join?"), "strong"))
        self.body.addWidget(self.everyone)
        self.body.addWidget(self.only_here)
        self.body.addSpacing(6)
        port_name = label(self.tr("Port"), "strong")
        port_name.setBuddy(self.port.edit)
        self.body.addWidget(port_name)
        self.body.addWidget(self.port)
        self.body.addWidget(self.next_port)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.start = self.add_button(self.tr("Start hosting"), "primary", default=True)
        self.start.clicked.connect(self._ask)
        self.next_port.clicked.connect(self._ask_any)
        self.port.edited.connect(self.next_port.hide)
        self.start.setFocus()

    @property
    def bind(self) -> str:
        """Where to listen. An address that was asked for by the command line stays the choice for everyone."""
        if self.only_here.isChecked():
            return self._bind if self._bind in {"localhost", "::1"} else HERE
        return EVERYWHERE if self._bind in {HERE, "localhost", "::1"} else self._bind

    def refuse(self, sentence: str, *, port_taken: bool) -> None:
        """Say why hosting did not begin; offer another port where that would help."""
        self.port.show_error(sentence)
        self.next_port.setVisible(port_taken)
        self.start.setEnabled(True)

    def _ask(self) -> None:
        port = self.port.value()
        if port is not None:
            self._wait()
            self.asked.emit(self.bind, int(port))

    def _ask_any(self) -> None:
        self._wait()
        self.any_port_asked.emit(self.bind)

    def _wait(self) -> None:
        """Until the answer: one press, one attempt."""
        self.port.show_error("")
        self.next_port.hide()
        self.start.setEnabled(False)
