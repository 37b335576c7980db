"""Our own client, as the window has it, that keeps the same books."""

import asyncio
import time
from collections.abc import Callable
from random import Random
from urllib.parse import urlsplit

from chatapp.client.connection import Connection
from chatapp.protocol import invite
from chatapp.session.changes import Change, Phase
from chatapp.session.session import Session
from chatapp.session.timeline import EntryKind, State
from tests.ledger.person import IN_FLIGHT, ROOM, Address


class Ours:
    """A `Person` in all that the books ask of one. What it shows is a window over the newest of the log."""

    whole = False

    def __init__(self, name: str, random: Random, url: Address, changed: Callable[[], None]) -> None:
        self.name = name
        self.said = 0
        self.talking = True
        self.connections = 0
        self.strangers = 0
        self._random = random
        self._url = url
        self._changed = changed
        self._session = Session(name)
        self._phase = Phase.CONNECTING
        self._connection: Connection | None = None
        self._texts: list[str] = []
        """what it said, in order"""

    async def live(self) -> None:
        """Be there until cancelled."""
        address = urlsplit(await self._url())
        assert address.hostname is not None
        assert address.port is not None
        there = invite.Invite((invite.Address(address.hostname, address.port),))
        self._connection = Connection(self._session, there, deliver=self._deliver)
        self._url.tell(self._connection.retry_now)
        running = asyncio.ensure_future(self._connection.run())
        try:
            await asyncio.shield(running)
        finally:
            await self._connection.stop()
            await running

    @property
    def unacknowledged(self) -> bool:
        return self._session.unsent > 0

    @property
    def seq(self) -> int:
        """Everything up to there is on the timeline."""
        shown = self.timeline
        return shown[-1][0] if shown else 0

    @property
    def timeline(self) -> list[tuple[int, str]]:
        """What is shown: seq, text."""
        rows = self._session.timeline(ROOM)
        entries = (rows.entry(index) for index in range(rows.first, rows.end))
        return [(entry.seq, entry.text) for entry in entries if entry.kind is EntryKind.MESSAGE and entry.seq]

    @property
    def acknowledged(self) -> dict[str, int]:
        """What it said and is safe, to its `seq`; 0 where that is not on the timeline any more."""
        shown = {text: seq for seq, text in self.timeline}
        return {text: shown.get(text, 0) for text in self._texts[: self.said - self._session.unsent]}

    @property
    def complaints(self) -> list[str]:
        """What should never be."""
        rows = self._session.timeline(ROOM)
        entries = [rows.entry(index) for index in range(rows.first, rows.end)]
        gaps = [entry for entry in entries[1:] if entry.kind is EntryKind.GAP]
        failed = [entry.problem for entry in rows.pending if entry.state is State.FAILED]
        return [*(f"{self.name} has a gap" for _ in gaps), *(f"{self.name} was told {why}" for why in failed)]

    def _deliver(self, changes: list[Change]) -> None:
        phase, self._phase = self._phase, self._session.phase
        if self._phase is not phase:
            self.connections += self._phase is Phase.ONLINE
        if self._phase is not Phase.ONLINE and self._url.known:
            asyncio.get_running_loop().call_soon(self._hurry)
        if self._phase is Phase.ONLINE:
            self._talk()
        elif not self.connections and self._phase is not phase and self._phase in (Phase.WAITING, Phase.REFUSED):
            asyncio.get_running_loop().call_soon(self._another_name)
        self._changed()

    def _hurry(self) -> None:
        assert self._connection is not None
        self._connection.retry_now()

    def _another_name(self) -> None:
        """The first welcome may be lost on its way, and then the name is kept for somebody who cannot show it."""
        self.strangers += 1
        self._session.rename(f"{self.name}~{self.strangers}", time.monotonic())
        assert self._connection is not None
        self._connection.wake()

    def _talk(self) -> None:
        assert self._connection is not None
        while self.talking and self._session.unsent < IN_FLIGHT:
            self.said += 1
            text = f"{self.name}-{self.said} " + "x" * self._random.choice((0, 5, 60, 900))
            self._texts.append(text.strip())
            self._session.say(ROOM, self._texts[-1], time.monotonic(), time.time())
            self._connection.wake()
