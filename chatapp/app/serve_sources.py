"""Where the settings of `chatapp serve` come from: command line over environment over file over what is the default.

A wrong value ends the program, whoever gives it: exit 2, and on standard error a sentence that names the option, the
variable, or the file with line and key. So does a name that nobody knows, since a misspelt password protects nothing.
"""

import argparse
import os
import re
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import platformdirs

from chatapp.app import folder, password
from chatapp.app.serve_settings import DEFAULTS, PREFIX, SETTINGS, Setting, Value, Values, config
from chatapp.protocol import limits
from chatapp.server.config import ServerConfig

CONFIG: Final = f"{PREFIX}CONFIG"
"""the variable that names the file"""
FILE: Final = "server.toml"
_FORMS: Final = {str: 'text in quotes, such as "…"', int: "a number without quotes", bool: "true or false"}


class Wrong(Exception):
    """A setting cannot be used. Its text is a sentence for who runs the server."""


class Found(NamedTuple):
    """What is set, and by whom."""

    values: dict[str, Value]
    origins: Mapping[str, str]
    """of the values that are not the default"""
    config: ServerConfig
    warnings: tuple[str, ...]


def parse(arguments: Sequence[str]) -> tuple[ServerConfig, tuple[str, ...]]:
    """The server that the command line, the environment and the file ask for, and sentences for its log. Ends the
    program where they cannot be had (2), or where something else was asked for, such as help (0)."""
    parser = _parser()
    words = parser.parse_args(arguments)
    flags = {name: getattr(words, name) for name in SETTINGS if getattr(words, name, None) is not None}
    try:
        found = gather(flags, os.environ, words.config)
    except Wrong as problem:
        parser.exit(2, f"chatapp serve: {problem}\n")
    if words.print_config:
        print(printed(found), end="")
        parser.exit()
    return found.config, found.warnings


def gather(flags: Values, environment: Mapping[str, str], file: Path | None = None) -> Found:
    """Put the sources together; `file` is the one that the command line names. Raises Wrong."""
    values: dict[str, Value] = dict(DEFAULTS)
    origins: dict[str, str] = {}
    place = file or (Path(environment[CONFIG]) if environment.get(CONFIG) else _usual())
    layers = (
        *([_file(place)] if place is not None else []),
        _variables(environment),
        {name: (value, SETTINGS[name].flag) for name, value in flags.items()},
    )
    for layer in layers:
        if "password" in layer and "password-file" in layer:
            raise Wrong(f"The password is given twice, by {_two(layer)}: leave one of them out.")
        for other, name in (("password", "password-file"), ("password-file", "password")):
            if other in layer:  # whoever speaks later means another password, wherever it is
                values[name] = None
                origins.pop(name, None)
        for name, (value, origin) in layer.items():
            values[name], origins[name] = value, origin
    kept = [origins[name] for name in origins if SETTINGS[name].kept]
    if values["history"] == "memory" and kept:
        raise Wrong(f"{kept[0]} is about a durable history, and nothing is kept with --history memory.")
    used = dict(values)
    warnings: list[str] = []
    if isinstance(secret := values["password-file"], Path):
        used["password"], warnings = _password(secret, origins["password-file"])
    try:
        return Found(values, origins, config(used), tuple(warnings))
    except ValueError as problem:
        raise Wrong(str(problem)) from None


def printed(found: Found) -> str:
    """What is set, as a file that sets the same and says where each came from. Secrets are not in it."""
    import tomli_w  # noqa: PLC0415  # nothing else needs it

    lines = ["# What `chatapp serve` is set to, and where each setting comes from.", ""]
    for name, setting in SETTINGS.items():
        value, origin = found.values[name], found.origins.get(name, "")
        if name == "data-dir" and value is None:
            value = found.config.data_dir
        lines.append(f"# {setting.help}; {f'from {_shown(origin)}' if origin else 'the default'}")
        if value is None:
            lines.append(f"# {name}: {setting.default_told}")
        elif setting.secret:
            lines.append(f'# {name} = "***"')
        elif setting.kept and found.config.history == "memory":
            lines.append(f"# {name}: nothing is kept")
        else:
            lines.append(tomli_w.dumps({name: str(value.absolute()) if isinstance(value, Path) else value}).rstrip())
        lines.append("")
    return "\n".join(lines)


# The command line


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chatapp serve",
        description="Host a chat without a window. Once others can join, the first line on standard output is\n"
        "“listening on ws://HOST:PORT”; a line with an invite follows. The log goes to standard error. Ctrl+C ends it.",
        epilog=_what_else(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,  # an option that is new tomorrow must not change what a script of today means
    )
    parser.add_argument(
        "--config",
        type=_existing,
        metavar="FILE",
        help=f"read settings from this file (default: {CONFIG}, or the first that exists of\n"
        f"{' and '.join(str(place) for place in usual_places())})".replace("%", "%%"),
    )
    parser.add_argument("--print-config", action="store_true", help="tell what is set, and by whom, and end")
    here = {"data-dir": f"{folder.of_serve()}, or with --history memory none: nothing is written"}
    for setting in SETTINGS.values():
        if not setting.secret:
            parser.add_argument(
                setting.flag,
                dest=setting.name,
                type=_reader(setting),
                metavar=setting.metavar,
                help=f"{setting.help} (default: {here.get(setting.name, setting.default_told)})".replace("%", "%%"),
            )
    return parser


