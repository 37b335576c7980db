"""`chatapp admin` and `chatapp invite`: what a host does with a server that has no window."""

import asyncio
import sys
import time
from argparse import Namespace
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Final

from chatapp.app import answer, password, place, steward
from chatapp.app.arguments import Admin
from chatapp.app.charge import Charge, NotDone, in_charge
from chatapp.protocol import pin
from chatapp.protocol.messages.hosting import (
    Act,
    Acts,
    Ban,
    Bans,
    Connected,
    CreateInvite,
    GetActs,
    GetBans,
    GetInvites,
    GetPeople,
    GetServer,
    Invites,
    Kick,
    People,
    RevokeInvite,
    RoomState,
    ServerState,
    SetRoom,
    SetServer,
    Unban,
)

_DAY: Final = 24 * 60 * 60 * 1000
"""in milliseconds"""


def run(wanted: Admin) -> int:
    """Do it. Blocks. Returns the exit code: 0, or 1 with a sentence on standard error."""
    words = wanted.words
    try:
        keys = steward.find(words.data_dir or place.with_file(words.profile, steward.FILE))
        answer.say(f"{line}\n" for line in asyncio.run(_do(keys, words)))
    except (NotDone, steward.NotRunning, answer.NotSaid) as problem:
        return answer.refuse(wanted.command, problem)
    except KeyboardInterrupt:
        return 1
    return 0


async def _do(keys: steward.Steward, words: Namespace) -> Iterable[str]:
    if words.deed == "password" and not words.remove:
        words.password = _new_password()
    async with in_charge(keys) as charge:
        return await _DEEDS[words.deed](charge, words)


def _new_password() -> str:
    try:
        if sys.stdin.isatty():
            return password.asked("New password", twice=True)
        return password.checked(sys.stdin.readline().rstrip("\r\n"))
    except password.NoPassword as problem:
        raise NotDone(f"There is no new password: {problem}. Nothing was changed.") from None


# The server


async def _status(charge: Charge, _: Namespace) -> Iterable[str]:
    return _state(await charge.ask(GetServer(), ServerState))


def _setting(make: Callable[[Namespace], SetServer]) -> Callable[[Charge, Namespace], Awaitable[Iterable[str]]]:
    async def deed(charge: Charge, words: Namespace) -> Iterable[str]:
        return _state(await charge.ask(make(words), ServerState))

    return deed


def _state(state: ServerState) -> list[str]:
    told = {
        "name": state.name or "none",
        "password": _yes(state.password),
        "locked": _yes(state.locked),
        "invite-only": _yes(state.invite_only),
        "plain": "taken" if state.plain else "refused",
        "people": f"at most {state.people}",
        "addresses": " ".join(state.addresses) or "none",
        "code": pin.code(state.pin) if state.pin else "none: not encrypted",
    }
    return [f"{name:<12} {text}" for name, text in told.items()]


async def _log(charge: Charge, words: Namespace) -> Iterable[str]:
    lines: list[str] = []
    before = 0
    while True:
        page = await charge.ask(GetActs(before), Acts)
        lines += map(_act, page.acts)
        before = page.next
        if not (before and words.all):
            return lines


def _act(act: Act) -> str:
    return f"{_time(act.ts)}  {act.by}: {' '.join(filter(None, (act.act, act.target, act.detail)))}"


# People


async def _people(charge: Charge, _: Namespace) -> Iterable[str]:
    return _who(await charge.ask(GetPeople(), People))


async def _kick(charge: Charge, words: Namespace) -> Iterable[str]:
    guest = await _find(charge, words.who)
    return _who(await charge.ask(Kick(guest.id, words.why), People))


async def _ban(charge: Charge, words: Namespace) -> Iterable[str]:
    key, address, name = words.key, words.address, ""
    if (words.who is not None) + bool(key) + bool(address) != 1:
        raise NotDone("Say whom: WHO, --key or --address, one of them.")
    if words.who is not None:
        guest = await _find(charge, words.who)
        key, name = guest.key, guest.username
        address = "" if key else guest.address
    until = int(time.time() * 1000) + words.days * _DAY if words.days else 0
    return _banned(await charge.ask(Ban(key, address, name, until, words.why), Bans))


