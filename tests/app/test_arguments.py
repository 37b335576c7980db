"""The command line."""

from pathlib import Path

import pytest

from chatapp import __version__
from chatapp.app import folder
from chatapp.app.arguments import Export, Open, Serve, parse
from chatapp.protocol import limits
from chatapp.protocol.invite import Address, Invite
from chatapp.server.config import ServerConfig
from chatapp.storage.base import Retention


def test_nothing_said_opens_the_window() -> None:
    assert parse([]) == Open()


def test_an_address_is_joined() -> None:
    opening = parse(["192.168.1.20", "--name", "Ann", "--bind", "127.0.0.1"])
    assert opening == Open(Invite((Address("192.168.1.20"),)), "Ann", "127.0.0.1", given="192.168.1.20")
    assert not opening.is_linked


@pytest.mark.parametrize("link", ["chatapp://a:1/tea", "CHATAPP://a", " chatapp://a:1,b:2 "])
def test_what_may_come_from_elsewhere_is_told_apart(link: str) -> None:
    assert parse([link]).is_linked  # type: ignore[union-attr]  # it is an Open
    assert not parse([]).is_linked  # type: ignore[union-attr]


@pytest.mark.parametrize("link", ["chatapp://", "chatapp://a:1/tea#f=cut-off", "chatapp:nonsense"])
def test_a_damaged_link_is_for_the_window_to_explain(link: str) -> None:
    """It was clicked: nobody would see what stands on standard error."""
    opening = parse([link])
    assert opening == Open(given=link)
    assert opening.is_linked


def test_a_profile_is_opened_by_its_name() -> None:
    assert parse(["--profile", "Work"]) == Open(profile="work")
    assert parse(["export", "tea", "--profile", "work"]) == Export("tea", profile="work")


def test_serve_as_documented() -> None:
    words = "--host 127.0.0.1 --port 0 --data-dir /d --history durable --rate-limit off --max-connections 7"
    words += " --keep-days 2 --keep-messages 30 --keep-megabytes 4 --announce off"
    more = "--max-connections-per-address 3 --log-level debug"
    assert parse(["serve", *words.split(), *more.split()]) == Serve(
        ServerConfig(
            host="127.0.0.1",
            port=0,
            data_dir=Path("/d"),
            history="durable",
            retention=Retention(max_age=2 * 24 * 3600, max_events=30, max_bytes=4 * 1024 * 1024),
            rate_limits=False,
            max_connections=7,
            max_connections_per_address=3,
            announce=False,
            log_level="debug",
        )
    )


def test_the_promises_are_the_defaults() -> None:
    [config] = [serving.config for serving in [parse(["serve"])] if isinstance(serving, Serve)]
    assert (config.port, config.rate_limits) == (limits.PORT, True)
    assert (config.history, config.data_dir, config.retention) == ("durable", folder.of_serve(), Retention())
    assert (config.max_connections, config.max_connections_per_address) == (500, 64)


def test_what_is_kept_in_memory_needs_no_folder() -> None:
    assert parse(["serve", "--history", "memory"]) == Serve(ServerConfig(host="0.0.0.0", log_level="warning"))
    [config] = [serving.config for serving in [parse(["serve", "--history", "memory", "--data-dir", "/d"])]]
    assert (config.history, config.data_dir) == ("memory", Path("/d"))


def test_export_as_documented() -> None:
    assert parse(["export", "tea"]) == Export("tea")
    words = ["export", "tea", "--format", "html", "--data-dir", "/d", "--output", "/o/tea.html"]
    assert parse(words) == Export("tea", "html", Path("/d"), Path("/o/tea.html"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["export"], "required: ROOM"),
        (["export", "tea", "--format", "pdf"], "invalid choice: 'pdf'"),
        (["serve", "--port", "65536"], "is not a port: a number from 0 to 65535"),
        (["serve", "--port", "-1"], "is not a port"),
        (["serve", "--port", "²"], "is not a port"),
        (["serve", "--port", "x"], "is not a port"),
        (["serve", "--max-connections", "0"], "is not a number of connections: 1 or more"),
        (["serve", "--max-connections-per-address", "many"], "is not a number of connections"),
        (["serve", "--history", "tape"], "'tape' is not one of memory, durable"),
        (["serve", "--keep-days", "0"], "is not an amount: a whole number from 1 to"),
        (["serve", "--keep-messages", "all"], "is not an amount"),
        (["serve", "--keep-megabytes", "9" * 400], "is not an amount"),
        (["serve", "--history", "memory", "--keep-days", "2"], "--keep-days is about a durable history"),
        (["serve", "--rate-limit", "sometimes"], "'sometimes' is neither on nor off"),
        (["serve", "extra"], "unrecognized arguments: extra"),
        (["http://example.org"], "An address starts with ws://, wss:// or chatapp://"),
        (["a b"], "is not an address"),
        (["--profile", "../other"], "'../other' is not a profile: up to 32 of a to z, 0 to 9, - _ and ."),
        (["--profile", ""], "is not a profile"),
        (["export", "tea", "--profile", "work", "--data-dir", "/d"], "give one of them"),
    ],
)
def test_wrong_words_end_with_a_sentence(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(words)
    assert end.value.code == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["serve", "--help"], ["export", "--help"], ["--version"]])
def test_help_is_an_answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(words)
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(("usage: chatapp", f"Chatapp {__version__}"))


def test_help_names_every_limit_that_a_host_can_change(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["serve", "--help"])
    text = capsys.readouterr().out
    for number in (limits.PORT, limits.CONNECTIONS, limits.CONNECTIONS_PER_ADDRESS, limits.MESSAGE, limits.ROOMS):
        assert str(number) in text
