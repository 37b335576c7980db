"""What a message's text becomes before it is laid out: pure functions of the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple
from unicodedata import bidirectional

from chatapp.text.emoji import is_emoji_only
from chatapp.text.emphasis import Span, Style
from chatapp.text.links import Link, disclose
from chatapp.text.markup import Block, Cuts, marked, may_be_marked, unmarked
from chatapp.text.mentions import mentions

LONGEST = 8192
"""more code points than this are not laid out, so that no message can hold up the window; copying gives all of them"""

LARGE_AT_MOST = 12
"""a message of more emoji than this is drawn at the size of text"""

_end = attrgetter("end")


class Body(NamedTuple):
    """A message's text as it is drawn, in code points."""

    text: str
    """lines end with a line feed; nothing in it acts on the layout"""
    links: Sequence[Link] = ()
    emoji: Sequence[tuple[int, int]] = ()
    """where emoji stand among other text: the first code point of each run, and the one after its last"""
    large: bool = False
    """nothing but a few emoji"""
    right_to_left: bool = False
    """its first letter says so (UAX #9, P2 and P3)"""
    left_out: int = 0
    """how many code points follow that are not drawn"""
    spans: Sequence[Span] = ()
    """what is set off"""
    blocks: Sequence[Block] = ()
    """what stands apart: all of the text, or nothing of it"""
    calls: Sequence[tuple[int, int]] = ()
    """where the person who looks at it is called by name"""


_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, halves of surrogate pairs, and the character that stands for an object which is not there.
_UNDRAWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffc]")

# What an ASCII text must hold to be anything but itself: a control, a marker, or what every link has.
_SPECIAL = re.compile("[\x00-\x08\x0b-\x1f\x7f*_`]|~~|> |://|[wW]{3}[.]")
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
    """All of a message as it was typed and is copied: plain, with deceiving hosts as punycode."""
    return disclose(plain(text))[0]


def body(text: str, me: str = "") -> Body:
    """A message's text as it is drawn for the person of that name."""
    if len(text) <= LONGEST and text.isascii() and not _SPECIAL.search(text):
        return Body(text, calls=mentions(text, me)) if me and "@" in text else Body(text)
    whole, links = disclose(plain(text))
    left_out = max(0, len(whole) - LONGEST)
    if left_out:
        links = [link for link in links if link.end <= LONGEST]
    source = whole[:LONGEST]
    calls = mentions(source, me) if me and "@" in source else []
    if not may_be_marked(source):
        return _drawn(source, links=links, left_out=left_out, calls=calls)
    links = unmarked(source, links)
    text, spans, blocks, cuts = marked(source, links)
    return _drawn(
        text,
        links=_outside_of_code(_placed(links, cuts), spans, blocks),
        left_out=left_out,
        spans=spans,
        blocks=blocks,
        calls=[(cuts.place(start), cuts.place(end)) for start, end in calls],
    )


def words_alone(text: str) -> Body:
    """What the window says itself as it is drawn: a name in it that looks like a link, or like markup, is none."""
    return _drawn(plain(text))._replace(large=False)


def _drawn(
    text: str,
    *,
    links: Sequence[Link] = (),
    left_out: int = 0,
    spans: Sequence[Span] = (),
    blocks: Sequence[Block] = (),
    calls: Sequence[tuple[int, int]] = (),
) -> Body:
    large = not (left_out or blocks) and only_emoji(text)
    emoji = [] if large or text.isascii() else [found.span() for found in _EMOJI.finditer(text)]
    return Body(text, links, emoji, large, _right_to_left(text), left_out, spans, blocks, calls)


def _placed(links: Sequence[Link], cuts: Cuts) -> list[Link]:
    return [Link(cuts.place(start), cuts.place(end), url) for start, end, url in links]


def _outside_of_code(links: Sequence[Link], spans: Sequence[Span], blocks: Sequence[Block]) -> list[Link]:
    code = [(span.start, span.end) for span in spans if span.style is Style.CODE]
    code += [(block.start, block.end) for block in blocks if block.code]
    code.sort()  # no code is inside of other code

    def is_code(place: int) -> bool:
        before = bisect_left(code, (place + 1,)) - 1
        return before >= 0 and place < code[before][1]

    return [link for link in links if not is_code(link.start)]


def part(of: Body, block: Block) -> Body:
    """One of the blocks of a text, as a text of its own. Code runs from left to right."""
    first, last = block.start, block.end

    # All of it is in order: a message of many blocks is not gone through for each of them.
    def inside(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        here = pairs[bisect_left(pairs, (first,)) : bisect_left(pairs, (last,))]
        return [(start - first, end - first) for start, end in here if end <= last]

    text = of.text[first:last]
    links = of.links[bisect_left(of.links, (first,)) : bisect_left(of.links, (last,))]
    spans = of.spans[bisect_left(of.spans, first, key=_end) : bisect_right(of.spans, last, key=_end)]
    return Body(
        text,
        [Link(link.start - first, link.end - first, link.url) for link in links],
        inside(of.emoji),
        right_to_left=not block.code and _right_to_left(text),
        spans=[Span(style, a - first, b - first) for style, a, b in spans if first <= a],
        calls=inside(of.calls),
    )


def visible(text: str) -> str:
    """All of a message without what is not shown of it, as a part of it is copied."""
    return body(text).text + shown(text)[LONGEST:]


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
