"""`chatapp export`: a room's messages from a server's folder into a file, whether the server runs or not."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from chatapp.app import answer, place
from chatapp.app.arguments import Export
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.storage.base import Storage, StorageFailed
from chatapp.storage.opening import NAME, open_for_reading
from chatapp.text.export import FORMS, document

STEP: Final = 5_000
"""events between two notes of progress"""


class CannotExport(Exception):
    """Nothing was written. Its text is a sentence that says why and what to do."""


def run(options: Export) -> int:
    """Export. Blocks. Returns the exit code: 0, or 1 with a sentence on standard error. A file is there whole, or it is
    as it was before."""
    progress = _show if sys.stderr.isatty() and options.output is not None else _say_nothing
    try:
        storage = open_for_reading(options.data_dir or place.with_file(options.profile, NAME))
        try:
            _write(storage, options, progress)
        finally:
            storage.close()
    except (CannotExport, StorageFailed, answer.NotSaid) as problem:
        return answer.refuse("export", problem)
    except KeyboardInterrupt:
        return 1
    return 0


def _write(storage: Storage, options: Export, progress: Callable[[int, int], None]) -> None:
    tops = {known.name: known.top for known in storage.load()[0]}
    if options.room not in tops:
        rooms = ", ".join(tops)
        there = f"It has {rooms}." if rooms else "It has none at all."
        raise CannotExport(f"this server has no room “{options.room}”. {there}")
    events = _noting(storage.events(options.room), tops[options.room], progress)
    pieces = document(_form(options), options.room, (event for event in events if event.kind == Kind.MESSAGE))
    if options.output is None:
        answer.say(pieces)
    else:
        _into_file(pieces, options.output)


def _form(options: Export) -> str:
    ending = options.output.suffix.lower().removeprefix(".") if options.output is not None else ""
    return options.form or (ending if ending in FORMS else next(iter(FORMS)))


def _noting(events: Iterable[Event], top: int, progress: Callable[[int, int], None]) -> Iterator[Event]:
    for count, event in enumerate(events):
        if count % STEP == 0 and event.seq < top:
            progress(event.seq, top)
        yield event
    progress(top, top)


def _into_file(pieces: Iterable[str], path: Path) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        try:
            with part.open("x", encoding="utf-8", newline="\n") as file:
                file.writelines(pieces)
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise CannotExport(f"{path} cannot be written: {reason}. Choose another place with --output.") from None


def _show(done: int, top: int) -> None:
    end = "\n" if done == top else ""
    print(f"\r{done:,} of {top:,}", end=end, file=sys.stderr, flush=True)


def _say_nothing(_done: int, _top: int) -> None:
    """A log or a pipe is no place for a counter."""
