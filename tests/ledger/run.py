"""Kills, cuts, and what must hold afterwards: nothing that was acknowledged is lost, nothing is shown twice."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from websockets.asyncio.client import connect

from tests.ledger.house import HERE, House, Line
from tests.ledger.person import ROOM, Address, Person

PATIENCE = 60.0
"""seconds for anything at all to happen"""


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


async def run(folder: Path, *, kills: int, clients: int, seed: int) -> Report:
    """So many clients talk while the server is killed so often. Every other client's line breaks all the time."""
    random = Random(seed)
    progress = Progress()
    house = House(folder)
    direct, cut = Address(), Address()
    line = Line(house, Random(random.random()))
    persons = [
        Person(f"p{number}", Random(random.random()), cut if number % 2 else direct, progress.made)
        for number in range(clients)
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


async def _some_time(random: Random, persons: Sequence[Person], progress: Progress) -> None:
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


async def _quiet(persons: Sequence[Person], house: House, progress: Progress) -> int:
    """Wait until everybody has been told everything. Returns the newest `seq`."""
    while any(person.unacknowledged for person in persons):
        await progress.next()
    top = int((await _ask(house.port, "getHistory", room=ROOM, limit=1))["top"])
    while any(person.seq < top for person in persons):
        await progress.next()
    return top


@asynccontextmanager
async def _living(persons: Sequence[Person]) -> AsyncIterator[None]:
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


def check(persons: Sequence[Person], events: Sequence[dict[str, Any]]) -> list[str]:
    """What is wrong with the books."""
    wrong = []
    if [event["seq"] for event in events] != list(range(1, len(events) + 1)):
        wrong.append("the log has holes, or is out of order")
    place = {event["id"]: event["seq"] for event in events}
    wrong += [f"{mine} is {times} times in the log" for mine, times in Counter(_ids(events)).items() if times > 1]
    log = [(event["seq"], event["id"], event["message"]) for event in events]
    for person in persons:
        wrong += [
            f"{mine} was acknowledged as {seq} and is {place.get(mine, 'lost')}"
            for mine, seq in person.acknowledged.items()
            if place.get(mine) != seq
        ]
        if person.timeline != log:
            with suppress(StopIteration):
                shown, there = next(pair for pair in zip(person.timeline, log, strict=False) if pair[0] != pair[1])
                wrong.append(f"{person.name} was shown {shown[:2]} where the log has {there[:2]}")
            wrong.append(f"{person.name} was shown {len(person.timeline)} of {len(log)} messages")
        if len(person.acknowledged) != person.said:
            wrong.append(f"{person.name} said {person.said} messages; {len(person.acknowledged)} were acknowledged")
    return wrong


def _ids(events: Sequence[dict[str, Any]]) -> list[str]:
    return [event["id"] for event in events]
