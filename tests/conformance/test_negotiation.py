"""Who lists what it understands is welcomed; everybody else speaks Part 1."""

import json
from typing import Any

import pytest

from tests.conformance.conftest import Fresh, NewClient, NewRich
from tests.conformance.rich import ALL
from tests.conformance.wire import envelope


async def test_the_welcome_and_what_follows(rich: NewRich, fresh: Fresh) -> None:
    name = fresh("Ann")
    ann = await rich(f"  {name} ")
    assert [frame["action"] for frame in ann.heard] == ["welcome", "joined", "roomsList"]
    assert ann.heard[1] == envelope("joined", room="default")
    welcome = ann.welcome
    assert welcome["username"] == name
    assert welcome["capabilities"] == [*ALL]
    assert welcome["resume"]
    assert "admin" not in welcome
    assert welcome["server"]["version"]
    assert welcome["limits"].items() >= {"message": 4000, "page": 100, "id": 64}.items()
    assert 1_700_000_000_000 < welcome["now"] < 10_000_000_000_000, "milliseconds since 1970"


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ((), []),
        (("rich",), ["rich"]),
        (("resume", "history", "rich"), ["rich", "history", "resume"]),
        (("teleport", "presence", "", "presence"), ["presence"]),
    ],
)
async def test_what_both_understand(rich: NewRich, fresh: Fresh, asked: tuple[str, ...], understood: list[str]) -> None:
    ann = await rich(fresh("Ann"), capabilities=asked)
    assert ann.welcome["capabilities"] == understood
    assert ("resume" in ann.welcome) is ("resume" in asked)


@pytest.mark.parametrize("said", [None, "rich", {"rich": True}, ["rich", 1], [None], 7, True])
async def test_anything_but_a_list_of_strings_is_part_1(base: NewClient, fresh: Fresh, said: Any) -> None:
    one = await base()
    await one.send("identify", username=fresh("Ann"), capabilities=said, auth={"resume": 1})
    await one.welcomed()
    await one.send("getHistory", room="default", ref="r")
    await one.refused("unknown_action")


async def test_a_refused_name_may_be_followed_by_another(rich: NewRich, fresh: Fresh) -> None:
    name = fresh("Ann")
    await rich(name)
    other = await rich()
    await other.send("identify", username=name, capabilities=["rich"])
    await other.refused("username_taken")
    await other.identify(fresh("Bo"))
    await other.send("identify", username="x")
    await other.refused("already_identified")


