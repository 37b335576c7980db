"""The opening handshake (RFC 6455, section 4), and what is said to those who do not want a WebSocket."""

import pytest

from tests.conformance.conftest import Fresh, NewClient, NewRaw
from tests.conformance.raw import TEXT, frame, text


async def test_the_key_is_answered(raw: NewRaw) -> None:
    one = await raw()
    await one.send(one.request())
    status, headers = await one.response()
    assert status == 101
    assert headers["upgrade"].lower() == "websocket"
    assert headers["connection"].lower() == "upgrade"
    # The example of section 1.3.
    assert headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    assert "sec-websocket-extensions" not in headers
    assert "sec-websocket-protocol" not in headers


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost",
        "https://example.com",
        "http://127.0.0.1:20200",
        "null",
        "file://",
        "chrome-extension://x",
        "",
    ],
)
async def test_any_origin_is_forbidden(raw: NewRaw, origin: str) -> None:
    one = await raw()
    await one.send(one.request(f"Origin: {origin}"))
    status, _ = await one.response()
    assert status == 403
    await one.rest()


async def test_compression_is_offered_and_not_accepted(client: NewClient, raw: NewRaw, fresh: Fresh) -> None:
    one = await raw()
    await one.send(one.request("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"))
    status, headers = await one.response()
    assert status == 101
    assert "sec-websocket-extensions" not in headers
    await one.identify(fresh("Ann"))
    # `websockets` offers it by itself.
    other = await client(fresh("Bob"))
    assert other.ws.request is not None
    assert other.ws.response is not None
    assert "permessage-deflate" in other.ws.request.headers["Sec-WebSocket-Extensions"]
    assert "Sec-WebSocket-Extensions" not in other.ws.response.headers
    # Nor are compressed frames read.
    await one.send(frame(TEXT, b"\xaa\x56\x4a\x4c\x2e\xc9\xcc\xcf\x53\xb2\x52\x50\x2a\xa9\x05\x00", reserved=0b100))
    assert await one.closing_code() == 1002


async def test_a_subprotocol_is_not_chosen(raw: NewRaw) -> None:
    one = await raw()
    await one.send(one.request("Sec-WebSocket-Protocol: chat, superchat"))
    status, headers = await one.response()
    assert status == 101
    assert "sec-websocket-protocol" not in headers


@pytest.mark.parametrize("path", ["/", "/index.html", "/../../etc/passwd"])
async def test_a_plain_get_is_told_what_this_is(raw: NewRaw, path: str) -> None:
    one = await raw()
    await one.send(f"GET {path} HTTP/1.1\r\nHost: chat\r\nAccept: text/html\r\n\r\n".encode())
    status, headers = await one.response()
    assert status == 426
    assert headers["upgrade"] == "websocket"
    assert headers["content-type"].startswith("text/plain")
    sentence = (await one.rest()).decode()
    assert len(sentence) == int(headers["content-length"])
    assert sentence.endswith(".\n")
    assert sentence[0].isupper()


@pytest.mark.parametrize(
    "garbage",
    [
        pytest.param(b"hello\r\n", id="a word"),
        pytest.param(b"\x00\x00\x00\x00", id="nothing"),
        pytest.param(b"\x81\x85\x01\x02\x03\x04hello", id="a frame before the handshake"),
        pytest.param(b"SSH-2.0-OpenSSH_9.9\r\n", id="SSH"),
        pytest.param(b"GET / HTTP/0.9\r\n\r\n", id="another HTTP"),
        pytest.param(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", id="HTTP/2"),
        pytest.param(b"GET / HTTP/1.1\r\nno header\r\n\r\n", id="no header"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: x\r\nX: a\x00b\r\n\r\n", id="NUL in a header"),
        pytest.param(b"GET / HTTP/1.1\r\nX: " + b"x" * 20_000, id="a header without end"),
        pytest.param(b"x" * 20_000, id="a line without end"),
    ],
)
async def test_what_is_not_http_is_a_bad_request_and_the_end(
    raw: NewRaw, client: NewClient, fresh: Fresh, garbage: bytes
) -> None:
    one = await raw()
    await one.send(garbage)
    status, _ = await one.response()
    assert status == 400
    await one.rest()
    await client(fresh("Ann"))


async def test_what_begins_as_tls_does_and_is_none_ends(raw: NewRaw, client: NewClient, fresh: Fresh) -> None:
    one = await raw()
    await one.send(b"\x16\x03\x01\x00\x05hello")
    assert b"101" not in await one.rest()
    await client(fresh("Ann"))


@pytest.mark.parametrize(
    "leave_out", ["Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"], ids=lambda header: header
)
async def test_a_handshake_that_leaves_something_out(raw: NewRaw, leave_out: str) -> None:
    one = await raw()
    await one.send(one.request(leave_out=leave_out))
    status, _ = await one.response()
    assert 400 <= status < 500
    await one.rest()


@pytest.mark.parametrize("method", ["POST", "HEAD", "CONNECT", "get"])
async def test_another_method(raw: NewRaw, method: str) -> None:
    one = await raw()
    await one.send(one.request(method=method))
    status, _ = await one.response()
    assert 400 <= status < 500
    await one.rest()


async def test_more_headers_than_anybody_needs(raw: NewRaw) -> None:
    one = await raw()
    await one.send(one.request(*["X: x"] * 1000))
    status, _ = await one.response()
    assert 400 <= status < 500
    await one.rest()


async def test_a_handshake_may_come_byte_by_byte(raw: NewRaw, fresh: Fresh) -> None:
    one = await raw()
    for byte in one.request():
        await one.send(bytes([byte]))
    assert (await one.response())[0] == 101
    await one.identify(fresh("Ann"))


async def test_frames_may_follow_the_handshake_at_once(raw: NewRaw, fresh: Fresh) -> None:
    one = await raw()
    await one.send(one.request(), text(f'{{"action":"identify","payload":{{"username":"{fresh("Ann")}"}}}}'))
    assert (await one.response())[0] == 101
    assert (await one.next()).content == b'{"action":"joined","payload":{"room":"default"}}'
