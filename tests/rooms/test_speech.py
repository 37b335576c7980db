"""What is said gets its place in the log, and goes to everybody in the form that they understand."""

import pytest

from chatapp.protocol.limits import ID, MESSAGE, PAGE, QUERY, RESULTS
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import (
    CreateRoom,
    Cursor,
    Error,
    Identify,
    JoinRoom,
    LeaveRoom,
    Message,
    Reason,
    Rename,
    SendMessage,
)
from chatapp.protocol.messages.rich import (
    Ack,
    DeleteMessage,
    EditMessage,
    Event,
    GetHistory,
    History,
    React,
    Search,
    WatchRoom,
)
from chatapp.rooms.effects import Broadcast, Find, Group, ReadPage, Send
from chatapp.rooms.log import Append, Draft
from chatapp.rooms.speech import SEQ
from tests.rooms.shell import FULL, Shell, come, refusal

EPOCH = "tea's epoch"


@pytest.fixture
def tea() -> Shell:
    """Ann, who owns it, and Bo, who both negotiated, and Cy, who did not, are in `tea`; Di watches it.

    Ann said “one” (1), Cy said “two” (2).
    """
    shell = Shell()
    for name in ("Ann", "Bo", "Di"):
        come(shell, name)
    shell.connect("Cy")
    shell.ask("Cy", Identify("Cy"))
    shell.ask("Ann", CreateRoom("tea"))
    for name in ("Ann", "Bo", "Cy"):
        shell.ask(name, JoinRoom("tea"))
    shell.ask("Di", WatchRoom("tea"))
    shell.ask("Ann", SendMessage("one", "tea", "a1"))
    shell.ask("Cy", SendMessage("two", "tea"))
    shell.frames.clear()
    return shell


def epoch(shell: Shell) -> str:
    return shell.storage.page("tea", limit=1).epoch


def ts(shell: Shell, seq: int) -> int:
    [event] = shell.storage.page("tea", after=seq - 1, limit=1).events
    return event.ts


def test_a_message_in_both_forms_and_its_ack(tea: Shell) -> None:
    assert tea.ask("Bo", SendMessage("hi", "tea", "b1", reply_to=2, ref="r")) == [
        Broadcast("tea", Group.PLAIN, ("Cy",), Message("Bo", "tea", "hi")),
        Broadcast(
            "tea", Group.RICH, ("Ann", "Bo", "Di"), Message("Bo", "tea", "hi", "b1", epoch(tea), 3, ts(tea, 3), 2)
        ),
        Send("Bo", Ack("tea", epoch(tea), 3, ts(tea, 3), "b1", "r")),
    ]


def test_what_a_base_client_says_has_its_place_too(tea: Shell) -> None:
    assert tea.ask("Cy", SendMessage("hi", "tea", "c1", 99, "r")) == [
        Broadcast("tea", Group.PLAIN, ("Cy",), Message("Cy", "tea", "hi")),
        Broadcast("tea", Group.RICH, ("Ann", "Bo", "Di"), Message("Cy", "tea", "hi", "", epoch(tea), 3, ts(tea, 3))),
    ]
    assert tea.writes[-1] == Append("tea", Draft("message", "Cy", message="hi"), ts(tea, 3))


def test_who_negotiated_something_else_is_heard_as_a_base_client(tea: Shell) -> None:
    come(tea, "Ed", "presence")
    tea.ask("Ed", JoinRoom("tea"))
    assert tea.ask("Ed", SendMessage("hi", "tea", "e1", 99, "r")) == [
        Broadcast("tea", Group.PLAIN, ("Cy", "Ed"), Message("Ed", "tea", "hi")),
        Broadcast("tea", Group.RICH, ("Ann", "Bo", "Di"), Message("Ed", "tea", "hi", "", epoch(tea), 3, ts(tea, 3))),
    ]
    assert tea.ask("Ed", SendMessage("", "tea", ref="r"))[0].message.ref == "r"  # type: ignore[union-attr]  # a Send


def test_the_same_id_again_is_the_same_message(tea: Shell) -> None:
    assert tea.ask("Ann", SendMessage("anything", "tea", "a1", ref="again")) == [
        Send("Ann", Ack("tea", epoch(tea), 1, ts(tea, 1), "a1", "again")),
    ]
    assert len(tea.ask("Bo", SendMessage("mine", "tea", "a1"))) == 3, "an id is its person's own"


def test_the_answered_message_has_to_be_there(tea: Shell) -> None:
    assert refusal(tea.ask("Bo", SendMessage("hi", "tea", reply_to=3))) == Reason.MESSAGE_NOT_FOUND
    assert refusal(tea.ask("Bo", SendMessage("hi", "tea", reply_to=-1))) == Reason.BAD_REQUEST


