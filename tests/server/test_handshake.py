"""The opening handshake, its short way held against websockets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.http11 import Request
from websockets.server import ServerProtocol
from websockets.uri import parse_uri

from chatapp import __version__
from chatapp.server.handshake import REQUEST, accept_key, answer, whole_request
from tests.server.doubles import UPGRADE

CHROMIUM = (
    b"GET /chat?x=1 HTTP/1.1\r\nHost: 127.0.0.1:20200\r\nConnection: Upgrade\r\nPragma: no-cache\r\n"
    b"Cache-Control: no-cache\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: en\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
)


def by_websockets(request: bytes) -> bytes | None:
    """What websockets would answer as the key; None where it refuses."""
    protocol = ServerProtocol(origins=[None], extensions=None)
    protocol.receive_data(request)
    for event in protocol.events_received():
        assert isinstance(event, Request)
        response = protocol.accept(event)
        if response.status_code == 101:
            return response.headers["Sec-WebSocket-Accept"].encode()
    return None


def test_the_example_of_rfc_6455() -> None:
    assert accept_key(UPGRADE) == b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def test_what_clients_send_takes_the_short_way() -> None:
    protocol = ClientProtocol(parse_uri("ws://127.0.0.1:20200/"))
    request = protocol.connect()
    request.headers["User-Agent"] = "Python"
    for data in (request.serialize(), CHROMIUM, UPGRADE.replace(b"n: Upgrade", b"n: keep-alive, Upgrade")):
        assert accept_key(data) == by_websockets(data) is not None


OTHERS = [
    UPGRADE[:-2],
    UPGRADE + b"x",
    b"x" + UPGRADE,
    UPGRADE.replace(b"GET", b"HEAD"),
    UPGRADE.replace(b"HTTP/1.1", b"HTTP/1.0"),
    UPGRADE.replace(b" / ", b" /\xff "),
    UPGRADE.replace(b"\r\n", b"\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Host: he\x00re\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Host: here\r\n folded\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Origin: https://example.org\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"origin: null\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Content-Length: 5\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Transfer-Encoding: chunked\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Upgrade: h2c\r\n"),
    UPGRADE.replace(b"Host: here\r\n", b"Host : here\r\n"),
    UPGRADE.replace(b"Upgrade: websocket\r\n", b""),
    UPGRADE.replace(b"websocket", b"websocketx"),
    UPGRADE.replace(b"Connection: Upgrade", b"Connection: close"),
    UPGRADE.replace(b"Version: 13", b"Version: 8"),
    UPGRADE.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBsZSBub25jZQ"),
    UPGRADE.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBsZSBub25jZQAA"),
    UPGRADE.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBsZSBub25jZ===="),
    UPGRADE.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"dGhlIHNhbXBs!SBub25jZQ=="),
    UPGRADE.replace(b"Sec-WebSocket-Key", b"Sec-WebSocket-Kex"),
    UPGRADE[:-2] + b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    UPGRADE[:-2] + b"Sec-WebSocket-Protocol: chat\r\n\r\n",
    UPGRADE[:-2] + b"Host: " + b"x" * 300 + b"\r\n\r\n",
    UPGRADE[:-2] + b"Cookie: a=b\r\n" * 20 + b"\r\n",
]


@pytest.mark.parametrize("request_", OTHERS, ids=range(len(OTHERS)))
def test_everything_else_is_left_to_websockets(request_: bytes) -> None:
    assert accept_key(request_) is None


lines = st.one_of(
    st.sampled_from([line + b"\r\n" for line in CHROMIUM.split(b"\r\n") if line]),
    st.sampled_from([line + b"\r\n" for data in OTHERS for line in data.split(b"\r\n") if line]),
    st.binary(max_size=12).map(lambda data: data + b"\r\n"),
)


@given(
    st.permutations([line + b"\r\n" for line in UPGRADE.split(b"\r\n")[1:] if line]),
    st.lists(lines, max_size=3),
    st.lists(st.tuples(st.integers(0, 200), st.binary(min_size=1, max_size=2)), max_size=2),
)
def test_whoever_takes_the_short_way_would_have_been_accepted(
    usual: list[bytes], more: list[bytes], changes: list[tuple[int, bytes]]
) -> None:
    request = b"GET / HTTP/1.1\r\n" + b"".join(usual) + b"".join(more) + b"\r\n"
    for place, data in changes:
        request = request[:place] + data + request[place + len(data) :]
    request = request[: request.find(b"\r\n\r\n") + 4] if b"\r\n\r\n" in request else request
    found = accept_key(request)
    assert found is None or found == by_websockets(request)


# What is answered (more of it, on a connection, in test_connection.py)


def test_the_short_answer_is_the_long_one() -> None:
    short, refusal = answer(UPGRADE, "some nonce")
    long, _ = answer(UPGRADE.replace(b"Connection: Upgrade", b"Connection: Upgrade,Upgrade"), "some nonce")
    assert refusal == ""
    wanted = {b"Upgrade: websocket", b"Connection: Upgrade", b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="}
    wanted |= {b"HTTP/1.1 101 Switching Protocols", f"Server: chatapp/{__version__}".encode(), b""}
    wanted |= {b"Chatapp-Nonce: some nonce"}
    assert set(short.split(b"\r\n")) == wanted
    assert {line for line in long.split(b"\r\n") if not line.startswith(b"Date: ")} == wanted


@pytest.mark.parametrize(
    ("request_", "status", "reason"),
    [
        (UPGRADE[:-2] + b"Origin: https://example.org\r\n\r\n", b"403", "Forbidden"),
        (b"GET / HTTP/1.1\r\nHost: here\r\n\r\n", b"426", "Upgrade Required"),
        (b"\r\n\r\n", b"400", "Bad Request"),
        (b"", b"400", "Bad Request"),
    ],
)
def test_a_refusal_says_why(request_: bytes, status: bytes, reason: str) -> None:
    response, refusal = answer(request_, "some nonce")
    assert b"nonce" not in response
    assert response.startswith(b"HTTP/1.1 " + status + b" ")
    assert f"Server: chatapp/{__version__}".encode() in response
    assert refusal == reason


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (UPGRADE, len(UPGRADE)),
        (UPGRADE + b"more", len(UPGRADE)),
        (b"\r\n\r\n", 4),
        (UPGRADE[:-1], 0),
        (b"GET / HTTP/1.1\n", 0),
        (b"g", 0),
        (b"GET /".ljust(REQUEST, b"x"), 0),
        (b"GET /".ljust(REQUEST + 1, b"x"), -1),
        (b"\x16\x03\x01", -1),
        (b"hello\n", -1),
    ],
)
def test_how_far_a_request_goes(data: bytes, size: int) -> None:
    assert whole_request(bytearray(data)) == size
