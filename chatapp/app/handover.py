"""A hosted chat in one file, to go on with on another computer: what was said, the rules, and the host's own key, so
that the new host is the same host to everybody who knows it.

The file is a ZIP archive with a manifest, sealed with a password (`security.sealed`) unless it was made without one.
Whoever has it, and the password, can be this host.
"""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import time
from typing import Any, BinaryIO, Final

from msgspec import Struct

from chatapp import __version__
from chatapp.app import folder
from chatapp.protocol.sentences import Sentence
from chatapp.security.certificates import FILE as KEY
from chatapp.security.certificates import HostKey
from chatapp.security.sealed import NotOpened, is_sealed, seal, unseal
from chatapp.storage import copying
from chatapp.storage.base import StorageFailed
from chatapp.storage.opening import NAME as HISTORY
from chatapp.storage.opening import path_in

TAKEN: Final = (HISTORY, KEY)
"""of a server's folder; its lock and the secrets of one run stay"""
MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
LARGEST: Final = {HISTORY: 64 * 1024**3, KEY: 64 * 1024, MANIFEST: 64 * 1024}
"""bytes of each; what claims to be larger is not looked at"""
PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
SPARE: Final = 64 * 1024 * 1024
"""bytes of the disk that an import leaves free"""
PIECE: Final = 1024 * 1024


class CannotHandOver(Exception):
    """Nothing has changed. Its one argument is a Sentence. `there` says that a chat is in the folder already, which may
    be set aside; `password` that another password may do."""

    def __init__(self, sentence: Sentence, *, there: bool = False, password: bool = False) -> None:
        super().__init__(sentence)
        self.there = there
        self.password = password


class Taken(Struct, frozen=True):
    """A chat that was taken over."""

    pin: str
    """of the host's key; empty where there was none"""
    at: int
    """milliseconds since the epoch; when it was handed over"""
    aside: Path | None
    """where the chat is now that was there before"""


