from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.bans import BansPage
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import Bans, GetBans, KnownBan, Unban

AT = 1_790_000_000_000


def test_who_is_kept_out_and_let_in_again(
    theme: Theme, asking: Asking, talk: Any, answer: Callable[..., None], refuse: Callable[..., None], qtbot: QtBot
) -> None:
    page = BansPage(theme, asking)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    bans = [
        KnownBan("a", "Ann", AT, address="192.0.2.7", username="Zed", why="Shouting"),
        KnownBan("b", "Ann", AT, key="k", until=1),
    ]
    answer(GetBans, Bans(bans))
    rows = [[page.model.index(row, column).data() for column in range(5)] for row in range(2)]
    assert rows == [["Zed", "192.0.2.7", "for good", "Shouting", "Ann"], ["", "this person", "ended", "", "Ann"]]
    assert not page.lift.isEnabled()
    page.table.selectRow(0)
    page.lift.click()
    assert talk.requests[-1].id == "a"
    refuse(Unban)
    assert "in charge" in page.error
    page.lift.click()
    assert page.error == ""
    answer(Unban, Bans(bans[1:]))
    assert page.model.rowCount() == 1
