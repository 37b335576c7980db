"""The numbers, and what they have to be to each other."""

import json

import pytest

from chatapp.protocol import limits
from chatapp.protocol.codec import encode
from chatapp.protocol.messages.base import CreateRoom, Cursor, Identify, JoinRoom, RoomsList, SendMessage
from chatapp.protocol.messages.rich import EditMessage, Search

SEQ = 2**53 - 1


def longest_ids(character: str) -> tuple[str, int, str]:
    """The `id`, `replyTo` and `ref` of a message."""
    return character * limits.ID, SEQ, character * limits.ID


@pytest.mark.parametrize("character", ["a", '"', "\\", "\x01", "é", "語", "😀"])
def test_the_longest_request_fits_a_frame(character: str) -> None:
    """Even where JSON writes a character as six."""
    for request in (
        SendMessage(character * limits.MESSAGE, character * limits.ROOM_NAME),
        Identify(character * limits.USERNAME),
        CreateRoom(character * limits.ROOM_NAME),
        SendMessage(character * limits.MESSAGE, character * limits.ROOM_NAME, *longest_ids(character)),
        EditMessage(character * limits.ROOM_NAME, SEQ, character * limits.MESSAGE, ref=character * limits.ID),
        JoinRoom(character * limits.ROOM_NAME, Cursor(character * limits.ID, SEQ), character * limits.ID),
        Search(character * limits.QUERY, character * limits.ROOM_NAME, SEQ, limits.RESULTS, character * limits.ID),
    ):
        assert len(encode(request)) <= limits.FRAME
        assert len(json.dumps(json.loads(encode(request)), ensure_ascii=True)) <= limits.FRAME


def test_the_longest_room_list_fits_what_a_client_takes_and_what_may_wait_for_it() -> None:
    rooms = {f"{number:03}" + "😀" * (limits.ROOM_NAME - 3): limits.CONNECTIONS for number in range(limits.ROOMS)}
    assert len(encode(RoomsList(rooms))) <= min(limits.REPLIES, limits.OUTBOX)
    assert limits.ROOMS <= limits.ROOMS_SHOWN
    assert limits.MESSAGE <= limits.MESSAGE_SHOWN


def test_times_that_depend_on_each_other() -> None:
    assert limits.FIRST_BYTE < limits.HANDSHAKE
    assert limits.PING_AFTER + limits.PONG_WITHIN <= 40, "half-open connections are gone within 40 s"
    assert limits.CLAIM_PONG_WITHIN < 5, "a name held by one of them is freed within 5 s of a claim"
    assert limits.NAME_RETRY < limits.IDENTIFY, "a claim is repeated before the server loses patience"
    assert limits.NAME_HELD > limits.PING_AFTER + limits.PONG_WITHIN
    assert limits.RETRY_FIRST < limits.RETRY_MOST <= 30
    assert limits.PORT not in limits.NEXT_PORTS
    assert all(0 < port < 65536 for port in (limits.PORT, *limits.NEXT_PORTS))


def test_pages_fit_what_may_wait_and_what_a_client_takes() -> None:
    """Together with one message more than fits."""
    longest = len(encode(SendMessage("😀" * limits.MESSAGE))) + len(encode(SendMessage("\x01" * limits.MESSAGE)))
    assert limits.PAGE_BYTES + longest < limits.OUTBOX < limits.REPLIES
    assert limits.REQUEST_RATE[0] * limits.PAGE_BYTES < limits.OUTBOX, "who comes back to many rooms at once is not cut"
    assert limits.RESULTS <= limits.PAGE
    assert limits.TYPING_PAUSE < limits.TYPING, "who goes on typing is shown as typing without a break"
    assert limits.NAME_HELD < limits.RESUME
    assert limits.ROOMS < limits.STAYS
