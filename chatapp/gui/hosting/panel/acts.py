"""What those in charge did, as the server's log has it, in words of the window's language."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from chatapp.gui import counts, names
from chatapp.gui.plain import isolated
from chatapp.gui.rooms.pace import slowness
from chatapp.protocol.messages.base import DeleteRoom
from chatapp.protocol.messages.hosting import Act, Ban, CreateInvite, Kick, RevokeInvite, SetRoom, SetServer, Unban
from chatapp.protocol.messages.rich import DeleteMessage
from chatapp.protocol.names import shown

translate = QCoreApplication.translate

MOST: Final = 1_000
"""characters that are looked into; a server of ours writes fewer"""
_RULE: Final = r"(?:password|locked|inviteOnly|plain): (?:yes|no)|people: [0-9]{1,9}"
# The name comes first and may hold anything, so the rules behind it are told apart from the end on.
_RULES: Final = re.compile(rf"(?:name: (?P<name>.*?))?(?P<rules>(?:(?:^|, )(?:{_RULE}))*)")
_WRITING: Final = re.compile(r"announce: (?P<announce>yes|no), slow: (?P<slow>[0-9]{1,9})")
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{43}")


def told(act: Act) -> str:
    """What was done, to whom, and why: “disconnected Bo, saying “Too loud””. What is not understood, as of a newer
    server, is told as the server has it. Plain text, of a bounded length; nothing in it is invisible."""
    tell = _TELL.get(act.act)
    known = tell is not None and len(act.target) + len(act.detail) <= MOST
    return (tell(act) if known and tell is not None else "") or " ".join(
        isolated(shown(text)) for text in (act.act, act.target, act.detail) if text
    )


# Each of these gives an empty text for what it does not understand.


def _set_server(act: Act) -> str:
    found = _RULES.fullmatch(act.detail)
    if found is None:
        return ""
    parts = [_named(found["name"])] if found["name"] is not None else []
    parts += [_rule(*each.split(": ")) for each in found["rules"].split(", ") if each]
    return names.in_a_row(parts) or translate("Acts", "left the rules as they were")


def _named(name: str) -> str:
    if not name:
        return translate("Acts", "took away the name of the chat")
    return translate("Acts", "called the chat “{name}”").format(name=isolated(shown(name)))


def _rule(name: str, value: str) -> str:
    match name, value:
        case "password", "yes":
            return translate("Acts", "set a password")
        case "password", _:
            return translate("Acts", "removed the password")
        case "locked", "yes":
            return translate("Acts", "let nobody new in")
        case "locked", _:
            return translate("Acts", "let new people in again")
        case "inviteOnly", "yes":
            return translate("Acts", "let invited people in only")
        case "inviteOnly", _:
            return translate("Acts", "let people in without an invite")
        case "plain", "yes":
            return translate("Acts", "allowed connections that are not encrypted")
        case "plain", _:
            return translate("Acts", "forbade connections that are not encrypted")
    return translate("Acts", "let in {people} at most").format(people=counts.people(int(value)))


def _kick(act: Act) -> str:
    return _why(translate("Acts", "disconnected {name}").format(name=names.person(act.target)), act.detail)


def _ban(act: Act) -> str:
    return _why(translate("Acts", "banned {whom}").format(whom=_whom(act.target)), act.detail)


def _unban(act: Act) -> str:
    return translate("Acts", "lifted the ban of {whom}").format(whom=_whom(act.target))


def _whom(target: str) -> str:
    """Of a name, if there is one, and behind it a key or an address."""
    name, _, last = target.rpartition(" ")
    if _KEY.fullmatch(last):
        return names.person(name) if name else translate("Acts", "somebody")
    address = isolated(shown(last))
    if name:
        return translate("Acts", "{name} (from {address})").format(name=names.person(name), address=address)
    return translate("Acts", "whoever comes from {address}").format(address=address)


def _why(what: str, why: str) -> str:
    return translate("Acts", "{what}, saying “{why}”").format(what=what, why=isolated(shown(why))) if why else what


def _set_room(act: Act) -> str:
    found = _WRITING.fullmatch(act.detail)
    if found is None:
        return ""
    if found["announce"] == "yes":
        what = translate("Acts", "let only those in charge write in {room}")
    else:
        what = translate("Acts", "let everybody write in {room}")
    seconds = int(found["slow"])
    return names.in_a_row([what.format(room=names.room(act.target)), *([slowness(seconds)] if seconds else [])])


def _create_invite(act: Act) -> str:
    name = isolated(shown(act.target))
    if act.detail:
        return translate("Acts", "made the invite “{name}” to {room}").format(name=name, room=names.room(act.detail))
    return translate("Acts", "made the invite “{name}”").format(name=name)


def _revoke_invite(act: Act) -> str:
    return translate("Acts", "took back the invite “{name}”").format(name=isolated(shown(act.target)))


def _delete_message(act: Act) -> str:
    return translate("Acts", "deleted a message in {room}").format(room=names.room(act.target))


def _delete_room(act: Act) -> str:
    return translate("Acts", "deleted {room}").format(room=names.room(act.target))


_TELL: Final[dict[str, Callable[[Act], str]]] = {
    SetServer.action: _set_server,
    Kick.action: _kick,
    Ban.action: _ban,
    Unban.action: _unban,
    SetRoom.action: _set_room,
    CreateInvite.action: _create_invite,
    RevokeInvite.action: _revoke_invite,
    DeleteMessage.action: _delete_message,
    DeleteRoom.action: _delete_room,
}
