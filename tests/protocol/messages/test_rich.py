"""Part 2: what a client asks, it knows the answer of."""

from typing import get_args

import msgspec
import pytest

from chatapp.protocol.messages.rich import Event, RichRequest


@pytest.mark.parametrize("kind", get_args(RichRequest))
def test_every_request_may_have_a_ref(kind: type) -> None:
    assert kind().ref == ""  # type: ignore[attr-defined]  # every member of the union has one


def test_an_event_is_named_as_on_the_wire() -> None:
    """In a page `room` and `epoch` are those of the page."""
    frame = msgspec.json.decode(msgspec.json.encode(Event("message", 2, 3, "Ann", message="hi", reply_to=1)))
    assert frame == {"kind": "message", "seq": 2, "ts": 3, "from": "Ann", "message": "hi", "replyTo": 1}
