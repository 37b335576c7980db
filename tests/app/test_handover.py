"""A chat goes from one folder to another through a file, and nothing else comes in that way."""

import asyncio
import json
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from chatapp.app import folder, handover
from chatapp.app.charge import in_charge
from chatapp.app.handover import HISTORY, KEY, MANIFEST, CannotHandOver, needs_password, pack, unpack
from chatapp.app.hosting import Host
from chatapp.app.steward import Steward
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.hosting import CreateInvite, GetInvites, Invites
from chatapp.protocol.pin import checked
from chatapp.security import sealed
from chatapp.security.certificates import HostKey
from chatapp.storage.opening import open_for_reading, open_storage
from tests.storage.drafts import message, say, texts


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "COST", 2**4)


def make(place: Path, *said: str) -> Path:
    """A folder of a server's in which that was said."""
    place.mkdir(exist_ok=True)
    storage = open_storage(place)
    say(storage, *(message(text) for text in said))
    storage.close()
    HostKey.load_or_make(place)
    return place


def told(place: Path) -> list[str]:
    storage = open_for_reading(place)
    try:
        return texts(storage.page("tea", limit=9))
    finally:
        storage.close()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make(tmp_path / "old", "one", "two")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tmp_path / "new"


@pytest.mark.parametrize("password", ["", "correct horse"])
def test_what_was_said_and_the_key_arrive(old: Path, new: Path, tmp_path: Path, password: str) -> None:
    file = tmp_path / "my.chatapp"
    pack(old, file, password)
    assert needs_password(file) is bool(password)
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    taken = unpack(file, new, password)
    assert told(new) == ["one", "two"]
    assert (new / KEY).read_bytes() == (old / KEY).read_bytes()
    assert checked(taken.pin)
    assert taken.aside is None
    assert sorted(path.name for path in new.iterdir() if path.name != folder.LOCK) == sorted([HISTORY, KEY])
    if sys.platform != "win32":
        assert stat.S_IMODE((new / KEY).stat().st_mode) == 0o600


def test_a_server_may_run_while_its_chat_is_packed(old: Path, new: Path, tmp_path: Path) -> None:
    storage, lock = open_storage(old), folder.own(old)
    say(storage, message("three"))
    pack(old, tmp_path / "file")
    say(storage, message("four"))
    storage.close()
    lock.release()
    unpack(tmp_path / "file", new)
    assert told(new) == ["one", "two", "three"]


def test_the_clear_is_nowhere_in_a_sealed_file(old: Path, tmp_path: Path) -> None:
    pack(old, tmp_path / "file", "tea")
    whole = (tmp_path / "file").read_bytes()
    assert b"PRIVATE KEY" not in whole
    assert b"SQLite" not in whole
    assert not [path for path in old.iterdir() if path.is_dir() or path.suffix == ".part"]


def test_another_password_does_not_open_it(old: Path, new: Path, tmp_path: Path) -> None:
    pack(old, tmp_path / "file", "tea")
    with pytest.raises(CannotHandOver, match="does not open") as problem:
        unpack(tmp_path / "file", new, "coffee")
    assert problem.value.password
    assert [path.name for path in new.iterdir() if path.name != folder.LOCK] == []


def test_a_chat_that_is_there_is_not_written_over(old: Path, tmp_path: Path) -> None:
    there = make(tmp_path / "there", "mine")
    pack(old, tmp_path / "file")
    with pytest.raises(CannotHandOver, match="already") as problem:
        unpack(tmp_path / "file", there)
    assert problem.value.there
    assert told(there) == ["mine"]
    for number in (1, 2):
        taken = unpack(tmp_path / "file", there, set_aside=True)
        assert taken.aside == there / f"set-aside-{number}"
        assert told(there) == ["one", "two"]
    assert told(there / "set-aside-1") == ["mine"]


def test_a_folder_in_use_is_left_alone(old: Path, new: Path, tmp_path: Path) -> None:
    pack(old, tmp_path / "file")
    lock = folder.own(new)
    with pytest.raises(CannotHandOver, match="another server uses the folder"):
        unpack(tmp_path / "file", new)
    lock.release()
    unpack(tmp_path / "file", new)


def test_a_folder_without_a_chat(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CannotHandOver, match="There is no history"):
        pack(tmp_path / "empty", tmp_path / "file")
    assert not (tmp_path / "file").exists()


def test_a_place_that_cannot_be_written_to(old: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotHandOver, match="cannot be written"):
        pack(old, tmp_path / "nowhere" / "file")


def test_a_file_that_is_not_there(new: Path, tmp_path: Path) -> None:
    for act in (lambda: needs_password(tmp_path / "file"), lambda: unpack(tmp_path / "file", new)):
        with pytest.raises(CannotHandOver, match="cannot be read"):
            act()


# What somebody else made


def again(source: Path, target: Path, change: Callable[[dict[str, bytes]], object]) -> None:
    """The same archive with something changed."""
    with zipfile.ZipFile(source) as zipped:
        files = {name: zipped.read(name) for name in zipped.namelist()}
    change(files)
    with zipfile.ZipFile(target, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)


def said(archive: dict[str, bytes], **values: object) -> None:
    """Have the manifest say so."""
    archive[MANIFEST] = json.dumps(json.loads(archive[MANIFEST]) | values).encode()


