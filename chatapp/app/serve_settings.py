"""What can be set for `chatapp serve`, each thing described once.

The name of a setting is what it is called everywhere: `max-connections` is `--max-connections` on the command line,
`CHATAPP_MAX_CONNECTIONS` in the environment and `max-connections` in the file. Help, man page (`packaging/
generate_man.py`), what is read (`serve_sources`) and what `--print-config` prints all come from here.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from chatapp.app import folder
from chatapp.app import password as passwords
from chatapp.protocol import limits
from chatapp.server.config import ServerConfig
from chatapp.storage.base import Retention

LOG_LEVELS: Final = ("debug", "info", "warning", "error")
DAY: Final = 24 * 60 * 60.0
MEGABYTE: Final = 1024 * 1024
AMOUNT: Final = 1_000_000_000
PREFIX: Final = "CHATAPP_"

Value = str | int | bool | Path | None
Values = Mapping[str, Any]
"""a `Value` for each setting, of the kind that its reader gives"""

_KEPT: Final = Retention()
_YES: Final = frozenset(("on", "true", "yes", "1"))
_NO: Final = frozenset(("off", "false", "no", "0"))


class Setting(NamedTuple):
    name: str
    metavar: str
    """what stands for the value in help and man page"""
    read: Callable[[str], Value]
    """the value that a text means. Raises ValueError with a clause that goes on after it: 'x' is not …"""
    help: str
    """one line, without what it is by default"""
    default: Value = None
    by_default: str = ""
    """what help says of the default; empty for the value itself"""
    form: type = str
    """what it is in a TOML file"""
    secret: bool = False
    """neither on the command line, where everybody on the computer could read it, nor in the file of settings"""
    kept: bool = False
    """it is about a history that outlives the server, and means nothing where there is none"""

    @property
    def flag(self) -> str:
        return f"--{self.name}"

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper().replace("-", "_")

    @property
    def default_told(self) -> str:
        if self.by_default:
            return self.by_default
        return ("on" if self.default else "off") if isinstance(self.default, bool) else str(self.default)


def switch(text: str) -> bool:
    word = text.lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise ValueError(f"{text!r} is neither on nor off")


def port(text: str) -> int:
    return _number(text, 0, 65535, "a port: a number from 0 to 65535")


def count(text: str) -> int:
    return _number(text, 1, sys.maxsize, "a number of connections: 1 or more")


def amount(text: str) -> int:
    return _number(text, 1, AMOUNT, f"an amount: a whole number from 1 to {AMOUNT}")


def host(text: str) -> str:
    if not text or not text.isprintable() or " " in text:
        raise ValueError(f"{text!r} is not an address")
    return text


def path(text: str) -> Path:
    # What is no UTF-8 comes as surrogates, and could neither be printed nor stand in a file.
    if not text or "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError(f"{text!r} is not a path")
    return Path(text)


def title(text: str) -> str:
    if len(text) > limits.SERVER_NAME or not text.isprintable():
        raise ValueError(f"{text!r} is not a name for a server: at most {limits.SERVER_NAME} characters, on one line")
    return text


def password(text: str) -> str:
    """What is said of a wrong one does not repeat it."""
    try:
        return passwords.checked(text)
    except passwords.NoPassword as problem:
        raise ValueError(str(problem)) from None


def one_of(*words: str) -> Callable[[str], str]:
    """Reads one of these words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"{text!r} is not one of {', '.join(words)}")
        return text

    return read


def _number(text: str, least: int, most: int, what: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 20 and least <= int(text) <= most):
        raise ValueError(f"{text[:40]!r} is not {what}")
    return int(text)


_AS_KEPT: Final = "as it was when the server last ran, or else {}"

