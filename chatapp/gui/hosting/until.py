"""How long something holds: the choices, and a moment in words."""

from collections.abc import Callable
from time import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate

HOUR = 60 * 60
DAY = 24 * HOUR
LENGTHS = (HOUR, DAY, 7 * DAY, 0)
"""seconds; 0 is for good"""

LAST: Final = 253_402_300_799_999
"""the last moment of the year 9999; a server may say what it likes"""

Clock = Callable[[], float]


def lengths() -> dict[str, str]:
    """Those in words, by their number as text."""
    return {
        str(HOUR): translate("Until", "1 hour"),
        str(DAY): translate("Until", "1 day"),
        str(7 * DAY): translate("Until", "7 days"),
        "0": translate("Until", "For good"),
    }


def until(seconds: int, clock: Clock = time) -> int:
    """The moment so many seconds from now, in milliseconds since the epoch; 0 for good."""
    return round((clock() + seconds) * 1000) if seconds else 0


def moment(milliseconds: int) -> str:
    """“29/11/2026 14:05”, as the language writes it; what is no moment that anybody has to do with is the last one."""
    milliseconds = max(0, min(milliseconds, LAST))
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(milliseconds).toLocalTime(), QLocale.FormatType.ShortFormat)


def ends(milliseconds: int, clock: Clock = time) -> str:
    """When something does that holds until then: “for good”, “ended”, or the moment."""
    if not milliseconds:
        return translate("Until", "for good")
    return translate("Until", "ended") if milliseconds <= clock() * 1000 else moment(milliseconds)
