"""A server that says whoever it likes is in charge, and answers them with anything."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.away import BanDialog, KickDialog
from chatapp.gui.hosting.panel.bans import BansPage
from chatapp.gui.hosting.panel.invites import InvitesPage
from chatapp.gui.hosting.panel.log import LogPage
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.hosting.panel.people import PeoplePage
from chatapp.gui.hosting.panel.rooms import RoomsPage
from chatapp.gui.hosting.panel.rules import RulesPage
from chatapp.gui.hosting.panel.table import Rows
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.base import RoomsList
from chatapp.protocol.messages.hosting import (
    Act,
    Acts,
    Bans,
    Connected,
    GetActs,
    GetBans,
    GetInvites,
    GetPeople,
    GetServer,
    Invites,
    KnownBan,
    KnownInvite,
    People,
    RoomState,
    ServerState,
)

EVIL = "a\u202eb\x07\nc\u200b<b>d</b>" + "e" * 5_000
HUGE = 10**30
PAGES: dict[type[Page], tuple[type, Any]] = {
    PeoplePage: (GetPeople, People([Connected(HUGE, EVIL, EVIL, HUGE, HUGE, key=EVIL)])),
    BansPage: (GetBans, Bans([KnownBan(EVIL, EVIL, HUGE, "", EVIL, EVIL, HUGE, EVIL)])),
    InvitesPage: (GetInvites, Invites([KnownInvite(EVIL, EVIL, HUGE, EVIL, EVIL, HUGE, HUGE)], EVIL)),
    LogPage: (GetActs, Acts([Act(HUGE, HUGE, EVIL, EVIL, EVIL, EVIL)], HUGE)),
}
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def texts(rows: Rows[Any]) -> list[str]:
    """All that is shown, and said aloud."""
    cells = [rows.index(row, column) for row in range(rows.rowCount()) for column in range(rows.columnCount())]
    return [str(cell.data(role)) for cell in cells for role in ROLES]


def harmless(text: str) -> bool:
    """Nothing in it that nobody sees, but for what keeps a name apart; and it ends."""
    bare = text.replace("\u2068", "").replace("\u2069", "")
    return len(bare) < 3_000 and not {unicodedata.category(each) for each in bare} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("kind", PAGES)
def test_whatever_it_tells_is_shown_without_harm(
    kind: Callable[..., Any], theme: Theme, asking: Asking, answer: Callable[..., None], qtbot: QtBot
) -> None:
    page = kind(theme, asking)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    request, reply = PAGES[kind]  # type: ignore[index]  # they are its keys
    answer(request, reply)
    [rows] = page.findChildren(Rows)
    assert rows.rowCount() == 1
    told = texts(rows)
    assert [text for text in told if not harmless(text)] == []
    assert not any("<b>" in text for text in told if text.startswith("<span>")), "a tooltip is no page"
    page.grab()


def test_rules_and_rooms_without_measure(
    theme: Theme, asking: Asking, talk: Any, answer: Callable[..., None], qtbot: QtBot
) -> None:
    rules = RulesPage(theme, asking)
    rooms = RoomsPage(theme, asking)
    for page in (rules, rooms):
        qtbot.addWidget(page)
        page.show()
    rules.refresh()
    answer(GetServer, ServerState(EVIL, True, True, True, True, HUGE, EVIL, [EVIL] * 100))
    talk.hear(RoomsList({"default": HUGE, "music": 2**31}))
    talk.hear(RoomState("music", slow=HUGE))
    rooms.table.selectRow(1)
    for page in (rules, rooms):
        page.grab()
    assert [text for text in texts(rooms.model) if not harmless(text)] == []


def test_whom_it_wants_to_have_sent_away(theme: Theme, asking: Asking, qtbot: QtBot) -> None:
    who = Connected(HUGE, EVIL, EVIL, HUGE, HUGE)
    for dialog in (KickDialog(who, asking), BanDialog(theme, who, asking)):
        qtbot.addWidget(dialog)
        dialog.grab()