SETTINGS: Final[Mapping[str, Setting]] = {
    each.name: each
    for each in (
        Setting("host", "ADDRESS", host, "listen on this address", "0.0.0.0", "0.0.0.0, all of them"),  # noqa: S104  # everyone around may join: that is what it is for
        Setting("port", "N", port, "0 for any free one", limits.PORT, form=int),
        Setting("name", "TEXT", title, "what the server is called", "", _AS_KEPT.format("nothing")),
        Setting(
            "data-dir",
            "DIR",
            path,
            "a folder of this server's own, for its key, its log and what is said, unless that is in memory",
            by_default="a folder of yours, or with --history memory none: nothing is written",
        ),
        Setting(
            "history",
            "{memory,durable}",
            one_of("memory", "durable"),
            "whether what is said outlives the server",
            "durable",
        ),
        Setting(
            "keep-days",
            "N",
            amount,
            "what is older goes",
            by_default="it stays, whatever its age",
            form=int,
            kept=True,
        ),
        Setting(
            "keep-messages",
            "N",
            amount,
            "of one room; older ones go; edits and reactions count",
            _KEPT.max_events,
            form=int,
            kept=True,
        ),
        Setting(
            "keep-megabytes",
            "N",
            amount,
            "of all rooms together; the oldest go",
            (_KEPT.max_bytes or 0) // MEGABYTE,
            form=int,
            kept=True,
        ),
        Setting("rate-limit", "{on,off}", switch, "how fast one connection may talk", True, form=bool),
        Setting("max-connections", "N", count, "in all", limits.CONNECTIONS, form=int),
        Setting(
            "max-connections-per-address", "N", count, "from one address", limits.CONNECTIONS_PER_ADDRESS, form=int
        ),
        Setting(
            "people", "N", count, "how many may be in at once", by_default=_AS_KEPT.format("all of them"), form=int
        ),
        Setting(
            "password-file",
            "FILE",
            path,
            "its first line is the password that lets people in",
            by_default=_AS_KEPT.format("none"),
        ),
        Setting("password", "TEXT", password, "the password that lets people in", by_default="none", secret=True),
        Setting("locked", "{on,off}", switch, "let nobody new in", by_default=_AS_KEPT.format("off"), form=bool),
        Setting(
            "invite-only",
            "{on,off}",
            switch,
            "let in only who has an invite or the password",
            by_default=_AS_KEPT.format("off"),
            form=bool,
        ),
        Setting(
            "plain",
            "{on,off}",
            switch,
            "let other computers connect without encryption, as old clients do",
            by_default=_AS_KEPT.format("on"),
            form=bool,
        ),
        Setting("announce", "{on,off}", switch, "let people on this network find the server", True, form=bool),
        Setting(
            "health-port",
            "N",
            port,
            "tell monitors over HTTP how the server is, on this port: /healthz, /readyz, /metrics; 0 for any free one",
            by_default="it is told nowhere",
            form=int,
        ),
        Setting("health-host", "ADDRESS", host, "listen for monitors on this address", "127.0.0.1"),
        Setting("log-level", "L", one_of(*LOG_LEVELS), ", ".join(LOG_LEVELS), "warning"),
        Setting(
            "log-format",
            "{text,json}",
            one_of("text", "json"),
            "how a line of the log is written; json: an object a line",
            "text",
        ),
    )
}

DEFAULTS: Final[Values] = {name: setting.default for name, setting in SETTINGS.items()}


def config(values: Values) -> ServerConfig:
    """The server that these settings (all of them) describe; `password` stands for what `password-file` holds, too.
    Raises ValueError with a sentence."""
    durable = values["history"] == "durable"
    days = values["keep-days"]
    return ServerConfig(
        host=values["host"],
        port=values["port"],
        name=values["name"],
        data_dir=values["data-dir"] or (folder.of_serve() if durable else None),
        history=values["history"],
        retention=Retention(
            max_age=None if days is None else days * DAY,
            max_events=values["keep-messages"],
            max_bytes=values["keep-megabytes"] * MEGABYTE,
        ),
        rate_limits=values["rate-limit"],
        max_connections=values["max-connections"],
        max_connections_per_address=values["max-connections-per-address"],
        people=values["people"],
        password=values["password"],
        locked=values["locked"],
        invite_only=values["invite-only"],
        plain=values["plain"],
        announce=values["announce"],
        health_port=values["health-port"],
        health_host=values["health-host"],
        log_level=values["log-level"],
        log_format=values["log-format"],
    )
