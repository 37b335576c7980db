import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.line import ConnectionBar
from chatapp.gui.theme.theme import Theme
from chatapp.session.changes import Phase


@pytest.fixture
def clock() -> list[float]:
    return [100.0]


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot, clock: list[float]) -> ConnectionBar:
    made = ConnectionBar(theme, lambda: clock[0])
    qtbot.addWidget(made)
    return made


def test_it_counts_down_to_the_next_attempt(bar: ConnectionBar, clock: list[float], qtbot: QtBot) -> None:
    bar.show_phase(Phase.WAITING, "The connection was lost.", 104.0)
    assert bar.text == "The connection was lost. Reconnecting in 4 s…"
    clock[0] = 102.5
    qtbot.waitUntil(lambda: bar.text.endswith("in 2 s…"))
    clock[0] = 200.0
    qtbot.waitUntil(lambda: bar.text == "The connection was lost. Reconnecting…")
    with qtbot.waitSignal(bar.retry_asked):
        bar.action.click()


def test_it_is_silent_while_connected(bar: ConnectionBar, clock: list[float]) -> None:
    bar.show_phase(Phase.WAITING, "Lost.", 104.0)
    bar.show_phase(Phase.ONLINE, "", None)
    assert bar.isHidden()
    assert not bar._timer.isActive()


def test_a_refused_name_leads_to_another(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_phase(Phase.REFUSED, "The name Ann is taken.", None)
    assert bar.text == "The name Ann is taken."
    assert bar.action.text() == "Change name…"
    with qtbot.waitSignal(bar.name_asked):
        bar.action.click()


def test_disconnected_leads_back(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_phase(Phase.CONNECTING, "", None)
    assert bar.text == "Connecting…"
    assert bar.action.isHidden()
    bar.show_phase(Phase.OFFLINE, "", None)
    with qtbot.waitSignal(bar.retry_asked):
        bar.action.click()
    assert bar.dismiss.isHidden()


def test_a_password_is_asked_for(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_phase(Phase.ASKED, "A password, please.", None)
    assert (bar.text, bar.action.text()) == ("A password, please.", "Enter password…")
    with qtbot.waitSignal(bar.password_asked):
        bar.action.click()


def test_who_was_sent_away_may_try_again(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_phase(Phase.TURNED_AWAY, "The host has removed you from this chat.", None)
    assert (bar.text, bar.action.text()) == ("The host has removed you from this chat.", "Try again")
    assert bar.dismiss.isHidden()
    with qtbot.waitSignal(bar.retry_asked):
        bar.action.click()


def test_what_was_pressed_keeps_the_keyboard(bar: ConnectionBar, qtbot: QtBot) -> None:
    bar.show_phase(Phase.TURNED_AWAY, "No.", None)
    assert bar.window().isVisible()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.action.setFocus()
    bar.show_phase(Phase.CONNECTING, "", None)
    assert (bar.text, bar.action.hasFocus()) == ("Connecting…", True)
    with qtbot.waitSignal(bar.retry_asked):
        bar.action.click()
    bar.show_phase(Phase.TURNED_AWAY, "No.", None)
    assert bar.action.hasFocus()
