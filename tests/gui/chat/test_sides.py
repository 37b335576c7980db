from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.panes import Panes
from chatapp.gui.chat.room import Standing
from chatapp.gui.chat.sides import Sides
from chatapp.gui.people.panel import PeoplePanel
from chatapp.gui.search.panel import SearchPanel
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.session.acquaintances import Acquaintance, Tie
from chatapp.session.roster import Roster
from chatapp.session.timeline import Timeline


class Wire(QObject):
    """A bridge to a server that can do everything."""

    roster_changed = Signal(str)
    capabilities_changed = Signal()
    name_changed = Signal(str)
    found = Signal(object)
    phase_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.session = self
        self.name, self.host = "Ann", "Cy"
        self.capabilities = frozenset({"history", "presence"})
        self.rosters = {"music": Roster(("Ann", "Bo"), "Bo"), "art": Roster(("Cy",))}
        self.searched: list[tuple[str, str]] = []

    def roster(self, room: str) -> Roster:
        return self.rosters[room]

    def acquaintances(self, room: str) -> dict[str, Acquaintance]:
        return {"Bo": Acquaintance(Tie.MET)} if room == "music" else {}

    def search(self, query: str, room: str, before: int, answer: object) -> int:
        self.searched.append((query, room))
        return len(self.searched)

    def become(self, *capabilities: str) -> None:
        self.capabilities = frozenset(capabilities)
        self.capabilities_changed.emit()


class Stage:
    def __init__(self, theme: Theme, settings: Settings) -> None:
        self.wire = Wire()
        self.people, self.search = PeoplePanel(theme), SearchPanel(theme)
        self.desk = Desk(theme, lambda _: Timeline())
        self.panes = Panes(QWidget(), self.desk, self.people, self.search)
        self.window = QWidget()
        QVBoxLayout(self.window).addWidget(self.panes)
        self.sides = Sides(self.wire, settings, self.desk, self.panes, people=self.people, search=self.search)

    def names(self) -> list[str]:
        rows = range(self.people.people.rowCount())
        return [self.people.people.index(row).data() for row in rows]


@pytest.fixture
def stage(theme: Theme, settings: Settings, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(theme, settings)
    qtbot.addWidget(made.window)
    made.window.resize(1000, 500)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.desk.open("music").stand(Standing.JOINED)
    made.desk.front.focus_writing()
    yield made
    made.window.hide()


def test_the_people_of_the_room_in_front_are_shown_live(stage: Stage) -> None:
    assert stage.people.isVisible()
    assert stage.names() == ["Bo", "Ann"]
    stage.desk.open("art")
    assert stage.names() == ["Cy"]
    stage.wire.rosters["art"] = Roster(("Cy", "Di"))
    stage.wire.roster_changed.emit("music")
    assert stage.names() == ["Cy"]
    stage.wire.roster_changed.emit("art")
    assert stage.names() == ["Cy", "Di"]


def test_without_a_room_there_are_no_people(stage: Stage) -> None:
    stage.desk.close_room("music")
    assert not stage.people.isVisible()


def test_one_is_told_apart_by_the_name_of_now(stage: Stage) -> None:
    stage.wire.rosters["music"] = Roster(("Anna", "Bo"), "Bo")
    stage.wire.name = "Anna"
    stage.wire.name_changed.emit("Anna")
    spoken = stage.people.people.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Anna, you"


def test_whether_people_are_wanted_is_remembered(stage: Stage, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.sides.changed):
        stage.people.close_panel.click()
    assert not stage.people.isVisible()
    assert not settings.people
    stage.sides.want_people(wanted=True)
    assert stage.people.isVisible()
    assert settings.people


def test_a_server_that_does_not_tell_shows_nobody(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.sides.changed):
        stage.wire.become("history")
    assert not stage.people.isVisible()
    assert not stage.sides.people_known


def test_a_person_is_mentioned_where_one_writes(stage: Stage) -> None:
    composer = stage.desk.front.composer
    composer.set_draft("Hello")
    stage.people.set_writable(writable=True)
    stage.people.mention_asked.emit("Bo")
    assert composer.draft == "Hello @Bo "
    stage.desk.front.stand(Standing.VIEWED)
    stage.people.mention_asked.emit("Bo")
    assert composer.draft == "Hello @Bo "


def test_a_search_opens_and_leads_back_to_where_one_was(stage: Stage, qtbot: QtBot) -> None:
    stage.sides.search(in_room=True)
    assert stage.search.isVisible()
    assert stage.search.field.hasFocus()
    assert stage.search.in_room.isChecked()
    stage.sides.search(in_room=False)
    assert stage.search.everywhere.isChecked()
    qtbot.keyClick(stage.search.field, Qt.Key.Key_Escape)
    assert not stage.search.isVisible()
    assert stage.desk.front.composer.field.hasFocus()


def test_where_one_was_may_be_gone(stage: Stage) -> None:
    stage.sides.search(in_room=True)
    stage.desk.close_room("music")
    stage.desk.open("art").stand(Standing.JOINED)
    QApplication.processEvents()
    stage.sides.leave_search()
    assert stage.desk.front.composer.field.hasFocus()


def test_this_room_is_the_one_in_front(stage: Stage) -> None:
    stage.sides.search(in_room=True)
    stage.search.field.setText("tea")
    stage.search.step(1)
    stage.desk.open("art")
    assert stage.wire.searched == [("tea", "music"), ("tea", "art")]


def test_stepping_begins_a_search_where_there_is_none(stage: Stage) -> None:
    stage.sides.step_hit(1)
    assert stage.search.isVisible()
    stage.search.field.setText("tea")
    stage.sides.step_hit(1)
    assert stage.wire.searched == [("tea", "music")]


def test_a_hit_is_passed_on(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.sides.hit_chosen) as chosen:
        stage.search.chosen.emit("art", 7)
    assert chosen.args == ["art", 7]


def test_a_server_without_history_is_not_searched(stage: Stage) -> None:
    stage.sides.search(in_room=True)
    stage.wire.become("presence")
    assert not stage.search.isVisible()
    assert not stage.sides.can_search
    stage.sides.search(in_room=True)
    assert not stage.search.isVisible()


def test_it_says_whether_there_is_room_for_people(stage: Stage, qtbot: QtBot) -> None:
    assert stage.sides.people_fit
    with qtbot.waitSignal(stage.sides.changed):
        stage.window.resize(620, 500)
    assert not stage.sides.people_fit
