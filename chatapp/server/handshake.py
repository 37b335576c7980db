"""The opening handshake (RFC 6455, section 4.2) of a request as nearly every client makes it.

A server that has just been started meets all its clients at once, and the general way costs more than all else that a
client does then. Whatever is not just as expected here is left to the full implementation, to be refused or not. Pure.
"""

import re
from base64 import b64encode
from binascii import Error, a2b_base64
from hashlib import sha1
from typing import Final

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
