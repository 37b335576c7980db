"""What a command prints, to whoever reads it or does not."""

import subprocess
import sys
from pathlib import Path

import pytest

from chatapp.app import answer
from chatapp.app.answer import NotSaid

FULL = Path("/dev/full")
SAYS = """
import sys
from chatapp.app import answer
try:
    answer.say(f"{number}\\n" for number in range(100_000))
except answer.NotSaid as problem:
    print(f"“{problem}”", file=sys.stderr)
"""
TELLS = """
import sys
from chatapp.app import answer
sys.stdin.readline()
answer.tell("one")
answer.tell("two")
print("still here", file=sys.stderr)
"""


def test_all_of_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    answer.say(["a", "b\n"])
    answer.tell("c")
    assert capsys.readouterr().out == "ab\nc\n"


def test_why_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer.refuse("dance", "There is no music.") == 1
    assert answer.refuse("dance", NotSaid()) == 1
    assert capsys.readouterr() == ("", "chatapp dance: There is no music.\n")


def test_a_program_without_a_terminal_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    answer.say(["a"])
    answer.tell("b")


def test_what_making_it_raises_is_not_about_saying_it() -> None:
    def pieces() -> object:
        yield "a"
        raise OSError("a bad disk")

    with pytest.raises(OSError, match="a bad disk"):
        answer.say(pieces())  # type: ignore[arg-type]  # it is one


def started(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_who_has_heard_enough_is_no_fault() -> None:
    with started(SAYS) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == "0\n"
        program.stdout.close()
        assert program.stderr.read() == "“”\n"
        assert program.wait(30) == 0


def test_who_is_told_may_go_away_meanwhile() -> None:
    with started(TELLS) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        program.stdin.write("go\n")
        program.stdin.close()
        assert program.stderr.read() == "still here\n"
        assert program.wait(30) == 0


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
def test_a_disk_that_is_full_is_a_sentence() -> None:
    with FULL.open("w") as full:
        whole = [sys.executable, "-c", SAYS]
        done = subprocess.run(whole, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", timeout=30, check=False)
    assert done.stderr == "“standard output cannot be written: No space left on device.”\n"
    assert done.returncode == 0


def test_the_sentence_of_one_that_nobody_reads_is_empty() -> None:
    assert str(NotSaid()) == ""
