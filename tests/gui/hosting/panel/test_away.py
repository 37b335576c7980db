from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.away import BanDialog, KickDialog
from chatapp.gui.hosting.until import DAY, HOUR
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import Ban, Bans, Kick, People
from tests.gui.hosting.panel.some import BO, CHLOE

NOW = 1_000_000.0


def test_a_kick_says_why_and_stays_until_it_is_done(
    asking: Asking, talk: Any, answer: Callable[..., None], window: QWidget, qtbot: QtBot
) -> None:
    dialog = KickDialog(BO, asking, window)
    dialog.open()
    dialog.why.setText("  Too   loud ")
    dialog.agree.click()
    assert [(each.id, each.why) for each in talk.requests if isinstance(each, Kick)] == [(BO.id, "Too loud")]
    assert dialog.isVisible()
    asking.told.emit(People([BO]))
    assert dialog.isVisible(), "that was the answer to somebody else"
    with qtbot.waitSignal(dialog.accepted):
        answer(Kick, People([]))


def test_enter_sends_away_only_whoever_was_told_why(asking: Asking, talk: Any, window: QWidget, qtbot: QtBot) -> None:
    dialog = KickDialog(BO, asking, window)
    dialog.open()
    qtbot.keyClicks(dialog.why, "Too loud")
    qtbot.keyClick(dialog.why, Qt.Key.Key_Return)
    assert [each.why for each in talk.requests if isinstance(each, Kick)] == ["Too loud"]
    dialog = KickDialog(BO, asking, window)
    dialog.open()
    qtbot.keyClicks(dialog.why, "x")
    qtbot.keyClick(dialog.why, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.why, Qt.Key.Key_Return)
    assert len([each for each in talk.requests if isinstance(each, Kick)]) == 1


def test_a_refusal_is_said_there(asking: Asking, refuse: Callable[..., None], window: QWidget, qtbot: QtBot) -> None:
    dialog = KickDialog(BO, asking, window)
    dialog.open()
    dialog.agree.click()
    assert not dialog.agree.isEnabled()
    refuse(Kick)
    assert "in charge" in dialog.error
    assert dialog.agree.isEnabled()


def test_whoever_has_proven_their_name_is_banned_by_it(
    theme: Theme, asking: Asking, talk: Any, answer: Callable[..., None], window: QWidget, qtbot: QtBot
) -> None:
    dialog = BanDialog(theme, BO, asking, window, clock=lambda: NOW)
    dialog.open()
    assert dialog.by_key.isChecked()
    dialog.agree.click()
    asked = talk.requests[-1]
    assert (asked.key, asked.address, asked.username) == (BO.key, "", "Bo")
    assert asked.until == round((NOW + DAY) * 1000)
    with qtbot.waitSignal(dialog.accepted):
        answer(Ban, Bans([]))


def test_anybody_by_their_address_and_for_as_long_as_one_likes(
    theme: Theme, asking: Asking, talk: Any, window: QWidget, qtbot: QtBot
) -> None:
    dialog = BanDialog(theme, CHLOE, asking, window, clock=lambda: NOW)
    dialog.open()
    assert not dialog.by_key.isEnabled()
    assert dialog.by_address.isChecked()
    for length, until in ((HOUR, round((NOW + HOUR) * 1000)), (0, 0)):
        dialog.length.show_value(str(length))
        assert (dialog.request().address, dialog.request().until) == (CHLOE.address, until)
    assert dialog.request().key == ""