WRONG: dict[str, Callable[[dict[str, bytes]], object]] = {
    "a path that leads out": lambda files: files.update({"../evil": b"x"}),
    "a path from the root": lambda files: files.update({"/tmp/evil": b"x"}),
    "a file that nobody packed": lambda files: files.update({"server.lock": b"x"}),
    "no manifest": lambda files: files.pop(MANIFEST),
    "no history": lambda files: files.pop(HISTORY),
    "no key, which is promised": lambda files: files.pop(KEY),
    "another key": lambda files: files.update({KEY: files[KEY].replace(b"A", b"B", 1)}),
    "another history": lambda files: files.update({HISTORY: files[HISTORY][:-1] + b"?"}),
    "a manifest that is none": lambda files: files.update({MANIFEST: b"[1, 2]"}),
    "a manifest without end": lambda files: files.update({MANIFEST: b"[" * 60_000}),
    "a manifest that is large": lambda files: files.update({MANIFEST: b" " * 70_000 + files[MANIFEST]}),
    "files that are none": lambda files: said(files, files=[HISTORY]),
    "a file of which nothing is said": lambda files: said(files, files={HISTORY: 1, KEY: 2}),
    "another pin": lambda files: said(files, pin="A" * 43),
    "an older format": lambda files: said(files, format=0),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_was_not_packed_here_does_not_come_in(old: Path, new: Path, tmp_path: Path, what: str) -> None:
    pack(old, tmp_path / "good")
    again(tmp_path / "good", tmp_path / "bad", WRONG[what])
    with pytest.raises(CannotHandOver):
        unpack(tmp_path / "bad", new)
    assert [path.name for path in new.iterdir() if path.name != folder.LOCK] == []
    assert not (tmp_path / "evil").exists()


def test_whatever_is_changed_in_it_nothing_else_comes_in(old: Path, new: Path, tmp_path: Path) -> None:
    """Every bit that zlib may stumble over; what is not told apart (a date) changes nothing."""
    pack(old, tmp_path / "good")
    good, key = (tmp_path / "good").read_bytes(), (old / KEY).read_bytes()
    for place in range(0, len(good), 7):
        bad = bytearray(good)
        bad[place] ^= 1 << place % 8
        (tmp_path / "bad").write_bytes(bad)
        try:
            unpack(tmp_path / "bad", new, set_aside=True)
        except CannotHandOver:
            continue
        assert told(new) == ["one", "two"]
        assert (new / KEY).read_bytes() == key


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_is_packed_in_another_way_is_not_ours(old: Path, new: Path, tmp_path: Path, packing: int) -> None:
    pack(old, tmp_path / "good")
    with zipfile.ZipFile(tmp_path / "good") as zipped, zipfile.ZipFile(tmp_path / "bad", "w", packing) as bad:
        for name in zipped.namelist():
            bad.writestr(name, zipped.read(name))
    with pytest.raises(CannotHandOver, match="damaged"):
        unpack(tmp_path / "bad", new)


def test_a_newer_format_says_so(old: Path, new: Path, tmp_path: Path) -> None:
    pack(old, tmp_path / "good")
    again(tmp_path / "good", tmp_path / "bad", lambda files: said(files, format=2))
    with pytest.raises(CannotHandOver, match="by a newer Chatapp"):
        unpack(tmp_path / "bad", new)


def test_more_than_the_disk_has_is_not_taken_out(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(old, tmp_path / "file")
    monkeypatch.setattr(handover, "SPARE", 2**62)
    with pytest.raises(CannotHandOver, match="not enough space"):
        unpack(tmp_path / "file", new)


def test_more_than_it_may_be_is_not_taken_out(
    old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(old, tmp_path / "file")
    monkeypatch.setitem(handover.LARGEST, HISTORY, 100)
    with pytest.raises(CannotHandOver, match="damaged"):
        unpack(tmp_path / "file", new)


@pytest.mark.parametrize("cut", [10, 200, 3_000])
def test_a_file_that_was_cut_short(old: Path, new: Path, tmp_path: Path, cut: int) -> None:
    for password in ("", "tea"):
        pack(old, tmp_path / "file", password)
        (tmp_path / "file").write_bytes((tmp_path / "file").read_bytes()[:-cut])
        with pytest.raises(CannotHandOver):
            unpack(tmp_path / "file", new, password)


@pytest.mark.parametrize("what", ["text", "half"])
def test_a_key_that_is_none_goes_nowhere(old: Path, tmp_path: Path, what: str) -> None:
    whole = (old / KEY).read_bytes()
    (old / KEY).write_bytes(b"not a key" if what == "text" else whole[: len(whole) // 2])
    with pytest.raises(CannotHandOver, match=r"key in .* cannot be read"):
        pack(old, tmp_path / "file")
    assert not (tmp_path / "file").exists()


def test_elsewhere_it_is_the_same_host(tmp_path: Path) -> None:
    """With what was said, the rules and the invites that let in; while the old one still runs."""
    first = Host(place=tmp_path / "here")
    before = first.start("127.0.0.1", [0]).result(20)
    steward = Steward(before.here, before.pin, before.steward)
    link = asyncio.run(_invite(steward))
    pack(tmp_path / "here", tmp_path / "file", "tea")
    first.close()
    taken = unpack(tmp_path / "file", tmp_path / "there", "tea")
    second = Host(place=tmp_path / "there")
    after = second.start("127.0.0.1", [0]).result(20)
    try:
        assert after.pin == before.pin == taken.pin == parse(link).pin
        assert after.steward != before.steward
        assert asyncio.run(_labels(Steward(after.here, after.pin, after.steward))) == ["Physics"]
    finally:
        second.close()


async def _invite(steward: Steward) -> str:
    async with in_charge(steward) as charge:
        return (await charge.ask(CreateInvite(label="Physics"), Invites)).link


async def _labels(steward: Steward) -> list[str]:
    async with in_charge(steward) as charge:
        return [invite.label for invite in (await charge.ask(GetInvites(), Invites)).invites]
