"""Who comes, who goes, who is typing."""

from chatapp.protocol.limits import TYPING, TYPING_PAUSE
from chatapp.protocol.messages.base import Error
from chatapp.protocol.messages.rich import (
    Capability,
    GetMembers,
    IsTyping,
    MemberJoined,
    MemberLeft,
    Members,
    Renamed,
    Typing,
)
from chatapp.session.acquaintances import Acquaintance, Tie
from chatapp.session.changes import NameChanged, Notice, RosterChanged, TypingChanged
from chatapp.session.keeping import KeepPerson, Kept
from chatapp.session.presence import FORMER
from chatapp.session.roster import Roster
from chatapp.session.timeline import Note, NoteKind
from tests.session.driver import Welcomed


def notes(ann: Welcomed, room: str = "default") -> list[Note]:
    return [note for entry in ann.session.timeline(room) for note in entry.notes]


def test_who_is_in_a_room_is_asked_for() -> None:
    ann = Welcomed().welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetMembers)]
    ann.hear(Members("default", ["Ann", "Bo"], "Ann", ref=asked.ref))
    assert ann.session.roster("default") == Roster(("Ann", "Bo"), "Ann")
    assert ann.session.rooms["default"].owned
    assert ann.all(RosterChanged) == [RosterChanged("default")]
    ann.hear(Members("default", ["Ann", "Bo"], ""))
    assert not ann.session.rooms["default"].owned


def test_nobody_is_asked_for_where_it_cannot_be_told() -> None:
    ann = Welcomed().welcome(capabilities=(Capability.RICH, Capability.HISTORY))
    ann.session.typing("default", ann.now)
    ann.drain()
    assert not any(isinstance(request, GetMembers | Typing) for request in ann.sent)


def test_a_refused_roster_is_no_news() -> None:
    ann = Welcomed().welcome()
    [asked] = [request for request in ann.sent if isinstance(request, GetMembers)]
    ann.hear(Error("room_not_found", "Gone.", asked.ref))
    assert ann.all(Notice) == []


def test_others_come_and_go() -> None:
    ann = Welcomed().ready()
    ann.hear(MemberJoined("default", "Bo"), MemberJoined("default", "Bo"), MemberLeft("default", "Bo"))
    assert notes(ann) == [Note(NoteKind.JOINED, "Bo"), Note(NoteKind.LEFT, "Bo")]
    assert ann.session.roster("default").names == ("Ann",)
    assert len(ann.session.timeline("default")) == 1


def test_what_one_does_oneself_is_no_news() -> None:
    ann = Welcomed().ready()
    ann.hear(MemberLeft("default", "Ann"), MemberJoined("default", "Ann"))
    assert notes(ann) == []


def test_rooms_that_are_not_on_screen_get_no_notes() -> None:
    ann = Welcomed().ready()
    ann.hear(MemberJoined("music", "Bo"))
    assert notes(ann, "music") == []


def test_another_name() -> None:
    ann = Welcomed().ready("music")
    ann.hear(MemberJoined("music", "Bo"), Renamed("Bo", "Bob"))
    assert ann.session.roster("music").names == ("Ann", "Bob")
    assert notes(ann, "music")[-1] == Note(NoteKind.RENAMED, "Bo", "Bob")
    assert notes(ann) == []


def test_ones_own_name_changed_elsewhere() -> None:
    ann = Welcomed().ready()
    ann.hear(Renamed("Ann", "Anna"))
    assert ann.session.name == "Anna"
    assert ann.all(NameChanged) == [NameChanged("Anna")]
    assert ann.session.roster("default").names == ("Anna",)
    assert notes(ann) == []


