import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.aids import Aids
from chatapp.gui.composer.composer import Composer
from chatapp.gui.composer.emoji_source import EmojiSource
from chatapp.gui.settings import Settings
from chatapp.gui.spelling.dictionaries import Dictionaries
from chatapp.gui.spelling.speller import Speller
from chatapp.gui.theme.theme import Theme


class Wrong:
    """A dictionary without words."""

    def check(self, _word: str) -> bool:
        return False

    def suggest(self, _word: str) -> list[str]:
        return []

    def add(self, _word: str) -> None: ...


@pytest.fixture
def aids(theme: Theme, settings: Settings, composer: Composer, page: QWidget) -> Aids:
    source = EmojiSource(settings, page)
    source._drawable = lambda _emoji: True  # type: ignore[assignment]
    source._drawable.learn = lambda _emoji: None
    speller = Speller(lambda _languages: Dictionaries([("en_GB", Wrong())]), lambda job: job(), page)
    people = (["Ann", "Anton"], ["Anton"])
    return Aids(theme, settings, composer, page, emoji=source, speller=speller, people=lambda: people)


def test_names_and_emoji_are_completed(aids: Aids, composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "@an")
    qtbot.keyClick(composer.field, Qt.Key.Key_Tab)
    with qtbot.waitSignal(aids.used) as used:
        qtbot.keyClicks(composer.field, ":thumbsu")
        qtbot.keyClick(composer.field, Qt.Key.Key_Tab)
    assert used.args == ["👍"]
    with qtbot.waitSignal(aids.used) as used:
        qtbot.keyClicks(composer.field, ":heart:")
    assert used.args == ["❤️"]
    assert composer.draft == "@Anton 👍❤️"


def test_it_follows_the_settings(aids: Aids, settings: Settings, composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, ":) @an")
    assert aids.completer.is_open
    settings.completion = False
    assert not aids.completer.is_open
    settings.emoticons = True
    qtbot.keyClicks(composer.field, " :) :heart:")
    assert composer.draft == ":) @an 🙂 :heart:"
    settings.completion, settings.emoticons = True, False
    qtbot.keyClicks(composer.field, " :) :heart:")
    assert composer.draft == ":) @an 🙂 :heart: :) ❤️"


def test_spelling_is_checked_as_chosen_but_for_names(
    aids: Aids, settings: Settings, composer: Composer, qtbot: QtBot
) -> None:
    qtbot.keyClicks(composer.field, "anton wrold ")
    qtbot.waitUntil(lambda: aids.underlines.marked == ["wrold"])
    settings.spelling = False
    assert aids.underlines.marked == []


def test_the_catalogue_is_read_at_a_colon(aids: Aids, composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "@a")
    assert not aids._emoji._slice.isActive()
    qtbot.keyClicks(composer.field, ":")
    assert aids._emoji._slice.isActive()
    qtbot.waitUntil(lambda: not aids._emoji._slice.isActive())
