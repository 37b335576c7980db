"""Every emoji once: its names, group and order, how it is found, and whether a text is nothing else.

Names and shortcodes come from the `emoji` package; groups, order, tags and skin tones from `emoji/groups.json` of the
resources (see `packaging/generate_emoji.py`). Neither is read before it is first needed: the package alone takes 25 ms.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from chatapp import assets

LONGEST_QUERY = 100
"""Characters. No emoji has a longer name, so a longer query finds nothing, at once."""

_SELECTOR = "\ufe0f"  # asks for the coloured form of what is also a text character
_EXACT, _PREFIX, _WORD, _INSIDE, _TAG = range(5)
_APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class Emoji:
    characters: str
    """fully qualified: what is inserted and sent"""
    name: str
    """CLDR's short name, in English, in its own spelling"""
    shortcodes: tuple[str, ...]
    """at least one, aliases before the name; lower case, without colons, accents and typographic apostrophes"""
    group: str
    """the key of its `Group`"""
    order: int
    """its place among all, from 0"""
    skins: tuple[str, ...]
    """its forms by skin tone, lightest first: none, 5, or 25 where two people are in it"""
    tags: tuple[str, ...]
    """further words to find it by"""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    """stable: `smileys-emotion`, `people-body`, …"""
    name: str
    """in English: `Smileys & emotion`"""
    emoji: tuple[Emoji, ...]


class _Keys(NamedTuple):
    """What a query is compared with, folded. Each begins with the mark that stands before an item."""

    codes: str  # "\nthumbsup\n_1\nthumbs_up\n"
    words: str  # " thumbsup + 1 thumbs up"
    tags: str  # "\nhand\nthumb\nup"


class Catalogue:
    """Emoji in the order of pickers, and how they are found. `catalogue()` is the one of all emoji."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups = tuple(groups)
        self._emoji = tuple(emoji for group in self._groups for emoji in group.emoji)
        self._by_shortcode = {code: emoji for emoji in reversed(self._emoji) for code in emoji.shortcodes}
        self._by_characters = {
            characters.replace(_SELECTOR, ""): emoji
            for emoji in self._emoji
            for characters in (emoji.characters, *emoji.skins)
        }
        self._keys = [_keys(emoji) for emoji in self._emoji]
        self._everything = ["".join(keys) for keys in self._keys]

    @property
    def groups(self) -> tuple[Group, ...]:
        return self._groups

    def by_shortcode(self, code: str) -> Emoji | None:
        """The emoji of `smile`, `:smile:` or `:SMILE:`."""
        return self._by_shortcode.get(fold(code.strip(":")))

    def find(self, characters: str) -> Emoji | None:
        """The emoji that this is, or is a skin tone of; with or without its variation selectors."""
        return self._by_characters.get(characters.replace(_SELECTOR, ""))

    def search(self, query: str, recents: Sequence[str] = ()) -> list[Emoji]:
        """What a picker shows for a query, best first; nothing for an empty one.

        A shortcode itself comes first, then what begins with the query, then a word that does, then what contains it,
        then tags; several words must all be found, in any order. Within a rank the picker's order holds. Emoji among
        `recents` (characters, the most used first) move up one rank and lead it, but never pass the exact shortcode.
        Case, accents and colons around the query do not matter. Emoji in the query find themselves. One letter only
        finds beginnings. At most 2 ms.
        """
        if len(query) > LONGEST_QUERY:
            return []
        pasted = _split(query)
        if pasted:
            found = (self._by_characters.get(piece) for piece in pasted)
            return list(dict.fromkeys(emoji for emoji in found if emoji is not None))
        return self._ranked(query, recents, lowest=_TAG)

    def complete(self, prefix: str, limit: int, recents: Sequence[str] = ()) -> list[Emoji]:
        """At most `limit` emoji with a shortcode, or a word of it, that begins with `prefix`; ranked as in `search`."""
        if len(prefix) > LONGEST_QUERY:
            return []
        return self._ranked(prefix, recents, lowest=_WORD)[: max(limit, 0)]

    def _ranked(self, query: str, recents: Sequence[str], lowest: int) -> list[Emoji]:
        code = "_".join(fold(query).strip(": \t\n").replace("-", "_").split())
        phrase = " ".join(_as_words(code).split())
        words = list(dict.fromkeys(phrase.split()))
        if not words:
            return []
        if max(map(len, words)) == 1:
            lowest = min(lowest, _WORD)
        candidates: Iterable[int] = range(len(self._keys))
        for word in words:
            candidates = [index for index in candidates if word in self._everything[index]]
        used: dict[str, int] = {}
        for place, emoji in enumerate(map(self.find, recents)):
            if emoji is not None:
                used.setdefault(emoji.characters, place)
        hits: list[tuple[int, int, int]] = []
        for index in candidates:
            keys = self._keys[index]
            rank = _rank(keys, code, phrase)
            if rank > lowest and phrase != words[0]:
                rank = max(_WORD, *(_rank(keys, word, word) for word in words))
            if rank > lowest:
                continue
            place = used.get(self._emoji[index].characters, len(recents))
            if place < len(recents) and rank > _PREFIX:
                rank -= 1
            hits.append((rank, place, index))
        hits.sort()
        return [self._emoji[index] for _, _, index in hits]


@cache
def catalogue() -> Catalogue:
    """The catalogue of what is installed. The first call takes some 50 ms and reads two files; later ones nothing."""
    from emoji import EMOJI_DATA  # noqa: PLC0415 -- 25 ms, which neither the start nor a text without emoji owes

    table = _table()
    known = [row.characters for group in table for row in group.rows if row.characters in EMOJI_DATA]
    names = {characters: EMOJI_DATA[characters]["en"].strip(":") for characters in known}
    aliases = {characters: EMOJI_DATA[characters].get("alias", ()) for characters in known}
    # As in `emoji` itself, an alias wins over another's name (:cat: is the face), save where that leaves it with none.
    owners = {fold(names[characters]): characters for characters in known if not aliases[characters]}
    for characters in known:
        for alias in aliases[characters]:
            owners.setdefault(fold(alias.strip(":")), characters)
    for characters in known:
        owners.setdefault(fold(names[characters]), characters)
    codes: dict[str, list[str]] = {characters: [] for characters in known}
    for code, characters in owners.items():
        codes[characters].append(code)

    groups, order = [], 0
    for group in table:
        members = []
        for characters, tags, skins in group.rows:
            if characters in names:
                name = names[characters].replace("_", " ")
                members.append(Emoji(characters, name, tuple(codes[characters]), group.key, order, skins, tags))
                order += 1
        groups.append(Group(group.key, group.name, tuple(members)))
    return Catalogue(groups)


def is_emoji_only(text: str) -> int:
    """How many emoji the text consists of, white space aside; 0 where there is anything else, or nothing.

    Skin tones, sequences with missing variation selectors and keycaps count as one each. Bare characters that are text
    unless U+FE0F follows (`©`, `1`, `❤`) are not emoji. A text that begins with an ordinary letter costs nothing.
    """
    pieces = _split(text)
    return len(pieces) if pieces else 0


def fold(text: str) -> str:
    """The form in which names and queries are compared: no case, no accents, straight apostrophes."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn").casefold()


