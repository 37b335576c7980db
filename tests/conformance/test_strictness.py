"""A client that negotiated nothing never receives an action or a field that is not in Part 1.

`Client` checks that of every frame in every test here; this is the long conversation in which everything happens, and
whose whole record is compared as well.
"""

from typing import Any

from tests.conformance.conftest import Fresh, NewClient
from tests.conformance.wire import REASONS, Client, envelope, rooms_list


def record(one: Client) -> list[dict[str, Any]]:
    """Everything it heard but the lists, errors by their reason alone."""
    said = [frame for frame in one.heard if frame["action"] != "roomsList"]
    return [
        envelope("error", reason=frame["payload"]["reason"]) if frame["action"] == "error" else frame for frame in said
    ]


async def test_a_long_conversation_has_nothing_but_what_is_documented(client: NewClient, fresh: Fresh) -> None:
    ann, bob, zoe, anna = fresh("Ann"), fresh("Bob"), fresh("Zoe"), fresh("Anna")
    tea, den = fresh("tea"), fresh("den")
    one, other = await client(), await client()
    flat = await client()

    def said(name: str, text: str, room: str = "default") -> dict[str, object]:
        return envelope("message", **{"from": name, "room": room, "message": text})

    def error(reason: str) -> dict[str, object]:
        return envelope("error", reason=reason)

    def of(action: str, room: str) -> dict[str, object]:
        return envelope(action, room=room)

    await one.send("sendMessage", room="default", message="too early")
    await one.refused("not_identified")
    await one.identify(ann)
    await other.send("identify", username=ann)
    await other.refused("username_taken")
    await other.identify(bob)
    await flat.send_flat("identify", username=zoe)
    await flat.welcomed()

    await one.create(tea)
    await flat.send_flat("createRoom", room=den)
    await flat.nothing_more()
    for each in (one, other):
        await each.enter(tea)
    await flat.send_flat("joinRoom", room=tea)
    await flat.expect("joined", room=tea)
    await other.enter(tea)
    await flat.send_flat("sendMessage", room=tea, message="one lump")
    for each in (one, other, flat):
        assert await each.messages(1) == [(zoe, "one lump")]
    await one.send("rename", newUsername=anna)
    await one.say("call me Anna", tea)
    for each in (one, other, flat):
        assert await each.messages(1) == [(anna, "call me Anna")]
    await other.raw("{")
    await other.refused("bad_request")
    await other.send("dance")
    await other.refused("unknown_action")
    await other.send("deleteRoom", room=tea)
    await other.refused("not_allowed")
    await other.send("leaveRoom", room=tea)
    await other.expect("left", room=tea)
    await other.say("gone", tea)
    await other.refused("not_in_room")
    await one.send("deleteRoom", room=tea)
    for each in (one, flat):
        await each.expect("left", room=tea)
    await other.say("good night")
    for each in (one, other, flat):
        assert await each.messages(1) == [(bob, "good night")]
    await flat.send_flat("deleteRoom", room=den)
    for each in (one, other, flat):
        await each.list_shows(**{tea: None, den: None})
        await each.nothing_more()
        await each.send("roomsList")
        assert await each.next() == rooms_list(each.rooms, flat=each.flat)

    default, in_tea, out_of_tea = of("joined", "default"), of("joined", tea), of("left", tea)
    lump, call, night = said(zoe, "one lump", tea), said(anna, "call me Anna", tea), said(bob, "good night")
    end = error("cannot_leave_default")  # by which nothing_more asks
    assert record(one) == [error("not_identified"), default, end, in_tea, lump, call, out_of_tea, night, end]
    bad = [error(reason) for reason in ("bad_request", "unknown_action", "not_allowed")]
    assert record(other) == [
        *(error("username_taken"), default, in_tea, in_tea, lump, call, *bad, out_of_tea),
        *(error("not_in_room"), night, end),
    ]
    assert record(flat) == [default, end, in_tea, lump, call, out_of_tea, night, end]
    reasons = {
        frame["payload"]["reason"]
        for each in (one, other, flat)
        for frame in each.heard
        if "reason" in frame["payload"]
    }
    assert reasons <= REASONS


async def test_frames_are_the_same_bytes_for_everyone(client: NewClient, fresh: Fresh) -> None:
    people = [await client(fresh("Ann")) for _ in range(4)]
    room = fresh("tea")
    await people[0].create(room)
    for each in people:
        await each.enter(room)
    await people[0].say("¡hola! 👋", room)
    await people[0].send("deleteRoom", room=room)
    for each in people:
        await each.messages(1)
        await each.expect("left", room=room)
    told = [[data for data in each.bytes if b'"message"' in data or b'"left"' in data] for each in people]
    assert [len(each) for each in told] == [2] * 4
    assert all(each == told[0] for each in told)
