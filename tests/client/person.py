"""Somebody who uses a connection: a session, what it said, and waiting for it without looking at the time."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from chatapp.client.connection import Connection
from chatapp.protocol.invite import Invite
from chatapp.session.changes import Change, Phase, PhaseChanged
from chatapp.session.session import Session
from chatapp.session.timeline import EntryKind

C = TypeVar("C", bound=Change)
PATIENCE = 20.0


async def turns_until(condition: Callable[[], object]) -> None:
    """Go on when something holds that nobody tells of; it is looked at in every turn of the loop."""
    turn = asyncio.Event()
    async with asyncio.timeout(PATIENCE):
        while not condition():
            turn.clear()
            asyncio.get_running_loop().call_soon(turn.set)
            await turn.wait()


class Person:
    def __init__(self, name: str, invite: Invite, *, session: Session | None = None, **options: Any) -> None:
        self.session = session or Session(name)
        self.invite = invite
        self.changes: list[Change] = []
        self.batches = 0
        self._newer = asyncio.Event()
        self.connection = Connection(
            self.session, invite, **{"deliver": self.deliver, "random": lambda: 1.0, **options}
        )

    def deliver(self, changes: list[Change]) -> None:
        assert changes
        self.changes += changes
        self.batches += 1
        self._newer.set()

    async def until(self, condition: Callable[[], object]) -> None:
        """Go on when the condition holds; it is looked at whenever something changed."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self._newer.clear()
                await self._newer.wait()

    async def next(self, kind: type[C], **fields: object) -> C:
        """The first change of this kind and with these fields; it and what came before it is not looked at again."""
        found: list[C] = []

        def look() -> bool:
            for place, change in enumerate(self.changes):
                if isinstance(change, kind) and all(getattr(change, name) == fields[name] for name in fields):
                    del self.changes[: place + 1]
                    found.append(change)
                    return True
            return False

        await self.until(look)
        return found[0]

    async def cut_off(self) -> None:
        """Go on when the socket is gone, of which no change tells."""
        await turns_until(lambda: self.connection._wire is None)

    async def online(self) -> None:
        await self.until(lambda: self.session.phase is Phase.ONLINE)

    async def waiting(self) -> str:
        """What the person is told when an attempt failed or a connection was lost."""
        return (await self.next(PhaseChanged, phase=Phase.WAITING)).detail

    def do(self, intent: str, *arguments: Any) -> int:
        """Ask the session for something, as the window does."""
        ticket: int = getattr(self.session, intent)(*arguments)
        self.connection.wake()
        return ticket

    def say(self, text: str, room: str = "default") -> int:
        return self.do("say", room, text, self.connection._clock(), 0.0)

    def ask(self, intent: str, what: str) -> int:
        return self.do(intent, what, self.connection._clock())

    def shown(self, room: str = "default") -> list[tuple[str, str]]:
        timeline = self.session.timeline(room)
        rows = (timeline[row] for row in range(timeline.settled))
        return [(entry.author, entry.text) for entry in rows if entry.kind is EntryKind.MESSAGE]


@asynccontextmanager
async def visiting(name: str, invite: Invite, **options: Any) -> AsyncIterator[Person]:
    """Somebody whose connection runs until the end of the block, and leaves nothing behind then."""
    person = Person(name, invite, **options)
    running = asyncio.create_task(person.connection.run())
    try:
        yield person
    finally:
        await person.connection.stop()
        await running
