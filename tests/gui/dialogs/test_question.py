import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.question import Question


@pytest.fixture
def question(qtbot: QtBot) -> Question:
    made = Question("Delete #<b>?", "All of it.", "Delete room", "Keep it")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_keep_things(question: Question, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(question.agreed), qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question, key)


def test_enter_on_a_button_is_that_button(question: Question, qtbot: QtBot) -> None:
    question.activateWindow()
    question.agree.setFocus()
    qtbot.waitUntil(question.agree.hasFocus)
    with qtbot.waitSignal(question.agreed):
        qtbot.keyClick(question.agree, Qt.Key.Key_Return)


def test_agreeing_waits_for_the_owner(question: Question, qtbot: QtBot) -> None:
    with qtbot.waitSignal(question.agreed):
        question.agree.click()
    assert question.isVisible()
    assert not question.agree.isEnabled()
    question.refuse("Not yours.")
    assert question.error == "Not yours."
    assert question.agree.isEnabled()
