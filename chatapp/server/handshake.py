"""The opening handshake (RFC 6455, section 4.2): the bytes of a request to those of the answer.

A server that has just been started meets all its clients at once, and the general way costs more than all else that a
client does then. So a request as nearly every client makes it is answered here; whatever is not just as expected is
left to `websockets`, to be refused or not. Pure.
"""

import logging
import re
from base64 import b64encode
from binascii import Error, a2b_base64
from hashlib import sha1
from http import HTTPStatus
from typing import Final

from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol

from chatapp import __version__
from chatapp.protocol.limits import FRAME

REQUEST: Final = 16 * 1024
"""bytes of a request, at most"""
SERVER: Final = f"chatapp/{__version__}"
"""how a server names itself to whoever asks over HTTP"""
NONCE: Final = "Chatapp-Nonce"
"""the header that gives each connection something nobody could foresee, with which a name is proven"""

_NO_BROWSER: Final = "This is a Chatapp server. Join it with the Chatapp application.\n"
_BAD_REQUEST: Final = (
    f"HTTP/1.1 400 Bad Request\r\nServer: {SERVER}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".encode()
)
_ACCEPTED: Final = (
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    f"Sec-WebSocket-Accept: %b\r\nServer: {SERVER}\r\n{NONCE}: %b\r\n\r\n"
).encode()
_GUID: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_REQUEST: Final = re.compile(rb"GET [!-~]+ HTTP/1\.1\r\n((?:[A-Za-z0-9-]{1,64}: [ -~]{1,256}\r\n){4,16})\r\n")
_HEADER: Final = re.compile(rb"([^:]+): *(.*?) *\r\n")
_HEADERS: Final = frozenset(
    (
        b"accept",
        b"accept-encoding",
        b"accept-language",
        b"cache-control",
        b"connection",
        b"host",
        b"pragma",
        b"sec-websocket-extensions",
        b"sec-websocket-key",
        b"sec-websocket-version",
        b"upgrade",
        b"user-agent",
    )
)
"""what may be there without a closer look"""

# At DEBUG websockets logs what people write, which is nobody's business.
_quiet = logging.getLogger("chatapp.websockets")
_quiet.setLevel(logging.WARNING)


def server_protocol(state: State) -> ServerProtocol:
    """One connection as `websockets` sees it: not from a web page, uncompressed, and silent in the log."""
    return ServerProtocol(origins=[None], extensions=None, state=state, max_size=FRAME, logger=_quiet)


def whole_request(data: bytearray) -> int:
    """How many bytes the request takes; 0 where more of it must come; -1 where it will never be one."""
    end = data.find(b"\r\n\r\n")
    if end >= 0:
        return end + 4
    line, whole, _ = data.partition(b"\n")
    may_be = line[:1].isalpha() and (not whole or line.rstrip().endswith((b" HTTP/1.1", b" HTTP/1.0")))
    return 0 if may_be and len(data) <= REQUEST else -1


def answer(request: bytes, nonce: str) -> tuple[bytes, str]:
    """What goes back for a request (its bytes from start to end; none of what is not one), and why it is refused.

    `nonce` is told to whoever is accepted. The reason is empty where it is; after a refusal the answer is all that is
    ever said.
    """
    key = accept_key(request)
    if key is not None:
        return _ACCEPTED % (key, nonce.encode()), ""
    protocol = server_protocol(State.CONNECTING)
    protocol.receive_data(request)
    reason = HTTPStatus.BAD_REQUEST.phrase
    for event in protocol.events_received():
        if isinstance(event, Request):
            response = protocol.accept(event)
            if response.status_code == HTTPStatus.UPGRADE_REQUIRED:
                response = protocol.reject(HTTPStatus.UPGRADE_REQUIRED, _NO_BROWSER)
                response.headers["Upgrade"] = "websocket"
            response.headers["Server"] = SERVER
            if response.status_code == HTTPStatus.SWITCHING_PROTOCOLS:
                response.headers[NONCE] = nonce
            protocol.send_response(response)
            reason = "" if protocol.state is State.OPEN else response.reason_phrase
    return b"".join(protocol.data_to_send()) or _BAD_REQUEST, reason


def accept_key(request: bytes) -> bytes | None:
    """What the server answers as `Sec-WebSocket-Accept` to a request (its bytes from start to end).

    None where the request is not known to be in order: an `Origin`, a body, a header twice or a strange one.
    """
    match = _REQUEST.fullmatch(request)
    if match is None:
        return None
    pairs = _HEADER.findall(match[1])
    headers = {name.lower(): value for name, value in pairs}
    key = headers.get(b"sec-websocket-key", b"")
    if (
        len(headers) != len(pairs)
        or not _HEADERS.issuperset(headers)
        or headers.get(b"upgrade", b"").lower() != b"websocket"
        or headers.get(b"connection", b"").lower() not in (b"upgrade", b"keep-alive, upgrade")
        or headers.get(b"sec-websocket-version") != b"13"
        or len(key) != 24
    ):
        return None
    try:
        if len(a2b_base64(key, strict_mode=True)) != 16:
            return None
    except Error:
        return None
    return b64encode(sha1(key + _GUID, usedforsecurity=False).digest())
