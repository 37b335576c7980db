"""Small helpers with which every panel builds its widgets: a look of the style sheet, plain text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget


def dress(widget: QWidget, **properties: object) -> None:
    """Give a widget properties that the style sheet asks for, and have it drawn anew where they differ."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    if changed:
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()


def label(text: str, look: str | None = None, *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """A label that shows its text and never reads it as HTML."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    aligned(made)
    if look is not None:
        made.setProperty("look", look)
    if wrap:
        made.setWordWrap(True)
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made


def push_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """A button that Enter presses as Space does, where the keyboard is at it."""
    made = QPushButton(text, parent)
    made.setAutoDefault(True)
    return made


def aligned(text: QLabel | QLineEdit) -> None:
    """Have a text begin at the side from which the window is read, whatever is written in it: Qt would put Latin
    letters, and the cursor of an empty line, at the left.
    """
    if text.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
