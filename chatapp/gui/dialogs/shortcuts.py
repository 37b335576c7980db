"""Keyboard help: every action of the menus that has a shortcut, and what keys do to messages, which no menu says."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from chatapp.gui.dialogs.window import DialogWindow
from chatapp.gui.theme.look import label

Group = tuple[str, list[tuple[str, str]]]
"""a title; under it, what is done by which keys"""


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
        for title, keys in (*self._elsewhere(), *map(_of_menu, menus)):
            self._add_group(grid, title, keys)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        area.setMinimumHeight(420)
        area.setMinimumWidth(sheet.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.windowTitle())
        self.body.addWidget(area, 1)
        close = self.add_button(self.tr("Close"), "primary", default=True)
        close.clicked.connect(self.accept)

    def _elsewhere(self) -> list[Group]:
        """What keys do where the keyboard is, in the order in which people get to know it."""
        return [
            (
                self.tr("Writing"),
                [
                    (self.tr("Send the message"), self.tr("Enter")),
                    (self.tr("Break the line"), self.tr("Shift+Enter")),
                    (self.tr("Edit your last message"), self.tr("Up, where nothing is written")),
                    (self.tr("Cancel a reply or an edit"), self.tr("Esc")),
                ],
            ),
            (
                self.tr("Messages"),
                [
                    (self.tr("Previous and next message"), self.tr("Up, Down")),
                    (self.tr("Select messages"), self.tr("Shift+Up, Shift+Down")),
                    (self.tr("Reply, react, edit and the like"), self.tr("Enter")),
                    (self.tr("Delete your message"), self.tr("Delete")),
                    (self.tr("Oldest and newest message"), self.tr("Home, End")),
                ],
            ),
            (
                self.tr("Search"),
                [
                    (self.tr("Next and previous hit"), self.tr("Enter, Shift+Enter")),
                    (self.tr("Back to where you were"), self.tr("Esc")),
                ],
            ),
        ]

    def _add_group(self, grid: QGridLayout, title: str, lines: list[tuple[str, str]]) -> None:
        if lines:
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, 28)
            grid.addWidget(label(title, "strong"), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        for what, keys in lines:
            self._add(grid, what, keys)

    def _add(self, grid: QGridLayout, what: str, keys: str) -> None:
        row = grid.rowCount()
        grid.addWidget(label(what), row, 0)
        grid.addWidget(label(keys, "muted"), row, 1)


def _of_menu(menu: tuple[str, Sequence[QAction]]) -> Group:
    title, actions = menu
    native = QKeySequence.SequenceFormat.NativeText
    with_keys = [action for action in actions if not action.shortcut().isEmpty()]
    return title, [
        (action.text().replace("&", "").rstrip("…"), action.shortcut().toString(native)) for action in with_keys
    ]
