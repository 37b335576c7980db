"""Frames (RFC 6455): what a careful server owes, and what it answers to a careless or hostile client.

Autobahn's cases say more about this; `autobahn.py` runs them.
"""

import json

import pytest

from tests.conformance.conftest import Fresh, NewClient, NewRaw
from tests.conformance.raw import BINARY, CLOSE, CONT, PING, PONG, TEXT, Frame, Raw, close, frame, text
from tests.conformance.wire import request

FRAME = 64 * 1024
JOIN = request("joinRoom", room="default").encode()
JOINED = json.loads('{"action":"joined","payload":{"room":"default"}}')


def pong(content: bytes) -> Frame:
    return Frame(0x80 | PONG, content)


async def joined(one: Raw) -> None:
    found = await one.answer()
    assert (found.head, json.loads(found.content)) == (0x80 | TEXT, JOINED)


@pytest.fixture
async def one(raw: NewRaw, fresh: Fresh) -> Raw:
    """Identified."""
    return await (await (await raw()).upgraded()).identify(fresh("Ann"))


async def test_a_fragmented_message(one: Raw) -> None:
    await one.send(frame(TEXT, JOIN[:7], fin=False), frame(CONT, JOIN[7:9], fin=False), frame(CONT, JOIN[9:]))
    await joined(one)


async def test_a_message_in_fragments_of_one_byte_some_empty(one: Raw) -> None:
    pieces = [frame(CONT, JOIN[place : place + 1], fin=False) for place in range(len(JOIN))]
    await one.send(frame(TEXT, fin=False), *pieces, frame(CONT, fin=False), frame(CONT))
    await joined(one)


async def test_control_frames_between_fragments(one: Raw) -> None:
    await one.send(
        *(frame(TEXT, JOIN[:5], fin=False), frame(PING, b"amid"), frame(CONT, JOIN[5:20], fin=False)),
        *(frame(PONG, b"unasked"), frame(PING), frame(CONT, JOIN[20:])),
    )
    for content in (b"amid", b""):
        assert await one.answer() == pong(content)
    await joined(one)


async def test_fragments_that_split_a_character(one: Raw) -> None:
    said = json.dumps({"action": "sendMessage", "payload": {"room": "default", "message": "a🐈b"}}, ensure_ascii=False)
    data = said.encode()
    place = data.index(b"\xf0") + 2
    await one.send(frame(TEXT, data[:place], fin=False), frame(CONT, data[place:]))
    assert json.loads((await one.answer()).content)["payload"]["message"] == "a🐈b"


async def test_whole_messages_before_and_after_a_fragmented_one_stay_in_order(one: Raw) -> None:
    def say(number: int) -> bytes:
        return request("sendMessage", room="default", message=str(number)).encode()

    await one.send(
        *(frame(TEXT, say(1)), frame(TEXT, say(2)[:9], fin=False), frame(CONT, say(2)[9:]), frame(TEXT, say(3))),
        *(frame(PING, b"x"), frame(TEXT, say(4))),
    )
    heard = [await one.answer() for _ in range(5)]
    assert [json.loads(each.content)["payload"]["message"] for each in heard if each.kind == TEXT] == list("1234")


async def test_frames_may_come_byte_by_byte(one: Raw) -> None:
    for byte in frame(TEXT, JOIN) + frame(PING, b"?") + frame(TEXT, JOIN + b" " * 200):
        await one.send(bytes([byte]))
    await joined(one)
    assert (await one.answer()).kind == PONG
    await joined(one)


async def test_lengths_may_be_written_longer_than_needed_or_are_refused(one: Raw) -> None:
    # RFC 6455 asks for the shortest form; taking the others or closing with 1002 are both known.
    await one.send(b"\x81\xff" + len(JOIN).to_bytes(8) + b"\x00" * 4 + JOIN)
    found = await one.answer()
    assert found.kind == TEXT or found.code == 1002


