"""Part 1, with the protocol's own names for its actions and fields."""

from typing import get_args

import msgspec

from chatapp.protocol.messages.base import EXTENSIONS, BaseReply, BaseRequest, Error, Reason

PAYLOADS = {
    "identify": {"username"},
    "createRoom": {"room"},
    "joinRoom": {"room"},
    "leaveRoom": {"room"},
    "sendMessage": {"message", "room"},
    "deleteRoom": {"room"},
    "rename": {"newUsername"},
    "roomsList": set(),
}
REPLIES = {
    "roomsList": {"rooms"},
    "joined": {"room"},
    "left": {"room"},
    "message": {"from", "room", "message"},
    "error": {"reason", "detail"},
}
# fmt: off
# Part 1, frozen: extend, never rename.
REASONS = {
    "bad_request", "not_identified", "already_identified", "invalid_username", "username_taken", "invalid_room_name",
    "no_room_specified", "room_exists", "room_not_found", "not_in_room", "cannot_leave_default",
    "cannot_delete_default", "not_allowed", "empty_message", "message_too_long", "too_many_rooms", "rate_limited",
    "server_full", "auth_failed", "storage_full", "unavailable", "unknown_action",
}
# fmt: on


def fields(kind: type) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(kind)}


def test_the_contract_of_part_1() -> None:
    assert {kind.action: fields(kind) - EXTENSIONS for kind in get_args(BaseRequest)} == PAYLOADS
    for kind in get_args(BaseReply):
        on_the_wire = {field.encode_name for field in msgspec.structs.fields(kind) if field.required}
        assert on_the_wire == REPLIES[kind.action] or kind is Error
    assert {reason.value for reason in Reason} >= REASONS
