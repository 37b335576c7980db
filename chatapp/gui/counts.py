"""Numbers of things, in words."""

from PySide6.QtCore import QCoreApplication


def people(count: int) -> str:
    """“1 person”, “12 people”."""
    if count == 1:
        return QCoreApplication.translate("Counts", "1 person")
    return QCoreApplication.translate("Counts", "{count} people").format(count=count)
