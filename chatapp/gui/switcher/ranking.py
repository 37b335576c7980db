"""How well what was typed fits a name. Pure: knows no Qt, and asks nobody.

A name fits by its beginning, better than by the beginning of a word in it, better than by a part of it, better than by
the typed letters in their order, from the beginning of a word on. Among equals the shorter name is nearer, and what was
used lately; neither outweighs a better kind of fit. Case, accents and signs between words make no difference.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

WHOLE, BEGINNING, WORD, PART, LETTERS = 5.0, 4.0, 3.0, 2.0, 1.0
_NEAR, _LATELY = 0.4, 0.5
"""together less than the step from one kind of fit to the next"""
_SIGNS = re.compile(r"[\W_]+")


class Folded(NamedTuple):
    """A name as it is compared."""

    text: str
    words: str
    """the same with one space for all that stands between words"""


@lru_cache(maxsize=8192)
def folded(name: str) -> Folded:
    """Without case and accents."""
    text = name.casefold()
    if not text.isascii():
        text = "".join(sign for sign in normalize("NFKD", normalize("NFKD", text).casefold()) if not combining(sign))
    return Folded(text, _SIGNS.sub(" ", text).strip())


class Wanted:
    """A typed text, compared with many names."""

    def __init__(self, typed: str) -> None:
        self.typed = folded(typed.strip())
        self._letters: re.Pattern[str] | None = None

    def fit(self, name: str, lately: float = 0.0) -> float | None:
        """More for what fits better; None for what does not fit at all. `lately` is 1 for what was used last, 0 for
        what was not used. To nothing typed, everything fits alike."""
        kind = self._kind(folded(name))
        if kind is None:
            return None
        near = len(self.typed.text) / max(len(self.typed.text), len(name), 1)
        return kind + _NEAR * near + _LATELY * lately

    def _kind(self, name: Folded) -> float | None:
        typed, words = self.typed.text, self.typed.words
        if typed == name.text:
            return WHOLE
        if name.text.startswith(typed) or (words and name.words.startswith(words)):
            return BEGINNING
        spaced = f" {name.words}"
        if words and f" {words}" in spaced:
            return WORD
        if " " in words and all(f" {word}" in spaced for word in words.split()):
            return WORD
        if typed in name.text:
            return PART
        return LETTERS if words and self._in_order(name.words) else None

    def _in_order(self, name: str) -> bool:
        if self._letters is None:
            first, *others = (re.escape(sign) for sign in self.typed.words.replace(" ", ""))
            # Each step has one way to go, so that nothing is tried twice.
            self._letters = re.compile(rf"(?:^| ){first}" + "".join(f"[^{sign}]*{sign}" for sign in others))
        return self._letters.search(name) is not None
