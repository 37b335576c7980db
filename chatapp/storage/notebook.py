"""What a window is not done with, by server: unsent messages, drafts, marks of reading, the token to come back. And
whom the person has met, anywhere.

Reading is from memory; writing is a thread's work, so a slow disk never holds up a window. One program at a time has a
notebook; a second one borrows it, and notes nothing.
"""

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout
from msgspec.structs import replace

from chatapp.protocol.limits import PEOPLE_MET
from chatapp.protocol.messages.base import Cursor
from chatapp.session import sendable
from chatapp.session.keeping import DropMessage, Keeping, KeepMessage, KeepPerson, KeepToken, Kept
from chatapp.storage.connecting import reading, set_aside, writing
from chatapp.storage.faults import is_damage
from chatapp.storage.hosts import TABLE, Hosts
from chatapp.storage.migrations import Foreign, migrate

STEPS: Final = (
    """
    CREATE TABLE message (place INTEGER PRIMARY KEY, server TEXT, id TEXT, room TEXT, text TEXT, reply_to INTEGER,
        wall REAL, epoch TEXT, seq INTEGER, UNIQUE (server, id));
    CREATE TABLE draft (server TEXT, room TEXT, text TEXT, PRIMARY KEY (server, room)) WITHOUT ROWID;
    CREATE TABLE mark (server TEXT, room TEXT, epoch TEXT, seq INTEGER, PRIMARY KEY (server, room)) WITHOUT ROWID;
    CREATE TABLE token (server TEXT PRIMARY KEY, token TEXT) WITHOUT ROWID;
    """,
    TABLE,
    """
    ALTER TABLE token ADD COLUMN pin TEXT NOT NULL DEFAULT '';
    CREATE TABLE person (key TEXT PRIMARY KEY, name TEXT, at REAL) WITHOUT ROWID;
    """,
)
"""as in `migrations.migrate`"""
APPLICATION: Final = 0x43484E42
"""“CHNB”: tells a notebook from any other SQLite database"""

Work = Callable[[sqlite3.Connection], object]

_log = logging.getLogger(__name__)


class NotebookInUse(Exception):
    """Another program of this person has it."""


