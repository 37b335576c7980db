"""The one rule by which a room's log is followed: next `seq` → apply; seen → drop; gap or new `epoch` → fetch."""

from collections.abc import Sequence
from typing import Final

from chatapp.protocol.limits import PAGE
from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event, History

ASIDE: Final = 4 * PAGE
"""events that are kept while a page is on its way; what came beyond them is fetched again"""


class Follow:
    """How far a room's log is known.

    While `behind`, a page is wanted or on its way, and live events wait; what `hear`, `start` and `catch_up` give is to
    be applied, in order. Each event is given once, and none is left out without `catch_up` saying so.
    """

    def __init__(self) -> None:
        self.cursor: Cursor | None = None
        """None before the first page"""
        self.behind = True
        self.blind = False
        """no page can be had: what comes is taken as it comes"""
        self._aside: list[Event] = []
        self._dropped: Event | None = None
        """the last of those that did not fit"""

    def hear(self, event: Event) -> Sequence[Event]:
        """A live event. Where `behind` turns true, it is to be fetched what is missing."""
        cursor = self.cursor
        if self.blind:
            if cursor is not None and event.epoch == cursor.epoch and event.seq <= cursor.seq:
                return ()
            self.cursor = Cursor(event.epoch, event.seq)
            return (event,)
        if self.behind or cursor is None:
            self._put_aside(event)
            return ()
        if event.epoch == cursor.epoch:
            if event.seq == cursor.seq + 1:
                self.cursor = Cursor(cursor.epoch, event.seq)
                return (event,)
            if event.seq <= cursor.seq:
                return ()
        self.behind = True
        self._put_aside(event)
        return ()

    @property
    def waiting(self) -> set[int]:
        """The `seq`s of the live events that wait."""
        return {event.seq for event in self._aside}

    def start(self, page: History) -> Sequence[Event]:
        """The newest page is where to begin from. Gives the live events that follow it; may be `behind` even so."""
        self.cursor = Cursor(page.epoch, page.events[-1].seq if page.events else page.top)
        return self._caught_up()

    def catch_up(self, page: History) -> Sequence[Event] | None:
        """What follows the cursor. None where it does not follow without a hole: then `start` from the newest page.
        Still `behind` afterwards: there is more to fetch from the cursor.
        """
        cursor = self.cursor
        if cursor is None or page.recovered is False or page.epoch != cursor.epoch:
            return None
        fresh = [event for event in page.events if event.seq > cursor.seq]
        if fresh and fresh[0].seq != cursor.seq + 1:
            return None
        if fresh:
            self.cursor = Cursor(cursor.epoch, fresh[-1].seq)
        if page.complete:
            fresh += self._caught_up()
        return fresh

    def go_blind(self) -> Sequence[Event]:
        """The server gives no pages. Gives the live events that waited for one."""
        self.blind, self.behind = True, False
        aside, self._aside = self._aside, []
        return [each for event in aside for each in self.hear(event)]

    def lost(self) -> None:
        """The connection is gone: what comes next may not follow."""
        self.behind, self.blind = True, False
        self._aside.clear()
        self._dropped = None

    def _put_aside(self, event: Event) -> None:
        if len(self._aside) < ASIDE:
            self._aside.append(event)
        else:
            self._dropped = event

    def _caught_up(self) -> list[Event]:
        assert self.cursor is not None
        self.behind = False
        (aside, self._aside), (dropped, self._dropped) = (self._aside, []), (self._dropped, None)
        fresh = [each for event in aside if event.epoch == self.cursor.epoch for each in self.hear(event)]
        if dropped is not None and dropped.epoch == self.cursor.epoch and dropped.seq > self.cursor.seq:
            self.behind = True
        return fresh
