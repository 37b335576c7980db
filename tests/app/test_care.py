"""A computer that hosts stays awake, and says so before it does not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chatapp.app.care import Care
from chatapp.app.sleep import Sleep
from chatapp.gui.dialogs.question import Question
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.window import MainWindow


class Kept:
    """Stands for Awake."""

    def __init__(self) -> None:
        self.did: list[str] = []

    def hold(self) -> None:
        self.did.append("hold")

    def release(self) -> None:
        self.did.append("release")

    def close(self) -> None:
        self.did.append("close")


class Nothing:
    def stop(self) -> None:
        pass


class Session:
    """Stands for Qt's QSessionManager, which nobody but Qt makes."""

    def __init__(self, asks: bool = True) -> None:
        self.asks = asks
        self.did: list[str] = []

    def allowsInteraction(self) -> bool:  # noqa: N802  # the name is Qt's
        return self.asks

    def cancel(self) -> None:
        self.did.append("cancel")

    def release(self) -> None:
        self.did.append("release")


class Stage:
    def __init__(self, window: MainWindow, settings: Settings) -> None:
        self.window, self.settings = window, settings
        self.kept = Kept()
        self.sleep = Sleep(start=lambda _told: Nothing())
        self.told: list[tuple[str, str]] = []
        self.saved = 0
        self.care = Care(
            window,
            settings,
            announce=lambda title, text: self.told.append((title, text)),
            save=self._save,
            awake=self.kept,  # type: ignore[arg-type]  # stands for it
            sleep=self.sleep,
        )

    def _save(self) -> None:
        self.saved += 1

    def host(self, people: int | None = 1) -> None:
        self.window.hosting.started(["192.0.2.1:20200"], "", 20200)
        self.window.hosting.show_people(people)


@pytest.fixture
def stage(tmp_path: object, qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    settings = Settings(QSettings(f"{tmp_path}/settings.ini", QSettings.Format.IniFormat))
    window = MainWindow(Appearance(qapp, settings), settings, "Ann")
    window.show()
    made = Stage(window, settings)
    yield made
    made.care.stop()
    window.hosting.ended()
    window.close()
    window.deleteLater()


def test_it_stays_awake_for_as_long_as_it_hosts(stage: Stage) -> None:
    stage.host()
    assert stage.kept.did[-1] == "hold"
    assert stage.sleep.watching
    stage.window.hosting.ended()
    assert stage.kept.did[-1] == "release"
    assert not stage.sleep.watching


def test_not_if_one_does_not_want_it(stage: Stage) -> None:
    stage.settings.awake = False
    stage.host()
    assert "hold" not in stage.kept.did
    assert stage.sleep.watching, "it is told all the same"
    stage.settings.awake = True
    assert stage.kept.did[-1] == "hold"
    stage.settings.awake = False
    assert stage.kept.did[-1] == "release"


def test_before_it_sleeps_it_says_whom_that_concerns(stage: Stage) -> None:
    stage.host(people=8)
    stage.sleep.begins.emit()
    [(title, text)] = stage.told
    assert title == "This computer is going to sleep"
    assert text.startswith("7 people will be disconnected.")
    assert stage.saved == 1
    stage.window.hosting.show_people(1)
    stage.sleep.begins.emit()
    assert len(stage.told) == 1, "nobody is concerned"


def test_the_end_of_the_session_waits_where_others_would_drop(stage: Stage, qtbot: QtBot) -> None:
    stage.host(people=3)
    session = Session()
    stage.care.session_ends(session)
    assert session.did == ["cancel", "release"]
    assert stage.saved == 1
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(Question)))
    words = " ".join(label.text() for label in stage.window.findChildren(Question)[0].findChildren(QLabel))
    assert "2 people will be disconnected" in words


@pytest.mark.parametrize(("people", "asks"), [(1, True), (None, True), (3, False)])
def test_otherwise_it_does_not(stage: Stage, people: int | None, asks: bool, qtbot: QtBot) -> None:
    stage.host(people)
    session = Session(asks)
    stage.care.session_ends(session)
    assert session.did == []
    assert stage.saved == 1


def test_what_keeps_it_awake_is_told_in_the_panel(stage: Stage) -> None:
    heard: list[object] = []
    stage.window.charge.show_awake = heard.append  # type: ignore[method-assign]  # to see it called
    stage.care._told.connect(heard.append)
    stage.care._told.emit(True)
    assert True in heard
