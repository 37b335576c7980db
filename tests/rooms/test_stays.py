"""The hub under Hypothesis: people come, go and come back, with tokens and without, over restarts of the server."""

from dataclasses import dataclass, field
from math import inf

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chatapp.protocol import limits, names
from chatapp.protocol.messages.base import CreateRoom, DeleteRoom, Identify, ListRooms, Rename
from chatapp.protocol.messages.rich import Capability, Welcome
from tests.rooms.shell import Shell, counter, refusal


@dataclass
class Somebody:
    """One who may come back. `tokens` are those that are good, newest first: the last, and the one shown for it."""

    name: str
    connection: str = ""
    tokens: list[str] = field(default_factory=list)
    until: float = inf
    """how long they are waited for; they are there while it is endless"""
    named: bool = True
    """the name is held for them"""


class Stays(RuleBasedStateMachine):
    """Who is who, who is waited for, and whose a room is."""

    def __init__(self) -> None:
        super().__init__()
        self.shell = Shell()
        self.count = 0
        self.people: list[Somebody] = []
        self.owners: dict[str, Somebody | None] = {}
        self.spent: set[str] = set()

    def taken(self, name: str, by: Somebody | None = None) -> bool:
        keys = {*names.look_alikes(name)}
        return any(
            one.named and one is not by and not keys.isdisjoint(names.look_alikes(one.name)) for one in self.people
        )

    def identify(self, name: str, resume: str) -> tuple[str, str | None]:
        """A connection, and the token that it is given; None where it is refused."""
        self.count += 1
        connection = f"c{self.count}"
        self.shell.connect(connection)
        auth = {"resume": resume} if resume else None
        seen = self.shell.ask(connection, Identify(name, [*Capability], auth))
        if refusal(seen) is not None:
            assert refusal(seen) == "username_taken"
            return connection, None
        [welcome] = [frame for frame in self.shell.frames[connection] if isinstance(frame, Welcome)]
        assert welcome.username == name
        return connection, welcome.resume

    @rule(name=st.sampled_from(["Ann", "ANN", "Bo"]), token=st.sampled_from(["", "guess"]))
    def come(self, name: str, token: str) -> None:
        taken = self.taken(name)
        connection, token_given = self.identify(name, token)
        assert (token_given is None) is taken
        if token_given is not None:
            self.people.append(Somebody(name, connection, [token_given]))

    @precondition(lambda self: self.people)
    @rule(data=st.data(), old=st.booleans(), name=st.sampled_from(["", "Ann", "Chloé"]))
    def come_back(self, data: st.DataObject, old: bool, name: str) -> None:
        """From a lost connection, a polite end, or while the old one seems to be there; with the newest token or the
        one before."""
        one = data.draw(st.sampled_from(self.people))
        self.back(one, one.tokens[-1 if old else 0], name or one.name)

    def back(self, one: Somebody, token: str, name: str) -> None:
        taken = self.taken(name, one)
        before = one.connection
        connection, given = self.identify(name, token)
        assert (given is None) is taken
        if given is None:
            return
        assert (self.shell.closed.get(before) == 4001) is (one.until == inf)
        self.spent.update(other for other in one.tokens if other != token)
        one.tokens = [given, token]
        one.name, one.named, one.until, one.connection = name, True, inf, connection

    @rule(token=st.data())
    def a_spent_token_is_a_strangers(self, token: st.DataObject) -> None:
        if self.spent:
            spent = token.draw(st.sampled_from(sorted(self.spent)))
            connection, given = self.identify(f"stranger {self.count}", spent)
            assert given is not None
            assert all(self.shell.hub.name_of(one.connection) == one.name for one in self.people if one.until == inf)
            self.people.append(Somebody(f"stranger {self.count - 1}", connection, [given]))

    @precondition(lambda self: self.people)
    @rule(data=st.data(), polite=st.booleans())
    def go(self, data: st.DataObject, polite: bool) -> None:
        one = data.draw(st.sampled_from(self.people))
        if one.until == inf:
            self.shell.leave(one.connection, polite=polite)
            one.until = self.shell.now + limits.RESUME
            one.named = not polite

    @precondition(lambda self: self.people)
    @rule(data=st.data(), name=st.sampled_from(["Ann", "Dora"]))
    def do_something(self, data: st.DataObject, name: str) -> None:
        one = data.draw(st.sampled_from(self.people))
        if one.until == inf:
            taken = self.taken(name, one)
            assert (refusal(self.shell.ask(one.connection, Rename(name))) is not None) is taken
            one.name = one.name if taken else name
            self.spent.update(one.tokens[1:])
            del one.tokens[1:]
            self.shell.ask(one.connection, CreateRoom(f"room {self.count}"))
            self.owners.setdefault(f"room {self.count}", one)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def try_to_delete(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.people))
        if one.until == inf:
            self.delete_all(one)

    def delete_all(self, one: Somebody) -> None:
        """Any request shows that the newest token has arrived."""
        self.shell.ask(one.connection, ListRooms())
        self.spent.update(one.tokens[1:])
        del one.tokens[1:]
        for room, owner in [*self.owners.items()]:
            refused = refusal(self.shell.ask(one.connection, DeleteRoom(room)))
            assert refused == (None if owner is one else "not_allowed")
            if refused is None:
                del self.owners[room]

    @rule(seconds=st.sampled_from([1.0, limits.RESUME / 2, limits.RESUME]))
    def wait(self, seconds: float) -> None:
        self.shell.wait(seconds)
        for one in [one for one in self.people if one.until <= self.shell.now]:
            self.people.remove(one)
            self.spent.update(one.tokens)
            self.owners = {room: None if owner is one else owner for room, owner in self.owners.items()}

    @rule(later=st.sampled_from([0.0, 1_000.0]))
    def the_server_starts_again(self, later: float) -> None:
        self.shell = Shell(
            storage=self.shell.storage, token=counter(f"life at {self.count} "), now=self.shell.now + later
        )
        self.count += 1
        for one in self.people:
            one.until = self.shell.now + limits.RESUME
        self.spent.clear()  # a token whose successor was not stored yet may be good again

    @invariant()
    def what_is_waited_for_is_known(self) -> None:
        waiting = [one.until for one in self.people if one.until < inf]
        assert self.shell.hub.next_deadline == min(waiting, default=None)

    @invariant()
    def everybody_has_their_name(self) -> None:
        for one in self.people:
            assert self.shell.hub.name_of(one.connection) == (one.name if one.until == inf else None)
        assert self.shell.hub.list().rooms.keys() == {"default", *self.owners}

    def teardown(self) -> None:
        """Whoever is waited for comes back, and has the rights they had."""
        for number, one in enumerate(self.people):
            if one.until < inf:
                self.back(one, one.tokens[0], f"back {number}")
            self.delete_all(one)
        assert all(owner is None for owner in self.owners.values())


TestStays = Stays.TestCase
TestStays.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
