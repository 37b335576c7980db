"""What is negotiated, and what of it holds for requests."""

from typing import Any, get_args

import pytest

from chatapp.protocol.limits import ID
from chatapp.protocol.messages import Request
from chatapp.protocol.messages.base import BaseRequest, Identify, JoinRoom, ListRooms, Reason
from chatapp.protocol.messages.rich import Capability, GetHistory, RichRequest
from chatapp.rooms import terms
from chatapp.rooms.refusal import Refusal
from chatapp.rooms.room import Member


def member(*capabilities: Capability) -> Member[str]:
    made = Member("a", 0.0)
    made.negotiated = True
    made.capabilities = frozenset(capabilities)
    return made


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ([], set()),
        (["rich"], {"rich"}),
        (["rich", "rich", "teleport", ""], {"rich"}),
        ([*Capability], {*Capability}),
        (None, None),
        ("rich", None),
        ({"rich": True}, None),
        (["rich", 1], None),
        ([None], None),
        (7, None),
    ],
)
def test_a_list_of_strings_negotiates_and_nothing_else(said: Any, understood: set[str] | None) -> None:
    assert terms.negotiated(Identify("Ann", said)) == understood


@pytest.mark.parametrize("kind", get_args(RichRequest))
def test_every_action_of_part_2_needs_one_capability(kind: type[Request]) -> None:
    needed = terms.NEEDS[kind]
    terms.check(member(needed), kind())
    with pytest.raises(Refusal) as caught:
        terms.check(member(*({*Capability} - {needed})), kind())
    assert caught.value.reason is Reason.UNKNOWN_ACTION


@pytest.mark.parametrize("kind", get_args(BaseRequest))
def test_no_action_of_part_1_needs_any(kind: type[Request]) -> None:
    terms.check(member(), kind())


def test_a_ref_is_repeated_to_those_who_negotiated() -> None:
    assert terms.ref(member(), JoinRoom("tea", ref="r1")) == "r1"
    assert terms.ref(Member("base", 0.0), JoinRoom("tea", ref="r1")) == ""
    assert terms.ref(member(), Identify("Ann")) == ""


def test_a_ref_that_is_too_long_is_refused_and_not_repeated() -> None:
    terms.check(member(), ListRooms("r" * ID))
    for request in (ListRooms("r" * (ID + 1)), GetHistory("tea", ref="r" * (ID + 1))):
        with pytest.raises(Refusal) as caught:
            terms.check(member(Capability.HISTORY), request)
        assert caught.value.reason is Reason.BAD_REQUEST
        assert terms.ref(member(), request) == ""
