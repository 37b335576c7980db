"""`chatapp identity`: the same person on another computer."""

import subprocess
import sys
from pathlib import Path

import pytest

from chatapp.app import arguments, folder
from chatapp.app.identity_command import MoveIdentity, run
from chatapp.security import person


def command(*words: object) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "chatapp", "identity", *map(str, words)]
    return subprocess.run(whole, capture_output=True, timeout=60, check=False, encoding="utf-8")


def test_from_one_person_to_another(tmp_path: Path) -> None:
    file = tmp_path / "me"
    done = command("export", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert "can be you" in done.stdout
    seed = person.read(file)
    assert person.find(folder.of_person(), "chatapp").seed == seed
    done = command("import", file, "--profile", "other")
    assert (done.returncode, done.stderr) == (0, "")
    assert person.find(folder.of_person("other"), "chatapp-other").seed == seed
    done = command("import", file, "--profile", "other")
    assert "identity.before-1.key" in done.stdout


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "me").write_text("a diary")
    assert run(MoveIdentity("export", tmp_path / "me")) == 1
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "me").read_text() == "a diary"


@pytest.mark.parametrize("text", [None, "a diary"])
def test_what_is_no_identity_changes_nobody(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / "me").write_text(text)
    assert run(MoveIdentity("import", tmp_path / "me")) == 1
    assert capsys.readouterr().err.startswith("chatapp identity: ")
    assert not (folder.of_person() / person.FILE).exists()


def test_a_locked_keyring_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.of_person().mkdir(parents=True)
    (folder.of_person() / person.NOTE).touch()
    assert run(MoveIdentity("export", tmp_path / "me")) == 1
    assert "locked" in capsys.readouterr().err
    assert not (tmp_path / "me").exists()


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "nowhere" / "me"
    assert run(MoveIdentity("export", file)) == 1
    assert capsys.readouterr().err == f"chatapp identity: {file} cannot be written: No such file or directory.\n"


@pytest.mark.parametrize("text", ["damaged", None])
def test_what_is_to_be_known_of_the_key_is_said(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.of_person().mkdir(parents=True)
    if text is not None:
        (folder.of_person() / person.FILE).write_text(text)
    assert run(MoveIdentity("export", tmp_path / "me")) == 0
    assert bool(capsys.readouterr().err) is (text is not None)


def test_its_words() -> None:
    assert arguments.parse(["identity", "import", "f"]) == MoveIdentity("import", Path("f"))
    wanted = arguments.parse(["identity", "export", "f", "--profile", "Work"])
    assert wanted == MoveIdentity("export", Path("f"), "work")
    for words in (["identity"], ["identity", "show", "f"], ["identity", "export", "f", "--profile", ".."]):
        with pytest.raises(SystemExit):
            arguments.parse(words)
