"""The service with a disk: what must be safe holds up what is behind it, and nobody notices anything else."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.rooms.log import NotStored
from chatapp.server.journal import FAILED, FULL
from tests.server.people import Client, Rooms, message


def acks(client: Client) -> list[str]:
    return [frame["payload"]["id"] for frame in client.heard() if frame["action"] == "ack"]


@pytest.fixture
def slow() -> Rooms:
    """With a disk that writes when it is told to."""
    return Rooms(durable=True)


def test_nobody_hears_of_what_is_not_safe(slow: Rooms) -> None:
    ann, bob = slow.rich("Ann"), slow.person("Bob")
    slow.disk.held = True
    slow.say(ann, "sendMessage", message="hello", room="default", id="1")
    slow.wait(60)
    assert ann.raw() == bob.raw() == []
    slow.disk.commit()
    slow.wait(0)
    assert [frame["action"] for frame in ann.heard()] == ["message", "ack"]
    assert bob.heard() == [message("Ann", "default", "hello")]


def test_what_comes_behind_it_waits_as_well_and_then_comes_in_its_order(slow: Rooms) -> None:
    ann, bob = slow.rich("Ann"), slow.person("Bob")
    slow.disk.held = True
    slow.say(ann, "sendMessage", message="one", room="default", id="1")
    slow.say(bob, "joinRoom", room="nowhere")
    slow.say(ann, "getHistory", room="default")
    cleo = slow.client()
    slow.say(cleo, "identify", username="Cleo")
    slow.say(bob, "sendMessage", message="two", room="default")
    slow.wait(60)
    assert ann.raw() == bob.raw() == cleo.raw() == []
    slow.disk.commit(1)
    slow.wait(1)
    assert [frame["action"] for frame in bob.heard()] == ["message", "error"]
    assert cleo.raw() == [
        '{"action":"joined","payload":{"room":"default"}}',
        '{"action":"roomsList","payload":{"rooms":{"default":3}}}',
    ]
    [history] = [frame["payload"] for frame in ann.heard() if frame["action"] == "history"]
    assert [event["message"] for event in history["events"]] == ["one"]
    slow.disk.commit(1)
    slow.wait(1)
    assert bob.heard()[0] == message("Bob", "default", "two")
    assert cleo.heard() == [message("Bob", "default", "two")]


def test_a_welcome_waits_until_it_is_safe_who_may_come_back(slow: Rooms) -> None:
    bob = slow.person("Bob")
    slow.disk.held = True
    ann = slow.client()
    slow.say(ann, "identify", username="Ann", capabilities=["resume"])
    slow.wait(60)
    assert ann.raw() == bob.raw() == []
    slow.disk.commit()
    slow.wait(1)
    assert [frame["action"] for frame in ann.heard()][:2] == ["welcome", "joined"]


def test_who_is_gone_when_the_welcome_is_safe_gets_no_lists(slow: Rooms) -> None:
    slow.disk.held = True
    ann = slow.client()
    slow.say(ann, "identify", username="Ann", capabilities=["resume"])
    slow.wait(0)
    slow.service.closed(ann, slow.turns.now, polite=True)
    slow.disk.held = False
    slow.disk.commit()
    slow.say(slow.client(), "identify", username="Bob")
    slow.wait(5)
    assert "roomsList" not in [frame["action"] for frame in ann.heard()]


def test_a_list_that_is_due_keeps_its_place(slow: Rooms) -> None:
    ann, bob = slow.person("Ann"), slow.person("Bob")
    slow.say(ann, "createRoom", room="x")
    slow.say(ann, "joinRoom", room="x")
    slow.wait(5)
    ann.raw()
    bob.raw()
    slow.say(bob, "joinRoom", room="x")
    slow.disk.held = True
    slow.say(ann, "deleteRoom", room="x")
    slow.wait(5)
    counts = [frame["payload"].get("rooms") for frame in bob.heard()]
    assert counts == [None], "only that Bob joined; the list is behind the deletion"
    slow.disk.commit()
    slow.wait(5)
    assert [frame["action"] for frame in bob.heard()] == ["left", "roomsList", "roomsList"]
    assert ann.heard()[-1]["payload"]["rooms"] == {"default": 2}


@pytest.mark.parametrize("outcome", [FULL, FAILED])
def test_a_disk_that_fails_is_the_authors_trouble_alone(slow: Rooms, outcome: NotStored) -> None:
    ann, bob = slow.rich("Ann"), slow.person("Bob")
    slow.disk.problem = outcome
    slow.say(ann, "sendMessage", message="hello", room="default", id="1", ref="r")
    slow.say(bob, "sendMessage", message="hello", room="default")
    slow.wait(0)
    error = {"reason": str(outcome.reason), "detail": outcome.detail}
    assert ann.heard() == [{"action": "error", "payload": {**error, "ref": "r"}}]
    assert bob.heard() == [{"action": "error", "payload": error}]
    slow.disk.problem = None
    slow.say(ann, "sendMessage", message="again", room="default", id="1")
    slow.wait(0)
    assert bob.heard() == [message("Ann", "default", "again")]
    assert acks(ann) == ["1"]


def test_a_disk_that_does_not_keep_up_is_not_given_more(slow: Rooms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chatapp.server.service.WAITING", 3)
    ann, bob = slow.rich("Ann"), slow.person("Bob")
    slow.disk.held = True
    for number in range(3):
        slow.say(ann, "sendMessage", message="hello", room="default", id=str(number))
    slow.say(ann, "sendMessage", message="too much", room="default", id="3", ref="r3")
    slow.say(bob, "joinRoom", room="default", ref="not asked for")
    told = ann.heard()[0]["payload"]
    assert (told["reason"], told["ref"]) == ("unavailable", "r3")
    slow.service.received(bob, b"{", slow.turns.now)
    slow.service.received_binary(bob, b"{}", slow.turns.now)
    told = bob.heard()
    assert [frame["payload"]["reason"] for frame in told] == ["unavailable"] * 3
    assert [sorted(frame["payload"]) for frame in told] == [["detail", "reason"]] * 3, "all that Part 1 knows"
    slow.disk.held = False
    slow.disk.commit()
    slow.wait(0)
    assert acks(ann) == ["0", "1", "2"]
    slow.say(ann, "sendMessage", message="again", room="default", id="3")
    slow.wait(0)
    assert acks(ann) == ["3"]


async def test_settling_waits_for_the_disk(slow: Rooms) -> None:
    slow.turns.create_future = asyncio.get_running_loop().create_future
    ann = slow.rich("Ann")
    slow.disk.held = True
    slow.say(ann, "sendMessage", message="hello", room="default", id="1")
    settled = asyncio.ensure_future(slow.service.settled())
    await asyncio.sleep(0)
    assert not settled.done()
    slow.wait(0)
    slow.disk.commit()
    await settled
    assert [frame["action"] for frame in ann.heard()] == ["message", "ack"]
    await slow.service.settled()


def test_stopping_stops_the_clocks(slow: Rooms) -> None:
    ann = slow.rich("Ann")
    slow.service.closed(ann, slow.turns.now, polite=False)
    slow.wait(0)
    slow.service.stop()
    slow.service.stop()
    assert slow.turns.calls == []


# What a client of Part 1 sees of it: nothing

NAMES = ("Ann", "Bob", "Cleo", "Dan")
PLACES = ("default", "x", "y")
steps = st.one_of(
    st.tuples(st.just("sendMessage"), st.sampled_from(NAMES), st.sampled_from(PLACES)),
    st.tuples(
        st.sampled_from(["createRoom", "joinRoom", "leaveRoom", "deleteRoom"]),
        st.sampled_from(NAMES),
        st.sampled_from(PLACES[1:]),
    ),
    st.tuples(st.sampled_from(["rename", "roomsList", "nonsense", "react"]), st.sampled_from(NAMES), st.just("Eve")),
    st.tuples(st.just("commit"), st.integers(1, 4), st.just("")),
    st.tuples(st.just("turn"), st.just(""), st.just("")),
    st.tuples(st.just("wait"), st.just(""), st.just("")),
)


def gathered(rooms: Rooms) -> dict[str, Client]:
    """Four people who are all in a room of the first one's."""
    clients = {name: rooms.person(name) for name in NAMES}
    rooms.say(clients["Ann"], "createRoom", room="x")
    rooms.wait(1)
    for client in clients.values():
        rooms.say(client, "joinRoom", room="x")
    rooms.wait(1)
    return clients


