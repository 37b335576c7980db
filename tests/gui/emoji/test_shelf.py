import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.emoji.font import install_emoji_font
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.emoji.shelf import Shelf
from chatapp.text.emoji import catalogue


def test_preparing_reads_while_idle_and_asking_finds_it_done(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(Recents(), 9)
    shelf.prepare()
    shelf.prepare()
    assert not shelf._groups
    qtbot.waitUntil(lambda: len(shelf._groups) == len(catalogue().groups))
    qtbot.waitUntil(lambda: not shelf._slice.isActive())
    monkeypatch.setattr(shelf._drawable, "learn", lambda _emoji: pytest.fail("asked again"))
    assert len(shelf.everything()) == 1 + len(catalogue().groups)


def test_recents_are_each_once_in_whatever_tone_they_were_used(qtbot: QtBot) -> None:
    recents = Recents()
    for emoji in ("🐱", "👍🏿", "👍", "nonsense", "😀"):
        recents.use(emoji)
    shelf = Shelf(recents, 2)
    assert [emoji.characters for emoji in shelf.everything()[0].emoji] == ["😀", "👍"]


def test_everything_is_offered_in_the_tone_that_was_chosen(qtbot: QtBot) -> None:
    shelf = Shelf(Recents(), 9)
    thumb, face = shelf.find("👍"), shelf.find("😀")
    assert thumb is not None
    assert face is not None
    assert shelf.form(thumb) == "👍"
    shelf.tone = "dark"
    assert (shelf.form(thumb), shelf.form(face)) == ("👍🏿", "😀")


def test_a_tone_that_the_font_lacks_is_not_offered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.gui.emoji.shelf.Drawable.__call__", lambda _self, form: form == "👍")
    shelf = Shelf(Recents(), 9)
    shelf.tone = "dark"
    thumb = shelf.find("👍")
    assert thumb is not None
    assert shelf.form(thumb) == "👍"
    assert shelf.forms(thumb) == []
    assert [emoji.characters for emoji in shelf.search("thumbs")] == ["👍"]


def test_another_font_is_asked_anew(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(Recents(), 9)
    shelf.everything()
    install_emoji_font("bundled")
    monkeypatch.setattr("chatapp.gui.emoji.shelf.Drawable.__call__", lambda _self, form: form == "👍")
    shown = [emoji.characters for section in shelf.everything() for emoji in section.emoji]
    assert shown == ["👍"] or len(shown) > 1700  # where ours was the one in use before


def test_names_and_searches_are_in_the_windows_language(qapp: QApplication) -> None:
    shelf = Shelf(Recents(), 9)
    assert [emoji.characters for emoji in shelf.search("rotes Herz")] == []
    i18n.install(qapp, "de", QLocale.c())
    best = shelf.search("rotes Herz")[0]
    assert (best.characters, best.name) == ("❤️", "rotes Herz")
    assert shelf.search("heart")[0] == best
    assert shelf.everything()[1].emoji[0].name == "grinsendes Gesicht"
