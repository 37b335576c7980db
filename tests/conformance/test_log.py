"""What is said, changed and reacted to in a room's log: acks, places, and who may do what."""

import asyncio

import pytest

from tests.conformance.conftest import Fresh, NewClient, NewRich
from tests.conformance.wire import envelope


async def test_an_ack_and_the_message_have_one_place(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    bo = await rich(fresh("Bo"))
    await ann.create(room)
    await bo.enter(room)
    ack, echo = await ann.do("sendMessage", room=room, message="hi", id="a-1")
    assert (ack["room"], ack["seq"], ack["id"]) == (room, 1, "a-1")
    assert await bo.answer() == envelope("message", **echo)
    assert echo["from"] == ann.name
    second, echo = await bo.do("sendMessage", room=room, message="hello", replyTo=1)
    assert (second["epoch"], second["seq"], echo["replyTo"]) == (ack["epoch"], 2, 1)
    assert "id" not in echo
    assert second["ts"] >= ack["ts"] > 1_700_000_000_000


async def test_places_are_one_sequence_without_a_hole(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await ann.tell(room, "one")
    await bo.say("two", room)
    assert (await ann.answer())["payload"]["seq"] == 2
    await ann.no("message_not_found", "editMessage", room=room, target=99, message="no")
    assert (await ann.do("editMessage", room=room, target=1, message="uno"))[0]["seq"] == 3
    assert (await ann.do("react", room=room, target=2, reaction="👍"))[0]["seq"] == 4
    assert (await ann.do("deleteMessage", room=room, target=1))[0]["seq"] == 5
    assert await ann.tell(room, "three") == 6


async def test_the_same_id_is_said_once(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    ack, _ = await ann.do("sendMessage", room=room, message="once", id="1")
    assert await ann.get("sendMessage", room=room, message="once", id="1") == ack
    assert await ann.get("sendMessage", room=room, message="something else", id="1") == ack
    assert (await bo.hear())["message"] == "once"
    assert await bo.tell(room, "mine", id="1") == 2, "an id is its author's own"
    await bo.nothing_more()


async def test_many_at_once_keep_their_order(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    for number in range(300):
        await ann.send("sendMessage", room=room, message=str(number), id=str(number), ref=str(number))
    acks, seqs = [], []
    for _ in range(600):
        frame = (await ann.answer())["payload"]
        (acks if "ref" in frame else seqs).append(frame)
    assert [ack["ref"] for ack in acks] == [str(number) for number in range(300)]
    assert [frame["seq"] for frame in acks] == [frame["seq"] for frame in seqs] == list(range(1, 301))
    heard = [await bo.answer() for _ in range(300)]
    assert [frame["payload"] for frame in heard] == seqs


async def test_an_edit(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await ann.tell(room, "tpyo")
    ack, echo = await ann.do("editMessage", room=room, target=1, message="typo", id="e1")
    assert echo == {
        "kind": "edit",
        "seq": 2,
        "ts": ack["ts"],
        "from": ann.name,
        "room": room,
        "epoch": ack["epoch"],
        "id": "e1",
        "message": "typo",
        "target": 1,
    }
    assert (await bo.hear())["message"] == "tpyo"
    assert await bo.answer() == envelope("event", **echo)
    await bo.no("not_allowed", "editMessage", room=room, target=1, message="mine")
    await ann.no("empty_message", "editMessage", room=room, target=1, message=" ")
    await ann.no("message_too_long", "editMessage", room=room, target=1, message="x" * 4001)
    await ann.no("message_not_found", "editMessage", room=room, target=2, message="an edit is no message")


async def test_a_deletion(rich: NewRich, fresh: Fresh) -> None:
    owner, ann, bo, room = await rich(fresh("Owner")), await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await owner.create(room)
    for each in (ann, bo):
        await each.enter(room)
    for text in ("one", "two"):
        await ann.tell(room, text)
        for each in (owner, bo):
            await each.hear()
    await bo.no("not_allowed", "deleteMessage", room=room, target=1)
    ack, echo = await ann.do("deleteMessage", room=room, target=1)
    gone = {"kind": "delete", "from": ann.name, "room": room, "target": 1}
    assert echo == {
        "kind": "delete",
        "seq": 3,
        "ts": ack["ts"],
        "from": ann.name,
        "room": room,
        "epoch": ack["epoch"],
        "target": 1,
    }
    assert await owner.hear() == await bo.hear() == gone
    await ann.no("message_not_found", "editMessage", room=room, target=1, message="no")
    await ann.no("message_not_found", "react", room=room, target=1, reaction="👍")
    await owner.do("deleteMessage", room=room, target=2)
    assert await bo.hear() == {"kind": "delete", "from": owner.name, "room": room, "target": 2}
    assert (await ann.hear())["from"] == owner.name
    await ann.get("deleteMessage", room=room, target=2)
    await bo.nothing_more()


async def test_reactions(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await ann.tell(room, "hi")
    await bo.hear()
    _, echo = await bo.do("react", room=room, target=1, reaction="🎉")
    assert await ann.hear() == {"kind": "react", "from": bo.name, "room": room, "target": 1, "reaction": "🎉"}
    await bo.get("react", room=room, target=1, reaction="🎉")  # it is so already, and nobody is told
    await ann.do("react", room=room, target=1, reaction="🎉")
    assert (await bo.hear())["from"] == ann.name
    [event] = (await ann.get("getHistory", room=room, after=0, limit=1))["events"]
    assert event["reactions"] == {"🎉": [bo.name, ann.name]}
    _, echo = await bo.do("react", room=room, target=1, reaction="🎉", on=False)
    assert echo["on"] is False
    assert (await ann.hear())["on"] is False
    for wrong in ("", "ok", "🎉🎉", "1", " 🎉"):
        await ann.no("bad_request", "react", room=room, target=1, reaction=wrong)


async def test_a_message_has_so_many_different_reactions(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.tell(room, "hi")
    for number in range(ann.welcome["limits"]["reactions"]):
        await ann.do("react", room=room, target=1, reaction=chr(0x1F600 + number))
    await ann.no("not_allowed", "react", room=room, target=1, reaction="🎉")


async def test_who_is_not_in_a_room_says_and_changes_nothing(rich: NewRich, fresh: Fresh) -> None:
    ann, bo, room = await rich(fresh("Ann")), await rich(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await ann.tell(room, "hi")
    await bo.get("watchRoom", room=room)
    await bo.no("not_in_room", "sendMessage", room=room, message="hi")
    await bo.no("not_in_room", "editMessage", room=room, target=1, message="hi")
    await bo.no("not_in_room", "deleteMessage", room=room, target=1)
    await bo.no("not_in_room", "react", room=room, target=1, reaction="🎉")


async def test_what_base_clients_said_is_nobodys_to_edit(rich: NewRich, base: NewClient, fresh: Fresh) -> None:
    """Their connection is all there is of them: nobody would know them again."""
    ann, bo, room = await rich(fresh("Ann")), await base(fresh("Bo")), fresh("tea")
    await ann.create(room)
    await bo.enter(room)
    await bo.say("mine", room)
    await ann.hear()
    await bo.ws.close()
    thief = await rich(fresh("Cy"))
    await thief.get("rename", newUsername=bo.name)
    await thief.enter(room)
    await thief.no("not_allowed", "editMessage", room=room, target=1, message="no")
    await thief.no("not_allowed", "deleteMessage", room=room, target=1)
    await ann.do("deleteMessage", room=room, target=1)


@pytest.mark.parametrize("reply_to", [1, 2, 99])
async def test_only_what_is_there_is_answered(rich: NewRich, fresh: Fresh, reply_to: int) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    await ann.no("message_not_found", "sendMessage", room=room, message="hi", replyTo=reply_to)
    assert await ann.tell(room, "hi") == 1


async def test_a_room_made_again_is_another_log(rich: NewRich, fresh: Fresh) -> None:
    ann, room = await rich(fresh("Ann")), fresh("tea")
    await ann.create(room)
    first, _ = await ann.do("sendMessage", room=room, message="hi", id="1")
    await ann.ask("deleteRoom", room=room)
    await ann.create(room)
    again, _ = await ann.do("sendMessage", room=room, message="hi", id="1")
    assert again["seq"] == 1
    assert again["epoch"] != first["epoch"]


async def test_two_at_once_agree_about_the_order(rich: NewRich, fresh: Fresh) -> None:
    people = [await rich(fresh(word)) for word in ("Ann", "Bo", "Cy")]
    room = fresh("tea")
    await people[0].create(room)
    for each in people[1:]:
        await each.enter(room)

    async def talk(number: int) -> None:
        for count in range(30):
            await people[number].send("sendMessage", room=room, message=f"{number}-{count}", id=str(count))

    await asyncio.gather(*map(talk, range(3)))
    heard = []
    for each in people:
        frames = [await each.answer() for _ in range(120)]
        heard.append([frame["payload"] for frame in frames if frame["action"] == "message"])
    assert heard[0] == heard[1] == heard[2]
    assert [frame["seq"] for frame in heard[0]] == list(range(1, 91))
