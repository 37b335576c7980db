"""What a search compares: text without case, width or other dress, and the words of a query."""

from typing import Final
from unicodedata import normalize

WORDS: Final = 16
"""of one query that are looked for; the others are left out"""


def folded(text: str) -> str:
    """The text as searches compare it: “Straße”, “STRASSE” and “ｓｔｒａｓｓｅ” are one."""
    if text.isascii():
        return text.lower()
    return normalize("NFKC", normalize("NFKC", text).casefold())


def words(query: str) -> tuple[str, ...]:
    """The different words that a message has to hold, somewhere, to be found; longest first. None for a query of
    nothing but spaces."""
    found = dict.fromkeys(folded(query).split())
    # A word inside another one asks for nothing more.
    needed = [word for word in found if not any(word != other and word in other for other in found)]
    return tuple(sorted(needed, key=len, reverse=True)[:WORDS])
