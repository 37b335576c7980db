"""The line that says who is writing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from chatapp.gui.elided import Elided
from chatapp.gui.names import person

translate = QCoreApplication.translate


class TypingLine(Elided):
    """Takes its room whether somebody writes or not, so that nothing moves when they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("small", parent)
        self.setContentsMargins(16, 0, 16, 0)

    def show_typing(self, names: Sequence[str]) -> None:
        """Say that these people write; nothing where nobody does."""
        self.show_text(typing_words([person(name) for name in names]))


def typing_words(names: Sequence[str]) -> str:
    """Who is typing, in words."""
    match names:
        case []:
            return ""
        case [one]:
            return translate("Composer", "{name} is typing…").format(name=one)
        case [one, other]:
            return translate("Composer", "{name} and {other} are typing…").format(name=one, other=other)
        case [one, other, third]:
            words = translate("Composer", "{name}, {other} and {third} are typing…")
            return words.format(name=one, other=other, third=third)
        case _:
            return translate("Composer", "Several people are typing…")
