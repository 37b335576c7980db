"""Numbers of things, in words and in the digits of the window's language."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate

MOST: Final = 2**31 - 1
"""how far Qt counts things"""


def fit(count: int) -> int:
    """A number from elsewhere, as one of things that can be counted: a server may say what it likes."""
    return max(0, min(count, MOST))


def number(count: int) -> str:
    """“12,000”."""
    return QLocale().toString(fit(count))


def people(count: int) -> str:
    """“1 person”, “12 people”."""
    return translate("Counts", "%Ln people", "", fit(count))


def messages(count: int) -> str:
    """“1 message”, “12,000 messages”."""
    return translate("Counts", "%Ln messages", "", fit(count))


def duration(seconds: int) -> str:
    """“50 seconds”, “1 minute”, “12 minutes”: as exactly as one wants to know beforehand."""
    if seconds < 60:
        tens = max(10, round(seconds, -1))
        return translate("Counts", "%Ln seconds", "", tens)
    minutes = round(seconds / 60)
    return translate("Counts", "%Ln minutes", "", minutes)
