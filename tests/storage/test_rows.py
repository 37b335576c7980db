"""What is put into a row comes out of it."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from chatapp.protocol.messages.rich import Event, Kind
from chatapp.rooms.log import Draft
from chatapp.storage import bulk, schema
from chatapp.storage.migrations import migrate
from chatapp.storage.rows import COLUMNS, INTO, KINDS, events, id_key, numbers, row

TEXTS = st.text(st.characters(codec="utf-8"), max_size=5)
SAID = {"author": TEXTS, "person": TEXTS, "id": TEXTS}
DRAFTS = st.one_of(
    st.builds(Draft, st.just(Kind.MESSAGE), **SAID, message=TEXTS, reply_to=st.integers(0, 1 << 60)),
    st.builds(Draft, st.just(Kind.EDIT), **SAID, message=TEXTS, target=st.integers(1, 1 << 60)),
    st.builds(Draft, st.just(Kind.DELETE), **SAID, target=st.integers(1, 1 << 60)),
    st.builds(Draft, st.just(Kind.REACT), **SAID, target=st.integers(1, 9), reaction=TEXTS, on=st.booleans()),
)


@given(DRAFTS)
def test_an_event_comes_out_as_it_went_in(draft: Draft) -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db, schema.STEPS, schema.APPLICATION)
    bulk.insert(db, INTO, [(1, *row(5, 3, draft, 77))])
    rows = db.execute(f"SELECT {COLUMNS} FROM events AS e").fetchall()
    assert list(events(db, rows)) == [
        Event(
            kind=draft.kind.value,
            seq=3,
            ts=77,
            author=draft.author,
            id=draft.id,
            message=draft.message,
            target=draft.target,
            reply_to=draft.reply_to,
            reaction=draft.reaction,
            on=draft.on,
        )
    ]
    db.close()


def test_kinds_keep_their_codes() -> None:
    """They are in files."""
    assert KINDS == (Kind.MESSAGE, Kind.EDIT, Kind.DELETE, Kind.REACT, Kind.REACT)


def test_keys_of_ids_stay_the_same_and_tell_rooms_persons_and_ids_apart() -> None:
    """They are in files."""
    assert id_key(1, "ann", "x") == -9033099972400783541
    assert len({id_key(1, "ann", "x"), id_key(2, "ann", "x"), id_key(1, "bo", "x"), id_key(1, "ann", "y")}) == 4


def test_numbers_are_one_parameter() -> None:
    db = sqlite3.connect(":memory:")
    assert db.execute("SELECT value FROM json_each(?)", (numbers([3, -(1 << 63)]),)).fetchall() == [(3,), (-(1 << 63),)]
    assert db.execute("SELECT value FROM json_each(?)", (numbers([]),)).fetchall() == []
    db.close()
