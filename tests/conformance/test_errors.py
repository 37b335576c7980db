"""Every reason that Part 1 can give, and that the connection stays usable afterwards."""

from typing import Any

import pytest

from tests.conformance.conftest import Fresh, NewClient, NewHouse
from tests.conformance.wire import Client, request

ABSENT = "no such room"

REFUSED: list[tuple[str, str, dict[str, Any]]] = [
    ("no_room_specified", "createRoom", {}),
    ("no_room_specified", "createRoom", {"room": ""}),
    ("no_room_specified", "joinRoom", {}),
    ("no_room_specified", "joinRoom", {"room": ""}),
    ("no_room_specified", "leaveRoom", {}),
    ("no_room_specified", "deleteRoom", {}),
    ("no_room_specified", "sendMessage", {"message": "to whom?"}),
    ("room_not_found", "joinRoom", {"room": ABSENT}),
    ("room_not_found", "leaveRoom", {"room": ABSENT}),
    ("room_not_found", "deleteRoom", {"room": ABSENT}),
    ("room_not_found", "sendMessage", {"room": ABSENT, "message": "anyone?"}),
    ("room_not_found", "joinRoom", {"room": "x" * 10_000}),
    ("room_not_found", "joinRoom", {"room": "a\u0000b"}),
    ("cannot_leave_default", "leaveRoom", {"room": "default"}),
    ("cannot_delete_default", "deleteRoom", {"room": "default"}),
    ("room_exists", "createRoom", {"room": "default"}),
    ("invalid_room_name", "createRoom", {"room": "   "}),
    ("invalid_room_name", "createRoom", {"room": "x" * 65}),
    ("invalid_username", "rename", {}),
    ("invalid_username", "rename", {"newUsername": ""}),
    ("already_identified", "identify", {"username": "Someone Else"}),
    ("already_identified", "identify", {}),
    ("empty_message", "sendMessage", {"room": "default"}),
    ("empty_message", "sendMessage", {"room": "default", "message": ""}),
    ("empty_message", "sendMessage", {"room": "default", "message": " "}),
    ("empty_message", "sendMessage", {"room": "default", "message": " \t\r\n\u00a0\u2003\u2028\u3000"}),
    ("message_too_long", "sendMessage", {"room": "default", "message": "x" * 4001}),
    ("unknown_action", "shout", {"message": "hello"}),
    ("unknown_action", "", {"message": "hello"}),
    ("unknown_action", "JoinRoom", {"room": "default"}),
    ("unknown_action", "joined", {"room": "default"}),
    ("unknown_action", "message", {"from": "admin", "room": "default", "message": "hello"}),
    ("unknown_action", "x" * 10_000, {}),
]


async def usable(one: Client) -> None:
    """It is identified and connected, and nothing else is on its way to it."""
    await one.nothing_more()
    await one.say("still here")
    assert (await one.answer())["payload"]["message"] == "still here"


@pytest.mark.parametrize(("reason", "action", "fields"), REFUSED, ids=lambda value: str(value)[:40])
async def test_a_refusal_says_why_in_both_dialects_and_the_connection_lives(
    client: NewClient, fresh: Fresh, reason: str, action: str, fields: dict[str, Any]
) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.send(action, **fields)
    await one.refused(reason)
    await one.send_flat(action, **fields)
    await one.refused(reason)
    await usable(one)
    # Nobody else hears of it.
    assert [name for name, _ in await other.messages(1)] == [one.name]
    await other.nothing_more()


ACTIONS: list[tuple[str, dict[str, Any]]] = [
    ("createRoom", {"room": "tea"}),
    ("joinRoom", {"room": "default"}),
    ("leaveRoom", {"room": "default"}),
    ("sendMessage", {"room": "default", "message": "hello"}),
    ("deleteRoom", {"room": "default"}),
    ("rename", {"newUsername": "Ann"}),
    ("roomsList", {}),
]


