"""Clients that stop reading, break off, or are gone; and a server that ends."""

import asyncio

from tests.conformance.conftest import Fresh, NewClient, NewHouse, NewRaw
from tests.conformance.raw import PING, PONG, frame, text
from tests.conformance.wire import Client, request

BIG = "𝄞" * 4000
"""the largest message: 16 KB"""
AT_ONCE = 20
MOST = 4000
"""messages of which a server must not keep as many for somebody who does not read: 64 MB"""


async def test_who_stops_reading_is_dropped_and_the_room_goes_on(client: NewClient, raw: NewRaw, fresh: Fresh) -> None:
    name = fresh("Bob")
    one, other = await client(fresh("Ann")), await client(fresh("Zoe"))
    stalled = await (await (await raw(receive_buffer=4096)).upgraded()).identify(name)
    room = fresh("tea")
    await one.create(room)
    await one.enter(room)
    await other.enter(room)
    await stalled.send(text(request("joinRoom", room=room)))
    await one.list_shows(**{room: 3})
    said = 0
    while one.rooms[room] == 3:
        assert said < MOST, "a server that keeps so much for one who does not read keeps everything"
        for _ in range(AT_ONCE):
            await one.say(BIG, room)
        for heard in await asyncio.gather(one.messages(AT_ONCE), other.messages(AT_ONCE)):
            assert heard == [(one.name, BIG)] * AT_ONCE
        said += AT_ONCE
    assert one.rooms[room] == 2
    await one.nothing_more()
    await other.nothing_more()
    # It was cut, and its name is free.
    assert len(await stalled.rest()) < said * len(BIG.encode())
    await client(name)


async def test_who_breaks_off_amid_a_fan_out_takes_nothing_from_the_others(
    client: NewClient, raw: NewRaw, fresh: Fresh
) -> None:
    people = [await client(fresh("Ann")) for _ in range(4)]
    room = fresh("tea")
    await people[0].create(room)
    # Those who break off stand before, between and after the others in the room.
    broken = []
    for each in people:
        broken += [await (await (await raw()).upgraded()).identify(fresh("Bob")) for _ in range(2)]
        for one in broken[-2:]:
            await one.send(text(request("joinRoom", room=room)))
            while b'"joined"' not in (await one.answer()).content:
                pass
        await each.enter(room)
    expected = [str(number) for number in range(100)]

    async def talk(one: Client) -> list[tuple[str, str]]:
        for number in expected:
            await one.say(number, room)
        heard = []
        for place in range(len(people) * len(expected)):
            heard += await one.messages(1)
            if place % 20 == 10 and broken:
                broken.pop().cut()
        return heard

    for heard in await asyncio.gather(*map(talk, people)):
        for sender in people:
            assert [said for name, said in heard if name == sender.name] == expected
    assert not broken
    for each in people:
        await each.list_shows(**{room: len(people)})
        await each.nothing_more()


async def test_a_name_is_free_when_its_holder_has_gone(client: NewClient, fresh: Fresh) -> None:
    watcher = await client(fresh("Zoe"))
    name, before = fresh("Ann"), watcher.rooms["default"]
    # with a goodbye
    first = await client(name)
    await watcher.list_shows(default=before + 1)
    await first.ws.close()
    await watcher.list_shows(default=before)
    # without one
    second = await client(name)
    await watcher.list_shows(default=before + 1)
    second.cut()
    await watcher.list_shows(default=before)
    # thrown out
    third = await client(name)
    await watcher.list_shows(default=before + 1)
    third.burst(*["no request"] * 10)
    for _ in range(10):
        await third.refused("bad_request")
    assert await third.closed() == 1008
    await watcher.list_shows(default=before)
    fourth = await client(name)
    await fourth.nothing_more()


async def test_the_holder_of_a_claimed_name_is_asked_and_keeps_it_while_it_lives(
    client: NewClient, raw: NewRaw, fresh: Fresh
) -> None:
    name = fresh("Ann")
    holder = await (await (await raw()).upgraded()).identify(name)
    late = await client()
    for _ in range(3):
        await late.send("identify", username=name)
        await late.refused("username_taken")
        asked = await holder.answer()
        assert asked.kind == PING
        await holder.send(frame(PONG, asked.content))
    await holder.send(text(request("sendMessage", room="default", message="I am here")))
    assert b"I am here" in (await holder.answer()).content


async def test_a_message_in_pieces_that_never_ends_concerns_nobody(
    client: NewClient, raw: NewRaw, fresh: Fresh
) -> None:
    one = await client(fresh("Ann"))
    before = one.rooms["default"]
    half = await (await (await raw()).upgraded()).identify(fresh("Bob"))
    await one.list_shows(default=before + 1)
    await half.send(text(request("sendMessage", room="default", message="half"))[:-5])
    await one.say("whole")
    await one.messages(1)
    half.cut()
    await one.list_shows(default=before)
    await one.nothing_more()


async def test_a_server_that_is_stopped_closes_everyone_with_1001(
    new_house: NewHouse, client: NewClient, raw: NewRaw
) -> None:
    house = new_house("--max-connections-per-address", "500")
    people = [await client(name, at=house) for name in ("Ann", "Bob", "Zoe")]
    await people[0].send("createRoom", room="tea")
    await people[0].enter("tea")
    silent = await client(at=house)
    shaking = await raw(at=house)
    await shaking.send(shaking.request()[:20])
    bare = await raw(at=house)
    house.stop()
    for each in (*people, silent):
        assert await each.closed() == 1001
    for each in (shaking, bare):
        assert await each.rest() == b""
    assert house.program is not None
    assert await asyncio.to_thread(house.program.wait, 10) == 0
