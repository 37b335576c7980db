import pytest

from chatapp.gui.timeline.spoken import EXCERPT, excerpt, quoted, spoken
from chatapp.session.timeline import Entry, EntryKind, Note, NoteKind, Quote, Reaction, State
from tests.gui.timeline.conftest import NOW


def entry(text: str = "Hello", **fields: object) -> Entry:
    return Entry("Ann", text, NOW, **fields)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (entry(), "Ann, 14:13: Hello"),
        (entry("Hello\x00"), "Ann, 14:13: Hello\ufffd"),
        (entry(edited=True), "Ann, 14:13: Hello (edited)"),
        (entry("", deleted=True, edited=True), "Ann, 14:13: This message was deleted"),
        (entry(reply=Quote(3, "Bo", "who?")), "Ann, 14:13: Hello (in reply to Bo: who?)"),
        (entry(reply=Quote(3)), "Ann, 14:13: Hello (in reply to a message that is not shown here)"),
        (
            entry(reactions=(Reaction("👍", ("Bo", "Cy")), Reaction("❤️", ("Bo",), mine=True))),
            "Ann, 14:13: Hello (reactions: 👍 2, ❤️ 1)",
        ),
        (entry(state=State.SENDING), "Ann, 14:13: Hello (sending)"),
        (
            entry(state=State.FAILED, reason="unknown", problem="The server said no."),
            "Ann, 14:13: Hello (Not sent. The server said no.)",
        ),
        (Entry("", "", NOW, kind=EntryKind.NOTE, notes=(Note(NoteKind.LEFT, "Bo"),)), "Bo left"),
        (Entry("", "", NOW, kind=EntryKind.GAP), "Messages are missing here"),
    ],
)
def test_a_row_is_read_as_author_time_text_and_the_rest(said: Entry, words: str) -> None:
    assert spoken(said) == words


def test_at_the_beginning_of_what_is_kept_a_gap_is_no_fault() -> None:
    assert spoken(Entry("", "", NOW, kind=EntryKind.GAP), beginning=True) == "Older messages are no longer kept here"


def test_a_quote_is_one_line() -> None:
    assert excerpt("one\n\n  two\tthree\x00") == "one two three\ufffd"
    assert len(excerpt("x" * 9_000)) == EXCERPT
    assert quoted(Quote(1, "A\nnn", "")) == "A nn: This message was deleted"


def test_a_message_that_calls_who_hears_it_says_so() -> None:
    said = Entry("Ann", "look, @Bo", NOW)
    assert spoken(said, "bo").endswith(": look, @Bo (mentions you)")
    assert spoken(said, "Chloé").endswith(": look, @Bo")
    assert spoken(Entry("Bo", "look, @Bo", NOW, mine=True), "Bo").endswith(": look, @Bo")


def test_markers_are_not_read_and_quotes_are_said_to_be_some() -> None:
    said = spoken(Entry("Ann", "> **why** not\n`because`", NOW))
    assert said.endswith(": (quote) why not\nbecause")
    assert excerpt("> **why** not\n`because`") == "why not because"