def by_room(texts: list[str]) -> list[list[str]]:
    """Each room's messages and everything that is no message: between two rooms no order is promised."""
    elsewhere = [tuple(f'"room":"{other}","message"' for other in PLACES if other != room) for room in PLACES]
    return [[text for text in texts if not any(other in text for other in others)] for others in elsewhere]


def play(rooms: Rooms, script: list[tuple[str, Any, str]]) -> dict[str, list[list[str]]]:
    """The frames that each client gets, in order; of the room lists the last one alone, because how many there are
    depends on time."""
    clients = gathered(rooms)
    rooms.disk.held = True
    for number, (what, who, where) in enumerate(script):
        match what:
            case "commit":
                rooms.disk.commit(who)
            case "turn":
                rooms.turns.turn()
            case "wait":
                rooms.wait(1)
            case "rename":
                rooms.say(clients[who], what, newUsername=where)
            case _:
                rooms.say(clients[who], what, room=where, message=f"{number}")
    rooms.disk.held = False
    rooms.turns.call_soon(rooms.disk.commit)
    rooms.wait(5)
    for client in clients.values():
        rooms.say(client, "roomsList")
    seen = {}
    for name, client in clients.items():
        texts = client.raw()
        others = [text for text in texts if not text.startswith('{"action":"roomsList"')]
        seen[name] = by_room([*others, texts[-1]])
    return seen


@given(st.lists(steps, max_size=40))
def test_a_client_of_part_1_sees_the_same_with_and_without_a_disk(script: list[tuple[str, Any, str]]) -> None:
    assert play(Rooms(durable=True), script) == play(Rooms(), script)


@given(st.lists(steps, max_size=25))
def test_where_there_is_time_it_sees_the_same_lists_as_well(script: list[tuple[str, Any, str]]) -> None:
    def all_of_it(rooms: Rooms) -> dict[str, list[str]]:
        clients = gathered(rooms)
        for number, (what, who, where) in enumerate(script):
            if what not in ("commit", "turn", "wait"):
                field = {"newUsername": where} if what == "rename" else {"room": where, "message": f"{number}"}
                rooms.say(clients[who], what, **field)
                rooms.wait(1)
        return {name: client.raw() for name, client in clients.items()}

    assert all_of_it(Rooms(durable=True)) == all_of_it(Rooms())
