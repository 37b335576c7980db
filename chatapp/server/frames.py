"""WebSocket frames (RFC 6455, section 5.2) in the two cases that make up nearly all traffic: whole, single text frames.

Everything else (fragments, control frames, whatever breaks the protocol) is only measured here, so that it can be
handed frame by frame to a full implementation. Pure.
"""

from collections.abc import Callable
from typing import Final

from chatapp.protocol.limits import FRAME

_FIN_TEXT: Final = 0x81
_FIN_BINARY: Final = 0x82
_MASKED: Final = 0x80
_CONTROL: Final = 0x08
_KNOWN_HEADS: Final = frozenset(
    {
        0x00,
        0x01,
        0x02,
        0x80,
        0x81,
        0x82,
        0x88,
        0x89,
        0x8A,
    }  # continuation, text, binary; the same, final; close, ping, pong
)
_SHORT_HEADS: Final = tuple(bytes((_FIN_TEXT, length)) for length in range(126))

PING: Final = b"\x89\x00"
"""a server's ping without content"""

Unmask = Callable[[bytearray, bytearray], bytes]
"""(content, four bytes of mask) to the content unmasked (RFC 6455, section 5.3)"""


def text_frame(content: bytes) -> bytes:
    """A server's frame for one whole text message: the same bytes for every receiver."""
    length = len(content)
    if length < 126:
        return _SHORT_HEADS[length] + content
    return _long_head(_FIN_TEXT, length) + content


def binary_frame(content: bytes) -> bytes:
    """A server's frame for one whole binary message."""
    length = len(content)
    head = bytes((_FIN_BINARY, length)) if length < 126 else _long_head(_FIN_BINARY, length)
    return head + content


def _long_head(first: int, length: int) -> bytes:
    if length < 1 << 16:
        return bytes((first, 126, length >> 8, length & 0xFF))
    return bytes((first, 127)) + length.to_bytes(8)


def split_texts(data: bytearray, end: int, most: int, unmask: Unmask) -> tuple[list[bytes], int]:
    """The contents of the text messages that `data[:end]` begins with, and how many bytes their frames take.

    Stops before anything but a whole, final, masked text frame of valid UTF-8 and at most `FRAME` bytes, and after
    `most` frames. Must begin at the start of a frame, outside a fragmented message.
    """
    texts: list[bytes] = []
    position = 0
    for _ in range(most):
        start = position + 6
        if start > end or data[position] != _FIN_TEXT:
            break
        length = data[position + 1] - _MASKED
        if length < 0:
            break
        if length > 125:
            start += 2
            if length == 127 or start > end:
                break
            length = data[position + 2] << 8 | data[position + 3]
            if length > FRAME:
                break
        stop = start + length
        if stop > end:
            break
        text = unmask(data[start:stop], data[start - 4 : start])
        if not text.isascii() and not is_utf8(text):
            break
        texts.append(text)
        position = stop
    return texts, position


def whole_frame(data: bytearray) -> int:
    """How many bytes the first frame takes; 0 where more of it must come; -1 where no server accepts how it begins."""
    if len(data) < 2:
        return 0
    head, length = data[0], data[1] - _MASKED
    if head not in _KNOWN_HEADS or length < 0 or (head & _CONTROL and length > 125):
        return -1
    size = 6
    if length >= 126:
        extended = 2 if length == 126 else 8
        size += extended
        if len(data) < 2 + extended:
            return 0
        length = int.from_bytes(data[2 : 2 + extended])
    if length > FRAME:
        return -1
    return size + length if size + length <= len(data) else 0


def is_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 as RFC 3629 has it (no surrogates, nothing overlong)."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
