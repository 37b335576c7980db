"""The words of `chatapp admin` and `chatapp invite`."""

import argparse
from collections.abc import Sequence
from typing import Any, Final

from chatapp.app import folder, place
from chatapp.protocol import limits

_SWITCH: Final = ("on", "off")
_WITHOUT: Final = "{}, or that of a chat hosted from the window"


def parse_admin(arguments: Sequence[str]) -> argparse.Namespace:
    """What the words behind `admin` ask for. Wrong words end the program: usage and a sentence, exit 2."""
    return place.parse(admin_parser(), arguments)


def admin_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chatapp admin",
        description="Be in charge of a server that runs on this computer, as whoever runs it.",
        epilog="Each of these tells more with --help. What is done stands in the server's own log.",
    )
    place.add(parser, _WITHOUT.format(folder.of_serve()))
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="WHAT")
    _add_deed(deeds, "status", "its name, its rules, and where others reach it")
    _add_deed(deeds, "people", "who is connected, from where and since when")
    kick = _add_deed(deeds, "kick", "send somebody away; they may come back")
    _add_whom(kick)
    ban = _add_deed(deeds, "ban", "send somebody away, and let them in no more")
    _add_whom(ban, nargs="?")
    ban.add_argument("--key", default="", help="instead of WHO: the key that they prove their name with")
    ban.add_argument("--address", default="", help="instead of WHO: an address; of IPv6, its network of 64 bits")
    ban.add_argument("--days", type=_days, default=0, metavar="N", help="for so long (default: for good)")
    _add_deed(deeds, "bans", "who is not let in")
    unban = _add_deed(deeds, "unban", "let somebody in again")
    unban.add_argument("id", metavar="ID", help="as chatapp admin bans shows it")
    _add_deed(deeds, "lock", "let nobody new in")
    _add_deed(deeds, "unlock", "let people in again")
    invite_only = _add_deed(deeds, "invite-only", "whether an invite or the password is needed")
    invite_only.add_argument("switch", choices=_SWITCH)
    plain = _add_deed(deeds, "plain", "whether unencrypted connections from other computers are taken")
    plain.add_argument("switch", choices=_SWITCH)
    password = _add_deed(deeds, "password", "set the password; it is asked for, or read from standard input")
    password.add_argument("--remove", action="store_true", help="let everybody in without one")
    name = _add_deed(deeds, "name", "what the server calls itself")
    name.add_argument("name", metavar="NAME", help="at most 64 characters; an empty one for none")
    limit = _add_deed(deeds, "limit", "how many people may be connected at once")
    limit.add_argument("people", type=_count, metavar="N")
    room = _add_deed(deeds, "room", "how a room is written in")
    room.add_argument("room", metavar="ROOM", help="its name, as in the list of rooms")
    room.add_argument("--announce", choices=_SWITCH, help="whether only its owner and those in charge write there")
    room.add_argument("--slow", type=_seconds, metavar="SECONDS", help="between two messages of one person; 0 for none")
    log = _add_deed(deeds, "log", "what was done with the server, newest first")
    log.add_argument("--all", action="store_true", help=f"not just the last {limits.ACTS_PAGE}")
    return parser


def parse_invite(arguments: Sequence[str]) -> argparse.Namespace:
    """The same of those behind `invite`."""
    parser = argparse.ArgumentParser(
        prog="chatapp invite",
        description="Make an invite to a server that runs on this computer: a link that whoever has it comes in with, "
        "also where a password is needed.",
    )
    place.add(parser, _WITHOUT.format(folder.of_serve()))
    parser.add_argument("--room", default="", help="the room that it opens")
    parser.add_argument("--label", default="", help="whom it is for, for the list")
    parser.add_argument(
        "--days",
        type=_days,
        default=int(limits.INVITE_LASTS // 86_400),
        metavar="N",
        help="how long it is good; 0 for good (default: %(default)s)",
    )
    parser.add_argument("--qr", action="store_true", help="show it as a picture for a telephone's camera, too")
    parser.add_argument("--list", action="store_true", help="instead: show the invites there are")
    parser.add_argument("--revoke", default="", metavar="ID", help="instead: let nobody more in with that one")
    found = place.parse(parser, arguments)
    if found.list and found.revoke:
        parser.error("--list and --revoke are two things: ask for one of them")
    found.deed = "list" if found.list else "revoke" if found.revoke else "invite"
    return found


def _add_deed(deeds: Any, name: str, what: str) -> argparse.ArgumentParser:
    """Its own --help says what the list of them says."""
    deed: argparse.ArgumentParser = deeds.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
    return deed


def _add_whom(parser: argparse.ArgumentParser, **more: Any) -> None:
    parser.add_argument("who", metavar="WHO", help="a name, or a number as chatapp admin people shows it", **more)
    parser.add_argument("--why", default="", help="what they are told")


def _days(text: str) -> int:
    return _number(text, 36_500, "a number of days")


def _count(text: str) -> int:
    return _number(text, 1_000_000, "a number of people")


def _seconds(text: str) -> int:
    return _number(text, limits.SLOW_MOST, "a number of seconds")


def _number(text: str, most: int, what: str) -> int:
    if not (text.isdecimal() and len(text) < 20 and int(text) <= most):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is not {what}: 0 to {most}")
    return int(text)
