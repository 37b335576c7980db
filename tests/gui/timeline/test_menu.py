from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.timeline.menu import LINKS
from chatapp.gui.timeline.selection import whole
from chatapp.session.timeline import Entry
from tests.gui.timeline.conftest import NOW, Show, Shown
from tests.gui.timeline.test_pointer import point


def opened(qtbot: QtBot, shown: Shown, at: QPoint | None) -> QMenu:
    """The menu at a point, or with None that of the menu key."""
    reason = QContextMenuEvent.Reason.Keyboard if at is None else QContextMenuEvent.Reason.Mouse
    at = at or QPoint(0, 0)
    event = QContextMenuEvent(reason, at, shown.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(shown.view.viewport(), event)
    menu = shown.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    return menu


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(qtbot: QtBot, menu: QMenu, place: int) -> None:
    """Choose an action, and wait until the menu is gone."""
    action = [action for action in menu.actions() if not action.isSeparator()][place]
    with qtbot.waitSignal(menu.destroyed):
        action.trigger()
        menu.close()


def shown_text(show: Show, *texts: str) -> Shown:
    return show([Entry("Ann", text, NOW) for text in texts])


def test_the_message_under_the_mouse_can_be_copied(show: Show, qtbot: QtBot) -> None:
    shown = shown_text(show, "first", "second")
    menu = opened(qtbot, shown, point(shown, 1, 2))
    assert words(menu) == ["Copy message", "Select all"]
    choose(qtbot, menu, 0)
    assert QGuiApplication.clipboard().text() == "second"


def test_a_selection_can_be_copied(show: Show, qtbot: QtBot) -> None:
    shown = shown_text(show, "first", "second")
    shown.view.begin_selection(whole(0))
    menu = opened(qtbot, shown, point(shown, 1, 2))
    assert words(menu) == ["Copy", "Select all"]
    choose(qtbot, menu, 0)
    assert QGuiApplication.clipboard().text() == "first"
    choose(qtbot, opened(qtbot, shown, point(shown, 1, 2)), 1)
    assert shown.view.selected_text() == "Ann 14:13\nfirst\nAnn 14:13\nsecond"


def test_a_link_can_be_opened_and_copied(show: Show, qtbot: QtBot) -> None:
    shown = shown_text(show, "see https://example.org/?a=1&b=2 there")
    menu = opened(qtbot, shown, point(shown, 0, 10))
    url = "https://example.org/?a=1&b=2"
    assert words(menu)[:2] == [f"Open {url}".replace("&", "&&"), f"Copy {url}".replace("&", "&&")]
    choose(qtbot, menu, 1)
    assert QGuiApplication.clipboard().text() == url
    with qtbot.waitSignal(shown.view.link_activated) as told:
        choose(qtbot, opened(qtbot, shown, point(shown, 0, 10)), 0)
    assert told.args == [url]
    menu = opened(qtbot, shown, point(shown, 0, 1))
    assert words(menu) == ["Copy message", "Select all"]
    choose(qtbot, menu, 0)


def test_the_menu_key_offers_all_links_of_a_message(show: Show, qtbot: QtBot) -> None:
    shown = shown_text(show, " ".join(f"https://example.org/{number}{'x' * 80}" for number in range(9)))
    shown.view.clearFocus()
    shown.view.setFocus(Qt.FocusReason.TabFocusReason)
    menu = opened(qtbot, shown, None)
    assert len(words(menu)) == 2 * LINKS + 2
    assert all(len(text) < 70 for text in words(menu))
    choose(qtbot, menu, 2 * LINKS)
    assert QGuiApplication.clipboard().text().count("https://") == 9


def test_without_a_message_there_is_no_menu(show: Show) -> None:
    shown = show()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, QPoint(5, 5), shown.view.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(shown.view.viewport(), event)
    assert shown.view.findChild(QMenu) is None
