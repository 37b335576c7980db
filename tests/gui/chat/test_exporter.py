import json
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.bridge import Answer
from chatapp.gui.chat import exporter as module
from chatapp.gui.chat.exporter import Exporter
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.session.changes import Fetched, Intent, Phase, PhaseChanged, Refused


class Wire(QObject):
    """A bridge to a log of as many messages, every fifth of which is an edit."""

    fetched = Signal(object)
    phase_changed = Signal(object)

    def __init__(self, top: int, page: int = 10) -> None:
        super().__init__()
        self.session = self
        self.phase = Phase.ONLINE
        self.top, self.page, self.epoch = top, page, "e"
        self.first = 1
        self.asked: list[int] = []
        self.answers: list[Answer] = []

    def fetch(self, room: str, after: int, answer: Answer) -> int:
        assert room == "music"
        self.asked.append(after)
        self.answers.append(answer)
        return len(self.asked)

    def answer(self, ticket: int | None = None) -> None:
        ticket = ticket or len(self.asked)
        first = max(self.asked[ticket - 1] + 1, self.first)
        last = min(self.top, first + self.page - 1)
        events = tuple(
            Event(Kind.EDIT if seq % 5 == 0 else Kind.MESSAGE, seq, 1000 * seq, "Ann", message=f"n{seq}")
            for seq in range(first, last + 1)
        )
        self.fetched.emit(Fetched(ticket, "music", self.epoch, events, self.top, last >= self.top))

    def refuse(self, reason: str) -> None:
        self.answers[-1].refused(Refused(len(self.asked), Intent.FETCH, "music", reason, "Because.", None))

    def go(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit(PhaseChanged(phase, "", None))


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 1)
    monkeypatch.setattr(module, "PATIENCE", 1)


class Export:
    def __init__(self, wire: Wire, path: Path, form: str = "json") -> None:
        self.wire, self.path = wire, path
        self.made = Exporter(wire, "music", form, str(path), wire, zone=UTC)
        self.progress: list[tuple[int, int, int]] = []
        self.failures: list[str] = []
        self.made.progressed.connect(lambda *how: self.progress.append(how))
        self.made.failed.connect(self.failures.append)

    def asks(self, count: int) -> Callable[[], bool]:
        return lambda: len(self.wire.asked) == count

    def left(self) -> list[str]:
        return [path.name for path in self.path.parent.iterdir()]


@pytest.fixture
def export(qapp: object, tmp_path: Path) -> Export:
    return Export(Wire(25), tmp_path / "music.json")


def test_the_whole_log_lands_in_the_file_page_by_page(export: Export, qtbot: QtBot) -> None:
    export.made.start()
    for page in (1, 2, 3):
        qtbot.waitUntil(export.asks(page))
        assert export.left() != ["music.json"]
        if page < 3:
            export.wire.answer()
    with qtbot.waitSignal(export.made.finished) as finished:
        export.wire.answer()
    assert export.wire.asked == [0, 10, 20]
    assert finished.args == [20]
    assert export.progress == [(8, 40, 0), (16, 80, 0)]
    assert export.left() == ["music.json"]
    found = json.loads(export.path.read_text(encoding="utf-8"))
    assert [said["seq"] for said in found["messages"]] == [seq for seq in range(1, 26) if seq % 5]


def test_progress_counts_from_what_is_kept(qapp: object, tmp_path: Path, qtbot: QtBot) -> None:
    wire = Wire(120)
    wire.first = 101
    export = Export(wire, tmp_path / "x.txt", "txt")
    export.made.start()
    wire.answer()
    assert export.progress == [(8, 50, 0)]
    export.made.cancel()


