"""Which parts of a text are words that can be spelled right or wrong."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import name

LONGEST = 40
"""letters; longer ones are no words that a dictionary has"""

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = re.compile(rf"(?:{_LETTER})+(?:['’](?:{_LETTER})+)*")
_RUN = re.compile(r"\S+")
_FOREIGN = re.compile(r"://|^www\.|^[^\w]*[@#/\\:][\w+]|\w[@_/\\.]\w|\d", re.IGNORECASE)
"""what tells that a run of characters is an address, a name, a command, a shortcode or a number"""


class Word(NamedTuple):
    start: int
    end: int
    text: str
    """with straight apostrophes, as dictionaries have them"""


def words(text: str) -> Iterator[Word]:
    """The words of a text, as indexes of code points: not those of links, names, shortcodes and numbers, nor what is
    written in capitals inside (`PIN`, `iPhone`).
    """
    for run in _RUN.finditer(text):
        if _FOREIGN.search(run[0]):
            continue
        for found in _WORD.finditer(run[0]):
            word = found[0]
            if 1 < len(word) <= LONGEST and not any(letter.isupper() for letter in word[1:]):
                start = run.start() + found.start()
                yield Word(start, start + len(word), word.replace("’", "'"))


@lru_cache(maxsize=512)
def script(letter: str) -> str:
    """The name of the script that a letter is of, as Unicode names its characters: `LATIN`, `ARABIC`, …"""
    return name(letter, "").partition(" ")[0]
