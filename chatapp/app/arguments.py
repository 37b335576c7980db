"""The command line: `chatapp` opens the window, `chatapp serve` hosts without one.

What only some command lines need is imported where it is needed: the window is waited for.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from chatapp import __version__
from chatapp.app import profile

if TYPE_CHECKING:
    from chatapp.app.handover_command import HandOver
    from chatapp.app.identity_command import MoveIdentity
    from chatapp.protocol.invite import Invite
    from chatapp.server.config import ServerConfig


class Open(NamedTuple):
    """Open the window."""

    invite: "Invite | None" = None
    """join this server at once; None also for a link that is none, which the window explains"""
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
        return _is_link(self.given)


class Serve(NamedTuple):
    """Host without a window."""

    config: "ServerConfig"
    warnings: tuple[str, ...] = ()
    """sentences for the log, about how it is set up"""


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


class Admin(NamedTuple):
    """Be in charge of a server that runs on this computer."""

    command: str
    """`admin` or `invite`"""
    words: argparse.Namespace
    """as `admin_words` reads them"""


def parse(arguments: Sequence[str]) -> "Open | Serve | Export | Admin | HandOver | MoveIdentity":
    """What the command line asks for. Wrong words end the program: usage and a sentence on standard error, exit 2."""
    if not arguments:
        return Open()
    if arguments[:1] == ["serve"]:
        return _serve(arguments[1:])
    if arguments[:1] == ["export"]:
        return _export(arguments[1:])
    if arguments[:1] in (["admin"], ["invite"]):
        return _admin(arguments[0], arguments[1:])
    if arguments[:1] == ["handover"]:
        from chatapp.app import handover_command  # noqa: PLC0415  # see the top

        return handover_command.parse(arguments[1:])
    if arguments[:1] == ["identity"]:
        from chatapp.app import identity_command  # noqa: PLC0415  # see the top

        return identity_command.parse(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="chatapp",
        description="Desktop chat for people who share a room, a house or a network.",
        epilog="`chatapp serve` hosts without a window, `chatapp export` writes down what was said in a room, "
        "`chatapp handover` takes a hosted chat to another computer, `chatapp identity` takes along who you are, "
        "`chatapp invite` makes an invite and `chatapp admin` is in charge of a server without a window; each tells "
        "how with --help.",
    )
    parser.add_argument("invite", nargs="?", type=_invite, metavar="ADDRESS", help="a server or an invite link to join")
    parser.add_argument("--name", default="", help="your name there")
    parser.add_argument(
        "--bind", default="", metavar="ADDRESS", help="where Host a chat listens (default: every network interface)"
    )
    parser.add_argument(
        "--profile",
        type=profile.word,
        metavar="NAME",
        help="settings, drafts, hosted chats and a port of its own; several run side by side "
        "(up to 32 of a to z, 0 to 9, - _ and .)",
    )
    parser.add_argument("--version", action="version", version=f"Chatapp {__version__}")
    found = parser.parse_args(arguments)
    invite, given = found.invite or (None, "")
    return Open(invite, found.name, found.bind, found.profile or "", given)


def _serve(arguments: Sequence[str]) -> Serve:
    from chatapp.app import serve_sources  # noqa: PLC0415  # see the top

    return Serve(*serve_sources.parse(arguments))


def _admin(command: str, arguments: Sequence[str]) -> Admin:
    from chatapp.app import admin_words  # noqa: PLC0415  # see the top

    parse_words = admin_words.parse_admin if command == "admin" else admin_words.parse_invite
    return Admin(command, parse_words(arguments))


def _export(arguments: Sequence[str]) -> Export:
    from chatapp.app import folder, place  # noqa: PLC0415  # see the top
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
    place.add(parser, f"{folder.of_serve()}, or that of chats hosted from the window")
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: standard output")
    found = place.parse(parser, arguments)
    return Export(found.room, found.format, found.data_dir, found.output, found.profile)


def _is_link(text: str) -> bool:
    return text.strip().lower().startswith("chatapp:")


def _invite(text: str) -> "tuple[Invite | None, str]":
    from chatapp.protocol.invite import BadInvite, parse  # noqa: PLC0415  # see the top

    try:
        return parse(text), text
    except BadInvite as problem:
        if _is_link(text):  # it was clicked, perhaps: nobody reads what a program says that opens no window
            return None, text
        raise argparse.ArgumentTypeError(str(problem)) from None
