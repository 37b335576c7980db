"""Changes are values: they can be compared and told apart by their type."""

from typing import get_args

import pytest

from chatapp.session.changes import Change, Done, Intent, Phase, PhaseChanged, Refused, RoomLeft


def test_equal_changes_are_equal() -> None:
    assert RoomLeft("music", deleted=True) == RoomLeft("music", deleted=True)
    assert RoomLeft("music", deleted=True) != RoomLeft("music", deleted=False)


@pytest.mark.parametrize("kind", get_args(Change))
def test_no_change_can_be_changed(kind: type) -> None:
    made = kind(*range(len(kind.__struct_fields__)))
    for name in kind.__struct_fields__:
        with pytest.raises(AttributeError):
            setattr(made, name, None)


def test_a_change_is_matched_by_its_type() -> None:
    def told(change: Change) -> str:
        match change:
            case Done(ticket):
                return f"done {ticket}"
            case Refused(intent=Intent.SAY, text=str(text)):
                return text
            case PhaseChanged(phase=Phase.ONLINE):
                return "online"
            case _:
                return ""

    assert told(Done(3)) == "done 3"
    assert told(Refused(4, Intent.SAY, "music", "unavailable", "Sorry.", "kept")) == "kept"
    assert told(PhaseChanged(Phase.ONLINE, "", None)) == "online"
