from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.dialog import HostPanel
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import GetBans, GetPeople, GetServer, Kick, People
from tests.gui.hosting.panel.some import ANN, BO


@pytest.fixture
def panel(theme: Theme, asking: Asking, window: QWidget) -> HostPanel:
    made = HostPanel(theme, asking, window, hosts=True)
    made.show()
    return made


def asked(talk: Any) -> list[type]:
    return [type(each) for each in talk.asked()]


def test_only_what_is_shown_is_asked_for(panel: HostPanel, talk: Any) -> None:
    assert set(asked(talk)) == {GetPeople}
    panel.show_page(panel.rules)
    assert asked(talk) == [GetServer]
    panel.pages.setCurrentRow(4)
    assert panel.page is panel.bans
    assert asked(talk) == [GetBans]


def test_it_looks_again_while_it_is_open_and_after_each_act(
    panel: HostPanel, talk: Any, answer: Callable[..., None], qtbot: QtBot
) -> None:
    asked(talk)
    panel._timer.setInterval(10)
    qtbot.waitUntil(lambda: GetPeople in asked(talk))
    panel._timer.stop()
    talk.asked()
    panel.people.do(Kick(2))
    assert [type(each) for each in talk.requests] == [Kick]
    answer(Kick, People([ANN]))
    assert asked(talk) == [Kick, GetPeople]


def test_closed_it_asks_nothing(panel: HostPanel, talk: Any) -> None:
    assert panel._timer.isActive()
    panel.hide()
    assert not panel._timer.isActive()


def test_whoever_is_not_in_charge_any_more_does_nothing_here(
    panel: HostPanel, talk: Any, answer: Callable[..., None]
) -> None:
    answer(GetPeople, People([ANN, BO]))
    panel.people.table.selectRow(1)
    talk.lose()
    assert not panel.people.isEnabled()
    assert not panel.hand_over.isEnabled()
    assert panel._why_not.isVisible()
    talk.welcome(admin=True)
    assert panel.people.isEnabled()
    assert panel.hand_over.isEnabled()
    assert not panel._why_not.isVisible()


@pytest.mark.parametrize(("awake", "words"), [(True, "stays awake"), (False, "would disconnect everyone"), (None, "")])
def test_it_says_whether_this_computer_stays_awake(panel: HostPanel, awake: bool | None, words: str) -> None:
    panel.show_awake(awake)
    assert words in panel.awake.text()
    assert panel.awake.isVisible() is bool(words)


def test_only_a_host_hands_over(panel: HostPanel, theme: Theme, asking: Asking, window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.hand_over_asked):
        panel.hand_over.click()
    elsewhere = HostPanel(theme, asking, window)
    elsewhere.show()
    assert not elsewhere.hand_over.isVisible()


def test_f6_goes_into_the_page_and_back(panel: HostPanel, answer: Callable[..., None], qtbot: QtBot) -> None:
    answer(GetPeople, People([ANN, BO]))
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.pages.setFocus()
    qtbot.keyClick(panel, Qt.Key.Key_F6)
    assert panel.people.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(panel, Qt.Key.Key_F6)
    assert panel.pages.hasFocus()
