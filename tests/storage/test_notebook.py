"""What a person's window is not done with outlives the program."""

import logging
import shutil
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from chatapp.protocol.messages.base import Cursor
from chatapp.session.keeping import DropMessage, Keeping, KeepMessage, KeepPerson, KeepToken, Kept
from chatapp.session.known import KnownHost
from chatapp.storage import connecting
from chatapp.storage import notebook as module
from chatapp.storage.migrations import migrate
from chatapp.storage.notebook import APPLICATION, STEPS, Notebook, NotebookInUse, borrow_notebook, open_notebook

HERE, THERE = "127.0.0.1:20200", "tea.example:20200"
SAID = KeepMessage("1a", "tea", "Milk?\n“yes” 🫖 ' -- \0", 3, 1_790_000_000.25, Cursor("e", 7))


def reopened(path: Path) -> tuple[Kept, Kept, dict[str, str]]:
    notebook = open_notebook(path)
    found = notebook.kept(HERE), notebook.kept(THERE), dict(notebook.drafts(HERE))
    notebook.close()
    return found


def test_what_is_noted_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "notebook.db"
    notebook = open_notebook(path)
    other = KeepMessage("1b", "default", "and sugar")
    notebook.keep(HERE, [SAID, other, KeepToken("t1"), KeepToken("t2", "pin")])
    notebook.keep(THERE, [KeepMessage("1a", "tea", "elsewhere")])
    notebook.keep_drafts(HERE, {"tea": "half a th", "default": ""})
    notebook.keep_drafts(HERE, {"tea": "half a tho", "music": "la"})
    notebook.keep_marks(HERE, {"tea": Cursor("e", 7), "default": Cursor("d", 1)})
    notebook.close()
    here, there, drafts = reopened(path)
    assert here == Kept((SAID, other), "t2", "pin", {"tea": Cursor("e", 7), "default": Cursor("d", 1)})
    assert there == Kept((KeepMessage("1a", "tea", "elsewhere"),))
    assert drafts == {"tea": "half a tho", "music": "la"}


def test_a_draft_may_hold_what_a_clipboard_holds(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    notebook = open_notebook(path)
    notebook.keep_drafts(HERE, {"tea": "half \ud83e a cup"})
    notebook.keep(HERE, [SAID])
    notebook.close()
    here, _, drafts = reopened(path)
    assert (here.messages, drafts) == ((SAID,), {"tea": "half \ufffd a cup"})


def test_what_is_settled_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    notebook = open_notebook(path)
    notebook.keep(HERE, [SAID, DropMessage("1a"), DropMessage("never said")])
    notebook.keep_drafts(HERE, {"tea": "x"})
    notebook.keep_drafts(HERE, {})
    notebook.keep_marks(HERE, {"tea": Cursor("e", 7)})
    notebook.keep_marks(HERE, {})
    notebook.close()
    assert reopened(path) == (Kept(), Kept(), {})


keepings = st.one_of(
    st.builds(KeepMessage, st.sampled_from("abc"), st.just("tea"), st.text(st.characters(exclude_categories=["Cs"]))),
    st.builds(DropMessage, st.sampled_from("abc")),
    st.builds(KeepToken, st.sampled_from(["", "t"]), st.sampled_from(["", "pin"])),
    st.builds(KeepPerson, st.sampled_from("abc"), st.sampled_from(["Ann", "Bo"]), st.sampled_from([1.0, 2.0])),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([HERE, THERE]), keepings)))
