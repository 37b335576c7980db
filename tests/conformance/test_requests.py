"""Every row of Part 1, said in the envelope and in the flat dialect; each answer compared exactly."""

from collections.abc import Callable

import pytest

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.wire import DEFAULT_JOINED, Client, compact, envelope, rooms_list

Say = Callable[..., object]


@pytest.fixture(params=["envelope", "flat"])
def ask(request: pytest.FixtureRequest) -> Callable[..., object]:
    """Sends a request in one of the two dialects."""
    return Client.send if request.param == "envelope" else Client.send_flat


async def test_identify_is_answered_by_joined_then_the_list(client: NewClient, fresh: Fresh, ask: Say) -> None:
    one = await client()
    await ask(one, "identify", username=fresh("Ann"))
    if one.exact:
        assert await one.ws.recv(decode=False) == DEFAULT_JOINED
    else:
        assert await one.next() == envelope("joined", room="default")
    listed = await one.next()
    assert listed == rooms_list(one.rooms, flat=one.flat)
    assert one.rooms["default"] >= 1
    assert next(iter(one.rooms)) == "default"


async def test_create_room_is_answered_by_a_list_to_everyone(client: NewClient, fresh: Fresh, ask: Say) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    before = other.rooms
    await ask(one, "createRoom", room=room)
    # Its creator owns it and is not in it.
    await one.list_is(before | {room: 0})
    await other.list_is(before | {room: 0})
    await one.say("hello?", room)
    await one.refused("not_in_room")


async def test_join_room_is_answered_by_joined_and_counted(client: NewClient, fresh: Fresh, ask: Say) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.send("createRoom", room=room)
    await one.list_shows(**{room: 0})
    await ask(other, "joinRoom", room=room)
    await other.expect("joined", room=room)
    await other.list_shows(**{room: 1})
    await one.list_shows(**{room: 1})


async def test_leave_room_is_answered_by_left_and_counted(client: NewClient, fresh: Fresh, ask: Say) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.send("createRoom", room=room)
    await one.send("joinRoom", room=room)
    await one.expect("joined", room=room)
    await ask(one, "leaveRoom", room=room)
    await one.expect("left", room=room)
    await other.list_shows(**{room: 0})
    await one.list_shows(**{room: 0})


async def test_a_message_goes_to_every_member_its_sender_included(client: NewClient, fresh: Fresh, ask: Say) -> None:
    ann, bob = fresh("Ann"), fresh("Bob")
    one, other, outside = await client(ann), await client(bob), await client(fresh("Zoe"))
    room = fresh("tea")
    await one.send("createRoom", room=room)
    for each in (one, other):
        await each.send("joinRoom", room=room)
        await each.expect("joined", room=room)
    await ask(one, "sendMessage", message='Grüß dich 👋🏽 "quoted" \\ <b>\n\t/\u2028\x7f', room=room)
    said = envelope(
        "message", **{"from": ann, "room": room, "message": 'Grüß dich 👋🏽 "quoted" \\ <b>\n\t/\u2028\x7f'}
    )
    assert await one.answer() == said
    assert await other.answer() == said
    await outside.nothing_more()
    if one.exact:
        assert compact(said).startswith(b'{"action":"message","payload":{"from":"Ann-')


async def test_delete_room_tells_its_members_and_everyone(client: NewClient, fresh: Fresh, ask: Say) -> None:
    owner, member, outside = await client(fresh("Ann")), await client(fresh("Bob")), await client(fresh("Zoe"))
    room = fresh("tea")
    without = outside.rooms
    await owner.send("createRoom", room=room)
    await owner.list_shows(**{room: 0})
    await member.send("joinRoom", room=room)
    await member.expect("joined", room=room)
    await ask(owner, "deleteRoom", room=room)
    await member.expect("left", room=room)
    for each in (owner, member, outside):
        await each.list_is(without)
    await member.say("anyone?", room)
    await member.refused("room_not_found")


async def test_rename_has_no_answer_and_counts_from_now_on(client: NewClient, fresh: Fresh, ask: Say) -> None:
    old, new = fresh("Ann"), fresh("Anna")
    one, other = await client(old), await client(fresh("Bob"))
    await one.say("before")
    await ask(one, "rename", newUsername=new)
    await one.say("after")
    for each in (one, other):
        assert await each.messages(2) == [(old, "before"), (new, "after")]


async def test_the_list_is_given_to_whoever_asks(client: NewClient, fresh: Fresh, ask: Say) -> None:
    one = await client(fresh("Ann"))
    await one.nothing_more()
    rooms = one.rooms
    await ask(one, "roomsList")
    assert await one.next() == rooms_list(rooms, flat=one.flat)
    await one.nothing_more()


async def test_a_frame_is_exactly_what_is_documented(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    room = fresh("tea")
    await one.create(room)
    await one.enter(room)
    await one.say("hello", room)
    await one.messages(1)
    await one.send("leaveRoom", room=room)
    await one.expect("left", room=room)
    if one.exact:
        assert compact({"action": "joined", "payload": {"room": room}}) in one.bytes
        wanted = f'{{"action":"message","payload":{{"from":"{one.name}","room":"{room}","message":"hello"}}}}'
        assert wanted.encode() in one.bytes
        assert f'{{"action":"left","payload":{{"room":"{room}"}}}}'.encode() in one.bytes
