"""Reads from the history beside everything else: a page is looked up and encoded on a thread of its own."""

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Final

from chatapp.protocol.codec import encode
from chatapp.protocol.limits import READS
from chatapp.protocol.messages import Error, History, Reason, Reply, Results
from chatapp.rooms.effects import Find, ReadPage
from chatapp.server.complaints import Complaints
from chatapp.server.frames import text_frame
from chatapp.server.peer import Peer
from chatapp.storage.base import NoRoom, Storage

THREADS: Final = 2
BUSY: Final = "The server is busy looking up what others asked for. Try again in a moment."
FAILED: Final = "The server cannot read its history just now. Try again later."

Read = ReadPage[Peer] | Find[Peer]
Answer = Callable[[Peer, bytes], None]


class Reader:
    """`tell` is `loop.call_soon_threadsafe`, or something like it: answers come by way of it."""

    def __init__(
        self, storage: Storage, tell: Callable[[Callable[[], None]], object], pool: Executor | None = None
    ) -> None:
        self._storage = storage
        self._tell = tell
        self._pool = pool or ThreadPoolExecutor(THREADS, "chatapp-reader")
        self._running = 0
        self._complain = Complaints(__name__).say

    def read(self, what: Read, answer: Answer) -> None:
        """Have `answer` called with the connection and the frame for it, once: later, or now where too many wait."""
        if self._running >= READS:
            answer(what.connection, _frame(Error(Reason.UNAVAILABLE, BUSY, what.ref)))
            return
        self._running += 1
        self._pool.submit(self._read, what, answer)

    def stop(self) -> None:
        """Finish what is being read and drop what waits. Blocks for as long as that takes."""
        self._pool.shutdown(cancel_futures=True)

    def _read(self, what: Read, answer: Answer) -> None:
        frame = _frame(self._look_up(what))
        self._tell(lambda: self._done(what.connection, frame, answer))

    def _done(self, connection: Peer, frame: bytes, answer: Answer) -> None:
        self._running -= 1
        answer(connection, frame)

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
