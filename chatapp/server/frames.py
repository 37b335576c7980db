"""WebSocket frames (RFC 6455, section 5.2) in the case that makes up nearly all traffic: a text message in one frame.

Everything else (fragments, control frames, whatever breaks the protocol) is only measured here, so that it can be
handed frame by frame to a full implementation. Pure.
"""

from collections.abc import Callable
from struct import Struct
from typing import Final

_FIN_TEXT: Final = 0x81
_MASKED: Final = 0x80
_CONTROL: Final = 0x08
_HEADS: Final = frozenset(b"\x01\x02\x00\x80\x81\x82\x88\x89\x8a")
"""first bytes that mean something: fragments (of either kind, then further ones), whole ones, close, ping, pong"""
_short: Final = Struct("!BB").pack
_long: Final = Struct("!BBH").pack
_huge: Final = Struct("!BBQ").pack
_head: Final = Struct("!BBH4s").unpack_from
"""of a masked frame whose length takes two bytes more"""

PING: Final = b"\x89\x00"
"""a server's ping without content"""

Unmask = Callable[[bytearray, bytes | bytearray], bytes]
"""(content, four bytes of mask) to the content unmasked (RFC 6455, section 5.3)"""


def text_frame(content: bytes) -> bytes:
    """A server's frame for one whole text message: the same bytes for every receiver."""
    length = len(content)
    if length < 126:
        return _short(_FIN_TEXT, length) + content
    if length < 1 << 16:
        return _long(_FIN_TEXT, 126, length) + content
    return _huge(_FIN_TEXT, 127, length) + content


def single_text(data: bytearray, end: int, unmask: Unmask) -> bytes | None:
    """The content of a text message, where `data[:end]` is one frame and nothing else; None where it may not be.

    This is what `split_texts` does for the most frequent case, in a third of the time. `data` is longer than a head.
    """
    first, second, length, mask = _head(data)
    if first != _FIN_TEXT:
        return None
    if second == _MASKED | 126:
        if length + 8 != end:
            return None
        text = unmask(data[8:end], mask)
    elif second < _MASKED | 126 and second + 6 - _MASKED == end:
        text = unmask(data[6:end], data[2:6])
    else:
        return None
    return text if text.isascii() or is_utf8(text) else None


def split_texts(data: bytearray, end: int, most: int, unmask: Unmask) -> tuple[list[bytes], int]:
    """The contents of the text messages that `data[:end]` begins with, and how many bytes their frames take.

    Stops before anything but a whole, final, masked text frame of valid UTF-8 whose length takes two bytes at most (a
    frame of less than two characters may be left as well), and after `most` frames. `data` must begin at the start of
    a frame, outside a fragmented message.
    """
    texts: list[bytes] = []
    position = 0
    while end - position >= 8 and len(texts) < most:
        first, second, length, mask = _head(data, position)
        if first != _FIN_TEXT:
            break
        if second == _MASKED | 126:
            start = position + 8
        elif _MASKED <= second < _MASKED | 126:
            start = position + 6
            length = second - _MASKED
            mask = data[position + 2 : start]
        else:
            break
        stop = start + length
        if stop > end:
            break
        text = unmask(data[start:stop], mask)
        if not text.isascii() and not is_utf8(text):
            break
        texts.append(text)
        position = stop
    return texts, position


def whole_frame(data: bytearray, most: int) -> int:
    """How many bytes the first frame takes; 0 where more of it must come; -1 where no server accepts how it begins.

    `most` is how much it may hold.
    """
    if len(data) < 2:
        return 0
    head, length = data[0], data[1] - _MASKED
    if head not in _HEADS or length < 0 or (head & _CONTROL and length > 125):
        return -1
    size = 6
    if length >= 126:
        extended = 2 if length == 126 else 8
        size += extended
        if len(data) < 2 + extended:
            return 0
        length = int.from_bytes(data[2 : 2 + extended])
    if length > most:
        return -1
    return size + length if size + length <= len(data) else 0


def is_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 as RFC 3629 has it (no surrogates, nothing overlong)."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
