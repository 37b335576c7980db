"""What goes to a room, gathered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.rooms.effects import Group
from chatapp.server.counts import Counts
from chatapp.server.outbox import Outbox, deliver
from tests.server.doubles import Turns

PLAIN, RICH, PRESENCE = Group


class Member:
    def __init__(self, *, dead: bool = False) -> None:
        self.writes: list[bytes] = []
        self.dead = dead
        self.cut = False

    def write(self, data: bytes) -> None:
        if self.dead:
            raise RuntimeError("handle is closed")
        self.writes.append(data)

    def abort(self) -> None:
        self.cut = True


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def outbox(turns: Turns) -> Outbox:
    return Outbox(turns.call_soon)


def test_a_rooms_frames_are_one_write_a_member_and_turn(outbox: Outbox, turns: Turns) -> None:
    room = (Member(), Member())
    outbox.gather("a", PLAIN, room, b"1")
    outbox.gather("a", PLAIN, room, b"2")
    assert [member.writes for member in room] == [[], []]
    turns.turn()
    outbox.gather("a", PLAIN, room, b"3")
    turns.turn()
    assert [member.writes for member in room] == [[b"12", b"3"]] * 2
    assert turns.calls == []


def test_every_member_is_given_the_same_bytes(outbox: Outbox, turns: Turns) -> None:
    room = (Member(), Member())
    outbox.gather("a", PLAIN, room, b"1")
    outbox.gather("a", PLAIN, room, b"2")
    turns.turn()
    assert room[0].writes[0] is room[1].writes[0]


def test_settling_draws_a_line(outbox: Outbox, turns: Turns) -> None:
    room, other = (Member(),), (Member(),)
    outbox.gather("a", PLAIN, room, b"1")
    outbox.gather("b", PLAIN, other, b"1")
    outbox.settle("a")
    outbox.settle("nobody was told anything here")
    assert (room[0].writes, other[0].writes) == ([b"1"], [])
    outbox.gather("a", PLAIN, room, b"2")
    turns.turn()
    assert (room[0].writes, other[0].writes) == ([b"1", b"2"], [b"1"])


def test_settling_several(outbox: Outbox) -> None:
    members = [Member() for _ in "abc"]
    outbox.settle_all("abc")
    for room, member in zip("abc", members, strict=True):
        outbox.gather(room, PLAIN, (member,), b"1")
    outbox.settle_all("ab")
    assert [member.writes for member in members] == [[b"1"], [b"1"], []]


def test_another_audience_settles_the_room(outbox: Outbox, turns: Turns) -> None:
    stays, comes = Member(), Member()
    outbox.gather("a", PLAIN, (stays,), b"1")
    outbox.gather("a", PLAIN, (stays, comes), b"2")
    turns.turn()
    assert (stays.writes, comes.writes) == ([b"1", b"2"], [b"2"])


def test_groups_that_take_turns_do_not_break_up_each_others_writes(outbox: Outbox, turns: Turns) -> None:
    plain, rich = (Member(),), (Member(),)
    for number in range(3):
        outbox.gather("a", PLAIN, plain, b"p%d" % number)
        outbox.gather("a", RICH, rich, b"r%d" % number)
    turns.turn()
    assert (plain[0].writes, rich[0].writes) == ([b"p0p1p2"], [b"r0r1r2"])


def test_settling_a_room_settles_all_of_its_groups(outbox: Outbox) -> None:
    groups = {group: (Member(),) for group in Group}
    for group, members in groups.items():
        outbox.gather("a", group, members, b"1")
    outbox.settle("a")
    assert [members[0].writes for members in groups.values()] == [[b"1"]] * len(Group)


def test_acks_are_one_write_after_what_went_to_rooms(outbox: Outbox, turns: Turns) -> None:
    member, other = Member(), Member()
    outbox.ack(member, b"ack1")
    outbox.gather("a", RICH, (member, other), b"m1")
    outbox.ack(member, b"ack2")
    assert member.writes == []
    turns.turn()
    assert (member.writes, other.writes) == ([b"m1", b"ack1ack2"], [b"m1"])
    assert turns.calls == []


def test_what_is_sent_to_one_comes_after_its_acks(outbox: Outbox, turns: Turns) -> None:
    member, other = Member(), Member()
    outbox.ack(member, b"ack")
    outbox.ack(other, b"ack")
    outbox.send(member, b"joined")
    outbox.send(member, b"list")
    assert (member.writes, other.writes) == ([b"ackjoined", b"list"], [])
    outbox.settle_own(other)
    outbox.settle_own(other)
    assert other.writes == [b"ack"]
    turns.turn()
    assert (len(member.writes), len(other.writes)) == (2, 1)


def test_who_come_one_after_the_other_cost_one_write_each(outbox: Outbox, turns: Turns) -> None:
    members: list[Member] = []
    for number in range(4):
        outbox.note(tuple(members), b"%d" % number)
        members.append(Member())
    assert [member.writes for member in members] == [[]] * 4
    turns.turn()
    assert [member.writes for member in members] == [[b"123"], [b"23"], [b"3"], []]


def test_notes_come_before_what_newcomers_said_and_before_what_is_sent_to_one(outbox: Outbox, turns: Turns) -> None:
    member, other, gone = Member(), Member(), Member()
    outbox.gather("a", RICH, (member,), b"hello")
    outbox.note((member, other, gone), b"joined")
    outbox.send(other, b"answer")
    outbox.forget(gone)
    turns.turn()
    assert (member.writes, other.writes, gone.writes) == ([b"joined", b"hello"], [b"joinedanswer"], [])
    outbox.note((member,), b"left")
    outbox.settle_own(member)
    assert member.writes[2:] == [b"left"]


@pytest.mark.parametrize("line", ["settle", "settle_all", "settle_every", "another audience"])
def test_a_line_that_is_drawn_under_a_room_is_drawn_under_the_notes_too(outbox: Outbox, line: str) -> None:
    """Who came has said something and asks to go, all in one turn: a busy server reads that so."""
    member = Member()
    outbox.note((member,), b"joined")
    outbox.gather("a", RICH, (member,), b"hello")
    match line:
        case "settle":
            outbox.settle("a")
        case "settle_all":
            outbox.settle_all(["a"])
        case "settle_every":
            outbox.settle_every()
        case _:
            outbox.gather("a", RICH, (member, Member()), b"more")
    outbox.note((member,), b"left")
    outbox.flush()
    assert b"".join(member.writes).removesuffix(b"more") == b"joinedhelloleft"


def test_who_is_gone_gets_no_acks(outbox: Outbox, turns: Turns) -> None:
    member = Member()
    outbox.ack(member, b"ack")
    outbox.forget(member)
    turns.turn()
    assert member.writes == []


def test_everything_can_be_settled(outbox: Outbox) -> None:
    members = [Member() for _ in "ab"]
    for room, member in zip("ab", members, strict=True):
        outbox.gather(room, PLAIN, (member,), b"1")
    outbox.ack(members[0], b"ack")
    outbox.settle_every()
    assert [member.writes for member in members] == [[b"1"], [b"1"]]


def test_a_dead_member_stops_nobody_else(outbox: Outbox, turns: Turns) -> None:
    before, dead, after = Member(), Member(dead=True), Member()
    outbox.gather("a", PLAIN, (before, dead, after), b"1")
    turns.turn()
    assert (before.writes, after.writes) == ([b"1"], [b"1"])
    assert dead.cut
    assert not after.cut


def test_writing_that_leads_to_more_writing(outbox: Outbox, turns: Turns) -> None:
    """A member that is dropped while it is written to has others told."""
    other = (Member(),)

    class Echo(Member):
        def write(self, data: bytes) -> None:
            super().write(data)
            outbox.gather("b", PLAIN, other, b"she left")

    outbox.gather("a", PLAIN, (Echo(),), b"1")
    turns.turn()
    turns.turn()
    assert other[0].writes == [b"she left"]


def test_delivering_one_frame_copies_nothing() -> None:
    member, frame = Member(), b"12"
    deliver((member,), [frame])
    assert member.writes[0] is frame


@given(st.lists(st.tuples(st.sampled_from(["gather", "settle", "change", "turn"]), st.sampled_from("ab"))))
def test_each_member_gets_what_went_to_its_room_in_order(script: list[tuple[str, str]]) -> None:
    turns = Turns()
    outbox = Outbox(turns.call_soon)
    audiences: dict[str, tuple[Member, ...]] = {"a": (Member(),), "b": (Member(),)}
    wanted: dict[Member, bytes] = {}
    for number, (what, room) in enumerate(script):
        match what:
            case "gather":
                frame = f"{room}{number};".encode()
                outbox.gather(room, PLAIN, audiences[room], frame)
                for member in audiences[room]:
                    wanted[member] = wanted.get(member, b"") + frame
            case "settle":
                outbox.settle(room)
                assert all(b"".join(member.writes) == wanted.get(member, b"") for member in audiences[room])
            case "change":
                audiences[room] = (*audiences[room][-2:], Member())
            case "turn":
                turns.turn()
    turns.turn()
    assert all(b"".join(member.writes) == data for member, data in wanted.items())


def test_what_goes_is_counted(turns: Turns) -> None:
    counts = Counts()
    outbox = Outbox(turns.call_soon, counts)
    room = (Member(), Member(), Member())
    outbox.gather("a", PLAIN, room, b"12")
    outbox.gather("a", PLAIN, room, b"3")
    outbox.ack(room[0], b"4567")
    turns.turn()
    outbox.send(room[1], b"89")
    assert (counts.deliveries, counts.sent) == (8, 15)
    assert counts.sent == sum(len(data) for member in room for data in member.writes)
