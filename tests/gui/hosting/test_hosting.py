from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.question import Question
from chatapp.gui.hosting.hosting import Hosting
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.limits import NEXT_PORTS, PORT


@pytest.fixture
def hosting(theme: Theme, qtbot: QtBot) -> Iterator[Hosting]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Hosting(theme, window)
    window.close()


def words(dialog: Question) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_one_click_tries_the_usual_port_then_the_next_ones(hosting: Hosting, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hosting.asked) as asked:
        hosting.start()
    assert asked.args == ["", (PORT, *NEXT_PORTS)]


def test_the_dialog_stays_until_hosting_begins_and_others_are_invited(hosting: Hosting, qtbot: QtBot) -> None:
    dialog = hosting.open_dialog()
    assert hosting.asking
    with qtbot.waitSignal(hosting.asked) as asked:
        dialog.start.click()
    assert asked.args == ["", (PORT,)]
    with qtbot.assertNotEmitted(hosting.failed_quietly):
        hosting.failed("Port 20200 is taken.", port_taken=True)
    with qtbot.waitSignal(hosting.asked) as asked:
        dialog.next_port.click()
    assert asked.args == ["", tuple(NEXT_PORTS)]
    with qtbot.waitSignals([hosting.changed, hosting.invite_asked]):
        hosting.started(["192.0.2.1:20201", "[2001:db8::1]:20201"], "", 20201)
    assert not hosting.asking
    assert hosting.active


def test_without_the_dialog_a_failure_is_told_to_the_window(hosting: Hosting, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hosting.failed_quietly) as failed:
        hosting.failed("No.", port_taken=False)
    assert failed.args == ["No."]


def test_nobody_drops_where_nobody_hosts(hosting: Hosting) -> None:
    hosting.started(["192.0.2.1:20200"], "", PORT)
    hosting.show_people(12)
    assert hosting.others == 11
    hosting.ended()
    assert hosting.others == 0


def test_stopping_asks_only_where_others_would_drop(hosting: Hosting, qtbot: QtBot) -> None:
    hosting.started(["192.0.2.1:20200"], "", PORT)
    hosting.show_people(1)
    with qtbot.waitSignal(hosting.stop_asked):
        assert hosting.ask_stop() is None
    hosting.show_people(4)
    dialog = hosting.ask_stop()
    assert dialog is not None
    assert "3 people will be disconnected" in words(dialog)
    with qtbot.waitSignal(hosting.stop_asked):
        dialog.agree.click()
    hosting.ended()
    assert not hosting.active


def test_a_question_before_closing_says_who_would_drop(hosting: Hosting, qtbot: QtBot) -> None:
    hosting.started(["192.0.2.1:20200"], "", PORT)
    done: list[int] = []
    for people, text in ((None, "Nobody else"), (1, "Nobody else"), (2, "1 person will be disconnected")):
        hosting.show_people(people)
        dialog = hosting.ask_before("Quit?", "Quit", lambda: done.append(1))
        assert text in words(dialog)
        dialog.keep.click()
    assert done == []
    hosting.ask_before("Quit?", "Quit", lambda: done.append(1)).agree.click()
    assert done == [1]


def test_one_question_at_a_time(hosting: Hosting, qtbot: QtBot) -> None:
    """The tray can ask while the window does."""
    hosting.started(["192.0.2.1:20200"], "", PORT)
    first = hosting.ask_tray(lambda: None, lambda: None)
    with qtbot.waitSignal(first.finished):
        second = hosting.ask_before("Quit?", "Quit", lambda: None)
    assert second.isVisible()
    second.reject()
