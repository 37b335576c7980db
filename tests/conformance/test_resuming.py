"""Coming back after a lost connection, after a polite end, and after a restart of the server."""

import asyncio
from pathlib import Path

import pytest

from tests.conformance.conftest import Fresh, House, NewClient, NewHouse, NewRich
from tests.conformance.wire import Client, envelope


async def test_a_lost_connection_keeps_name_and_rights(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.tell(room, "hi", id="1")
    ann.cut()
    thief = await base()
    await thief.send("identify", username=ann.name.upper())
    await thief.refused("username_taken")
    again = await rich(ann.name, resume=ann.token)
    assert again.token != ann.token
    page = await again.get("getHistory", room=room)
    await again.enter(room)
    assert (await again.get("sendMessage", room=room, message="hi", id="1"))["seq"] == 1, "said before"
    await again.do("editMessage", room=room, target=1, message="hello")
    assert (await again.get("getHistory", room=room))["epoch"] == page["epoch"]
    await again.ask("deleteRoom", room=room)


async def test_who_comes_back_takes_over(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    again = await rich(ann.name, resume=ann.token)
    assert await ann.closed() == 4001
    assert (await again.get("getMembers", room=room))["members"] == []
    assert (await again.get("getMembers", room="default"))["members"].count(ann.name) == 1
    await again.ask("deleteRoom", room=room)


async def test_who_leaves_politely_frees_the_name_and_may_still_come_back(
    rich: NewRich, base: NewClient, fresh: Fresh
) -> None:
    eve = await rich(fresh("Eve"))
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.ws.close()
    while await eve.note("default") != envelope("memberLeft", room="default", username=ann.name):
        pass
    other = await base(ann.name)
    late = await rich()
    await late.send("identify", username=ann.name, capabilities=["resume"], auth={"resume": ann.token})
    await late.refused("username_taken")
    await late.identify(fresh("Anna"), resume=ann.token)
    await late.ask("deleteRoom", room=room)
    await other.nothing_more()


async def test_a_token_is_good_once(rich: NewRich, fresh: Fresh) -> None:
    ann = await rich(fresh("Ann"))
    again = await rich(ann.name, resume=ann.token)
    await again.nothing_more()  # so that it is known to have its own token
    late = await rich()
    await late.send("identify", username=ann.name, capabilities=["resume"], auth={"resume": ann.token})
    await late.refused("username_taken")
    await again.nothing_more()


async def test_a_token_whose_successor_never_arrived_is_good_still(rich: NewRich, fresh: Fresh) -> None:
    ann = await rich(fresh("Ann"))
    for _ in range(3):
        lost = await rich(ann.name, resume=ann.token)
        lost.cut()
    await rich(ann.name, resume=ann.token)


@pytest.mark.parametrize("token", ["guess", "", "x" * 10_000, "\u0000", 7, None, ["a"]])
async def test_a_token_of_nobodys_is_ignored(rich: NewRich, fresh: Fresh, token: object) -> None:
    ann = await rich()
    await ann.send("identify", username=fresh("Ann"), capabilities=["resume"], auth={"resume": token})
    await ann.welcomed()


async def test_without_the_capability_a_name_is_free_at_once(rich: NewRich, fresh: Fresh) -> None:
    eve = await rich(fresh("Eve"))
    ann = await rich(fresh("Ann"), capabilities=("rich",))
    ann.cut()
    while await eve.note("default") != envelope("memberLeft", room="default", username=ann.name):
        pass
    await rich(ann.name)


async def restarted(house: House, new_house: NewHouse, *options: str) -> House:
    """Another server after that one ended as asked."""
    house.stop()
    assert house.program is not None
    await asyncio.to_thread(house.program.wait)  # clients answer its goodbye meanwhile
    return new_house(*options)


@pytest.mark.parametrize("killed", [False, True])
async def test_a_restart_loses_nothing(
    new_house: NewHouse, rich_at: NewRich, client: NewClient, fresh: Fresh, tmp_path: Path, killed: bool
) -> None:
    folder = ["--data-dir", str(tmp_path / "kept")]
    house = new_house(*folder)
    ann, room = await rich_at(fresh("Ann"), at=house), "tea"
    await ann.create(room)
    await ann.tell(room, "hi", id="1")
    await ann.get("rename", newUsername="Anna")
    page = await ann.get("getHistory", room=room)
    if killed:
        house.kill()
        house = new_house(*folder)
    else:
        house = await restarted(house, new_house, *folder)
    other = await client(at=house)
    await other.send("identify", username="anna")
    await other.refused("username_taken")
    again = await rich_at("Anna", at=house, resume=ann.token)
    assert again.rooms == {"default": 1, room: 0}
    await again.send("joinRoom", room=room, since={"epoch": page["epoch"], "seq": 0}, ref="j")
    await again.expect("joined", room=room, ref="j")
    history = (await again.answer())["payload"]
    assert (history["events"], history["recovered"]) == (page["events"], True)
    assert (await again.get("sendMessage", room=room, message="hi", id="1"))["seq"] == 1
    assert await again.tell(room, "again") == 2
    assert (await again.get("getMembers", room=room))["owner"] == "Anna"


async def test_memory_ends_with_the_server(new_house: NewHouse, rich_at: NewRich, fresh: Fresh) -> None:
    house = new_house("--history", "memory")
    ann = await rich_at(fresh("Ann"), at=house)
    await ann.create("tea")
    await ann.tell("tea", "hi")
    epoch = (await ann.get("getHistory", room="default"))["epoch"]
    house = await restarted(house, new_house, "--history", "memory")
    again = await rich_at(ann.name, at=house, resume=ann.token)
    assert again.rooms == {"default": 1}
    await again.send("joinRoom", room="default", since={"epoch": epoch, "seq": 0}, ref="j")
    assert (await again.answer())["action"] == "joined"
    page = (await again.answer())["payload"]
    assert (page["recovered"], page["epoch"] == epoch) == (False, False)


async def test_base_clients_notice_nothing_of_a_restart_but_the_rooms(
    new_house: NewHouse, client: NewClient, tmp_path: Path
) -> None:
    folder = ["--data-dir", str(tmp_path / "kept")]
    house = new_house(*folder)
    ann: Client = await client("Ann", at=house)
    await ann.send_untidied("createRoom", room="tea")
    await ann.enter("tea")
    await ann.say("hi", "tea")
    await ann.messages(1)
    house = await restarted(house, new_house, *folder)
    again = await client("Ann", at=house)
    assert again.rooms == {"default": 1, "tea": 0}
    await again.enter("tea")
    await again.send("deleteRoom", room="tea")
    await again.refused("not_allowed")
