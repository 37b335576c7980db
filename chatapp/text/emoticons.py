"""Smileys as they were typed before there were emoji.

The pairs are those of emojibase-data 17.0.0 by Miles Johnson (MIT; `resources/emoji/LICENSE-emojibase-data.txt`), less
those that mostly mean something else (`8)` in a list, `XP`, `:B`), with and without a nose.
"""

from typing import NamedTuple

from chatapp.text.code import in_code

_PAIRS = {
    ":)": "🙂",
    ":D": "😄",
    ":'D": "🤣",
    ":')": "😂",
    ";)": "😉",
    ":>": "😊",
    "o:)": "😇",
    "O:)": "😇",
    ":x": "😘",
    ":X": "😘",
    ":*": "😚",
    ":p": "😛",
    ":P": "😛",
    ";p": "😜",
    ";P": "😜",
    "xD": "😆",
    "XD": "😆",
    ":|": "😐",
    ":/": "😕",
    ":(": "☹️",
    ":o": "😲",
    ":O": "😲",
    ":$": "😳",
    ":s": "😧",
    ":S": "😧",
    ":'(": "😢",
    ":'o": "😭",
    "x(": "😖",
    "X(": "😖",
    ":<": "😓",
    "D:": "😩",
    ":c": "😫",
    ":C": "😫",
    ">:/": "😡",
    ":@": "🤬",
    ">:)": "😈",
    ">:(": "👿",
    ":3": "😽",
    "</3": "💔",
    "<3": "❤️",
    "\\m/": "🤘",
}
_EYES = ":;"


def _with_noses() -> dict[str, str]:
    noses = {}
    for face, emoji in _PAIRS.items():
        for eyes in _EYES:
            before, found, mouth = face.partition(eyes)
            if found and mouth and "'" not in mouth:
                noses[f"{before}{eyes}-{mouth}"] = emoji
    return _PAIRS | noses


EMOTICONS = _with_noses()
"""each with its emoji, fully qualified"""
_LONGEST = max(map(len, EMOTICONS))


class Emoticon(NamedTuple):
    text: str
    emoji: str


def emoticon_before(text: str) -> Emoticon | None:
    """The emoticon that ends the text, where it stands by itself and not in code."""
    word = text[-_LONGEST - 1 :].rsplit(None, 1)[-1:]
    if not word or not text.endswith(word[0]) or word[0] not in EMOTICONS or in_code(text):
        return None
    return Emoticon(word[0], EMOTICONS[word[0]])
