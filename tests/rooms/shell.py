"""Carries out a hub's effects as a server does, with no socket: what each connection gets is there to be looked at.

With `held`, records wait until `release`, and everything behind them with them, as with a disk.
"""

import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from chatapp.protocol.codec import BadFrame
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import Error, Identify, Reason
from chatapp.protocol.messages.rich import Capability, History, Results, Welcome
from chatapp.rooms.effects import (
    Afterwards,
    Broadcast,
    CheckPassword,
    Close,
    Effect,
    Find,
    HashPassword,
    ListChanged,
    Probe,
    ReadPage,
    Record,
    Send,
    SendList,
    Settle,
)
from chatapp.rooms.hub import Hub
from chatapp.rooms.log import Append, NotStored, Outcome, Stored, Write
from chatapp.rooms.origin import HERE, Origin
from chatapp.rooms.policy import Policy
from chatapp.storage.base import NoRoom, Storage
from chatapp.storage.memory import MemoryStorage

UNMETERED = Policy(rate_limits=False)
FULL = NotStored(Reason.STORAGE_FULL, "The disk is full.")

Seen = Effect[str]


def counter(word: str = "t") -> Callable[[], str]:
    """Tokens that anybody can guess."""
    numbers = itertools.count(1)
    return lambda: f"{word}{next(numbers)}"


