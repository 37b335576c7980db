"""The log of what was done with the server."""

import logging
from collections import deque
from typing import Final

from chatapp.protocol.limits import ACTS, ACTS_PAGE
from chatapp.protocol.messages.hosting import Act
from chatapp.protocol.messages.hosting import Acts as Page
from chatapp.rooms import notes
from chatapp.rooms.log import DropNote, KeepNote, Write

KIND: Final = "act"

log = logging.getLogger(__name__)


class ActLog:
    """The newest `ACTS` of them. No secret ever stands in one: who writes one says what was done, not with what."""

    def __init__(self) -> None:
        self._acts: deque[Act] = deque()
        """by `seq`"""

    def restore(self, kept: list[KeepNote]) -> None:
        acts = [act for note in kept if (act := notes.read(note, Act)) is not None]
        self._acts.extend(sorted(acts, key=lambda act: act.seq))

    def add(self, by: str, act: str, target: str, detail: str, ts: int) -> list[Write]:
        """What is to be written. It is also told to Python's log."""
        log.info("%s: %s", by, " ".join(filter(None, (act, target, detail))))
        done = Act(self._acts[-1].seq + 1 if self._acts else 1, ts, by, act, target, detail)
        self._acts.append(done)
        writes: list[Write] = [notes.kept(KIND, str(done.seq), done)]
        while len(self._acts) > ACTS:
            writes.append(DropNote(KIND, str(self._acts.popleft().seq)))
        return writes

    def page(self, before: int, ref: str) -> Page:
        """Newest first, below that `seq`; 0 begins."""
        found = [act for act in reversed(self._acts) if not before or act.seq < before]
        shown = found[:ACTS_PAGE]
        return Page(shown, shown[-1].seq if len(found) > len(shown) else 0, ref)
