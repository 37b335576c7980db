"""Who is let in, over a real socket."""

from pathlib import Path

from tests.conformance.conftest import Fresh, NewClient, NewHouse, NewRich
from tests.conformance.rich import EVERYTHING


async def test_a_password(new_house: NewHouse, rich_at: NewRich, client: NewClient, fresh: Fresh) -> None:
    house = new_house("--history", "memory")
    boss = await rich_at("boss", at=house, capabilities=EVERYTHING, auth={"admin": house.secret})
    assert boss.welcome["admin"] is True
    assert (await boss.get("setServer", password="open sesame"))["password"] is True
    ann = await rich_at(at=house)
    assert await ann.turned_away("Ann") == "auth_required"
    assert await ann.turned_away("Ann", password="sesame, open") == "auth_failed"
    await ann.identify("Ann", auth={"password": "open sesame"})
    base = await client(at=house)
    await base.send("identify", username="Bo", auth={"password": "open sesame"})
    await base.send("sendMessage", message="Straight away", room="default")
    await base.welcomed()
    assert (await base.next())["payload"]["message"] == "Straight away", "what is asked meanwhile waits"


async def test_guessing_has_an_end(new_house: NewHouse, rich_at: NewRich) -> None:
    house = new_house("--history", "memory")
    boss = await rich_at("boss", at=house, capabilities=EVERYTHING, auth={"admin": house.secret})
    await boss.get("setServer", inviteOnly=True)
    eve = await rich_at(at=house)
    for _ in range(3):
        assert await eve.turned_away("Eve", invite="a guess") == "auth_failed"
    assert await eve.turned_away("Eve", admin=house.secret) == "rate_limited", "not even looked at"


async def test_a_lock_and_who_comes_back(new_house: NewHouse, rich_at: NewRich) -> None:
    house = new_house("--history", "memory")
    ann = await rich_at("Ann", at=house)
    boss = await rich_at("boss", at=house, capabilities=EVERYTHING, auth={"admin": house.secret})
    await boss.get("setServer", locked=True)
    ann.cut()
    assert await (await rich_at(at=house)).turned_away("Bo") == "server_locked"
    await rich_at("Ann", at=house, resume=ann.token)


async def test_what_the_host_has_decided_outlives_the_server(
    new_house: NewHouse, rich_at: NewRich, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    first = new_house("--data-dir", str(place))
    secret = first.secret
    boss = await rich_at("boss", at=first, capabilities=EVERYTHING, auth={"admin": secret})
    await boss.get("setServer", name="Tea house", password="open sesame")
    await boss.get("ban", address="192.0.2.1", username="Eve")
    link = (await boss.get("createInvite", label="for Ann"))["link"]
    acts = await boss.get("getActs")
    first.stop()
    assert await boss.closed() == 1001
    assert first.program is not None
    first.program.wait()
    assert not (place / "admin.secret").exists()
    again = new_house("--data-dir", str(place))
    assert again.secret != secret
    ann = await rich_at("Ann", at=again, auth={"invite": link.partition("k=")[2]})
    assert ann.welcome["server"]["name"] == "Tea house"
    assert await (await rich_at(at=again)).turned_away("Eve", admin=secret) == "auth_failed"
    boss = await rich_at("chief", at=again, capabilities=EVERYTHING, auth={"admin": again.secret})
    assert [ban["username"] for ban in (await boss.get("getBans"))["bans"]] == ["Eve"]
    assert [one["used"] for one in (await boss.get("getInvites"))["invites"]] == [1]
    assert await boss.get("getActs") == acts
