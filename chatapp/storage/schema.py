"""The tables of a history, as the steps that made them: `migrations.py` takes a file through them. A step is never
changed once it was released; what is new is a step at the end."""

from typing import Final

APPLICATION: Final = 0x43484154
"""“CHAT”: tells a history from any other SQLite database"""

STEPS: Final = (
    """
    -- How far the work that waits has come: `ids` and `indexed` are numbers of events.
    CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO state VALUES ('ids', 0), ('indexed', 0);

    -- A room without a name is gone; its events follow it little by little. An id is never used again.
    CREATE TABLE rooms (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT UNIQUE,
        owner TEXT NOT NULL,
        epoch TEXT NOT NULL,
        first INTEGER NOT NULL DEFAULT 1   -- the seq of the first event kept, or of the next one
    );

    -- The events of all rooms in the order of writing.
    CREATE TABLE events (
        number INTEGER PRIMARY KEY,
        room INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        kind INTEGER NOT NULL,             -- an index into rows.KINDS
        ts INTEGER NOT NULL,
        author TEXT NOT NULL,
        person TEXT NOT NULL,
        id TEXT NOT NULL,
        target INTEGER NOT NULL,           -- of a message: what it answers; 0 for nothing
        text TEXT NOT NULL,                -- of a reaction: the emoji; of a message: the text as it is by now
        edited INTEGER,                    -- of a message, here and below: when
        edit INTEGER,                      -- the seq of the newest edit
        deleted INTEGER,
        reacted INTEGER                    -- there may be rows in `reactions`
    );
    CREATE UNIQUE INDEX places ON events (room, seq);

    -- Where an event stands whose person gave it an id; `key` is rows.id_key(). Events after state.ids are not in it.
    CREATE TABLE ids (key INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;

    CREATE TABLE reactions (
        message INTEGER NOT NULL,          -- events.number
        reaction TEXT NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        number INTEGER NOT NULL,           -- events.number of the reaction itself
        PRIMARY KEY (message, reaction, person)
    ) WITHOUT ROWID;

    CREATE TABLE stays (person TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    -- What a server remembers beside its rooms, as JSON.
    CREATE TABLE notes (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;
    """,
)
