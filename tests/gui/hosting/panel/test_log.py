from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.log import LogPage
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import Act, Acts, GetActs

AT = 1_790_000_000_000


def acts(*seqs: int, more: int = 0) -> Acts:
    return Acts([Act(seq, AT + seq, "Ann", "kick", f"{seq}") for seq in seqs], more)


@pytest.fixture
def page(theme: Theme, asking: Asking, answer: Callable[..., None], qtbot: QtBot) -> LogPage:
    made = LogPage(theme, asking)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    answer(GetActs, acts(9, 8, 7, more=7))
    return made


def shown(page: LogPage) -> list[int]:
    return [act.seq for act in page.model.rows]


def test_it_is_read_backwards_page_by_page(page: LogPage, talk: Any, answer: Callable[..., None]) -> None:
    assert shown(page) == [9, 8, 7]
    assert page.older.isVisible()
    page.older.click()
    assert talk.requests[-1].before == 7
    answer(GetActs, acts(6, 5, more=5))
    page.refresh()
    answer(GetActs, acts(10, 9, 8, more=8))
    assert shown(page) == [10, 9, 8, 7, 6, 5], "what is new comes on top, what was read stays"
    page.older.click()
    assert talk.requests[-1].before == 5
    answer(GetActs, acts(4))
    assert shown(page) == [10, 9, 8, 7, 6, 5, 4]
    assert not page.older.isVisible()


def test_nothing_is_left_out_where_more_was_done_than_fits_on_a_page(
    page: LogPage, answer: Callable[..., None]
) -> None:
    page.refresh()
    answer(GetActs, acts(15, 14, 13, more=13))
    assert shown(page) == [15, 14, 13], "12 to 10 have never been seen"
    page.older.click()
    answer(GetActs, acts(12, 11, 10, 9, more=9))
    assert shown(page) == [15, 14, 13, 12, 11, 10, 9]


def test_each_is_said_in_words(page: LogPage) -> None:
    assert [page.model.index(0, column).data() for column in (1, 2)] == ["Ann", "disconnected 9"]
