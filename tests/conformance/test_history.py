"""Pages of the log, before and after a place, and from a cursor."""

import pytest

from tests.conformance.conftest import Fresh, NewRich
from tests.conformance.rich import Rich


async def talked(rich: NewRich, fresh: Fresh, count: int) -> tuple[Rich, str]:
    """Somebody, and a room in which they said “1”, “2” and so on."""
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    for number in range(1, count + 1):
        await ann.send("sendMessage", room=room, message=str(number))
    for _ in range(2 * count):
        await ann.answer()
    return ann, room


async def test_pages_before_and_after(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await talked(rich, fresh, 7)

    async def page(**where: int) -> tuple[list[int], bool]:
        got = await ann.get("getHistory", room=room, **where)
        assert (got["room"], got["top"]) == (room, 7)
        assert [event["message"] for event in got["events"]] == [str(event["seq"]) for event in got["events"]]
        return [event["seq"] for event in got["events"]], got["complete"]

    assert await page() == ([1, 2, 3, 4, 5, 6, 7], True)
    assert await page(limit=3) == ([5, 6, 7], False)
    assert await page(before=5, limit=3) == ([2, 3, 4], False)
    assert await page(before=2, limit=3) == ([1], True)
    assert await page(before=1) == ([], True)
    assert await page(before=4, limit=3) == ([1, 2, 3], True)
    assert await page(before=99, limit=1) == ([7], False)
    assert await page(after=0, limit=3) == ([1, 2, 3], False)
    assert await page(after=4, limit=3) == ([5, 6, 7], True)
    assert await page(after=7) == ([], True)
    assert await page(after=99) == ([], True)


async def test_a_page_has_at_most_so_many_events(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await talked(rich, fresh, 120)
    most = ann.welcome["limits"]["page"]
    for limit in (0, most, most + 1, 10_000):
        page = await ann.get("getHistory", room=room, limit=limit)
        assert [event["seq"] for event in page["events"]] == list(range(121 - most, 121))


async def test_an_empty_room_has_an_empty_page(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    page = await ann.get("getHistory", room=room)
    assert page == {"room": room, "epoch": page["epoch"], "events": [], "complete": True}
    assert await ann.get("joinRoom", room=room, since={"epoch": page["epoch"], "seq": 0}) == {"room": room}
    assert (await ann.answer())["payload"]["recovered"] is True


@pytest.mark.parametrize("character", ["😀", "\x01", "a"])
async def test_long_messages_make_short_pages(rich: NewRich, fresh: Fresh, character: str) -> None:
    """However many bytes JSON makes of a character: a page must fit what may wait for a connection."""
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    for _ in range(40):
        await ann.tell(room, character * 4000)
    seqs: list[int] = []
    while True:
        page = await ann.get("getHistory", room=room, **({"before": seqs[0]} if seqs else {}))
        assert len(ann.bytes[-1]) < 400_000
        assert page["events"]
        seqs = [event["seq"] for event in page["events"]] + seqs
        if page["complete"]:
            break
    assert seqs == list(range(1, 41))


async def test_messages_are_as_they_are_by_now(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.tell(room, "one", id="x")
    await ann.tell(room, "two", replyTo=1)
    await ann.do("editMessage", room=room, target=1, message="uno")
    ack, _ = await ann.do("editMessage", room=room, target=1, message="eins")
    await ann.do("react", room=room, target=1, reaction="👍")
    await ann.do("deleteMessage", room=room, target=2)
    events = (await ann.get("getHistory", room=room))["events"]
    times = [event.pop("ts") for event in events]
    assert times == sorted(times)
    assert events == [
        {
            "kind": "message",
            "seq": 1,
            "from": ann.name,
            "id": "x",
            "message": "eins",
            "edited": ack["ts"],
            "reactions": {"👍": [ann.name]},
        },
        {"kind": "message", "seq": 2, "from": ann.name, "replyTo": 1, "deleted": True},
        {"kind": "edit", "seq": 3, "from": ann.name, "target": 1},
        {"kind": "edit", "seq": 4, "from": ann.name, "message": "eins", "target": 1},
        {"kind": "react", "seq": 5, "from": ann.name, "target": 1, "reaction": "👍"},
        {"kind": "delete", "seq": 6, "from": ann.name, "target": 2},
    ]


async def test_history_is_there_for_who_is_not_in_the_room(rich: NewRich, fresh: Fresh) -> None:
    _, room = await talked(rich, fresh, 2)
    bo = await rich(fresh("Bo"))
    assert len((await bo.get("getHistory", room=f"  {room} "))["events"]) == 2
    await bo.no("room_not_found", "getHistory", room=fresh("nowhere"))


async def test_joining_from_a_cursor_brings_what_was_missed(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await talked(rich, fresh, 3)
    bo = await rich(fresh("Bo"))
    epoch = (await ann.get("getHistory", room=room))["epoch"]

    async def since(seq: int, of: str = epoch) -> tuple[list[int], bool, bool, int]:
        await bo.send("joinRoom", room=room, since={"epoch": of, "seq": seq}, ref="r")
        assert (await bo.answer())["action"] == "joined"
        answer = await bo.answer()
        page = answer["payload"]
        assert (answer["action"], page["ref"], page["epoch"]) == ("history", "r", epoch)
        return [event["seq"] for event in page["events"]], page["recovered"], page["complete"], page["top"]

    assert await since(1) == ([2, 3], True, True, 3)
    assert await since(3) == ([], True, True, 3)
    assert await since(0) == ([1, 2, 3], True, True, 3)
    assert await since(4) == ([1, 2, 3], False, True, 3), "a place that is not there yet"
    assert await since(1, "another") == ([1, 2, 3], False, True, 3)


async def test_a_long_absence_takes_several_pages(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await talked(rich, fresh, 230)
    epoch = (await ann.get("getHistory", room=room, limit=1))["epoch"]
    seqs = [5]
    await ann.send("joinRoom", room=room, since={"epoch": epoch, "seq": 5}, ref="r")
    assert (await ann.answer())["action"] == "joined"
    page = (await ann.answer())["payload"]
    while True:
        seqs += [event["seq"] for event in page["events"]]
        if page["complete"]:
            break
        page = await ann.get("getHistory", room=room, after=seqs[-1])
    assert seqs == list(range(5, 231))


@pytest.mark.parametrize("since", [None, {"epoch": "e", "seq": 1}])
async def test_a_refused_join_brings_no_page(rich: NewRich, fresh: Fresh, since: dict[str, object] | None) -> None:
    ann = await rich(fresh("Ann"))
    await ann.no("room_not_found", "joinRoom", room=fresh("nowhere"), since=since)
    await ann.nothing_more()
