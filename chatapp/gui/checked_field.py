"""A line to type into, held to a rule; what is wrong stands beneath it, in place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from chatapp.gui.aloud import read_aloud
from chatapp.gui.theme.look import aligned, dress, label

LONGEST = 2_048


class CheckedField(QWidget):
    """The rule turns a text into a value, or raises ValueError with one sentence. It is asked while the person types,
    and says nothing about a field that is still empty before `value` is."""

    edited = Signal()
    submitted = Signal()
    """Enter was pressed"""

    def __init__(
        self, name: str, rule: Callable[[str], str], text: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`name` is the accessible name, `hint` stands in the empty field."""
        super().__init__(parent)
        self._rule = rule
        self.edit = QLineEdit(text, self)
        aligned(self.edit)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setMaxLength(LONGEST)
        self.edit.setProperty("wrong", False)
        self._error = label("", "error", wrap=True, parent=self)
        policy = self._error.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._error.setSizePolicy(policy)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self._error)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._typed)
        self.edit.returnPressed.connect(self.submitted)

    @property
    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
        self.show_error("")

    @property
    def error(self) -> str:
        """The sentence beneath the field; empty without one."""
        return self._error.text()

    def show_error(self, sentence: str) -> None:
        """Put a sentence beneath the field, and the cursor into it; nothing for an empty one."""
        if sentence != self._error.text():
            read_aloud(self.edit, sentence)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.edit.setAccessibleDescription(sentence)
        dress(self.edit, wrong=bool(sentence))

    def value(self) -> str | None:
        """What the rule makes of the text; None where it is broken, and then the field says so and has the focus."""
        try:
            return self._rule(self.text)
        except ValueError as problem:
            self.show_error(str(problem))
            self.edit.setFocus()
            return None

    def _typed(self) -> None:
        sentence = ""
        if self.text:
            try:
                self._rule(self.text)
            except ValueError as problem:
                sentence = str(problem)
        self.show_error(sentence)
        self.edited.emit()
