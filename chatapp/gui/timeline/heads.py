"""What stands above a message: pure functions of the message and the one before it."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from chatapp.session.timeline import Entry

GROUP_SECONDS = 5 * 60
"""a later message of the same author stands under the same header, unless more time than this went by"""

_NO_TIME = datetime.fromtimestamp(0, UTC)


class Head(NamedTuple):
    """What a row shows above its text, from the top down."""

    day: date | None
    """a separator with this day's name"""
    new: bool
    """the "new" line"""
    author: bool
    """author and time"""


def head(previous: Entry | None, entry: Entry, *, new: bool) -> Head:
    """What stands above `entry` where `previous` is the row before it; `new` says that the "new" line belongs there."""
    day = moment(entry.at).date()
    if previous is None or moment(previous.at).date() != day:
        return Head(day, new, author=True)
    together = previous.author == entry.author and 0 <= entry.at - previous.at <= GROUP_SECONDS
    return Head(None, new, author=new or not together)


def moment(at: float) -> datetime:
    """Local time of a number of seconds since the Unix epoch; the epoch itself where there is no such time."""
    try:
        return datetime.fromtimestamp(at, UTC).astimezone()
    except (ValueError, OverflowError, OSError):
        return _NO_TIME


def clock(at: float) -> str:
    """Local hours and minutes, as in `09:41`."""
    local = moment(at)
    return f"{local.hour:02}:{local.minute:02}"
