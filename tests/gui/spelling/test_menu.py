import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.spelling.menu import WordMenu
from chatapp.gui.spelling.speller import Speller
from tests.gui.spelling.conftest import Book, Jobs


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    made.addAction("Paste")
    return made


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def test_suggestions_stand_on_top_when_they_are_there(menu: QMenu, speller: Speller, jobs: Jobs, qtbot: QtBot) -> None:
    speller.look_up(["worlt"])
    jobs.finish()
    offer = WordMenu(menu, "worlt", speller)
    own = ["Add “worlt” to the dictionary", "Ignore “worlt”"]
    assert texts(menu) == ["Looking for suggestions…", *own, "Paste"]
    jobs.finish()
    assert texts(menu) == ["world", *own, "Paste"]
    with qtbot.waitSignal(offer.chosen) as chosen:
        menu.actions()[0].trigger()
    assert chosen.args == ["world"]


def test_without_a_suggestion_it_says_so(menu: QMenu, speller: Speller, jobs: Jobs) -> None:
    speller.look_up(["zzz"])
    WordMenu(menu, "zzz", speller)
    jobs.finish()
    assert texts(menu)[0] == "No suggestions"
    speller.suggested.emit("another", ["one"])
    assert texts(menu)[0] == "No suggestions"


def test_the_word_can_be_kept(menu: QMenu, speller: Speller, jobs: Jobs, book: Book) -> None:
    speller.look_up(["quux", "zzz"])
    jobs.finish()
    WordMenu(menu, "quux", speller)
    WordMenu(menu, "zzz", speller)
    for action in menu.actions():
        if action.text() in {"Add “quux” to the dictionary", "Ignore “zzz”"}:
            action.trigger()
    jobs.finish()
    assert "quux" in book.words
    assert not speller.is_wrong("quux")
    assert not speller.is_wrong("zzz")
