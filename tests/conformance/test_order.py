"""In which order things arrive. Requests go in one piece where the server is to get them at the same moment."""

import asyncio

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.wire import Client, envelope, request

TURNS = 20
"""of the event loop, from a frame that has arrived to the test that waits for it"""


def say(text: str, room: str = "default") -> str:
    return request("sendMessage", message=text, room=room)


async def test_joined_comes_before_the_list_and_nothing_before_joined(client: NewClient, fresh: Fresh) -> None:
    talker, name = await client(fresh("Ann")), fresh("Bob")
    late = await client()
    for number in range(20):
        talker.burst(say(str(number)))
    late.burst(request("identify", username=name), say("me too"))
    await late.welcomed()
    own = 0
    while not own:
        ((author, _),) = await late.messages(1)
        own = author == name


async def test_a_message_comes_before_the_left_that_follows_it(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await one.create(room)
    await one.enter(room)
    await other.enter(room)
    one.burst(say("a", room), say("bye", room), request("leaveRoom", room=room))
    assert await one.messages(2) == [(one.name, "a"), (one.name, "bye")]
    await one.expect("left", room=room)
    assert await other.messages(2) == [(one.name, "a"), (one.name, "bye")]
    # Nor is anything of the room heard after it.
    await other.say("is she gone?", room)
    await other.messages(1)
    await one.nothing_more()


async def test_a_message_comes_before_the_deletion_that_follows_it(client: NewClient, fresh: Fresh) -> None:
    owner, member = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await owner.create(room)
    await owner.enter(room)
    await member.enter(room)
    owner.burst(say("we close", room), request("deleteRoom", room=room), say("too late", room))
    for each in (owner, member):
        assert await each.messages(1) == [(owner.name, "we close")]
        await each.expect("left", room=room)
    await owner.refused("room_not_found")
    await member.nothing_more()


async def test_a_rename_falls_between_the_messages_around_it(client: NewClient, fresh: Fresh) -> None:
    old, middle, new = fresh("Ann"), fresh("Anna"), fresh("Anne")
    one, other = await client(old), await client(fresh("Bob"))
    one.burst(
        *(say("1"), say("2"), request("rename", newUsername=middle), say("3")),
        *(request("rename", newUsername=new), say("4")),
    )
    for each in (one, other):
        assert await each.messages(4) == [(old, "1"), (old, "2"), (middle, "3"), (new, "4")]


async def test_an_answer_comes_after_the_messages_before_it(client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"))
    one.burst(
        *(say("1"), request("joinRoom", room="default"), say("2"), request("leaveRoom", room="default")),
        *(say("3"), "not JSON", say("4"), request("roomsList"), say("5")),
    )
    assert await one.messages(1) == [(one.name, "1")]
    await one.expect("joined", room="default")
    assert await one.messages(1) == [(one.name, "2")]
    await one.refused("cannot_leave_default")
    assert await one.messages(1) == [(one.name, "3")]
    await one.refused("bad_request")
    assert await one.messages(1) == [(one.name, "4")]
    assert (await one.next())["action"] == "roomsList"
    assert await one.messages(1) == [(one.name, "5")]


async def test_an_answer_comes_after_what_others_said_before(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    await one.say("first")
    await one.messages(1)
    # It has been sent to everyone when its sender has it.
    await other.send("joinRoom", room="default")
    assert await other.messages(1) == [(one.name, "first")]
    await other.expect("joined", room="default")


async def test_joined_comes_before_the_rooms_messages_and_left_after_the_last(client: NewClient, fresh: Fresh) -> None:
    talker, guest = await client(fresh("Ann")), await client(fresh("Bob"))
    room = fresh("tea")
    await talker.create(room)
    await talker.enter(room)

    async def talk() -> None:
        for number in range(300):
            await talker.say(str(number), room)
            if number % 5 == 4:
                assert len(await talker.messages(5)) == 5

    talking = asyncio.create_task(talk())
    visits = 0
    while not talking.done():
        await guest.enter(room)
        heard = [int(text) for _, text in await visit(guest, room)]
        assert heard == list(range(heard[0], heard[0] + len(heard))) if heard else True
        visits += 1
    await talking
    assert visits > 1


async def visit(guest: Client, room: str) -> list[tuple[str, str]]:
    """Leave as soon as something was said, or at once; what was heard until `left`."""
    guest.burst(request("leaveRoom", room=room))
    heard: list[tuple[str, str]] = []
    while (frame := await guest.answer())["action"] == "message":
        heard.append((frame["payload"]["from"], frame["payload"]["message"]))
    assert frame == envelope("left", room=room)
    return heard


async def test_everyone_hears_each_sender_in_order(client: NewClient, fresh: Fresh) -> None:
    people = [await client(fresh("Ann")) for _ in range(12)]
    room = fresh("tea")
    await people[0].create(room)
    for each in people:
        await each.enter(room)
    expected = [str(number) for number in range(25)]

    async def talk(one: Client) -> list[tuple[str, str]]:
        for text in expected:
            await one.say(text, room)
        return await one.messages(len(people) * len(expected))

    heard = await asyncio.gather(*map(talk, people))
    for each in heard:
        for sender in people:
            assert [text for name, text in each if name == sender.name] == expected
    if people[0].exact:  # not only each sender's: ours has one order in a room for all
        assert all(each == heard[0] for each in heard)


async def test_a_burst_of_one_sender_stays_in_order(client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    expected = [(one.name, f"{number} {'x' * (number * 37 % 400)}") for number in range(500)]
    one.burst(*(say(text) for _, text in expected))
    assert await asyncio.gather(one.messages(500), other.messages(500)) == [expected, expected]


async def test_an_answer_does_not_wait_for_the_one_before_it_to_be_acknowledged(
    client: NewClient, fresh: Fresh
) -> None:
    # Nagle's algorithm (RFC 896) holds a small write back until the last one is acknowledged, and that may take the
    # other end 40 ms. Here nobody acknowledges, and when somebody else was answered, what went before has arrived.
    one, other = await client(fresh("Ann")), await client(fresh("Bob"))
    for _ in range(20):
        one.burst(*[request("joinRoom", room="default")] * 2)
        await one.expect("joined", room="default")
        second = asyncio.create_task(one.answer())
        await other.nothing_more()
        for _ in range(TURNS):
            await asyncio.sleep(0)
        assert second.done() or not one.exact, "held back"
        assert await second == envelope("joined", room="default")
