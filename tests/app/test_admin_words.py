"""The words of `chatapp admin` and `chatapp invite`."""

from pathlib import Path

import pytest

from chatapp.app.admin_words import parse_admin, parse_invite
from chatapp.app.arguments import Admin, parse


def test_they_are_commands_of_the_program() -> None:
    found = parse(["admin", "--data-dir", "here", "kick", "Bo", "--why", "Enough."])
    assert isinstance(found, Admin)
    assert (found.command, found.words.deed, found.words.who, found.words.why) == ("admin", "kick", "Bo", "Enough.")
    assert found.words.data_dir == Path("here")
    found = parse(["invite"])
    assert isinstance(found, Admin)
    assert (found.command, found.words.deed, found.words.days, found.words.qr) == ("invite", "invite", 7, False)


@pytest.mark.parametrize(
    ("words", "deed"), [(["--list"], "list"), (["--revoke", "x"], "revoke"), (["--room", "tea"], "invite")]
)
def test_what_is_done_with_invites(words: list[str], deed: str) -> None:
    assert parse_invite(words).deed == deed


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["kick"],
        ["plain"],
        ["plain", "maybe"],
        ["limit", "many"],
        ["limit", "-1"],
        ["limit", "9" * 5_000],
        ["ban", "--days", "99999"],
        ["room", "tea", "--slow", "3601"],
        ["--profile", "a", "--data-dir", "b", "status"],
        ["--profile", "No Such!", "status"],
    ],
)
def test_wrong_words(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse_admin(words)
    assert end.value.code == 2
    assert "chatapp admin" in capsys.readouterr().err


@pytest.mark.parametrize(("deed", "what"), [("lock", "Let nobody new in."), ("room", "How a room is written in.")])
def test_each_says_what_it_is(deed: str, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_admin([deed, "--help"])
    assert f"\n\n{what}\n" in capsys.readouterr().out


def test_two_things_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_invite(["--list", "--revoke", "x"])
    assert "one of them" in capsys.readouterr().err


def test_no_password_is_ever_a_word() -> None:
    with pytest.raises(SystemExit):
        parse_admin(["password", "sesame"])
