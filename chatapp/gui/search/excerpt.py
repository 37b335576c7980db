"""The part of a message in which the words of a search stand, and where they stand in it. Pure."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

BEFORE = 36
"""code points shown before the first hit"""
LENGTH = 180
"""code points shown in all"""


class Excerpt(NamedTuple):
    text: str
    """on one line; “…” stands for what is left out"""
    marks: tuple[tuple[int, int], ...]
    """where words of the search begin and end, in order and without overlap"""


@lru_cache(maxsize=256)
def excerpt(text: str, query: str) -> Excerpt:
    """Around the first place where a word of the query stands; the beginning where none does."""
    line = " ".join(text.split())
    folded, places = _folded(line)
    found = _merged((places[at], places[at + len(word)]) for word in words(query) for at in _occurrences(folded, word))
    start, end = _window(line, found[0][0] if found else 0)
    lead = "…" if start else ""
    shift = len(lead) - start
    marks = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in found if a < end and b > start)
    return Excerpt(lead + line[start:end] + ("…" if end < len(line) else ""), marks)


@lru_cache(maxsize=8)
def words(query: str) -> tuple[str, ...]:
    """The words of a query as they are compared: without regard to case or to how a character is put together."""
    return tuple(dict.fromkeys(_fold(word) for word in query.split()))


def _fold(text: str) -> str:
    return normalize("NFKD", normalize("NFKD", text).casefold())


def _folded(line: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its code points (and its end) the one of `line` it comes from."""
    if line.isascii():
        return line.lower(), list(range(len(line) + 1))
    parts: list[str] = []
    places: list[int] = []
    for place, character in enumerate(line):
        part = _fold(character)
        parts.append(part)
        places += [place] * len(part)
    return "".join(parts), [*places, len(line)]


def _occurrences(folded: str, word: str) -> list[int]:
    found = []
    at = folded.find(word) if word else -1
    while at >= 0:
        found.append(at)
        at = folded.find(word, at + len(word))
    return found


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _window(line: str, at: int) -> tuple[int, int]:
    """What is shown of a line so that `at` is seen; begins with a word where one begins nearby."""
    if len(line) <= LENGTH:
        return 0, len(line)
    start = max(0, min(at - BEFORE, len(line) - LENGTH))
    if start:
        space = line.find(" ", start, min(at, start + BEFORE // 2))
        start = space + 1 if space >= 0 else start
    return start, min(len(line), start + LENGTH)
