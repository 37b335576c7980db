"""Every refusal is a sentence for a person; the contract test shows when each comes."""

from chatapp.protocol.messages.rich import Kind
from chatapp.rooms.log import Draft, NotStored
from chatapp.storage import verdict
from chatapp.storage.verdict import Subject, Verdict, judge


def test_refusals_are_sentences() -> None:
    refusals = [value for value in vars(verdict).values() if isinstance(value, NotStored)]
    assert len(refusals) == 9
    assert all(one.detail[0].isalnum() and one.detail.endswith(".") for one in refusals)


def test_nobody_is_not_the_author_of_what_nobody_said() -> None:
    anybody = Subject("", deleted=False)
    assert judge(Draft(Kind.EDIT, "Ann"), anybody) == verdict.NOT_THEIRS
    assert judge(Draft(Kind.DELETE, "Ann"), anybody) == verdict.NOT_DELETABLE
    assert judge(Draft(Kind.DELETE, "Ann", moderates=True), anybody) is Verdict.MODERATE
