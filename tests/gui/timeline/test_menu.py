import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.timeline.doable import Rights
from chatapp.gui.timeline.menu import LINKS
from chatapp.gui.timeline.selection import whole
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind, Quote, Reaction, State
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
    assert words(menu)[:2] == [f"Open link: {url}".replace("&", "&&"), "Copy link"]
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
    assert all(len(text) < 60 + len("Copy link: ") + 2 for text in words(menu))
    choose(qtbot, menu, 2 * LINKS)
    assert QGuiApplication.clipboard().text().count("https://") == 9


def test_without_a_message_there_is_no_menu(show: Show) -> None:
    shown = show()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, QPoint(5, 5), shown.view.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(shown.view.viewport(), event)
    assert shown.view.findChild(QMenu) is None


def menu_of(show: Show, qtbot: QtBot, entry: Entry, rights: Rights) -> tuple[Shown, QMenu]:
    shown = show([entry])
    shown.view.set_rights(rights)
    shown.view.bar.set_quick(["👍", "😂"])
    shown.view.keyboard.stand(0)
    shown.view.open_menu()
    menu = shown.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return shown, menu


MEMBER = Rights(rich=True, write=True)
OWN = Entry(
    "me", "mine", NOW, mine=True, seq=4, reply=Quote(2, "Bo", "who?"), reactions=(Reaction("🎉", ("me",), True),)
)


def test_all_that_can_be_done_with_a_message_is_in_its_menu(show: Show, qtbot: QtBot) -> None:
    shown, menu = menu_of(show, qtbot, OWN, MEMBER)
    expected = ["Reply", "React", "Edit", "Delete…", "Show the message that this answers", "Copy message", "Select all"]
    assert words(menu) == expected
    with qtbot.waitSignal(shown.view.seq_wanted) as asked:
        choose(qtbot, menu, 4)
    assert asked.args == [2]


def test_reactions_are_in_a_menu_of_their_own(show: Show, qtbot: QtBot) -> None:
    shown, menu = menu_of(show, qtbot, OWN, MEMBER)
    react = menu.actions()[1].menu()
    assert isinstance(react, QMenu)
    assert words(react) == ["👍", "😂", "🎉", "Choose an emoji…"]
    assert [action.isChecked() for action in react.actions()[:3]] == [False, False, True]
    for place, asked_for in ((0, [4, "👍", True]), (2, [4, "🎉", False])):
        with qtbot.waitSignal(shown.view.reaction_asked) as asked:
            react.actions()[place].trigger()
        assert asked.args == asked_for
    with qtbot.waitSignal(shown.view.reaction_wanted) as asked:
        react.actions()[-1].trigger()
    assert asked.args == [4, shown.view.bar.react]
    assert shown.view.bar.isVisible()
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_a_failed_message_can_be_sent_again(show: Show, qtbot: QtBot) -> None:
    failed = Entry("me", "mine", NOW, mine=True, state=State.FAILED, key=3)
    shown, menu = menu_of(show, qtbot, failed, Rights())
    assert words(menu) == ["Retry", "Delete", "Copy message", "Select all"]
    with qtbot.waitSignal(shown.view.retry_asked) as asked:
        choose(qtbot, menu, 0)
    assert asked.args == [3]


def test_what_the_server_cannot_is_not_offered(show: Show, qtbot: QtBot) -> None:
    _, menu = menu_of(show, qtbot, OWN, Rights(write=True))
    assert words(menu) == ["Show the message that this answers", "Copy message", "Select all"]
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


def test_notes_unfold_by_keyboard_too(show: Show, qtbot: QtBot) -> None:
    notes = tuple(Note(NoteKind.JOINED, f"name {number}") for number in range(40))
    shown, menu = menu_of(show, qtbot, Entry("", "", NOW, kind=EntryKind.NOTE, notes=notes), MEMBER)
    low = shown.view.rows.height(0)
    assert words(menu)[0] == "Show all names"
    choose(qtbot, menu, 0)
    assert shown.view.rows.height(0) > low
    shown.view.open_menu()
    menu = shown.view.findChild(QMenu)
    assert words(menu)[0] == "Show fewer names"
    choose(qtbot, menu, 0)
    assert shown.view.rows.height(0) == low


@pytest.mark.parametrize(
    ("entry", "copies"),
    [
        (OWN, True),
        (Entry("me", "", NOW, mine=True, seq=4, deleted=True), False),
        (Entry("", "", NOW, kind=EntryKind.GAP), False),
    ],
)
def test_what_has_no_text_is_not_copied(show: Show, qtbot: QtBot, entry: Entry, copies: bool) -> None:
    shown, menu = menu_of(show, qtbot, entry, Rights())
    assert shown.view.copy_action.isEnabled() is copies
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
