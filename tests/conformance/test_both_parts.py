"""What clients of Part 1 see of those of Part 2: what they always saw, byte for byte."""

from typing import Any

from tests.conformance.conftest import Fresh, NewClient, NewRich
from tests.conformance.rich import plain
from tests.conformance.wire import Client, compact, envelope


def written(one: Client) -> list[bytes]:
    """Everything it got, as it was written, room lists aside."""
    return [data for data, frame in zip(one.bytes, one.heard, strict=True) if frame["action"] != "roomsList"]


async def test_all_that_rich_clients_do(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, eve, bo, room = await rich(fresh("Ann")), await rich(fresh("Eve")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await ann.tell(room, "hi", id="1")
    await ann.get("sendMessage", room=room, message="hi", id="1")
    await ann.tell(room, "answer", replyTo=1)
    await ann.do("editMessage", room=room, target=1, message="hello")
    await ann.do("react", room=room, target=2, reaction="👍")
    await ann.do("deleteMessage", room=room, target=1)
    await ann.send("typing", room=room)
    await ann.get("getHistory", room=room)
    await ann.get("search", query="hello")
    await ann.get("getMembers", room=room)
    await eve.get("watchRoom", room=room)
    anna = fresh("Anna")
    await ann.get("rename", newUsername=anna)
    ann.name, before = anna, ann.name
    await ann.tell(room, "renamed")
    again = await rich(anna, resume=ann.token)
    await again.enter(room)
    await again.tell(room, "back")
    await again.ask("deleteRoom", room=room)
    await bo.expect("message", **said(before, room, "hi"))
    await bo.expect("message", **said(before, room, "answer"))
    await bo.expect("message", **said(before, room, "(edited) hello"))
    await bo.expect("message", **said(anna, room, "renamed"))
    await bo.expect("message", **said(anna, room, "back"))
    await bo.expect("left", room=room)
    await bo.nothing_more()
    frames: list[dict[str, Any]] = [
        envelope("joined", room="default"),
        envelope("joined", room=room),
        plain(before, room, "hi"),
        plain(before, room, "answer"),
        plain(before, room, "(edited) hello"),
        plain(anna, room, "renamed"),
        plain(anna, room, "back"),
        envelope("left", room=room),
        envelope("error", reason="cannot_leave_default", detail="Everyone here is in “default”; it cannot be left."),
    ]
    assert written(bo) == [compact(frame) for frame in frames]


def said(author: str, room: str, message: str) -> dict[str, Any]:
    return {"from": author, "room": room, "message": message}


async def test_words_of_part_2_mean_nothing_to_a_base_client(base: NewClient, fresh: Fresh) -> None:
    ann, room = await base(fresh("Ann")), fresh("tea")
    await ann.send("createRoom", room=room, ref="r", id=7)
    await ann.send("joinRoom", room=room, ref={"a": 1}, since="yesterday")
    await ann.expect("joined", room=room)
    for id_ in ("1", "1", ["1"]):
        await ann.send("sendMessage", room=room, message="hi", id=id_, ref="r", replyTo="x")
        await ann.expect("message", **said(ann.name, room, "hi"))
    await ann.send("leaveRoom", room="default", ref="r")
    await ann.refused("cannot_leave_default")
    for action in (
        *("editMessage", "deleteMessage", "react", "getHistory", "watchRoom", "unwatchRoom", "search"),
        *("getMembers", "typing"),
    ):
        await ann.send(action, room=room, target=1, message="x", reaction="👍", query="x", ref="r")
        assert await ann.refused("unknown_action") == f"This server knows no action '{action}'."
        if action == "react":
            await ann.ws.close()
            ann = await base(fresh("Ann"))


async def test_a_watcher_changes_no_count(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await bo.create(room)
    await ann.get("watchRoom", room=room)
    await bo.send("roomsList")
    await bo.list_shows(**{room: 0})
    await bo.enter(room)
    await bo.list_shows(**{room: 1})


async def test_both_kinds_hear_everything_in_one_order(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    for number in range(100):
        await ann.send("sendMessage", room=room, message=f"a{number}")
        await bo.say(f"b{number}", room)
    by_bo = await bo.messages(200)
    by_ann = []
    while len(by_ann) < 200:
        frame = await ann.answer()
        if frame["action"] == "message":
            by_ann.append((frame["payload"]["from"], frame["payload"]["message"]))
    assert by_bo == by_ann
