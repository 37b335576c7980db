"""What a message's text becomes before it is laid out: pure functions of the text."""

import re
from typing import NamedTuple
from unicodedata import bidirectional

from chatapp.text.emoji import is_emoji_only
from chatapp.text.links import Link, disclose

LONGEST = 8192
"""more code points than this are not laid out, so that no message can hold up the window; copying gives all of them"""

LARGE_AT_MOST = 12
"""a message of more emoji than this is drawn at the size of text"""


class Body(NamedTuple):
    """A message's text as it is drawn, in code points."""

    text: str
    """lines end with a line feed; nothing in it acts on the layout"""
    links: list[Link]
    emoji: list[tuple[int, int]]
    """where emoji stand among other text: the first code point of each run, and the one after its last"""
    large: bool
    """nothing but a few emoji"""
    right_to_left: bool
    """its first letter says so (UAX #9, P2 and P3)"""
    left_out: int
    """how many code points follow that are not drawn"""


_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, halves of surrogate pairs, and the character that stands for an object which is not there.
_UNDRAWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffc]")

# What an ASCII text must hold to be anything but itself: a control, or what every link has.
_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\x7f]|://|[wW]{3}[.]")
_EMOJI = re.compile(
    "(?:(?:[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]|[\u203c-\u3299]\ufe0f|[0-9#*]\ufe0f?\u20e3)"
    "[\ufe0f\u200d\U000e0020-\U000e007f]*)+"
)


def plain(text: str) -> str:
    """The text with line feeds as its only controls beside tabs; everything else that is not drawn as U+FFFD."""
    return _UNDRAWABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def name(author: str) -> str:
    """An author's name on one line."""
    return plain(author).replace("\n", " ").replace("\t", " ")


def shown(text: str) -> str:
    """All of a message as it is drawn and copied: plain, with deceiving hosts as punycode."""
    return disclose(plain(text))[0]


def body(text: str) -> Body:
    """A message's text as it is drawn."""
    if len(text) <= LONGEST and text.isascii() and not _SPECIAL.search(text):
        return Body(text, [], [], large=False, right_to_left=False, left_out=0)
    whole, links = disclose(plain(text))
    left_out = max(0, len(whole) - LONGEST)
    if left_out:
        links = [link for link in links if link.end <= LONGEST]
    text = whole[:LONGEST]
    large = only_emoji(whole)
    emoji = [] if large or text.isascii() else [found.span() for found in _EMOJI.finditer(text)]
    return Body(text, links, emoji, large, _right_to_left(text), left_out)


def only_emoji(text: str) -> bool:
    """Whether a text is one to `LARGE_AT_MOST` emoji, with white space between them."""
    return not text.isascii() and len(text) <= 20 * LARGE_AT_MOST and 0 < is_emoji_only(text) <= LARGE_AT_MOST


def _right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    kinds = (bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def to_utf16(text: str, index: int) -> int:
    """A code point's index as Qt counts it."""
    before = text[:index]
    return index if before.isascii() else len(before.encode("utf-16-le")) // 2


def from_utf16(text: str, position: int) -> int:
    """Qt's position as an index of code points; inside a surrogate pair, that of the pair."""
    if text.isascii():
        return min(position, len(text))
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
