"""What an emoji is found by, and how well it fits what was typed."""

import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

EXACT, NAME, PREFIX, WORD, INSIDE, TAG, NOT_AT_ALL = range(7)
"""How well: a shortcode itself, an English name that is another's shortcode, the beginning of either, of a word in it,
anything in it, a tag's beginning.
"""

_APOSTROPHES: Final = str.maketrans("’‘", "''")


class _Letters(dict[int, int | None]):
    """For `str.translate`: every character is itself, save marks upon others, which go. Learns what it meets."""

    def __missing__(self, code: int) -> int | None:
        self[code] = letter = None if unicodedata.category(chr(code)) == "Mn" else code
        return letter


_LETTERS: Final = _Letters()


class Keys(NamedTuple):
    """What a query is compared with, folded. Each begins with the mark that stands before an item."""

    codes: str  # "\nthumbsup\n_1\nthumbs_up\n"
    name: str  # "\nthumbs up\n"
    words: str  # " thumbsup + 1 thumbs up"
    tags: str  # "\nhand\nthumb\nup"


def fold(text: str) -> str:
    """The form in which names and queries are compared: no case, no accents, straight apostrophes."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).translate(_LETTERS).casefold()


def as_words(text: str) -> str:
    return text.replace("_", " ").replace("-", " ")


def keys(shortcodes: Iterable[str], name: str, english: str, tags: Iterable[str]) -> Keys:
    """`name` may be in any language, and counts as much as shortcodes and the name in English do. `tags` are folded."""
    codes = "\n".join(shortcodes).replace("-", "_")
    words, named, plain = as_words(codes).replace("\n", " "), as_words(fold(name)), as_words(fold(english))
    if english != name:
        codes = "\n".join((codes, *_as_codes(named, codes, plain)))
        words = f"{words} {plain}"
    return Keys(f"\n{codes}\n", f"\n{plain}\n", f" {words} {named}", as_words("\n".join(("", *tags))))


def rank(keys: Keys, code: str, phrase: str) -> int:
    if f"\n{code}\n" in keys.codes:
        return EXACT
    if f"\n{phrase}\n" in keys.name:
        return NAME
    if f"\n{code}" in keys.codes:
        return PREFIX
    if f" {phrase}" in keys.words:
        return WORD
    if code in keys.codes or phrase in keys.words:
        return INSIDE
    return TAG if f"\n{phrase}" in keys.tags else NOT_AT_ALL


def _as_codes(named: str, codes: str, english: str) -> list[str]:
    """A folded name that is not English, as a shortcode.

    No language but English has shortcodes that people agreed on. Where one is a word among those of the English name,
    people mean that very emoji by it (`:heart:` is the red heart), and so by either of two words of the other name.
    """
    words, others = named.split(), english.split()
    short = len(others) > 1 and not set(others).isdisjoint(codes.split("\n"))
    return ["_".join(words), *(words if short and len(words) == 2 else ())]