class Shell:
    """A hub and its storage. Connections are strings, of this very computer unless something else is said. `ts` counts
    the events that are to be stored from `first_ts`. Passwords are hashed to themselves with a `#` before; where
    `looks` is False, `look` does so.
    """

    def __init__(
        self,
        policy: Policy = UNMETERED,
        *,
        storage: Storage | None = None,
        token: Callable[[], str] | None = None,
        held: bool = False,
        full: bool = False,
        now: float = 0.0,
        first_ts: int = 1_001,
        wall: int = 1_790_000_000_000,
        **more: Any,
    ) -> None:
        self.storage = storage or MemoryStorage()
        self.hub: Hub[str] = Hub(policy, token=token or counter(), wall=lambda: wall + int(self.now * 1000), **more)
        self.looks = True
        self.looking: list[CheckPassword[str] | HashPassword[str]] = []
        self.now = now
        self.held = False
        self.full = full
        """no record is stored"""
        self.frames: defaultdict[str, list[Reply]] = defaultdict(list)
        """all that each connection ever got, room lists that nobody asked for left out"""
        self.closed: dict[str, int] = {}
        """whom the hub closed, and with which code"""
        self.writes: list[Write] = []
        """all that changed anything"""
        self._queue: deque[Effect[str]] = deque()
        self._clock = itertools.count(first_ts)
        self._run(self.hub.restore(*self.storage.load(), now))
        self.held = held

    # What happens

    def connect(self, who: str, origin: Origin = HERE) -> None:
        self.hub.connect(who, self.now, origin)

    def ask(self, who: str, *requests: Request, now: float | None = None) -> list[Seen]:
        """What came of the last of these."""
        seen: list[Seen] = []
        self.now = self.now if now is None else now
        for request in requests:
            seen = self._run(self.hub.handle(who, request, self.now))
        return seen

    def refuse(self, who: str, problem: BadFrame) -> list[Seen]:
        return self._run(self.hub.refuse(who, problem, self.now))

    def leave(self, who: str, *, polite: bool = False) -> list[Seen]:
        return self._run(self.hub.disconnect(who, self.now, polite=polite))

    def wait(self, seconds: float) -> list[Seen]:
        self.now += seconds
        return self._run(self.hub.tick(self.now))

    def take(self, who: str) -> list[Reply]:
        """What it got since this was last called."""
        return self.frames.pop(who, [])

    def look(self, place: int = 0, *, able: bool = True) -> list[Seen]:
        """Look at the password that waits for it longest, or at another."""
        effect = self.looking.pop(place)
        if isinstance(effect, HashPassword):
            return self._run(self.hub.hashed(effect, f"#{effect.request.password}" if able else None, self.now))
        right = f"#{effect.password}" == effect.hashed if able else None
        return self._run(self.hub.checked(effect, right, self.now))

    # How it is carried out

    def release(self, records: int = 1 << 30) -> list[Seen]:
        """So many records are safe now, and what was only behind them happens."""
        seen: list[Seen] = []
        while self._queue:
            if isinstance(self._queue[0], Record):
                if not records:
                    break
                records -= 1
            self._carry_out(self._queue.popleft(), seen)
        return seen

    def _run(self, effects: Iterable[Effect[str]]) -> list[Seen]:
        seen: list[Seen] = []
        for effect in effects:
            if self._queue or (self.held and isinstance(effect, Record)):
                self._queue.append(effect)
            else:
                self._carry_out(effect, seen)
        return seen

    def _carry_out(self, effect: Effect[str], seen: list[Seen]) -> None:
        match effect:
            case Record():
                later: Sequence[Effect[str]] = ()
                for each in self.hub.recorded(effect, self._commit(effect.write), self.now):
                    if isinstance(each, Afterwards):
                        later = each.effects
                    else:
                        assert not isinstance(each, Record)
                        self._carry_out(each, seen)
                seen += self._run(later)
                return
            case Send(to, message) | SendList(to, message, _):
                self.frames[to].append(message)
            case Broadcast(_, _, audience, message):
                assert audience
                for to in audience:
                    self.frames[to].append(message)
            case ReadPage() | Find():
                self.frames[effect.connection].append(self._read(effect))
            case Close(to, code, _):
                self.closed[to] = code
            case Afterwards():
                raise AssertionError("only an outcome has an afterwards")
            case CheckPassword() | HashPassword():
                self.looking.append(effect)
                if self.looks:
                    seen += self.look(-1)
                return
            case ListChanged() | Probe() | Settle():
                pass
        seen.append(effect)

    def _commit(self, write: Write) -> Outcome:
        if self.full:
            return FULL
        if isinstance(write, Append):
            write = replace(write, ts=next(self._clock))
        [outcome] = self.storage.commit([write])
        if isinstance(outcome, Stored) and not outcome.repeated:
            self.writes.append(write)
        return outcome

    def _read(self, effect: ReadPage[Any] | Find[Any]) -> Reply:
        try:
            if isinstance(effect, Find):
                found = self.storage.search(effect.query, effect.room, before=effect.before, limit=effect.limit)
                return Results(found.hits, found.next, effect.ref)
            if effect.since is not None:
                page = self.storage.since(effect.room, effect.since, effect.limit)
            else:
                page = self.storage.page(effect.room, before=effect.before, after=effect.after, limit=effect.limit)
        except NoRoom:
            return Error(Reason.ROOM_NOT_FOUND, "There is no such room any more.", effect.ref)
        recovered = None if effect.since is None else page.recovered
        return History(effect.room, page.epoch, page.events, page.complete, page.top, recovered, effect.ref)


def shell_with(*people: str, policy: Policy = UNMETERED, held: bool = False) -> Shell:
    """People who are connected and identified, each by Part 1, over connections that are called like them."""
    shell = Shell(policy, held=held)
    for name in people:
        shell.connect(name)
        shell.ask(name, Identify(name))
    return shell


def come(shell: Shell, who: str, *capabilities: str, name: str = "", resume: str = "") -> str:
    """Somebody connects and negotiates; without capabilities, for all of them. The token they are given."""
    shell.connect(who)
    auth = {"resume": resume} if resume else None
    shell.ask(who, Identify(name or who, list(capabilities or Capability), auth))
    [token] = [frame.resume for frame in shell.frames[who] if isinstance(frame, Welcome)]
    return token


def refusal(seen: Sequence[Seen]) -> str | None:
    """The reason of an error that a request was answered with."""
    first = seen[0] if seen else None
    return first.message.reason if isinstance(first, Send) and isinstance(first.message, Error) else None
