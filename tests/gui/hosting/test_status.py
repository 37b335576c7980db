from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.status import HostingStatus
from chatapp.gui.theme.theme import Theme


def test_it_says_where_and_how_many_and_copies(theme: Theme, qtbot: QtBot) -> None:
    status = HostingStatus(theme)
    qtbot.addWidget(status)
    assert status.isHidden()
    status.show_hosting("192.0.2.1:20200")
    assert status.text == "Hosting on 192.0.2.1:20200"
    status.show_people(12)
    assert status.text == "Hosting on 192.0.2.1:20200 · 12 people"
    status._reset.setInterval(10)
    status.copy.click()
    assert QGuiApplication.clipboard().text() == "192.0.2.1:20200"
    assert status.copy.text() == "Copied"
    qtbot.waitUntil(lambda: status.copy.text() == "Copy address")
    status.show_hosting("")
    assert status.isHidden()
