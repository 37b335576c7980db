import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.dialog import HostDialog


def opened(qtbot: QtBot, bind: str = "", port: int = 20200) -> HostDialog:
    dialog = HostDialog(bind, port)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


@pytest.mark.parametrize(
    ("given", "here", "bind"),
    [
        ("", False, ""),
        ("", True, "127.0.0.1"),
        ("127.0.0.1", True, "127.0.0.1"),
        ("127.0.0.1", False, ""),
        ("::1", True, "::1"),
        ("192.0.2.7", False, "192.0.2.7"),
        ("192.0.2.7", True, "127.0.0.1"),
    ],
)
def test_who_may_join_is_where_to_listen(qtbot: QtBot, given: str, here: bool, bind: str) -> None:
    dialog = opened(qtbot, given)
    assert dialog.only_here.isChecked() is (given in {"127.0.0.1", "::1"})
    (dialog.only_here if here else dialog.everyone).click()
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.start.click()
    assert asked.args == [bind, 20200]


def test_a_port_that_is_none_stays_here(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.port.set_text("70000")
    with qtbot.assertNotEmitted(dialog.asked):
        dialog.start.click()
    assert dialog.port.error == "A port is a number from 1 to 65535."


def test_a_taken_port_offers_the_next_one(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.start.click()
    assert not dialog.start.isEnabled()
    dialog.refuse("Port 20200 is taken.", port_taken=True)
    assert dialog.port.error == "Port 20200 is taken."
    assert dialog.start.isEnabled()
    with qtbot.waitSignal(dialog.any_port_asked) as asked:
        dialog.next_port.click()
    assert asked.args == [""]
    dialog.refuse("Not here.", port_taken=False)
    assert dialog.next_port.isHidden()
