"""Whether words are spelled right. Dictionaries are opened and asked in a thread of their own, since some take a tenth
of a second to open and as long for a suggestion; what they said is remembered.
"""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication

from chatapp.gui.spelling.dictionaries import Dictionaries, open_dictionaries

SUGGESTIONS = 5
REMEMBERED = 20_000
"""words, of which each takes some 150 bytes"""

Job = Callable[[], None]

log = logging.getLogger(__name__)


class _Relay(QObject):
    """Takes what the thread has found to the window's thread; outlives neither."""

    checked = Signal(object, dict)
    suggested = Signal(str, list)


class Speller(QObject):
    """Made once for a chat. Reads nothing before it is first asked."""

    learned = Signal()
    """more is known, or something else, of words that were asked for"""
    suggested = Signal(str, list)
    """a word, and what may have been meant by it: SUGGESTIONS at most"""

    def __init__(
        self,
        open_them: Callable[[Iterable[str]], Dictionaries | None] = open_dictionaries,
        run: Callable[[Job], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`run` has a job done, one after the other: in a thread, unless said otherwise."""
        super().__init__(parent)
        self._open = open_them
        self._run = run
        self._dictionaries: Dictionaries | None = None  # belongs to the thread
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._ignored: set[str] = set()
        self._languages: tuple[str, ...] | None = None
        """those that the dictionaries are of; None where they are to be opened"""
        self._relay = _Relay()
        self._relay.checked.connect(self._checked)
        self._relay.suggested.connect(self.suggested)
        QGuiApplication.inputMethod().localeChanged.connect(self._follow)

    def is_wrong(self, word: str) -> bool:
        """Whether it is known to be spelled wrong; ask for it with `look_up` first."""
        return not self._known.get(word, True) and word not in self._ignored

    def look_up(self, words: Iterable[str]) -> None:
        """Find out about those of the words that are not known yet; `learned` tells when. Returns at once."""
        new = [word for word in dict.fromkeys(words) if word not in self._known and word not in self._asked]
        if not new:
            return
        self._prepare()
        self._asked.update(new)
        languages, relay = self._languages, self._relay

        def check() -> None:
            found = self._dictionaries
            relay.checked.emit(languages, {word: found is None or found.check(word) for word in new})

        self._do(check)

    def suggest(self, word: str) -> None:
        """Find out what may have been meant; `suggested` tells. Returns at once."""
        relay = self._relay

        def suggest() -> None:
            found = self._dictionaries
            relay.suggested.emit(word, found.suggest(word, SUGGESTIONS) if found is not None else [])

        self._do(suggest)

    def add(self, word: str) -> None:
        """Take a word as right for good."""
        self._known[word] = True
        self.learned.emit()

        def add() -> None:
            if self._dictionaries is not None:
                self._dictionaries.add(word)

        self._do(add)

    def ignore(self, word: str) -> None:
        """Take a word as right until the window closes."""
        self._ignored.add(word)
        self.learned.emit()

    def _prepare(self) -> None:
        """Have the dictionaries of this person's languages opened, where they are not."""
        languages = tuple(_languages())
        if languages == self._languages:
            return
        self._languages = languages

        def prepare() -> None:
            self._dictionaries = self._open(languages)

        self._do(prepare)

    def _follow(self) -> None:
        """The keyboard writes another language now."""
        if self._languages is not None and tuple(_languages()) != self._languages:
            self._languages = None
            self._known.clear()
            self._asked.clear()
            self.learned.emit()

    def _checked(self, languages: tuple[str, ...], found: dict[str, bool]) -> None:
        self._asked.difference_update(found)
        if languages != self._languages:
            return
        if len(self._known) + len(found) > REMEMBERED:
            self._known.clear()
        self._known.update(found)
        self.learned.emit()

    def _do(self, job: Job) -> None:
        if self._run is None:
            self._run = _thread(self)
        self._run(job)


def _thread(owner: QObject) -> Callable[[Job], object]:
    """Runs jobs in one thread, which ends when it has done those that its owner has left."""
    pool = ThreadPoolExecutor(1, "spelling")
    owner.destroyed.connect(lambda: pool.shutdown(wait=False))

    def run(job: Job) -> None:
        pool.submit(job).add_done_callback(_complain)

    return run


def _complain(done: "Future[None]") -> None:
    problem = done.exception()
    if problem is not None:
        log.warning("spelling cannot be checked: %s", problem)


def _languages() -> Iterable[str]:
    """This person's, as `de_DE`: of the keyboard, of the window, of the system."""
    chosen = [QGuiApplication.inputMethod().locale().name(), QLocale().name(), *QLocale.system().uiLanguages()]
    return dict.fromkeys(name.replace("-", "_") for name in chosen if name != "C")
