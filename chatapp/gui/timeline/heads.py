"""What stands above a message: pure functions of the message and the one before it."""

from datetime import date
from functools import lru_cache
from time import gmtime, localtime, struct_time
from typing import NamedTuple

from PySide6.QtCore import QLocale, QTime

from chatapp.session.timeline import Entry, EntryKind

GROUP_SECONDS = 5 * 60
"""a later message of the same author stands under the same header, unless more time than this went by"""


class Head(NamedTuple):
    """What a row shows above its text, from the top down."""

    day: date | None
    """a separator with this day's name"""
    new: bool
    """the "new" line"""
    author: bool
    """author and time"""


def head(previous: Entry | None, entry: Entry, *, new: bool) -> Head:
    """What stands above `entry` where `previous` is the row before it; `new` says that the "new" line belongs there.
    A gap belongs to no day, and what follows it says its own.
    """
    if entry.kind is EntryKind.GAP:
        return Head(None, new, author=False)
    today = local(entry.at)[:3]
    if previous is None or previous.kind is EntryKind.GAP or local(previous.at)[:3] != today:
        return Head(date(*today), new, author=True)
    together = previous.author == entry.author and 0 <= entry.at - previous.at <= GROUP_SECONDS
    return Head(None, new, author=new or not together)


def local(at: float) -> struct_time:
    """Local time of a number of seconds since the Unix epoch; the epoch itself where there is no such time."""
    try:
        return localtime(at)
    except (ValueError, OverflowError, OSError):
        return gmtime(0)


def day(at: float) -> date:
    """The local day of a number of seconds since the Unix epoch."""
    return date(*local(at)[:3])


def clock(at: float) -> str:
    """Local hours and minutes, as the language writes them: `09:41`, `9:41 AM`."""
    of = local(at)
    return _clock(of.tm_hour, of.tm_min, QLocale().name())


@lru_cache(maxsize=24 * 60)
def _clock(hour: int, minute: int, _locale: str) -> str:
    """Kept for as long as the language is the same."""
    return QLocale().toString(QTime(hour, minute), QLocale.FormatType.ShortFormat)
