"""What may be a reaction: one emoji, by its form (Unicode Technical Standard #51, section 1.4.9: possible emoji).

By its form, not by a list, so that a server takes emoji that are younger than it is.
"""

import re

from chatapp.protocol.limits import REACTION

_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEYCAP = "[0-9#*]\ufe0f?\u20e3"
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa-\u25fe"
    "\u2600-\u2767\u2794-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001f0ff\U0001f10d-\U0001f1e5"
    "\U0001f200-\U0001faff]"
)
_VARIED = "(?:\ufe0f?[\U0001f3fb-\U0001f3ff]?|[\U000e0020-\U000e007e]+\U000e007f)\ufe0f?"
_PART = f"(?:{_FLAG}|{_KEYCAP}|{_PICTURE}{_VARIED})"
_emoji = re.compile(f"{_PART}(?:\u200d{_PART})*").fullmatch


def is_reaction(text: str) -> bool:
    """Whether it is one emoji of at most `limits.REACTION` code points."""
    return len(text) <= REACTION and _emoji(text) is not None
