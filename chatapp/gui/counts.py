"""Numbers of things, in words and in the digits of the window's language."""

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate


def number(count: int) -> str:
    """“12,000”."""
    return QLocale().toString(count)


def people(count: int) -> str:
    """“1 person”, “12 people”."""
    return translate("Counts", "%Ln people", "", count)


def messages(count: int) -> str:
    """“1 message”, “12,000 messages”."""
    return translate("Counts", "%Ln messages", "", count)


def duration(seconds: int) -> str:
    """“50 seconds”, “1 minute”, “12 minutes”: as exactly as one wants to know beforehand."""
    if seconds < 60:
        tens = max(10, round(seconds, -1))
        return translate("Counts", "%Ln seconds", "", tens)
    minutes = round(seconds / 60)
    return translate("Counts", "%Ln minutes", "", minutes)
