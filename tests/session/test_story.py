"""From events to rows."""

from typing import Any

import pytest

from chatapp.protocol.limits import MESSAGE_SHOWN
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.session.story import Story, shortened
from chatapp.session.timeline import Quote, Reaction, Timeline
from tests.session.driver import said


def deed(seq: int, target: int, kind: Kind, author: str = "Bo", **more: Any) -> Event:
    return Event(kind, seq, 0, author, target=target, **more)


def told(*events: Event, former: dict[str, frozenset[str]] | None = None) -> Timeline:
    story = Story(Timeline(), former or {})
    story.tell(events, "Ann")
    return story.timeline


def test_a_message_becomes_a_row() -> None:
    [entry] = told(*said(3, author="Ann"))
    assert (entry.author, entry.text, entry.at, entry.mine, entry.seq) == ("Ann", "message 3", 3.0, True, 3)
    assert (entry.edited, entry.deleted, entry.reactions, entry.reply, entry.id) == (False, False, (), None, "")


def test_a_message_as_it_is_by_now() -> None:
    [entry] = told(*said(3, edited=9, reactions={"👍": ["Ann", "Bo"]}))
    assert entry.edited
    assert entry.reactions == (Reaction("👍", ("Ann", "Bo"), mine=True),)
    [entry] = told(*said(3, edited=9, deleted=True))
    assert (entry.text, entry.deleted, entry.edited) == ("", True, False)


def test_long_texts_and_names_that_deceive() -> None:
    [entry] = told(Event(Kind.MESSAGE, 1, 0, "\u202eoB", message="x" * (MESSAGE_SHOWN + 1)))
    assert entry.author == "\ufffdoB"
    assert entry.text == shortened("x" * (MESSAGE_SHOWN + 1)) == "x" * MESSAGE_SHOWN + "…"


def test_an_edit_changes_its_row() -> None:
    timeline = told(*said(1, 2), deed(3, 1, Kind.EDIT, message="better"))
    assert [(entry.text, entry.edited) for entry in timeline] == [("better", True), ("message 2", False)]
    assert timeline.take_changed() == []
    Story(timeline, {}).change(deed(4, 2, Kind.EDIT, message="too"), "Ann")
    assert timeline.take_changed() == [1]


def test_an_edit_that_a_later_one_replaced_is_no_news() -> None:
    [entry] = told(*said(1), deed(2, 1, Kind.EDIT, message=""))
    assert (entry.text, entry.edited) == ("message 1", False)


def test_what_is_deleted_stays_so() -> None:
    events = [deed(2, 1, Kind.REACT, reaction="👍"), deed(3, 1, Kind.DELETE), deed(4, 1, Kind.EDIT, message="again")]
    [entry] = told(*said(1), *events, deed(5, 1, Kind.REACT, reaction="🎉"))
    assert (entry.text, entry.deleted, entry.edited, entry.reactions) == ("", True, False, ())


def test_reactions_come_and_go() -> None:
    events = [
        deed(2, 1, Kind.REACT, "Bo", reaction="👍"),
        deed(3, 1, Kind.REACT, "Ann", reaction="👍"),
        deed(4, 1, Kind.REACT, "Ann", reaction="👍"),
        deed(5, 1, Kind.REACT, "Ann", reaction="🎉"),
    ]
    [entry] = told(*said(1), *events)
    assert entry.reactions == (Reaction("👍", ("Bo", "Ann"), mine=True), Reaction("🎉", ("Ann",), mine=True))
    events.append(deed(6, 1, Kind.REACT, "Ann", reaction="👍", on=False))
    events.append(deed(7, 1, Kind.REACT, "Ann", reaction="🎉", on=False))
    events.append(deed(8, 1, Kind.REACT, "Ann", reaction="🎈", on=False))
    [entry] = told(*said(1), *events)
    assert entry.reactions == (Reaction("👍", ("Bo",)),)


def test_a_reaction_is_taken_back_under_another_name() -> None:
    on, off = deed(2, 1, Kind.REACT, "Bo", reaction="👍"), deed(3, 1, Kind.REACT, "Bob", reaction="👍", on=False)
    assert told(*said(1), on, off, former={"Bob": frozenset({"Bo"})})[0].reactions == ()
    assert told(*said(1), on, off)[0].reactions == (Reaction("👍", ("Bo",)),)


def test_what_concerns_a_message_that_is_not_here_changes_nothing() -> None:
    timeline = told(*said(4), deed(5, 1, Kind.EDIT, message="better"))
    assert [entry.text for entry in timeline] == ["message 4"]


def test_an_answer_quotes_its_message_as_it_is() -> None:
    timeline = told(*said(1), *said(2, reply_to=1))
    assert timeline[1].reply == Quote(1, "Bo", "message 1")
    story = Story(Timeline(), {})
    story.tell([*said(1), *said(2, reply_to=1), deed(3, 1, Kind.EDIT, message="better")], "Ann")
    assert story.timeline[1].reply == Quote(1, "Bo", "better")
    story.tell([deed(4, 1, Kind.DELETE)], "Ann")
    assert story.timeline[1].reply == Quote(1, "Bo", "")


def test_an_answer_in_a_page_quotes_what_is_in_it() -> None:
    story = Story(Timeline(), {})
    assert story.rows([*said(7), *said(8, reply_to=7)], "Ann")[1].reply == Quote(7, "Bo", "message 7")


def test_an_answer_to_what_is_not_here_is_told_when_it_is() -> None:
    story = Story(Timeline(), {})
    story.tell(said(5, reply_to=2), "Ann")
    assert story.timeline[0].reply == Quote(2)
    rows = story.rows(said(2), "Ann")
    story.timeline.prepend(rows)
    story.quote(rows[0])
    assert story.timeline[1].reply == Quote(2, "Bo", "message 2")


@pytest.mark.parametrize("times", [1, 2])
def test_where_the_timeline_ends_before_the_log_nothing_is_added(times: int) -> None:
    story = Story(Timeline(), {})
    story.tell(said(1), "Ann")
    story.timeline.newer = True
    for _ in range(times):
        story.tell([*said(7), deed(8, 1, Kind.EDIT, message="better")], "Ann")
    assert [entry.text for entry in story.timeline] == ["better"]


def test_own_messages_are_known_also_out_of_sight_the_newest_of_them() -> None:
    timeline = Timeline()
    made = Story(timeline, {})
    made.tell([Event(Kind.MESSAGE, seq, 1, "Ann" if seq % 2 else "Bo", message="x") for seq in range(1, 5_000)], "Ann")
    assert made.is_own(1), "in the timeline"
    assert not made.is_own(2)
    timeline.reset((), older=True)
    assert made.is_own(4_999)
    assert not made.is_own(4_998)
    assert not made.is_own(1), "long ago"
    made.forget_own()
    assert not made.is_own(4_999)
