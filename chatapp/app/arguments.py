"""The command line: `chatapp` opens the window, `chatapp serve` hosts without one.

What only some command lines need is imported where it is needed: the window is waited for.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from chatapp import __version__
from chatapp.protocol import limits

if TYPE_CHECKING:
    from chatapp.protocol.invite import Invite
    from chatapp.server.config import ServerConfig

LOG_LEVELS = ("debug", "info", "warning", "error")
DAY = 24 * 60 * 60.0
MEGABYTE = 1024 * 1024
AMOUNT = 1_000_000_000


class Open(NamedTuple):
    """Open the window."""

    invite: "Invite | None" = None
    """join this server at once"""
    name: str = ""
    """the person's name; empty for the one of last time"""
    bind: str = ""
    """where *Host a chat* listens; empty for every interface"""
    profile: str = ""
    """whose settings, folder and port; empty for those of everybody who names none"""
    given: str = ""
    """`invite` as it was given"""

    @property
    def is_linked(self) -> bool:
        """Whether the invite is a link, which a page or a message may have opened without the person typing it."""
        return self.given.strip().lower().startswith("chatapp:")


class Serve(NamedTuple):
    """Host without a window."""

    config: "ServerConfig"


class Export(NamedTuple):
    """Write a room's messages into a file."""

    room: str
    form: str = ""
    """one of `text.export.FORMS`; empty for what the ending of `output` says, or lines"""
    data_dir: Path | None = None
    """the server's folder; None for that of `chatapp serve`, or else of a chat hosted from the window"""
    output: Path | None = None
    """None for standard output"""
    profile: str = ""
    """without `data_dir`: the profile from whose window the chat was hosted"""


def parse(arguments: Sequence[str]) -> Open | Serve | Export:
    """What the command line asks for. Wrong words end the program: usage and a sentence on standard error, exit 2."""
    if not arguments:
        return Open()
    if arguments[:1] == ["serve"]:
        return _serve(arguments[1:])
    if arguments[:1] == ["export"]:
        return _export(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="chatapp",
        description="Desktop chat for people who share a room, a house or a network.",
        epilog="`chatapp serve` hosts without a window, `chatapp export` writes down what was said in a room; "
        "`chatapp serve --help` and `chatapp export --help` tell how.",
    )
    parser.add_argument("invite", nargs="?", type=_invite, metavar="ADDRESS", help="a server or an invite link to join")
    parser.add_argument("--name", default="", help="your name there")
    parser.add_argument(
        "--bind", default="", metavar="ADDRESS", help="where Host a chat listens (default: every network interface)"
    )
    parser.add_argument(
        "--profile",
        type=_profile,
        metavar="NAME",
        help="settings, drafts, hosted chats and a port of its own; several run side by side "
        "(up to 32 of a to z, 0 to 9, - _ and .)",
    )
    parser.add_argument("--version", action="version", version=f"Chatapp {__version__}")
    found = parser.parse_args(arguments)
    invite, given = found.invite or (None, "")
    return Open(invite, found.name, found.bind, found.profile or "", given)


