import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from chatapp.gui.secret_field import SecretField
from chatapp.protocol.limits import SECRET


@pytest.fixture
def field(qtbot: QtBot) -> SecretField:
    made = SecretField("Password")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_typed_is_not_seen_unless_that_is_wanted(field: SecretField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.edit, "let me in")
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert field.edit.displayText() != "let me in"
    qtbot.keyClick(field.show_it, Qt.Key.Key_Space)
    assert field.edit.displayText() == "let me in"
    assert field.value() == "let me in"
    field.clear()
    assert (field.text, field.edit.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_what_can_be_no_password_is_said(field: SecretField) -> None:
    assert field.value() is None
    assert "from the host" in field.error
    field.edit.setText("x" * (SECRET + 1))
    assert field.value() is None
    assert field.error == "No password is that long."


def test_it_says_what_it_is(field: SecretField) -> None:
    assert field.edit.accessibleName() == "Password"
    assert field.show_it.accessibleName() == "Show the password"
