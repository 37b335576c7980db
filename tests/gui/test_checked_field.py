import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.checked_field import CheckedField


def rule(text: str) -> str:
    if not text:
        raise ValueError("Empty.")
    if "!" in text:
        raise ValueError("No shouting.")
    return text.strip()


@pytest.fixture
def field(qtbot: QtBot) -> CheckedField:
    made = CheckedField("Your name", rule, "Ann")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_named_and_filled(field: CheckedField) -> None:
    assert field.edit.accessibleName() == "Your name"
    assert field.text == "Ann"
    assert field.value() == "Ann"


def test_typing_something_wrong_says_so_at_once_and_typing_on_takes_it_back(field: CheckedField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "!")
    assert field.error == "No shouting."
    assert field.edit.accessibleDescription() == "No shouting."
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.error == ""


def test_an_empty_field_is_only_wrong_when_it_is_used(field: CheckedField, qtbot: QtBot) -> None:
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    assert field.error == ""
    assert field.value() is None
    assert field.error == "Empty."


def test_the_error_is_plain_text(field: CheckedField) -> None:
    field.show_error("<b>bold</b>")
    assert field._error.textFormat() is Qt.TextFormat.PlainText


def test_enter_submits(field: CheckedField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_text_set_by_the_app_is_not_blamed_on_the_person(field: CheckedField) -> None:
    field.show_error("Wrong.")
    field.set_text("Bo!")
    assert field.error == ""
