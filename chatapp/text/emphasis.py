"""What is set off within a paragraph: which markers belong together, and what stands between them.

markdown-it finds the partners; which markers may have one at all is stricter here than in Markdown.
"""

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


class Style(Enum):
    """How a part of a paragraph is set off."""

    CODE = "code"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"


class Span(NamedTuple):
    """`text[start:end]` is set off. Spans of unlike styles may hold one another; they never cross."""

    style: Style
    start: int
    end: int


_RUN = re.compile(r"\*+|_+|~+")
_MARKS = frozenset({"*", "**", "***", "_", "~~"})
_MARKERS = "*_~"
_NEAR = 8
"""so many markers side by side are none"""
_OUTSIDE = frozenset("([{<\"'")
_INSIDE = frozenset("([{<\"'`@#$&/\\")
"""the ASCII that may stand before a marker that opens, and behind it, beside spaces and letters"""
_SPACED = frozenset({"Lu", "Ll", "Lt", "Lm", "Nd", "Pc", "Mn"})
"""what words are made of in scripts that put spaces between them"""
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "s": Style.STRUCK}


def paired(source: str) -> tuple[list[tuple[int, int]], list[Span]]:
    """The markers of a paragraph that have a partner, and what stands between them."""
    cuts: list[tuple[int, int]] = []
    spans: list[Span] = []
    begun: list[int] = []
    at = 0
    parser = _parser()
    for token in parser.inline.parse(source, parser, {}, []):
        if token.type == "code_inline":
            end = _code_end(source, at, len(token.markup))
            first, last = at + len(token.markup), end - len(token.markup)
            code = source[first:last]
            if code.strip():
                spaced = code[0] == code[-1] == " "
                cuts += [(at, first + spaced), (last - spaced, end)]
                spans.append(Span(Style.CODE, first + spaced, last - spaced))
            at = end
            continue
        length = len(token.markup or token.content)
        if token.nesting:
            cuts.append((at, at + length))
        at += length
        if token.nesting > 0:
            begun.append(at)
        elif token.nesting < 0:
            spans.append(Span(_STYLES[token.tag], begun.pop(), at - length))
    return cuts, spans


def _code_end(source: str, start: int, length: int) -> int:
    """Behind the run of as many backticks that follows the one at `start`."""
    found = re.compile(f"(?<!`)`{{{length}}}(?!`)").search(source, start + length)
    assert found is not None, "the parser found it"
    return found.end()


@cache
def _parser() -> "MarkdownIt":
    # Imported at the first text that may hold markers: no window needs it before its first frame.
    from markdown_it import MarkdownIt  # noqa: PLC0415  (the reason stands above)

    parser = MarkdownIt("zero").enable(["backticks", "emphasis"])
    parser.inline.ruler2.enable("strikethrough")
    parser.inline.ruler.at("emphasis", _delimit)
    return parser


def _delimit(state: "StateInline", _silent: bool) -> bool:
    """A run of markers, for markdown-it to find its partner: stricter than its own rule."""
    from markdown_it.rules_inline.state_inline import Delimiter  # noqa: PLC0415  (it is there by now)

    found = _RUN.match(state.src, state.pos)
    if found is None:
        return False
    run = found[0]
    opens, closes = _turns(state.src, *found.span()) if run in _MARKS else (False, False)
    if opens or closes:
        struck = run == "~~"
        for piece in [run] if struck else run:
            state.push("text", "", 0).content = piece
            token = len(state.tokens) - 1
            # Of struck text the length says nothing.
            state.delimiters.append(Delimiter(ord(run[0]), 0 if struck else len(run), token, -1, opens, closes))
    else:
        state.pending += run
    state.pos = found.end()
    return True


def _turns(source: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether markers may open there, and whether they may close, for what stands around them and other markers."""
    near = max(0, start - _NEAR)
    outer, inner = source[near:start].rstrip(_MARKERS), source[end : end + _NEAR].lstrip(_MARKERS)
    if (near and not outer) or (end + _NEAR < len(source) and not inner):
        return False, False
    before, after = outer[-1:] or "\n", inner[:1] or "\n"
    opens = _is_outside(before) and not after.isspace() and (after.isalnum() or not after.isascii() or after in _INSIDE)
    closes = not before.isspace() and before not in "([{<" and category(after) not in _SPACED
    return opens, closes


def _is_outside(before: str) -> bool:
    """Whether a marker that opens may stand behind it."""
    if before.isascii():
        return before.isspace() or before in _OUTSIDE
    return category(before) not in _SPACED