async def test_before_identify_every_other_request_is_not_identified(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(), await client(fresh("Bob"))
    for action, fields in ACTIONS:
        await one.send(action, **fields)
        assert (await one.next())["payload"]["reason"] == "not_identified"
        await one.send_flat(action, **fields)
        assert (await one.next())["payload"]["reason"] == "not_identified"
    await one.identify(fresh("Ann"))
    await usable(one)
    await other.messages(1)
    await other.nothing_more()


async def test_who_has_not_identified_hears_nothing(client: NewClient, fresh: Fresh) -> None:
    silent, one = await client(), await client(fresh("Ann"))
    room = fresh("tea")
    await one.create(room)
    await one.list_shows(**{room: 0})
    await one.say("a word")
    await one.messages(1)
    await silent.send("roomsList")
    assert (await silent.next())["payload"]["reason"] == "not_identified"


@pytest.mark.parametrize("wrong", ["", "   ", "admin", "a\u200bb", "x" * 33])
async def test_a_refused_identify_leaves_the_connection_open_for_another(
    client: NewClient, fresh: Fresh, wrong: str
) -> None:
    one = await client()
    await one.send("identify", username=wrong)
    await one.refused("invalid_username")
    await one.send("joinRoom", room="default")
    await one.refused("not_identified")
    await one.identify(fresh("Ann"))
    await usable(one)


async def test_identify_without_a_name_is_invalid(client: NewClient, fresh: Fresh) -> None:
    one = await client()
    await one.send("identify")
    await one.refused("invalid_username")
    await one.identify(fresh("Ann"))


async def test_a_taken_name_leaves_the_connection_open_for_another(client: NewClient, fresh: Fresh) -> None:
    name = fresh("Ann")
    holder, late = await client(name), await client()
    await late.send("identify", username=name)
    await late.refused("username_taken")
    await late.identify(fresh("Bob"))
    await usable(late)
    await holder.messages(1)
    await usable(holder)


async def test_a_taken_name_is_not_taken_over_by_rename(client: NewClient, fresh: Fresh) -> None:
    name, own = fresh("Ann"), fresh("Bob")
    await client(name)
    late = await client(own)
    await late.send("rename", newUsername=name)
    await late.refused("username_taken")
    await late.say("still me")
    assert await late.messages(1) == [(own, "still me")]


async def test_not_in_room(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.create(room)
    for action, fields in (("leaveRoom", {}), ("sendMessage", {"message": "hello"})):
        await other.send(action, room=room, **fields)
        await other.refused("not_in_room")
        await other.send_flat(action, room=room, **fields)
        await other.refused("not_in_room")
    await usable(other)


async def test_room_exists(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.create(room)
    for each in (one, other):
        await each.send("createRoom", room=room)
        await each.refused("room_exists")
    await usable(other)


async def test_only_its_owner_deletes_a_room(client: NewClient, fresh: Fresh) -> None:
    owner, member, other = await client(fresh("Ann")), await client(fresh("Bob")), await client(fresh("Zoe"))
    room = fresh("tea")
    await owner.create(room)
    await member.enter(room)
    for each in (member, other):
        await each.send("deleteRoom", room=room)
        await each.refused("not_allowed")
    await member.say("it is still there", room)
    assert await member.messages(1) == [(member.name, "it is still there")]


async def test_rooms_run_out(new_house: NewHouse, client: NewClient, fresh: Fresh) -> None:
    one = await client("Ann", at=new_house("--rate-limit", "off"))
    one.burst(*(request("createRoom", room=f"room {number}") for number in range(500)))
    await one.nothing_more()
    await one.send("createRoom", room="one too many")
    await one.refused("too_many_rooms")
    await usable(one)
    # One goes, one may come.
    await one.send("deleteRoom", room="room 0")
    await one.send("createRoom", room="one too many")
    await one.list_is({"default": 1} | {f"room {number}": 0 for number in range(1, 500)} | {"one too many": 0})