def test_an_edit_is_an_event_and_for_base_clients_a_message(tea: Shell) -> None:
    tea.ask("Ann", Rename("Anna"))
    assert tea.ask("Ann", EditMessage("tea", 1, "uno", "a2", "r")) == [
        Broadcast("tea", Group.PLAIN, ("Cy",), Message("Anna", "tea", "(edited) uno")),
        Broadcast(
            "tea",
            Group.RICH,
            ("Ann", "Bo", "Di"),
            Event("edit", 3, ts(tea, 3), "Anna", "tea", epoch(tea), "a2", "uno", 1),
        ),
        Send("Ann", Ack("tea", epoch(tea), 3, ts(tea, 3), "a2", "r")),
    ]


def test_a_deletion_and_a_reaction_are_events_that_base_clients_do_not_see(tea: Shell) -> None:
    assert tea.ask("Bo", React("tea", 2, "👍", id="b1", ref="r")) == [
        Broadcast(
            "tea",
            Group.RICH,
            ("Ann", "Bo", "Di"),
            Event("react", 3, ts(tea, 3), "Bo", "tea", epoch(tea), "b1", target=2, reaction="👍"),
        ),
        Send("Bo", Ack("tea", epoch(tea), 3, ts(tea, 3), "b1", "r")),
    ]
    assert tea.ask("Bo", React("tea", 2, "👍", on=False))[0] == Broadcast(
        "tea",
        Group.RICH,
        ("Ann", "Bo", "Di"),
        Event("react", 4, ts(tea, 4), "Bo", "tea", epoch(tea), target=2, reaction="👍", on=False),
    )
    assert tea.ask("Ann", DeleteMessage("tea", 1, "a2", "r")) == [
        Broadcast(
            "tea",
            Group.RICH,
            ("Ann", "Bo", "Di"),
            Event("delete", 5, ts(tea, 5), "Ann", "tea", epoch(tea), "a2", target=1),
        ),
        Send("Ann", Ack("tea", epoch(tea), 5, ts(tea, 5), "a2", "r")),
    ]
    assert tea.take("Cy") == []


@pytest.mark.parametrize(
    ("who", "request_", "why"),
    [
        ("Bo", EditMessage("tea", 1, "no"), Reason.NOT_ALLOWED),
        ("Ann", EditMessage("tea", 2, "no"), Reason.NOT_ALLOWED),
        ("Bo", DeleteMessage("tea", 1), Reason.NOT_ALLOWED),
        ("Ann", DeleteMessage("tea", 2), None),
        ("Bo", DeleteMessage("tea", 3), Reason.MESSAGE_NOT_FOUND),
        ("Bo", React("tea", 3, "👍"), Reason.MESSAGE_NOT_FOUND),
        ("Ann", EditMessage("tea", 3, "no"), Reason.MESSAGE_NOT_FOUND),
        ("Ann", EditMessage("tea", 0, "no"), Reason.BAD_REQUEST),
        ("Ann", EditMessage("tea", SEQ + 1, "no"), Reason.BAD_REQUEST),
        ("Ann", EditMessage("tea", 1, ""), Reason.EMPTY_MESSAGE),
        ("Ann", EditMessage("tea", 1, "x" * (MESSAGE + 1)), Reason.MESSAGE_TOO_LONG),
        ("Ann", EditMessage("tea", 1, "x", "i" * (ID + 1)), Reason.BAD_REQUEST),
        ("Ann", SendMessage("x", "tea", "i" * ID), None),
        ("Ann", SendMessage("x", "tea", "i" * (ID + 1)), Reason.BAD_REQUEST),
        ("Ann", React("tea", 1, ""), Reason.BAD_REQUEST),
        ("Ann", React("tea", 1, "ok"), Reason.BAD_REQUEST),
        ("Ann", React("tea", 1, "👍👍"), Reason.BAD_REQUEST),
        ("Di", EditMessage("tea", 1, "no"), Reason.NOT_IN_ROOM),
        ("Di", DeleteMessage("tea", 1), Reason.NOT_IN_ROOM),
        ("Di", React("tea", 1, "👍"), Reason.NOT_IN_ROOM),
        ("Di", EditMessage("", 1, "no"), Reason.NO_ROOM_SPECIFIED),
        ("Di", DeleteMessage("nowhere", 1), Reason.ROOM_NOT_FOUND),
    ],
)
def test_who_may_do_what_to_which_message(tea: Shell, who: str, request_: Request, why: Reason | None) -> None:
    assert refusal(tea.ask(who, request_)) == why


