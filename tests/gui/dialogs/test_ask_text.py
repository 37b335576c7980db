import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui import rules
from chatapp.gui.dialogs.ask_text import AskText


@pytest.fixture
def dialog(qtbot: QtBot) -> AskText:
    made = AskText("New room", "Room name", "Create", rules.room_name, explanation="Why.")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_it_is_named_as_people_rely_on(dialog: AskText) -> None:
    assert dialog.windowTitle() == "New room"
    assert dialog.field.edit.accessibleName() == "Room name"
    assert dialog.agree.text() == "Create"


def test_enter_asks_once_and_stays(dialog: AskText, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field.edit, " music ")
    with qtbot.waitSignal(dialog.asked) as asked:
        qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert asked.args == ["music"]
    assert dialog.isVisible()
    with qtbot.assertNotEmitted(dialog.asked):
        qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)


def test_a_refusal_can_be_answered(dialog: AskText, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.field.edit, "music")
    dialog.agree.click()
    dialog.refuse("There is one.")
    assert dialog.field.error == "There is one."
    qtbot.keyClicks(dialog.field.edit, "2")
    assert dialog.field.error == ""
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.agree.click()
    assert asked.args == ["music2"]


def test_escape_goes(dialog: AskText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
