"""Rooms: who is in them, whose they are, and what becomes of them."""

import pytest

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.wire import Client


async def test_everyone_identified_is_in_default(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    before = one.rooms["default"]
    other = await client(fresh("Bob"))
    assert other.rooms["default"] == before + 1
    await one.list_shows(default=before + 1)
    await other.say("hello")
    assert await one.messages(1) == [(other.name, "hello")]
    await other.ws.close()
    await one.list_shows(default=before)


async def test_who_has_not_identified_is_not_counted(client: NewClient, fresh: Fresh) -> None:
    await client()
    one = await client(fresh("Ann"))
    await client()
    other = await client(fresh("Bob"))
    assert other.rooms["default"] == one.rooms["default"] + 1


@pytest.mark.parametrize("wrong", ["leaveRoom", "deleteRoom"])
async def test_default_stays_as_it_is(client: NewClient, fresh: Fresh, wrong: str) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.send(wrong, room="default")
    await one.answer()
    await other.say("still here?")
    assert await one.messages(1) == [(other.name, "still here?")]
    await one.send("roomsList")
    assert (await one.next())["payload"]["rooms"]["default"] == other.rooms["default"]


async def test_creating_a_room_does_not_join_it(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.create(room)
    await other.enter(room)
    await other.say("anyone here?", room)
    await other.messages(1)
    await one.nothing_more()
    await one.send("leaveRoom", room=room)
    await one.refused("not_in_room")
    await one.send("roomsList")
    while one.rooms.get(room) != 1:
        await one.next()


async def test_joining_again_is_answered_again_and_counted_once(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.create(room)
    for _ in range(3):
        await other.enter(room)
        await other.enter("default")
    await other.say("once", room)
    assert await other.messages(1) == [(other.name, "once")]
    await other.nothing_more()
    before = other.rooms["default"]
    await other.send("roomsList")
    while other.rooms.get(room) != 1:
        await other.next()
    assert other.rooms["default"] == before
    # Having joined more than once, leaving once is enough.
    await other.send("leaveRoom", room=room)
    await other.expect("left", room=room)
    await other.say("gone?", room)
    await other.refused("not_in_room")


async def test_one_may_be_in_many_rooms_and_leaving_one_keeps_the_others(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    rooms = [fresh("tea") for _ in range(10)]
    for room in rooms:
        await one.create(room)
        await one.enter(room)
        await other.enter(room)
    for room in [*rooms, "default"]:
        await other.say(f"to {room}", room)
        for each in (one, other):
            await each.expect("message", **{"from": other.name, "room": room, "message": f"to {room}"})
    await one.send("leaveRoom", room=rooms[4])
    await one.expect("left", room=rooms[4])
    for room in [*rooms, "default"]:
        await other.say(f"again to {room}", room)
        for each in (one, other) if room != rooms[4] else (other,):
            await each.expect("message", **{"from": other.name, "room": room, "message": f"again to {room}"})
    await one.nothing_more()


async def test_a_message_goes_to_its_room_alone(client: NewClient, fresh: Fresh) -> None:
    one, other, third = [await client(fresh("Ann")) for _ in range(3)]
    tea, den = fresh("tea"), fresh("den")
    for room, people in ((tea, (one, other)), (den, (one, third))):
        await one.create(room)
        for each in people:
            await each.enter(room)
    await other.say("tea only", tea)
    await third.say("den only", den)
    heard = [await one.messages(1), await one.messages(1)]
    assert sorted(heard) == sorted([[(other.name, "tea only")], [(third.name, "den only")]])
    await other.messages(1)
    await other.nothing_more()
    await third.messages(1)
    await third.nothing_more()


async def test_a_deleted_room_is_gone_for_all_and_its_name_is_free(client: NewClient, fresh: Fresh) -> None:
    owner, member = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await owner.create(room)
    await member.enter(room)
    await owner.send("deleteRoom", room=room)
    await member.expect("left", room=room)
    # The owner was not in it, so nothing is said but the list.
    await owner.nothing_more()
    for action in ("joinRoom", "leaveRoom", "deleteRoom"):
        await member.send(action, room=room)
        await member.refused("room_not_found")
    # Whoever takes the name next is the owner of another room, in which nobody is.
    await member.create(room)
    await owner.send("deleteRoom", room=room)
    await owner.refused("not_allowed")
    await owner.enter(room)
    await owner.say("hello?", room)
    await owner.messages(1)
    await member.nothing_more()


async def test_a_room_outlives_its_members_and_its_owners_connection(client: NewClient, fresh: Fresh) -> None:
    owner, member = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await owner.send_untidied("createRoom", room=room)
    await owner.nothing_more()
    await member.enter(room)
    await member.send("leaveRoom", room=room)
    await member.expect("left", room=room)
    await owner.ws.close()
    await member.enter(room)
    await member.say("nobody's now", room)
    assert await member.messages(1) == [(member.name, "nobody's now")]
    await member.send("deleteRoom", room=room)
    await member.refused("not_allowed")


async def owned(client: NewClient, name: str, room: str) -> Client:
    owner = await client(name)
    await owner.send_untidied("createRoom", room=room)
    await owner.nothing_more()
    return owner


async def test_ownership_belongs_to_the_connection_not_to_a_freed_name(client: NewClient, fresh: Fresh) -> None:
    name, room = fresh("Ann"), fresh("tea")
    await (await owned(client, name, room)).ws.close()
    heir = await client(name)
    await heir.send("deleteRoom", room=room)
    await heir.refused("not_allowed")


async def test_ownership_stays_with_the_connection_that_renames(client: NewClient, fresh: Fresh) -> None:
    name, room = fresh("Ann"), fresh("tea")
    owner = await owned(client, name, room)
    await owner.send("rename", newUsername=fresh("Anna"))
    await owner.nothing_more()
    heir = await client(name)
    await heir.send("deleteRoom", room=room)
    await heir.refused("not_allowed")
    await owner.send("deleteRoom", room=room)
    await owner.nothing_more()
    await heir.send("joinRoom", room=room)
    await heir.refused("room_not_found")


async def test_a_second_connection_of_the_same_person_owns_nothing_of_the_first(
    client: NewClient, fresh: Fresh
) -> None:
    room = fresh("tea")
    await owned(client, fresh("Ann"), room)
    second = await client(fresh("Ann"))
    await second.send("deleteRoom", room=room)
    await second.refused("not_allowed")


async def test_going_leaves_all_rooms(client: NewClient, fresh: Fresh) -> None:
    stays, goes = await client(fresh("Ann")), await client(fresh("Bob"))
    tea, den = fresh("tea"), fresh("den")
    for room in (tea, den):
        await stays.create(room)
        await goes.enter(room)
    await stays.list_shows(**{tea: 1, den: 1})
    await goes.ws.close()
    await stays.list_shows(**{tea: 0, den: 0})
