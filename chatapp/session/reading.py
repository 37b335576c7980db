"""Rooms' logs, where the server keeps them: what is heard live, what is fetched, what the person pages through."""

from collections.abc import Sequence
from typing import Final

from chatapp.protocol.limits import PAGE, TIMELINE
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import Cursor, JoinRoom, Reason
from chatapp.protocol.messages.rich import Ack, Capability, Event, GetHistory, History, Kind, WatchRoom
from chatapp.protocol.sentences import Sentence
from chatapp.session.changes import Intent, Shown
from chatapp.session.core import Core
from chatapp.session.requests import Asked, Requests, Why
from chatapp.session.unread import Call, Place
from chatapp.session.window import Window
from chatapp.text.mentions import mentions

CATCH_UP: Final = 20 * PAGE
"""events that are fetched one page after the other; of more the newest page is enough, and the rest can be paged to"""
_NOT_HERE: Final = Sentence("This message is no longer there.")
_NOT_FOLLOWED: Final = Sentence("The room’s messages are not here. Open the room, then try again.")


class Reading:
    """`room in reading` says whether what is said to the room now stands after all that was said before, so that
    nothing is said twice.
    """

    def __init__(self, core: Core, requests: Requests, capabilities: frozenset[str]) -> None:
        self._core = core
        self._requests = requests
        self._has_pages = Capability.HISTORY in capabilities
        self._acked: dict[str, Ack] = {}
        """messages that are safe, and not seen yet"""
        self._first_pages: dict[str, set[int]] = {}
        """what rooms began with: the past, of which nothing is unread, but for what is heard live as well"""
        self._to_show: dict[str, Asked] = {}
        """what is to be shown once the room's first page is there"""

    def __contains__(self, room: object) -> bool:
        return room in self._core.taken and not self._window(str(room)).follow.behind

    # What is followed

    def enter(self, room: str) -> None:
        """The server sends what is said in the room from now on."""
        window = self._core.window(room)
        if not self._has_pages:
            self._take(window, window.follow.go_blind())
        elif window.follow.behind and not self._is_fetching(room):
            self._fetch(window)

    def leave(self, room: str) -> None:
        """The server sends it no longer."""
        self._window(room).lost()
        self._give_up_showing(room, Reason.NOT_IN_ROOM, _NOT_FOLLOWED)
        for message_id in [each for each, ack in self._acked.items() if ack.room == room]:
            self._settle(message_id)
        self._requests.withdraw(lambda asked: asked.room == room and asked.why is not Why.ASKED)

    def live(self, event: Event) -> None:
        if not self._is_followed(event.room):
            return
        window = self._window(event.room)
        if not event.seq:
            self._take(window, (event,))
            return
        was_behind = window.follow.behind
        fresh = window.follow.hear(event)
        if fresh:
            self._take(window, fresh)
        elif window.follow.behind and not was_behind:
            self._fetch(window)
        elif event.seq in (first := self._first_pages.get(event.room, set())):
            first.discard(event.seq)
            self._count(window, (event,))

    def confirm(self, message_id: str, ack: Ack) -> None:
        """A message of this person is safe. It leaves the outbox when it is seen in its place, or never will be."""
        cursor = self._core.known_to(ack.room)
        is_seen = cursor is not None and (cursor.epoch != ack.epoch or ack.seq <= cursor.seq)
        if is_seen or not self._is_followed(ack.room):
            self._settle(message_id)
        else:
            self._acked[message_id] = ack

    # What the person pages through

    def older(self, room: str, now: float) -> None:
        self._page(room, Why.OLDER, self._window(room).older() if self._has_pages else None, now)

    def newer(self, room: str, now: float) -> None:
        self._page(room, Why.NEWER, self._window(room).newer() if self._has_pages else None, now)

    def newest(self, room: str, now: float) -> None:
        self._page(room, Why.NEWEST, self._window(room).newest() if self._has_pages else None, now)

    def show(self, ticket: int, room: str, seq: int, now: float) -> None:
        core, window = self._core, self._window(room)
        asked = Asked(GetHistory(room), Why.SHOW, ticket, Intent.SHOW, seq=seq)
        if window.timeline.find(seq) is not None:
            self._shown(asked)
        elif not core.is_in(room) and room not in core.watched:
            core.refuse(ticket, Intent.SHOW, room, Reason.NOT_IN_ROOM, _NOT_FOLLOWED)
        elif window.follow.cursor is not None:
            asked.request = window.around(seq)
            window.awaited = asked
            self._requests.send(asked, now)
            core.timeline_changed(room)
        else:
            self._give_up_showing(room, Reason.UNAVAILABLE, _NOT_FOLLOWED)
            self._to_show[room] = asked

    # Answers

    def answer(self, asked: Asked, page: History, now: float) -> None:
        window = self._window(page.room)
        if asked.why in {Why.OLDER, Why.NEWER, Why.NEWEST, Why.SHOW}:
            self._paged(asked, window, page, now)
        elif self._is_followed(page.room):
            if asked.why is Why.BEGIN or window.follow.cursor is None:
                self._begin(window, page)
            elif asked.why is Why.BEGIN_AGAIN:
                self._begin_again(window, page)
            else:
                self._catch_up(window, page)
            if (waits := self._to_show.pop(page.room, None)) is not None:
                self.show(waits.ticket, page.room, waits.seq, now)
            elif window.wants_end and not window.follow.behind:
                self.newest(page.room, now)
        self._core.timeline_changed(page.room)

    def failed(self, asked: Asked, reason: str, detail: str) -> None:
        """A page will not come."""
        room = asked.room or ""
        window = self._window(room)
        match asked.why:
            case Why.OLDER | Why.NEWER | Why.NEWEST | Why.SHOW:
                if asked is window.awaited:
                    window.give_up()
                    self._core.timeline_changed(room)
                if asked.ticket:
                    self._core.refuse(asked.ticket, Intent.SHOW, room, reason, detail)
            case _ if self._is_followed(room):
                self._take(window, window.follow.go_blind())
                self._give_up_showing(room, reason, detail)
            case _:
                pass

    def lost(self, detail: str) -> None:
        """The connection is gone."""
        for room, window in self._core.windows.items():
            if window.timeline.loading:
                self._core.timeline_changed(room)
            window.lost()
        for room in [*self._to_show]:
            self._give_up_showing(room, Reason.UNAVAILABLE, detail)

    # How it is done

    def _take(self, window: Window, events: Sequence[Event]) -> None:
        """The next events of a log."""
        if events:
            window.apply(events, self._core.name)
            self._count(window, events)
            self._core.timeline_changed(window.room)

    def _count(self, window: Window, events: Sequence[Event]) -> None:
        """What is this person's own is settled; what is not is unread."""
        core, room = self._core, window.room
        is_in = core.is_in(room)
        for event in events:
            if event.kind == Kind.MESSAGE:
                is_ours = bool(event.id) and self._settle(event.id)
                if is_in and not is_ours and event.author != core.name and not event.deleted:
                    core.count_unread(room, Place(window.timeline.end - 1, event.seq), self._call(window, event))
                if core.rosters.type(room, event.author, 0.0, on=False):
                    core.typing_changed(room)
            elif event.kind == Kind.EDIT and event.message:
                core.edit_unread(room, event.target, named=bool(mentions(event.message, core.name)))
            elif event.kind == Kind.DELETE:
                core.delete_unread(room, event.target)

    def _call(self, window: Window, event: Event) -> Call:
        """Why a message is for this person."""
        if event.reply_to and window.is_own(event.reply_to):
            return Call.ANSWERED
        return Call.NAMED if mentions(event.message, self._core.name) else Call.NONE

    def _settle(self, message_id: str) -> bool:
        core = self._core
        self._acked.pop(message_id, None)
        unsent = core.outbox.confirm(message_id)
        if unsent is None:
            return False
        core.settle_unsent(unsent)
        return True

    def _begin(self, window: Window, page: History) -> None:
        core, room, before = self._core, window.room, window.follow.cursor
        live = window.follow.waiting
        fresh = window.begin(page, core.name)
        window.timeline.most = TIMELINE
        mark = core.marks.pop(room, None)
        for event in page.events:
            if event.id:
                self._settle(event.id)
        if before is not None:
            self._miss(window, before, page)
            self._count(window, page.events)
        elif mark is not None and mark.epoch == page.epoch:
            if not page.complete:
                self._miss(window, mark, page)
            self._count(window, [event for event in page.events if event.seq > mark.seq and event.seq not in live])
            if (unread := core.unread.get(room)) is not None:
                unread.left_before()
            self._count(window, [event for event in page.events if event.seq > mark.seq and event.seq in live])
        else:
            self._count(window, [event for event in page.events if event.seq in live])
            self._first_pages[room] = {event.seq for event in page.events} - live
        self._begun(window, fresh)

    def _miss(self, window: Window, known: Cursor, page: History) -> None:
        """What was said after the cursor and before the page is unread, and not here."""
        missed = page.events[0].seq - known.seq - 1 if page.events else 0
        if missed > 0 and self._core.is_in(window.room):
            self._core.miss(window.room, known.seq + 1, missed)

    def _begin_again(self, window: Window, page: History) -> None:
        before = window.follow.cursor
        fresh = window.begin_again(page, self._core.name)
        if (unread := self._core.unread.get(window.room)) is not None:
            unread.begin_again()
        self._count(window, page.events)
        self._begun(window, fresh)
        if before is not None and before.epoch == page.epoch:
            self._core.fail_unsure(window.room)

    def _begun(self, window: Window, fresh: Sequence[Event]) -> None:
        self._take(window, fresh)
        for message_id, ack in [*self._acked.items()]:
            if ack.room == window.room:
                self.confirm(message_id, ack)
        if window.follow.behind:
            self._fetch_more(window)

    def _catch_up(self, window: Window, page: History) -> None:
        follow, newest = window.follow, GetHistory(window.room, limit=PAGE)
        if page.recovered and self._is_too_much(window, page):
            self._requests.queue(Asked(newest, Why.BEGIN), first=True)
        elif (fresh := follow.catch_up(page)) is not None:
            self._take(window, fresh)
            if follow.behind:
                self._fetch_more(window)
        elif page.recovered is False:
            self._begin_again(window, page)
        else:
            self._requests.queue(Asked(newest, Why.BEGIN_AGAIN), first=True)

    def _paged(self, asked: Asked, window: Window, page: History, now: float) -> None:
        if asked is not window.awaited:
            if asked.ticket:
                self._shown(asked)
            return
        me = self._core.name
        match asked.why:
            case Why.OLDER:
                window.take_older(page, me)
            case Why.NEWER:
                window.take_newer(page, me)
                if page.complete and window.timeline.newer:
                    self.newer(window.room, now)
            case Why.NEWEST:
                window.take_newest(page, me)
            case _:
                window.take_around(page, me)
                self._shown(asked)

    def _shown(self, asked: Asked) -> None:
        core, room = self._core, asked.room or ""
        if core.timeline(room).find(asked.seq) is not None:
            core.tell(Shown(room, asked.seq))
            core.done(asked.ticket)
        else:
            core.refuse(asked.ticket, Intent.SHOW, room, Reason.MESSAGE_NOT_FOUND, _NOT_HERE)

    def _give_up_showing(self, room: str, reason: str, detail: str) -> None:
        waits = self._to_show.pop(room, None)
        if waits is not None:
            self._core.refuse(waits.ticket, Intent.SHOW, room, reason, detail)

    def _is_too_much(self, window: Window, page: History) -> bool:
        """To be fetched page by page; unless a message of this person may be among it."""
        cursor = window.follow.cursor
        missed = page.top - cursor.seq if cursor is not None else 0
        return not page.complete and missed > CATCH_UP and not self._core.outbox.may_have_arrived(window.room)

    def _fetch(self, window: Window) -> None:
        """What the log holds beyond the cursor, or its newest page."""
        room, cursor = window.room, window.follow.cursor
        request: Request = GetHistory(room, limit=PAGE)
        if cursor is not None:
            request = JoinRoom(room, cursor) if room in self._core.taken else WatchRoom(room, cursor)
        self._requests.queue(Asked(request, Why.BEGIN if cursor is None else Why.FOLLOW), first=True)

    def _fetch_more(self, window: Window) -> None:
        cursor = window.follow.cursor
        assert cursor is not None
        request = GetHistory(window.room, after=cursor.seq, limit=PAGE)
        self._requests.queue(Asked(request, Why.FOLLOW), first=True)

    def _is_fetching(self, room: str) -> bool:
        return self._requests.any(
            lambda asked: asked.room == room and asked.why in {Why.BEGIN, Why.BEGIN_AGAIN, Why.FOLLOW}
        )

    def _is_followed(self, room: str) -> bool:
        return room in self._core.taken or room in self._core.watched

    def _page(self, room: str, why: Why, request: GetHistory | None, now: float) -> None:
        if request is not None:
            asked = self._window(room).awaited = Asked(request, why)
            self._requests.send(asked, now)
            self._core.timeline_changed(room)

    def _window(self, room: str) -> Window:
        return self._core.window(room)
