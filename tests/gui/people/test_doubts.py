"""Told once of each who comes by the name of somebody else."""

from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.bridge import Bridge
from chatapp.gui.notice import NoticeBar
from chatapp.gui.people.doubts import Doubts
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.rich import MemberJoined, MemberLeft, Members
from chatapp.session.keeping import KeepPerson, Kept
from chatapp.session.session import Session

BO, EVE, MALLORY = (letter * 43 for letter in "bem")


def test_a_stranger_is_told_of_once(theme: Theme, talk: Any, qtbot: QtBot) -> None:
    talk.session = Session("Ann", kept=Kept(people=(KeepPerson(BO, "Bo", 0.0),)))
    talk.bridge = Bridge(talk.session, talk._wake, lambda: talk.clock, lambda: 1.0, talk)
    window = QWidget()
    qtbot.addWidget(window)
    notice = NoticeBar(theme, parent=window)
    Doubts(talk.bridge, notice, window)
    talk.welcome()
    with qtbot.waitSignal(talk.bridge.roster_changed):
        talk.hear(Members("default", ["Ann", "Bo"], keys={"Bo": BO}))
    assert notice.isHidden(), "this is Bo"
    for key, told in ((EVE, True), (EVE, False), ("", False), (MALLORY, True)):
        with qtbot.waitSignal(talk.bridge.roster_changed):
            talk.hear(MemberLeft("default", "Bo"), MemberJoined("default", "Bo", key))
        assert notice.isHidden() is not told
        if told:
            assert notice.text == "Bo is here, and is not the Bo whom you know from before."
            notice.hide()
