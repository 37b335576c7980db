"""Reading a room without being in it."""

from tests.conformance.conftest import Fresh, NewClient, NewRich
from tests.conformance.wire import envelope


async def test_a_watcher_follows_live_and_is_not_counted(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, bo, room = await base(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await ann.enter(room)
    await ann.say("before", room)
    await ann.messages(1)
    page = await bo.get("watchRoom", room=room)
    assert [event["message"] for event in page["events"]] == ["before"]
    assert (page["complete"], "recovered" in page) == (True, False)
    await ann.say("live", room)
    assert await bo.hear() == {"from": ann.name, "room": room, "message": "live"}
    assert (await bo.get("roomsList"))["rooms"][room] == 1
    assert (await bo.get("getMembers", room=room))["members"] == [ann.name]
    assert await bo.get("unwatchRoom", room=room) == {"room": room}
    await ann.messages(1)
    await ann.say("later", room)
    await ann.messages(1)
    await bo.nothing_more()
    assert await bo.get("unwatchRoom", room=room) == {"room": room}, "whether it was watched or not"


async def test_watching_goes_on_from_a_cursor(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    for number in range(4):
        await ann.tell(room, str(number))
    page = await bo.get("watchRoom", room=room)
    again = await bo.get("watchRoom", room=room, since={"epoch": page["epoch"], "seq": 2})
    assert [event["seq"] for event in again["events"]] == [3, 4]
    assert again["recovered"] is True
    assert (await bo.get("watchRoom", room=room, since={"epoch": "x", "seq": 2}))["recovered"] is False


async def test_watchers_see_changes_too(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.get("watchRoom", room=room)
    await ann.tell(room, "hi")
    await ann.do("editMessage", room=room, target=1, message="hello")
    await ann.do("react", room=room, target=1, reaction="👍")
    assert [(await bo.hear()).get("kind", "message") for _ in range(3)] == ["message", "edit", "react"]


async def test_watchers_without_rich_hear_messages_as_in_part_1(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo"), capabilities=("history",)), fresh("tea")
    await ann.create(room)
    await bo.get("watchRoom", room=room)
    await ann.tell(room, "hi", id="1")
    await ann.do("editMessage", room=room, target=1, message="hello")
    await ann.do("react", room=room, target=1, reaction="👍")
    for text in ("hi", "(edited) hello"):
        assert await bo.answer() == envelope("message", **{"from": ann.name, "room": room, "message": text})
    await bo.nothing_more()


async def test_joining_ends_the_watching_and_nothing_comes_twice(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.get("watchRoom", room=room)
    await bo.enter(room)
    await bo.get("watchRoom", room=room)
    await ann.tell(room, "once")
    assert (await bo.hear())["message"] == "once"
    await bo.nothing_more()
    assert (await bo.get("unwatchRoom", room=room)) == {"room": room}
    await ann.tell(room, "still in")
    assert (await bo.hear())["message"] == "still in"
    assert await bo.get("leaveRoom", room=room) == {"room": room}
    await ann.tell(room, "gone")
    await bo.nothing_more()


async def test_a_deleted_room_is_watched_no_more(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.get("watchRoom", room=room)
    await ann.tell(room, "last words")
    await ann.ask("deleteRoom", room=room)
    assert (await bo.hear())["message"] == "last words"
    await bo.expect("unwatched", room=room)
    await bo.no("room_not_found", "watchRoom", room=room)


async def test_nobody_watches_before_saying_who_they_are(rich: NewRich) -> None:
    ann = await rich()
    await ann.send("watchRoom", room="default")
    await ann.refused("unknown_action")
    await ann.send("identify", username="", capabilities=["history"])
    await ann.refused("invalid_username")
    await ann.send("watchRoom", room="default")
    await ann.refused("unknown_action")
