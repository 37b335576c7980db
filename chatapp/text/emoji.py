"""Every emoji once: its names, group and order, how it is found, and whether a text is nothing else.

Names and shortcodes in English come from the `emoji` package, names in other languages from `emoji_names`, the rest
from `emoji_table`. None is read before it is first needed: the package alone takes 25 ms.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from chatapp.text.emoji_keys import PREFIX, TAG, WORD, as_words, fold, keys, rank
from chatapp.text.emoji_names import ENGLISH, LANGUAGES, names
from chatapp.text.emoji_table import SELECTOR, bare, table

LONGEST_QUERY = 100
"""Characters. No emoji has a longer name, so a longer query finds nothing, at once."""


@dataclass(frozen=True, slots=True)
class Emoji:
    characters: str
    """fully qualified: what is inserted and sent"""
    name: str
    """CLDR's short name, in the catalogue's language and its spelling"""
    shortcodes: tuple[str, ...]
    """at least one, aliases before the name; lower case, without colons, accents and typographic apostrophes"""
    group: str
    """the key of its `Group`"""
    order: int
    """its place among all, from 0"""
    skins: tuple[str, ...]
    """its forms by skin tone, lightest first: none, 5, or 25 where two people are in it"""
    tags: tuple[str, ...]
    """further words to find it by, in the catalogue's language and in English; folded"""
    english: str = ""
    """its name in English; empty where `name` is that"""


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    """stable: `smileys-emotion`, `people-body`, …"""
    name: str
    """in English: `Smileys & emotion`"""
    emoji: tuple[Emoji, ...]


