"""Whatever arrives that is no request gets `bad_request` (or `unknown_action`), and the connection lives."""

import json

import pytest

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.raw import BINARY, frame
from tests.conformance.wire import Client, request

FRAME = 64 * 1024
FACE = "😀"  # one code point, four bytes


def joining(room: str) -> str:
    """A request to join, its room as JSON."""
    return f'{{"action":"joinRoom","payload":{{"room":{room}}}}}'


def beside(value: str) -> str:
    """A request with something more in it that nobody asked for."""
    return f'{{"action":"joinRoom","payload":{{"room":"default","more":{value}}}}}'


BAD = {
    "empty": "",
    "space": " ",
    "words": "hello",
    "half": '{"action":"joinRoom","payload":{"room":"default"}',
    "two": request("roomsList") * 2,
    "more after it": request("roomsList") + "x",
    "comma too many": '{"action":"joinRoom","payload":{"room":"default",}}',
    "single quotes": "{'action':'roomsList','payload':{}}",
    "comment": '{"action":"roomsList"/* all */,"payload":{}}',
    "byte order mark": "\ufeff" + request("roomsList"),
    "control character in a string": joining('"a\nb"'),
    "not an escape": joining(r'"\x41"'),
    "null": "null",
    "true": "true",
    "number": "42",
    "string": '"roomsList"',
    "array": "[]",
    "array of requests": f"[{request('roomsList')}]",
    "empty object": "{}",
    "no action": '{"payload":{"room":"default"}}',
    "action of null": '{"action":null,"payload":{}}',
    "action of number": '{"action":1,"payload":{}}',
    "action of list": '{"action":["joinRoom"],"payload":{"room":"default"}}',
    "action of object": '{"action":{},"payload":{}}',
    "payload of null": '{"action":"joinRoom","payload":null}',
    "payload of string": '{"action":"joinRoom","payload":"default"}',
    "payload of array": '{"action":"joinRoom","payload":["default"]}',
    "payload of number": '{"action":"joinRoom","payload":1}',
    "payload wrong, fields beside it": '{"action":"joinRoom","payload":null,"room":"default"}',
    "room of null": joining("null"),
    "room of number": joining("1"),
    "room of true": joining("true"),
    "room of array": joining('["default"]'),
    "room of object": joining('{"name":"default"}'),
    "flat room of number": '{"action":"joinRoom","room":1}',
    "flat room of null": '{"action":"joinRoom","room":null}',
    "message of number": '{"action":"sendMessage","payload":{"room":"default","message":1}}',
    "message of null": '{"action":"sendMessage","payload":{"room":"default","message":null}}',
    "username of number": '{"action":"identify","payload":{"username":1}}',
    "new username of array": '{"action":"rename","payload":{"newUsername":[]}}',
    "NaN": joining("NaN"),
    "NaN beside": beside("NaN"),
    "infinite": beside("-Infinity"),
    "not a number": beside("01"),
    "lone high surrogate": joining(r'"\ud800"'),
    "lone low surrogate": joining(r'"\udc00"'),
    "surrogates the wrong way round": joining(r'"\ude00\ud83d"'),
    "lone surrogate in a message": r'{"action":"sendMessage","payload":{"room":"default","message":"a\ud800b"}}',
    "lone surrogate in a name": r'{"action":"rename","payload":{"newUsername":"a\udfffb"}}',
    "lone surrogate beside": beside(r'"\ud800"'),
    "arrays without end": "[" * FRAME,
    "arrays, closed": "[" * (FRAME // 2) + "]" * (FRAME // 2),
    "objects without end": '{"a":' * 13_000,
    "nested in a room": joining("[" * 30_000 + "]" * 30_000),
    "nested beside": beside("[" * 30_000 + "]" * 30_000),
    "nested flat": '{"action":"joinRoom","room":"default","more":' + '{"a":' * 10_000 + "1" + "}" * 10_000 + "}",
    "nested in an action": '{"action":' + "[" * 30_000 + "]" * 30_000 + "}",
}


async def alive(one: Client) -> None:
    """The connection works, and nothing else is on its way to it."""
    await one.say("still here")
    assert (await one.answer())["payload"]["message"] == "still here"
    await one.nothing_more()


@pytest.mark.parametrize("bad", [pytest.param(text, id=name) for name, text in BAD.items()])
async def test_what_is_no_request(client: NewClient, fresh: Fresh, bad: str) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.raw(bad)
    await one.refused("bad_request")
    await alive(one)
    assert await other.messages(1) == [(one.name, "still here")]
    await other.nothing_more()


async def test_what_is_no_request_before_identify(client: NewClient, fresh: Fresh) -> None:
    one = await client()
    for bad in ("", "[]", '{"action":"identify","payload":{"username":7}}'):
        await one.raw(bad)
        assert (await one.next())["payload"]["reason"] == "bad_request"
    await one.send("dance")
    assert (await one.next())["payload"]["reason"] == "unknown_action"
    await one.identify(fresh("Ann"))
    await alive(one)


@pytest.mark.parametrize("content", [b"", b"\x00\xff", request("roomsList").encode()])
async def test_a_binary_frame(client: NewClient, fresh: Fresh, content: bytes) -> None:
    one = await client(fresh("Ann"))
    await one.raw(content)
    await one.refused("bad_request")
    await alive(one)


async def test_a_binary_frame_of_the_largest_size(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    one.ws.transport.write(frame(BINARY, bytes(FRAME)))
    await one.refused("bad_request")
    await alive(one)


@pytest.mark.parametrize(
    "unusual",
    [
        '{"payload":{"room":"default"},"action":"joinRoom"}',
        ' \r\n\t{ "action" : "joinRoom" ,\n "payload" : { "room" : "default" } } \n',
        r'{"\u0061ction":"\u006aoinRoom","payload":{"room":"\u0064efault"}}',
        beside("[1e999, -0.0, {}, null]"),
        '{"action":"joinRoom","payload":{"room":"default"},"more":[1,{"a":null}]}',
        '{"room":"default","more":[1,{"a":null}],"action":"joinRoom"}',
    ],
)
async def test_unusual_but_right(client: NewClient, fresh: Fresh, unusual: str) -> None:
    one = await client(fresh("Ann"))
    await one.raw(unusual)
    await one.expect("joined", room="default")


@pytest.mark.parametrize("wrong", ["", "[]", '{"action":"dance"}'], ids=["not JSON", "no request", "unknown action"])
async def test_the_tenth_bad_request_within_a_minute_closes_with_1008(
    client: NewClient, fresh: Fresh, wrong: str
) -> None:
    name, room = fresh("Ann"), fresh("tea")
    one, other = await client(name), await client(fresh("Bob"))
    for _ in range(9):
        await one.raw(wrong)
        await one.answer()
        await one.nothing_more()
    await one.say("nine")
    await one.messages(1)
    one.burst(wrong, request("createRoom", room=room), request("sendMessage", room="default", message="unheard"))
    assert (await one.answer())["action"] == "error"
    assert await one.closed() == 1008
    assert await other.messages(1) == [(name, "nine")]
    await other.nothing_more()
    # It is the connection that was bad, not the person, and what came after the tenth was not carried out.
    again = await client(name)
    assert room not in again.rooms
    await alive(again)


async def test_refused_requests_are_not_bad_ones(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    for _ in range(30):
        await one.nothing_more()


@pytest.mark.parametrize("escaped", [False, True], ids=["as it is", "escaped"])
async def test_a_message_of_4000_code_points_of_four_bytes(client: NewClient, fresh: Fresh, escaped: bool) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    for count in (4000, 4001):
        payload = {"message": FACE * count, "room": "default"}
        await one.raw(json.dumps({"action": "sendMessage", "payload": payload}, ensure_ascii=escaped))
    for each in (one, other):
        assert await each.messages(1) == [(one.name, FACE * 4000)]
    await one.refused("message_too_long")
    await other.nothing_more()


async def test_a_frame_of_64_kib_is_read(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    long = request("sendMessage", room="default", message="")
    long = long.replace('""', f'"{"x" * (FRAME - len(long))}"')
    assert len(long) == FRAME
    await one.raw(long)
    await one.refused("message_too_long")
    padded = request("joinRoom", room="default")
    await one.raw(padded + " " * (FRAME - len(padded)))
    await one.expect("joined", room="default")
    await alive(one)


@pytest.mark.parametrize("too_long", ["x" * (FRAME + 1), "[" * 100_000], ids=["one byte more", "nested"])
async def test_a_frame_over_64_kib_closes_with_1009(client: NewClient, fresh: Fresh, too_long: str) -> None:
    name = fresh("Ann")
    one, other = await client(name), await client(fresh("Bob"))
    await one.raw(too_long)
    assert await one.closed() == 1009
    await alive(other)
    await alive(await client(name))


async def test_whatever_can_be_written_arrives_as_it_was(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    everything = [
        "\u0000\u0001\u001f\u007f\u0080",
        "\u202egnp.exe\u202c \u200b\u200d\ufeff",
        "</script><img src=x onerror=alert(1)> &amp; %00 ${x} {{x}}",
        '"\\"\\\\" \\u0000 \r\n\t\b\f',
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301\u0301\u0301 \ufdfa \U0010ffff \ufffe",
        "  around  ",
        '{"action":"left","payload":{"room":"default"}}',
    ]
    for text in everything:
        await one.say(text)
    assert await other.messages(len(everything)) == [(one.name, text) for text in everything]
