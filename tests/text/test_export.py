import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.text.export import FORMS, QUOTED, document

AT = int(datetime(2026, 11, 23, 9, 41, 5, tzinfo=UTC).timestamp() * 1000)


@dataclass
class Message:
    seq: int = 1
    author: str = "Ann"
    message: str = "Hello"
    ts: int = AT
    reply_to: int = 0
    edited: int = 0
    deleted: bool = False
    reactions: Mapping[str, Sequence[str]] = field(default_factory=dict)


def whole(form: str, *messages: Message, room: str = "music", hours: int = 0) -> str:
    return "".join(document(form, room, messages, timezone(timedelta(hours=hours))))


def lines(*messages: Message) -> list[str]:
    return whole("txt", *messages).splitlines()[2:]


def test_a_line_has_day_time_author_and_text() -> None:
    assert whole("txt", Message()) == "#music\n\n2026-11-23 09:41:05 Ann: Hello\n"
    assert whole("txt", Message(), hours=2).endswith("2026-11-23 11:41:05 Ann: Hello\n")


def test_a_line_says_what_became_of_the_message() -> None:
    assert lines(
        Message(1, "Ann", "Who has\npage 12?", edited=AT),
        Message(2, "Bo", "I do", reply_to=1, reactions={"👍": ["Ann", "Cy"], "❤": ["Ann"]}),
        Message(3, "Cy", "", deleted=True, edited=AT),
        Message(4, "Bo", "oh", reply_to=3),
        Message(5, "Bo", "?", reply_to=400),
    ) == [
        "2026-11-23 09:41:05 Ann: Who has ↵ page 12? (edited)",
        "2026-11-23 09:41:05 Bo: [reply to Ann: Who has ↵ page 12?] I do [👍 Ann, Cy · ❤ Ann]",
        "2026-11-23 09:41:05 Cy: (deleted)",
        "2026-11-23 09:41:05 Bo: [reply to Cy: deleted] oh",
        "2026-11-23 09:41:05 Bo: [reply to an earlier message] ?",
    ]


def test_long_messages_are_quoted_by_their_beginning() -> None:
    (_, line) = lines(Message(1, message="a" * 4000), Message(2, reply_to=1))
    assert f"[reply to Ann: {'a' * 59}…] Hello" in line


def test_a_room_however_long_is_quoted_from_its_latest_messages_alone() -> None:
    many = [Message(seq, message=f"n{seq}") for seq in range(1, QUOTED + 2)]
    *_, late, early = lines(*many, Message(QUOTED + 2, reply_to=3), Message(QUOTED + 3, reply_to=1))
    assert "[reply to Ann: n3]" in late
    assert "[reply to an earlier message]" in early


def test_a_line_steers_no_terminal() -> None:
    assert lines(Message(message="\x1b[2J\x07 \u2028")) == ["2026-11-23 09:41:05 Ann: \ufffd[2J\ufffd \ufffd"]


def test_json_has_a_stable_shape() -> None:
    said = Message(2, "Bo", "I\ndo", reply_to=1, edited=AT + 1000, reactions={"👍": ["Ann"]})
    found = json.loads(whole("json", Message(), said, Message(3, message="", deleted=True), hours=5))
    assert found == {
        "room": "music",
        "messages": [
            {"seq": 1, "time": "2026-11-23T09:41:05.000Z", "from": "Ann", "message": "Hello"},
            {
                "seq": 2,
                "time": "2026-11-23T09:41:05.000Z",
                "from": "Bo",
                "message": "I\ndo",
                "replyTo": 1,
                "edited": "2026-11-23T09:41:06.000Z",
                "reactions": {"👍": ["Ann"]},
            },
            {"seq": 3, "time": "2026-11-23T09:41:05.000Z", "from": "Ann", "message": "", "deleted": True},
        ],
    }


def test_an_empty_room_is_a_document_too() -> None:
    assert json.loads(whole("json")) == {"room": "music", "messages": []}
    assert whole("txt") == "#music\n\n"
    assert "<h1><bdi>#music</bdi></h1>" in whole("html")


def test_a_page_shows_everything() -> None:
    page = whole(
        "html",
        Message(1, "Ann", "see https://example.org/a?b&c", edited=AT),
        Message(2, "Bo", "fine", reply_to=1, reactions={"👍": ["Ann"]}, ts=AT + 86_400_000),
        Message(3, deleted=True),
    )
    assert '<a href="https://example.org/a?b&amp;c" rel="noreferrer">https://example.org/a?b&amp;c</a>' in page
    assert '<article id="m2">' in page
    assert 'href="#m1"' in page
    assert "↩ Ann: see https://example.org/a?b&amp;c" in page
    assert "<li>👍 Ann</li>" in page
    assert "This message was deleted." in page
    assert re.findall("<h2>(.*)</h2>", page) == [
        "Monday, 23 November 2026",
        "Tuesday, 24 November 2026",
        "Monday, 23 November 2026",
    ]


def test_what_people_write_is_never_markup() -> None:
    evil = "<img src=x onerror=alert(1)>\"'&"
    said = Message(1, evil, evil, reactions={evil: [evil]})
    page = whole("html", said, Message(2, reply_to=1), room=f"{evil}{{title}}")
    assert "<img" not in page
    assert page.count("&lt;img src=x") == 8


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


text = st.text(st.characters(codec=None), max_size=20)
messages = st.lists(
    st.builds(
        Message,
        st.integers(1, 9),
        text,
        text,
        st.integers(-(2**62), 2**62),
        st.integers(0, 9),
        st.integers(0, 2**62),
        st.booleans(),
        st.dictionaries(text, st.lists(text, max_size=3), max_size=3),
    ),
    max_size=4,
)


@given(messages, text, st.sampled_from(sorted(FORMS)))
def test_whatever_a_server_sends_makes_a_whole_document(said: list[Message], room: str, form: str) -> None:
    found = "".join(document(form, room, said))
    match form:
        case "txt":
            found.encode()
            assert len(found.split("\n")) == len(said) + 3
        case "json":
            found.encode()
            assert [one["message"] for one in json.loads(found)["messages"]] == [one.message for one in said]
        case "html":
            found.encode()
            tags = Tags()
            tags.feed(found)
            assert tags.open == []


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        list(document("pdf", "music", []))
