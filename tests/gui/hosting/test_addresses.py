from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.addresses import AddressesDialog


def test_each_address_can_be_copied(qtbot: QtBot) -> None:
    dialog = AddressesDialog(["192.0.2.1:20200", "ann-pc.local:20200"])
    qtbot.addWidget(dialog)
    buttons = {button.accessibleName(): button for button in dialog.findChildren(QAbstractButton)}
    assert [line.text() for line in dialog.findChildren(QLineEdit)] == ["192.0.2.1:20200", "ann-pc.local:20200"]
    for address in ("192.0.2.1:20200", "ann-pc.local:20200"):
        button = buttons[f"Copy {address}"]
        button.click()
        assert QGuiApplication.clipboard().text() == address
        assert button.text() == "Copied"
    assert dialog.copy.text() == "Copy"


def test_who_cannot_be_joined_tests_the_network(qtbot: QtBot) -> None:
    dialog = AddressesDialog(["192.0.2.1:20200"])
    qtbot.addWidget(dialog)
    test = next(each for each in dialog.findChildren(QAbstractButton) if "Test my network" in each.text())
    with qtbot.waitSignals([dialog.test_asked, dialog.accepted]):
        test.click()
