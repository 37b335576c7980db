from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.elided import Elided
from chatapp.gui.hosting.handover import HandOver, TakeOver


@pytest.fixture
def giving(window: QWidget, tmp_path: Path) -> HandOver:
    made = HandOver(str(tmp_path), window)
    made.open()
    return made


@pytest.fixture
def taking(window: QWidget) -> TakeOver:
    made = TakeOver(window)
    made.open()
    return made


def test_a_password_is_needed_that_nobody_guesses(giving: HandOver, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(giving.asked):
        giving.go.click()
        giving.password.set_text("short")
        giving.go.click()
    assert "8 characters" in giving.password.error


def test_it_is_saved_where_one_says(giving: HandOver, tmp_path: Path, qtbot: QtBot) -> None:
    assert giving.path == str(tmp_path / "my-chat.chatapp")
    assert [each.whole for each in giving.findChildren(Elided)] == ["my-chat.chatapp", str(tmp_path)], "and reads where"
    giving.set_path(str(tmp_path / "ours.chatapp"))
    giving.password.set_text("correct horse")
    with qtbot.waitSignal(giving.asked) as asked:
        giving.go.click()
    assert asked.args == [str(tmp_path / "ours.chatapp"), "correct horse"]
    assert not giving.go.isEnabled()
    giving.refuse("The disk is full.")
    assert giving.state == "The disk is full."
    assert giving.go.isEnabled()
    giving.show_saved()
    assert giving.state.startswith("Saved.")
    assert giving.stop.text() == "Close"
    assert not giving.go.isVisible()


def test_a_file_is_chosen_first(taking: TakeOver, tmp_path: Path, qtbot: QtBot) -> None:
    assert not taking.go.isEnabled()
    assert taking.password.edit.echoMode() is QLineEdit.EchoMode.Password
    taking.set_path(str(tmp_path / "ours.chatapp"))
    with qtbot.assertNotEmitted(taking.asked):
        taking.go.click()
    assert taking.password.error
    taking.password.set_text("tea")
    with qtbot.waitSignal(taking.asked) as asked:
        taking.go.click()
    assert asked.args == [str(tmp_path / "ours.chatapp"), "tea", False]


def test_a_chat_that_is_there_is_set_aside_only_if_one_says_so(taking: TakeOver, tmp_path: Path, qtbot: QtBot) -> None:
    taking.set_path(str(tmp_path / "ours.chatapp"))
    taking.password.set_text("tea")
    taking.go.click()
    taking.refuse("There is a chat.", there=True, password=False)
    assert "set aside" in taking.state
    assert taking.go.text() == "Set it aside and take over"
    with qtbot.waitSignal(taking.asked) as asked:
        taking.go.click()
    assert asked.args[2] is True
    taking.set_path(str(tmp_path / "another.chatapp"))
    with qtbot.waitSignal(taking.asked) as asked:
        taking.go.click()
    assert asked.args[2] is False, "that was said of the other one"


def test_another_password_may_do(taking: TakeOver, tmp_path: Path) -> None:
    taking.set_path(str(tmp_path / "ours.chatapp"))
    taking.password.set_text("tea")
    taking.go.click()
    taking.refuse("The password is another one.", there=False, password=True)
    assert taking.password.error == "The password is another one."
    taking.go.click()
    taking.refuse("It is damaged.", there=False, password=False)
    assert taking.state == "It is damaged."
    assert taking.go.isEnabled()
