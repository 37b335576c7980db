"""Being in charge, over a real socket."""

from typing import Any

import pytest

from tests.conformance.conftest import Fresh, House, NewClient, NewHouse, NewRich
from tests.conformance.rich import ALL, EVERYTHING, Rich

ACTS: dict[str, dict[str, Any]] = {
    "getServer": {},
    "setServer": {"locked": True},
    "getPeople": {},
    "kick": {"id": 1},
    "ban": {"address": "192.0.2.1"},
    "unban": {"id": "x"},
    "getBans": {},
    "setRoom": {"room": "default", "announce": True},
    "createInvite": {},
    "revokeInvite": {"id": "x"},
    "getInvites": {},
    "getActs": {},
}


async def boss_of(house: House, rich_at: NewRich) -> Rich:
    return await rich_at("boss", at=house, capabilities=EVERYTHING, auth={"admin": house.secret})


@pytest.mark.parametrize("action", ACTS)
async def test_no_act_without_the_right(keeping: House, rich_at: NewRich, fresh: Fresh, action: str) -> None:
    ann = await rich_at(fresh("Ann"), at=keeping, capabilities=EVERYTHING)
    await ann.no("not_allowed", action, **ACTS[action])
    bo = await rich_at(fresh("Bo"), at=keeping, capabilities=ALL)
    await bo.no("unknown_action", action, **ACTS[action])


async def test_who_did_not_negotiate_knows_nothing_of_it(keeping: House, client: NewClient, fresh: Fresh) -> None:
    for action, payload in ACTS.items():
        bo = await client(fresh("Bo"), at=keeping)
        await bo.send(action, **payload)
        await bo.refused("unknown_action")
        await bo.ws.close()


async def test_sending_away_and_keeping_out(new_house: NewHouse, rich_at: NewRich, client: NewClient) -> None:
    house = new_house("--history", "memory")
    boss = await boss_of(house, rich_at)
    ann, bo = await rich_at("Ann", at=house), await client("Bo", at=house)
    people = {one["username"]: one for one in (await boss.get("getPeople"))["people"]}
    assert list(people) == ["boss", "Ann", "Bo"]
    assert people["Ann"]["address"] == "127.0.0.1"
    await boss.get("kick", id=people["Ann"]["id"], why="Take a walk.")
    assert await ann.closed() == 4003
    await boss.get("kick", id=people["Bo"]["id"])
    assert await bo.closed() == 4003
    again = await rich_at("Ann", at=house, resume=ann.token)
    assert again.token != ann.token
    await boss.no("bad_request", "ban", address="127.0.0.1")
    acts = (await boss.get("getActs"))["acts"]
    assert [(act["act"], act["target"], act.get("detail")) for act in acts] == [
        ("kick", "Bo", None),
        ("kick", "Ann", "Take a walk."),
    ]


async def test_how_a_room_is_written_in(new_house: NewHouse, rich_at: NewRich, client: NewClient) -> None:
    house = new_house("--history", "memory")
    boss = await boss_of(house, rich_at)
    ann, bo = await rich_at("Ann", at=house), await client("Bo", at=house)
    answer = await boss.get("setRoom", room="default", announce=True, slow=60)
    assert answer == {"room": "default", "announce": True, "slow": 60}
    assert await ann.note("default") == {"action": "memberJoined", "payload": {"room": "default", "username": "Bo"}}
    assert await ann.note("default") == {"action": "roomState", "payload": answer}
    await bo.send("sendMessage", message="May I?", room="default")
    await bo.refused("not_allowed")
    seq = await boss.tell("default", "Hear")
    assert (await ann.hear())["message"] == "Hear"
    await ann.do("react", room="default", target=seq, reaction="🎉")
    assert (await boss.hear())["kind"] == "react"
    await boss.get("setRoom", room="default", announce=False)
    await ann.tell("default", "One")
    assert "60 seconds" in await ann.no("rate_limited", "sendMessage", message="Two", room="default")
    members = await ann.get("getMembers", room="default")
    assert (members["admins"], members["slow"]) == (["boss"], 60)
