"""Bytes to message and back, in every dialect, and nothing else gets through."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.codec import BadFrame, decode_reply, decode_request, encode, encode_flat_list
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    DeleteRoom,
    Error,
    Identify,
    Joined,
    JoinRoom,
    LeaveRoom,
    Left,
    ListRooms,
    Message,
    Reason,
    Rename,
    RoomsList,
    SendMessage,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
REQUESTS: st.SearchStrategy[Request] = st.one_of(
    st.builds(Identify, TEXT),
    st.builds(CreateRoom, TEXT),
    st.builds(JoinRoom, TEXT),
    st.builds(LeaveRoom, TEXT),
    st.builds(SendMessage, TEXT, TEXT),
    st.builds(DeleteRoom, TEXT),
    st.builds(Rename, TEXT),
    st.just(ListRooms()),
)
REPLIES: st.SearchStrategy[Reply] = st.one_of(
    st.builds(RoomsList, st.dictionaries(TEXT, st.none() | st.integers(0, 2**31))),
    st.builds(Joined, TEXT),
    st.builds(Left, TEXT),
    st.builds(Message, author=TEXT, room=TEXT, message=TEXT),
    st.builds(Error, st.sampled_from(Reason), TEXT.filter(bool)),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=10,
)
KEYS = st.sampled_from(["action", "payload", "room", "rooms", "message", "from", "username", "reason", "detail"])
ACTIONS = st.sampled_from(["identify", "joinRoom", "roomsList", "message", "joined", "error", "left", "sendMessage"])
NEARLY = st.dictionaries(KEYS, JSON | ACTIONS | st.dictionaries(KEYS, JSON, max_size=4), max_size=5)


def bad(frame: bytes | str) -> BadFrame:
    with pytest.raises(BadFrame) as caught:
        decode_request(frame.encode() if isinstance(frame, str) else frame)
    assert caught.value.detail
    assert caught.value.detail.endswith((".", "}"))
    return caught.value


# Both ends agree


@given(REQUESTS)
def test_a_request_arrives_as_it_was_sent(request: Request) -> None:
    frame = encode(request)
    assert decode_request(frame) == (request, False)
    assert {*json.loads(frame)} == {"action", "payload"}


@given(REPLIES)
def test_a_reply_arrives_as_it_was_sent(reply: Reply) -> None:
    frame = encode(reply)
    assert decode_reply(frame) == reply
    assert decode_reply(frame.decode()) == reply
    assert {*json.loads(frame)} == {"action", "payload"}


@given(REQUESTS.filter(lambda request: not isinstance(request, ListRooms)))
def test_the_flat_dialect_means_the_same(request: Request) -> None:
    frame = json.loads(encode(request))
    flat = {"action": frame["action"], **frame["payload"]}
    assert decode_request(json.dumps(flat).encode()) == (request, True)


@pytest.mark.parametrize(
    ("message", "frame"),
    [
        (Joined("default"), b'{"action":"joined","payload":{"room":"default"}}'),
        (Left("music"), b'{"action":"left","payload":{"room":"music"}}'),
        (RoomsList({"default": 2, "music": 0}), b'{"action":"roomsList","payload":{"rooms":{"default":2,"music":0}}}'),
        (
            Message(author="Ann", room="default", message='"hi"'),
            b'{"action":"message","payload":{"from":"Ann","room":"default","message":"\\"hi\\""}}',
        ),
        (
            Error(Reason.ROOM_EXISTS, "No."),
            b'{"action":"error","payload":{"reason":"room_exists","detail":"No."}}',
        ),
        (Identify("Ann"), b'{"action":"identify","payload":{"username":"Ann"}}'),
        (Rename("Bo"), b'{"action":"rename","payload":{"newUsername":"Bo"}}'),
        (ListRooms(), b'{"action":"roomsList","payload":{}}'),
    ],
)
def test_the_very_bytes(message: Request | Reply, frame: bytes) -> None:
    assert encode(message) == frame


def test_the_list_for_flat_clients_has_rooms_in_both_places() -> None:
    frame = json.loads(encode_flat_list(RoomsList({"default": 2})))
    assert frame == {"action": "roomsList", "payload": {"rooms": {"default": 2}}, "rooms": {"default": 2}}
    frame = json.loads(encode_flat_list(RoomsList({"tea": 1}, "r")))
    assert frame == {"action": "roomsList", "payload": {"rooms": {"tea": 1}, "ref": "r"}, "rooms": {"tea": 1}}


def test_what_cannot_be_utf8_cannot_be_sent() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode(SendMessage("\ud800", "default"))


# What a server takes


@pytest.mark.parametrize(
    ("frame", "request_"),
    [
        ('{"action":"roomsList"}', ListRooms()),
        ('{"action":"joinRoom"}', JoinRoom("")),
        ('{"action":"joinRoom","room":"x","more":[1]}', JoinRoom("x")),
        ('{"room":"x","action":"joinRoom"}', JoinRoom("x")),
        ('{"action":"sendMessage","room":"x","message":"hi"}', SendMessage("hi", "x")),
        ('{"action":"rename","newUsername":"Bo"}', Rename("Bo")),
        ('{"action":"identify","username":"Ann"}', Identify("Ann")),
    ],
)
def test_flat_requests(frame: str, request_: Request) -> None:
    assert decode_request(frame.encode()) == (request_, True)


@pytest.mark.parametrize(
    ("frame", "request_"),
    [
        ('{"action":"joinRoom","payload":{}}', JoinRoom("")),
        ('{"payload":{"room":"x"},"action":"joinRoom"}', JoinRoom("x")),
        (
            '{"action":"identify","payload":{"username":"Ann","capabilities":["rich"]},"id":1}',
            Identify("Ann", ["rich"]),
        ),
        (' {"action" : "joinRoom" , "payload" : {"room" : "\\u0061"} } ', JoinRoom("a")),
        ('{"action":"joinRoom","payload":{"room":"x"},"room":"y"}', JoinRoom("x")),
    ],
)
def test_what_a_request_may_hold_besides(frame: str, request_: Request) -> None:
    assert decode_request(frame.encode()) == (request_, False)


@pytest.mark.parametrize("action", ["dance", "", "joined", "IDENTIFY", "constructor", "x" * 10_000, "\u0000"])
def test_unknown_actions(action: str) -> None:
    for payload in ({"payload": {}}, {}):
        problem = bad(json.dumps({"action": action, **payload}))
        assert problem.reason is Reason.UNKNOWN_ACTION
        assert len(problem.detail) < 500


@pytest.mark.parametrize(
    "frame",
    [
        "",
        " ",
        "{",
        "nonsense",
        "null",
        "[]",
        '"identify"',
        "{}",
        '{"action":null}',
        '{"action":1,"payload":{}}',
        '{"payload":{"room":"x"}}',
        '{"action":"joinRoom","payload":null}',
        '{"action":"joinRoom","payload":[]}',
        '{"action":"joinRoom","payload":"x"}',
        '{"action":"joinRoom","payload":{"room":1}}',
        '{"action":"joinRoom","payload":{"room":null}}',
        '{"action":"joinRoom","room":["x"]}',
        '{"action":"joinRoom","payload":{"room":"x"}} trailing',
        '{"action":"joinRoom","payload":{"room":"x"}}{"action":"roomsList"}',
        '{"action":"sendMessage","payload":{"message":NaN,"room":"x"}}',
        '{"action":"sendMessage","payload":{"message":"\\ud800","room":"x"}}',
        '{"action":"sendMessage","payload":{"message":"\n","room":"x"}}',
        "{'action':'roomsList'}",
    ],
)
def test_what_is_no_request(frame: str) -> None:
    assert bad(frame).reason is Reason.BAD_REQUEST


@pytest.mark.parametrize(
    "frame",
    [
        b'\xff\xfe{"action":"roomsList"}',
        b'{"action":"joinRoom","payload":{"room":"\xff"}}',
        b'{"action":"joinRoom","room":"\xff"}',
        b'{"action":"sendMessage","payload":{"message":"\xed\xa0\x80","room":"x"}}',
        b"\x00",
    ],
)
def test_what_is_no_utf8(frame: bytes) -> None:
    assert bad(frame).reason is Reason.BAD_REQUEST


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"action":"joinRoom","payload":', '{"action":"joinRoom","room":['])
def test_nesting_without_end(opening: str) -> None:
    assert bad(opening * 10_000).reason is Reason.BAD_REQUEST
    with pytest.raises(BadFrame):
        decode_reply(opening * 10_000)


def test_the_detail_says_what_is_wrong() -> None:
    assert bad('{"action":"joinRoom","payload":{"room":1}}').detail == (
        "The payload of joinRoom is not right: expected `str`, got `int` at `$.payload.room`."
    )
    assert bad('{"action":"joinRoom","room":1}').detail.startswith("The fields of joinRoom are not right:")
    assert 'no "action"' in bad("{}").detail


@given(st.binary())
def test_no_bytes_harm_either_end(frame: bytes) -> None:
    harmless(frame)


@given(JSON | NEARLY)
def test_no_json_harms_either_end(value: Any) -> None:
    harmless(json.dumps(value).encode())


def harmless(frame: bytes) -> None:
    """A frame becomes a message or BadFrame, and what it becomes can be sent on."""
    try:
        request, _ = decode_request(frame)
        encode(request)
    except BadFrame as problem:
        encode(Error(problem.reason, problem.detail))
    try:
        reply = decode_reply(frame)
        if reply is not None:
            encode(reply)
    except BadFrame:
        pass


# What a client takes from older servers


@pytest.mark.parametrize(
    ("frame", "reply"),
    [
        ('{"action":"roomsList","rooms":{"default":2}}', RoomsList({"default": 2})),
        ('{"action":"roomsList","rooms":["default","music"]}', RoomsList({"default": None, "music": None})),
        ('{"action":"roomsList","payload":{"rooms":["default"]}}', RoomsList({"default": None})),
        ('{"action":"roomsList","payload":{"rooms":{}},"rooms":{"x":1}}', RoomsList({})),
        (
            '{"action":"roomsList","rooms":{"a":-1,"b":1.5,"c":"2","d":true,"e":null,"f":3}}',
            RoomsList({"a": None, "b": None, "c": None, "d": None, "e": None, "f": 3}),
        ),
        (
            '{"action":"roomsList","payload":{"rooms":{"a":9007199254740991,"b":9007199254740992}}}',
            RoomsList({"a": 2**53 - 1, "b": None}),
        ),
        ('{"action":"joined","room":"x"}', Joined("x")),
        ('{"action":"left","room":"x"}', Left("x")),
        ('{"action":"message","from":"Bo","room":"x","message":"hi"}', Message(author="Bo", room="x", message="hi")),
        ('{"action":"error","payload":{"message":"No."}}', Error("", "No.")),
        ('{"action":"error","message":"No."}', Error("", "No.")),
        ('{"action":"error","reason":"room_exists","detail":"No."}', Error("room_exists", "No.")),
        ('{"action":"error","payload":{"reason":"room_exists","message":"No."}}', Error("room_exists", "No.")),
        ('{"action":"error","payload":{"reason":"made_up","detail":"No."}}', Error("made_up", "No.")),
        ('{"action":"error","payload":"No."}', Error("", "")),
        ('{"action":"error","payload":{"reason":7,"detail":["No."]}}', Error("", "")),
        ('{"action":"error"}', Error("", "")),
        (
            '{"action":"message","payload":{"from":"Bo","room":"x","message":"hi","seq":"7"},"ts":1}',
            Message(author="Bo", room="x", message="hi"),
        ),
    ],
)
def test_replies_of_older_servers(frame: str, reply: Reply) -> None:
    assert decode_reply(frame.encode()) == reply
    assert decode_reply(frame) == reply


@pytest.mark.parametrize("frame", ['{"action":"welcome","payload":{}}', '{"action":"typing"}', '{"action":""}'])
def test_actions_that_this_client_does_not_know_are_none(frame: str) -> None:
    assert decode_reply(frame) is None


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "hello",
        "[]",
        "null",
        "{}",
        '{"action":null}',
        '{"payload":{"room":"x"}}',
        '{"action":"joined","payload":{}}',
        '{"action":"joined","payload":{"room":1}}',
        '{"action":"message","payload":{"from":"Bo","room":"x"}}',
        '{"action":"roomsList"}',
        '{"action":"roomsList","rooms":[1]}',
        '{"action":"roomsList","payload":{"rooms":"x"}}',
        '{"action":"message","payload":{"from":"Bo","room":"x","message":"\\udc00"}}',
    ],
)
def test_replies_that_are_none(frame: str) -> None:
    with pytest.raises(BadFrame):
        decode_reply(frame.encode())
