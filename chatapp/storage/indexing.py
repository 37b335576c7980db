"""The index of words behind searches: FTS5 over trigrams, which any script has.

An entry is one long text for each message: a mark of its room, the message folded, and short groups for scripts whose
words are shorter than three characters. The index holds no texts, and an entry says only that a message is worth a
look: whoever searches compares the message itself.
"""

import re
import sqlite3
from typing import Final

from chatapp.storage import bulk
from chatapp.storage.faults import is_damage
from chatapp.storage.folding import folded
from chatapp.storage.rows import MESSAGE

GRAM: Final = 3
MOST_GRAMS: Final = 12
"""that one word is looked up by"""

# Characters for private use: nobody's words hold them, and where they do, a message is looked at in vain.
_NUL: Final = "\ue000"
_SHORT: Final = "\ue001"
_ROOM: Final = 0xE100
_ROOM_BITS: Final = 11
_TABLES: Final = ("search", "search_data", "search_idx", "search_config", "search_content", "search_docsize")
"""the index and those that FTS5 keeps it in"""
_WIDE: Final = re.compile("[\u2e80-\U0010ffff]+")
"""Han, kana, hangul, emoji: one of them may be a word"""


def available(db: sqlite3.Connection) -> bool:
    """Whether this SQLite has what the index needs."""
    try:
        db.execute("CREATE VIRTUAL TABLE temp.probe USING fts5(text, tokenize='trigram')")
    except sqlite3.OperationalError:
        return False
    db.execute("DROP TABLE temp.probe")
    return True


def create(db: sqlite3.Connection) -> None:
    """Make an empty index, in place of the one there is."""
    db.execute("DROP TABLE IF EXISTS search")
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(entry, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1')"
    )


def strike(db: sqlite3.Connection) -> None:
    """Strike a damaged index, which cannot be taken apart any more, from the list of tables; its pages stay where they
    are. In a transaction, on a connection that has not used the index."""
    db.execute("PRAGMA writable_schema = ON")
    db.executemany("DELETE FROM sqlite_master WHERE name = ?", [(name,) for name in _TABLES])
    db.execute("PRAGMA writable_schema = RESET")


def is_sound(db: sqlite3.Connection) -> bool:
    """Whether the tables of the index, if there are any, can be read. Reads all of them."""
    there = [
        name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE name IN ('search_data','search_idx')")
    ]
    try:
        return all(db.execute(f"PRAGMA quick_check({name})").fetchone()[0] == "ok" for name in there)
    except sqlite3.DatabaseError as problem:
        if is_damage(problem):
            return False
        raise


def entry(room: int, text: str) -> str:
    plain = folded(text).replace("\0", _NUL)
    parts = [room_gram(room), plain]
    for run in set(_WIDE.findall(plain)) if not plain.isascii() else ():
        parts += [f"{one}{_SHORT}{_SHORT}" for one in set(run)]
        parts += [f"{run[at : at + 2]}{_SHORT}" for at in range(len(run) - 1)]
    return "".join(parts)


def add(db: sqlite3.Connection, entries: list[tuple[int, str]]) -> None:
    """Put messages in: numbers and entries."""
    bulk.insert(db, "INSERT INTO search (rowid, entry)", entries)


def remove(db: sqlite3.Connection, entries: list[tuple[int, str]]) -> None:
    """Take messages out: numbers, and the very entries that were put in."""
    rows = [("delete", number, text) for number, text in entries]
    bulk.insert(db, "INSERT INTO search (search, rowid, entry)", rows)


def room_gram(room: int) -> str:
    """What every entry of a room begins with."""
    mask = (1 << _ROOM_BITS) - 1
    return "".join(chr(_ROOM + (room >> shift & mask)) for shift in (2 * _ROOM_BITS, _ROOM_BITS, 0))


def grams(word: str) -> list[str]:
    """What the entry of every message with this word holds; empty where the index does not know such short ones."""
    word = word.replace("\0", _NUL)
    if len(word) >= GRAM:
        last = len(word) - GRAM
        starts = dict.fromkeys([*range(0, last + 1, GRAM), last])
        return [word[at : at + GRAM] for at in list(starts)[:MOST_GRAMS]]
    if _WIDE.fullmatch(word):
        return [word + _SHORT * (GRAM - len(word))]
    return []


def query(found: list[str]) -> str:
    """What to match for entries that hold all of these grams."""
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in dict.fromkeys(found))


def index(db: sqlite3.Connection, after: int, upto: int) -> None:
    """Put the messages after one number and up to another in."""
    rows = bulk.fetch(
        db,
        "number, room, text",
        "FROM events WHERE number > ? AND number <= ? AND kind = ? AND text <> ''",
        (after, upto, MESSAGE),
    )
    add(db, [(number, entry(room, text)) for number, room, text in sorted(rows)])
