"""Servers joined before."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.recent import SHOWN, Recent

SERVERS = [f"192.0.2.{number}:20200" for number in range(9)]


@pytest.fixture
def recent(theme: Theme, qtbot: QtBot) -> Recent:
    made = Recent(theme)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_servers(SERVERS)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_latest_are_offered(recent: Recent, qtbot: QtBot) -> None:
    assert [row.server for row in recent.rows] == SERVERS[:SHOWN]
    with qtbot.waitSignal(recent.chosen) as chosen:
        recent.rows[1].open.click()
    assert chosen.args == [SERVERS[1]]


def test_none_is_nothing_to_see(recent: Recent) -> None:
    recent.show_servers([])
    assert recent.isHidden()


def test_one_is_forgotten_with_the_mouse_the_keyboard_or_the_menu(recent: Recent, qtbot: QtBot) -> None:
    row = recent.rows[1]
    menu = row.menu()
    for forget in (
        row.forget.click,
        lambda: qtbot.keyClick(row.open, Qt.Key.Key_Delete),
        menu.actions()[1].trigger,
    ):
        with qtbot.waitSignal(recent.forget_asked) as asked:
            forget()
        assert asked.args == [SERVERS[1]]


def test_all_are_forgotten(recent: Recent, qtbot: QtBot) -> None:
    with qtbot.waitSignal(recent.clear_asked):
        recent.clear.click()


def test_the_keyboard_stays_where_one_was_forgotten(recent: Recent, qtbot: QtBot) -> None:
    recent.rows[1].forget.setFocus()
    recent.show_servers([SERVERS[0], *SERVERS[2:]])
    assert recent.rows[1].open.hasFocus()
    assert recent.rows[1].server == SERVERS[2]
    recent.show_servers(SERVERS[:1])
    assert recent.rows[0].open.hasFocus()


def test_names_say_which_one(recent: Recent) -> None:
    for row in recent.rows:
        assert row.open.accessibleName() == row.server
        assert row.server in row.forget.accessibleName()


def test_tab_goes_from_one_to_the_next(recent: Recent, qtbot: QtBot) -> None:
    recent.clear.setFocus()
    for row in recent.rows:
        for there in (row.open, row.forget):
            qtbot.keyClick(recent.window().focusWidget(), Qt.Key.Key_Tab)
            assert there.hasFocus()


def test_a_long_invite_is_shortened(recent: Recent) -> None:
    address = f"{'a-long-name-of-a-computer.' * 4}local:20200"
    recent.show_servers([f"chatapp://{address},192.0.2.1:20200"])
    recent.grab()
    button = recent.rows[0].open
    assert "…" in button.text()
    assert recent.minimumSizeHint().width() < 300
    assert button.accessibleName() == address
    assert address in button.toolTip()


def test_of_an_invite_the_likeliest_address_is_shown_and_whatever_it_is_called(recent: Recent, qtbot: QtBot) -> None:
    link = f"chatapp://192.0.2.1:20200,ann-pc.local:20200#f={'A' * 43}"
    recent.show_servers([link, "ftp://x"])
    assert [row.open.accessibleName() for row in recent.rows] == ["192.0.2.1:20200", "ftp://x"]
    recent.show_servers([link])
    recent.call_by({link: "A & B"}.__getitem__)
    qtbot.waitUntil(lambda: recent.rows[0].open.text() == "A && B")
    assert recent.rows[0].server == link
