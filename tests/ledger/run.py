"""Kills, cuts, and what must hold afterwards: nothing that was acknowledged is lost, nothing is shown twice."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from websockets.asyncio.client import connect

from tests.ledger.house import HERE, House, Line
from tests.ledger.ours import Ours
from tests.ledger.person import ROOM, Address, Person

PATIENCE = 60.0
"""seconds for anything at all to happen"""


Books = Person | Ours


class Report(NamedTuple):
    kills: int
    cuts: int
    connections: int
    messages: int
    """in the room's log"""
    strangers: int
    complaints: list[str]


class Progress:
    """Wakes whoever waits for something that the persons do."""

    def __init__(self) -> None:
        self._waiting: asyncio.Future[None] | None = None

    def made(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def next(self) -> None:
        self._waiting = asyncio.get_running_loop().create_future()
        await asyncio.wait_for(self._waiting, PATIENCE)


async def run(folder: Path, *, kills: int, clients: int, ours: int, seed: int) -> Report:
    """So many clients talk, and so many of our own, while the server is killed so often. Every other client's line
    breaks all the time."""
    random = Random(seed)
    progress = Progress()
    house = House(folder)
    direct, cut = Address(), Address()
    line = Line(house, Random(random.random()))
    kinds: list[type[Books]] = [*[Ours] * ours, *[Person] * clients]
    persons = [
        kind(f"p{number}", Random(random.random()), cut if number % 2 else direct, progress.made)
        for number, kind in enumerate(kinds)
    ]
    async with _living(persons):
        try:
            await house.start()
            await house.listens()
            direct.set(f"ws://{HERE}:{house.port}")
            broken = await line.open()
            cut.set(broken)
            for _ in range(kills):
                await _some_time(random, persons, progress)
                direct.clear()
                cut.clear()
                await house.kill()
                await _restart(house, random)
                direct.set(f"ws://{HERE}:{house.port}")
                cut.set(broken)
            line.broken = False
            for person in persons:
                person.talking = False
            top = await _quiet(persons, house, progress)
            events = await history(house.port)
        finally:
            await line.close()
            code = await house.stop()
    complaints = [text for person in persons for text in person.complaints]
    if code != 0:
        complaints.append(f"the server ended with {code}")
    if len(events) != top:
        complaints.append(f"the log says that it has {top} events, and gives {len(events)}")
    complaints += check(persons, events)
    connections = sum(person.connections for person in persons)
    return Report(kills, line.cuts, connections, len(events), sum(person.strangers for person in persons), complaints)


async def _some_time(random: Random, persons: Sequence[Books], progress: Progress) -> None:
    """Until so many messages more are acknowledged, and a moment longer."""

    def acknowledged() -> int:
        return sum(len(person.acknowledged) for person in persons)

    goal = acknowledged() + random.choice((1, 1 + len(persons) // 2, 5 * len(persons)))
    while acknowledged() < goal:
        await progress.next()
    await asyncio.sleep(random.choice((0, random.random() / 500, random.random() / 50)))


async def _restart(house: House, random: Random) -> None:
    """Now and then it is killed while it starts, too."""
    await house.start()
    while random.random() < 0.2:
        await asyncio.sleep(random.random() / 2)
        await house.kill()
        await house.start()
    await house.listens()


async def _quiet(persons: Sequence[Books], house: House, progress: Progress) -> int:
    """Wait until everybody has been told everything. Returns the newest `seq`."""
    while any(person.unacknowledged for person in persons):
        await progress.next()
    top = int((await _ask(house.port, "getHistory", room=ROOM, limit=1))["top"])
    while any(person.seq < top for person in persons):
        await progress.next()
    return top


@asynccontextmanager
async def _living(persons: Sequence[Books]) -> AsyncIterator[None]:
    lives = [asyncio.ensure_future(person.live()) for person in persons]
    try:
        yield
    finally:
        for life in lives:
            life.cancel()
        ends = await asyncio.gather(*lives, return_exceptions=True)
        for end in ends:
            if not isinstance(end, asyncio.CancelledError):
                raise end


async def history(port: int) -> list[dict[str, Any]]:
    """The whole log, as somebody reads it who comes later."""
    events: list[dict[str, Any]] = []
    complete = False
    while not complete:
        page = await _ask(port, "getHistory", room=ROOM, after=events[-1]["seq"] if events else 0)
        events += page["events"]
        complete = page["complete"]
    return events


async def _ask(port: int, action: str, **payload: Any) -> dict[str, Any]:
    async with connect(f"ws://{HERE}:{port}", compression=None) as socket:
        asked = {"username": "Reader", "capabilities": ["history"]}
        await socket.send(json.dumps({"action": "identify", "payload": asked}))
        await socket.send(json.dumps({"action": action, "payload": {**payload, "ref": "r"}}))
        while True:
            frame = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE))
            if frame["payload"].get("ref") == "r":
                return dict(frame["payload"])


def check(persons: Sequence[Books], events: Sequence[dict[str, Any]]) -> list[str]:
    """What is wrong with the books."""
    wrong = []
    if [event["seq"] for event in events] != list(range(1, len(events) + 1)):
        wrong.append("the log has holes, or is out of order")
    log = [(event["seq"], event["message"]) for event in events]
    place = {text: seq for seq, text in log}
    times = Counter(text for _, text in log)
    wrong += [f"{_short(text)} is {count} times in the log" for text, count in times.items() if count > 1]
    for person in persons:
        wrong += [
            f"{_short(text)} was acknowledged as {seq} and is {place.get(text, 'lost')}"
            for text, seq in person.acknowledged.items()
            if place.get(text) != seq and (seq or text not in place)
        ]
        shown = person.timeline
        there = log if person.whole else log[-len(shown) :]
        if shown != there:
            for mine, others in zip(shown, there, strict=False):
                if mine != others:
                    wrong.append(f"{person.name} was shown {mine[0]} where the log has {others[0]}")
                    break
            wrong.append(f"{person.name} was shown {len(shown)} of {len(there)} messages")
        if len(person.acknowledged) != person.said:
            wrong.append(f"{person.name} said {person.said} messages; {len(person.acknowledged)} were acknowledged")
    return wrong


def _short(text: str) -> str:
    return text.partition(" ")[0]
