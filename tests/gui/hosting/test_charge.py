from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.hosting.charge import Charge
from chatapp.gui.hosting.handover import HandOver, TakeOver
from chatapp.gui.hosting.invite import InviteDialog
from chatapp.gui.hosting.large import LargeInvite
from chatapp.gui.hosting.newinvite import NewInvite
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import Address, Invite, parse
from chatapp.protocol.messages.hosting import CreateInvite, GetServer, Invites, ServerState

HERE = Invite((Address("192.0.2.1", secure=True),), pin="A" * 43)


@pytest.fixture
def charge(theme: Theme, window: QWidget) -> Charge:
    return Charge(theme, window, lambda: True)


@pytest.fixture
def page(theme: Theme, talk: Any, settings: Settings, window: QWidget) -> ChatPage:
    return ChatPage(theme, talk.bridge, HERE, settings, window)


def test_without_a_chat_there_is_nothing_to_do(charge: Charge) -> None:
    assert charge.invite() is None
    assert charge.manage() is None
    assert not charge.in_charge


def test_a_guest_invites_but_does_not_manage(charge: Charge, page: ChatPage, talk: Any) -> None:
    talk.welcome(music=1)
    charge.follow(page)
    dialog = charge.invite_to("music")
    assert dialog is not None
    assert parse(dialog.link.text()) == Invite(HERE.addresses, "music", HERE.pin)
    assert not dialog.key.isVisible()
    assert charge.manage() is None


def test_whoever_is_in_charge_manages_until_it_is_another_chat(
    charge: Charge, page: ChatPage, talk: Any, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([charge.changed, charge.changed]):
        charge.follow(page)
        talk.welcome(admin=True, music=1)
    assert charge.in_charge
    charge.show_awake(True)
    panel = charge.manage()
    assert panel is not None
    assert charge.manage() is panel, "one is enough"
    assert "stays awake" in panel.awake.text()
    charge.show_awake(False)
    assert "fall asleep" in panel.awake.text()
    with qtbot.waitSignal(panel.finished):
        charge.follow(page)
    assert charge.manage() is not panel


@pytest.mark.parametrize("over", ["dialog", "panel"])
def test_an_invite_without_password_is_shown_once_it_is_made(
    charge: Charge, page: ChatPage, talk: Any, window: QWidget, answer: Callable[..., None], over: str
) -> None:
    charge.follow(page)
    talk.welcome(admin=True)
    if over == "dialog":
        dialog = charge.invite()
        assert dialog is not None
        dialog.key.click()
    else:
        panel = charge.manage()
        assert panel is not None
        panel.invites.new.click()
    window.findChildren(NewInvite)[0].make.click()
    link = Invite(HERE.addresses, None, HERE.pin, "s3cret").link
    answer(CreateInvite, Invites([], link))
    shown = window.findChildren(InviteDialog)
    assert [each.invite.link for each in shown] == [link]


def test_whoever_invites_hears_what_keeps_people_out(
    charge: Charge, page: ChatPage, talk: Any, answer: Callable[..., None]
) -> None:
    charge.follow(page)
    talk.welcome(admin=True)
    dialog = charge.invite()
    assert dialog is not None
    answer(GetServer, ServerState("", True, False, False, True, 9))
    assert "asked for the password" in dialog.note.text()


def test_the_code_for_a_projector_is_two_steps_away(charge: Charge, page: ChatPage, talk: Any, window: QWidget) -> None:
    talk.welcome()
    charge.follow(page)
    charge.show_large()
    assert window.findChildren(LargeInvite)


def test_handing_over_and_taking_over_are_somebody_else_s_work(charge: Charge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(charge.hand_over_asked) as asked:
        charge.hand_over()
    assert isinstance(asked.args[0], HandOver)
    with qtbot.waitSignal(charge.take_over_asked) as asked:
        charge.take_over()
    assert isinstance(asked.args[0], TakeOver)
