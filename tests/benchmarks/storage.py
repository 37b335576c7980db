"""How fast a long history is, as ratios to bare inserts into a table of SQLite in the same run.

    python -m tests.benchmarks.storage [--messages 1000000] [--folder DIR]

One room is filled, tidied and opened again, as by a server of that age. Times of processor are this process's; the
longest of several is what is told of pages and searches. Nothing here is for a memory disk: give a folder of a disk.
"""

import argparse
import itertools
import random
import resource
import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from chatapp.protocol import limits
from chatapp.protocol.messages.base import Cursor
from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Append, Draft, OpenRoom
from chatapp.storage.base import Storage
from chatapp.storage.memory import MemoryStorage
from chatapp.storage.opening import open_storage

BATCH = limits.COMMIT_EVENTS
ROOM = "default"
SEARCHES = {
    "a rare word": "zyzzyva",
    "a word that is not there": "qwertzuiop",
    "a common word": "the",
    "two words": "the window",
    "two letters, common": "an",
    "two letters, rare": "qj",
    "two letters that are not there": "qz",
    "Han, common": "明日",
    "Han, rare": "蘭",
    "in capitals, of another script": "ПРИВЕТ",
}


def texts(seed: int) -> Iterator[str]:
    """Messages of about a hundred characters: one in 20 is Japanese, one in 20 Russian, some words are rare."""
    chance = random.Random(seed)
    letters = "etaoinshrdlucmfwypvbgk"
    words = ["the", "and", "window", "open"] + [
        "".join(chance.choices(letters, range(len(letters), 0, -1), k=chance.randint(2, 9))) for _ in range(5_000)
    ]
    often = [1 / (place + 3) for place in range(len(words))]
    pool = [
        "".join(f"{word} " for word in chance.choices(words, often, k=chance.randint(4, 32))) for _ in range(20_000)
    ]
    for number in itertools.count():
        if number % 100_000 == 777:
            yield "a zyzzyva, a qj and 蘭"
        elif number % 20 == 7:
            yield f"明日の会議は{number % 12}時です"
        elif number % 20 == 13:
            yield f"привет всем, номер {number}"
        else:
            yield pool[chance.randrange(len(pool))]


def batches(count: int, seed: int = 1, *, ids: bool) -> Iterator[list[Append]]:
    said = texts(seed)
    people = [uuid.UUID(int=number).hex for number in range(20)]
    chance = random.Random(seed)
    for start in range(0, count, BATCH):
        batch = []
        for number in range(start, min(start + BATCH, count)):
            person = people[number % len(people)] if ids else ""
            given = f"{chance.getrandbits(128):032x}" if ids else ""
            batch.append(Append(ROOM, Draft(Kind.MESSAGE, f"Ann {number % 20}", person, next(said), given), number))
        yield batch


def commit(storage: Storage, count: int, *, ids: bool, seed: int = 1) -> tuple[float, list[float]]:
    """Seconds of processor an event, and how long each commit took."""
    worked = 0.0
    took = []
    for batch in batches(count, seed, ids=ids):
        began, clock = time.process_time(), time.perf_counter()
        storage.commit(batch)
        worked += time.process_time() - began
        took.append(time.perf_counter() - clock)
    return worked / count, took


def bare(folder: Path, count: int) -> float:
    """The same texts into a table with nothing else."""
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE said (author TEXT, person TEXT, text TEXT, id TEXT, ts INTEGER)")
    worked = 0.0
    for batch in batches(count, ids=True):
        began = time.process_time()
        db.execute("BEGIN")
        rows = [(one.draft.author, one.draft.person, one.draft.message, one.draft.id, one.ts) for one in batch]
        db.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?)", rows)
        db.execute("COMMIT")
        worked += time.process_time() - began
    db.close()
    return worked / count


def longest(what: Callable[[], object], times: int = 5) -> float:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        what()
        took.append(time.perf_counter() - began)
    return max(took)


