from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from shiboken6 import isValid

from chatapp.gui.timeline.accessible import LINKS
from chatapp.session.timeline import Entry, State
from tests.gui.timeline.conftest import NOW, Show, Shown

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
SAID = "> see www.example.org\n**and** https://example.net/x"


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def message(shown: Shown, row: int = 0) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(shown.view)
    assert found is not None
    return found.child(row)


def test_a_message_holds_its_links(show: Show) -> None:
    shown = show([Entry("Ann", SAID, NOW)])
    item = message(shown)
    assert item.childCount() == 2
    first, second = item.child(0), item.child(1)
    assert [link.role() for link in (first, second)] == [QAccessible.Role.Link] * 2
    assert (first.text(Name), first.text(Description)) == ("www.example.org", "http://www.example.org")
    assert second.text(Name) == second.text(Description) == "https://example.net/x"
    assert first.parent() is item
    assert item.child(0) is first
    assert [item.indexOfChild(link) for link in (first, second, item)] == [0, 1, -1]
    assert item.child(2) is None
    assert first.childCount() == 0
    assert first.state().linked


def test_a_link_is_where_a_click_opens_it(show: Show) -> None:
    shown = show([Entry("Ann", SAID, NOW), Entry("Ann", "and www.example.com", NOW)])
    for row, number, url in ((0, 0, "http://www.example.org"), (0, 1, "https://example.net/x"), (1, 0, None)):
        item = message(shown, row)
        link = item.child(number)
        middle = link.rect().center()
        found = shown.view.link_at(QPointF(shown.view.viewport().mapFromGlobal(middle)))
        assert found is not None
        assert url in {None, found.url}
        assert item.childAt(middle.x(), middle.y()) is link
    assert not link.state().offscreen


def test_a_link_that_does_not_show_is_nowhere(show: Show) -> None:
    shown = show([Entry("Ann", "www.example.org", NOW), *(Entry("Bo", f"line {number}", NOW) for number in range(99))])
    link = message(shown).child(0)
    assert link.rect().isEmpty()
    assert link.state().offscreen


def test_what_is_no_link_any_more_is_none(show: Show) -> None:
    shown = show()
    key = shown.say("www.example.org")
    item = message(shown)
    link = item.child(0)
    shown.timeline.alter(Entry("me", "nothing", NOW, mine=True, state=State.FAILED, key=key))
    shown.model.refresh()
    assert item.childCount() == 0
    assert not link.isValid()
    assert link.text(Name) == ""
    assert link.state().invalid


def test_links_go_with_their_message(show: Show) -> None:
    shown = show()
    key = shown.say("www.example.org")
    item = message(shown)
    link = item.child(0)
    shown.confirm(key)
    assert not isValid(item)
    assert not isValid(link)


def test_only_so_many_links_of_a_message_are_told_of(show: Show) -> None:
    shown = show([Entry("Ann", "www.example.org " * (LINKS + 9), NOW)])
    assert message(shown).childCount() == LINKS
