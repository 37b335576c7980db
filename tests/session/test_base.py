"""Part 1: the stories are in `test_session.py`, the long ones in `test_agreement.py`."""

from chatapp.protocol.messages.base import Identify, JoinRoom, Rename, SendMessage
from chatapp.session.changes import Done
from chatapp.session.keeping import DropMessage, KeepMessage, Kept
from chatapp.session.timeline import EntryKind
from tests.session.driver import Driver, Welcomed


def test_an_older_server_is_asked_nothing_of_part_2() -> None:
    ann = Driver().online()
    ann.session.typing("default", ann.now)
    ann.session.older("default", ann.now)
    ann.session.newest("default", ann.now)
    ticket = ann.session.react("default", 1, "👍", True, ann.now)
    ann.drain()
    assert ann.sent == []
    assert ann.session.capabilities == frozenset()
    assert [change.ticket for change in ann.changes if hasattr(change, "reason")] == [ticket]


def test_an_older_server_gets_messages_without_ids() -> None:
    ann = Driver().online()
    ticket = ann.say("hello")
    assert ann.sent == [SendMessage("hello", "default")]
    ann.message("Ann", "hello")
    assert ann.all(Done) == [Done(ticket)]
    assert all(entry.kind is EntryKind.MESSAGE for entry in ann.session.timeline("default"))


def test_a_server_that_minds_part_2_is_asked_without() -> None:
    ann = Driver().connect()
    ann.error("bad_request")
    assert ann.sent[1:] == [Identify("Ann")]
    ann.joined("default")
    assert ann.session.name == "Ann"


def test_a_rename_is_confirmed_by_the_next_answer() -> None:
    ann = Driver().online()
    ticket = ann.do("rename", "Anna")
    assert ann.sent == [Rename("Anna"), JoinRoom("default")]
    ann.joined("default")
    assert ann.all(Done) == [Done(ticket)]


def test_what_waits_is_kept_until_it_is_on_the_wire() -> None:
    ann = Welcomed()
    ann.say("later")
    [kept] = ann.kept
    assert isinstance(kept, KeepMessage)
    ann.online()
    assert ann.kept[1:] == [DropMessage(kept.id)], "a server of Part 1 gets it once at most"


def test_what_another_session_kept_goes_out() -> None:
    ann = Welcomed(kept=Kept((KeepMessage("id9", "default", "from before", wall=5.0),)))
    assert ann.rows() == [("Ann", "from before", "sending")]
    ann.connect()
    ann.joined("default")
    assert ann.sent[-1] == SendMessage("from before", "default")
