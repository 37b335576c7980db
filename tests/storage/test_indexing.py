"""No message that holds a word is missed by the index."""

import sqlite3

from hypothesis import example, given
from hypothesis import strategies as st

from chatapp.storage.folding import folded
from chatapp.storage.indexing import MOST_GRAMS, add, available, create, entry, grams, query, remove, room_gram

TEXTS = st.text(st.sampled_from("abAßİﬀ 明日はいｱ👍🏽\u200d\"'*\x00\n\u0301"), max_size=12)


@given(TEXTS, st.integers(0, 12), st.integers(1, 8))
@example("a👍🏽b", 1, 1)
def test_every_gram_of_a_word_is_in_the_entry_of_a_text_that_holds_it(text: str, start: int, length: int) -> None:
    word = folded(text)[start : start + length]
    for gram in grams(word):
        assert len(gram) == 3
        assert gram in entry(1, text)


def test_words_that_the_index_knows() -> None:
    assert grams("ab") == []
    assert grams("д") == []
    assert grams("明") != grams("日") != []
    assert grams("page") == ["pag", "age"]
    assert len(grams("x" * 10 + "y" * 190)) <= MOST_GRAMS


def test_rooms_have_marks_of_their_own() -> None:
    marks = {room_gram(room) for room in [*range(5000), 1 << 22, (1 << 33) - 1]}
    assert len(marks) == 5002
    assert {len(mark) for mark in marks} == {3}


def found(db: sqlite3.Connection, *words: str, room: int | None = None) -> list[int]:
    wanted = [gram for word in words for gram in grams(word)] + ([] if room is None else [room_gram(room)])
    rows = db.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (query(wanted),))
    return [number for (number,) in rows]


def test_what_was_put_in_is_found_until_it_is_taken_out() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    assert available(db)
    create(db)
    texts = ['say "hello" AND go', "hello\x00there", "明日の会議", "HELLO"]
    add(db, [(number, entry(number % 2, text)) for number, text in enumerate(texts, 1)])
    assert found(db, "hello") == [1, 2, 4]
    assert found(db, "hello", room=1) == [1]
    assert found(db, '"hello"', "and") == [1]
    assert found(db, "o\x00t") == [2]
    assert found(db, "会議") == found(db, "明") == [3]
    remove(db, [(4, entry(0, "HELLO"))])
    assert found(db, "hello") == [1, 2]
    create(db)
    assert found(db, "hello") == []
    db.close()


def test_an_sqlite_without_it_is_noticed() -> None:
    class Older(sqlite3.Connection):
        def execute(self, *words: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError("no such module: fts5")

    db = sqlite3.connect(":memory:", factory=Older)
    assert not available(db)
    db.close()
