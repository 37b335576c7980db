"""`chatapp export`, as a program, on the folder of a server."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.app import export, folder
from chatapp.app.arguments import Export
from chatapp.app.export import run
from chatapp.storage.base import Storage
from chatapp.storage.opening import open_storage
from tests.storage.drafts import BO, delete, edit, message, react, say


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """A server's, which is open all the time, as by one that runs."""
    made = open_storage(tmp_path)
    say(
        made,
        message("one <b>"),
        message("two", BO, reply_to=1),
        edit(1, "one, edited <b>"),
        react(1, person=BO, name="Bo"),
    )
    say(made, message("gone"), delete(5), message("明日 🎉"))
    yield made
    made.close()


def command(*words: object) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "chatapp", "export", *map(str, words)]
    return subprocess.run(whole, capture_output=True, timeout=60, check=False, encoding="utf-8")


def test_lines_go_to_standard_output(storage: Storage, tmp_path: Path) -> None:
    done = command("tea", "--data-dir", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "#tea\n\n"
        "1970-01-01 00:00:01 Ann: one, edited <b> (edited) [👍 Bo]\n"
        "1970-01-01 00:00:02 Bo: [reply to Ann: one, edited <b>] two\n"
        "1970-01-01 00:00:05 Ann: (deleted)\n"
        "1970-01-01 00:00:07 Ann: 明日 🎉\n"
    )


def test_json_is_one_document(storage: Storage, tmp_path: Path) -> None:
    done = command("tea", "--format", "json", "--data-dir", tmp_path)
    assert json.loads(done.stdout) == {
        "room": "tea",
        "messages": [
            {
                "seq": 1,
                "time": "1970-01-01T00:00:01.000Z",
                "from": "Ann",
                "message": "one, edited <b>",
                "edited": "1970-01-01T00:00:03.000Z",
                "reactions": {"👍": ["Bo"]},
            },
            {"seq": 2, "time": "1970-01-01T00:00:02.000Z", "from": "Bo", "message": "two", "replyTo": 1},
            {"seq": 5, "time": "1970-01-01T00:00:05.000Z", "from": "Ann", "message": "", "deleted": True},
            {"seq": 7, "time": "1970-01-01T00:00:07.000Z", "from": "Ann", "message": "明日 🎉"},
        ],
    }


def test_a_file_says_by_its_ending_what_it_is(storage: Storage, tmp_path: Path) -> None:
    page = tmp_path / "tea.HTML"
    done = command("tea", "--data-dir", tmp_path, "--output", page)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert "one, edited &lt;b&gt;" in text


def test_a_room_that_is_not_there_is_a_sentence(storage: Storage, tmp_path: Path) -> None:
    say(storage, message(), room="cake")
    done = command("nowhere", "--data-dir", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "chatapp export: this server has no room “nowhere”. It has tea, cake.\n"


def test_a_folder_without_a_history_is_a_sentence(tmp_path: Path) -> None:
    done = command("tea", "--data-dir", tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "There is no history" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_usual_folders_are_looked_into(capsys: pytest.CaptureFixture[str]) -> None:
    for place in (folder.of_window(), folder.of_serve()):
        place.mkdir(parents=True)
        storage = open_storage(place)
        say(storage, message(f"in {place.name}"))
        storage.close()
        assert run(Export("tea")) == 0
        assert f"in {place.name}" in capsys.readouterr().out


def test_what_a_profile_hosted_is_read_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    for profile in ("", "work"):
        place = folder.of_window(profile)
        place.mkdir(parents=True)
        storage = open_storage(place)
        say(storage, message(f"of “{profile}”"))
        storage.close()
    assert run(Export("tea", profile="work")) == 0
    assert "of “work”" in (said := capsys.readouterr().out)
    assert "of “”" not in said


def test_what_was_there_before_stays_where_something_fails(
    storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "tea.txt"
    file.write_text("before")

    def interrupted(done: int, top: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(export, "_say_nothing", interrupted)
    assert run(Export("tea", data_dir=tmp_path, output=file)) == 1
    assert file.read_text() == "before"
    assert not [other for other in tmp_path.iterdir() if other.name.endswith(".part")]


def test_a_place_that_cannot_be_written_is_a_sentence(
    storage: Storage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "nowhere" / "tea.txt"
    assert run(Export("tea", data_dir=tmp_path, output=file)) == 1
    told = capsys.readouterr().err
    assert (
        told
        == f"chatapp export: {file} cannot be written: No such file or directory. Choose another place with --output.\n"
    )


def test_a_reader_that_has_seen_enough_ends_it_quietly(storage: Storage, tmp_path: Path) -> None:
    say(storage, *[message("x" * 500) for _ in range(2_000)])
    whole = [sys.executable, "-m", "chatapp", "export", "tea", "--data-dir", tmp_path]
    with subprocess.Popen(whole, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=30) == 1


def test_progress_is_told_where_somebody_sees_it(
    storage: Storage, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "STEP", 3)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run(Export("tea", data_dir=tmp_path, output=tmp_path / "tea.txt")) == 0
    assert capsys.readouterr().err == "\r1 of 7\r4 of 7\r7 of 7\n"