@pytest.mark.parametrize("mask", [b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x81\x00\x7f\xfe"])
async def test_any_mask(one: Raw, mask: bytes) -> None:
    await one.send(frame(TEXT, JOIN, mask=mask), frame(TEXT, JOIN + b" " * 300, mask=mask))
    await joined(one)
    await joined(one)


@pytest.mark.parametrize("content", [b"", b"hello", bytes(range(125)), "👋".encode(), b"\xff\xfe"])
async def test_a_ping_is_answered_with_the_same_content(one: Raw, content: bytes) -> None:
    await one.send(frame(PING, content))
    assert await one.answer() == pong(content)


async def test_a_ping_before_identify(raw: NewRaw) -> None:
    one = await (await raw()).upgraded()
    await one.send(frame(PING, b"early"))
    assert await one.next() == pong(b"early")


async def test_unasked_pongs_are_nothing(one: Raw) -> None:
    await one.send(frame(PONG), frame(PONG, b"hello"), frame(TEXT, JOIN))
    await joined(one)


BROKEN = {
    "unmasked text": (1002, frame(TEXT, JOIN, mask=None)),
    "unmasked ping": (1002, frame(PING, mask=None)),
    "unmasked long": (1002, frame(TEXT, JOIN + b" " * 300, mask=None)),
    "reserved flag 1": (1002, frame(TEXT, JOIN, reserved=0b100)),
    "reserved flag 2": (1002, frame(TEXT, JOIN, reserved=0b010)),
    "reserved flag 3": (1002, frame(PING, reserved=0b001)),
    "kind 3": (1002, frame(0x3, JOIN)),
    "kind 7": (1002, frame(0x7, JOIN)),
    "kind 11": (1002, frame(0xB)),
    "kind 15": (1002, frame(0xF)),
    "fragmented ping": (1002, frame(PING, fin=False)),
    "fragmented close": (1002, frame(CLOSE, fin=False)),
    "ping of 126 bytes": (1002, frame(PING, bytes(126))),
    "close of 126 bytes": (1002, frame(CLOSE, b"\x03\xe8" + b"x" * 124)),
    "close of one byte": (1002, frame(CLOSE, b"\x03")),
    "close with 1005": (1002, close(1005)),
    "close with 999": (1002, close(999)),
    "close with 1006": (1002, close(1006)),
    "continued, but not begun": (1002, frame(CONT, JOIN)),
    "begun again": (1002, frame(TEXT, JOIN[:5], fin=False) + frame(TEXT, JOIN)),
    "begun again as binary": (1002, frame(TEXT, JOIN[:5], fin=False) + frame(BINARY, JOIN)),
    "not UTF-8": (1007, frame(TEXT, b'{"action":"\xff"}')),
    "not UTF-8, long": (1007, frame(TEXT, b'{"action":"' + b"x" * 200 + b'\xff"}')),
    "surrogate": (1007, frame(TEXT, b'{"action":"\xed\xa0\x80"}')),
    "overlong": (1007, frame(TEXT, b'{"action":"\xc0\xaf"}')),
    "half a character": (1007, frame(TEXT, "👋".encode()[:3])),
    "not UTF-8, in fragments": (1007, frame(TEXT, b'{"action":"', fin=False) + frame(CONT, b'\xff"}')),
    "not UTF-8 in a close": (1007, frame(CLOSE, b"\x03\xe8\xff")),
    "one byte too many": (1009, frame(TEXT, b" " * (FRAME + 1))),
    "one byte too many, binary": (1009, frame(BINARY, bytes(FRAME + 1))),
    "one byte too many, only announced": (1009, b"\x81\xff" + (FRAME + 1).to_bytes(8) + b"mask"),
    "no end, only announced": (1009, b"\x81\xff" + (2**63 - 1).to_bytes(8) + b"mask"),
    "too much in fragments": (1009, frame(TEXT, b" " * FRAME, fin=False) + frame(CONT, b" ")),
    "too much in many fragments": (
        1009,
        frame(TEXT, b" " * 8192, fin=False) + frame(CONT, b" " * 8192, fin=False) * 7 + frame(CONT, b" "),
    ),
}


@pytest.mark.parametrize(("code", "data"), [pytest.param(*case, id=name) for name, case in BROKEN.items()])
async def test_a_broken_frame_closes_with_its_code_and_what_follows_is_not_read(
    raw: NewRaw, client: NewClient, fresh: Fresh, code: int, data: bytes
) -> None:
    name = fresh("Ann")
    one, other = await (await (await raw()).upgraded()).identify(name), await client(fresh("Bob"))
    unheard = text(request("sendMessage", room="default", message="unheard"))
    await one.send(text(request("sendMessage", room="default", message="before")), data, unheard)
    assert await one.closing_code() == code
    assert await other.messages(1) == [(name, "before")]
    await other.nothing_more()


@pytest.mark.parametrize("code", [1000, 1001, 1003, 1011, 3000, 4999])
async def test_a_close_is_answered_with_its_code_and_the_connection_ended(one: Raw, code: int) -> None:
    await one.send(close(code, "good night"))
    found = await one.answer()
    assert (found.kind, found.code) == (CLOSE, code)
    assert await one.rest() == b""


async def test_a_close_without_a_code_is_answered_without_one(one: Raw) -> None:
    await one.send(frame(CLOSE))
    found = await one.answer()
    assert (found.kind, found.content) == (CLOSE, b"")
    assert await one.rest() == b""


async def test_nothing_is_read_after_a_close(client: NewClient, raw: NewRaw, fresh: Fresh) -> None:
    other = await client(fresh("Bob"))
    one = await (await (await raw()).upgraded()).identify(fresh("Ann"))
    await one.send(close(1000), text(request("sendMessage", room="default", message="unheard")), frame(PING))
    assert (await one.answer()).kind == CLOSE
    assert await one.rest() == b""
    await other.nothing_more()


async def test_a_close_amid_a_fragmented_message(one: Raw) -> None:
    await one.send(frame(TEXT, JOIN[:5], fin=False), close(1000))
    # RFC 6455 lets control frames come between fragments, and says nothing of this one.
    assert (await one.answer()).code in {1000, 1002}
    assert await one.rest() == b""


async def test_an_end_without_a_close(client: NewClient, raw: NewRaw, fresh: Fresh) -> None:
    name = fresh("Ann")
    other = await client(fresh("Bob"))
    before = other.rooms["default"]
    one = await (await (await raw()).upgraded()).identify(name)
    await other.list_shows(default=before + 1)
    one.end()
    await one.rest()
    await other.list_shows(default=before)
    await client(name)
