"""`chatapp handover`, as a program."""

import getpass
import subprocess
import sys
from pathlib import Path

import pytest

from chatapp.app import folder
from chatapp.app.arguments import parse
from chatapp.app.handover_command import HandOver, run
from tests.app.test_handover import make, told


def command(*words: object) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "chatapp", "handover", *map(str, words)]
    return subprocess.run(whole, capture_output=True, timeout=60, check=False, encoding="utf-8")


def test_from_one_folder_to_another_with_a_password(tmp_path: Path) -> None:
    old, new, file, word = make(tmp_path / "old", "one"), tmp_path / "new", tmp_path / "my.chatapp", tmp_path / "word"
    word.write_text("correct horse\nnot this line\n", encoding="utf-8")
    done = command("export", file, "--data-dir", old, "--password-file", word)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Whoever has it can be this host" in done.stdout
    done = command("import", file, "--data-dir", new, "--password-file", word)
    assert (done.returncode, done.stderr) == (0, "")
    assert told(new) == ["one"]
    done = command("import", file, "--data-dir", new, "--password-file", word)
    assert done.returncode == 1
    assert "--set-aside" in done.stderr
    done = command("import", file, "--data-dir", new, "--password-file", word, "--set-aside")
    assert (done.returncode, done.stderr) == (0, "")
    assert "set-aside-1" in done.stdout


def test_a_password_is_asked_for_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    old, file = make(tmp_path / "old", "one"), tmp_path / "file"
    answers = iter(["green tea", "coffee", "green tea", "green tea", "", "", "tea", "tea"])
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(answers))
    wanted = HandOver("export", file, old)
    assert run(wanted) == 1
    assert not file.exists()
    assert run(wanted) == 0
    assert file.exists()
    assert run(wanted) == 1, "what is there is not written over"
    file.unlink()
    for _nothing_then_too_short in range(2):
        assert run(wanted) == 1
        assert not file.exists()


def test_words(tmp_path: Path) -> None:
    assert parse(["handover", "export", "f", "--profile", "Work"]) == HandOver("export", Path("f"), profile="work")
    assert parse(["handover", "import", "f", "--set-aside"]) == HandOver("import", Path("f"), set_aside=True)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "export",
        "give f",
        "export f --set-aside",
        "import f --no-password",
        "export f --no-password --password-file g",
        "export f --profile a --data-dir b",
        "export f --profile /",
    ],
)
def test_words_that_mean_nothing(words: str) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["handover", *words.split()])
    assert ended.value.code == 2


def test_the_usual_folder_is_the_window_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(folder, "of_window", lambda profile="": make(tmp_path / f"host{profile}", f"of {profile}"))
    assert run(HandOver("export", tmp_path / "f", profile="club", no_password=True)) == 0
    assert run(HandOver("import", tmp_path / "f", tmp_path / "new")) == 0
    assert told(tmp_path / "new") == ["of club"]


def test_a_password_file_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(HandOver("export", tmp_path / "f", tmp_path, password_file=tmp_path / "none")) == 1
    assert capsys.readouterr().err == (
        f"chatapp handover: {tmp_path / 'none'}: it cannot be read: No such file or directory. Nothing was written.\n"
    )


def test_a_folder_without_a_chat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path, tmp_path / "none"):
        assert run(HandOver("export", tmp_path / "f", place, no_password=True)) == 1
        assert f"There is no history in {place}" in capsys.readouterr().err
