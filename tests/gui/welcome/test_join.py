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
    assert join.address.edit.accessibleName() == "Address or invite"
    assert join.button.text() == "Join"
    with qtbot.waitSignal(join.left):
        join.back.click()
