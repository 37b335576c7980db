import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.join import Join


@pytest.fixture
def join(theme: Theme, qtbot: QtBot) -> Join:
    made = Join(theme)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    "address",
    ["192.168.1.20", "ann-pc.local:20200", "[2001:db8::1]:20200", "ws://x:1", "wss://x", "chatapp://a:1,b:2/room"],
)
def test_everything_that_means_a_server_is_taken(join: Join, qtbot: QtBot, address: str) -> None:
    qtbot.keyClicks(join.address.edit, address)
    assert join.address.error == ""
    with qtbot.waitSignal(join.asked) as asked:
        qtbot.keyClick(join.address.edit, Qt.Key.Key_Return)
    assert asked.args == [address]


@pytest.mark.parametrize("address", ["", "http://x", "a b", "x:0", "chatapp://"])
def test_anything_else_is_said_beneath(join: Join, qtbot: QtBot, address: str) -> None:
    join.address.set_text(address)
    with qtbot.assertNotEmitted(join.asked):
        join.button.click()
    assert join.address.error.endswith(".")


def test_names_and_the_way_back(join: Join, qtbot: QtBot) -> None:
    assert join.address.edit.accessibleName() == "Server address"
    assert join.button.text() == "Join"
    with qtbot.waitSignal(join.left):
        join.back.click()


def test_a_password_is_asked_for_in_place(join: Join, qtbot: QtBot) -> None:
    join.address.set_text("192.168.1.20")
    assert not join.password.isVisible()
    join.ask_password("The host lets in whoever knows the password.", wrong=False)
    assert join.password.isVisible()
    assert join.password.error == ""
    assert join.password.edit.accessibleDescription() == "The host lets in whoever knows the password."
    qtbot.waitUntil(join.password.edit.hasFocus)
    with qtbot.assertNotEmitted(join.asked), qtbot.assertNotEmitted(join.password_given):
        join.button.click()
    qtbot.keyClicks(join.password.edit, "tea")
    with qtbot.waitSignal(join.password_given) as given, qtbot.assertNotEmitted(join.asked):
        qtbot.keyClick(join.password.edit, Qt.Key.Key_Return)
    assert given.args == ["tea"]
    assert join.password.text == "", "nothing is remembered"
    join.ask_password("This is not the password.", wrong=True)
    assert join.password.error == "This is not the password."
    qtbot.keyClick(join.address.edit, Qt.Key.Key_1)
    assert not join.password.isVisible(), "another server"
    with qtbot.waitSignal(join.asked):
        join.button.click()
