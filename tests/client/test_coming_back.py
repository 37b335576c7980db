"""Our client and our server: what is lost on the way is not lost to people."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from chatapp.protocol.invite import Invite
from chatapp.protocol.limits import PAGE
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session.changes import Done, Fetched, Found, Phase, Refused, Shown
from chatapp.session.keeping import DropMessage, Keeping, KeepMessage, Kept
from chatapp.session.session import Session
from chatapp.session.timeline import EntryKind
from tests.client.person import Person, visiting
from tests.client.toy_server import HERE, invite


@asynccontextmanager
async def ours(folder: Path | None = None, port: int = 0) -> AsyncIterator[tuple[Server, Invite]]:
    history: Any = "memory" if folder is None else "durable"
    server = Server(ServerConfig(host=HERE, port=port, data_dir=folder, history=history, rate_limits=False))
    try:
        yield server, invite(await server.start())
    finally:
        await server.stop()


@asynccontextmanager
async def visiting_both(folder: Path | None) -> AsyncIterator[tuple[Server, Invite, Person, Person]]:
    async with ours(folder) as (server, where), visiting("Ann", where) as ann, visiting("Bo", where) as bo:
        await ann.online()
        await bo.online()
        yield server, where, ann, bo


async def said(person: Person, *texts: str, room: str = "default") -> None:
    """Say these, and wait until all of it is safe. The first one alone: behind what waits, all goes slowly."""
    first, *others = texts
    await person.next(Done, ticket=person.say(first, room))
    tickets = {person.say(text, room) for text in others}
    await person.until(lambda: tickets <= {change.ticket for change in person.changes if isinstance(change, Done)})


async def has(person: Person, texts: list[str], room: str = "default") -> None:
    await person.until(lambda: [text for _, text in person.shown(room)] == texts)


async def test_a_server_that_restarts_has_everything_and_everybody(tmp_path: Path) -> None:
    async with visiting_both(tmp_path) as (server, where, ann, bo):
        await ann.next(Done, ticket=ann.ask("create", "music"))
        await bo.until(lambda: "music" in bo.session.rooms)
        await bo.next(Done, ticket=bo.ask("join", "music"))
        await said(ann, "one", "two", room="music")
        await server.stop()
        await ann.waiting()
        await bo.waiting()
        ann.say("three", "music")
        bo.say("four", "music")
        async with ours(tmp_path, where.addresses[0].port):
            ann.connection.retry_now()
            await has(ann, ["one", "two", "three"], "music")
            bo.connection.retry_now()
            for person in (ann, bo):
                await has(person, ["one", "two", "three", "four"], "music")
                assert not person.session.unsent
            await ann.until(lambda: ann.session.roster("music").names == ("Ann", "Bo"))
            assert (ann.session.name, ann.session.rooms["music"].owned) == ("Ann", True)
            rows = ann.session.timeline("music")
            assert EntryKind.GAP not in {rows[row].kind for row in range(len(rows))}


async def test_connections_that_break_lose_nothing_and_double_nothing() -> None:
    async with visiting_both(None) as (_, _, ann, bo):
        texts = []
        for turn in range(8):
            for person in (ann, bo):
                text = f"{person.session.name} {turn}"
                texts.append(text)
                person.say(text)
            wire = ann.connection._wire
            if wire is not None and turn % 2:
                wire.abort()
            ann.connection.retry_now()
            await bo.until(lambda: not bo.session.unsent)
        await ann.until(lambda: not ann.session.unsent and ann.session.phase is Phase.ONLINE)
        await has(bo, [text for _, text in ann.shown()])
        assert sorted(text for _, text in bo.shown()) == sorted(texts)
        assert not [change for change in ann.changes if isinstance(change, Refused)]


async def test_the_past_of_a_room_can_be_read_without_being_in_it() -> None:
    texts = [f"message {number}" for number in range(2 * PAGE + 20)]
    async with visiting_both(None) as (_, _, ann, bo):
        await ann.next(Done, ticket=ann.ask("create", "music"))
        await said(ann, *texts, room="music")
        await bo.until(lambda: "music" in bo.session.rooms)
        await bo.next(Done, ticket=bo.ask("watch", "music"))
        timeline = bo.session.timeline("music")
        assert timeline.settled == PAGE
        while timeline.older:
            bo.session.older("music", bo.connection._clock())
            bo.connection.wake()
            await bo.until(lambda: not timeline.loading)
        await said(ann, "live", room="music")
        await has(bo, [*texts, "live"], "music")
        assert bo.session.rooms["music"].people == 1, "who looks in is not counted"


async def test_a_message_is_found_and_shown_in_its_place() -> None:
    texts = [f"message {number}" for number in range(3 * PAGE)]
    async with visiting_both(None) as (_, _, ann, bo):
        await said(ann, "a needle", *texts)
        await bo.until(lambda: len(bo.shown()) == len(texts) + 1)
        async with visiting("Carl", ann.invite) as carl:
            await carl.online()
            await carl.until(carl.shown)
            found = await carl.next(Found, ticket=carl.do("search", "NEEDLE", "", carl.connection._clock()))
            [hit] = found.hits
            assert (hit.room, hit.message) == ("default", "a needle")
            carl.do("show", "default", hit.seq, carl.connection._clock())
            await carl.next(Shown, seq=hit.seq)
            assert carl.shown()[0] == ("Ann", "a needle")
            assert carl.session.timeline("default").newer
            page = await carl.next(Fetched, ticket=carl.do("fetch", "default", 0, carl.connection._clock()))
            assert (page.events[0].message, page.complete, page.top) == ("a needle", False, len(texts) + 1)


async def test_what_a_session_kept_the_next_one_sends_once() -> None:
    kept: dict[str, KeepMessage] = {}
    tokens: list[str] = []

    def keep(keeping: list[Keeping]) -> None:
        for each in keeping:
            if isinstance(each, KeepMessage):
                kept[each.id] = each
            elif isinstance(each, DropMessage):
                kept.pop(each.id, None)
            else:
                tokens.append(each.token)

    async with ours() as (_, where):
        async with visiting("Ann", where, keep=keep) as ann:
            await ann.online()
            await said(ann, "one")
            ann.say("two")
            wire = ann.connection._wire
            assert wire is not None
            wire.abort()
            ann.say("three")
        assert [message.text for message in kept.values()] == ["two", "three"]
        later = Session("Ann", kept=Kept(tuple(kept.values()), tokens[-1]))
        async with visiting("Ann", where, keep=keep, session=later) as again:
            await again.until(lambda: not again.session.unsent)
            await again.until(lambda: sorted(text for _, text in again.shown())[-2:] == ["three", "two"])
            assert not kept
