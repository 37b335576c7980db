"""A batch is written or it is not; whatever fails, reading goes on, and so does writing once it can."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from chatapp.rooms.log import Append, Draft, DropRoom, KnownRoom, OpenRoom
from chatapp.storage import connecting, indexing, sqlite
from chatapp.storage.base import Retention, StorageFailed
from chatapp.storage.opening import NAME, open_storage
from chatapp.storage.sqlite import SqliteStorage
from tests.storage.drafts import delete, edit, message, say, texts, tidy


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqliteStorage]:
    made = open_storage(tmp_path)
    yield made
    made.close()


def fill(storage: SqliteStorage, text: str) -> int:
    """Say it until there is no space; how often it was kept."""
    for number in range(100_000):
        try:
            storage.commit([Append("tea", message(text, id=f"{text[0]}{number}"))])
        except StorageFailed as problem:
            if problem.full:
                return number
            raise
    raise AssertionError("there was always space")


def goes_on(storage: SqliteStorage, kept: int) -> None:
    """Nothing of what failed is there, and all else is."""
    assert storage.load()[0] == [KnownRoom("tea", "", "epoch-tea", kept)]
    assert storage.page("tea", limit=1).top == kept
    assert storage.search("first", "", limit=1).hits[0].seq == 1


def test_a_file_that_may_not_grow(storage: SqliteStorage) -> None:
    say(storage, message("first"))
    storage.begin().db.execute("PRAGMA max_page_count = 100")
    kept = 1 + fill(storage, "x" * 1000)
    goes_on(storage, kept)  # the next writer has no such limit
    assert say(storage, message("later"))[0].seq == kept + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only an administrator of Linux can make one")
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("disks cannot be made here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_disk_that_is_full(small_disk: Path) -> None:
    storage = open_storage(small_disk)
    say(storage, message("first"))
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 300_000)
    kept = 1 + fill(storage, "x" * 1000)
    kept += fill(storage, "y")
    goes_on(storage, kept)
    with pytest.raises(StorageFailed):
        say(storage, message("z" * 4000))
    ballast.unlink()
    assert say(storage, message("later"))[0].seq == kept + 1
    storage.close()
    storage = open_storage(small_disk)
    goes_on(storage, kept + 1)
    storage.close()


def test_a_disk_that_is_full_when_a_server_starts(small_disk: Path, caplog: pytest.LogCaptureFixture) -> None:
    storage = open_storage(small_disk)
    say(storage, message("first"))
    storage.close()
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    storage = open_storage(small_disk)
    goes_on(storage, 1)
    with pytest.raises(StorageFailed) as problem:
        say(storage, message("second"))
    assert problem.value.full
    assert "Nothing new is kept" in caplog.text
    ballast.unlink()
    assert say(storage, message("later"))[0].seq == 2
    assert texts(storage.page("tea", limit=9)) == ["first", "later"]
    storage.close()


DISTURBED = """
import sys
from pathlib import Path
from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, OpenRoom
from chatapp.storage.base import StorageFailed
from chatapp.storage.opening import open_storage
storage = open_storage(Path(sys.argv[1]))
storage.commit([OpenRoom("tea", "", "e")])
kept, failed = [], 0
for number in range(30):
    try:
        storage.commit([Append("tea", Draft(Kind.MESSAGE, "Ann", "ann", str(number), str(number)))])
        kept.append(str(number))
        storage.tidy(0.0)
    except StorageFailed:
        failed += 1
for again in range(2):
    assert [event.message for event in storage.events("tea")] == kept, kept
    storage.close()
    storage = open_storage(Path(sys.argv[1]))