def line(what: str, value: str) -> None:
    print(f"  {what:<44}{value}", flush=True)


def per_event(what: str, seconds: float, least: float) -> None:
    line(what, f"{seconds * 1e6:7.2f} µs an event, {seconds / least:5.2f} × a bare insert")


def parts(what: str, took: list[float]) -> None:
    took.sort()
    middle, rare, most = (seconds * 1e3 for seconds in (statistics.median(took), took[len(took) * 99 // 100], took[-1]))
    line(what, f"{middle:7.2f} ms, p99 {rare:.1f}, most {most:.0f}")


def writing(folder: Path, storage: Storage, count: int, least: float) -> None:
    memory = MemoryStorage()
    memory.commit([OpenRoom(ROOM, "", "e")])
    per_event("commit in memory", commit(memory, 50_000, ids=False)[0], least)
    per_event("commit in memory, with ids", commit(memory, 50_000, ids=True)[0], least)
    fresh = open_storage(folder)
    fresh.commit([OpenRoom(ROOM, "", "e")])
    per_event("commit, the first 50,000", commit(fresh, 50_000, ids=False)[0], least)
    per_event("commit, the next 50,000, with ids", commit(fresh, 50_000, ids=True)[0], least)
    fresh.close()
    storage.commit([OpenRoom(ROOM, "", "e")])
    worked, took = commit(storage, count, ids=True)
    per_event(f"commit, {count:,} with ids", worked, least)
    parts(f"one commit of {BATCH}", took)


def tidying(storage: Storage, count: int, least: float) -> None:
    took = []
    worked = time.process_time()
    more = True
    while more:
        began = time.perf_counter()
        more = storage.tidy(0.0)
        took.append(time.perf_counter() - began)
    per_event("tidy", (time.process_time() - worked) / count, least)
    parts("one part of it", took)


def reading(storage: Storage, count: int) -> None:
    middle = count // 2
    line("first page", f"{longest(lambda: storage.page(ROOM, limit=limits.PAGE)) * 1e3:7.2f} ms")
    line(
        "a page in the middle", f"{longest(lambda: storage.page(ROOM, before=middle, limit=limits.PAGE)) * 1e3:7.2f} ms"
    )
    cursor = Cursor("e", middle)
    line("what follows a cursor", f"{longest(lambda: storage.since(ROOM, cursor, limits.PAGE)) * 1e3:7.2f} ms")
    for room in (ROOM, ""):
        for what, query in SEARCHES.items():
            found = storage.search(query, room, limit=limits.RESULTS)
            took = longest(lambda query=query, room=room: storage.search(query, room, limit=limits.RESULTS)) * 1e3
            rest = "" if len(found.hits) == limits.RESULTS or not found.next else ", and goes on"
            line(f"search {what}{'' if room else ', all rooms'}", f"{took:7.2f} ms, {len(found.hits)} hits{rest}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        for part in ("long", "fresh"):
            (folder / part).mkdir()
        least = bare(folder, 50_000)
        line("bare insert", f"{least * 1e6:7.2f} µs")
        storage = open_storage(folder / "long")
        writing(folder / "fresh", storage, options.messages, least)
        line("search before it is tidied", f"{longest(lambda: storage.search('zyzzyva', '', limit=50)) * 1e3:7.2f} ms")
        tidying(storage, options.messages, least)
        storage.close()
        size = (folder / "long" / "history.db").stat().st_size
        line("on the disk", f"{size / options.messages:7.0f} bytes a message, {size / 2**20:.0f} MiB")
        began = time.perf_counter()
        storage = open_storage(folder / "long")
        line("opened again", f"{(time.perf_counter() - began) * 1e3:7.0f} ms")
        reading(storage, options.messages)
        worked, _ = commit(storage, 25_600, ids=True, seed=2)
        per_event("commit into it", worked, least)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line("memory, at most", f"{most:7.0f} MiB")
        storage.close()


if __name__ == "__main__":
    main()
