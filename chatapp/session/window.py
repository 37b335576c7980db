"""What is here of one room's log: where it is followed to, and which part of it the timeline shows.

The timeline ends with what is followed (`timeline.newer` is false), or is a part further back, which grows by pages at
either end. Rows are as they are at the cursor: a page that was read before an edit that arrived before the page gets
that edit again, and what a page holds beyond the cursor is left to arrive by itself.
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from chatapp.protocol.limits import PAGE
from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Event, GetHistory, History, Kind
from chatapp.session.follow import Follow
from chatapp.session.story import GAP, Former, Story
from chatapp.session.timeline import EntryKind, Note, Quote, Timeline

BEFORE: Final = PAGE // 2
"""events before the one that is to be shown"""


class Window:
    """`me` is the name that this person goes by."""

    def __init__(self, room: str, timeline: Timeline, former: Former) -> None:
        self.room = room
        self.timeline = timeline
        self.follow = Follow()
        self.awaited: object | None = None
        """who asked for the page that is on its way for the timeline; an answer to anybody else is of no use"""
        self.wants_end = False
        """the person asked for the log's end, and it is not here yet"""
        self._story = Story(timeline, former)
        self._low = self._high = 0
        """the part of the log that the timeline covers; `_high` counts where it does not end with what is followed"""
        self._edge = 0
        """`_low` when older rows were asked for: more may have gone since"""
        self._meanwhile: list[Event] = []
        """what was done to messages while a page is on its way"""

    # What is followed

    def apply(self, events: Sequence[Event], me: str) -> None:
        """The next events of the log, as `follow` gave them."""
        timeline = self.timeline
        first = timeline.first
        self._story.tell(events, me)
        if timeline.first > first:
            self._trimmed(first)
        if self.awaited is not None:
            self._meanwhile += [event for event in events if event.kind != Kind.MESSAGE]

    def note(self, note: Note, at: float) -> None:
        """Who came or went just now."""
        if not self.timeline.newer:
            first = self.timeline.first
            self.timeline.note(note, at)
            self._trimmed(first)

    def begin(self, page: History, me: str) -> Sequence[Event]:
        """The newest page, where nothing of this log is known. Gives the live events that follow it, not applied."""
        self._forget()
        self.timeline.reset(self._story.rows(page.events, me), older=not page.complete)
        self._cover(page)
        self._end_at_top(page)
        return self.follow.start(page)

    def begin_again(self, page: History, me: str) -> Sequence[Event]:
        """The newest page, which does not follow what is known: a GAP says so. What is known stays above it, where
        nothing could be put between the two.
        """
        timeline = self.timeline
        above = []
        is_whole = not page.events or page.events[0].seq == 1
        if is_whole:
            above = [replace(timeline.entry(index), seq=0) for index in range(timeline.first, timeline.end)]
            if not above:
                return self.begin(replace(page, complete=True), me)
        if not above or above[-1].kind is not EntryKind.GAP:
            above.append(GAP)
        self._forget()
        timeline.reset([*above, *self._story.rows(page.events, me)], older=not is_whole)
        self._cover(page)
        return self.follow.start(page)

    def resume(self, cursor: Cursor) -> None:
        """The log was known so far when an earlier session ended; nothing of it is here."""
        self.follow.cursor = cursor
        self._low = cursor.seq + 1
        self.timeline.older = cursor.seq > 0

    def quote(self, seq: int) -> Quote:
        """What an answer to that message quotes."""
        return self._story.quoted(seq)

    def is_own(self, seq: int) -> bool:
        """Whether that message is this person's, as far as is known here."""
        return self._story.is_own(seq)

    def lost(self) -> None:
        """The connection is gone, or the room is left."""
        self.follow.lost()
        self._landed()

    def want_end(self) -> None:
        """The log's end is to be shown once it can be asked for."""
        self.wants_end = self.timeline.newer

    # Pages. Each of these gives the request to be made, if any; who makes it is to be set as `awaited`.

    def older(self) -> GetHistory | None:
        if self.awaited is not None or not self.timeline.older or self.follow.cursor is None:
            return None
        self.timeline.loading_older = True
        self._edge = self._low
        return GetHistory(self.room, before=self._low, limit=PAGE)

    def newer(self) -> GetHistory | None:
        if self.awaited is not None or not self.timeline.newer or self.follow.cursor is None:
            return None
        self.timeline.loading_newer = True
        return GetHistory(self.room, after=self._high, limit=PAGE)

    def newest(self) -> GetHistory | None:
        self.want_end()
        if not self.timeline.newer or self.follow.cursor is None:
            return None
        self._landed()
        self.timeline.loading_newer = True
        return GetHistory(self.room, limit=PAGE)

    def around(self, seq: int) -> GetHistory:
        self.wants_end = False
        self._landed()
        self.timeline.loading_older = True
        return GetHistory(self.room, after=max(0, seq - BEFORE - 1), limit=PAGE)

    def take_older(self, page: History, me: str) -> None:
        if self._is_of_this_log(page) and self._low == self._edge:
            rows = self._story.rows(page.events, me)
            self.timeline.prepend(rows)
            if page.events:
                self._low = page.events[0].seq
            self.timeline.older = not page.complete
            self._end_at_top(page)
            if self.timeline.newer and self.timeline.settled:
                self._high = self._last_seq()
            for row in rows:
                self._story.quote(row)
            self._catch_up(page, me)
        self._landed()

    def take_newer(self, page: History, me: str) -> None:
        if self._is_of_this_log(page):
            events = self._known(page)
            first = self.timeline.first
            self.timeline.append(self._story.rows(events, me))
            self._trimmed(first)
            self._reach(events, page)
            self._catch_up(page, me)
        self._landed()

    def take_newest(self, page: History, me: str) -> None:
        if self._is_of_this_log(page) and (events := self._known(page)):
            self._show(page, events, me, older=not page.complete)
            self._end_at_top(page)
        self._landed()

    def take_around(self, page: History, me: str) -> None:
        if self._is_of_this_log(page) and (events := self._known(page)):
            self._show(page, events, me, older=events[0].seq > 1)
        self._landed()

    def give_up(self) -> None:
        """The page will not come."""
        self.wants_end = False
        self._landed()

    # How it is done

    def _show(self, page: History, events: list[Event], me: str, *, older: bool) -> None:
        self.wants_end = False
        self._story.forget()
        self.timeline.reset(self._story.rows(events, me), older=older)
        self._low = events[0].seq
        self._reach(events, page)
        self._catch_up(page, me)

    def _reach(self, events: list[Event], page: History) -> None:
        """The timeline goes as far as these events."""
        assert self.follow.cursor is not None
        self._high = events[-1].seq if events else self._high
        self.timeline.newer = self._high < self.follow.cursor.seq and not (page.complete and not events)

    def _known(self, page: History) -> list[Event]:
        """The page as far as the log is followed."""
        assert self.follow.cursor is not None
        seq = self.follow.cursor.seq
        return [event for event in page.events if event.seq <= seq]

    def _catch_up(self, page: History, me: str) -> None:
        for event in self._meanwhile:
            if event.seq > page.top:
                self._story.change(event, me)

    def _cover(self, page: History) -> None:
        self._low = page.events[0].seq if page.events else page.top + 1

    def _end_at_top(self, page: History) -> None:
        """Where the log begins later than it once did, a GAP stands above it."""
        timeline = self.timeline
        is_marked = timeline.settled > 0 and timeline.entry(timeline.first).kind is EntryKind.GAP
        if page.complete and not timeline.older and self._low > 1 and not is_marked:
            timeline.prepend([GAP])

    def _trimmed(self, first: int) -> None:
        """Rows may be gone at the top since `first` was that."""
        timeline = self.timeline
        if timeline.first > first:
            self._low = next(
                (seq for index in range(timeline.first, timeline.end) if (seq := timeline.entry(index).seq)), self._low
            )

    def _last_seq(self) -> int:
        timeline = self.timeline
        rows = range(timeline.end - 1, timeline.first - 1, -1)
        return next((seq for index in rows if (seq := timeline.entry(index).seq)), self._high)

    def _is_of_this_log(self, page: History) -> bool:
        return self.follow.cursor is not None and page.epoch == self.follow.cursor.epoch

    def _forget(self) -> None:
        self.wants_end = False
        self._story.forget()
        self._story.forget_own()
        self._landed()

    def _landed(self) -> None:
        self.awaited = None
        self._meanwhile.clear()
        self.timeline.loading_older = self.timeline.loading_newer = False
