"""A line to type a password into, which shows it only to whoever wants to see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from chatapp.gui import rules
from chatapp.gui.checked_field import CheckedField
from chatapp.gui.theme.look import push_button


class SecretField(CheckedField):
    """Nothing of it is remembered."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, rules.password, parent=parent)
        self.show_it = push_button("", self)
        self.show_it.setProperty("look", "link")
        self.show_it.setCheckable(True)
        self.show_it.setAccessibleName(self.tr("Show the password"))
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_it.toggled.connect(self._show)
        self._show(shown=False)

    def clear(self) -> None:
        """Forget what was typed, and hide what comes next."""
        self.set_text("")
        self.show_it.setChecked(False)

    def _show(self, shown: bool) -> None:
        self.show_it.setText(self.tr("Hide it") if shown else self.tr("Show it"))
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
