"""Numbers of things, in words."""

from PySide6.QtCore import QCoreApplication


def people(count: int) -> str:
    """“1 person”, “12 people”."""
    if count == 1:
        return QCoreApplication.translate("Counts", "1 person")
    return QCoreApplication.translate("Counts", "{count} people").format(count=count)


def messages(count: int) -> str:
    """“1 message”, “12,000 messages”."""
    if count == 1:
        return QCoreApplication.translate("Counts", "1 message")
    return QCoreApplication.translate("Counts", "{count} messages").format(count=f"{count:,}")


def duration(seconds: int) -> str:
    """“50 seconds”, “1 minute”, “12 minutes”: as exactly as one wants to know beforehand."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return QCoreApplication.translate("Counts", "{count} seconds").format(count=max(10, round(seconds, -1)))
    if minutes == 1:
        return QCoreApplication.translate("Counts", "1 minute")
    return QCoreApplication.translate("Counts", "{count} minutes").format(count=minutes)