class Catalogue:
    """Emoji in the order of pickers, and how they are found. `catalogue()` is the one of all emoji."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups = tuple(groups)
        self._emoji = tuple(emoji for group in self._groups for emoji in group.emoji)
        self._by_shortcode = {code: emoji for emoji in reversed(self._emoji) for code in emoji.shortcodes}
        self._by_characters = {
            bare(characters): emoji for emoji in self._emoji for characters in (emoji.characters, *emoji.skins)
        }
        self._keys = [
            keys(emoji.shortcodes, emoji.name, emoji.english or emoji.name, emoji.tags) for emoji in self._emoji
        ]
        self._everything = ["".join(found) for found in self._keys]

    @property
    def groups(self) -> tuple[Group, ...]:
        return self._groups

    def by_shortcode(self, code: str) -> Emoji | None:
        """The emoji of `smile`, `:smile:` or `:SMILE:`."""
        return self._by_shortcode.get(fold(code.strip(":")))

    def find(self, characters: str) -> Emoji | None:
        """The emoji that this is, or is a skin tone of; with or without its variation selectors."""
        return self._by_characters.get(bare(characters))

    def search(self, query: str, recents: Sequence[str] = ()) -> list[Emoji]:
        """What a picker shows for a query, best first; nothing for an empty one.

        A shortcode or name itself comes first, then what begins with the query, then a word that does, then what
        contains it, then tags; several words must all be found, in any order. Names in the catalogue's language and in
        English count the same. Of what begins with the query the shortest comes first; within the other ranks the
        picker's order holds. Emoji among `recents` (characters, the most used first) move up one rank and lead it, but
        never pass the exact shortcode. Case, accents and colons around the query do not matter. Emoji in the query find
        themselves. One letter only finds beginnings. At most 2 ms.
        """
        if len(query) > LONGEST_QUERY:
            return []
        pasted = _split(query)
        if pasted:
            found = (self._by_characters.get(piece) for piece in pasted)
            return list(dict.fromkeys(emoji for emoji in found if emoji is not None))
        return self._ranked(query, recents, lowest=TAG)

    def complete(self, prefix: str, limit: int, recents: Sequence[str] = ()) -> list[Emoji]:
        """At most `limit` emoji with a shortcode, or a word of it, that begins with `prefix`; ranked as in `search`."""
        if len(prefix) > LONGEST_QUERY:
            return []
        return self._ranked(prefix, recents, lowest=WORD)[: max(limit, 0)]

    def _ranked(self, query: str, recents: Sequence[str], lowest: int) -> list[Emoji]:
        code = "_".join(fold(query).strip(": \t\n").replace("-", "_").split())
        phrase = " ".join(as_words(code).split())
        words = list(dict.fromkeys(phrase.split()))
        if not words:
            return []
        if max(map(len, words)) == 1:
            lowest = min(lowest, WORD)
        candidates: Iterable[int] = range(len(self._keys))
        for word in words:
            candidates = [index for index in candidates if word in self._everything[index]]
        used: dict[str, int] = {}
        for place, emoji in enumerate(map(self.find, recents)):
            if emoji is not None:
                used.setdefault(emoji.characters, place)
        hits: list[tuple[int, int, int, int]] = []
        for index in candidates:
            known = self._keys[index]
            fit = rank(known, code, phrase)
            if fit > lowest and phrase != words[0]:
                fit = max(WORD, *(rank(known, word, word) for word in words))
            if fit > lowest:
                continue
            place = used.get(self._emoji[index].characters, len(recents))
            if place < len(recents) and fit > PREFIX:
                fit -= 1
            hits.append((fit, place, self._length(index, code, phrase) if fit == PREFIX else 0, index))
        hits.sort()
        return [self._emoji[index] for *_, index in hits]

    def _length(self, index: int, code: str, phrase: str) -> int:
        """Of the shortest shortcode or name of an emoji that begins so."""
        emoji = self._emoji[index]
        codes = (len(each) for each in emoji.shortcodes if each.startswith(code))
        names = (len(each) for each in {emoji.name, emoji.english or emoji.name} if fold(each).startswith(phrase))
        return min((*codes, *names), default=LONGEST_QUERY)


def catalogue(language: str = ENGLISH) -> Catalogue:
    """The catalogue of what is installed, in a language, or in English where we have no names in that one.

    The first call takes some 50 ms and reads two files, 15 ms and a file more for another language; later ones nothing.
    """
    return _catalogue(language if language in LANGUAGES else ENGLISH)


@cache
def _catalogue(language: str) -> Catalogue:
    from emoji import EMOJI_DATA  # noqa: PLC0415 -- 25 ms, which neither the start nor a text without emoji owes

    everything, local = table(), names(language)
    known = [row.characters for group in everything for row in group.rows if row.characters in EMOJI_DATA]
    english = {characters: EMOJI_DATA[characters]["en"].strip(":") for characters in known}
    codes = _shortcodes(english, {characters: EMOJI_DATA[characters].get("alias", ()) for characters in known})

    groups, order = [], 0
    for group in everything:
        members = []
        for characters, tags, skins in group.rows:
            if characters in english:
                plain, said = english[characters].replace("_", " "), local.get(characters)
                name, further = said or (plain, ())
                found = (*tags, *further)
                others = plain if said else ""
                members.append(Emoji(characters, name, codes[characters], group.key, order, skins, found, others))
                order += 1
        groups.append(Group(group.key, group.name, tuple(members)))
    return Catalogue(groups)


def _shortcodes(english: Mapping[str, str], aliases: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """For each emoji those that are its own.

    As in `emoji` itself, an alias wins over another's name (:cat: is the face), save where that leaves it with none.
    """
    owners = {fold(name): characters for characters, name in english.items() if not aliases[characters]}
    for characters in english:
        for alias in aliases[characters]:
            owners.setdefault(fold(alias.strip(":")), characters)
    for characters, name in english.items():
        owners.setdefault(fold(name), characters)
    codes: dict[str, list[str]] = {characters: [] for characters in english}
    for code, characters in owners.items():
        codes[characters].append(code)
    return {characters: tuple(found) for characters, found in codes.items()}


def is_emoji_only(text: str) -> int:
    """How many emoji the text consists of, white space aside; 0 where there is anything else, or nothing.

    Skin tones, sequences with missing variation selectors and keycaps count as one each. Bare characters that are text
    unless U+FE0F follows (`©`, `1`, `❤`) are not emoji. A text that begins with an ordinary letter costs nothing.
    """
    pieces = _split(text)
    return len(pieces) if pieces else 0


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
    for group in table():
        for characters, _, skins in group.rows:
            plain = bare(characters)
            if len(plain) == 1 and len(characters) > 1:
                text_by_default.add(plain)
            everything.add(plain)
            everything.update(map(bare, skins))
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
        letters = bare(chunk)
        start = position = 0  # in `letters`, and of the same emoji in `chunk`
        while start < len(letters):
            for length in sequences.lengths.get(letters[start], ()):
                piece = letters[start : start + length]
                if piece in sequences.all:
                    break
            else:
                return None
            end = position
            for letter in piece:
                end = chunk.index(letter, end) + 1
            selected = chunk.startswith(SELECTOR, end)
            if piece in sequences.text_by_default and not selected:
                return None
            pieces.append(piece)
            start, position = start + length, end
    return pieces
