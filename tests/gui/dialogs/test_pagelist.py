"""The pages of a dialog."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.pagelist import PageList
from chatapp.gui.dialogs.settings.entries import page_title
from chatapp.gui.options import Page
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def pages(theme: Theme, qtbot: QtBot) -> PageList:
    made = PageList(theme, {page: page_title(page) for page in Page})
    qtbot.addWidget(made)
    return made


def test_the_arrows_choose(pages: PageList, qtbot: QtBot) -> None:
    pages.choose(Page.APPEARANCE)
    with qtbot.waitSignal(pages.chosen) as chosen:
        qtbot.keyClick(pages, Qt.Key.Key_Down)
    assert chosen.args == [Page.WRITING]


def test_a_page_is_marked_without_telling(pages: PageList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pages.chosen):
        pages.choose(Page.LANGUAGE)
        pages.choose(None)
    assert pages.selectedItems() == []


def test_no_title_is_cut(pages: PageList) -> None:
    longest = max(pages.fontMetrics().horizontalAdvance(pages.item(row).text()) for row in range(pages.count()))
    assert pages.minimumSizeHint().width() > longest


def test_it_is_painted(pages: PageList, qtbot: QtBot) -> None:
    pages.choose(Page.WRITING)
    assert not pages.grab().isNull()
