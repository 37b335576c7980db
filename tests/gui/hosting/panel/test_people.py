from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.people import PeoplePage, is_here
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import GetPeople, People
from tests.gui.hosting.panel.some import ANN, BO, CHLOE


@pytest.fixture
def page(theme: Theme, asking: Asking, answer: Callable[..., None], qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(theme, asking)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    answer(GetPeople, People([ANN, BO, CHLOE]))
    return made


def cells(page: PeoplePage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def test_who_is_connected_is_told(page: PeoplePage) -> None:
    assert cells(page, 0)[:4] == ["Ann", "you, in charge", "this computer", "127.0.0.1"]
    assert cells(page, 1)[:4] == ["Bo", "proven name", "encrypted", "192.0.2.17"]
    assert cells(page, 2)[:4] == ["Chloé", "", "not encrypted", "2001:db8::1"]
    assert page.count.text() == "3 people"


def test_nobody_sends_themselves_away(page: PeoplePage) -> None:
    assert not page.kick.isEnabled()
    page.table.selectRow(1)
    assert page.kick.isEnabled()
    assert page.ban.isEnabled()
    page.table.selectRow(0)
    assert not page.kick.isEnabled()
    assert not page.ban.isEnabled()


def test_who_goes_is_not_chosen_any_more(page: PeoplePage, answer: Callable[..., None]) -> None:
    page.table.selectRow(1)
    page.refresh()
    answer(GetPeople, People([ANN, CHLOE]))
    assert page.chosen != BO
    page.table.clearSelection()
    page.refresh()
    answer(GetPeople, People([ANN, CHLOE]))
    assert not page.kick.isEnabled()


@pytest.mark.parametrize("button", ["kick", "ban"])
def test_it_is_asked_before(page: PeoplePage, talk: Any, button: str, qtbot: QtBot) -> None:
    page.table.selectRow(2)
    talk.asked()
    getattr(page, button).click()
    dialog = page.findChild(QDialog)
    assert dialog is not None
    assert "Chloé" in dialog.windowTitle()
    assert talk.asked() == []
    with qtbot.waitSignal(page.acted):
        dialog.accept()


@pytest.mark.parametrize(("address", "here"), [("127.0.0.1", True), ("::1", True), ("192.0.2.1", False), ("?", False)])
def test_what_is_on_this_computer(address: str, here: bool) -> None:
    assert is_here(address) is here