def test_the_file_says_what_memory_says(noted: list[tuple[str, Keeping]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.db"
        notebook = open_notebook(path)
        for server, one in noted:
            notebook.keep(server, [one])
        here, there = notebook.kept(HERE), notebook.kept(THERE)
        notebook.close()
        assert [in_order(kept) for kept in reopened(path)[:2]] == [in_order(here), in_order(there)]


def in_order(kept: Kept) -> Kept:
    return replace(kept, people=tuple(sorted(kept.people, key=lambda person: person.key)))


def test_people_are_known_again_on_every_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PEOPLE_MET", 2)
    path = tmp_path / "notebook.db"
    notebook = open_notebook(path)
    for at, key in enumerate("abc"):
        notebook.keep(HERE, [KeepPerson(key, "Ann", at)])
    notebook.keep(THERE, [KeepPerson("b", "Bo", 9.0)])
    notebook.close()
    for kept in reopened(path)[:2]:
        assert in_order(kept).people == (KeepPerson("b", "Bo", 9.0), KeepPerson("c", "Ann", 2.0))


def test_a_token_of_an_earlier_version_is_of_no_host(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    db = connecting.writing(path)
    migrate(db, STEPS[:1], APPLICATION)
    db.execute("INSERT INTO token VALUES (?, ?)", (HERE, "t"))
    db.close()
    assert reopened(path)[0] == Kept(token="t", pin="")


def test_a_program_that_is_killed_loses_nothing_that_was_synced(tmp_path: Path) -> None:
    notebook = open_notebook(tmp_path / "notebook.db")
    notebook.keep(HERE, [SAID])
    notebook.sync()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for left in tmp_path.glob("notebook.db*"):
        shutil.copy(left, crashed)
    notebook.close()
    assert reopened(crashed / "notebook.db")[0].messages == (SAID,)


def test_one_program_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    notebook = open_notebook(path)
    with pytest.raises(NotebookInUse):
        open_notebook(path)
    notebook.close()
    notebook.close()
    open_notebook(path).close()


def test_a_second_program_knows_whom_the_person_has_met(tmp_path: Path) -> None:
    path, met = tmp_path / "notebook.db", KnownHost("pin", verified=True, name="Ann")
    notebook = open_notebook(path)
    notebook.hosts.keep_host(HERE, met)
    notebook.keep(HERE, [SAID, KeepToken("t", "pin"), KeepPerson("a", "Ann", 1.0)])
    notebook.sync()
    borrowed = borrow_notebook(path)
    assert borrowed.hosts.host_at(HERE) == met
    assert borrowed.kept(HERE) == Kept(people=(KeepPerson("a", "Ann", 1.0),)), "it would all be sent twice"
    borrowed.hosts.forget(HERE)
    borrowed.keep(HERE, [KeepToken("another")])
    borrowed.close()
    notebook.close()
    assert reopened(path)[0].token == "t"
    again = open_notebook(path)
    assert again.hosts.host_at(HERE) == met
    again.close()


def test_there_may_be_nobody_to_be_known(tmp_path: Path) -> None:
    (tmp_path / "other.db").write_text("a diary")
    for path in (tmp_path / "notebook.db", tmp_path / "other.db", tmp_path / "nowhere" / "notebook.db"):
        borrowed = borrow_notebook(path)
        assert borrowed.kept(HERE) == Kept()
        borrowed.close()
    assert (tmp_path / "other.db").read_text() == "a diary"


def test_without_a_file_it_lasts_as_long_as_the_program() -> None:
    notebook = Notebook(None)
    notebook.keep(HERE, [SAID])
    notebook.sync()
    assert notebook.kept(HERE).messages == (SAID,)
    notebook.close()


def test_a_damaged_file_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "notebook.db"
    path.write_bytes(b"not a database at all" * 500)
    assert reopened(path) == (Kept(), Kept(), {})
    (aside,) = (other for other in tmp_path.glob("notebook*damaged*"))
    assert aside.read_bytes() == b"not a database at all" * 500
    assert aside.name in caplog.text


def test_a_file_with_a_flipped_page_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    notebook = open_notebook(path)
    notebook.keep(HERE, [KeepMessage(f"{n}", "tea", "milk " * 400) for n in range(40)])
    notebook.close()
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)
    assert reopened(path) == (Kept(), Kept(), {})
    assert [*tmp_path.glob("notebook*damaged*")]


def test_a_newer_versions_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_notebook(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(OSError, match="newer version"):
        open_notebook(path)
    assert [*tmp_path.glob("*.db")] == [path]


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        open_notebook(tmp_path / "file" / "notebook.db")


def test_a_place_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network file systems have none."""

    def acquire(_: object) -> None:
        raise NotImplementedError("FileSystem does not appear to support flock")

    monkeypatch.setattr(module.FileLock, "acquire", acquire)
    with pytest.raises(OSError, match="cannot be used: FileSystem does not"):
        open_notebook(tmp_path / "notebook.db")


class Refusing:
    """A connection to a disk that is full for a while."""

    full = False

    def __init__(self, real: sqlite3.Connection) -> None:
        self._real = real

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
        if self.full and statement == "COMMIT":
            raise sqlite3.OperationalError("database or disk is full")
        return self._real.execute(statement, *values)  # type: ignore[arg-type]  # whatever sqlite3 takes


def test_what_a_full_disk_refuses_is_written_when_there_is_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "notebook.db"
    monkeypatch.setattr(module, "writing", lambda path: Refusing(connecting.writing(path)))
    notebook = open_notebook(path)
    Refusing.full = True
    notebook.keep(HERE, [SAID])
    notebook.sync()
    notebook.keep(HERE, [KeepToken("t")])
    notebook.sync()
    Refusing.full = False
    notebook.close()
    assert reopened(path)[0] == Kept((SAID,), "t")
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
