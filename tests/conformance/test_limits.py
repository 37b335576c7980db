"""How fast one may talk and how many may come; and that nobody else notices who does too much of it."""

import pytest

from tests.conformance.conftest import Fresh, House, NewClient, NewHouse
from tests.conformance.wire import request


def say(text: object) -> str:
    return request("sendMessage", message=str(text), room="default")


async def test_the_11th_message_at_once_is_rate_limited(limited: House, client: NewClient, fresh: Fresh) -> None:
    one, other = await client(fresh("Ann"), at=limited), await client(fresh("Bob"), at=limited)
    one.burst(*map(say, range(12)))
    expected = [(one.name, str(number)) for number in range(10)]
    assert await one.messages(10) == expected
    await one.refused("rate_limited")
    await one.refused("rate_limited")
    # Other requests go on, and nobody else notices.
    await one.nothing_more()
    assert await other.messages(10) == expected
    other.burst(*map(say, range(10)))
    assert [name for name, _ in await one.messages(10)] == [other.name] * 10
    await other.messages(10)
    await other.nothing_more()


async def test_the_21st_request_at_once_is_rate_limited(limited: House, client: NewClient, fresh: Fresh) -> None:
    one, other = await client(at=limited), await client(fresh("Bob"), at=limited)
    one.burst(request("identify", username=fresh("Ann")), *[request("joinRoom", room="default")] * 21)
    await one.welcomed()
    for _ in range(19):
        await one.expect("joined", room="default")
    await one.refused("rate_limited")
    await one.refused("rate_limited")
    # Messages are counted by themselves.
    await one.say("still here")
    await one.messages(1)
    await other.messages(1)
    await other.nothing_more()


async def test_the_6th_room_in_a_minute_is_rate_limited(limited: House, client: NewClient, fresh: Fresh) -> None:
    one = await client(fresh("Ann"), at=limited)
    rooms = [fresh("tea") for _ in range(6)]
    one.burst(*(request("createRoom", room=room) for room in rooms))
    await one.refused("rate_limited")
    await one.nothing_more()
    await one.send("roomsList")
    while one.rooms.keys() & set(rooms) != set(rooms[:5]):
        await one.next()


async def test_who_does_not_stop_is_closed_with_1008(limited: House, client: NewClient, fresh: Fresh) -> None:
    name = fresh("Ann")
    one, other = await client(name, at=limited), await client(fresh("Bob"), at=limited)
    one.burst(*map(say, range(200)))
    said = await one.last_words()
    assert one.ws.close_code == 1008
    reasons = [frame["payload"].get("reason") for frame in said]
    assert reasons[:11] == [None] * 10 + ["rate_limited"]
    assert reasons.count("rate_limited") == 60
    assert len(await other.messages(reasons.count(None))) < 20
    await other.nothing_more()
    await client(name, at=limited)


async def test_rates_before_identify_hold_as_well(limited: House, client: NewClient) -> None:
    one = await client(at=limited)
    one.burst(*[request("identify", username="")] * 100)
    reasons = [frame["payload"]["reason"] for frame in await one.last_words()]
    assert one.ws.close_code == 1008
    assert reasons[:21] == ["invalid_username"] * 20 + ["rate_limited"]
    assert reasons.count("rate_limited") == 60


@pytest.mark.parametrize("option", ["--max-connections", "--max-connections-per-address"])
async def test_one_connection_too_many_is_told_and_closed_with_1013(
    new_house: NewHouse, client: NewClient, option: str
) -> None:
    house = new_house(option, "2")
    one, other = await client("Ann", at=house), await client(at=house)
    for _ in range(3):
        late = await client(at=house)
        assert (await late.next())["payload"]["reason"] == "server_full"
        assert await late.closed() == 1013
    # Those who are there go on.
    await other.identify("Bob")
    await other.say("just us")
    assert await one.messages(1) == [("Bob", "just us")]
    # A place that is given up may be taken, once the server has noticed.
    await other.ws.close()
    while True:
        late = await client(at=house)
        late.burst(request("identify", username="Zoe"))
        if (await late.next())["action"] == "joined":
            break
        assert late.heard[-1]["payload"]["reason"] == "server_full"
    await late.say("there was room")
    assert await one.messages(1) == [("Zoe", "there was room")]
