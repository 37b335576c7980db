import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from chatapp.gui.bridge import Answer
from chatapp.gui.chat.finding import Finding
from chatapp.gui.search.panel import SearchPanel
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.session.changes import Found, Intent, Phase, PhaseChanged, Refused


class Wire(QObject):
    """A bridge that writes down what is searched for."""

    found = Signal(object)
    phase_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.session = self
        self.phase = Phase.ONLINE
        self.asked: list[tuple[str, str, int]] = []
        self.answers: list[Answer] = []

    def search(self, query: str, room: str, before: int, answer: Answer) -> int:
        self.asked.append((query, room, before))
        self.answers.append(answer)
        return len(self.asked)

    def answer(self, ticket: int, *seqs: int, more: int = 0) -> None:
        hits = tuple(Event(Kind.MESSAGE, seq, 0, "Ann", room="music", message="tea") for seq in seqs)
        query, room, _ = self.asked[ticket - 1]
        self.found.emit(Found(ticket, room, query, hits, more))


class Search:
    def __init__(self, theme: Theme) -> None:
        self.wire = Wire()
        self.panel = SearchPanel(theme)
        self.room: str | None = "music"
        self.finding = Finding(self.wire, self.panel, lambda: self.room, self.panel)


@pytest.fixture
def search(theme: Theme, qtbot: QtBot) -> Search:
    made = Search(theme)
    qtbot.addWidget(made.panel)
    made.panel.show()
    return made


def refusal() -> Refused:
    return Refused(1, Intent.SEARCH, None, "rate_limited", "", None)


def look_for(search: Search, query: str) -> None:
    search.panel.field.setText(query)
    search.panel._ask()


def test_one_room_or_all_of_them(search: Search) -> None:
    look_for(search, "tea")
    search.panel.everywhere.click()
    assert search.wire.asked == [("tea", "music", 0), ("tea", "", 0)]


def test_pages_follow_one_another(search: Search, qtbot: QtBot) -> None:
    look_for(search, "tea")
    search.wire.answer(1, 9, 8, more=8)
    search.panel.more_asked.emit()
    assert search.wire.asked[-1][2] == 8
    search.wire.answer(search.finding._ticket, 7)
    assert search.panel.hits.rowCount() == 3
    asked = len(search.wire.asked)
    search.panel.more_asked.emit()
    assert len(search.wire.asked) == asked


def test_a_server_that_found_none_in_its_time_is_asked_to_go_on(search: Search) -> None:
    look_for(search, "qj")
    search.wire.answer(1, more=900)
    search.wire.answer(2, more=800)
    assert search.wire.asked == [("qj", "music", 0), ("qj", "music", 900), ("qj", "music", 800)]
    assert search.panel.state == "Searching…"
    search.wire.answer(3, 7, more=7)
    assert search.panel.hits.rowCount() == 1
    search.panel.more_asked.emit()
    search.wire.answer(4, more=5)
    search.wire.answer(5)
    assert search.panel.hits.rowCount() == 1
    assert len(search.wire.asked) == 5
    look_for(search, "other")
    search.wire.answer(6)
    assert search.panel.hits.rowCount() == 0


def test_late_answers_to_earlier_questions_are_nobodys(search: Search) -> None:
    look_for(search, "te")
    look_for(search, "tea")
    search.wire.answer(1, 9)
    assert search.panel.hits.rowCount() == 0
    search.wire.answers[0].refused(refusal())
    assert search.panel.state == "Searching…"
    search.wire.answer(2, 9, 8)
    assert search.panel.hits.rowCount() == 2
    look_for(search, "")
    search.wire.answer(2, 9, 8)
    assert search.panel.hits.rowCount() == 0


def test_a_refusal_is_said_in_the_panel(search: Search) -> None:
    look_for(search, "tea")
    search.wire.answers[0].refused(refusal())
    assert "too fast" in search.panel.state
    search.panel.again.click()
    assert len(search.wire.asked) == 2


def test_without_a_room_in_front_there_is_nothing_to_look_in(search: Search) -> None:
    search.room = None
    look_for(search, "tea")
    assert search.wire.asked == []
    search.panel.everywhere.click()
    assert search.wire.asked == [("tea", "", 0)]


def test_what_was_looked_for_while_away_is_looked_for_on_coming_back(search: Search) -> None:
    back = PhaseChanged(Phase.ONLINE, "", None)
    look_for(search, "tea")
    search.wire.phase = Phase.WAITING
    search.wire.answers[0].refused(refusal())
    search.wire.phase_changed.emit(PhaseChanged(Phase.CONNECTING, "", None))
    assert len(search.wire.asked) == 1
    search.wire.phase = Phase.ONLINE
    search.wire.phase_changed.emit(back)
    assert search.wire.asked == [("tea", "music", 0)] * 2
    search.wire.answers[1].refused(refusal())
    search.wire.phase_changed.emit(back)
    assert len(search.wire.asked) == 2
