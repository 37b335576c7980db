"""What every storage does, alike: examples, then any history whatever against a model of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chatapp.protocol.limits import PAGE_BYTES, REACTED, REACTIONS
from chatapp.protocol.messages.base import Cursor, Reason
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.rooms.log import (
    Append,
    Draft,
    DropNote,
    DropRoom,
    DropStay,
    KeepNote,
    KeepStay,
    KnownRoom,
    KnownStay,
    OpenRoom,
    Stored,
    Write,
)
from chatapp.storage import verdict
from chatapp.storage.base import NoRoom, Page, Storage
from chatapp.storage.memory import MemoryStorage
from chatapp.storage.opening import open_storage
from tests.storage.drafts import ANN, BO, delete, edit, message, react, reasons, say, seqs, texts
from tests.storage.model import Model, plain

Make = Callable[[Path], Storage]
STORAGES: dict[str, Make] = {"memory": lambda folder: MemoryStorage(), "sqlite": open_storage}


@pytest.fixture(params=STORAGES)
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    made = STORAGES[request.param](tmp_path)
    yield made
    made.close()


def test_a_room_counts_its_own_events(storage: Storage) -> None:
    storage.commit([OpenRoom("tea", ANN, "e1"), OpenRoom("cake", "", "e2")])
    outcomes = storage.commit([Append("tea", message(), 5), Append("cake", message(), 6), Append("tea", message(), 7)])
    assert outcomes == [Stored("e1", 1, 5), Stored("e2", 1, 6), Stored("e1", 2, 7)]
    assert storage.load()[0] == [KnownRoom("tea", ANN, "e1", 2), KnownRoom("cake", "", "e2", 1)]


def test_an_event_comes_back_as_it_was_given(storage: Storage) -> None:
    say(storage, message("one"), message("two", BO, id="x", reply_to=1))
    assert storage.page("tea", limit=10) == Page(
        "epoch-tea",
        2,
        [
            Event(kind="message", seq=1, ts=1000, author="Ann", message="one"),
            Event(kind="message", seq=2, ts=2000, author="Bo", message="two", id="x", reply_to=1),
        ],
        complete=True,
    )


def test_what_nobody_opened_is_not_there(storage: Storage) -> None:
    assert storage.commit([Append("tea", message()), DropRoom("tea")]) == [verdict.NO_ROOM] * 2
    for ask in (
        lambda: storage.page("tea", limit=1),
        lambda: storage.since("tea", Cursor("e", 0), 1),
        lambda: storage.search("word", "tea", limit=1),
        lambda: storage.events("tea"),
    ):
        with pytest.raises(NoRoom):
            ask()


def test_a_room_is_opened_once_and_begins_anew_after_it_was_dropped(storage: Storage) -> None:
    say(storage, message())
    assert storage.commit([OpenRoom("tea", BO, "other")]) == [verdict.ROOM_THERE]
    assert storage.commit([DropRoom("tea"), OpenRoom("tea", BO, "other")]) == [Stored(), Stored()]
    assert storage.load()[0] == [KnownRoom("tea", BO, "other", 0)]
    assert storage.page("tea", limit=1) == Page("other", 0, [], complete=True)
    assert storage.search("hi", "", limit=1).hits == []


def test_the_same_id_of_the_same_person_is_the_same_event(storage: Storage) -> None:
    say(storage, message("one", id="x"))
    outcomes = say(storage, message("one again", id="x"), message("two", BO, id="x"), message("three", "", id="x"))
    assert outcomes == [
        Stored("epoch-tea", 1, 1000, repeated=True),
        Stored("epoch-tea", 2, 3000),
        Stored("epoch-tea", 3, 4000),
    ]
    assert say(storage, message("four", "", id="x")) == [Stored("epoch-tea", 4, 4000)]  # nobody to know again
    assert say(storage, message("cake", id="x"), room="cake") == [Stored("epoch-cake", 1, 1000)]


def test_within_one_batch_the_same_id_is_the_same_event_as_well(storage: Storage) -> None:
    assert say(storage, message(id="x"), message(id="x"))[1] == Stored("epoch-tea", 1, 1000, repeated=True)
    assert storage.page("tea", limit=9).top == 1


def test_an_answer_is_to_something_that_was_said(storage: Storage) -> None:
    outcomes = say(storage, message(reply_to=1), message(), message(reply_to=2), message(reply_to=-1))
    assert reasons(outcomes) == [Reason.MESSAGE_NOT_FOUND, None, Reason.MESSAGE_NOT_FOUND, Reason.MESSAGE_NOT_FOUND]
    assert reasons(say(storage, message(reply_to=1))) == [None]


def test_an_edit_replaces_the_text_for_all_to_come(storage: Storage) -> None:
    say(storage, message("one"), edit(1, "two"), edit(1, "three"))
    said, first, second = storage.page("tea", limit=9).events
    assert (said.message, said.edited, said.ts) == ("three", 3000, 1000)
    assert (first.kind, first.target, first.message) == ("edit", 1, "")
    assert (second.kind, second.target, second.message) == ("edit", 1, "three")


def test_only_the_same_person_edits(storage: Storage) -> None:
    say(storage, message("one"), message("two", ""))
    outcomes = say(storage, edit(1, "x", BO), edit(1, "x", ""), edit(2, "x", ""), edit(1, "x", BO, moderates=True))
    assert outcomes == [verdict.NOT_THEIRS] * 4
    assert texts(storage.page("tea", limit=9)) == ["one", "two"]


@pytest.mark.parametrize("target", [0, -1, 2, 3, 1 << 70])
def test_only_a_message_that_is_there_is_changed(storage: Storage, target: int) -> None:
    say(storage, message(), edit(1, "edited"))
    outcomes = say(storage, edit(target, "x"), delete(target, moderates=True), react(target))
    assert outcomes == [verdict.NO_MESSAGE] * 3


def test_a_deleted_message_leaves_its_place_and_nothing_else(storage: Storage) -> None:
    say(storage, message("secret", id="x"), edit(1, "secret, too"), react(1), delete(1))
    said, edited, _, deleted = storage.page("tea", limit=9).events
    assert said == Event(kind="message", seq=1, ts=1000, author="Ann", id="x", deleted=True)
    assert edited.message == ""
    assert (deleted.kind, deleted.target) == ("delete", 1)
    assert storage.search("secret", "", limit=9).hits == []
    assert say(storage, edit(1, "back"), react(1)) == [verdict.NO_MESSAGE] * 2


def test_deleting_is_for_the_author_and_for_who_moderates(storage: Storage) -> None:
    say(storage, message(), message(), message("x", ""))
    outcomes = say(storage, delete(1, BO), delete(1, BO, moderates=True), delete(2), delete(3, ""))
    assert reasons(outcomes) == [Reason.NOT_ALLOWED, None, None, Reason.NOT_ALLOWED]
    by = [outcome.moderated for outcome in outcomes if isinstance(outcome, Stored)]
    assert by == [True, False], "who deletes what somebody else said is told so"
    assert say(storage, delete(1, BO, moderates=True))[0].moderated is False


def test_what_is_so_already_is_not_written_again(storage: Storage) -> None:
    say(storage, message(), message(), react(2), delete(1))
    outcomes = say(storage, delete(1), react(2), react(2, "🎉", on=False), react(2, "👍", BO, on=False))
    assert outcomes == [Stored("epoch-tea", 1, 1000, repeated=True)] + [Stored("epoch-tea", 2, 2000, repeated=True)] * 3
    assert storage.page("tea", limit=1).top == 4


def test_reactions_are_shown_by_name_in_the_order_they_came(storage: Storage) -> None:
    say(storage, message(), react(1, "🎉", BO, "Bo"), react(1), react(1, "🎉"), react(1, "👍", BO, "Bo"))
    say(storage, react(1, "🎉", BO, "Bo under another name", on=False), react(1, "👍", "person-3", "Ann"))
    said = storage.page("tea", limit=9).events[0]
    assert said.reactions == {"🎉": ["Ann"], "👍": ["Ann", "Bo"]}


def test_there_is_a_limit_to_different_reactions(storage: Storage) -> None:
    many = [react(1, f"r{n}") for n in range(REACTIONS)]
    assert reasons(say(storage, message(), *many)) == [None] * (REACTIONS + 1)
    assert say(storage, react(1, "one more")) == [verdict.MANY_REACTIONS]
    assert reasons(say(storage, react(1, "r0", BO), react(1, "r1", on=False), react(1, "one more"))) == [None] * 3


def test_there_is_a_limit_to_reactions_in_all(storage: Storage) -> None:
    many = [react(1, person=f"person-{n}") for n in range(REACTED)]
    assert set(reasons(say(storage, message(), *many))) == {None}
    assert say(storage, react(1, person="another")) == [verdict.MANY_REACTED]


def test_who_may_come_back_has_one_token(storage: Storage) -> None:
    storage.commit([KeepStay(ANN, "Ann", "d1"), KeepStay(BO, "Bo", "d2"), KeepStay(ANN, "Anna", "d3")])
    assert sorted(storage.load()[1], key=lambda stay: stay.person) == [
        KnownStay(ANN, "Anna", "d3"),
        KnownStay(BO, "Bo", "d2"),
    ]


def test_rooms_of_who_will_not_come_back_have_no_owner(storage: Storage) -> None:
    storage.commit([KeepStay(ANN, "Ann", "d"), OpenRoom("tea", ANN, "e1"), OpenRoom("cake", BO, "e2")])
    assert storage.commit([DropStay(ANN), DropStay("nobody")]) == [Stored(), Stored()]
    assert storage.load() == ([KnownRoom("tea", "", "e1", 0), KnownRoom("cake", BO, "e2", 0)], [], [])


def test_notes_are_kept_under_kind_and_id(storage: Storage) -> None:
    first, other = KeepNote("ban", "1", "{}"), KeepNote("act", "1", '{"ü": "\\u0000"}')
    storage.commit([first, other, KeepNote("ban", "2", "2"), KeepNote("ban", "1", "[]"), DropNote("ban", "2")])
    assert storage.commit([DropNote("ban", "nothing")]) == [Stored()]
    assert sorted(storage.load()[2], key=str) == [other, KeepNote("ban", "1", "[]")]


def test_pages_lead_through_the_log_in_both_directions(storage: Storage) -> None:
    say(storage, *[message(str(n)) for n in range(1, 8)])
    newest = storage.page("tea", limit=3)
    assert (seqs(newest), newest.complete, newest.top) == ([5, 6, 7], False, 7)
    earlier = storage.page("tea", before=5, limit=4)
    assert (seqs(earlier), earlier.complete) == ([1, 2, 3, 4], True)
    later = storage.page("tea", after=2, limit=3)
    assert (seqs(later), later.complete) == ([3, 4, 5], False)
    last = storage.page("tea", after=5, limit=3)
    assert (seqs(last), last.complete) == ([6, 7], True)


@pytest.mark.parametrize("place", [{"before": 1}, {"before": -5}, {"after": 2}, {"after": 1 << 70}])
def test_beyond_the_ends_there_is_nothing(storage: Storage, place: dict[str, int]) -> None:
    say(storage, message(), message())
    assert storage.page("tea", limit=3, **place) == Page("epoch-tea", 2, [], complete=True)


@pytest.mark.parametrize("place", [{"before": 1 << 70}, {"after": -(1 << 70)}, {"after": 0}, {}])
def test_a_place_far_away_means_the_end_on_its_side(storage: Storage, place: dict[str, int]) -> None:
    say(storage, message(), message())
    assert seqs(storage.page("tea", limit=3, **place)) == [1, 2]


def test_a_page_has_a_limit_of_bytes_and_holds_one_event_anyway(storage: Storage) -> None:
    long = "ü" * (PAGE_BYTES // 2 + 1)
    say(storage, message(long), message(long), message("short"))
    assert seqs(storage.page("tea", limit=9)) == [3]
    assert seqs(storage.page("tea", before=3, limit=9)) == [2]
    assert seqs(storage.page("tea", after=0, limit=9)) == [1]
    assert seqs(storage.page("tea", after=1, limit=9)) == [2]
    found = storage.search("ü", "", limit=9)
    assert [hit.seq for hit in found.hits] == [2]
    assert [hit.seq for hit in storage.search("ü", "", before=found.next, limit=9).hits] == [1]


def test_what_follows_a_cursor(storage: Storage) -> None:
    say(storage, *[message() for _ in range(5)])
    page = storage.since("tea", Cursor("epoch-tea", 2), 2)
    assert (seqs(page), page.complete, page.recovered) == ([3, 4], False, True)
    page = storage.since("tea", Cursor("epoch-tea", 5), 2)
    assert (seqs(page), page.complete, page.recovered) == ([], True, True)


@pytest.mark.parametrize("cursor", [Cursor("other", 2), Cursor("epoch-tea", 6), Cursor("epoch-tea", -1)])
def test_a_cursor_that_nothing_follows_gets_the_newest(storage: Storage, cursor: Cursor) -> None:
    say(storage, *[message() for _ in range(5)])
    page = storage.since("tea", cursor, 2)
    assert (seqs(page), page.complete, page.recovered) == ([4, 5], True, False)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Where is page 12?", "page"),
        ("Where is page 12?", "WHERE 12"),
        ("Where is page 12?", "12? age"),
        ("Die Straße", "STRASSE"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
        ("会議は明日です", "明日"),
        ("会議は明日です", "明"),
        ("ﾃｽﾄ", "テスト"),
        ("see you 🎉", "🎉"),
        ("100% _sure_ 'quoted' \"twice\" * (NEAR)", "100% _sure_ 'quoted' \"twice\" * (near)"),
        ("cafe\u0301", "CAFÉ"),
        ("ok", "k"),
        ("a\x00b\ncd", "a\x00b cd"),
    ],
)
def test_a_search_finds_every_word_whatever_its_dress(storage: Storage, text: str, query: str) -> None:
    say(storage, message("something else"), message(text))
    hits = storage.search(query, "tea", limit=5).hits
    assert hits == [Event(kind="message", seq=2, ts=2000, author="Ann", message=text, room="tea", epoch="epoch-tea")]


@pytest.mark.parametrize("query", ["", "  \n", "tea", "one two three four", "thr_e", "t%"])
def test_a_search_finds_nothing_else(storage: Storage, query: str) -> None:
    say(storage, message("one two"), message("three"), edit(2, "four"))
    assert storage.search(query, "", limit=5).hits == []


def test_hits_are_the_newest_of_all_rooms_first_a_page_at_a_time(storage: Storage) -> None:
    for n in range(1, 4):
        say(storage, message(f"word {n}"), room="tea")
        say(storage, message(f"word {n}"), message("other"), room="cake")
    found, before = [], 0
    for _ in range(3):
        page = storage.search("WORD", "", before=before, limit=2)
        found += [(hit.room, hit.seq) for hit in page.hits]
        before = page.next
    assert before == 0
    assert found == [("cake", 5), ("tea", 3), ("cake", 3), ("tea", 2), ("cake", 1), ("tea", 1)]
    assert [hit.seq for hit in storage.search("word", "cake", limit=9).hits] == [5, 3, 1]
    assert storage.search("word", "cake", limit=3).next == 0


def test_a_search_sees_texts_as_they_are_by_now(storage: Storage) -> None:
    say(storage, message("first text"))
    say(storage, edit(1, "second text"))
    assert storage.search("first", "", limit=5).hits == []
    assert [hit.message for hit in storage.search("second", "", limit=5).hits] == ["second text"]


def test_the_whole_log_ends_where_it_ended_when_it_was_asked_for(storage: Storage) -> None:
    say(storage, *[message(str(n)) for n in range(1, 251)])
    events = storage.events("tea")
    say(storage, message("later"), edit(250, "edited"))
    seen = list(events)
    assert [event.seq for event in seen] == list(range(1, 251))
    assert seen[-1].message == "edited"


def test_an_emptied_room_ends_what_is_being_read_of_it(storage: Storage) -> None:
    say(storage, *[message() for _ in range(250)])
    events = storage.events("tea")
    next(events)
    storage.commit([DropRoom("tea"), OpenRoom("tea", "", "other")])
    storage.commit([Append("tea", message("of the new room"))] * 300)
    assert "of the new room" not in [event.message for event in events]


def test_tidying_ends_and_changes_nothing_that_is_to_be_kept(storage: Storage) -> None:
    say(storage, *[message(f"text {n}") for n in range(1000)], edit(1, "other"), delete(2))
    before = list(storage.events("tea"))
    for _ in range(1000):
        if not storage.tidy(1_000_000.0):
            break
    else:
        pytest.fail("there was always more to do")
    assert list(storage.events("tea")) == before
    assert len(storage.search("text 1", "", limit=300).hits) == 270


def test_an_empty_batch_is_nothing(storage: Storage) -> None:
    assert storage.commit([]) == []


def test_closing_twice_is_closing(storage: Storage) -> None:
    storage.close()
    storage.close()


ROOMS = st.sampled_from(["tea", "cake", "nowhere"])
PEOPLE = st.sampled_from(["", ANN, BO])
IDS = st.sampled_from(["", "", "a", "b"])
TEXTS = st.one_of(
    st.sampled_from(["tea", "cake", "straße", "明日", "ok"]),
    st.text(alphabet=st.sampled_from("abAB ßẞİ明日%_\"'*\x00🎉"), max_size=12),
)
SEQS = st.integers(-1, 12)
SAID = {"author": st.sampled_from(["Ann", "Bo"]), "person": PEOPLE, "id": IDS}
DRAFTS = st.one_of(
    st.builds(Draft, st.just(Kind.MESSAGE), **SAID, message=TEXTS, reply_to=st.sampled_from([0, 0, 1, 3])),
    st.builds(Draft, st.just(Kind.EDIT), **SAID, message=TEXTS, target=SEQS),
    st.builds(Draft, st.just(Kind.DELETE), **SAID, target=SEQS, moderates=st.booleans()),
    st.builds(
        Draft,
        st.just(Kind.REACT),
        **SAID,
        target=SEQS,
        reaction=st.sampled_from(["👍", "🎉"]),
        on=st.booleans(),
    ),
)
APPENDS = st.builds(Append, ROOMS, DRAFTS, st.integers(1, 5).map(lambda seconds: seconds * 1000))
KINDS = st.sampled_from(["ban", "act"])
NOTES = st.sampled_from(["1", "2"])
WRITES = st.one_of(
    APPENDS,
    APPENDS,
    APPENDS,
    st.builds(OpenRoom, ROOMS.filter(lambda room: room != "nowhere"), PEOPLE, st.sampled_from(["e1", "e2", "e3"])),
    st.builds(DropRoom, ROOMS),
    st.builds(KeepStay, st.sampled_from([ANN, BO]), st.sampled_from(["Ann", "Bo"]), st.text("0123", max_size=3)),
    st.builds(DropStay, PEOPLE),
    st.builds(KeepNote, KINDS, NOTES, st.sampled_from(["{}", "[1]", "broken"])),
    st.builds(DropNote, KINDS, NOTES),
)


class Histories(RuleBasedStateMachine):
    """Any batches, and any questions between them."""

    make: Make

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.storage = self.make(Path(self.folder.name))
        self.model = Model()
        self.write([OpenRoom("tea", ANN, "e0")])

    def teardown(self) -> None:
        self.storage.close()
        self.folder.cleanup()

    def write(self, writes: list[Write]) -> None:
        expected = [self.model.commit(write) for write in writes]
        assert [plain(outcome) for outcome in self.storage.commit(writes)] == expected

    @rule(writes=st.lists(WRITES, max_size=8))
    def commit(self, writes: list[Write]) -> None:
        self.write(writes)

    @rule()
    def tidy(self) -> None:
        self.storage.tidy(10.0)

    @precondition(lambda self: self.storage.durable)
    @rule()
    def reopen(self) -> None:
        self.storage.close()
        self.storage = self.make(Path(self.folder.name))

    @rule(room=ROOMS, before=st.none() | SEQS, after=st.none() | SEQS, limit=st.integers(1, 5))
    def page(self, room: str, before: int | None, after: int | None, limit: int) -> None:
        place = {"before": before} if after is None else {"after": after}
        self.same(room, lambda one: one.page(room, limit=limit, **place))

    @rule(room=ROOMS, epoch=st.sampled_from(["e0", "e1", "e2"]), seq=SEQS, limit=st.integers(1, 5))
    def since(self, room: str, epoch: str, seq: int, limit: int) -> None:
        self.same(room, lambda one: one.since(room, Cursor(epoch, seq), limit))

    @rule(room=st.sampled_from(["", "tea", "cake", "nowhere"]), query=TEXTS, limit=st.integers(1, 3))
    def search(self, room: str, query: str, limit: int) -> None:
        if room and room not in self.model.rooms:
            with pytest.raises(NoRoom):
                self.storage.search(query, room, limit=limit)
            return
        hits, before = [], 0
        while True:
            found = self.storage.search(query, room, before=before, limit=limit)
            assert len(found.hits) <= limit
            hits += found.hits
            before = found.next
            if not before:
                break
        assert hits == self.model.search(query, room)

    @invariant()
    def all_is_there(self) -> None:
        rooms, stays, notes = self.storage.load()
        assert (rooms, sorted(stays, key=str), sorted(notes, key=str)) == (
            self.model.load()[0],
            sorted(self.model.load()[1], key=str),
            sorted(self.model.load()[2], key=str),
        )
        for room in self.model.rooms:
            assert list(self.storage.events(room)) == self.model.events(room)

    def same(self, room: str, ask: Callable[[Any], Any]) -> None:
        if room in self.model.rooms:
            assert ask(self.storage) == ask(self.model)
        else:
            with pytest.raises(NoRoom):
                ask(self.storage)


@pytest.mark.parametrize("kind", STORAGES)
def test_any_history(kind: str) -> None:
    class OfThisKind(Histories):
        make = staticmethod(STORAGES[kind])

    case = OfThisKind.TestCase
    case.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
    case("runTest").runTest()
