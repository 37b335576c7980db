from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.hosting import Bans, GetBans, GetPeople, People
from chatapp.session.changes import Phase


def test_what_is_answered_and_what_is_refused(
    asking: Asking, answer: Callable[..., None], refuse: Callable[[type[Request]], None]
) -> None:
    heard: list[object] = []
    asking.told.connect(lambda reply: heard.append(type(reply)))
    asking.ask(GetPeople(), asking, heard.append, lambda: heard.append("done"))
    answer(GetPeople, People([]))
    assert heard == [People, "done"]
    heard.clear()
    asking.ask(GetBans(), asking, heard.append, lambda: heard.append("done"))
    refuse(GetBans)
    assert heard == ["Only whoever is in charge of this chat may do that."]


def test_whoever_is_gone_hears_nothing(asking: Asking, answer: Callable[..., None], qtbot: QtBot) -> None:
    owner = QObject()
    heard: list[object] = []
    asking.ask(GetBans(), owner, heard.append, lambda: heard.append("done"))
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    answer(GetBans, Bans([]))
    assert heard == []


def test_only_who_is_connected_and_in_charge_may(asking: Asking, talk: Any, qtbot: QtBot) -> None:
    assert asking.allowed
    with qtbot.waitSignal(asking.allowed_changed):
        talk.lose()
    assert not asking.allowed
    assert talk.session.phase is not Phase.ONLINE


def test_a_guest_is_not_in_charge(talk: Any) -> None:
    talk.welcome()
    assert not Asking(talk.bridge, talk).allowed
