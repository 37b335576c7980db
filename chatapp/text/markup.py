"""Markup in a message, as people write it in chats: `code`, fenced blocks of it, *emphasis*, **strong**, ~~struck~~,
and quotes behind `> `. Everything else, such as headings, lists and HTML, is text as it was typed.

What is shown is the text without its markers, and nothing but markers is ever left out. In doubt a character is no
marker: those inside a word (`snake_case`, `2*3*4`), a face (`^_^`) or a pattern (`*.*`) stay, as do those of a link and
those behind a backslash. markdown-it pairs the markers of a paragraph. Blocks are told apart here: the quotes of
Markdown go on in lines that do not say so, end at a depth, and forget where they stood.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from chatapp.text.emphasis import Span, paired
from chatapp.text.links import Link


class Block(NamedTuple):
    """`text[start:end]` are whole lines, without the line feed after the last."""

    start: int
    end: int
    depth: int = 0
    """in so many quotes"""
    code: bool = False


class Cuts:
    """What of a source is not shown."""

    __slots__ = ("_ends", "_gone", "_starts")

    def __init__(self, cuts: Iterable[tuple[int, int]] = ()) -> None:
        """`cuts` are apart or touch."""
        ordered = sorted(cuts)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]
        self._gone = [0, *accumulate(end - start for start, end in ordered)]

    def place(self, index: int) -> int:
        """Where a code point of the source stands in what is left; where it is cut, what follows."""
        before = bisect_left(self._starts, index)
        hidden = max(0, self._ends[before - 1] - index) if before else 0
        return index - self._gone[before] + hidden

    def left(self, source: str) -> str:
        """The source without them."""
        kept = zip([0, *self._ends], [*self._starts, len(source)], strict=True)
        return "".join(source[end:start] for end, start in kept)


class Marked(NamedTuple):
    """A text as it is shown; indexes are code points of `text`."""

    text: str
    spans: tuple[Span, ...] = ()
    """in the order of their ends"""
    blocks: tuple[Block, ...] = ()
    """all of the text, one line feed between two; empty where it is one paragraph in no quote"""
    cuts: Cuts = Cuts()
    """what is not shown"""


_Line = tuple[int, int]
"""from where to where in the source, without the line feed and without the marks of quotes"""

_QUOTE = re.compile(r"(?:> )+(?=\S)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([\w+#.-]*)[ \t]*\Z")
_BEHIND = re.compile(r"(?:\*{1,3}|~~|(?<!`)`+)\Z")
_ESCAPED = re.compile(r"\\[*_~]")


def marked(text: str, links: Sequence[Link] = ()) -> Marked:
    """A text that has line feeds alone between its lines, as it is shown; `links` are those in it, in order. The cost
    grows with the length of the text, whatever stands in it.
    """
    if not may_be_marked(text):
        return Marked(text)
    reading = _Reading(text, links)
    if not reading.cuts:
        return Marked(text)
    cuts = Cuts(reading.cuts)
    place = cuts.place
    spans = tuple(Span(style, place(start), place(end)) for style, start, end in reading.spans)
    blocks = tuple(Block(place(start), place(end), depth, code) for start, end, depth, code in reading.blocks)
    if len(blocks) == 1 and not (blocks[0].depth or blocks[0].code):
        blocks = ()
    return Marked(cuts.left(text), spans, blocks, cuts)


def may_be_marked(text: str) -> bool:
    """Whether a text could hold markup, at a glance."""
    return (
        text.count("*") > 1
        or text.count("`") > 1
        or text.count("_") > 1
        or text.count("~") > 3
        or text.startswith("> ")
        or "\n> " in text
    )


def unmarked(text: str, links: Sequence[Link]) -> list[Link]:
    """Links without the markers at their ends that began before them, on their lines: `**see http://example.org**`."""
    freed = []
    for link in links:
        found = _BEHIND.search(link.url)
        if found and found[0] in text[text.rfind("\n", 0, link.start) + 1 : link.start]:
            freed.append(Link(link.start, link.end - len(found[0]), link.url.removesuffix(found[0])))
        else:
            freed.append(link)
    return freed


class _Reading:
    """What is cut, set off and apart in a text, all as indexes into it."""

    def __init__(self, text: str, links: Sequence[Link]) -> None:
        self._text = text
        self._links = links
        self.cuts: list[tuple[int, int]] = []
        self.spans: list[Span] = []
        self.blocks: list[Block] = []
        ends = [at for at, character in enumerate(text) if character == "\n"]
        self._read(list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True)), 0)

    def _read(self, lines: list[_Line], depth: int) -> None:
        """The blocks of lines that are in as many quotes; further quotes are looked for outside of all."""
        fences = _fences([self._text[start:end] for start, end in lines])
        number = begun = 0
        while number < len(lines):
            close = fences.get(number, number)
            held = lines[number + 1 : close]
            if any(self._text[start:end].strip() for start, end in held):
                self._paragraph(lines[begun:number], depth)
                self._fenced(lines[number], held, lines[close], depth)
                number = begun = close + 1
                continue
            inside, quoted = (0, []) if depth else self._quoted(lines, number)
            if quoted:
                self._paragraph(lines[begun:number], depth)
                self._read(quoted, inside)
                number = begun = number + len(quoted)
                continue
            number += 1
        self._paragraph(lines[begun:], depth)

    def _fenced(self, opening: _Line, held: list[_Line], closing: _Line, depth: int) -> None:
        """A block of code. Neither fence is shown, nor is the line feed beside it."""
        self.cuts += [(opening[0], opening[1] + 1), (held[-1][1], held[-1][1] + 1), closing]
        self.blocks.append(Block(held[0][0], held[-1][1], depth, code=True))

    def _quoted(self, lines: list[_Line], number: int) -> tuple[int, list[_Line]]:
        """The quote that begins at a line: its depth, and its lines without its marks. Empty where there is none."""
        quoted: list[_Line] = []
        depth = 0
        for at in range(number, len(lines)):
            start, end = lines[at]
            inside = self._depth(lines[at])
            if not inside and quoted and self._text[start:end].rstrip(" ") == ">":
                # An empty line of a quote, where it goes on behind that.
                if at + 1 == len(lines) or self._depth(lines[at + 1]) != depth:
                    break
                self.cuts.append((start, end))
                quoted.append((end, end))
                continue
            if not inside or (quoted and inside != depth):
                break
            depth = inside
            self.cuts.append((start, start + 2 * inside))
            quoted.append((start + 2 * inside, end))
        return depth, quoted

    def _depth(self, line: _Line) -> int:
        found = _QUOTE.match(self._text, line[0], line[1])
        return len(found[0]) // 2 if found else 0

    def _paragraph(self, lines: list[_Line], depth: int) -> None:
        """Lines without blocks; there may be none of them."""
        if not lines:
            return
        self.blocks.append(Block(lines[0][0], lines[-1][1], depth))
        together: list[_Line] = []
        for line in [*lines, (0, 0)]:
            # Nothing is set off across a blank line.
            if self._text[slice(*line)].strip():
                together.append(line)
            elif together:
                self._inline(together)
                together = []

    def _inline(self, lines: list[_Line]) -> None:
        """What is set off in these lines."""
        source = "\n".join(map(self._without_links, lines))
        if not any(source.count(marker) > 1 for marker in "*_~`"):
            return
        starts = [0, *accumulate(end - start + 1 for start, end in lines)]

        def place(index: int) -> int:
            line = bisect_right(starts, index) - 1
            return lines[line][0] + index - starts[line]

        cuts, spans = paired(source)
        self.cuts += [(place(start), place(start) + end - start) for start, end in cuts]
        self.spans += [Span(style, place(start), place(end)) for style, start, end in spans]

    def _without_links(self, line: _Line) -> str:
        """A line with a letter for each character that is no marker whatever it is."""
        start, end = line
        pieces, done = [], start
        for link in self._links[bisect_left(self._links, (start,)) : bisect_left(self._links, (end,))]:
            pieces += [self._text[done : link.start], "a" * (link.end - link.start)]
            done = link.end
        pieces.append(self._text[done:end])
        return _ESCAPED.sub("aa", "".join(pieces))


def _fences(lines: list[str]) -> dict[int, int]:
    """The lines at which fenced blocks begin, and for each that at which it ends."""
    fences = [_FENCE.match(line) for line in lines]
    # The longest that follows, so that nobody looks for what is not there.
    longest = {"`": [0], "~": [0]}
    for fence in reversed(fences):
        for marker, lengths in longest.items():
            closes = fence is not None and not fence[2] and fence[1][0] == marker
            lengths.append(max(lengths[-1], len(fence[1]) if fence is not None and closes else 0))
    found: dict[int, int] = {}
    opening: re.Match[str] | None = None
    begun = 0
    for number, fence in enumerate(fences):
        if fence is None:
            continue
        if opening is None:
            if longest[fence[1][0]][len(lines) - number - 1] >= len(fence[1]):
                opening, begun = fence, number
        elif not fence[2] and fence[1].startswith(opening[1]):
            found[begun] = number
            opening = None
    return found