def test_others_type() -> None:
    ann = Welcomed().ready()
    ann.hear(IsTyping("default", "Bo"), IsTyping("default", "Ann"))
    assert ann.session.roster("default").typing == ("Bo",)
    assert ann.all(TypingChanged) == [TypingChanged("default")]
    assert ann.session.next_deadline == ann.now + TYPING
    ann.forget()
    ann.wait(TYPING)
    assert ann.session.roster("default").typing == ()
    assert ann.all(TypingChanged) == [TypingChanged("default")]


def test_who_has_said_it_types_no_longer() -> None:
    ann = Welcomed().ready()
    ann.hear(IsTyping("default", "Bo"))
    ann.told(1, author="Bo")
    assert ann.session.roster("default").typing == ()
    ann.hear(IsTyping("default", "Bo"), MemberLeft("default", "Bo"))
    assert ann.session.roster("default").typing == ()


def test_a_lost_connection_ends_all_typing() -> None:
    ann = Welcomed().ready()
    ann.hear(IsTyping("default", "Bo"))
    ann.lose()
    assert ann.session.roster("default").typing == ()


def test_typing_is_told_now_and_then() -> None:
    ann = Welcomed().ready()
    for _ in range(4):
        ann.session.typing("default", ann.now)
        ann.now += TYPING_PAUSE / 2
    ann.drain()
    assert ann.sent == [Typing("default"), Typing("default")]
    ann.session.stopped_typing("default", ann.now)
    ann.session.stopped_typing("default", ann.now)
    ann.session.typing("music", ann.now)
    ann.drain()
    assert ann.sent[2:] == [Typing("default", on=False)]


def test_saying_it_ends_the_typing() -> None:
    ann = Welcomed().ready()
    ann.session.typing("default", ann.now)
    ann.say("hello")
    ann.session.stopped_typing("default", ann.now)
    ann.session.typing("default", ann.now)
    ann.drain()
    assert [request for request in ann.sent if isinstance(request, Typing)] == [Typing("default"), Typing("default")]


# By their keys

ANN, BO, EVE = (letter * 43 for letter in "abe")


def test_those_who_have_proven_their_name_are_known_again() -> None:
    ann = Welcomed(kept=Kept(people=(KeepPerson(BO, "Bo", 0.0),))).welcome()
    ann.kept.clear()
    ann.hear(Members("default", ["Ann", "Bo", "Eve"], keys={"Ann": ANN, "Bo": BO}, admins=["Eve"]))
    assert ann.session.roster("default").keys == {"Ann": ANN, "Bo": BO}
    assert ann.session.roster("default").admins == ("Eve",)
    assert ann.session.acquaintances("default") == {"Bo": Acquaintance(Tie.MET), "Eve": Acquaintance()}
    assert [kept.key for kept in ann.kept] == [BO], "oneself is nobody that one meets"
    ann.hear(MemberLeft("default", "Bo"), MemberJoined("default", "Bo", EVE, admin=True))
    assert ann.session.acquaintances("default")["Bo"] == Acquaintance(Tie.STRANGER, "Bo")
    assert ann.session.roster("default").admins == ("Eve", "Bo")
    ann.hear(MemberJoined("default", "Dan", EVE), Renamed("Dan", "Dave"))
    assert [(kept.key, kept.name) for kept in ann.kept][1:] == [(EVE, "Dan"), (EVE, "Dave")]


def test_nobody_is_doubted_where_nobody_can_prove_anything() -> None:
    abilities = set(Capability) - {Capability.IDENTITY}
    ann = Welcomed(kept=Kept(people=(KeepPerson(BO, "Bo", 0.0),))).welcome(capabilities=abilities)
    ann.hear(Members("default", ["Ann", "Bo"]))
    assert ann.session.acquaintances("default") == {}


def test_an_endless_row_of_names_is_forgotten() -> None:
    ann = Welcomed().ready()
    ann.hear(*(Renamed(f"b{number}", f"b{number + 1}") for number in range(10 * FORMER)))
    [former] = ann.session._core.former.values()
    assert f"b{10 * FORMER - 1}" in former
    assert len(former) <= FORMER
