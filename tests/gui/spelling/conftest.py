from collections.abc import Callable, Iterable

import pytest
from PySide6.QtWidgets import QApplication

from chatapp.gui.spelling.dictionaries import Dictionaries
from chatapp.gui.spelling.speller import Job, Speller


class Book:
    """A dictionary of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = set(words)
        self.asked: list[str] = []

    def check(self, word: str) -> bool:
        self.asked.append(word)
        return word.lower() in self.words

    def suggest(self, word: str) -> list[str]:
        return sorted(known for known in self.words if known[0] == word[0].lower())

    def add(self, word: str) -> None:
        self.words.add(word.lower())


class Jobs:
    """Keeps jobs until they are to be done."""

    def __init__(self) -> None:
        self.waiting: list[Job] = []

    def __call__(self, job: Job) -> None:
        self.waiting.append(job)

    def finish(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def book() -> Book:
    return Book("hello", "house", "here", "the", "world", "is")


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def open_book(book: Book) -> Callable[[Iterable[str]], Dictionaries]:
    return lambda _languages: Dictionaries([("en_GB", book)])


@pytest.fixture
def speller(qapp: QApplication, open_book: Callable[[Iterable[str]], Dictionaries], jobs: Jobs) -> Speller:
    return Speller(open_book, jobs)
