"""How a line of the log is written, and what never stands in one."""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.app import logs
from chatapp.protocol.invite import Address, Invite
from chatapp.server.config import ServerConfig

SECRET = "ZbPq3vKx-9_secretText0w7"


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    ends = []

    def start(**more: Any) -> Path:
        ends.append(logs.begin(ServerConfig(data_dir=tmp_path, **more)))
        return tmp_path / "server.log"

    yield start
    for end in ends:
        end()


def record(message: str, *words: object, **extra: object) -> logging.LogRecord:
    made = logging.getLogger("chatapp.test").makeRecord(
        "chatapp.test", logging.WARNING, "file.py", 1, message, words, None, extra=extra
    )
    made.created = 1_790_000_000.25
    return made


def test_a_line_for_programs_is_one_object() -> None:
    line = logs.JsonLines().format(record("%s came\nand went", "Zoë", address="::1", count=3, ok=True, what=[1]))
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2026-09-21T14:13:20.250Z",
        "level": "warning",
        "logger": "chatapp.test",
        "message": "Zoë came\nand went",
        "address": "::1",
        "count": 3,
        "ok": True,
        "what": "[1]",
    }


@given(message=st.text(), extra=st.text())
def test_whatever_is_said_stays_on_one_line(message: str, extra: str) -> None:
    for form in (logs.JsonLines(), logs.TextLines()):
        assert len(form.format(record("%s", message, extra=extra)).splitlines()) == 1
    assert json.loads(logs.JsonLines().format(record("%s", message)))["level"] == "warning"


def failure(text: str = "") -> logging.LogRecord:
    """What is logged of an exception that says so."""

    def fail() -> None:
        raise ValueError(text)

    made = record("it failed")
    try:
        fail()
    except ValueError:
        made.exc_info = sys.exc_info()
    return made


def test_a_traceback_is_told() -> None:
    line = json.loads(logs.JsonLines().format(failure()))
    assert line["exception"].startswith("Traceback")
    assert "ValueError" in line["exception"]
    assert "Traceback" in logs.TextLines().format(failure())


LINK = Invite((Address("192.0.2.1"),), "tea", "A" * 43, SECRET)

SPOKEN = [
    LINK.link,
    repr(LINK),
    json.dumps({"link": LINK.link}),
    f"GET /tea?f=x&k={SECRET} HTTP/1.1",
    json.dumps({"action": "identify", "payload": {"auth": {"password": SECRET}}}),
    json.dumps({"auth": {"invite": SECRET, "admin": SECRET, "resume": SECRET, "proof": SECRET}}),
    json.dumps(json.dumps({"auth": {"resume": SECRET}})),
    repr(json.dumps({"auth": {"resume": SECRET}}).encode()),
    repr({"password": SECRET, "token": SECRET}),
    json.dumps({"action": "sendMessage", "payload": {"message": f'said "{SECRET}"', "room": "x"}}),
    json.dumps({"action": "search", "payload": {"query": SECRET}}),
    f"CHATAPP_PASSWORD={SECRET}",
    f"admin secret={SECRET}",
    f"Identify(username='Ann', auth=Auth(password='{SECRET}', resume='{SECRET}'))",
    repr(ServerConfig(password=SECRET)),
]


@pytest.mark.parametrize("text", SPOKEN)
@pytest.mark.parametrize("form", logs.FORMS.values(), ids=logs.FORMS.keys())
def test_no_secret_comes_through(form: Callable[[], logging.Formatter], text: str) -> None:
    formatter = form()
    for made in (record(text.replace("%", "%%")), record("%s", text), record("%r", text), record("x", detail=text)):
        assert SECRET not in formatter.format(made)
    assert SECRET not in formatter.format(failure(text))


@pytest.mark.parametrize(
    "text",
    [
        "192.0.2.7 was refused: Upgrade Required",
        "What is said is kept in /var/lib/chatapp",
        "The password was changed by Ann",
        "Ann made an invite: “the neighbours”",
        "an admin: Ann",
    ],
)
def test_what_is_no_secret_is_told(text: str) -> None:
    assert logs.without_secrets(text) == text


def test_it_goes_to_the_folder_too_and_in_the_form_that_was_chosen(
    begin: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file = begin(log_format="json", log_level="info")
    log = logging.getLogger("chatapp.some.part")
    log.debug("not this")
    log.info("one %s", "\udcff")
    [line] = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["logger"] == "chatapp.some.part"
    assert capsys.readouterr().err.count("\n") == 1


def test_what_a_library_complains_of_is_written_in_the_same_way(begin: Callable[..., Path]) -> None:
    file = begin(log_format="json", log_level="debug")
    logging.getLogger("asyncio").warning("a library complains: %s", LINK.link)
    logging.getLogger("asyncio").info("and tells more than anybody wants to know")
    [line] = file.read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["logger"] == "asyncio"
    assert SECRET not in line


def test_the_file_is_followed_by_another(
    begin: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logs, "SIZE", 2000)
    file = begin()
    for number in range(100):
        logging.getLogger("chatapp").warning("line %s %s", number, "x" * 50)
    files = sorted(file.parent.glob("server.log*"))
    assert [each.name for each in files] == ["server.log", "server.log.1", "server.log.2", "server.log.3"]
    assert all(each.stat().st_size <= 2000 for each in files)
    assert re.search(r"line 99 x+\n$", file.read_text())


def test_a_file_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "server.log").mkdir()
    with pytest.raises(logs.CannotLog, match="cannot be written"):
        logs.begin(ServerConfig(data_dir=tmp_path))
