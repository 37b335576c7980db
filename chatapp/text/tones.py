"""Skin tones: the forms that an emoji of people has, and the one that a person asked for."""

from functools import cache
from typing import Final

from chatapp.text.emoji_table import bare, table

PLAIN: Final = "none"
TONES: Final = (PLAIN, "light", "medium-light", "medium", "medium-dark", "dark")
"""what a person can choose: no tone of skin, or one of Unicode's five, the lightest first"""

_FIRST: Final = 0x1F3FB  # of the five characters that give a tone to what is before them
_MODIFIERS: Final = frozenset(map(chr, range(_FIRST, _FIRST + 5)))


def in_tone(characters: str, tone: str) -> str:
    """An emoji, whatever its own tones, with this one for everybody in it; fully qualified.

    What has no tones, or is no emoji, stays as it is. The first call that needs to know reads the table of emoji.
    """
    if tone == PLAIN and _MODIFIERS.isdisjoint(characters):
        return characters
    return _forms().get(bare(characters), {}).get(tone, characters)


def tones_of(characters: str) -> tuple[str, ...]:
    """The tones, of `TONES`, of those in an emoji, in its order: none, one that is everybody's, or one for each."""
    return tuple(TONES[ord(letter) - _FIRST + 1] for letter in characters if letter in _MODIFIERS)


def pairs(skins: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """The forms by the tones of the first and the second person in them, who are the same where there is but one."""
    return {(found[0], found[-1]): form for form in skins if (found := tones_of(form))}


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each form, by its bare characters: its plain form, and those with one tone for everybody, by tone."""
    forms: dict[str, dict[str, str]] = {}
    for group in table():
        for row in group.rows:
            if row.skins:
                same = {first: form for (first, second), form in pairs(row.skins).items() if first == second}
                same[PLAIN] = row.characters
                forms.update(dict.fromkeys(map(bare, (row.characters, *row.skins)), same))
    return forms
