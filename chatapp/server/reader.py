"""Reads from the history beside everything else: a page is looked up and encoded on a thread of its own.

A search may take a hundred times as long as a page, so searches have a thread of their own: whoever searches all the
time keeps nobody from reading, and only so many searches of one connection wait for it.
"""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from chatapp.protocol.codec import encode
from chatapp.protocol.limits import READS, SEARCHES
from chatapp.protocol.messages import Reply
from chatapp.protocol.messages.base import Error, Reason
from chatapp.protocol.messages.rich import History, Results
from chatapp.rooms.effects import Find, ReadPage
from chatapp.server.complaints import Complaints
from chatapp.server.frames import text_frame
from chatapp.server.peer import Peer
from chatapp.server.workers import Workers
from chatapp.storage.base import NoRoom, Storage

THREADS: Final = 2
"""for pages"""
BUSY: Final = "The server is busy looking up what others asked for. Try again in a moment."
SEARCHING: Final = f"You have {SEARCHES} searches under way. Wait for one of them, then try again."
FAILED: Final = "The server cannot read its history just now. Try again later."

Read = ReadPage[Peer] | Find[Peer]
Answer = Callable[[Peer, bytes], None]


class Pool(Protocol):
    """What `Workers` do."""

    def submit(self, work: Callable[[], None]) -> None: ...

    def stop(self, timeout: float) -> bool: ...


class Reader:
    """`tell` is `loop.call_soon_threadsafe`, or something like it: answers come by way of it."""

    def __init__(
        self,
        storage: Storage,
        tell: Callable[[Callable[[], None]], object],
        pool: Callable[[int, str], Pool] = Workers,
    ) -> None:
        """`pool` makes so many threads of that name."""
        self._storage = storage
        self._tell = tell
        self._pages = pool(THREADS, "chatapp-reader")
        self._searches = pool(1, "chatapp-searcher")
        self._reading = 0
        self._searching: Counter[Peer] = Counter()
        """connection to its searches under way"""
        self._complain = Complaints(__name__).say

    def read(self, what: Read, answer: Answer) -> None:
        """Have `answer` called with the connection and the frame for it, once: later, or now where too many wait."""
        refusal = self._admit(what)
        if refusal:
            answer(what.connection, _frame(Error(Reason.UNAVAILABLE, refusal, what.ref)))
            return
        pool = self._searches if isinstance(what, Find) else self._pages
        pool.submit(lambda: self._read(what, answer))

    def stop(self, timeout: float) -> bool:
        """Finish what is being read and drop what waits. Blocks for as long as that takes; False where a disk does not
        answer in time."""
        until = time.monotonic() + timeout
        searched = self._searches.stop(timeout)
        return self._pages.stop(max(until - time.monotonic(), 0)) and searched

    def _admit(self, what: Read) -> str:
        """Count it in, or say why not."""
        if not isinstance(what, Find):
            if self._reading >= READS:
                return BUSY
            self._reading += 1
            return ""
        if self._searching[what.connection] >= SEARCHES:
            return SEARCHING
        if self._searching.total() >= READS:
            return BUSY
        self._searching[what.connection] += 1
        return ""

    def _read(self, what: Read, answer: Answer) -> None:
        frame = _frame(self._look_up(what))
        with suppress(RuntimeError):  # the event loop did not wait for a disk that took too long
            self._tell(lambda: self._done(what, frame, answer))

    def _done(self, what: Read, frame: bytes, answer: Answer) -> None:
        if isinstance(what, Find):
            self._searching[what.connection] -= 1
            self._searching += Counter()  # forgets those of whom nothing is left
        else:
            self._reading -= 1
        answer(what.connection, frame)

    def _look_up(self, what: Read) -> Reply:
        try:
            return self._page(what) if isinstance(what, ReadPage) else self._found(what)
        except NoRoom:
            return Error(Reason.ROOM_NOT_FOUND, f"There is no room called “{what.room}”.", what.ref)
        except Exception:  # noqa: BLE001  # whatever it is, the one who asked is told and the server goes on
            self._complain("The history could not be read", exc_info=True)
            return Error(Reason.UNAVAILABLE, FAILED, what.ref)

    def _page(self, what: ReadPage[Peer]) -> History:
        if what.since is not None:
            page = self._storage.since(what.room, what.since, what.limit)
        else:
            page = self._storage.page(what.room, before=what.before, after=what.after, limit=what.limit)
        recovered = page.recovered if what.since is not None else None
        return History(what.room, page.epoch, page.events, page.complete, page.top, recovered, what.ref)

    def _found(self, what: Find[Peer]) -> Results:
        found = self._storage.search(what.query, what.room, before=what.before, limit=what.limit)
        return Results(found.hits, found.next, what.ref)


def _frame(reply: Reply) -> bytes:
    return text_frame(encode(reply))
