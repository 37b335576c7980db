"""`chatapp admin` and `chatapp invite` against a server that runs."""

import getpass
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatapp.app import admin, answer, steward
from chatapp.app.arguments import Admin, parse
from chatapp.app.hosting import Host, Listening
from chatapp.protocol import pin
from chatapp.protocol.invite import parse as parse_invite

Run = Callable[..., list[str]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "host"


@pytest.fixture
def listening(place: Path) -> Iterator[Listening]:
    host = Host(place=place)
    yield host.start("127.0.0.1", [0], "Ann").result(20.0)
    host.close()


@pytest.fixture
def run(place: Path, listening: Listening, capsys: pytest.CaptureFixture[str]) -> Run:
    """Has the program do something, and gives its lines."""

    def do(*words: str, fails: bool = False) -> list[str]:
        command, *rest = words
        wanted = parse([command, "--data-dir", str(place), *rest])
        assert isinstance(wanted, Admin)
        assert admin.run(wanted) == int(fails)
        told = capsys.readouterr()
        assert bool(told.err) == fails
        return (told.err if fails else told.out).splitlines()

    return do


def facts(lines: list[str]) -> dict[str, str]:
    return {line[:12].strip(): line[13:] for line in lines}


def test_the_server(run: Run, listening: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    before = facts(run("admin", "status"))
    assert before == {
        "name": "none",
        "password": "no",
        "locked": "no",
        "invite-only": "no",
        "plain": "taken",
        "people": "at most 500",
        "addresses": f"127.0.0.1:{listening.port}",
        "code": pin.code(listening.pin),
    }
    monkeypatch.setattr(sys, "stdin", io.StringIO("open sesame\n"))
    assert facts(run("admin", "password"))["password"] == "yes"
    assert facts(run("admin", "password", "--remove"))["password"] == "no"
    run("admin", "lock")
    run("admin", "name", "Tea house")
    run("admin", "invite-only", "on")
    run("admin", "plain", "off")
    now = facts(run("admin", "limit", "9"))
    assert {name: now[name] for name in now if now[name] != before[name]} == {
        "name": "Tea house",
        "locked": "yes",
        "invite-only": "yes",
        "plain": "refused",
        "people": "at most 9",
    }
    assert facts(run("admin", "unlock"))["locked"] == "no"
    assert facts(run("admin", "plain", "on"))["plain"] == "taken"
    log = run("admin", "log", "--all")
    assert len(log) == 9
    assert log[-1].endswith(": setServer password: yes")
    assert not any("sesame" in line for line in log)


def test_people(run: Run) -> None:
    [line] = run("admin", "people")
    number, name, address, *_ = line.split()
    assert name.startswith("operator-")
    assert address == "127.0.0.1"
    assert line.endswith("encrypted, in charge")
    assert "that is you" in " ".join(run("admin", "kick", str(int(number) + 1), fails=True)).lower()
    assert "Nobody" in run("admin", "kick", "Bo", fails=True)[0]


def test_bans(run: Run) -> None:
    [line] = run("admin", "ban", "--address", "192.0.2.7", "--days", "3", "--why", "Enough.")
    assert "192.0.2.7  until 20" in line
    assert line.endswith("Enough.")
    assert run("admin", "bans") == [line]
    assert run("admin", "unban", line.split()[0]) == []
    assert "one of them" in run("admin", "ban", fails=True)[0]
    assert "very computer" in run("admin", "ban", "--address", "127.0.0.1", fails=True)[0]


def test_rooms(run: Run) -> None:
    assert run("admin", "room", "default", "--announce", "on", "--slow", "30") == [
        "announce     yes",
        "slow         30",
    ]
    assert "no room" in run("admin", "room", "tea", "--slow", "30", fails=True)[0]


def test_invites(run: Run, listening: Listening) -> None:
    link, *picture = run("invite", "--label", "for Bo", "--qr")
    invite = parse_invite(link)
    assert (invite.pin, [str(one) for one in invite.addresses]) == (listening.pin, [f"127.0.0.1:{listening.port}"])
    assert len(invite.secret) >= 22, "128 bits"
    assert len(picture) > 20
    assert len({len(line) for line in picture}) == 1
    [line] = run("invite", "--list")
    assert "for Bo" in line
    assert invite.secret not in line
    assert run("invite", "--revoke", line.split()[0]) == []
    run("invite", "--days", "0")
    assert "for good" in run("invite", "--list")[0]


def test_nobody_is_there(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = parse(["admin", "--data-dir", str(place), "status"])
    assert isinstance(wanted, Admin)
    assert admin.run(wanted) == 1
    assert "No server runs" in capsys.readouterr().err
    place.mkdir()
    steward.leave(place, steward.Steward(parse_invite("127.0.0.1:9").addresses[0], "", "secret"))
    assert admin.run(wanted) == 1
    assert capsys.readouterr().err.startswith("chatapp admin: ")


def test_a_secret_of_another_run(run: Run, place: Path) -> None:
    keys = steward.find(place)
    steward.leave(place, steward.Steward(keys.here, keys.pin, "of yesterday"))
    assert "own secret" in run("admin", "status", fails=True)[0]


def test_another_server_at_its_place_is_told_nothing(run: Run, place: Path) -> None:
    keys = steward.find(place)
    other = keys.pin[:-2] + ("AA" if not keys.pin.endswith("AA") else "QA")
    steward.leave(place, steward.Steward(keys.here, other, keys.secret))
    [said] = run("admin", "status", fails=True)
    assert f"at {keys.here} is another one" in said


def test_what_nobody_reads_to_its_end(
    place: Path, listening: Listening, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def say(_: object) -> None:
        raise answer.NotSaid

    monkeypatch.setattr(answer, "say", say)
    wanted = parse(["admin", "--data-dir", str(place), "status"])
    assert isinstance(wanted, Admin)
    assert admin.run(wanted) == 1
    assert capsys.readouterr() == ("", "")


def test_it_is_gone_with_the_server(place: Path) -> None:
    host = Host(place=place)
    host.start("127.0.0.1", [0], "Ann").result(20.0)
    assert (place / steward.FILE).exists()
    host.close()
    assert not (place / steward.FILE).exists()


@pytest.mark.parametrize("password", ["", "\n", "x" * 257])
def test_no_password_is_too_short_or_too_long(run: Run, password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(password))
    assert "Nothing was changed" in run("admin", "password", fails=True)[0]


def test_a_password_is_asked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["sesame", "sesame", "sesame", "tahini"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda _: next(answers))
    assert admin._new_password() == "sesame"
    with pytest.raises(admin.NotDone, match="different"):
        admin._new_password()

    def nothing(_: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", nothing)
    with pytest.raises(admin.NotDone, match="Nothing was changed"):
        admin._new_password()