class Notebook:
    """Opened with `open_notebook`. Its methods are for one thread; none but `sync` and `close` waits for the disk."""

    def __init__(self, connection: sqlite3.Connection | None, lock: FileLock | None = None) -> None:
        """Without a connection nothing outlives the program."""
        self._lock = lock
        self.hosts = Hosts(lambda statement, values: self._do(_sql(statement, *values)))
        """whom the person has met at which address"""
        self._kept: dict[str, Kept] = {}
        self._drafts: dict[str, dict[str, str]] = {}
        self._people: dict[str, KeepPerson] = {}
        self._work: queue.SimpleQueue[Work | threading.Event | None] = queue.SimpleQueue()
        """what the writer does; an event is set once everything before it is written; None ends it"""
        self._writer: threading.Thread | None = None
        if connection is not None:
            self._read(connection)
            self._writer = threading.Thread(target=self._write, args=(connection,), name="chatapp-notebook")
            self._writer.start()

    # What there is

    def kept(self, server: str) -> Kept:
        """What the last session with that server left, and who was met in any."""
        return replace(self._left(server), people=tuple(self._people.values()))

    def _left(self, server: str) -> Kept:
        return self._kept.get(server, Kept())

    def drafts(self, server: str) -> Mapping[str, str]:
        """Text written and not sent, by room."""
        return dict(self._drafts.get(server, {}))

    # What is to be kept

    def keep(self, server: str, keeping: Iterable[Keeping]) -> None:
        """Note what a session wants to survive."""
        for one in keeping:
            kept = self._left(server)
            match one:
                case KeepMessage(id=id_):
                    others = tuple(message for message in kept.messages if message.id != id_)
                    known = len(others) != len(kept.messages)
                    messages = tuple(one if m.id == id_ else m for m in kept.messages) if known else (*others, one)
                    self._kept[server] = replace(kept, messages=messages)
                    self._do(_put_message(server, one))
                case DropMessage(id_):
                    left = tuple(message for message in kept.messages if message.id != id_)
                    self._kept[server] = replace(kept, messages=left)
                    self._do(_sql("DELETE FROM message WHERE server = ? AND id = ?", server, id_))
                case KeepToken(token, pin):
                    self._kept[server] = replace(kept, token=token, pin=pin)
                    self._do(
                        _sql("INSERT OR REPLACE INTO token (server, token, pin) VALUES (?, ?, ?)", server, token, pin)
                    )
                case KeepPerson():
                    self._keep_person(one)

    def _keep_person(self, person: KeepPerson) -> None:
        """Whoever was not met for longest makes room."""
        self._people.pop(person.key, None)
        if len(self._people) >= PEOPLE_MET:
            oldest = min(self._people.values(), key=lambda known: known.at)
            del self._people[oldest.key]
            self._do(_sql("DELETE FROM person WHERE key = ?", oldest.key))
        self._people[person.key] = person
        self._do(_sql("INSERT OR REPLACE INTO person VALUES (?, ?, ?)", person.key, person.name, person.at))

    def keep_drafts(self, server: str, drafts: Mapping[str, str]) -> None:
        """Note what stands in the composers of the rooms; the earlier drafts are forgotten."""
        before, now = self._drafts.get(server, {}), {room: sendable.text(text) for room, text in drafts.items() if text}
        self._drafts[server] = now
        for room in before.keys() - now.keys():
            self._do(_sql("DELETE FROM draft WHERE server = ? AND room = ?", server, room))
        for room, text in now.items():
            if before.get(room) != text:
                self._do(_sql("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", server, room, text))

    def keep_marks(self, server: str, marks: Mapping[str, Cursor]) -> None:
        """Note how far each room was read; the earlier marks are forgotten."""
        kept = self._left(server)
        if dict(kept.marks) == dict(marks):
            return
        self._kept[server] = replace(kept, marks=dict(marks))
        rows = [(server, room, mark.epoch, mark.seq) for room, mark in marks.items()]

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM mark WHERE server = ?", (server,))
            connection.executemany("INSERT INTO mark VALUES (?, ?, ?, ?)", rows)

        self._do(work)

    # The disk

    def sync(self) -> None:
        """Wait until everything noted so far is on the disk, or the disk has refused it."""
        if self._writer is not None:
            written = threading.Event()
            self._work.put(written)
            written.wait()

    def close(self) -> None:
        """Write what is noted, and end. Nothing may be asked afterwards; doing it again does nothing."""
        writer, self._writer = self._writer, None
        if writer is not None:
            self._work.put(None)
            writer.join()
        if self._lock is not None:
            self._lock.release()

    def _do(self, work: Work) -> None:
        if self._writer is not None:
            self._work.put(work)

    def _write(self, connection: sqlite3.Connection) -> None:
        """The writer's thread: whatever has gathered is one transaction, which is on the disk before the next begins.
        What the disk would not take is tried again with what comes next.
        """
        waiting: list[Work] = []
        going = True
        while going:
            gathered = [self._work.get()]
            while not self._work.empty():
                gathered.append(self._work.get())
            going = None not in gathered
            failed_before = bool(waiting)
            waiting += [one for one in gathered if callable(one)]
            try:
                _in_one(connection, waiting)
                waiting.clear()
            except sqlite3.Error as problem:
                if not failed_before:
                    _log.warning("what is written and not sent cannot be kept on disk: %s", problem)
            for one in gathered:
                if isinstance(one, threading.Event):
                    one.set()
        connection.close()

    def read_people(self, connection: sqlite3.Connection) -> None:
        """Begin with whom the person has met: hosts, and others. Once. Raises sqlite3.Error."""
        self.hosts.read(connection)
        for key, name, at in connection.execute("SELECT key, name, at FROM person"):
            self._people[key] = KeepPerson(key, name, at)

    def _read(self, connection: sqlite3.Connection) -> None:
        self.read_people(connection)
        tokens = {
            server: (token, pin) for server, token, pin in connection.execute("SELECT server, token, pin FROM token")
        }
        marks: dict[str, dict[str, Cursor]] = {}
        for server, room, epoch, seq in connection.execute("SELECT server, room, epoch, seq FROM mark"):
            marks.setdefault(server, {})[room] = Cursor(epoch, seq)
        messages: dict[str, list[KeepMessage]] = {}
        rows = connection.execute(
            "SELECT server, id, room, text, reply_to, wall, epoch, seq FROM message ORDER BY place"
        )
        for server, id_, room, text, reply_to, wall, epoch, seq in rows:
            since = None if epoch is None else Cursor(epoch, seq)
            messages.setdefault(server, []).append(KeepMessage(id_, room, text, reply_to, wall, since))
        for server in {*tokens, *marks, *messages}:
            left, (token, pin) = tuple(messages.get(server, ())), tokens.get(server, ("", ""))
            self._kept[server] = Kept(left, token, pin, marks.get(server, {}))
        for server, room, text in connection.execute("SELECT server, room, text FROM draft"):
            self._drafts.setdefault(server, {})[room] = text


