import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.page import WelcomePage


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> WelcomePage:
    made = WelcomePage(theme, "Ann")
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    return made


def test_hosting_is_one_click(page: WelcomePage, qtbot: QtBot) -> None:
    assert page.name.edit.accessibleName() == "Your name"
    with qtbot.waitSignal(page.host_requested) as asked:
        page.choices.host.click()
    assert asked.args == ["Ann"]


def test_joining_asks_for_an_address(page: WelcomePage, qtbot: QtBot) -> None:
    page.choices.join.click()
    assert page.join.isVisible()
    assert not page.choices.isVisible()
    qtbot.keyClicks(page.join.address.edit, "192.0.2.1")
    with qtbot.waitSignal(page.join_requested) as asked:
        page.join.button.click()
    assert asked.args == ["Ann", "192.0.2.1"]
    page.join.back.click()
    assert page.choices.isVisible()


@pytest.mark.parametrize("name", ["", "admin", "x" * 33])
def test_a_name_that_cannot_be_is_said_beneath_it(page: WelcomePage, qtbot: QtBot, name: str) -> None:
    page.name.set_text(name)
    with qtbot.assertNotEmitted(page.host_requested), qtbot.assertNotEmitted(page.join_requested):
        page.choices.host.click()
        page.join.asked.emit("192.0.2.1")
    assert page.name.error
    assert page.name.edit.hasFocus()


def test_an_attempt_can_be_given_up_and_leads_back(page: WelcomePage, qtbot: QtBot) -> None:
    page.show_join("192.0.2.1")
    page.show_progress("Connecting…")
    assert page.progress.isVisible()
    assert page.is_trying
    assert not page.name.isEnabled()
    with qtbot.waitSignal(page.cancelled):
        page.progress.cancel.click()
    assert page.join.isVisible()
    assert not page.is_trying
    assert page.name.isEnabled()


def test_a_second_attempt_from_within_progress_still_leads_back(page: WelcomePage) -> None:
    page.show_join("192.0.2.1")
    page.show_progress("Connecting…")
    page.show_progress("Connecting again…")
    page.progress.cancel.click()
    assert page.join.isVisible()


def test_why_it_failed_stands_where_it_was_asked(page: WelcomePage) -> None:
    page.show_join("192.0.2.1", "No server answers there.")
    assert page.join.address.text == "192.0.2.1"
    assert page.join.address.error == "No server answers there."
    page.show_choices("Port 20200 is taken.")
    assert page.choices._error.text() == "Port 20200 is taken."
    page.show_progress("Connecting…")
    page.refuse_name("Somebody has this name.")
    assert page.choices.isVisible()
    assert page.name.error == "Somebody has this name."


def test_enter_in_the_name_moves_on(page: WelcomePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert page.choices.host.hasFocus()
    page.show_join()
    qtbot.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert page.join.address.edit.hasFocus()


def test_the_way_back_to_a_chat_is_there_only_with_one(page: WelcomePage, qtbot: QtBot) -> None:
    assert page._back.isHidden()
    page.set_way_back(there=True)
    with qtbot.waitSignal(page.returned):
        page._back.click()


def test_servers_of_before_are_one_click(page: WelcomePage, qtbot: QtBot) -> None:
    page.set_recent(["192.0.2.0:20200", "192.0.2.1:20200"])
    assert not page.recent.isVisible(), "the first question is another one"
    page.show_join()
    assert page.recent.isVisible()
    with qtbot.waitSignal(page.join_requested) as asked:
        page.recent.rows[1].open.click()
    assert asked.args[1] == "192.0.2.1:20200"
    assert page.join.address.text == "192.0.2.1:20200"


def test_the_keyboard_is_not_lost_with_the_list(page: WelcomePage, qtbot: QtBot) -> None:
    page.set_recent(["192.0.2.0:20200"])
    qtbot.waitUntil(page.isActiveWindow)
    page.show_join()
    page.recent.rows[0].forget.setFocus()
    page.set_recent([])
    assert page.join.address.edit.hasFocus()


def test_nothing_jumps_and_nothing_scrolls_without_need(page: WelcomePage, qtbot: QtBot) -> None:
    page.set_recent([f"192.0.2.{number}:20200" for number in range(4)])
    page.resize(900, 900)
    page.grab()
    place = page.name.mapTo(page, page.name.rect().topLeft())
    page.show_join()
    page.grab()
    assert page.name.mapTo(page, page.name.rect().topLeft()) == place
    page.show_choices()
    page.resize(900, 560)
    page.grab()
    assert page.verticalScrollBar().maximum() == 0


def asked_for_password(page: WelcomePage) -> None:
    page.show_join("192.0.2.1")
    page.show_progress("Connecting…")
    page.ask_password("A password, please.", wrong=False)


def test_a_password_is_given_to_the_server_that_is_being_tried(page: WelcomePage, qtbot: QtBot) -> None:
    asked_for_password(page)
    assert page.join.isVisible()
    assert not page.is_trying
    qtbot.keyClicks(page.join.password.edit, "tea")
    with qtbot.waitSignal(page.password_given) as given, qtbot.assertNotEmitted(page.cancelled):
        page.join.button.click()
    assert given.args == ["tea"]


def test_whoever_gives_no_password_gives_the_attempt_up(page: WelcomePage, qtbot: QtBot) -> None:
    for leave in (page.join.back.click, page._back.click, lambda: qtbot.keyClick(page.join.address.edit, "x")):
        asked_for_password(page)
        with qtbot.waitSignal(page.cancelled):
            leave()
        assert not page.join.asks_password


def test_a_password_that_is_on_its_way_can_be_given_up(page: WelcomePage, qtbot: QtBot) -> None:
    asked_for_password(page)
    page.show_progress("Trying the password…")
    with qtbot.waitSignal(page.cancelled):
        page.progress.cancel.click()
    assert page.join.isVisible()
    assert not page.join.asks_password
