"""When something was said, as briefly as the day allows."""

from time import time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from chatapp.gui.timeline.heads import local


def when(ts: int, now: float | None = None) -> str:
    """The hour of today, the day of this year, or the whole date of others; local, in the user's language.

    `ts` is in milliseconds, `now` in seconds since the Unix epoch; now itself without one.
    """
    said, today = local(ts / 1000), local(time() if now is None else now)
    locale = QLocale()
    if said[:3] == today[:3]:
        return locale.toString(QTime(said.tm_hour, said.tm_min), QLocale.FormatType.ShortFormat)
    day = QDate(said.tm_year, said.tm_mon, said.tm_mday)
    if said.tm_year == today.tm_year:
        return locale.toString(
            day, QCoreApplication.translate("When", "d MMM", "day and month, as QDate::toString writes them")
        )
    return locale.toString(day, QLocale.FormatType.ShortFormat)
