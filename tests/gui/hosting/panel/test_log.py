from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.log import LogPage, what
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages import Act, Acts, GetActs

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
    return [act.seq for act in page.acts.rows]


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


def test_each_is_said_in_words(page: LogPage) -> None:
    assert page.acts.index(0, 2).data() == "disconnected somebody"
    assert what("somethingNewer") == "somethingNewer"
