import pytest

from chatapp.gui.timeline.doable import Deed, Rights, doable
from chatapp.session.timeline import Entry, EntryKind, State
from tests.gui.timeline.conftest import NOW

OTHERS = Entry("Ann", "text", NOW, seq=1)
OWN = Entry("me", "text", NOW, seq=2, mine=True)
MEMBER = Rights(rich=True, write=True)


@pytest.mark.parametrize(
    ("entry", "rights", "deeds"),
    [
        (OTHERS, MEMBER, {Deed.REPLY, Deed.REACT}),
        (OWN, MEMBER, {Deed.REPLY, Deed.REACT, Deed.EDIT, Deed.DELETE}),
        (OTHERS, MEMBER._replace(moderate=True), {Deed.REPLY, Deed.REACT, Deed.DELETE}),
        (OWN, Rights(rich=True), set()),
        (OTHERS, Rights(rich=True, write=True, react_only=True), {Deed.REACT}),
        (OWN, Rights(rich=True, write=True, react_only=True), {Deed.REACT, Deed.DELETE}),
        (OTHERS, Rights(rich=True, moderate=True), {Deed.DELETE}),
        (OWN, Rights(write=True, moderate=True), set()),
        (Entry("me", "text", NOW, mine=True, key=1, state=State.SENDING), MEMBER, set()),
        (Entry("me", "text", NOW, mine=True, key=1, state=State.FAILED), Rights(), {Deed.RETRY, Deed.DISCARD}),
        (Entry("me", "", NOW, mine=True, seq=3, deleted=True), MEMBER, set()),
        (Entry("", "", NOW, kind=EntryKind.NOTE), MEMBER, set()),
        (Entry("Ann", "of a server without a log", NOW), MEMBER, set()),
    ],
)
def test_what_can_be_done(entry: Entry, rights: Rights, deeds: set[Deed]) -> None:
    assert set(doable(entry, rights)) == deeds
