"""Many rows in one step of SQLite.

Python's lock is given away at every step, and beside a busy event loop each way back to it takes a while. Row by row, a
page or a batch would wait for it hundreds of times.
"""

import sqlite3
from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Any, Final

import msgspec

_COUNTS: Final = (256, 64, 16, 4, 1)
"""so many rows one statement inserts: few statements to know, and few to write any number of rows"""

_decode = msgspec.json.Decoder(list[list[Any]]).decode


def insert(db: sqlite3.Connection, into: str, rows: Sequence[Sequence[object]]) -> None:
    """Insert all rows, which have as many values each; `into` is the statement as far as VALUES."""
    if not rows:
        return
    width, done = len(rows[0]), 0
    most = db.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    for count in _COUNTS:
        while count * width <= most and len(rows) - done >= count:
            db.execute(_statement(into, width, count), list(chain.from_iterable(rows[done : done + count])))
            done += count


def fetch(
    db: sqlite3.Connection, columns: str, rest: str, parameters: Sequence[object] | dict[str, object]
) -> list[list[Any]]:
    """All rows of `SELECT columns rest`, in any order. Columns are told by their bare names, apart by ", ". Raises
    sqlite3.Error."""
    (found,) = db.execute(
        f"SELECT json_group_array(json_array({_names(columns)})) FROM (SELECT {columns} {rest})",  # noqa: S608  # constants
        parameters,
    ).fetchone()
    try:
        return _decode(found)
    except (msgspec.DecodeError, UnicodeError) as problem:  # what stands there is no text any more
        raise damaged(str(problem)) from problem


def damaged(what: str) -> sqlite3.DatabaseError:
    """The error of SQLite's for a file that holds what nobody wrote."""
    problem = sqlite3.DatabaseError(what)
    problem.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return problem


@cache
def _statement(into: str, width: int, count: int) -> str:
    values = f"({','.join('?' * width)})"
    return f"{into} VALUES {','.join([values] * count)}"


@cache
def _names(columns: str) -> str:
    return ", ".join(column.rpartition(".")[2] for column in columns.split(", "))
