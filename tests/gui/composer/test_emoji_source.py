from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.emoji_source import EmojiSource
from chatapp.gui.composer.suggestion import Suggestion
from chatapp.gui.emoji.font import install_emoji_font
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.settings import Settings


@pytest.fixture
def emoji_family(qapp: QApplication) -> Iterator[str | None]:
    """The family in use: the system's, or where it has none ours."""
    before = QFontDatabase.applicationEmojiFontFamilies()
    yield install_emoji_font()
    QFontDatabase.setApplicationEmojiFontFamilies(before)


@pytest.fixture
def source(settings: Settings, emoji_family: str) -> EmojiSource:
    return EmojiSource(settings)


def test_it_shows_the_code_that_was_begun(source: EmojiSource) -> None:
    first = source.complete("thumbsu", 3)[0]
    assert first == Suggestion("👍", ":thumbsup:", "thumbs up", "👍")
    assert source.complete("thumbs_u", 3)[0] == Suggestion("👍", ":thumbs_up:", "", "👍")
    assert source.complete("+1", 1)[0].title == ":+1:"
    assert source.by_code("thumbsup") == "👍"
    assert source.by_code("nothing") == ""


def test_it_is_in_the_tone_that_was_chosen(source: EmojiSource, settings: Settings) -> None:
    settings.skin_tone = "dark"
    assert source.complete("thumbsu", 1)[0].insert == source.by_code("thumbsup") == "👍🏿"
    assert source.complete("smile", 1)[0].insert == source.by_code("smile") == "😄"


def test_it_is_found_by_its_name_in_the_windows_language(source: EmojiSource) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        assert "Katze" in source.complete("katze", 1)[0].detail
        assert source.complete("smile", 1)[0].title == ":smile:"
    finally:
        QLocale.setDefault(before)


def test_what_this_person_uses_comes_first(source: EmojiSource, settings: Settings) -> None:
    before = [one.insert for one in source.complete("sm", 8)]
    recents = Recents()
    recents.use(before[-1])
    settings.emoji = recents.to_list()
    assert source.complete("sm", 8)[0].insert == before[-1]


def test_what_the_font_cannot_draw_is_not_offered(source: EmojiSource, monkeypatch: pytest.MonkeyPatch) -> None:
    undrawn = source.complete("sm", 8)[0].insert
    code = source.complete("sm", 8)[0].title
    monkeypatch.setattr(source, "_drawable", lambda characters: characters != undrawn)
    source._drawable.learn = lambda _emoji: None
    assert undrawn not in [one.insert for one in source.complete("sm", 8)]
    assert len(source.complete("sm", 8)) == 8
    assert source.by_code(code) == ""


def test_it_is_prepared_in_slices(source: EmojiSource, qtbot: QtBot) -> None:
    source.prepare()
    assert source._slice.isActive()
    qtbot.waitUntil(lambda: not source._slice.isActive())
    source.prepare()
    assert not source._slice.isActive()