def test_a_freed_name_edits_nothing(tea: Shell) -> None:
    tea.leave("Ann", polite=True)
    come(tea, "thief", name="Ann")
    tea.ask("thief", JoinRoom("tea"))
    assert refusal(tea.ask("thief", EditMessage("tea", 1, "no"))) == Reason.NOT_ALLOWED
    assert refusal(tea.ask("thief", DeleteMessage("tea", 1))) == Reason.NOT_ALLOWED


def test_the_owner_need_not_be_in_the_room_to_delete_in_it(tea: Shell) -> None:
    tea.ask("Ann", LeaveRoom("tea"))
    assert refusal(tea.ask("Ann", DeleteMessage("tea", 2))) is None
    assert refusal(tea.ask("Ann", EditMessage("tea", 1, "no"))) == Reason.NOT_IN_ROOM


def test_what_is_not_stored_is_told_to_its_author_alone(tea: Shell) -> None:
    tea.full = True
    assert tea.ask("Cy", SendMessage("hi", "tea")) == [Send("Cy", Error(FULL.reason, FULL.detail))]
    assert tea.ask("Ann", SendMessage("hi", "tea", "a2", ref="r")) == [
        Send("Ann", Error(FULL.reason, FULL.detail, "r"))
    ]
    assert tea.frames.keys() == {"Ann", "Cy"}
    tea.full = False
    tea.ask("Ann", SendMessage("hi", "tea", "a2", ref="r"))
    assert [frame.seq for frame in tea.take("Di") if isinstance(frame, Message)] == [3], "nothing was used up"


def test_those_get_a_message_who_were_there_when_it_was_said(tea: Shell) -> None:
    tea.held = True
    tea.ask("Bo", SendMessage("before", "tea"))
    tea.ask("Bo", LeaveRoom("tea"))
    tea.ask("Cy", SendMessage("after", "tea"))
    assert tea.frames == {}
    tea.release()
    assert [frame.message for frame in tea.take("Bo") if isinstance(frame, Message)] == ["before"]
    assert [frame.message for frame in tea.take("Cy") if isinstance(frame, Message)] == ["before", "after"]


def test_a_page_is_read_for_everybody_who_negotiated_history(tea: Shell) -> None:
    come(tea, "Ed", "history")
    assert tea.ask("Ed", GetHistory("tea", ref="r")) == [ReadPage("Ed", "tea", PAGE, ref="r")]
    assert tea.ask("Ed", GetHistory(" tea ", before=2, limit=1)) == [ReadPage("Ed", "tea", 1, before=2)]
    assert tea.ask("Ed", GetHistory("tea", after=0, limit=PAGE + 1)) == [ReadPage("Ed", "tea", PAGE, after=0)]
    pages = [frame for frame in tea.take("Ed") if isinstance(frame, History)]
    assert [[event.message for event in page.events] for page in pages] == [["one", "two"], ["one"], ["one", "two"]]
    assert [page.ref for page in pages] == ["r", "", ""]


@pytest.mark.parametrize(
    ("request_", "why"),
    [
        (GetHistory("tea", before=2, after=1), Reason.BAD_REQUEST),
        (GetHistory("tea", before=-1), Reason.BAD_REQUEST),
        (GetHistory("tea", after=SEQ + 1), Reason.BAD_REQUEST),
        (GetHistory("tea", limit=-1), Reason.BAD_REQUEST),
        (GetHistory("nowhere"), Reason.ROOM_NOT_FOUND),
        (GetHistory(), Reason.NO_ROOM_SPECIFIED),
        (JoinRoom("tea", Cursor("e", -1)), Reason.BAD_REQUEST),
        (JoinRoom("tea", Cursor("e" * (ID + 1), 1)), Reason.BAD_REQUEST),
        (WatchRoom("tea", Cursor("e", SEQ + 1)), Reason.BAD_REQUEST),
        (Search(""), Reason.BAD_REQUEST),
        (Search(" \n"), Reason.BAD_REQUEST),
        (Search("x" * (QUERY + 1)), Reason.BAD_REQUEST),
        (Search("x", before=-1), Reason.BAD_REQUEST),
        (Search("x", limit=-1), Reason.BAD_REQUEST),
        (Search("x", "nowhere"), Reason.ROOM_NOT_FOUND),
    ],
)
def test_what_cannot_be_read(tea: Shell, request_: Request, why: Reason) -> None:
    come(tea, "Ed")
    assert refusal(tea.ask("Ed", request_)) == why
    assert list(tea.hub.rooms_of("Ed")) == ["default"]


def test_a_search_in_one_room_or_all(tea: Shell) -> None:
    assert tea.ask("Bo", Search("one", ref="r")) == [Find("Bo", "one", "", RESULTS, 0, "r")]
    assert tea.ask("Bo", Search("x" * QUERY, " tea ", 5, 7)) == [Find("Bo", "x" * QUERY, "tea", 7, 5)]