print(failed)
"""


@pytest.mark.parametrize(
    "fault",
    [
        "fdatasync:error=EIO:when=20",
        "fdatasync:error=EIO:when=30+7",
        "pwrite64:error=EIO:when=60",
        "pwrite64:error=ENOSPC:when=60..75",
    ],
)
@pytest.mark.programs("strace")
def test_what_was_acknowledged_is_there_after_the_disk_failed(tmp_path: Path, fault: str) -> None:
    command = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={fault}", sys.executable, "-c", DISTURBED]
    done = subprocess.run([*command, tmp_path], capture_output=True, text=True, timeout=60, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("no program may watch another one here")
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0


def test_a_batch_is_written_whole_or_not_at_all(storage: SqliteStorage) -> None:
    say(storage, message("first"))
    batch = [OpenRoom("cake", "", "e"), edit(1, "edited"), Append("tea", message("more")), None]
    batch[1] = Append("tea", edit(1, "edited"))
    with pytest.raises(AttributeError):
        storage.commit([*batch[:3], Append("tea", None)])
    assert storage.load()[0] == [KnownRoom("tea", "", "epoch-tea", 1)]
    assert texts(storage.page("tea", limit=9)) == ["first"]
    assert [outcome.seq for outcome in storage.commit(batch[:3])] == [0, 2, 3]


def test_damage_that_is_found_late_is_a_sentence(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    say(storage, *[message(f"{number} " + "x" * 1000, id=str(number)) for number in range(500)])
    tidy(storage)
    with (tmp_path / NAME).open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * (os.fstat(file.fileno()).st_size - 4096))
    failures = 0
    for ask in (
        lambda: open_storage_again(tmp_path).page("tea", limit=9),
        lambda: open_storage_again(tmp_path).search("xxx", "", limit=9),
        lambda: list(open_storage_again(tmp_path).events("tea")),
        lambda: open_storage_again(tmp_path).commit([OpenRoom("cake", "", "e")]),
        lambda: open_storage_again(tmp_path).tidy(0.0),
    ):
        with pytest.raises(StorageFailed, match="is damaged"):
            ask()
        failures += 1
    assert failures == 5
    storage.close()


def open_storage_again(folder: Path) -> SqliteStorage:
    """Without looking through it first, as one has it open whose disk fails meanwhile."""
    from chatapp.storage.base import Retention

    return SqliteStorage(folder / NAME, Retention())


def damage_index(storage: SqliteStorage, where: str, path: Path) -> None:
    db = storage.begin().db
    if where == "its entries":
        db.execute("DELETE FROM search_data WHERE id > 10")
    elif where == "its head":
        db.execute("UPDATE search_data SET block = x'ffffffffffffff' WHERE id = 10")
    (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'search_data'").fetchone()
    storage.close()
    if where == "its pages":
        with path.open("r+b") as file:
            file.seek((page - 1) * 4096)
            file.write(b"\x55" * 4096)


@pytest.mark.parametrize("first", ["search", "edit", "tidy"])
@pytest.mark.parametrize("where", ["its entries", "its head", "its pages"])
def test_an_index_of_words_that_is_damaged_is_made_anew(
    tmp_path: Path, where: str, first: str, caplog: pytest.LogCaptureFixture
) -> None:
    storage = open_storage(tmp_path)
    say(storage, *[message(f"word {number} {number:x}") for number in range(200)])
    tidy(storage)
    damage_index(storage, where, tmp_path / NAME)
    storage = open_storage(tmp_path)
    if first == "search":
        assert len(storage.search("word", "", limit=300).hits) == 200
    elif first == "edit":
        assert say(storage, edit(7, "changed"), delete(8))[0].seq == 201
    say(storage, message("word, too"))
    for _ in range(2):  # what writes need not notice; who searches does
        tidy(storage)
        assert len(storage.search("word", "", limit=300).hits) == (199 if first == "edit" else 201)
    assert "is made anew" in caplog.text
    for _ in range(2):
        assert len(storage.search("word", "", limit=300).hits) == (199 if first == "edit" else 201)
        assert storage.begin().indexed == storage.begin().number
        storage.close()
        storage = open_storage(tmp_path)
    assert caplog.text.count("is made anew") == 1
    storage.close()


def test_without_an_index_of_words_messages_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = open_storage(tmp_path)
    say(storage, message("first"), message("second"))
    tidy(storage)
    storage.close()
    with monkeypatch.context() as patch:
        patch.setattr(indexing, "available", lambda db: False)
        storage = open_storage(tmp_path)
        assert storage.begin().indexed == 0
        say(storage, edit(1, "changed"), message("third"))
        tidy(storage)
        for word, seq in (("changed", 1), ("second", 2), ("third", 4)):
            assert [hit.seq for hit in storage.search(word, "", limit=9).hits] == [seq]
        storage.close()
    storage = open_storage(tmp_path)
    tidy(storage)
    assert storage.begin().indexed == 4
    assert storage.search("first", "", limit=9).hits == []
    assert [hit.seq for hit in storage.search("changed", "", limit=9).hits] == [1]
    storage.close()


def test_who_reads_sees_whole_batches(storage: SqliteStorage) -> None:
    storage.commit([OpenRoom("tea", "", "e")])

    def read() -> set[int]:
        return {storage.page("tea", limit=1).top % 10 for _ in range(200)}

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(3)]
        for _ in range(60):
            storage.commit([Append("tea", message())] * 10)
        assert [reader.result() for reader in readers] == [{0}] * 3
    assert len(storage._readers) <= 3


def test_the_write_ahead_log_begins_anew_when_all_is_tidy(storage: SqliteStorage, tmp_path: Path) -> None:
    log = tmp_path / f"{NAME}-wal"
    sizes = set()
    for _ in range(20):
        say(storage, *[message("x" * 100) for _ in range(50)])
        tidy(storage)
        sizes.add(log.stat().st_size)
    assert max(sizes) < 1_000_000


def test_after_the_end_nothing_is_written(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    storage.close()
    with pytest.raises(StorageFailed):
        storage.commit([OpenRoom("tea", "", "e")])


SECRET = "wisteria"


def where(folder: Path) -> list[str]:
    """The files that hold what was said in confidence."""
    return sorted(path.name for path in folder.iterdir() if SECRET.encode() in path.read_bytes())


@pytest.mark.parametrize("change", [delete(2), edit(2, "never mind")])
def test_what_was_deleted_is_in_no_file(storage: SqliteStorage, tmp_path: Path, change: Draft) -> None:
    say(storage, message("hello"))
    tidy(storage)
    say(storage, message(SECRET, id="a"), *[message("hello")] * 100)
    assert where(tmp_path) == [f"{NAME}-wal"]
    say(storage, change)
    tidy(storage)
    assert where(tmp_path) == []


def test_what_was_pruned_is_in_no_file(tmp_path: Path) -> None:
    with closing(open_storage(tmp_path, Retention(max_events=100))) as storage:
        say(storage, message(SECRET), *[message("hello")] * 100)
        tidy(storage)
        assert where(tmp_path) == []


def test_a_room_that_is_gone_is_in_no_file(storage: SqliteStorage, tmp_path: Path) -> None:
    say(storage, message(SECRET))
    tidy(storage)
    storage.commit([DropRoom("tea")])
    tidy(storage)
    assert where(tmp_path) == []


def test_what_was_deleted_before_a_crash_is_in_no_file(storage: SqliteStorage, tmp_path: Path) -> None:
    say(storage, message(SECRET))
    tidy(storage)
    say(storage, delete(1))
    with closing(open_storage(tmp_path)) as another:
        tidy(another)
        assert where(tmp_path) == []


def test_who_reads_meanwhile_is_not_waited_for(
    storage: SqliteStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(storage, "_clock", lambda: now)
    monkeypatch.setattr(sqlite, "CLEAN_EVERY", 10.0)
    say(storage, message(SECRET))
    tidy(storage)
    with closing(connecting.reading(tmp_path / NAME)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        say(storage, delete(1))
        now += 10
        tidy(storage)
        assert where(tmp_path) == [NAME], "what is read cannot be written over"
        reader.execute("COMMIT")
    now += 9
    tidy(storage)
    assert (tmp_path / f"{NAME}-wal").stat().st_size > 0, "it is not tried all the time"
    now += 1
    tidy(storage)
    assert where(tmp_path) == []
    assert (tmp_path / f"{NAME}-wal").stat().st_size == 0
