"""Part 3: what a host asks and is told."""

from typing import get_args

import msgspec
import pytest

from chatapp.protocol.messages.hosting import AdminReply, AdminRequest, KnownInvite, ServerState, SetServer


@pytest.mark.parametrize("kind", [*get_args(AdminRequest), *get_args(AdminReply)])
def test_every_request_may_have_a_ref_and_every_answer_repeats_it(kind: type) -> None:
    [ref] = [field for field in msgspec.structs.fields(kind) if field.name == "ref"]
    assert (ref.type, ref.default) == (str, "")


def test_what_is_not_to_be_different_is_not_said() -> None:
    assert msgspec.json.encode(SetServer(invite_only=False)) == b'{"inviteOnly":false}'


def test_no_answer_has_room_for_a_secret() -> None:
    """A password is there or not; an invite's secret stands in its link alone, once."""
    [password] = [field for field in msgspec.structs.fields(ServerState) if field.name == "password"]
    assert password.type is bool
    assert {field.name for field in msgspec.structs.fields(KnownInvite)}.isdisjoint({"secret", "link", "digest"})
