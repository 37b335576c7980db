"""A dialog that asks for one line and stays until the server has agreed to it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from chatapp.gui.checked_field import CheckedField
from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.secret_field import SecretField
from chatapp.gui.theme.look import label


class AskText(DialogWindow):
    asked = Signal(str)
    """a text that keeps the rule; the owner then calls `accept` or `refuse`"""

    def __init__(
        self,
        title: str,
        field: str,
        agree: str,
        rule: Callable[[str], str],
        *,
        text: str = "",
        explanation: str = "",
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`field` names the line, `agree` the button. A `secret` is not seen while it is typed."""
        super().__init__(parent)
        self.entitle(title, explanation)
        self.field = SecretField(field, self) if secret else CheckedField(field, rule, text, parent=self)
        name = label(field, "strong", parent=self)
        name.setBuddy(self.field.edit)
        self.body.addWidget(name)
        self.body.addWidget(self.field)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.agree = self.add_button(agree, "primary", default=True)
        self.agree.clicked.connect(self._ask)
        self.field.edited.connect(lambda: self.agree.setEnabled(True))
        self.field.edit.selectAll()
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it could not be done; another text may be tried."""
        self.agree.setEnabled(True)
        self.field.show_error(sentence)
        self.field.setFocus()

    def _ask(self) -> None:
        value = self.field.value()
        if value is not None:
            # Until the answer: one press, one request.
            self.agree.setEnabled(False)
            self.asked.emit(value)
