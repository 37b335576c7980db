from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.invites import InvitesPage
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import GetInvites, Invites, KnownInvite, RevokeInvite

AT = 1_790_000_000_000
GIVEN = [
    KnownInvite("a", "Ann", AT, "music", "Physics", 4_102_488_000_000, 3),
    KnownInvite("b", "Ann", AT),
    KnownInvite("c", "Ann", AT, until=1, label="Old"),
]


@pytest.fixture
def page(theme: Theme, asking: Asking, answer: Callable[..., None], qtbot: QtBot) -> InvitesPage:
    made = InvitesPage(theme, asking)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    answer(GetInvites, Invites(GIVEN))
    return made


def cells(page: InvitesPage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def test_what_was_given_is_told(page: InvitesPage) -> None:
    first, second, third = (cells(page, row) for row in range(3))
    assert first[:2] == ["Physics", "3 times"]
    assert "2100" in first[2]
    assert first[3:] == ["#music", "Ann"]
    assert second == ["not said", "0 times", "for good", "", "Ann"]
    assert third[2] == "ended"


def test_one_is_taken_back(page: InvitesPage, talk: Any, answer: Callable[..., None], qtbot: QtBot) -> None:
    assert not page.revoke.isEnabled()
    page.table.selectRow(1)
    page.revoke.click()
    assert [each.id for each in talk.requests if isinstance(each, RevokeInvite)] == ["b"]
    assert page.model.rowCount() == 3, "not yet"
    with qtbot.waitSignal(page.acted):
        answer(RevokeInvite, Invites([GIVEN[0], GIVEN[2]]))
    assert [row.id for row in page.model.rows] == ["a", "c"]


def test_a_new_one_is_made_elsewhere(page: InvitesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wanted):
        page.new.click()
