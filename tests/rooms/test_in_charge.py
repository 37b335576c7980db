"""A server in other people's hands, under Hypothesis: whatever they do, nobody gets a right that they have not, or a
name that is not theirs, and no secret reaches anybody."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chatapp.protocol import names
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import CreateRoom, DeleteRoom, Identify, Message, Rename, SendMessage
from chatapp.protocol.messages.hosting import (
    AdminReply,
    AdminRequest,
    Ban,
    CreateInvite,
    GetActs,
    GetBans,
    GetInvites,
    GetPeople,
    GetServer,
    Invites,
    Kick,
    RevokeInvite,
    RoomState,
    SetRoom,
    SetServer,
    Unban,
)
from chatapp.protocol.messages.rich import Capability, Members, Welcome
from chatapp.rooms.log import KeepNote
from tests.rooms.doorway import ANN_S, BO_S, LOCAL, OTHER, PLAIN, SECURE, STEWARD, Doorway, proof_of
from tests.rooms.shell import refusal

PLACES = {"c0": SECURE, "c1": SECURE, "c2": OTHER, "c3": PLAIN, "c4": LOCAL}
PASSWORD = "open sesame"

who = st.sampled_from([*PLACES])
some_names = st.sampled_from(["Ann", "ANN", "Bo", "Cy"])
keys = st.sampled_from(["", ANN_S, BO_S])
switch = st.none() | st.booleans()
wanted = st.sampled_from([None, [], ["admin"], *[[*Capability]] * 6])
passwords = st.sampled_from(["", "wrong", PASSWORD])
admins = st.sampled_from(["", "", "", "wrong", STEWARD])
requests = st.one_of(
    st.builds(SetServer, name=st.none() | st.just("Tea"), locked=switch, invite_only=switch, plain=switch),
    st.builds(SetServer, password=st.sampled_from(["", PASSWORD])),
    st.builds(SetServer, people=st.integers(0, 6)),
    st.builds(Kick, st.integers(1, 12)),
    st.builds(Ban, key=keys),
    st.builds(Ban, address=st.sampled_from(["192.0.2.7", "192.0.2.8", "127.0.0.1", "x"])),
    st.builds(SetRoom, st.sampled_from(["default", "tea", "x"]), switch, st.none() | st.sampled_from([0, 5])),
    st.builds(CreateInvite, st.sampled_from(["", "tea"])),
    st.builds(Unban, st.sampled_from([f"t{number}" for number in range(30)])),
    st.builds(RevokeInvite, st.sampled_from([f"t{number}" for number in range(30)])),
    st.sampled_from([GetServer(), GetPeople(), GetBans(), GetInvites(), GetActs()]),
)


class InCharge(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.door = Doorway()
        self.admins: set[str] = set()
        """the connections that have shown the server's own secret"""
        self.owner: tuple[str, int] | None = None
        self.owner_key = ""
        """with which they are the same person, wherever they come from"""
        self.lives = dict.fromkeys(PLACES, 0)
        self.secrets: list[str] = []
        self.keys: dict[str, str] = {}
        """of those who have proven their name, by connection"""
        self.seen = dict.fromkeys(PLACES, 0)

    @initialize()
    def doors_open(self) -> None:
        for one, place in PLACES.items():
            self.door.connect(one, place)
        self.identify("c0", "Ann", [*Capability], ANN_S, False, "", "")
        self.identify("c1", "Bo", [*Capability], "", False, "", "")
        self.identify("c3", "Di", [*Capability], "", False, "", "")
        self.identify("c4", "Boss", [*Capability], "", False, "", STEWARD)

    @rule(one=who, name=some_names, capabilities=wanted, key=keys, lies=st.booleans(), password=passwords, admin=admins)
    def identify(
        self, one: str, name: str, capabilities: list[str] | None, key: str, lies: bool, password: str, admin: str
    ) -> None:
        named = self.door.hub.name_of(one) is not None
        auth = {"password": password, "admin": admin, "invite": self.secrets[-1] if self.secrets else ""}
        if key:
            auth |= {"key": key, "proof": "lies" if lies else proof_of(key, name)}
        before = self.door.hub.state()
        reserved = self.door.hub._house.book.keys.waits_for(name, self.door.hub._house.wall())
        self.do(one, Identify(name, capabilities, auth))
        if named or self.door.hub.name_of(one) is None:
            return
        private = PLACES[one].private
        proves = bool(key) and private and Capability.IDENTITY in (capabilities or [])
        if private and admin:
            assert admin == STEWARD
            self.admins.add(one)
        else:
            assert not before.locked
            if before.password or before.invite_only:
                known = proves and self.came_before(key)
                assert known or (before.password and password == PASSWORD) or self.secrets
                assert private
        assert private or before.plain
        if proves:
            assert not lies
            self.keys[one] = key
        if reserved and reserved != key:
            raise AssertionError("somebody has a name that waits for another")

    def came_before(self, key: str) -> bool:
        return self.door.hub._house.book.keys.knows(key)

    @rule(one=who, name=some_names)
    def rename(self, one: str, name: str) -> None:
        reserved = self.door.hub._house.book.keys.waits_for(name, self.door.hub._house.wall())
        mine = self.door.hub.name_of(one)
        seen = self.do(one, Rename(name))
        if mine is not None and refusal(seen) is None:
            own = {*names.look_alikes(mine)} == {*names.look_alikes(name)}
            assert not reserved or reserved == self.keys.get(one) or own

    @rule(one=who, request=requests)
    def act(self, one: str, request: AdminRequest) -> None:
        before = self.all_of_it()
        count = len(self.door.frames[one])
        owns = self.owns_tea(one) and isinstance(request, SetRoom) and request.room == "tea"
        seen = self.do(one, request)
        if one not in self.admins and not owns:
            assert self.all_of_it() == before
            assert not any(isinstance(frame, AdminReply) for frame in self.door.frames[one][count:])
        for effect in seen:
            message = getattr(effect, "message", None)
            if isinstance(message, Invites) and message.link:
                self.secrets.append(parse(message.link).secret)

    @rule(request=requests)
    def govern(self, request: AdminRequest) -> None:
        """The same by somebody who has the right, or has just come to have it."""
        if not self.admins:
            self.go("c4", "Boss", "", True)
        for one in sorted(self.admins)[:1]:
            self.act(one, request)

    @rule(one=who)
    def make_tea(self, one: str) -> None:
        if refusal(self.do(one, CreateRoom("tea"))) is None and self.door.hub.name_of(one) is not None:
            self.owner, self.owner_key = (one, self.lives[one]), self.keys.get(one, "")

    @rule(one=who)
    def end_tea(self, one: str) -> None:
        there = self.door.hub._directory.get("tea") is not None
        may = one in self.admins or self.owns_tea(one)
        if refusal(self.do(one, DeleteRoom("tea"))) is None and there and self.door.hub.name_of(one) is not None:
            assert may

    @rule(one=who)
    def say(self, one: str) -> None:
        room = self.door.hub._directory.default
        announce = room.announce
        heard = sum(isinstance(frame, Message) for frame in self.door.frames[one])
        self.do(one, SendMessage("hello", "default"))
        if announce and one not in self.admins:
            assert sum(isinstance(frame, Message) for frame in self.door.frames[one]) == heard

    @rule(one=who, name=some_names, key=keys, back=st.booleans())
    def go(self, one: str, name: str, key: str, back: bool) -> None:
        """Perhaps to come back at once, as somebody."""
        self.left(one)
        self.door.leave(one)
        self.door.connect(one, PLACES[one])
        if back:
            self.identify(one, name, [*Capability], key, False, PASSWORD, STEWARD if one == "c4" else "")

    @rule(seconds=st.sampled_from([1.0, 70.0, 200.0]))
    def time_passes(self, seconds: float) -> None:
        self.door.wait(seconds)

    def owns_tea(self, one: str) -> bool:
        return self.owner == (one, self.lives[one]) or (self.owner_key != "" and self.keys.get(one) == self.owner_key)

    def do(self, one: str, request: Any) -> list[Any]:
        """What came of it; whoever is closed for it comes anew."""
        self.door.now += 1.0
        seen = self.door.ask(one, request)
        for closed in [*self.door.closed]:
            self.left(closed)
            del self.door.closed[closed]
            self.door.leave(closed)
            self.door.connect(closed, PLACES[closed])
        return seen

    def all_of_it(self) -> tuple[object, ...]:
        """What only those in charge can change."""
        book = self.door.hub._house.book
        return self.door.hub.state(), book.bans.known(0), book.invites.known(), self.modes(), self.there()

    def there(self) -> list[str | None]:
        return [self.door.hub.name_of(one) for one in PLACES]

    def modes(self) -> list[tuple[str, bool, int]]:
        return [(room.name, room.announce, room.slow) for room in self.door.hub._directory.rooms()]

    def left(self, one: str) -> None:
        self.admins.discard(one)
        self.keys.pop(one, None)
        self.lives[one] += 1

    @invariant()
    def rights_are_what_was_shown(self) -> None:
        admins = {member.connection for member in self.door.hub._members.values() if member.admin}
        assert admins == self.admins
        assert not any(PLACES[one] is PLAIN for one in admins)

    @invariant()
    def names_are_one_person_s(self) -> None:
        everybody = [key for name in self.there() if name for key in {*names.look_alikes(name)}]
        assert len(everybody) == len(set(everybody))

    @invariant()
    def nobody_gets_a_secret(self) -> None:
        for one in PLACES:
            frames = self.door.frames[one][self.seen[one] :]
            self.seen[one] += len(frames)
            for frame in frames:
                if not (isinstance(frame, Invites) and frame.link):
                    text = repr(frame)
                    assert PASSWORD not in text
                    assert STEWARD not in text
                    assert not any(f"'{secret}'" in text for secret in self.secrets if not isinstance(frame, Welcome))
                if isinstance(frame, Members | RoomState):
                    assert "password" not in repr(frame)

    def teardown(self) -> None:
        for write in self.door.writes:
            if isinstance(write, KeepNote) and write.kind != "server":
                assert PASSWORD not in write.value
                assert STEWARD not in write.value
        again = Doorway(storage=self.door.storage, now=self.door.now)
        assert again.hub.state() == self.door.hub.state()
        assert again.hub._house.book.bans.known(0) == self.door.hub._house.book.bans.known(0)
        assert again.hub._house.book.invites.known() == self.door.hub._house.book.invites.known()


TestInCharge = InCharge.TestCase
TestInCharge.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