def _keys(emoji: Emoji) -> _Keys:
    codes = "\n".join(emoji.shortcodes).replace("-", "_")
    words = _as_words(f"{codes} {fold(emoji.name)}".replace("\n", " "))
    tags = _as_words(fold("\n".join(emoji.tags)))
    return _Keys(f"\n{codes}\n", f" {words}", f"\n{tags}")


def _as_words(text: str) -> str:
    return text.replace("_", " ").replace("-", " ")


def _rank(keys: _Keys, code: str, phrase: str) -> int:
    """How well an emoji fits; above `_TAG` where it does not."""
    if f"\n{code}" in keys.codes:
        return _EXACT if f"\n{code}\n" in keys.codes else _PREFIX
    if f" {phrase}" in keys.words:
        return _WORD
    if code in keys.codes or phrase in keys.words:
        return _INSIDE
    return _TAG if f"\n{phrase}" in keys.tags else _TAG + 1


class _Row(NamedTuple):
    characters: str
    tags: tuple[str, ...]
    skins: tuple[str, ...]


class _TableGroup(NamedTuple):
    key: str
    name: str
    rows: tuple[_Row, ...]


@cache
def _table() -> tuple[_TableGroup, ...]:
    stored = json.loads(assets.read_bytes("emoji/groups.json"))
    return tuple(
        _TableGroup(
            group["key"],
            group["name"],
            tuple(
                _Row(row[0], tuple(row[1].split("|")), tuple(row[2]) if len(row) > 2 else ()) for row in group["emoji"]
            ),
        )
        for group in stored["groups"]
    )


class _Sequences(NamedTuple):
    """Every emoji and variant without U+FE0F, and which single characters are emoji only where it follows."""

    all: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    """by first character, longest first"""
    text_by_default: frozenset[str]


@cache
def _sequences() -> _Sequences:
    text_by_default = set()
    everything: set[str] = set()
    for group in _table():
        for characters, _, skins in group.rows:
            bare = characters.replace(_SELECTOR, "")
            if len(bare) == 1 and len(characters) > 1:
                text_by_default.add(bare)
            everything.add(bare)
            everything.update(skin.replace(_SELECTOR, "") for skin in skins)
    lengths: dict[str, set[int]] = {}
    for characters in everything:
        lengths.setdefault(characters[0], set()).add(len(characters))
    descending = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    return _Sequences(frozenset(everything), descending, frozenset(text_by_default))


_CANNOT_BEGIN = re.compile(r"\s*(?:[^\W\dℹ]|[!-\"$-)+-/:-@\[-`{-~]|[0-9#*][\x00-\u1fff]|\Z)")


def _split(text: str) -> list[str] | None:
    """The emoji of a text that has nothing else but white space, each without U+FE0F; None where it has."""
    if _CANNOT_BEGIN.match(text):
        return None
    sequences = _sequences()
    pieces: list[str] = []
    for chunk in text.split():
        bare = chunk.replace(_SELECTOR, "")
        start = position = 0  # in `bare`, and of the same emoji in `chunk`
        while start < len(bare):
            for length in sequences.lengths.get(bare[start], ()):
                piece = bare[start : start + length]
                if piece in sequences.all:
                    break
            else:
                return None
            end = position
            for letter in piece:
                end = chunk.index(letter, end) + 1
            selected = chunk.startswith(_SELECTOR, end)
            if piece in sequences.text_by_default and not selected:
                return None
            pieces.append(piece)
            start, position = start + length, end
    return pieces