async def test_flat_requests_with_fields_of_part_2(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(), fresh("tea")
    await ann.identify(fresh("Ann"), flat=True)
    await ann.send_flat("createRoom", room=room, ref="a")
    assert (await ann.answer())["payload"]["ref"] == "a"
    await ann.send_flat("joinRoom", room=room, ref="b")
    await ann.expect("joined", room=room, ref="b")
    await ann.send_flat("roomsList", ref="c")
    listed = await ann.answer()
    assert listed == envelope("roomsList", rooms=listed["rooms"], ref="c") | {"rooms": listed["rooms"]}
    await ann.send_flat("sendMessage", room=room, message="flat", id="1", ref="d")
    assert {(await ann.answer())["action"] for _ in range(2)} == {"ack", "message"}
    await ann.send_flat("getHistory", room=room, limit=1, ref="e")
    page = await ann.answer()
    assert (page["action"], page["payload"]["ref"]) == ("history", "e")
    await ann.send_flat("react", room=room, target="1", ref="f")
    assert (await ann.answer())["payload"].items() >= {"reason": "bad_request", "ref": "f"}.items()


@pytest.mark.parametrize(
    ("action", "capability"),
    [
        ("editMessage", "rich"),
        ("deleteMessage", "rich"),
        ("react", "rich"),
        ("getHistory", "history"),
        ("watchRoom", "history"),
        ("unwatchRoom", "history"),
        ("search", "history"),
        ("getMembers", "presence"),
        ("typing", "presence"),
    ],
)
async def test_what_was_not_negotiated_is_unknown(rich: NewRich, fresh: Fresh, action: str, capability: str) -> None:
    ann = await rich(fresh("Ann"), capabilities=tuple(one for one in ALL if one != capability))
    await ann.no("unknown_action", action, room="default")


async def test_every_request_has_its_ref_answered(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    asked = {
        "createRoom": ({"room": room}, "roomsList"),
        "joinRoom": ({"room": room}, "joined"),
        "roomsList": ({}, "roomsList"),
        "getMembers": ({"room": room}, "members"),
        "getHistory": ({"room": room}, "history"),
        "watchRoom": ({"room": room}, "history"),
        "unwatchRoom": ({"room": room}, "unwatched"),
        "search": ({"query": "hello"}, "results"),
        "leaveRoom": ({"room": room}, "left"),
        "rename": ({"newUsername": fresh("Anna")}, "renamed"),
        "deleteRoom": ({"room": room}, "roomsList"),
    }
    for action, (payload, answer) in asked.items():
        assert (await ann.ask(action, **payload))["action"] == answer
    for action in asked.keys() - {"roomsList", "search", "rename"}:
        await ann.no("no_room_specified", action)
    for action in ("sendMessage", "editMessage", "deleteMessage", "react"):
        await ann.no("no_room_specified", action, message="hi", target=1, reaction="👍")


async def test_without_a_ref_part_1_has_no_other_answers(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.send("createRoom", room=room)
    await ann.send("rename", newUsername=fresh("Anna"))
    await ann.send("deleteRoom", room=room)
    await ann.nothing_more()


@pytest.mark.parametrize(
    ("frame", "ref"),
    [
        ({"action": "getHistory", "payload": {"room": 7, "ref": "a"}}, "a"),
        ({"action": "getHistory", "payload": {"room": "default", "before": "1", "ref": "a"}}, "a"),
        ({"action": "getHistory", "payload": {"room": "default", "before": 1.5, "ref": "a"}}, "a"),
        ({"action": "joinRoom", "payload": {"room": "default", "since": "there", "ref": "a"}}, "a"),
        ({"action": "joinRoom", "payload": {"room": "default", "since": {"epoch": 1, "seq": 1}, "ref": "a"}}, "a"),
        ({"action": "sendMessage", "payload": {"room": "default", "message": "x", "id": 7, "ref": "a"}}, "a"),
        ({"action": "react", "payload": {"room": "default", "target": 1, "on": "yes", "ref": "a"}}, "a"),
        ({"action": "roomsList", "payload": {"ref": 7}}, None),
        ({"action": "roomsList", "payload": {"ref": "r" * 65}}, None),
        ({"action": "getHistory", "payload": {"room": 7, "ref": "r" * 65}}, None),
        ({"action": "getHistory", "payload": {"room": "default", "before": 2, "after": 1, "ref": "a"}}, "a"),
        ({"action": "getHistory", "payload": {"room": "default", "before": -1, "ref": "a"}}, "a"),
        ({"action": "getHistory", "payload": {"room": "default", "after": 2**53, "ref": "a"}}, "a"),
        ({"action": "getHistory", "payload": {"room": "default", "after": 2**70, "ref": "a"}}, "a"),
        ({"action": "getHistory", "payload": {"room": "default", "limit": -1, "ref": "a"}}, "a"),
        ({"action": "joinRoom", "payload": {"room": "default", "since": {"epoch": "e", "seq": -1}, "ref": "a"}}, "a"),
        (
            {"action": "joinRoom", "payload": {"room": "default", "since": {"epoch": "e" * 65, "seq": 1}, "ref": "a"}},
            "a",
        ),
        ({"action": "sendMessage", "payload": {"room": "default", "message": "x", "id": "i" * 65, "ref": "a"}}, "a"),
        ({"action": "sendMessage", "payload": {"room": "default", "message": "x", "replyTo": -1, "ref": "a"}}, "a"),
        ({"action": "editMessage", "payload": {"room": "default", "message": "x", "target": 0, "ref": "a"}}, "a"),
        ({"action": "deleteMessage", "payload": {"room": "default", "target": 2**64, "ref": "a"}}, "a"),
        ({"action": "react", "payload": {"room": "default", "target": 1, "reaction": "ok", "ref": "a"}}, "a"),
        ({"action": "search", "payload": {"query": "", "ref": "a"}}, "a"),
        ({"action": "search", "payload": {"query": "x" * 201, "ref": "a"}}, "a"),
        ({"action": "search", "payload": {"query": "x", "before": -1, "ref": "a"}}, "a"),
    ],
)
async def test_bad_fields_are_refused_with_the_ref(
    rich: NewRich, fresh: Fresh, frame: dict[str, Any], ref: str | None
) -> None:
    ann = await rich(fresh("Ann"))
    await ann.raw(json.dumps(frame))
    answer = await ann.answer()
    assert (answer["action"], answer["payload"]["reason"]) == ("error", "bad_request")
    assert answer["payload"].get("ref") == ref
    await ann.nothing_more()


async def test_an_unknown_action_has_its_ref_too(rich: NewRich, fresh: Fresh) -> None:
    ann = await rich(fresh("Ann"))
    await ann.no("unknown_action", "teleport", where="default")
