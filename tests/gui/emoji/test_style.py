import pytest
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.font import FAMILY, Drawable
from chatapp.gui.emoji.style import EmojiStyle
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance


def painted(label: QLabel) -> QImage:
    return label.grab().toImage()


def test_what_is_on_the_screen_follows_at_once(settings: Settings, appearance: Appearance, qtbot: QtBot) -> None:
    EmojiStyle(settings, appearance)
    if QFontDatabase.applicationEmojiFontFamilies() == [FAMILY]:
        pytest.skip("the system has no emoji in colour")
    label, plain = QLabel("😀 hi"), QLabel("hi")
    for shown in (label, plain):
        qtbot.addWidget(shown)
        shown.show()
    drawable = Drawable()
    assert drawable("😀")
    systems, text = painted(label), painted(plain)
    settings.emoji_style = "bundled"
    assert QFontDatabase.applicationEmojiFontFamilies() == [FAMILY]
    ours = painted(label)
    assert ours != systems
    assert painted(plain) == text
    assert drawable("😀")
    appearance.larger()
    appearance.normal()
    assert painted(label) == ours
    settings.emoji_style = "system"
    assert painted(label) == systems


def test_the_bundled_one_is_used_from_the_start_where_it_was_chosen(settings: Settings, appearance: Appearance) -> None:
    settings.emoji_style = "bundled"
    EmojiStyle(settings, appearance)
    assert QFontDatabase.applicationEmojiFontFamilies() == [FAMILY]
    settings.theme = "dark"
    assert QFontDatabase.applicationEmojiFontFamilies() == [FAMILY]
