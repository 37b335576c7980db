"""Keyboard help: every action of the menus that has a shortcut."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.look import label


class Shortcuts(DialogWindow):
    def __init__(self, menus: Iterable[tuple[str, Sequence[QAction]]], parent: QWidget | None = None) -> None:
        """The menus by title, in the order in which they are to be shown."""
        super().__init__(parent)
        self.entitle(self.tr("Keyboard shortcuts"))
        sheet = QWidget(self)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(0, 1)
        for title, actions in menus:
            self._add_menu(grid, title, actions)
        self._add(grid, self.tr("Send the message"), self.tr("Enter"))
        self._add(grid, self.tr("Break the line"), self.tr("Shift+Enter"))
        self._add(grid, self.tr("Edit your last message"), self.tr("Up, where nothing is written"))
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        area.setMinimumHeight(420)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.windowTitle())
        self.body.addWidget(area, 1)
        close = self.add_button(self.tr("Close"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _add_menu(self, grid: QGridLayout, title: str, actions: Sequence[QAction]) -> None:
        shown = [action for action in actions if not action.shortcut().isEmpty()]
        if shown:
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, 28)
            grid.addWidget(label(title, "strong"), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        for action in shown:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self._add(grid, action.text().replace("&", "").rstrip("…"), keys)

    def _add(self, grid: QGridLayout, what: str, keys: str) -> None:
        row = grid.rowCount()
        grid.addWidget(label(what), row, 0)
        grid.addWidget(label(keys, "muted"), row, 1)
