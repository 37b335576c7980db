"""The room list: at most one per connection in an interval, and the last state always arrives."""

import asyncio

import pytest

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.wire import Client, request

JOINS = 200
FEW = JOINS // 4
"""lists that 200 changes may cost: far more than ours, which sends four a second, needs on the slowest machine"""

LONG = 500
"""exchanges that take longer than a list may be put off, on any machine of today"""


async def lists_until(one: Client, rooms: dict[str, int]) -> int:
    """How many lists come, `joined` and `left` aside nothing else, until this one."""
    count = 0
    while one.rooms != rooms:
        frame = await one.next()
        assert frame["action"] in {"roomsList", "joined", "left"}
        count += frame["action"] == "roomsList"
    return count


@pytest.mark.parametrize("flat", [False, True], ids=["envelope", "flat"])
async def test_200_joins_in_a_burst_cost_few_lists(client: NewClient, fresh: Fresh, flat: bool) -> None:
    watchers = [await client(fresh("Zoe")) for _ in range(3)]
    people = [await client(fresh("Ann")) for _ in range(20)]
    if flat:
        await watchers[0].send_flat("leaveRoom", room="default")
        await watchers[0].refused("cannot_leave_default")
    rooms = [fresh("tea") for _ in range(JOINS // len(people))]
    for room in rooms:
        await people[0].create(room)
    await people[0].send("roomsList")
    await people[0].nothing_more()
    before = people[0].rooms
    everyone = [*people, *watchers]
    for each in everyone:
        await each.list_is(before) if each.rooms != before else None
    for each in people:
        each.burst(*(request("joinRoom", room=room) for room in rooms))
    counts = await asyncio.gather(*(lists_until(each, before | dict.fromkeys(rooms, len(people))) for each in everyone))
    assert max(counts) <= FEW
    assert min(counts) >= 1
    for each in people:
        each.burst(*(request("leaveRoom", room=room) for room in rooms))
    counts = await asyncio.gather(*(lists_until(each, before | dict.fromkeys(rooms, 0)) for each in everyone))
    assert max(counts) <= FEW


async def test_200_changes_one_after_the_other_cost_few_lists(client: NewClient, fresh: Fresh) -> None:
    one, watcher = await client(fresh("Ann")), await client(fresh("Zoe"))
    room = fresh("tea")
    await one.create(room)
    await one.list_shows(**{room: 0})
    await watcher.list_shows(**{room: 0})
    for _ in range(JOINS // 2):
        await one.enter(room)
        await one.send("leaveRoom", room=room)
        await one.expect("left", room=room)
    await one.enter(room)
    for each in (one, watcher):
        await each.nothing_more()
        await each.list_shows(**{room: 1})
        assert sum(frame["action"] == "roomsList" for frame in each.heard) <= FEW


async def test_who_was_just_given_the_list_is_not_sent_it_again(client: NewClient, fresh: Fresh) -> None:
    watcher = await client(fresh("Zoe"))
    one = await client(fresh("Ann"))
    # Everyone else has been told of it:
    await watcher.list_shows(default=one.rooms["default"])
    await one.nothing_more()
    assert [frame["action"] for frame in one.heard] == ["joined", "roomsList", "error"]


async def test_a_crowd_that_comes_and_goes_costs_few_lists(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    before = one.rooms
    crowd = await asyncio.gather(*(client() for _ in range(60)))
    for each in crowd:
        each.burst(request("identify", username=fresh("Bob")))
    await asyncio.gather(*(each.welcomed() for each in crowd))
    came = await lists_until(one, before | {"default": before["default"] + 60})
    await asyncio.gather(*(lists_until(each, one.rooms) for each in crowd))
    await asyncio.gather(*(each.ws.close() for each in crowd))
    went = await lists_until(one, before)
    assert 2 <= came + went <= 30


async def test_a_change_that_is_taken_back_still_ends_in_the_right_list(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    without = other.rooms
    await one.list_is(without)
    for _ in range(20):
        one.burst(request("createRoom", room=room), request("deleteRoom", room=room))
    await one.create(room)
    assert await lists_until(other, without | {room: 0}) <= 10


async def test_asking_is_answered_at_once_and_each_time(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    rooms = [fresh("tea") for _ in range(5)]
    for count, room in enumerate(rooms, 1):
        one.burst(request("createRoom", room=room), *[request("roomsList")] * 3, request("leaveRoom", room="default"))
        listed = []
        while (frame := await one.next())["action"] == "roomsList":
            listed.append(frame["payload"]["rooms"])
        assert len(listed) >= 3
        assert all(set(rooms[:count]) <= each.keys() for each in listed[-3:])
    for room in rooms:
        await one.send("deleteRoom", room=room)


async def test_nobody_is_sent_a_list_without_a_change(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.list_is(other.rooms)
    version = len(one.heard)
    for _ in range(LONG):
        await other.say("a word")
        await other.messages(1)
        await other.send("rename", newUsername=fresh("Bob"))
        await other.enter("default")
    await one.messages(LONG)
    await one.nothing_more()
    assert all(frame["action"] != "roomsList" for frame in one.heard[version:])


async def test_default_comes_first_and_then_the_oldest(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    rooms = [fresh(word) for word in ("zebra", "ant", "mole")]
    before = list(one.rooms)
    for room in rooms:
        await one.create(room)
    await one.send("roomsList")
    await one.nothing_more()
    if one.exact:
        assert list(one.rooms) == [*before, *rooms]
    else:
        assert set(one.rooms) == {*before, *rooms}
