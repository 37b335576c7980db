from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.newinvite import NewInvite
from chatapp.gui.hosting.until import DAY
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.hosting import CreateInvite, Invites

NOW = 1_000_000.0


@pytest.fixture
def made() -> list[tuple[Invite, int]]:
    return []


@pytest.fixture
def dialog(theme: Theme, asking: Asking, made: list[tuple[Invite, int]], window: QWidget) -> NewInvite:
    dialog = NewInvite(
        theme,
        asking,
        ["music"],
        lambda invite, until: made.append((invite, until)),
        window,
        room="music",
        clock=lambda: NOW,
    )
    dialog.open()
    return dialog


def test_it_is_made_as_wanted(
    dialog: NewInvite, talk: Any, made: list[tuple[Invite, int]], answer: Callable[..., None], qtbot: QtBot
) -> None:
    dialog.whom.set_text("  Class   9 ")
    dialog.length.show_value(str(DAY))
    dialog.make.click()
    until = round((NOW + DAY) * 1000)
    asked = talk.asked()[-1]
    assert (asked.room, asked.label, asked.until) == ("music", "Class 9", until)
    assert not dialog.make.isEnabled(), "one press, one invite"
    talk.requests.append(asked)
    with qtbot.waitSignal(dialog.accepted):
        answer(CreateInvite, Invites([], "chatapp://192.0.2.1:20200/music#k=abc"))
    assert made == [(Invite((Address("192.0.2.1"),), "music", secret="abc"), until)]


def test_a_list_that_somebody_else_asked_for_is_no_invite(
    dialog: NewInvite, made: list[tuple[Invite, int]], asking: Asking
) -> None:
    dialog.make.click()
    asking.told.emit(Invites([]))
    assert made == []
    assert dialog.isVisible()


def test_what_is_no_invite_is_not_given_to_anybody(
    dialog: NewInvite, made: list[tuple[Invite, int]], answer: Callable[..., None]
) -> None:
    dialog.make.click()
    answer(CreateInvite, Invites([], "chatapp://"))
    assert made == []
    assert dialog.error
    assert dialog.make.isEnabled()


def test_a_refusal_is_said_there(dialog: NewInvite, refuse: Callable[..., None]) -> None:
    dialog.make.click()
    refuse(CreateInvite)
    assert "in charge" in dialog.error
    assert dialog.make.isEnabled()
