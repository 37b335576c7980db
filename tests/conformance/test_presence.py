"""Who comes, who goes, who is called what, who is typing."""

from tests.conformance.conftest import Fresh, NewClient, NewRich
from tests.conformance.wire import envelope


async def test_coming_and_going_are_told_to_members_and_watchers(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, eve, room = await rich(fresh("Ann")), await rich(fresh("Eve")), fresh("tea")
    bo = await base(fresh("Bo"))
    await ann.create(room)
    await eve.get("watchRoom", room=room)
    await bo.enter(room)
    for each in (ann, eve):
        assert await each.note(room) == envelope("memberJoined", room=room, username=bo.name)
    await bo.send("leaveRoom", room=room)
    for each in (ann, eve):
        assert await each.note(room) == envelope("memberLeft", room=room, username=bo.name)
    await bo.expect("left", room=room)
    await bo.enter(room)
    await bo.ws.close()
    for each in (ann, eve):
        assert (await each.note(room))["action"] == "memberJoined"
        assert await each.note(room) == envelope("memberLeft", room=room, username=bo.name)


async def test_a_note_comes_in_its_place_among_messages(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await bo.say("hi", room)
    await bo.send("leaveRoom", room=room)
    frames = []
    while len(frames) < 3:
        frame = await ann.next()
        if frame["payload"].get("room") == room:
            frames.append(frame["action"])
    assert frames == ["memberJoined", "message", "memberLeft"]


async def test_the_roster_and_its_owner(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    roster = {"room": room, "members": [ann.name, bo.name]}
    assert await ann.get("getMembers", room=room) == roster | {"owner": ann.name}
    eve = await rich(fresh("Eve"))
    await ann.ws.close()
    assert await eve.note("default") == envelope("memberLeft", room="default", username=ann.name)
    assert await eve.get("getMembers", room=room) == {"room": room, "members": [bo.name]}
    assert {bo.name, eve.name} <= {*(await eve.get("getMembers", room="default"))["members"]}
    await eve.no("room_not_found", "getMembers", room=fresh("nowhere"))


async def test_a_rename_is_told_once_and_answered_where_it_has_a_ref(
    rich: NewRich, base: NewClient, fresh: Fresh
) -> None:
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    assert (await ann.note(room))["action"] == "memberJoined"
    bob, anna = fresh("Bob"), fresh("Anna")
    await bo.send("rename", newUsername=bob)
    assert await ann.note(room) == envelope("renamed", **{"from": bo.name, "to": bob})
    assert await ann.get("rename", newUsername=anna) == {"from": ann.name, "to": anna}
    assert (await ann.get("getMembers", room=room))["members"] == [anna, bob]
    await ann.nothing_more()
    assert "renamed" not in {frame["action"] for frame in ann.told}


async def test_typing_is_told_to_the_others_and_never_answered(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, eve, room = await rich(fresh("Ann")), await rich(fresh("Bo")), await rich(fresh("Eve")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await eve.get("watchRoom", room=room)
    assert (await ann.note(room))["action"] == "memberJoined"
    for on in ({}, {"on": True}, {"on": False}, {"on": False}):
        await ann.send("typing", room=room, **on, ref="r")
    for each in (bo, eve):
        assert await each.note(room) == envelope("typing", room=room, **{"from": ann.name})
        assert await each.note(room) == envelope("typing", room=room, **{"from": ann.name, "on": False})
    await eve.send("typing", room=room)
    for where in (room, "", fresh("nowhere")):
        await eve.send("typing", room=where, ref="r")
    await ann.nothing_more()
    await eve.nothing_more()
    assert [frame for frame in ann.told if frame["action"] == "typing"] == []


async def test_nothing_of_it_reaches_who_did_not_ask(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann"), capabilities=("rich", "history")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await bo.send("typing", room=room)
    await bo.get("rename", newUsername=fresh("Bob"))
    await bo.get("leaveRoom", room=room)
    await ann.nothing_more()
    assert ann.told == []
