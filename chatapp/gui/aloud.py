"""Having something read aloud that appeared where the keyboard is not."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def read_aloud(widget: QWidget, text: str) -> None:
    """Tell a screen reader, where one listens; it finishes its sentence first. Nothing for a widget that is hidden."""
    if text and QAccessible.isActive() and widget.isVisible():
        event = QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
