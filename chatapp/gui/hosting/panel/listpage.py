"""A page of the Host panel that lists things, and what is done with the chosen one."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.table import Column, Rows, Table
from chatapp.gui.plain import caption
from chatapp.gui.theme.look import push_button
from chatapp.gui.theme.theme import Theme

T = TypeVar("T")


class ListPage(Page, Generic[T]):
    """Has a table, and beneath it a line whose end is for what is done with the chosen row; a row's menu has the same.
    What belongs to all rows stands at the beginning of that line."""

    model: Rows[T]
    table: Table

    def __init__(self, theme: Theme, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(theme, asking, parent)
        self._deeds: dict[QPushButton, Callable[[T], bool]] = {}
        """what is done with a row, and whether it can be"""
        self.line = QHBoxLayout()
        self.line.addStretch(1)

    def lay_out(self, columns: Sequence[Column[T]], key: Callable[[T], Hashable], *, nothing: str = "") -> None:
        """Once the page has a title. `key` tells rows apart, `nothing` is said where there is none."""
        self.model = Rows(columns, key, self)
        self.table = Table(self._theme, self.model, self.title, self, nothing=nothing)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self.line)
        self.table.chosen.connect(self.show_choice)
        self.table.menu_wanted.connect(self._show_menu)

    def add_deed(
        self, text: str, do: Callable[[T], object], can: Callable[[T], bool] = lambda _row: True
    ) -> QPushButton:
        """A button that does something with the chosen row, where it `can` be done with that."""
        button = push_button(text, self)
        button.clicked.connect(partial(self._do, do))
        button.setEnabled(False)
        self._deeds[button] = can
        self.line.addWidget(button)
        return button

    @property
    def chosen(self) -> T | None:
        return self.model.row(self.table.row)

    def show_rows(self, rows: Sequence[T]) -> None:
        """These are there now."""
        self.model.update(rows)
        self.show_choice()

    def show_choice(self) -> None:
        """Another row is chosen, or the chosen one is another than before."""
        row = self.chosen
        for button, can in self._deeds.items():
            button.setEnabled(row is not None and can(row))

    def _do(self, do: Callable[[T], object], _checked: bool = False) -> None:
        row = self.chosen
        if row is not None:
            do(row)

    def _show_menu(self, place: QPoint) -> None:
        if not self._deeds:
            return
        menu = QMenu(self)
        for button in self._deeds:
            action = menu.addAction(caption(button.text()))
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