async def _bans(charge: Charge, _: Namespace) -> Iterable[str]:
    return _banned(await charge.ask(GetBans(), Bans))


async def _unban(charge: Charge, words: Namespace) -> Iterable[str]:
    return _banned(await charge.ask(Unban(words.id), Bans))


async def _find(charge: Charge, who: str) -> Connected:
    people = (await charge.ask(GetPeople(), People)).people
    named = [one for one in people if one.username == who] or [one for one in people if str(one.id) == who]
    if not named:
        raise NotDone(f"Nobody here is called “{who}”, or has that number.")
    return named[0]


def _who(people: People) -> list[str]:
    return [
        f"{one.id:<5} {one.username:<20} {one.address:<24} {_time(one.since)}  {_how(one)}".rstrip()
        for one in people.people
    ]


def _how(one: Connected) -> str:
    marks = {"encrypted": one.secure, "proven": bool(one.key), "in charge": one.admin}
    return ", ".join(mark for mark, holds in marks.items() if holds)


def _banned(bans: Bans) -> list[str]:
    return [
        f"{ban.id}  {ban.username or '-'}  {ban.key or ban.address}  {_until(ban.until)}  {ban.why}".rstrip()
        for ban in bans.bans
    ]


# Rooms and invites


async def _room(charge: Charge, words: Namespace) -> Iterable[str]:
    announce = None if words.announce is None else words.announce == "on"
    state = await charge.ask(SetRoom(words.room, announce, words.slow), RoomState)
    return [f"announce     {_yes(state.announce)}", f"slow         {state.slow}"]


async def _invite(charge: Charge, words: Namespace) -> Iterable[str]:
    until = int(time.time() * 1000) + words.days * _DAY if words.days else 0
    link = (await charge.ask(CreateInvite(words.room, words.label, until), Invites)).link
    return [link, *(_picture(link) if words.qr else ())]


async def _list(charge: Charge, _: Namespace) -> Iterable[str]:
    return _invited(await charge.ask(GetInvites(), Invites))


async def _revoke(charge: Charge, words: Namespace) -> Iterable[str]:
    return _invited(await charge.ask(RevokeInvite(words.revoke), Invites))


def _invited(invites: Invites) -> list[str]:
    return [
        f"{one.id}  {one.label or '-'}  {one.room or '-'}  {_until(one.until)}  used {_times(one.used)}"
        for one in invites.invites
    ]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _picture(link: str) -> list[str]:
    """Of half blocks, dark on light, whatever the terminal's colours are."""
    import io  # noqa: PLC0415  # for who wants one

    import segno  # noqa: PLC0415  # the same

    out = io.StringIO()
    segno.make(link, error="m").terminal(out, compact=True)
    return out.getvalue().splitlines()


# Words


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _time(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000).astimezone().strftime("%Y-%m-%d %H:%M")


def _until(ms: int) -> str:
    return f"until {_time(ms)}" if ms else "for good"


_DEEDS: Final[dict[str, Callable[[Charge, Namespace], Awaitable[Iterable[str]]]]] = {
    "status": _status,
    "people": _people,
    "kick": _kick,
    "ban": _ban,
    "bans": _bans,
    "unban": _unban,
    "lock": _setting(lambda _: SetServer(locked=True)),
    "unlock": _setting(lambda _: SetServer(locked=False)),
    "invite-only": _setting(lambda words: SetServer(invite_only=words.switch == "on")),
    "plain": _setting(lambda words: SetServer(plain=words.switch == "on")),
    "password": _setting(lambda words: SetServer(password="" if words.remove else words.password)),
    "name": _setting(lambda words: SetServer(name=words.name)),
    "limit": _setting(lambda words: SetServer(people=words.people)),
    "room": _room,
    "log": _log,
    "invite": _invite,
    "list": _list,
    "revoke": _revoke,
}
