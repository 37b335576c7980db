"""Requests of Part 2: each has a `ref`, which its answer or error repeats."""

from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from chatapp.protocol.limits import ANSWER, REQUEST_RATE
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import SendMessage
from chatapp.protocol.messages.rich import DeleteMessage, EditMessage, Typing
from chatapp.session.changes import Intent
from chatapp.session.pace import Pace

RESERVE: Final = 6.0
"""of the burst of requests that a server takes, for what the person asks for meanwhile"""


class Why(Enum):
    """What a request is for that nobody asked for by hand, or what its page is to be."""

    ASKED = "asked"
    """the person did"""
    BEGIN = "begin"
    """the newest page of a room of which nothing is known, or of which too much was missed"""
    BEGIN_AGAIN = "begin again"
    """the newest page of a room whose log does not follow what is known"""
    FOLLOW = "follow"
    """what follows the cursor"""
    OLDER = "older"
    NEWER = "newer"
    NEWEST = "newest"
    SHOW = "show"
    ROSTER = "roster"


class Asked(Struct, eq=False):
    """One request that was made; compared by identity. Its ticket is 0 where the session itself made it."""

    request: Request
    why: Why = Why.ASKED
    ticket: int = 0
    intent: Intent | None = None
    since: float = 0.0
    seq: int = 0
    """of SHOW: which message"""

    @property
    def room(self) -> str | None:
        return getattr(self.request, "room", None) or None

    @property
    def text(self) -> str | None:
        return self.request.message if isinstance(self.request, EditMessage) else None


class Requests:
    """What is to be sent, what waits until the server can be asked that much, and what is not answered yet."""

    def __init__(self) -> None:
        self._line: list[Request] = []
        self._waiting: deque[Asked] = deque()
        self._open: dict[str, Asked] = {}
        self._count = 0
        burst, rate = REQUEST_RATE
        self._pace = Pace(burst - RESERVE, rate)

    def send(self, asked: Asked, now: float, *, counts: bool = True) -> None:
        """It goes out now. `counts` where it did not wait here."""
        self._count += 1
        ref = str(self._count)
        asked.request = replace(asked.request, ref=ref)
        asked.since = now
        self._line.append(asked.request)
        self._open[ref] = asked
        if counts and not isinstance(asked.request, SendMessage | EditMessage | DeleteMessage):
            self._pace.spend(now)

    def say(self, note: Typing) -> None:
        """It goes out now, and is never answered."""
        self._line.append(note)

    def queue(self, asked: Asked, *, first: bool = False) -> None:
        """It goes out when the server can be asked that much."""
        if first:
            self._waiting.appendleft(asked)
        else:
            self._waiting.append(asked)

    def pause(self, now: float) -> None:
        """The server wants to be asked less."""
        self._pace.pause(now)

    def release(self, now: float) -> list[Asked]:
        """What waited and may go out now; to be sent."""
        released = []
        while self._waiting and self._pace.take(now):
            released.append(self._waiting.popleft())
        return released

    def answered(self, ref: str) -> Asked | None:
        """The request that an answer belongs to; it is open no longer."""
        return self._open.pop(ref, None)

    def peek(self, ref: str) -> Asked | None:
        """The same, where another answer may follow."""
        return self._open.get(ref)

    def any(self, wanted: Callable[[Asked], bool]) -> bool:
        """Whether such a request waits or is open."""
        return any(map(wanted, self._waiting)) or any(map(wanted, self._open.values()))

    def withdraw(self, wanted: Callable[[Asked], bool]) -> bool:
        """Such requests that wait are not to be made any more; whether there were any."""
        before = len(self._waiting)
        self._waiting = deque(asked for asked in self._waiting if not wanted(asked))
        return len(self._waiting) < before

    def overdue(self, now: float) -> list[Asked]:
        """Those that were not answered in time, open no longer. A message has all the time it needs."""
        late = [ref for ref, asked in self._open.items() if self._expires(asked) and asked.since + ANSWER <= now]
        return [self._open.pop(ref) for ref in late]

    def clear(self) -> list[Asked]:
        """The connection is gone. Gives what was open or waited."""
        left = [*self._open.values(), *self._waiting]
        self._open.clear()
        self._waiting.clear()
        self._line.clear()
        return left

    def take_line(self) -> list[Request]:
        line, self._line = self._line, []
        return line

    @property
    def deadline(self) -> float | None:
        """When `release` or `overdue` will have something to give."""
        oldest = next((asked.since for asked in self._open.values() if self._expires(asked)), None)
        if not self._waiting:
            return None if oldest is None else oldest + ANSWER
        return self._pace.next if oldest is None else min(self._pace.next, oldest + ANSWER)

    @staticmethod
    def _expires(asked: Asked) -> bool:
        return not isinstance(asked.request, SendMessage)
