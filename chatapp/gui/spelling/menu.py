"""What can be done with a word that is spelled wrong, on top of another menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from chatapp.gui.plain import caption, isolated
from chatapp.gui.spelling.speller import Speller


class WordMenu(QObject):
    """Goes with the menu. Suggestions appear when they are there: at once, but for very long words."""

    chosen = Signal(str)
    """what was meant"""

    def __init__(self, menu: QMenu, word: str, speller: Speller) -> None:
        super().__init__(menu)
        self._menu = menu
        self._word = word
        before = menu.actions()[0] if menu.actions() else menu.addSeparator()
        self._waiting = QAction(self.tr("Looking for suggestions…"), menu)
        self._waiting.setEnabled(False)
        shown = caption(isolated(word))
        adding = QAction(self.tr("Add “{word}” to the dictionary").format(word=shown), menu)
        ignoring = QAction(self.tr("Ignore “{word}”").format(word=shown), menu)
        adding.triggered.connect(lambda: speller.add(word))
        ignoring.triggered.connect(lambda: speller.ignore(word))
        menu.insertActions(before, [self._waiting, adding, ignoring])
        menu.insertSeparator(adding)
        menu.insertSeparator(before)
        speller.suggested.connect(self._show)
        speller.suggest(word)

    def _show(self, word: str, suggestions: list[str]) -> None:
        if word != self._word or not self._waiting.isVisible():
            return
        for suggestion in suggestions:
            action = QAction(caption(isolated(suggestion)), self._menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _=False, suggestion=suggestion: self.chosen.emit(suggestion))
            self._menu.insertAction(self._waiting, action)
        self._waiting.setText(self.tr("No suggestions"))
        self._waiting.setVisible(not suggestions)