def _reader(setting: Setting) -> Callable[[str], Value]:
    """As argparse wants it."""

    def read(text: str) -> Value:
        try:
            return setting.read(text)
        except ValueError as problem:
            raise argparse.ArgumentTypeError(str(problem)) from None

    return read


def _existing(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("'' is not a path")
    return Path(text)


def _what_else() -> str:
    burst, rate = limits.MESSAGE_RATE
    secrets = ", ".join(setting.variable for setting in SETTINGS.values() if setting.secret)
    return (
        "Each setting may also come from the environment, where --max-connections is called\n"
        f"{SETTINGS['max-connections'].variable}, or from a TOML file, where it is max-connections = 500.\n"
        f"The command line goes over the environment, and that over the file. In the environment alone: {secrets}.\n"
        "\n"
        "limits that are the same on every server:\n"
        f"  a message         {limits.MESSAGE} characters, in a frame of {limits.FRAME // 1024} KiB\n"
        f"  names             {limits.USERNAME} characters for people, {limits.ROOM_NAME} for rooms\n"
        f"  rooms             {limits.ROOMS}\n"
        f"  rate of messages  {burst:.0f} at once, then {rate:.0f} a second (off with --rate-limit off)\n"
        f"  unread by a slow connection, before it is dropped: {limits.OUTBOX // 1024} KiB\n"
    )


# The environment

_Layer = dict[str, tuple[Value, str]]
"""values, and what gave each"""


def _variables(environment: Mapping[str, str]) -> _Layer:
    known = {setting.variable: setting for setting in SETTINGS.values()}
    found: _Layer = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX) or variable == CONFIG:
            continue
        setting = known.get(variable)
        if setting is None:
            raise Wrong(f"The environment has {variable}, which is no setting of this server.")
        try:
            found[setting.name] = setting.read(text), variable
        except ValueError as problem:
            raise Wrong(f"{variable} in the environment: {problem}.") from None
    return found


# The file


def usual_places() -> tuple[Path, ...]:
    """Where the file is looked for, in this order, where nobody names one: the person's, then the system's."""
    person = platformdirs.user_config_path("chatapp", appauthor=False) / FILE
    if sys.platform == "win32":
        return (person,)  # where the system's would be, anybody may put one
    system = Path("/etc") if sys.platform == "linux" else platformdirs.site_config_path(appauthor=False)
    return (person, system / "chatapp" / FILE)


def _usual() -> Path | None:
    for place in usual_places():
        try:
            place.stat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:  # it is there, and unheeded it would protect nothing: reading it tells what is wrong
            pass
        return place
    return None


def _file(place: Path) -> _Layer:
    try:
        text = place.read_text(encoding="utf-8-sig")  # Notepad may have put a mark in front
        table = tomllib.loads(f"{text}\n")  # at the very end it would not say which line that is
    except OSError as problem:
        raise Wrong(f"The settings in {place} cannot be read: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise Wrong(f"{place} is not a file of settings: it is no text in UTF-8.") from None
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"at line (\d+)", str(problem))
        where = f", line {line[1]}" if line else ""
        why = re.sub(r" \(at .*\)$", "", str(problem))
        raise Wrong(f"{place}{where}: this is not TOML ({why}).") from None
    found: _Layer = {}
    for name, value in table.items():
        where = f"{place}, line {_line(text, name)}"
        try:
            found[name] = _setting(name, value, place.parent), where
        except ValueError as problem:
            raise Wrong(f"{where}: {name}: {problem}.") from None
    return found


def _setting(name: str, value: Any, here: Path) -> Value:
    """Raises ValueError with a clause."""
    setting = SETTINGS.get(name)
    if setting is None:
        raise ValueError("this is no setting of the server")
    if setting.secret:
        raise ValueError(f"this has no place here; write it into a file of its own, and name that: {name}-file")
    if type(value) is not setting.form:
        raise ValueError(f"this has to be {_FORMS[setting.form]}")
    read = setting.read(("on" if value else "off") if isinstance(value, bool) else str(value))
    return here / read if isinstance(read, Path) else read


def _line(text: str, name: str) -> int:
    """In which line a key stands; the first where it cannot be told (TOML lets a key be written in many ways)."""
    wanted = re.compile(rf"""^[ \t]*\[*[ \t]*["']?{re.escape(name)}["']?[ \t]*[].=]""", re.MULTILINE)
    match = wanted.search(text)
    return 1 if match is None else text.count("\n", 0, match.start()) + 1


# The password


def _password(place: Path, origin: str) -> tuple[Value, list[str]]:
    """What the file holds, and what is to be said of the file. Raises Wrong, without what is in it."""
    try:
        value = password.in_file(place)
    except password.NoPassword as problem:
        raise Wrong(f"The password file {place}, named by {origin}: {problem}.") from None
    # Windows has no such bits; on what systemd hands over they stand for more than they say.
    handed_over = place.parent == Path(os.environ.get("CREDENTIALS_DIRECTORY", "/nowhere"))
    if sys.platform != "win32" and place.stat().st_mode & 0o077 and not handed_over:
        return value, [f"Others on this computer may read the password in {place}: chmod 600 keeps it to its owner."]
    return value, []


def _two(layer: _Layer) -> str:
    return " and ".join(layer[name][1] for name in ("password", "password-file"))


def _shown(origin: str) -> str:
    """On one line, whatever a file is called."""
    return origin if origin.isprintable() else ascii(origin)