def _serve(arguments: Sequence[str]) -> Serve:
    from chatapp.app import folder  # noqa: PLC0415  # see the top
    from chatapp.server.config import ServerConfig  # noqa: PLC0415  # see the top
    from chatapp.storage.base import Retention  # noqa: PLC0415  # see the top

    parser = argparse.ArgumentParser(
        prog="chatapp serve",
        description="Host a chat without a window. Once others can join, the first line on standard output is\n"
        "“listening on ws://HOST:PORT”. The log goes to standard error. Ctrl+C ends it.",
        epilog=_what_is_fixed(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--host",
        default="0.0.0.0",  # noqa: S104  # everyone around may join: that is what it is for
        metavar="ADDRESS",
        help="listen on this address (default: %(default)s, all of them)",
    )
    parser.add_argument(
        "--port", type=_port, default=limits.PORT, metavar="N", help="0 for any free one (default: %(default)s)"
    )
    place = folder.of_serve()
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help=f"a folder of this server's own, for what is said and its log (default: {place};\n"
        "with --history memory nothing is written)".replace("%", "%%"),
    )
    parser.add_argument(
        "--history",
        choices=("memory", "durable"),
        default="durable",
        help="whether what is said outlives the server (default: %(default)s)",
    )
    kept = Retention()
    parser.add_argument(
        "--keep-days", type=_amount, metavar="N", help="what is older goes (default: it stays, whatever its age)"
    )
    parser.add_argument(
        "--keep-messages",
        type=_amount,
        metavar="N",
        help=f"of one room; older ones go (default: {kept.max_events}, edits and reactions count)",
    )
    parser.add_argument(
        "--keep-megabytes",
        type=_amount,
        metavar="N",
        help=f"of all rooms together; the oldest go (default: {(kept.max_bytes or 0) // MEGABYTE})",
    )
    parser.add_argument(
        "--rate-limit",
        choices=("on", "off"),
        default="on",
        help="how fast one connection may talk (default: %(default)s)",
    )
    parser.add_argument(
        "--max-connections",
        type=_count,
        default=limits.CONNECTIONS,
        metavar="N",
        help="in all (default: %(default)s)",
    )
    parser.add_argument(
        "--max-connections-per-address",
        type=_count,
        default=limits.CONNECTIONS_PER_ADDRESS,
        metavar="N",
        help="from one address (default: %(default)s)",
    )
    parser.add_argument(
        "--log-level",
        choices=LOG_LEVELS,
        default="warning",
        metavar="L",
        help=f"{', '.join(LOG_LEVELS)} (default: %(default)s)",
    )
    found = parser.parse_args(arguments)
    durable = found.history == "durable"
    if not durable and (found.keep_days or found.keep_messages or found.keep_megabytes):
        parser.error("--keep-days, --keep-messages and --keep-megabytes are for --history durable")
    return Serve(
        ServerConfig(
            host=found.host,
            port=found.port,
            data_dir=found.data_dir or (place if durable else None),
            history=found.history,
            retention=Retention(
                max_age=found.keep_days * DAY if found.keep_days else kept.max_age,
                max_events=found.keep_messages or kept.max_events,
                max_bytes=found.keep_megabytes * MEGABYTE if found.keep_megabytes else kept.max_bytes,
            ),
            rate_limits=found.rate_limit == "on",
            max_connections=found.max_connections,
            max_connections_per_address=found.max_connections_per_address,
            log_level=found.log_level,
        )
    )


def _export(arguments: Sequence[str]) -> Export:
    from chatapp.app import folder  # noqa: PLC0415  # see the top
    from chatapp.text.export import FORMS  # noqa: PLC0415  # see the top

    parser = argparse.ArgumentParser(
        prog="chatapp export",
        description="Write down what was said in a room, from a server's folder. The server may run meanwhile.",
    )
    parser.add_argument("room", metavar="ROOM", help="its name, as in the list of rooms")
    parser.add_argument(
        "--format",
        choices=tuple(FORMS),
        default="",
        help="a message a line, JSON, or a page for a browser (default: as the file's name ends, or txt)",
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help=f"the server's folder (default: {folder.of_serve()}, or that of chats hosted from the window)".replace(
            "%", "%%"
        ),
    )
    parser.add_argument("--profile", type=_profile, metavar="NAME", help="of a chat hosted from that profile's window")
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    found = parser.parse_args(arguments)
    if found.profile and found.data_dir:
        parser.error("--profile and --data-dir each say which folder it is: give one of them")
    return Export(found.room, found.format, found.data_dir, found.output, found.profile or "")


def _what_is_fixed() -> str:
    burst, rate = limits.MESSAGE_RATE
    return (
        "limits that are the same on every server:\n"
        f"  a message         {limits.MESSAGE} characters, in a frame of {limits.FRAME // 1024} KiB\n"
        f"  names             {limits.USERNAME} characters for people, {limits.ROOM_NAME} for rooms\n"
        f"  rooms             {limits.ROOMS}\n"
        f"  rate of messages  {burst:.0f} at once, then {rate:.0f} a second (off with --rate-limit off)\n"
        f"  unread by a slow connection, before it is dropped: {limits.OUTBOX // 1024} KiB\n"
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a number from 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= sys.maxsize:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of connections: 1 or more")
    return int(text)


def _amount(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= AMOUNT:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount: a whole number from 1 to {AMOUNT}")
    return int(text)


def _profile(text: str) -> str:
    from chatapp.app.profile import checked  # noqa: PLC0415  # see the top

    try:
        return checked(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None


def _invite(text: str) -> "tuple[Invite, str]":
    from chatapp.protocol.invite import BadInvite, parse  # noqa: PLC0415  # see the top

    try:
        return parse(text), text
    except BadInvite as problem:
        raise argparse.ArgumentTypeError(str(problem)) from None