def pack(place: Path, target: Path, password: str = "") -> None:
    """Write the chat of a server's folder into a file for the owner's eyes alone, sealed where there is a password. The
    server may run meanwhile; what is said from now on is not in it. The file is there whole, or as it was before.
    Blocks. Raises CannotHandOver."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        path_in(place)
        with _between(place) as between:
            copying.copy(place, between / HISTORY)
            if (place / KEY).exists():
                shutil.copyfile(place / KEY, between / KEY)
            files = [between / name for name in TAKEN if (between / name).exists()]
            archive = between / "archive.zip"
            _write_archive(archive, files)
            try:
                with archive.open("rb") as source, _private(part) as made:
                    if password:
                        seal(source, made, password)
                    else:
                        shutil.copyfileobj(source, made, PIECE)
                    made.flush()
                    os.fsync(made.fileno())
                part.replace(target)
            finally:
                part.unlink(missing_ok=True)
    except StorageFailed as problem:
        raise CannotHandOver(_as_sentence(problem)) from None
    except OSError as problem:
        raise CannotHandOver(
            Sentence("{path} cannot be written: {why}.", path=target, why=problem.strerror or problem)
        ) from None


def needs_password(source: Path) -> bool:
    """Whether the file is sealed. Raises CannotHandOver where it cannot be read."""
    try:
        with source.open("rb") as file:
            return is_sealed(file)
    except OSError as problem:
        raise _unreadable(source, problem) from None


def unpack(source: Path, place: Path, password: str = "", *, set_aside: bool = False) -> Taken:
    """Make the chat of the file that of a server's folder, which no server may be using. A chat that is there already
    is never written over: with `set_aside` it is moved into a folder within. Everything is looked through before
    anything changes. Blocks. Raises CannotHandOver."""
    try:
        lock = folder.own(place)
    except folder.NotOurs as problem:
        raise CannotHandOver(Sentence("The chat cannot be taken over: {why}.", why=problem)) from None
    try:
        there = [name for name in TAKEN if (place / name).exists()]
        if there and not set_aside:
            raise CannotHandOver(
                Sentence("There is a chat in {folder} already. It can be set aside first.", folder=place), there=True
            )
        with _between(place) as between:
            archive = _opened(source, between / "archive.zip", password)
            manifest = _read_archive(archive, between, source)
            _check(between, manifest, source)
            aside = _set_aside(place, there) if there else None
            for name in manifest["files"]:
                (between / name).replace(place / name)
        return Taken(manifest["pin"], manifest["at"], aside)
    except OSError as problem:
        raise CannotHandOver(
            Sentence("The chat cannot be written to {folder}: {why}.", folder=place, why=problem.strerror or problem)
        ) from None
    finally:
        lock.release()


# The archive


def _write_archive(archive: Path, files: list[Path]) -> None:
    digests = {file.name: {"size": file.stat().st_size, "sha256": _digest(file)} for file in files}
    key = next((file for file in files if file.name == KEY), None)
    manifest = {
        "format": FORMAT,
        "version": __version__,
        "at": int(time() * 1000),
        "pin": _pin(key) if key is not None else "",
        "files": digests,
    }
    with _private(archive) as made, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(MANIFEST, json.dumps(manifest, indent=1))
        for file in files:
            zipped.write(file, file.name)


def _opened(source: Path, archive: Path, password: str) -> Path:
    """The archive, taken out of its seal where it has one."""
    try:
        with source.open("rb") as file:
            if not is_sealed(file):
                return source
            if not password:
                raise CannotHandOver(
                    Sentence("The file opens with a password. Ask whoever handed the chat over."), password=True
                )
            _make_sure_of_space(archive.parent, source.stat().st_size)
            try:
                with _private(archive) as made:
                    unseal(file, made, password)
            except NotOpened:
                raise CannotHandOver(
                    Sentence("The file does not open. The password is another one, or the file is damaged."),
                    password=True,
                ) from None
    except OSError as problem:
        raise _unreadable(source, problem) from None
    return archive


def _read_archive(archive: Path, between: Path, source: Path) -> dict[str, Any]:
    """The manifest; what it names is in the folder then, and is what it says."""
    damaged = CannotHandOver(Sentence("{path} is no chat that was handed over, or it is damaged.", path=source))
    try:
        with zipfile.ZipFile(archive) as zipped:
            members = zipped.infolist()
            names = [member.filename for member in members]
            # Nothing that we did not put there, so no name leads anywhere else.
            if len(set(names)) != len(names) or not {MANIFEST, HISTORY} <= set(names) <= {MANIFEST, *TAKEN}:
                raise damaged
            # Nor packed in a way that is not ours: each has errors, and bombs, of its own.
            if any(member.compress_type not in PACKED for member in members):
                raise damaged
            if any(member.file_size > LARGEST[member.filename] for member in members):
                raise damaged
            manifest = _manifest(zipped.read(MANIFEST), damaged)
            _make_sure_of_space(between, sum(member.file_size for member in members))
            if set(manifest["files"]) != set(names) - {MANIFEST}:
                raise damaged
            for member in members:
                if member.filename != MANIFEST:
                    _take_out(zipped, member, between / member.filename)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as problem:
        raise damaged from problem
    for name, about in manifest["files"].items():
        if (between / name).stat().st_size != about["size"] or _digest(between / name) != about["sha256"]:
            raise damaged
    return manifest


def _manifest(text: bytes, damaged: CannotHandOver) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise damaged from None
    match found:
        case {"format": int(number)} if number > FORMAT:
            raise CannotHandOver(Sentence("This chat was handed over by a newer Chatapp. Update this one first."))
        case {"format": 1, "at": int(), "pin": str(), "files": dict(files)} if all(
            isinstance(about, dict) and about.keys() >= {"size", "sha256"} for about in files.values()
        ):
            return dict(found)
    raise damaged


def _take_out(zipped: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    """No more than the archive says that there is."""
    left = member.file_size
    with zipped.open(member) as packed, _private(target) as made:
        while piece := packed.read(min(PIECE, left + 1)):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile
            made.write(piece)


def _check(between: Path, manifest: dict[str, Any], source: Path) -> None:
    try:
        copying.check(between)
    except StorageFailed as problem:
        raise CannotHandOver(_as_sentence(problem)) from None
    key = between / KEY
    if manifest["pin"] != (_pin(key) if key.exists() else ""):
        raise CannotHandOver(Sentence("{path} is no chat that was handed over, or it is damaged.", path=source))


# Files


@contextmanager
def _between(place: Path) -> Iterator[Path]:
    """A folder within the server's own, which is private, for what is neither here nor there yet."""
    with tempfile.TemporaryDirectory(prefix="handover-", dir=place, ignore_cleanup_errors=True) as made:
        yield Path(made)


@contextmanager
def _private(path: Path) -> Iterator[BinaryIO]:
    """A new file for its owner's eyes alone."""
    path.unlink(missing_ok=True)
    with os.fdopen(
        os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600), "wb"
    ) as file:
        yield file


def _set_aside(place: Path, names: list[str]) -> Path:
    number = 1
    while (aside := place / f"set-aside-{number}").exists():
        number += 1
    aside.mkdir(mode=0o700)
    for name in names:
        # What was written last is beside a history.
        for ending in ("-wal", ""):
            part = place / f"{name}{ending}"
            if part.exists():
                part.rename(aside / part.name)
        (place / f"{name}-shm").unlink(missing_ok=True)
    return aside


def _make_sure_of_space(place: Path, wanted: int) -> None:
    if shutil.disk_usage(place).free < wanted + SPARE:
        raise CannotHandOver(
            Sentence(
                "There is not enough space on the disk. {megabytes} MB are needed.", megabytes=wanted // 1024**2 + 64
            )
        )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pin(path: Path) -> str:
    """The pin of a host's key. Raises CannotHandOver where it is none."""
    try:
        return HostKey(path.read_bytes()).pin
    except ValueError:
        raise CannotHandOver(Sentence("The host’s key in {path} cannot be read.", path=path)) from None


def _unreadable(source: Path, problem: OSError) -> CannotHandOver:
    return CannotHandOver(Sentence("{path} cannot be read: {why}.", path=source, why=problem.strerror or problem))


def _as_sentence(problem: StorageFailed) -> Sentence:
    told = problem.args[0]
    return told if isinstance(told, Sentence) else Sentence("{why}", why=told)
