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
from chatapp.protocol.messages import BaseRequest, Capability, Kind, Reason, Reply, Request, RoomsList, Welcome
from chatapp.rooms import terms
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from tests.rooms.shell import Shell

PAGE = (Path(__file__).parents[1] / "docs" / "protocol.md").read_text(encoding="utf-8")
[CONVERSATION] = re.findall(r"```\n(Ann → .*?)```", PAGE, re.DOTALL)
[SCRIPT] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
NOW = 1_790_000_000_000
LOST = "✕"


def lines() -> Iterator[tuple[str, str, str]]:
    """Who, the arrow, and the frame."""
    for line in CONVERSATION.splitlines():
        who, arrow, frame = line.split(" ", 2)
        yield who, arrow, frame


def held() -> dict[str, list[bytes]]:
    """What each one hears when the conversation is held."""
    count = 0

    def token() -> str:
        nonlocal count
        count += 1
        return sha256(str(count).encode()).hexdigest()[:8]

    shell = Shell(token=token, first_ts=NOW + 1)
    heard: defaultdict[str, list[bytes]] = defaultdict(list)
    lives: dict[str, int] = {}
    for who, arrow, frame in lines():
        if arrow == LOST:
            shell.leave(f"{who} {lives[who]}")
        elif arrow == "→":
            if '"identify"' in frame:
                lives[who] = lives.get(who, 0) + 1
                shell.connect(f"{who} {lives[who]}")
            connection = f"{who} {lives[who]}"
            request, flat = decode_request(frame.encode(), extended=shell.hub.negotiated(connection))
            assert encode(request) == frame.encode()
            assert not flat
            shell.ask(connection, request)
        for connection in [*shell.frames]:
            for reply in shell.take(connection):
                if isinstance(reply, Welcome):
                    reply = msgspec.structs.replace(reply, now=NOW, server={"version": "1.0"})  # noqa: PLW2901  # stamped
                heard[connection.split()[0]].append(encode(reply))
    return heard


def test_the_conversation_is_what_the_server_says() -> None:
    shown: defaultdict[str, list[bytes]] = defaultdict(list)
    for who, arrow, frame in lines():
        if arrow == "←":
            shown[who].append(frame.encode())
    assert shown == held()


def test_every_frame_of_it_is_in_the_form_that_both_ends_write() -> None:
    for _, arrow, frame in lines():
        if arrow == "←":
            reply = decode_reply(frame)
            assert reply is not None
            assert encode(reply) == frame.encode()


def test_it_has_every_action() -> None:
    said = {decode_request(frame.encode(), extended=True)[0].action for _, arrow, frame in lines() if arrow == "→"}
    assert said == {kind.action for kind in get_args(Request)}
    heard = {type(decode_reply(frame)) for _, arrow, frame in lines() if arrow == "←"}
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
    + [int(each) for each in (limits.RESUME, limits.TYPING, limits.TYPING_PAUSE, limits.IDENTIFY)],
)
def test_every_number_is_right(number: int) -> None:
    assert re.search(rf"\b{number}\b|\b{number:,}\b", PAGE)


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
