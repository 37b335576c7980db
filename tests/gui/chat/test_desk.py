import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.desk import Desk
from chatapp.gui.theme.theme import Theme
from chatapp.session.timeline import Timeline


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Desk:
    timelines: dict[str, Timeline] = {}
    made = Desk(theme, lambda room: timelines.setdefault(room, Timeline()))
    qtbot.addWidget(made)
    made.show()
    return made


def front(desk: Desk) -> str | None:
    return desk.front.name if desk.front is not None else None


def test_the_first_room_comes_to_the_front_and_others_when_asked(desk: Desk) -> None:
    assert front(desk) is None
    assert desk._nothing.isVisible()
    desk.open("a", front=False)
    assert front(desk) == "a"
    desk.open("b", front=False)
    assert front(desk) == "a"
    assert desk.open("b") is desk.view("b")
    assert front(desk) == "b"
    assert desk.tabs.rooms() == ["a", "b"]


def test_a_change_of_front_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.open("a")
    with qtbot.waitSignal(desk.front_changed):
        desk.open("b")
    with qtbot.assertNotEmitted(desk.front_changed):
        desk.open("b")
    with qtbot.waitSignal(desk.front_changed):
        desk.step(1)
    assert front(desk) == "a"
    desk.step(-1)
    assert front(desk) == "b"


def test_closing_brings_a_neighbour_and_the_last_leaves_a_hint(desk: Desk) -> None:
    desk.open("a")
    desk.open("b")
    desk.close_room("b")
    assert front(desk) == "a"
    desk.close_room("never heard of")
    desk.close_room("a")
    assert front(desk) is None
    assert desk._nothing.isVisible()
    desk.step(1)


def test_drafts_survive_switching_closing_and_a_restart(desk: Desk) -> None:
    desk.set_drafts({"a": "of yesterday"})
    assert desk.open("a").composer.draft == "of yesterday"
    desk.open("b").composer.set_draft("for b")
    desk.open("a")
    assert desk.drafts() == {"a": "of yesterday", "b": "for b"}
    desk.close_room("b")
    assert desk.drafts()["b"] == "for b"
    assert desk.open("b").composer.draft == "for b"
    desk.view("b").composer.set_draft("  ")
    assert desk.drafts() == {"a": "of yesterday"}


def test_wishes_name_their_room(desk: Desk, qtbot: QtBot) -> None:
    view = desk.open("a")
    for signal, sender, value in (
        (desk.join_asked, view.join_asked, ["a"]),
        (desk.close_asked, view.close_asked, ["a"]),
    ):
        with qtbot.waitSignal(signal) as heard:
            sender.emit()
        assert heard.args == value
    with qtbot.waitSignal(desk.link_activated) as link:
        view.timeline.link_activated.emit("https://example.org")
    assert link.args == ["https://example.org"]


def test_pages_are_told_of_as_they_come_and_go(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.opened) as opened:
        desk.open("a")
    assert opened.args == [desk.view("a")]
    with qtbot.assertNotEmitted(desk.opened):
        desk.open("a")
    desk.open("b")
    assert desk.views() == [desk.view("a"), desk.view("b")]
    with qtbot.waitSignal(desk.closed) as closed:
        desk.close_room("a")
    assert closed.args == ["a"]
    assert desk.views() == [desk.view("b")]
    with qtbot.assertNotEmitted(desk.closed):
        desk.close_room("a")


def test_the_last_tab_that_goes_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.open("a")
    with qtbot.waitSignal(desk.front_changed):
        desk.close_room("a")
    assert desk.front is None


def test_every_room_knows_what_the_person_is_called(desk: Desk) -> None:
    first = desk.open("a")
    desk.set_me("Bo")
    assert [view.timeline.rows.look.me for view in (first, desk.open("b"))] == ["Bo", "Bo"]
    desk.set_me("Bob")
    assert [view.timeline.rows.look.me for view in desk.views()] == ["Bob", "Bob"]
