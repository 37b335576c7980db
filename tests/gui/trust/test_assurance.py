from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.notice import NoticeBar
from chatapp.gui.theme.theme import Theme
from chatapp.gui.trust.assurance import Assurance
from chatapp.gui.trust.dialog import TrustDialog
from chatapp.gui.trust.indicator import TrustIndicator
from chatapp.protocol import pin
from chatapp.session.ground import Ground, Trust

PIN, OTHER = "A" * 43, "Q" * 42 + "A"


class Stage:
    def __init__(self, theme: Theme, talk: Any) -> None:
        self.talk = talk
        self.window = QWidget()
        self.indicator = TrustIndicator(theme, self.window)
        self.notice = NoticeBar(theme, parent=self.window)
        self.assurance = Assurance(talk.bridge, self.indicator, self.notice, self.window)

    def connect(self, ground: Ground) -> None:
        self.talk.session.connecting(self.talk.clock)
        self.talk.session.opened(self.talk.clock, ground)
        self.talk._drain()

    def dialog(self) -> TrustDialog:
        self.indicator.click()
        return next(found for found in self.window.findChildren(TrustDialog) if found.isVisible())


@pytest.fixture
def stage(theme: Theme, talk: Any, qtbot: QtBot) -> Stage:
    made = Stage(theme, talk)
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def test_who_hosts_does_not_ask_whom_they_speak_with(stage: Stage) -> None:
    stage.connect(Ground(Trust.VERIFIED, PIN))
    assert not stage.indicator.isHidden()
    stage.assurance.leave_to_foot()
    stage.connect(Ground(Trust.HERE))
    assert stage.indicator.isHidden()


def test_the_lock_follows_the_connection(stage: Stage) -> None:
    said = []
    for ground in (Ground(), Ground(Trust.SEEN, PIN), Ground(Trust.VERIFIED, PIN)):
        stage.connect(ground)
        said.append(stage.indicator.words)
    assert said == ["Not encrypted", "Encrypted, host not checked", "Encrypted, host checked"]
    assert stage.notice.isHidden()


def test_the_first_time_says_so_with_the_code(stage: Stage) -> None:
    stage.connect(Ground(Trust.SEEN, PIN, first=True))
    assert pin.code(PIN) in stage.notice.text.replace("\N{NO-BREAK SPACE}", " ")
    stage.notice.action.click()
    assert [found.isVisible() for found in stage.window.findChildren(TrustDialog)] == [True]


def test_that_stands_until_it_was_compared(stage: Stage) -> None:
    stage.connect(Ground(Trust.SEEN, PIN, first=True))
    stage.connect(Ground(Trust.SEEN, PIN))
    assert not stage.notice.isHidden(), "a lost connection has compared nothing"
    stage.dialog().same.emit()
    assert stage.notice.isHidden()


def test_what_was_compared_is_checked_and_told(stage: Stage, qtbot: QtBot) -> None:
    stage.connect(Ground(Trust.SEEN, PIN))
    with qtbot.waitSignal(stage.assurance.host_checked) as told:
        stage.dialog().same.emit()
    assert told.args == [PIN]
    assert stage.talk.session.ground.trust is Trust.VERIFIED
    assert stage.indicator.words == "Encrypted, host checked"


def test_an_answer_about_another_host_counts_for_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.connect(Ground(Trust.SEEN, PIN))
    dialog = stage.dialog()
    stage.connect(Ground(Trust.SEEN, OTHER))
    with qtbot.assertNotEmitted(stage.assurance.host_checked):
        dialog.same.emit()
    assert stage.talk.session.ground.trust is Trust.SEEN


def test_an_invite_that_names_another_host_than_the_one_met_before_is_said(stage: Stage) -> None:
    stage.connect(Ground(Trust.VERIFIED, PIN, replaces=True))
    assert stage.indicator.words == "Encrypted, host checked"
    assert stage.notice.text.startswith("Another host was here before.")
