"""How events stand in the tables, and come back from them."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any, Final

from chatapp.protocol.messages.rich import Event, Kind
from chatapp.rooms.log import Draft

MESSAGE: Final = 0
REACT: Final = 3
TAKE_BACK: Final = 4
KINDS: Final = (Kind.MESSAGE, Kind.EDIT, Kind.DELETE, Kind.REACT, Kind.REACT)
_CODES: Final = {Kind.MESSAGE: MESSAGE, Kind.EDIT: 1, Kind.DELETE: 2, Kind.REACT: REACT}

INTO: Final = "INSERT INTO events (number, room, seq, kind, ts, author, person, id, target, text)"
COLUMNS: Final = "e.number, e.seq, e.kind, e.ts, e.author, e.id, e.target, e.text, e.edited, e.deleted, e.reacted"
"""what `events` takes, of `events AS e`"""

Row = tuple[int, int, int, int, str, str, str, int, str]
"""of INTO, after the number"""


def row(room: int, seq: int, draft: Draft, ts: int) -> Row:
    kind = draft.kind
    if kind is Kind.MESSAGE:
        return room, seq, MESSAGE, ts, draft.author, draft.person, draft.id, draft.reply_to, draft.message
    code, text = _CODES[kind], draft.message
    if kind is Kind.REACT:
        code, text = (REACT if draft.on else TAKE_BACK), draft.reaction
    return room, seq, code, ts, draft.author, draft.person, draft.id, draft.target, text


def id_key(room: int, person: str, given: str) -> int:
    """Under which a person's id stands in `ids`. Different ones may share it."""
    digest = blake2b(f"{room}\n{person}\n{given}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def events(db: sqlite3.Connection, rows: Sequence[Sequence[Any]]) -> Iterator[Event]:
    """The events of rows of COLUMNS, and perhaps two more: room and epoch."""
    reactions = _reactions(db, [number for number, *_, reacted in (one[:11] for one in rows) if reacted])
    for number, seq, kind, ts, author, given, target, text, edited, deleted, _, *placed in rows:
        is_message, is_reaction = kind == MESSAGE, kind in (REACT, TAKE_BACK)
        room, epoch = placed or ("", "")
        yield Event(
            kind=KINDS[kind].value,
            seq=seq,
            ts=ts,
            author=author,
            room=room,
            epoch=epoch,
            id=given,
            message="" if is_reaction else text,
            target=0 if is_message else target,
            reply_to=target if is_message else 0,
            reaction=text if is_reaction else "",
            on=kind != TAKE_BACK,
            edited=edited or 0,
            deleted=bool(deleted),
            reactions=reactions.get(number, {}),
        )


def _reactions(db: sqlite3.Connection, messages: list[int]) -> dict[int, dict[str, list[str]]]:
    found: dict[int, dict[str, dict[str, None]]] = {}
    if messages:
        rows = db.execute(
            "SELECT message, reaction, name FROM reactions"
            " WHERE message IN (SELECT value FROM json_each(?)) ORDER BY message, number",
            (numbers(messages),),
        )
        for message, reaction, name in rows:
            found.setdefault(message, {}).setdefault(reaction, {})[name] = None
    return {message: {one: list(names) for one, names in some.items()} for message, some in found.items()}


def numbers(of: Iterable[int]) -> str:
    """Any number of numbers as one parameter, for `json_each`."""
    return f"[{','.join(map(str, of))}]"
