"""Skin tones in words, and the forms of an emoji as they are offered."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from chatapp.text.emoji import Emoji
from chatapp.text.tones import PLAIN, TONES, pairs

_NAMES = {
    PLAIN: QT_TRANSLATE_NOOP("SkinTones", "No skin tone"),
    "light": QT_TRANSLATE_NOOP("SkinTones", "Light skin tone"),
    "medium-light": QT_TRANSLATE_NOOP("SkinTones", "Medium-light skin tone"),
    "medium": QT_TRANSLATE_NOOP("SkinTones", "Medium skin tone"),
    "medium-dark": QT_TRANSLATE_NOOP("SkinTones", "Medium-dark skin tone"),
    "dark": QT_TRANSLATE_NOOP("SkinTones", "Dark skin tone"),
}


class Form(NamedTuple):
    characters: str
    name: str
    """of its tones"""


def tone_name(tone: str) -> str:
    """“Light skin tone”; one of `TONES` in words."""
    return QCoreApplication.translate("SkinTones", str(_NAMES[tone]))


def forms(emoji: Emoji, drawable: Callable[[str], bool]) -> list[list[Form | None]]:
    """The forms of an emoji in lines of six, None for a gap: the plain one, then one a tone.

    Two people have a line for each tone of the first, a column for each of the second; the same tones only where the
    font has no others. Without tones that can be drawn there are no lines.
    """
    found = {tones: form for tones, form in pairs(emoji.skins).items() if drawable(form)}
    mixed = len(found) > len(TONES) - 1 and len(found) == len(emoji.skins)
    lines: list[list[Form | None]] = []
    for first in TONES[1:] if mixed else TONES[1:2]:
        line: list[Form | None] = [None if lines else Form(emoji.characters, tone_name(PLAIN))]
        for second in TONES[1:]:
            tones = (first if mixed else second, second)
            line.append(Form(found[tones], _names(*tones)) if tones in found else None)
        lines.append(line)
    return lines if found else []


def _names(first: str, second: str) -> str:
    if first == second:
        return tone_name(first)
    both = QCoreApplication.translate("SkinTones", "{first}, then {second}")
    return both.format(first=tone_name(first), second=tone_name(second))