def open_notebook(path: Path) -> Notebook:
    """The notebook in that file, made where there is none. Blocks. Raises NotebookInUse, and OSError where nothing can
    be kept there. A damaged file is set aside under another name, and said in the log.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_suffix(".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise NotebookInUse from None
    except NotImplementedError as problem:  # of file systems without locks
        raise OSError(f"{path} cannot be used: {problem}") from None
    try:
        return Notebook(_open(path), lock)
    except (sqlite3.Error, Foreign) as problem:
        lock.release()
        raise OSError(f"{path} cannot be used: {problem}") from problem
    except BaseException:
        lock.release()
        raise


def borrow_notebook(path: Path) -> Notebook:
    """One that notes nothing, where another program has the file, or nothing can be written there. It begins with whom
    the person has met, as far as that can be read: a host whose key has changed is to be noticed there, too. What is
    unsent is that program's. Blocks. Does not raise."""
    borrowed = Notebook(None)
    try:
        with closing(reading(path)) as connection:
            borrowed.read_people(connection)
    except sqlite3.Error as problem:
        _log.info("whom the person has met cannot be read from %s: %s", path, problem)
    return borrowed


def _open(path: Path) -> sqlite3.Connection:
    """The writer's thread has it to itself once the notebook is made."""
    with ExitStack() as stack:
        try:
            connection = writing(path)
            stack.callback(connection.close)
            migrate(connection, STEPS, APPLICATION)
            (what,) = connection.execute("PRAGMA quick_check").fetchone()
        except sqlite3.Error as problem:
            if not is_damage(problem):
                raise
            what = str(problem)
        if what == "ok":
            stack.pop_all()
            return connection
    aside = set_aside(path)
    _log.warning("%s is damaged (%s). It was set aside as %s, and a new one begins.", path, what, aside)
    return _open(path)


def _in_one(connection: sqlite3.Connection, works: Iterable[Work]) -> None:
    connection.execute("BEGIN")
    try:
        for work in works:
            work(connection)
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _sql(statement: str, *values: object) -> Work:
    return lambda connection: connection.execute(statement, values)


def _put_message(server: str, message: KeepMessage) -> Work:
    since = (None, None) if message.since is None else (message.since.epoch, message.since.seq)
    fields = (message.room, message.text, message.reply_to, message.wall, *since)
    return _sql(
        "INSERT INTO message (server, id, room, text, reply_to, wall, epoch, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (server, id) DO UPDATE SET (room, text, reply_to, wall, epoch, seq) ="
        " (excluded.room, excluded.text, excluded.reply_to, excluded.wall, excluded.epoch, excluded.seq)",
        server,
        message.id,
        *fields,
    )
