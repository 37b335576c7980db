from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from chatapp.gui.emoji.font import install_emoji_font
from chatapp.gui.emoji.model import EmojiModel, Section
from chatapp.text.emoji import Emoji


@pytest.fixture(autouse=True)
def emoji_family(qapp: QApplication) -> Iterator[str]:
    """The family in use: the system's, or where it has none ours."""
    before = QFontDatabase.applicationEmojiFontFamilies()
    family = install_emoji_font()
    assert family is not None
    yield family
    QFontDatabase.setApplicationEmojiFontFamilies(before)


@pytest.fixture
def faces(qapp: QApplication) -> EmojiModel:
    """“face 0” to “face 119”, in two sections, of 20 and 100; the last one has skin tones."""

    def some(first: int, last: int) -> tuple[Emoji, ...]:
        return tuple(
            Emoji(chr(0x1F600 + n), f"face {n}", (f"face{n}",), "g", n, ("👍🏻",) if n == 119 else (), ())
            for n in range(first, last)
        )

    model = EmojiModel()
    model.show([Section("a", "First", some(0, 20)), Section("b", "Second", some(20, 120))])
    return model
