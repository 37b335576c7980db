from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.rules import RulesPage
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import GetServer, ServerState, SetServer

STATE = ServerState("Our house", False, False, False, True, 42)


@pytest.fixture
def page(theme: Theme, asking: Asking, answer: Callable[..., None], qtbot: QtBot) -> RulesPage:
    made = RulesPage(theme, asking)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    answer(GetServer, STATE)
    return made


def changed(talk: Any) -> list[dict[str, object]]:
    """What was asked to be otherwise, since the last call."""
    names = ("name", "password", "locked", "invite_only", "plain", "people")
    asked = [each for each in talk.requests if isinstance(each, SetServer)]
    talk.requests = [each for each in talk.requests if isinstance(each, SetServer)]
    return [{name: getattr(each, name) for name in names if getattr(each, name) is not None} for each in asked]


def test_nothing_can_be_changed_before_it_is_known(theme: Theme, asking: Asking, qtbot: QtBot) -> None:
    page = RulesPage(theme, asking)
    qtbot.addWidget(page)
    page.show()
    assert not page.locked.isEnabled()


def test_what_holds_is_shown(page: RulesPage) -> None:
    assert page.name.text == "Our house"
    assert (page.locked.isChecked(), page.invite_only.isChecked(), page.plain.isChecked()) == (False, False, True)
    assert page.people.currentText() == "42 people", "among others that one might like"
    assert page.people.count() == 7
    assert page.set_password.text() == "Set password…"
    assert not page.drop_password.isVisible()


@pytest.mark.parametrize(("flag", "value"), [("locked", True), ("invite_only", True), ("plain", False)])
def test_a_box_is_ticked_once_the_server_says_so(
    page: RulesPage, talk: Any, answer: Callable[..., None], flag: str, value: bool
) -> None:
    box = getattr(page, flag)
    box.click()
    assert box.isChecked() is not value, "not yet"
    assert changed(talk) == [{flag: value}]
    answer(SetServer, replace(STATE, **{flag: value}))
    assert box.isChecked() is value


def test_what_was_refused_stays_as_it_was(page: RulesPage, refuse: Callable[..., None]) -> None:
    page.locked.click()
    refuse(SetServer)
    assert not page.locked.isChecked()
    assert "in charge" in page.error


def test_the_name_and_how_many_people(page: RulesPage, talk: Any, answer: Callable[..., None]) -> None:
    page.name.set_text("  The   attic ")
    page.rename.click()
    assert changed(talk) == [{"name": "The attic"}]
    page.people.chosen.emit("100")
    assert changed(talk)[-1] == {"people": 100}
    page.name.set_text("typing on")
    page.refresh()
    answer(GetServer, STATE)
    assert page.name.text == "typing on", "what is being written is not taken away"


def test_a_password_is_set_and_removed(
    page: RulesPage, talk: Any, answer: Callable[..., None], refuse: Callable[..., None], qtbot: QtBot
) -> None:
    dialog = page.ask_password()
    dialog.agree.click()
    assert dialog.field.error
    dialog.field.set_text("correct horse")
    dialog.agree.click()
    assert changed(talk) == [{"password": "correct horse"}]
    refuse(SetServer)
    assert "in charge" in dialog.field.error
    dialog.agree.click()
    with qtbot.waitSignal(page.acted):
        answer(SetServer, replace(STATE, password=True))
    assert page.set_password.text() == "Change password…"
    page.drop_password.click()
    assert changed(talk)[-1] == {"password": ""}
