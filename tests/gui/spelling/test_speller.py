import threading
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from chatapp.gui.spelling import speller as module
from chatapp.gui.spelling.dictionaries import Dictionaries
from chatapp.gui.spelling.speller import Speller
from tests.gui.spelling.conftest import Book, Jobs


def test_nothing_is_wrong_before_it_was_looked_up(speller: Speller, jobs: Jobs, qtbot: QtBot) -> None:
    speller.look_up(["hello", "helo"])
    assert not speller.is_wrong("helo")
    with qtbot.waitSignal(speller.learned):
        jobs.finish()
    assert speller.is_wrong("helo")
    assert not speller.is_wrong("hello")


def test_each_word_is_looked_up_once(speller: Speller, jobs: Jobs, book: Book) -> None:
    speller.look_up(["helo", "helo"])
    speller.look_up(["helo", "here"])
    jobs.finish()
    speller.look_up(["helo", "here"])
    assert not jobs.waiting
    assert book.asked == ["helo", "here"]


def test_what_was_meant_comes_later(speller: Speller, jobs: Jobs, qtbot: QtBot) -> None:
    speller.look_up(["helo"])
    speller.suggest("helo")
    with qtbot.waitSignal(speller.suggested) as suggested:
        jobs.finish()
    assert suggested.args == ["helo", ["hello", "here", "house"]]


def test_words_are_added_and_ignored(speller: Speller, jobs: Jobs, book: Book, qtbot: QtBot) -> None:
    speller.look_up(["quux", "helo"])
    jobs.finish()
    with qtbot.waitSignal(speller.learned):
        speller.add("quux")
    with qtbot.waitSignal(speller.learned):
        speller.ignore("helo")
    assert not speller.is_wrong("quux")
    assert not speller.is_wrong("helo")
    jobs.finish()
    assert "quux" in book.words
    assert "helo" not in book.words


def test_another_language_of_the_keyboard_is_another_dictionary(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    languages = ["en_GB"]
    books = {"en_GB": Book("hello"), "de_DE": Book("hallo")}

    def open_them(wanted: Iterable[str]) -> Dictionaries:
        return Dictionaries([(language, books[language]) for language in wanted])

    monkeypatch.setattr(module, "_languages", lambda: languages)
    speller = Speller(open_them, jobs)
    speller.look_up(["hallo"])
    jobs.finish()
    assert speller.is_wrong("hallo")
    speller.look_up(["hello"])
    languages[:] = ["de_DE"]
    with qtbot.waitSignal(speller.learned):
        speller._follow()
    jobs.finish()
    assert not speller.is_wrong("hello"), "said of another language"
    speller.look_up(["hallo", "hello"])
    jobs.finish()
    assert not speller.is_wrong("hallo")
    assert speller.is_wrong("hello")


def test_without_dictionaries_everything_is_right(qapp: object, jobs: Jobs) -> None:
    speller = Speller(lambda _languages: None, jobs)
    speller.look_up(["helo"])
    speller.suggest("helo")
    speller.add("helo")
    jobs.finish()
    assert not speller.is_wrong("helo")


def test_dictionaries_are_asked_in_a_thread_of_their_own(qapp: object, book: Book, qtbot: QtBot) -> None:
    opened: list[tuple[str, ...]] = []

    def open_them(languages: Iterable[str]) -> Dictionaries:
        opened.append(tuple(languages))
        return Dictionaries([("en_GB", book)])

    speller = Speller(open_them)
    with qtbot.waitSignal(speller.learned):
        speller.look_up(["helo"])
    assert speller.is_wrong("helo")
    with qtbot.waitSignal(speller.suggested) as suggested:
        speller.suggest("helo")
    assert suggested.args == ["helo", ["hello", "here", "house"]]
    assert len(opened) == 1
    assert QLocale().name() in opened[0] or QLocale().name() == "C"


def test_a_dictionary_that_fails_is_no_harm(qapp: object, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_languages: Iterable[str]) -> None:
        raise OSError("the disk is gone")

    speller = Speller(fail)
    with qtbot.waitSignal(speller.learned):
        speller.look_up(["helo"])
    assert not speller.is_wrong("helo")
    assert "the disk is gone" in caplog.text


def test_its_thread_ends_with_it_and_does_before_what_was_left(qapp: object, book: Book, qtbot: QtBot) -> None:
    before = threading.active_count()
    for _ in range(3):
        speller = Speller(lambda _languages: Dictionaries([("en_GB", book)]))
        with qtbot.waitSignal(speller.learned):
            speller.look_up(["helo"])
        speller.add("quux")
        delete(speller)
    qtbot.waitUntil(lambda: threading.active_count() <= before)
    assert "quux" in book.words
