"""Where a message calls somebody by name: `@Ann`, in whatever case or form of letters.

A name is called only as a whole: not inside a longer word or name (`@Annabel`, `@ann-marie`), an e-mail address, a link
or code. Nobody is called by `@all`, unless that is their name.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from unicodedata import category, normalize

from chatapp.text.links import find_links

_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,}(?!~))[^\n`]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""a fenced block, or a run between two equal runs of backticks"""
_SPACED = frozenset({"Lu", "Ll", "Lt", "Nd", "Pc"})
"""what stands before the `@` of an e-mail address; scripts that write no spaces between words are not among it"""
_JOINED = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "Pc", "Mn", "Mc"})
"""what goes on with a word"""
_VARIATION = "\ufe0e\ufe0f"
"""these choose how the character before them is drawn, and are part of no word"""
_LATIN_MARKS = range(0x300, 0x370)
_start = itemgetter(0)


def mentions(text: str, name: str) -> list[tuple[int, int]]:
    """Where the text calls that name, `@` included: in order and without overlap, as indexes of code points."""
    if "@" not in text or not name:
        return []
    found = _calls(text, name)
    if not found:
        return []
    code = [match.span() for match in _CODE.finditer(text)] if "`" in text or "~~~" in text else []
    links = [(link.start, link.end) for link in find_links(text)]
    return [span for span in found if not (_is_in(span[0], code) or _is_in(span[0], links))]


def _is_in(place: int, spans: list[tuple[int, int]]) -> bool:
    """Whether it is in one of these, which are in order and without overlap."""
    before = bisect_right(spans, place, key=_start) - 1
    return before >= 0 and place < spans[before][1]


def _calls(text: str, name: str) -> list[tuple[int, int]]:
    """Calls of the name as a whole, in code and links as well."""
    calling = _calling(name)
    if text.isascii():
        spans = [match.span() for match in calling.finditer(text)]
    else:
        folded, places = _folded(text)
        # A match begins and ends between two characters of the text, not inside of what one of them is folded to.
        spans = [
            (places[match.start()], places[match.end()])
            for match in calling.finditer(folded)
            if match.end() == len(folded) or places[match.end()] != places[match.end() - 1]
        ]
    return [(start, end) for start, end in spans if _is_whole(text, start, end)]


@lru_cache(maxsize=64)
def _calling(name: str) -> re.Pattern[str]:
    return re.compile(re.escape(f"@{_folded(name)[0]}"), re.IGNORECASE)


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without case and forms of letters, and for each of its places, and its end, that of the original."""
    pieces = [normalize("NFKD", normalize("NFKD", character).casefold()) for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*places, len(text)]


def _is_whole(text: str, start: int, end: int) -> bool:
    if start and (category(text[start - 1]) in _SPACED or ord(text[start - 1]) in _LATIN_MARKS):
        return False
    if end == len(text):
        return True
    following = end + 1 if text[end] in "-." else end
    goes_on = following < len(text) and category(text[following]) in _JOINED
    return not goes_on or text[end] in _VARIATION
