import pytest
from PySide6.QtCore import QObject, Signal

from chatapp.gui.bridge import Answer
from chatapp.gui.chat.viewing import Viewing
from chatapp.session.changes import Intent, Phase, PhaseChanged, Refused


class Wire(QObject):
    """A bridge that writes down what is watched."""

    phase_changed = Signal(object)
    capabilities_changed = Signal()
    room_joined = Signal(str)
    room_left = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.session = self
        self.phase = Phase.ONLINE
        self.capabilities = frozenset({"history"})
        self.calls: list[str] = []
        self.answers: dict[str, Answer] = {}

    def watch(self, room: str, answer: Answer) -> None:
        self.calls.append(f"+{room}")
        self.answers[room] = answer

    def unwatch(self, room: str) -> None:
        self.calls.append(f"-{room}")

    def taken(self) -> list[str]:
        calls, self.calls = self.calls, []
        return calls


class Watcher:
    def __init__(self) -> None:
        self.wire = Wire()
        self.rooms: set[str] = set()
        self.told: list[tuple[str, str]] = []
        self.viewing = Viewing(self.wire, lambda: self.rooms, lambda *what: self.told.append(what))

    def see(self, *rooms: str) -> list[str]:
        self.rooms = set(rooms)
        self.viewing.update()
        return self.wire.taken()


@pytest.fixture
def watcher(qapp: object) -> Watcher:
    return Watcher()


def refusal(room: str) -> Refused:
    return Refused(1, Intent.WATCH, room, "rate_limited", "Slow down.", None)


def test_a_room_is_followed_as_long_as_one_looks_into_it(watcher: Watcher) -> None:
    assert watcher.see("music") == ["+music"]
    assert watcher.see("music", "art") == ["+art"]
    assert watcher.see("art") == ["-music"]


def test_who_joins_need_not_watch_and_who_leaves_watches_again(watcher: Watcher) -> None:
    watcher.see("music")
    watcher.wire.room_joined.emit("music")
    assert watcher.see() == []
    watcher.wire.room_left.emit("music", False)
    assert watcher.see("music") == ["+music"]
    watcher.wire.room_left.emit("music", True)
    assert watcher.see() == []


def test_a_server_without_history_is_asked_for_nothing(watcher: Watcher) -> None:
    watcher.wire.capabilities = frozenset()
    assert watcher.see("music") == []
    watcher.wire.capabilities = frozenset({"history"})
    watcher.wire.capabilities_changed.emit()
    assert watcher.wire.taken() == ["+music"]


def test_what_is_opened_while_away_is_asked_for_on_coming_back(watcher: Watcher) -> None:
    watcher.see("art")
    watcher.wire.phase = Phase.WAITING
    assert watcher.see("art", "music") == []
    watcher.wire.phase = Phase.ONLINE
    watcher.wire.phase_changed.emit(PhaseChanged(Phase.ONLINE, "", None))
    # The session itself takes up what was watched before.
    assert watcher.wire.taken() == ["+music"]


def test_a_refusal_is_told_and_not_asked_about_again_at_once(watcher: Watcher) -> None:
    watcher.see("music")
    watcher.wire.answers["music"].refused(refusal("music"))
    ((room, sentence),) = watcher.told
    assert room == "music"
    assert "too fast" in sentence
    assert watcher.see("music") == []
    watcher.wire.phase_changed.emit(PhaseChanged(Phase.ONLINE, "", None))
    assert watcher.wire.taken() == ["+music"]


def test_who_asks_for_the_room_once_more_is_heard(watcher: Watcher) -> None:
    watcher.see("music")
    watcher.viewing.again("music")
    assert watcher.wire.taken() == []
    watcher.wire.answers["music"].refused(refusal("music"))
    watcher.viewing.again("music")
    assert watcher.wire.taken() == ["+music"]


def test_a_tab_that_is_opened_anew_asks_anew(watcher: Watcher) -> None:
    watcher.see("music")
    watcher.wire.answers["music"].refused(refusal("music"))
    assert watcher.see() == []
    assert watcher.see("music") == ["+music"]
