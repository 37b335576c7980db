"""Where in a room's log a day begins: found with a few pages of it, however long it is."""

from chatapp.protocol.limits import PAGE
from chatapp.protocol.messages.rich import Kind
from chatapp.session.changes import Fetched


class DaySearch:
    """The first message at or after a moment. Ask for the page behind `after`, `take` it, and go on until `done`.

    A log of n events takes about log2(n / PAGE) pages. Where the server's clock was set back, a message of about that
    moment is found.
    """

    def __init__(self, moment: int) -> None:
        """`moment` is milliseconds since the Unix epoch."""
        self._moment = moment
        self._low = 0
        """events up to this `seq` are older"""
        self._high: int | None = None
        """the first that is not has at most this one; unknown before the first page"""
        self.after = 0
        """the `seq` behind which the next page is to begin"""
        self.done = False
        self.found = 0
        """the message's `seq`; 0 where nothing is so new"""
        self.pages = 0
        """taken so far"""

    @property
    def to_come(self) -> int:
        """About as many pages are needed yet."""
        if self.done or self._high is None:
            return 0 if self.done else 1
        return 1 + (max(1, self._high - self._low) // PAGE).bit_length()

    def take(self, page: Fetched) -> None:
        """The page behind `after`."""
        self.pages += 1
        if not page.events:
            self._nothing_behind(page)
            return
        first, last = page.events[0], page.events[-1]
        self._high = min(page.top + 1, self._high or page.top + 1)
        if first.ts >= self._moment and self.after > self._low:
            self._high = self.after + 1
        elif last.ts < self._moment:
            self._low = last.seq
            self.done = page.complete
        else:
            self._end(page)
        self._aim()

    def _end(self, page: Fetched) -> None:
        """The moment is in this page, or just before it."""
        new = (event for event in page.events if event.ts >= self._moment)
        self.found = next((event.seq for event in new if event.kind == Kind.MESSAGE), 0)
        self.done = bool(self.found) or page.complete
        # All that is new here are edits and the like: what follows is as new.
        self._low = self._high = page.events[-1].seq

    def _nothing_behind(self, page: Fetched) -> None:
        """The log ends before what was asked for: it was made shorter meanwhile, or is empty."""
        self.done = self.after <= self._low
        self._high = min(self.after, page.top) + 1
        self._aim()

    def _aim(self) -> None:
        high = self._low if self._high is None else self._high
        self.after = self._low if high - self._low <= PAGE else (self._low + high) // 2
