"""Quiet hours: when nothing makes a sound or comes to the front. What is unread still shows."""

from datetime import time


def is_quiet(now: time, begin: str, end: str) -> bool:
    """Whether a time of day is in the quiet hours, HH:MM each, the end not included.

    They may go over midnight, and last all day where both are the same.
    """
    start, stop = time.fromisoformat(begin), time.fromisoformat(end)
    return start <= now < stop if start < stop else now >= start or now < stop
