"""What docs/protocol.md shows is so: its conversation is held with the hub, and its tables name all there is."""

import asyncio
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from chatapp.protocol import limits
from chatapp.protocol.codec import decode_reply, decode_request, encode
from chatapp.protocol.invite import Address
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import BaseRequest, Reason, RoomsList
from chatapp.protocol.messages.hosting import Act, Connected, KnownBan, KnownInvite
from chatapp.protocol.messages.rich import Capability, Kind, Welcome
from chatapp.rooms import terms
from chatapp.rooms.origin import Origin
from chatapp.security import identity
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from tests.rooms.shell import Shell

PAGE = (Path(__file__).parents[1] / "docs" / "protocol.md").read_text(encoding="utf-8")
CONVERSATIONS = re.findall(r"```\n(Ann → .*?)```", PAGE, re.DOTALL)
[SCRIPT] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
PIN = "T4lkJ_yFH1hTYDBfAdhFUKVrEgcZaz-atmQU5iClnOk"
NOW = 1_790_000_000_000
NEAR = Origin("127.0.0.1", loopback=True)
LOST = "✕"


def lines(*conversations: str) -> Iterator[tuple[str, str, str]]:
    """Who, the arrow, and the frame."""
    for line in "".join(conversations).splitlines():
        who, arrow, frame = line.split(" ", 2)
        yield who, arrow, frame


def held(conversation: str) -> dict[str, list[bytes]]:
    """What each one hears when the conversation is held. Ann is on the server's own computer."""
    count = 0

    def token() -> str:
        nonlocal count
        count += 1
        return sha256(str(count).encode()).hexdigest()[:8]

    shell = Shell(
        token=token, first_ts=NOW + 1, wall=NOW, steward="the secret of this run", is_proven=identity.is_proven
    )
    if PIN in conversation:
        shell.hub.announce(PIN, [Address("192.0.2.20", 20200)])
    heard: defaultdict[str, list[bytes]] = defaultdict(list)
    lives: dict[str, int] = {}
    open_: set[str] = set()
    for who, arrow, frame in lines(conversation):
        if arrow == LOST:
            connection = f"{who} {lives[who]}"
            open_.discard(connection)
            code = shell.closed.get(connection)
            assert frame == (f"closed with {code}" if code else "the connection is lost")
            shell.leave(connection)
        elif arrow == "→":
            if '"identify"' in frame and f"{who} {lives.get(who)}" not in open_:
                lives[who] = lives.get(who, 0) + 1
                connection = f"{who} {lives[who]}"
                open_.add(connection)
                away = PIN in conversation and who != "Ann"
                shell.connect(connection, Origin("192.0.2.7", True, False, f"nonce of {connection}") if away else NEAR)
            connection = f"{who} {lives[who]}"
            request, flat = decode_request(frame.encode(), extended=shell.hub.negotiated(connection))
            assert encode(request) == frame.encode()
            assert not flat
            shell.ask(connection, request)
        for connection in [*shell.frames]:
            for reply in shell.take(connection):
                if isinstance(reply, Welcome):
                    server = {**reply.server, "version": "1.0"}
                    reply = msgspec.structs.replace(reply, now=NOW, server=server)  # noqa: PLW2901  # stamped
                heard[connection.split()[0]].append(encode(reply))
    return heard


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=["people", "a host"])
def test_the_conversation_is_what_the_server_says(conversation: str) -> None:
    shown: defaultdict[str, list[bytes]] = defaultdict(list)
    for who, arrow, frame in lines(conversation):
        if arrow == "←":
            shown[who].append(frame.encode())
    assert shown == held(conversation)


def test_every_frame_of_it_is_in_the_form_that_both_ends_write() -> None:
    for _, arrow, frame in lines(*CONVERSATIONS):
        if arrow == "←":
            reply = decode_reply(frame)
            assert reply is not None
            assert encode(reply) == frame.encode()


def test_it_has_every_action() -> None:
    said = {
        decode_request(frame.encode(), extended=True)[0].action
        for _, arrow, frame in lines(*CONVERSATIONS)
        if arrow == "→"
    }
    assert said == {kind.action for kind in get_args(Request)}
    heard = {type(decode_reply(frame)) for _, arrow, frame in lines(*CONVERSATIONS) if arrow == "←"}
    assert heard == {*get_args(Reply)}


@pytest.mark.parametrize("kind", [*get_args(Request), *get_args(Reply)])
def test_every_field_is_named_beside_its_action(kind: type) -> None:
    arrow = "→" if kind in get_args(Request) else "←"
    rows = [
        row for row in re.findall(rf"^\| {arrow} (.*)$", PAGE, re.MULTILINE) if f"`{kind.action}`" in row.split("|")[0]
    ]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    fields = {field.encode_name for field in msgspec.structs.fields(kind)} - {"ref"}
    assert fields <= named


@pytest.mark.parametrize("word", [*Reason, *Capability, *Kind, *terms.LIMITS])
def test_every_word_is_explained(word: str) -> None:
    assert f"`{word}`" in PAGE


@pytest.mark.parametrize(
    "number",
    [limits.PORT, limits.MESSAGE, limits.USERNAME, limits.ROOM_NAME, limits.PAGE, limits.RESULTS, limits.QUERY]
    + [limits.ID, limits.REACTION, limits.REACTIONS, limits.REACTED, limits.ROOMS]
    + [limits.SECRET, limits.SERVER_NAME, limits.WHY, limits.LABEL, limits.SLOW_MOST]
    + [limits.BANS, limits.INVITES, limits.ACTS, limits.ACTS_PAGE, int(limits.NAME_RESERVED // 86_400)]
    + [int(each) for each in (limits.RESUME, limits.TYPING, limits.TYPING_PAUSE, limits.IDENTIFY)],
)
def test_every_number_is_right(number: int) -> None:
    assert re.search(rf"\b{number}\b|\b{number:,}\b", PAGE)


@pytest.mark.parametrize("kind", [Connected, KnownBan, KnownInvite, Act])
def test_every_field_of_what_stands_in_an_answer_is_named(kind: type) -> None:
    part = PAGE.split("## Part 3")[1].split("## A conversation")[0]
    assert all(f"`{field.encode_name}`" in part for field in msgspec.structs.fields(kind))


def test_base_actions_come_first() -> None:
    """Part 1 names nothing of Part 2."""
    first = PAGE.split("## Part 2")[0]
    assert all(f"`{kind.action}`" in first for kind in get_args(BaseRequest))
    assert not any(f"`{kind.action}`" in first for kind in get_args(Request) if kind not in get_args(BaseRequest))
    assert RoomsList.action in first


async def test_the_script_tells_a_host_from_somebody_else() -> None:
    server, other = (Server(ServerConfig(host="127.0.0.1", port=0)) for _ in range(2))
    port = await server.start()
    await other.start()
    answers = []
    for pin in (server.pin, other.pin):
        words = (sys.executable, "-c", SCRIPT, f"127.0.0.1:{port}", pin)
        pipe = asyncio.subprocess.PIPE
        script = await asyncio.create_subprocess_exec(*words, stdout=pipe, stderr=pipe)
        answers.append(((await script.communicate()), script.returncode))
    await server.stop()
    await other.stop()
    joined = b'{"action":"joined","payload":{"room":"default"}}'
    assert [(said.strip(), told.strip(), code) for (said, told), code in answers] == [
        (joined, b"", 0),
        (b"", b"This is somebody else.", 1),
    ]
