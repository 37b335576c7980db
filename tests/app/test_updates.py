"""A newer version is told of, and nothing else ever is."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from chatapp import assets
from chatapp.app.updates import Feed, feed, look, newer, watch
from chatapp.gui.settings import Settings

versions = st.lists(st.integers(0, 999), min_size=1, max_size=4).map(lambda parts: ".".join(map(str, parts)))


@pytest.mark.parametrize(
    ("found", "ours", "is_newer"),
    [
        ("1.0.1", "1.0.0", True),
        ("1.10", "1.9.9", True),
        ("1.0.0", "1.0.0", False),
        ("0.9", "1.0", False),
        ("", "1.0", False),
        ("latest", "1.0", False),
        ("2.0rc1", "1.0", False),
        ("９.0", "1.0", False),
        ("1" * 5000, "1.0", False),
    ],
)
def test_a_later_version_is_newer(found: str, ours: str, is_newer: bool) -> None:
    assert newer(found, ours) is is_newer


@given(versions, versions)
def test_one_of_two_is_newer_at_most(one: str, other: str) -> None:
    assert not (newer(one, other) and newer(other, one))


@given(st.text())
def test_any_text_may_be_found(found: str) -> None:
    newer(found)


def test_a_checkout_asks_nobody() -> None:
    assert feed() is None


@pytest.mark.parametrize(
    ("named", "is_one"),
    [
        ('{"latest": "https://a/latest.json", "page": "https://a/"}', True),
        ('{"latest": "http://a/latest.json", "page": "https://a/"}', False),
        ('{"latest": "https://a/latest.json"}', False),
        ("[]", False),
        ("{", False),
    ],
)
def test_a_release_says_whom_to_ask(named: str, is_one: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "release.json").write_text(named)
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    assert (feed() is not None) is is_one


class Site(http.server.ThreadingHTTPServer):
    """Answers every request alike, and remembers what was asked."""

    answer = b""
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.asked: list[tuple[str, dict[str, str]]] = []


class Page(http.server.BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.01,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


@pytest.fixture
def ask(site: Site) -> Callable[[bytes], Feed]:
    def asked(answer: bytes) -> Feed:
        site.answer = answer
        return Feed(f"http://127.0.0.1:{site.server_address[1]}/latest.json", "")

    return asked


async def test_nothing_about_the_person_is_sent(site: Site, ask: Callable[[bytes], Feed]) -> None:
    assert await look(ask(b'{"version": "999.0"}')) == "999.0"
    [(path, headers)] = site.asked
    assert path == "/latest.json"
    assert {name.lower() for name in headers} <= {"host", "user-agent", "accept-encoding", "connection"}
    assert headers["User-Agent"] == "Chatapp"


@pytest.mark.parametrize(
    "answer",
    [b"", b"{", b"[]", b"7", b'{"version": 7}', b'{"version": "0.0"}', b"\xff", b"[" * 4096, b'"' + b"x" * 100_000],
)
async def test_what_is_no_answer_is_none(ask: Callable[[bytes], Feed], answer: bytes) -> None:
    assert await look(ask(answer)) is None


async def test_an_error_is_none(site: Site, ask: Callable[[bytes], Feed]) -> None:
    site.status = 500
    assert await look(ask(json.dumps({"version": "999.0"}).encode())) is None


class Clock:
    """A wall clock that is as late as somebody has waited."""

    def __init__(self, at: float) -> None:
        self.at = at
        self.waited = 0

    def __call__(self) -> float:
        return self.at

    async def wait(self, seconds: float) -> None:
        self.at += seconds
        self.waited += 1
        if self.waited > 100:
            raise TimeoutError


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


async def test_it_looks_once_a_day_until_there_is_something(
    site: Site, ask: Callable[[bytes], Feed], settings: Settings
) -> None:
    clock = Clock(1_790_000_000.0)
    source = ask(b'{"version": "0.0"}')._replace(page="https://a/")
    told: list[tuple[str, str]] = []
    with pytest.raises(TimeoutError):
        await watch(settings, lambda *words: told.append(words), source, clock, clock.wait)
    assert (told, len(site.asked)) == ([], 5), "100 hours are four days and a bit"
    site.answer = b'{"version": "999.0"}'
    settings.updates_asked = 0.0
    await watch(settings, lambda *words: told.append(words), source, clock, clock.wait)
    assert told == [("999.0", "https://a/")]


async def test_who_does_not_want_it_is_not_asked_for(
    site: Site, ask: Callable[[bytes], Feed], settings: Settings
) -> None:
    settings.updates = False
    clock = Clock(1_790_000_000.0)
    with pytest.raises(TimeoutError):
        await watch(settings, lambda *_: None, ask(b""), clock, clock.wait)
    assert site.asked == []
    await watch(settings, lambda *_: None, None, clock, clock.wait)


async def test_nobody_there_is_none() -> None:
    assert await look(Feed("http://127.0.0.1:1/latest.json", "")) is None
