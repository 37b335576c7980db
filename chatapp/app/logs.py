"""How a line of a server's log is written, and where to: standard error, and a file in the data folder where there is
one. Neither secrets nor what people write belong in a log; what looks like a secret is not written all the same.
"""

import json
import logging
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from typing import Final, Literal

from chatapp.server.config import ServerConfig

SIZE: Final = 1024 * 1024
"""bytes of one file; three older ones are kept"""
TEXT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
HIDDEN: Final = "***"

_NAMED: Final = r"(?<![a-z])(?:password|invite|admin|resume|secret|token|proof)"
_SECRETS: Final = (
    # behind the # of an invite, or of a link that was taken apart: k is the secret
    re.compile(r"(?i)((?<![a-z0-9])k=)[^\s&#;,'\"<>)\]\\]+"),
    # in words
    re.compile(rf"(?i)({_NAMED}=)[^\s,;&'\")\]\\]+"),
    # in JSON, or in the repr of a value; as deep in other quotes as it may be, up to the quote that ends it. The last
    # two are what people write, where a frame gets into a complaint about it.
    re.compile(
        rf"(?is)((?:{_NAMED}|\bmessage|\bquery)\\*['\"]?\s*[:=]\s*)(?P<quote>\\*['\"])(?:.*?(?<!\\)(?P=quote)|.*)"
    ),
)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_USUAL: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class CannotLog(Exception):
    """The file cannot be written. Its text is a sentence."""


def without_secrets(text: str) -> str:
    """The text, without what stands where secrets do."""
    for pattern in _SECRETS:
        text = pattern.sub(rf"\g<1>{HIDDEN}", text)
    return text


def _line(text: str) -> str:
    """The text on one line, without what no encoding takes."""
    text = text.encode("utf-8", "backslashreplace").decode()
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class TextLines(logging.Formatter):
    """A line for people. Nothing in a message can begin a line of its own; a traceback has several."""

    def __init__(self) -> None:
        super().__init__(TEXT)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # the name is logging's
        return _line(super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


class JsonLines(logging.Formatter):
    """A line for programs: a JSON object with `time` (RFC 3339, UTC), `level`, `logger`, `message`, whatever a record
    carries beside (`extra`), and `exception`, the traceback, where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_secrets(record.getMessage()),
        }
        for name, value in vars(record).items():
            if name not in _USUAL and name not in line:
                plain = value is None or isinstance(value, (bool, int, float))
                line[name] = value if plain else without_secrets(str(value))
        if record.exc_info:
            line["exception"] = without_secrets(self.formatException(record.exc_info))
        return _line(json.dumps(line, ensure_ascii=False))


FORMS: Final[dict[Literal["text", "json"], Callable[[], logging.Formatter]]] = {"text": TextLines, "json": JsonLines}


class _FileLog(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name is logging's
        """A disk that is full is told of on standard error, and not once more for each line that it does not take."""


def begin(config: ServerConfig) -> Callable[[], None]:
    """Log from now on. Returns what undoes it. Raises CannotLog."""
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    if config.data_dir is not None:
        path = config.data_dir / "server.log"
        try:
            handlers.append(_FileLog(path, maxBytes=SIZE, backupCount=3, encoding="utf-8", errors="backslashreplace"))
        except OSError as problem:
            raise CannotLog(
                f"the log {path} cannot be written: {problem.strerror}. Choose another --data-dir."
            ) from None
    ours, everybodys = logging.getLogger("chatapp"), logging.getLogger()
    before = ours.level
    ours.setLevel(config.log_level.upper())
    for handler in handlers:
        handler.setFormatter(FORMS[config.log_format]())
        everybodys.addHandler(handler)  # asyncio and other libraries complain, too

    def undo() -> None:
        ours.setLevel(before)
        for handler in handlers:
            everybodys.removeHandler(handler)
            with suppress(OSError):  # the disk is full, still
                handler.close()

    return undo
