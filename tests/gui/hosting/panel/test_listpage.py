from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.listpage import ListPage
from chatapp.gui.hosting.panel.table import Column
from chatapp.gui.theme.theme import Theme


class Cup(NamedTuple):
    name: str
    full: bool


TEA, NOTHING = Cup("tea", full=True), Cup("nothing", full=False)


class Cups(ListPage[Cup]):
    def __init__(self, theme: Theme, asking: Asking) -> None:
        super().__init__(theme, asking)
        self.entitle("Cups", "What is on the table.")
        self.lay_out([Column("Holds", lambda cup: cup.name)], lambda cup: cup.name, nothing="There is none.")
        self.drunk: list[Cup] = []
        self.drink = self.add_deed("Drink…", self.drunk.append, lambda cup: cup.full)
        self.wash = self.add_deed("Wash", lambda _cup: None)

    def refresh(self) -> None:
        self.show_rows([TEA, NOTHING])

    def take(self, reply: object) -> None:
        """No server knows of cups."""


@pytest.fixture
def page(theme: Theme, asking: Asking, qtbot: QtBot) -> Cups:
    made = Cups(theme, asking)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def can(page: Cups) -> list[bool]:
    return [button.isEnabled() for button in (page.drink, page.wash)]


def test_what_can_be_done_is_done_with_the_chosen_row(page: Cups) -> None:
    assert (page.chosen, can(page)) == (None, [False, False])
    page.table.selectRow(1)
    assert (page.chosen, can(page)) == (NOTHING, [False, True])
    page.table.selectRow(0)
    page.drink.click()
    assert page.drunk == [TEA]


def test_what_happens_to_the_chosen_row_is_seen(page: Cups) -> None:
    page.table.selectRow(0)
    page.show_rows([TEA._replace(full=False)])
    assert can(page) == [False, True]
    page.show_rows([])
    assert (page.chosen, can(page)) == (None, [False, False])
    assert page.table.accessibleDescription() == "There is none."


def test_a_row_s_menu_has_the_same(page: Cups, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    page.table.menu_wanted.emit(page.mapToGlobal(QPoint(10, 10)))
    [menu] = page.findChildren(QMenu)
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("Drink…", True), ("Wash", True)]
    menu.actions()[0].trigger()
    assert page.drunk == [TEA]
    with qtbot.waitSignal(menu.destroyed):
        menu.hide()