def test_it_says_how_long_it_takes_yet(
    qapp: object, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE", 250)
    export = Export(Wire(10_000), tmp_path / "x.txt", "txt")
    export.made.start()
    export.wire.answer()
    pages = 999 - (module.AT_ONCE - 1)
    assert export.progress == [(8, 0, pages // 4)]
    export.made.cancel()


def test_an_empty_room_is_a_file_too(qapp: object, tmp_path: Path, qtbot: QtBot) -> None:
    export = Export(Wire(0), tmp_path / "music.txt", "txt")
    with qtbot.waitSignal(export.made.finished):
        export.made.start()
        export.wire.answer()
    assert export.path.read_text(encoding="utf-8") == "#music\n\n"


def test_a_cancelled_one_leaves_what_was_there_before(export: Export) -> None:
    export.path.write_text("old", encoding="utf-8")
    export.made.start()
    export.wire.answer()
    export.made.cancel()
    assert export.left() == ["music.json"]
    assert export.path.read_text(encoding="utf-8") == "old"
    export.wire.answer()
    assert export.failures == []
    export.made.cancel()


def test_a_lost_connection_is_waited_out(export: Export, qtbot: QtBot) -> None:
    export.made.start()
    export.wire.answer()
    qtbot.waitUntil(export.asks(2))
    export.wire.go(Phase.WAITING)
    export.wire.refuse("unavailable")
    assert export.failures == []
    export.wire.go(Phase.ONLINE)
    assert export.wire.asked == [0, 10, 10]
    # What an earlier connection was asked for does not count twice.
    export.wire.answer(2)
    export.wire.answer(3)
    qtbot.waitUntil(export.asks(4))
    with qtbot.waitSignal(export.made.finished) as finished:
        export.wire.answer()
    assert finished.args == [20]


def test_a_disconnected_person_is_told(export: Export) -> None:
    export.made.start()
    export.wire.go(Phase.OFFLINE)
    assert export.failures == ["You are disconnected, so the rest could not be read. Nothing was saved."]
    assert export.left() == []


@pytest.mark.parametrize("reason", ["rate_limited", "unavailable"])
def test_a_busy_server_is_asked_again(export: Export, qtbot: QtBot, reason: str) -> None:
    export.made.start()
    export.wire.refuse(reason)
    qtbot.waitUntil(export.asks(2))
    assert export.wire.asked == [0, 0]
    assert export.failures == []
    for count in range(3, module.TRIES + 1):
        export.wire.refuse(reason)
        qtbot.waitUntil(export.asks(count))
    export.wire.refuse(reason)
    assert len(export.failures) == 1
    assert export.left() == []


def test_any_other_refusal_is_told(export: Export) -> None:
    export.made.start()
    export.wire.refuse("room_not_found")
    assert export.failures == ["This room does not exist any more."]
    assert export.left() == []


def test_a_room_made_anew_is_not_mixed_with_the_old_one(export: Export, qtbot: QtBot) -> None:
    export.made.start()
    export.wire.answer()
    qtbot.waitUntil(export.asks(2))
    export.wire.epoch = "f"
    export.wire.answer()
    assert "made anew" in export.failures[0]
    assert export.left() == []


def test_a_folder_that_is_not_there_is_told(qapp: object, tmp_path: Path) -> None:
    export = Export(Wire(5), tmp_path / "no" / "where.txt", "txt")
    export.made.start()
    assert export.failures[0].startswith("The file cannot be written here: ")
    assert export.wire.asked == []


def test_a_full_disk_is_told(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    export.made.start()
    monkeypatch.setattr(export.made._file, "write", lambda _: -1)
    export.wire.answer()
    assert export.failures[0].startswith("The file cannot be written here: ")
    assert export.left() == []


def test_a_disk_that_fails_at_the_end_is_told(export: Export, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    export.wire.top = 5
    commit: Any = export.made._file.commit
    monkeypatch.setattr(export.made._file, "commit", lambda: commit() and False)
    export.made.start()
    with qtbot.waitSignal(export.made.failed):
        export.wire.answer()


def test_a_server_that_repeats_itself_ends_it(export: Export, qtbot: QtBot) -> None:
    export.made.start()
    export.wire.answer()
    qtbot.waitUntil(export.asks(2))
    export.wire.asked[-1] = 0
    with qtbot.waitSignal(export.made.finished):
        export.wire.answer()


@pytest.mark.parametrize("form", ["txt", "html"])
def test_a_document_speaks_the_window_s_language(form: str, tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    i18n.install(qapp, "de", QLocale.c())
    wire = Wire(4)
    export = Export(wire, tmp_path / f"music.{form}", form)
    export.made.start()
    edited = Event(Kind.MESSAGE, 1, 1_790_000_000_000, "Ann", message="Tee?", edited=1_790_000_001_000)
    gone = Event(Kind.MESSAGE, 2, 1_790_000_002_000, "Bo", deleted=True, reply_to=1)
    with qtbot.waitSignal(export.made.finished):
        wire.fetched.emit(Fetched(1, "music", "e", (edited, gone), 2, True))
    text = export.path.read_text(encoding="utf-8")
    assert "(bearbeitet)" in text
    assert "gelöscht" in text
    assert not {"edited)", "deleted", "reply"} & set(text.split())
    if form == "html":
        assert '<html lang="de" dir="ltr">' in text
        assert "Montag, 21. September 2026" in text
    else:
        assert "[Antwort auf Ann: Tee?]" in text
