"""A session over real sockets: with old servers, bad ones, ones that come back, and ours."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection

from chatapp.client import connection as module
from chatapp.protocol.invite import Invite
from chatapp.protocol.limits import MESSAGE_SHOWN, RETRY_FIRST, ROOMS_SHOWN
from chatapp.protocol.messages.base import Reason
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session import pending
from chatapp.session.changes import (
    Change,
    Done,
    Intent,
    NameChanged,
    Phase,
    PhaseChanged,
    Refused,
    RoomJoined,
    RoomLeft,
)
from chatapp.session.ground import Credentials
from chatapp.session.timeline import State
from tests.client.person import Person, turns_until, visiting
from tests.client.toy_server import DIALECTS, HERE, Dialect, ToyServer, as_documented, invite, raw, websocket


@asynccontextmanager
async def ours(port: int = 0, **options: Any) -> AsyncIterator[tuple[Server, Invite]]:
    server = Server(ServerConfig(host=HERE, port=port, **options))
    try:
        yield server, invite(await server.start())
    finally:
        await server.stop()


async def settle(connection: ServerConnection, *frames: dict[str, Any] | str | bytes) -> None:
    """Let somebody in, then say these frames."""
    await connection.recv()
    await let_in(connection, *frames)


async def let_in(connection: ServerConnection, *frames: dict[str, Any] | str | bytes) -> None:
    for frame in (as_documented("joined", room="default"), as_documented("roomsList", rooms={"default": 1}), *frames):
        await connection.send(json.dumps(frame) if isinstance(frame, dict) else frame)


def message(author: str, text: str, room: str = "default") -> dict[str, Any]:
    return as_documented("message", **{"from": author, "room": room, "message": text})


# With our server


async def test_two_people_meet_on_our_server() -> None:
    async with ours() as (_, where), visiting("Ann", where) as ann, visiting("Bo", where) as bo:
        await ann.online()
        await bo.online()
        await ann.next(Done, ticket=ann.ask("create", "music"))
        assert ann.session.rooms["music"].owned
        await bo.until(lambda: "music" in bo.session.rooms)
        await bo.next(Done, ticket=bo.ask("join", "music"))
        said = ann.say("Hello, Bo", "music")
        assert ann.session.timeline("music").pending[0].state is State.SENDING
        await ann.next(Done, ticket=said)
        await bo.until(lambda: bo.shown("music") == [("Ann", "Hello, Bo")])
        assert bo.session.rooms["music"].unread == 1
        renamed = ann.ask("rename", "Anna")
        await ann.next(NameChanged, name="Anna")
        await ann.next(Done, ticket=renamed)
        ann.say("Now as Anna", "music")
        await bo.until(lambda: bo.shown("music")[-1] == ("Anna", "Now as Anna"))
        refused = await bo.next(Refused, ticket=bo.ask("delete", "music"))
        assert (refused.reason, refused.intent, refused.room) == (Reason.NOT_ALLOWED, Intent.DELETE, "music")
        deleted = ann.ask("delete", "music")
        assert (await bo.next(RoomLeft)).deleted
        await ann.next(Done, ticket=deleted)
        assert bo.shown("music") == [("Ann", "Hello, Bo"), ("Anna", "Now as Anna")]
        assert ann.shown("music") == bo.shown("music")


async def test_a_host_that_stops_and_starts_again() -> None:
    async with ours() as (server, where), visiting("Ann", where) as ann:
        await ann.online()
        await server.stop()
        assert await ann.waiting() == "The host has stopped the server."
        written = ann.say("said while nobody was there")
        async with ours(where.addresses[0].port):
            ann.connection.retry_now()
            await ann.next(Done, ticket=written)
            assert ann.shown() == [("Ann", "said while nobody was there")]


async def test_a_full_server_says_so() -> None:
    async with ours(max_connections=1) as (_, where), visiting("Ann", where) as ann:
        await ann.online()
        async with visiting("Bo", where) as bo:
            assert "full" in (await bo.waiting())


# With older servers


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS.keys())
async def test_every_dialect_of_older_servers(dialect: Dialect) -> None:
    server = ToyServer(dialect)
    async with websocket(server.serve) as where, visiting("Ann", where) as ann, visiting("Bo", where) as bo:
        await ann.online()
        await bo.online()
        await ann.next(Done, ticket=ann.ask("create", "music"))
        refused = await bo.next(Refused, ticket=bo.ask("create", "music"))
        assert refused.detail == "This room is there already."
        await bo.next(Done, ticket=bo.ask("join", "music"))
        await ann.next(Done, ticket=ann.say("hello", "music"))
        await bo.until(lambda: bo.shown("music") == [("Ann", "hello")])
        taken = await bo.next(Refused, ticket=bo.ask("rename", "Ann"))
        assert (taken.intent, taken.detail) == (Intent.RENAME, "This name is taken.")
        assert bo.session.name == "Bo"
        await bo.next(Done, ticket=bo.ask("rename", "Bob"))
        await bo.next(Done, ticket=bo.say("hello, Ann"))
        await ann.until(lambda: ann.shown() == [("Bob", "hello, Ann")])
        await bo.next(Done, ticket=bo.ask("leave", "music"))
        await ann.next(Done, ticket=ann.ask("delete", "music"))
        await bo.until(lambda: [*bo.session.rooms] == ["default"])


async def test_a_name_refused_after_an_unasked_list_looked_like_a_welcome() -> None:
    server = ToyServer(DIALECTS["a list before anything was asked"])
    async with websocket(server.serve) as where, visiting("Ann", where) as ann:
        await ann.next(Done, ticket=ann.say("I am here"))
        async with visiting("Ann", where) as other:
            await other.until(lambda: other.session.phase is Phase.REFUSED)
            await other.next(Done, ticket=other.ask("rename", "Anna"))
            assert sorted(server.names.values()) == ["Ann", "Anna"]


# Names


async def test_a_taken_name_and_another_one() -> None:
    async with ours() as (_, where), visiting("Ann", where) as ann:
        await ann.online()
        async with visiting("ann", where) as other:
            refused = await other.next(Refused)
            assert (refused.ticket, refused.intent, refused.reason) == (0, Intent.IDENTIFY, Reason.USERNAME_TAKEN)
            assert other.session.phase is Phase.REFUSED
            await other.next(Done, ticket=other.ask("rename", "Bo"))
            assert (other.session.phase, other.session.name) == (Phase.ONLINE, "Bo")


async def test_the_server_ends_a_connection_without_a_name_and_the_next_name_makes_a_new_one() -> None:
    visits = count(1)

    async def serve(connection: ServerConnection) -> None:
        if next(visits) == 1:
            await connection.recv()
            await connection.send(json.dumps(as_documented("error", reason="username_taken", detail="Taken.")))
        else:
            await settle(connection)
            await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        await ann.next(PhaseChanged, phase=Phase.REFUSED)
        await ann.cut_off()
        assert ann.session.phase is Phase.REFUSED
        await ann.next(Done, ticket=ann.ask("rename", "Anna"))
        assert ann.session.name == "Anna"


# Passwords, and being sent away


async def test_a_password_is_asked_for_over_the_same_connection() -> None:
    asked: list[Any] = []

    async def serve(connection: ServerConnection) -> None:
        while not asked or asked[-1] != {"password": "right"}:
            asked.append(json.loads(await connection.recv())["payload"].get("auth"))
            if asked[-1] != {"password": "right"}:
                reason = "auth_failed" if asked[-1] else "auth_required"
                await connection.send(json.dumps(as_documented("error", reason=reason, detail="No.")))
        await let_in(connection)
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        for word in ("wrong", "right"):
            await ann.next(PhaseChanged, phase=Phase.ASKED)
            ann.do("offer", Credentials(password=word), ann.connection._clock())
        await ann.next(PhaseChanged, phase=Phase.ONLINE)
        assert asked == [None, {"password": "wrong"}, {"password": "right"}]


@pytest.mark.parametrize(
    ("code", "reason", "sentence"),
    [
        (4003, "", "The host has removed you from this chat."),
        (4003, "Be \u202e nice.", "The host has removed you from this chat: Be \ufffd nice."),
        (4004, "", "The host does not let you in any more."),
        (4004, "until tomorrow", "The host does not let you in any more: until tomorrow."),
    ],
)
async def test_who_is_sent_away_comes_back_when_they_want_to(
    code: int, reason: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = 0

    async def serve(connection: ServerConnection) -> None:
        nonlocal visits
        visits += 1
        await settle(connection)
        if visits == 1:
            await connection.close(code, reason)
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        gone = await ann.next(PhaseChanged, phase=Phase.TURNED_AWAY)
        assert gone.detail == sentence
        ann.connection._hasten()  # as when the computer wakes
        ann.connection.wake()
        await asyncio.sleep(0)
        assert (visits, ann.session.phase) == (1, Phase.TURNED_AWAY)
        ann.connection.retry_now()
        await ann.next(PhaseChanged, phase=Phase.ONLINE)
        assert visits == 2


async def test_who_is_locked_out_leaves_and_tries_again_when_they_want_to() -> None:
    visits = 0

    async def serve(connection: ServerConnection) -> None:
        nonlocal visits
        visits += 1
        await connection.recv()
        if visits == 1:
            await connection.send(json.dumps(as_documented("error", reason="server_locked", detail="Locked.")))
        else:
            await let_in(connection)
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        assert (await ann.next(PhaseChanged, phase=Phase.TURNED_AWAY)).detail == "Locked."
        await ann.cut_off()
        assert ann.session.phase is Phase.TURNED_AWAY
        ann.connection.retry_now()
        await ann.next(PhaseChanged, phase=Phase.ONLINE)


# Coming back


async def test_rooms_and_messages_come_back() -> None:
    server = ToyServer()
    async with websocket(server.serve) as where, visiting("Ann", where) as ann:
        await ann.online()
        await ann.next(Done, ticket=ann.ask("create", "music"))
        await ann.next(Done, ticket=ann.ask("create", "gone"))
        server.echoes = False
        unconfirmed = ann.say("was this heard?", "music")
        server.rooms.pop("gone")
        [connection] = server.names
        await connection.close(1012)
        lost = await ann.next(Refused, ticket=unconfirmed)
        assert (lost.text, lost.room, lost.reason) == ("was this heard?", "music", Reason.UNAVAILABLE)
        assert await ann.waiting() == "The server is starting again."
        assert ann.session.rooms["music"].joined
        server.echoes = True
        unsent = ann.say("said in between", "music")
        nowhere = ann.say("said in between", "gone")
        ann.connection.retry_now()
        await ann.next(Done, ticket=unsent)
        assert ann.shown("music") == [("Ann", "said in between")]
        await ann.until(lambda: "gone" not in ann.session.rooms)
        texts = [frame["payload"]["message"] for frame in server.log if frame["action"] == "sendMessage"]
        assert texts == ["was this heard?", "said in between"]
        assert ann.session.timeline("gone").pending == []
        assert nowhere not in [change.ticket for change in ann.changes if isinstance(change, Done)]
        assert not [change for change in ann.changes if isinstance(change, RoomJoined)]


async def test_trying_again_by_hand_starts_the_waiting_times_over() -> None:
    frozen = [100.0]
    async with raw(hang_up) as where, visiting("Ann", where, clock=lambda: frozen[0]) as ann:
        for _ in range(3):
            change = await ann.next(PhaseChanged, phase=Phase.WAITING)
            assert change.retry_at == pytest.approx(frozen[0] + RETRY_FIRST / 2)
            ann.connection.retry_now()


async def test_each_attempt_that_fails_makes_the_wait_longer() -> None:
    now = [100.0]
    async with raw(hang_up) as where, visiting("Ann", where, clock=lambda: now[0]) as ann:
        waits = []
        for _ in range(4):
            change = await ann.next(PhaseChanged, phase=Phase.WAITING)
            waits.append(change.retry_at - now[0])
            now[0] = change.retry_at
            ann.connection.wake()
        assert waits == sorted(set(waits))


# Faults: one sentence each


async def hang_up(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    pass


async def never_answer(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    while await reader.read(1024):
        pass


@pytest.mark.parametrize(
    ("code", "reason", "sentence"),
    [
        (1000, "", "The server ended the connection."),
        (1001, "", "The host has stopped the server."),
        (1008, "too many requests", "The server ended the connection: too many requests."),
        (1008, "", "The connection to the server was lost."),
        (1009, "", "The server ended the connection: something that was sent is too long for it."),
        (1013, "", "The server is full at the moment."),
        (3000, "", "The connection to the server was lost."),
    ],
)
async def test_what_a_closing_server_means(code: int, reason: str, sentence: str) -> None:
    async def serve(connection: ServerConnection) -> None:
        await settle(connection)
        await connection.close(code, reason)

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        assert await ann.waiting() == sentence


async def test_a_connection_that_breaks() -> None:
    async def serve(connection: ServerConnection) -> None:
        await settle(connection)
        connection.transport.abort()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        assert await ann.waiting() == "The connection to the server was lost."


async def test_a_server_that_never_says_who_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pending, "ANSWER", 0.05)

    async def serve(connection: ServerConnection) -> None:
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        assert await ann.waiting() == "The server does not answer. It may be busy, or not be a Chatapp server."


async def test_a_message_that_is_never_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pending, "ANSWER", 0.05)
    server = ToyServer(echoes=False)
    async with websocket(server.serve) as where, visiting("Ann", where) as ann:
        await ann.online()
        refused = await ann.next(Refused, ticket=ann.say("hello?"))
        assert (refused.text, refused.reason) == ("hello?", Reason.UNAVAILABLE)
        assert not ann.session.timeline("default").pending


@pytest.mark.parametrize("greeting", ["SSH-2.0", "[]", "{}", '{"type":"hello"}', '{"action":1}'])
async def test_a_websocket_server_of_another_kind(greeting: str) -> None:
    async def serve(connection: ServerConnection) -> None:
        await connection.send(greeting)
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        assert "no Chatapp server" in await ann.waiting()


# Hostile servers


async def test_what_makes_no_sense_is_ignored() -> None:
    deep = '{"action":"message","payload":' * 5000
    nonsense: list[dict[str, Any] | str | bytes] = [
        deep,
        "{",
        "[1,2]",
        b"\x00\xff binary",
        json.dumps(as_documented("dance", how="wildly")),
        '{"action":"message","payload":{"from":1,"room":"default","message":"no"}}',
        '{"action":"message","payload":{"from":"Bo","room":"default"}}',
        message("Bo", "in a room that I never joined", "elsewhere"),
        as_documented("left", room="default"),
        as_documented("left", room="elsewhere"),
        as_documented("roomsList", rooms="many"),
    ]

    async def serve(connection: ServerConnection) -> None:
        await settle(connection, *nonsense, message("Bo", "still here"))
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        await ann.until(lambda: ann.shown() == [("Bo", "still here")])
        assert [*ann.session.rooms] == ["default"]
        assert ann.session.rooms["default"].joined
        assert not ann.shown("elsewhere")


async def test_a_frame_without_end() -> None:
    async def serve(connection: ServerConnection) -> None:
        await settle(connection, json.dumps(message("Bo", "x" * (4 * 1024 * 1024))))
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        assert await ann.waiting() == "The server sent something that this app does not understand."


async def test_a_list_without_end_and_names_that_deceive() -> None:
    rooms = {f"room {number}": number for number in range(100_000)}

    async def serve(connection: ServerConnection) -> None:
        await settle(
            connection,
            as_documented("roomsList", rooms=rooms),
            message("\u202eoB\n" + "x" * 5000, "y" * 100_000),
        )
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        await ann.until(ann.shown)
        assert len(ann.session.rooms) <= ROOMS_SHOWN + 1
        [(author, text)] = ann.shown()
        assert author.startswith("\ufffdoB\ufffdxxx")
        assert len(author) == 4 * 64 + 1
        assert len(text) == MESSAGE_SHOWN + 1


# Many messages


async def test_a_flood_arrives_whole_in_order_and_in_few_batches() -> None:
    texts = [f"message {number}" for number in range(20_000)]

    async def serve(connection: ServerConnection) -> None:
        await settle(connection)
        for text in texts:
            await connection.send(json.dumps(message("Bo", text)))
        await connection.wait_closed()

    async with websocket(serve) as where, visiting("Ann", where) as ann:
        await ann.until(lambda: len(ann.session.timeline("default")) == len(texts))
        assert [text for _, text in ann.shown()] == texts
        assert ann.session.rooms["default"].unread == len(texts)
        assert ann.batches < len(texts) / 20


@pytest.mark.allow_errors("a window that fails")
async def test_a_window_that_fails_does_not_harm_the_connection() -> None:
    failed, over = asyncio.Event(), asyncio.Event()

    def deliver(changes: list[Change]) -> None:
        if not failed.is_set():
            failed.set()
            raise RuntimeError("a window that fails")
        if any(isinstance(change, Done) for change in changes):
            over.set()

    server = ToyServer()
    async with websocket(server.serve) as where, visiting("Ann", where, deliver=deliver) as ann:
        await failed.wait()
        ann.say("hello")
        await over.wait()
        assert ann.shown() == [("Ann", "hello")]


async def test_what_the_window_does_while_it_is_told_comes_after() -> None:
    server = ToyServer()
    async with websocket(server.serve) as where, visiting("Ann", where) as ann:
        deliver = ann.connection._deliver_changes
        depth = [0]

        def tell(changes: list[Change]) -> None:
            depth[0] += 1
            assert depth[0] == 1
            deliver(changes)
            if any(isinstance(change, RoomJoined) for change in changes):
                ann.say("I am in")
            depth[0] -= 1

        ann.connection._deliver_changes = tell
        await ann.next(Done)
        assert ann.shown() == [("Ann", "I am in")]


# Sleep


async def test_waking_up_finds_a_dead_connection_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HEARTBEAT", 0.01)
    monkeypatch.setattr(module, "WOKEN_PONG_WITHIN", 0.05)
    slept = [0.0]
    asleep = asyncio.Event()

    async def serve(connection: ServerConnection) -> None:
        await settle(connection)
        connection.transport.pause_reading()
        await asleep.wait()

    async with websocket(serve, close_timeout=0.01) as where, visiting("Ann", where, wall=lambda: slept[0]) as ann:
        await ann.online()
        slept[0] += 3600.0
        assert await ann.waiting() == "The server stopped answering."
        asleep.set()


async def test_waking_up_leaves_a_living_connection_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HEARTBEAT", 0.01)
    slept = [0.0]
    server = ToyServer()
    async with websocket(server.serve) as where, visiting("Ann", where, wall=lambda: slept[0]) as ann:
        await ann.online()
        checks: list[float] = []
        wire = ann.connection._wire
        assert wire is not None
        check = wire.check
        monkeypatch.setattr(wire, "check", lambda within: (checks.append(within), check(within)))
        slept[0] += 3600.0
        await turns_until(lambda: checks)
        await ann.next(Done, ticket=ann.say("good morning"))
        assert ann.connection._wire is wire


async def test_waking_up_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "HEARTBEAT", 0.01)
    slept = [0.0]
    # This clock stands still, as some do while the computer sleeps: only waking up can end the wait.
    async with raw(hang_up) as where, visiting("Ann", where, wall=lambda: slept[0], clock=lambda: 7.0) as ann:
        await ann.waiting()
        slept[0] += 3600.0
        await ann.waiting()


# The end


async def test_stopping_at_any_moment() -> None:
    async with raw(never_answer) as where:
        async with visiting("Ann", where) as before_it_began:
            pass
        assert before_it_began.session.phase is Phase.OFFLINE
        async with visiting("Ann", where) as connecting:
            await connecting.next(PhaseChanged, phase=Phase.CONNECTING)
        assert connecting.session.phase is Phase.OFFLINE
    async with visiting("Ann", where) as waiting:
        await waiting.waiting()
        unsent = waiting.say("never sent")
    assert waiting.session.phase is Phase.OFFLINE
    [refused] = [change for change in waiting.changes if isinstance(change, Refused)]
    assert (refused.ticket, refused.text) == (unsent, "never sent")


async def test_stopping_what_never_ran() -> None:
    ann = Person("Ann", invite(1))
    ann.say("never sent")
    await ann.connection.stop()
    assert ann.session.phase is Phase.OFFLINE
    assert [change.text for change in ann.changes if isinstance(change, Refused)] == ["never sent"]
    await ann.connection.run()
    assert ann.session.phase is Phase.OFFLINE


async def test_leaving_is_polite() -> None:
    server = ToyServer()
    code = asyncio.get_running_loop().create_future()

    async def serve(connection: ServerConnection) -> None:
        await server.serve(connection)
        await connection.wait_closed()
        code.set_result(connection.close_code)

    async with websocket(serve) as where:
        async with visiting("Ann", where) as ann:
            await ann.online()
        assert await code == 1000
        assert ann.connection._wire is None


async def test_cancelling_leaves_nothing_behind() -> None:
    server = ToyServer()
    async with websocket(server.serve) as where:
        ann = Person("Ann", where)
        running = asyncio.create_task(ann.connection.run())
        await ann.online()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        await turns_until(lambda: not server.names)
    async with raw(never_answer) as where:
        ann = Person("Ann", where)
        running = asyncio.create_task(ann.connection.run())
        await ann.next(PhaseChanged, phase=Phase.CONNECTING)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_a_second_visit_with_the_same_session() -> None:
    server = ToyServer()
    async with websocket(server.serve) as where:
        async with visiting("Ann", where) as ann:
            await ann.online()
            await ann.next(Done, ticket=ann.ask("create", "music"))
            await ann.next(Done, ticket=ann.say("before", "music"))
        again = Person("Ann", where)
        again.session = again.connection.session = ann.session
        running = asyncio.create_task(again.connection.run())
        await again.next(Done, ticket=again.say("after", "music"))
        assert again.shown("music") == [("Ann", "before"), ("Ann", "after")]
        await again.connection.stop()
        await running
