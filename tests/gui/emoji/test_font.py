from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBitmap, QColor, QFontDatabase, QImage, QPainter, QRegion

from chatapp.gui.emoji.font import FAMILY, Drawable, emoji_font, emoji_pen, install_emoji_font
from chatapp.text.emoji import catalogue
from chatapp.text.tones import TONES, in_tone


@pytest.fixture(params=["system", "bundled"])
def family(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """With the system's emoji font if it has one, and as where it has none."""
    if request.param == "bundled":
        monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: False)
    installed = install_emoji_font()
    assert installed is not None
    yield installed
    QFontDatabase.removeAllApplicationFonts()


def painted(characters: str, point: QPointF, side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(emoji_font(24))
    painter.drawText(point, characters)
    painter.end()
    return image


def ink(image: QImage) -> QRect:
    return QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect()


def test_emoji_are_asked_of_the_family_that_is_returned(family: str) -> None:
    assert QFontDatabase.applicationEmojiFontFamilies() == [family]
    assert emoji_font(24).families()[0] == family
    assert emoji_font(24).pixelSize() == 24


def test_the_bundled_font_is_taken_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: False)
    assert install_emoji_font() == "Twemoji Chatapp"


@pytest.mark.parametrize(
    ("platform", "family"),
    [("win32", "Segoe UI Emoji"), ("darwin", "Apple Color Emoji"), ("linux", "Noto Color Emoji")],
)
def test_the_systems_own_font_comes_first(platform: str, family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: True)
    assert install_emoji_font(platform=platform) == family


def test_the_bundled_font_is_taken_where_it_is_asked_for() -> None:
    assert install_emoji_font("bundled") == FAMILY
    assert QFontDatabase.applicationEmojiFontFamilies() == [FAMILY]
    assert install_emoji_font("bundled") == FAMILY  # once more, without loading it again


def test_what_was_known_of_another_font_is_asked_anew(emoji_family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawable = Drawable()
    assert drawable("😀")
    monkeypatch.setattr("chatapp.gui.emoji.font._glyphs", lambda texts: [0] * len(texts))
    assert drawable("😀")
    install_emoji_font("bundled")
    assert drawable("😀") is (emoji_family == FAMILY)


@pytest.mark.parametrize("tone", TONES[1:])
def test_every_tone_of_what_is_drawn_is_one_glyph(family: str, tone: str) -> None:
    drawable = Drawable()
    plain = [
        emoji for group in catalogue().groups for emoji in group.emoji if emoji.skins and drawable(emoji.characters)
    ]
    toned = [in_tone(emoji.characters, tone) for emoji in plain]
    drawable.learn(toned)
    assert sum(map(drawable, toned)) > 0.95 * len(toned) > 250


def test_a_damaged_bundle_leaves_the_texts_own_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: False)
    monkeypatch.setattr("chatapp.assets.read_bytes", lambda _name: b"no font")
    before = QFontDatabase.applicationEmojiFontFamilies()
    assert install_emoji_font() is None
    assert QFontDatabase.applicationEmojiFontFamilies() == before


def test_emoji_are_painted_in_colour(family: str) -> None:
    image = painted("❤️", QPointF(4, 30), 40)
    shades = {QColor(image.pixel(x, y)).rgb() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha()}
    assert any(QColor(shade).red() > 150 and QColor(shade).green() < 90 for shade in shades)


@pytest.mark.parametrize("characters", ["😀", "⬜"])
def test_an_emoji_stands_in_the_middle_of_its_place(family: str, characters: str) -> None:
    image = painted(characters, QPointF(32, 32) + emoji_pen(emoji_font(24)), 64)
    centre = ink(image).toRectF().center()
    assert abs(centre.x() - 32) <= 1.5
    assert abs(centre.y() - 32) <= 1.5


def test_what_the_font_lacks_is_known(family: str) -> None:
    drawable = Drawable()
    for characters in ("😀", "❤️", "🇩🇪", "1️⃣", "👍", "👨‍👩‍👧", "🏳️‍🌈", "🧔‍♂️", "👁️‍🗨️"):
        assert drawable(characters)
    for characters in ("", "a", "ab", "😀😀", "🇽🇽", "😀\u200d🍎", "\U000f0000"):
        assert not drawable(characters)


def test_asking_for_all_at_once_gives_the_same_answers(family: str) -> None:
    everything = [emoji.characters for group in catalogue().groups for emoji in group.emoji]
    at_once, one_by_one = Drawable(), Drawable()
    at_once.learn(everything)
    assert sum(map(at_once, everything)) > 0.95 * len(everything)
    sample = [characters for characters in everything if not at_once(characters)] + everything[::50]
    assert [one_by_one(characters) for characters in sample] == [at_once(characters) for characters in sample]
