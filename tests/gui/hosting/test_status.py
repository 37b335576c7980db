from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.status import HostingStatus
from chatapp.gui.theme.theme import Theme


def test_it_says_where_and_how_many_and_copies(theme: Theme, qtbot: QtBot) -> None:
    status = HostingStatus(theme)
    qtbot.addWidget(status)
    assert status.isHidden()
    status.show_hosting("192.0.2.1:20200", "chatapp://192.0.2.1:20200")
    assert status.text == "Hosting on 192.0.2.1:20200"
    status.show_people(12)
    assert status.text == "Hosting on 192.0.2.1:20200 · 12 people"
    status._reset.setInterval(10)
    status.copy.click()
    assert QGuiApplication.clipboard().text() == "chatapp://192.0.2.1:20200"
    assert status.copy.text() == "Copied"
    qtbot.waitUntil(lambda: status.copy.text() == "Copy invite")
    status.show_hosting("")
    assert status.isHidden()


def test_where_it_is_narrow_the_button_stays_whole(theme: Theme, qtbot: QtBot) -> None:
    status = HostingStatus(theme)
    qtbot.addWidget(status)
    status.show_hosting("192.0.2.1:20200")
    status.show_people(12)
    status.resize(1000, 30)
    beside = status.copy.x()
    assert beside < 500
    status.resize(250, 30)
    assert status.copy.geometry().right() < 250
    assert status.copy.width() >= status.copy.sizeHint().width()
    font = status.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    status.resize(1000, 30)
    status._words.setFont(font)
    qtbot.waitUntil(lambda: status.copy.x() > beside)


def test_it_says_whether_others_can_read_along_and_leads_to_the_panel(theme: Theme, qtbot: QtBot) -> None:
    status = HostingStatus(theme)
    qtbot.addWidget(status)
    status.show_hosting("192.0.2.1:20200", "chatapp://192.0.2.1:20200", secure=True)
    status.show()
    assert status._secure.text() == "encrypted"
    assert status._lock.isVisible()
    assert not status.manage.isVisible()
    status.show_in_charge(there=True)
    assert status.manage.isVisible()
    status.show_people(3, 1)
    assert status._secure.text() == "1 not encrypted"
    assert not status._lock.isVisible()
    status.show_people(2)
    assert status._secure.text() == "encrypted"
    assert status._lock.isVisible()
    status.show_hosting("192.0.2.1:20200")
    assert status._secure.text() == "not encrypted"
    assert not status._lock.isVisible()
