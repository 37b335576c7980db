"""Effects to bytes, in order."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from chatapp.protocol.limits import LIST_INTERVAL
from chatapp.rooms.policy import Policy
from chatapp.server.service import Service
from tests.server.doubles import Turns


class Client:
    """A peer that keeps what it is sent."""

    def __init__(self, address: str = "192.0.2.7") -> None:
        self.address = address
        self.written = b""
        self.writes = 0
        self.closed: tuple[int, str] | None = None
        self.cut = False
        self.probed = 0
        self.write: Callable[[bytes], object] = self._write

    def _write(self, data: bytes) -> None:
        self.written += data
        self.writes += 1

    def close(self, code: int, reason: str) -> None:
        self.closed = self.closed or (code, reason)
        self.write = lambda data: None

    def abort(self) -> None:
        self.cut = True

    def probe(self) -> None:
        self.probed += 1

    def raw(self) -> list[str]:
        """The frames since the last look."""
        protocol = ClientProtocol(parse_uri("ws://here"), state=State.OPEN)
        protocol.receive_data(self.written)
        self.written = b""
        frames = [event for event in protocol.events_received() if isinstance(event, Frame)]
        assert all(event.opcode is Opcode.TEXT and event.fin for event in frames)
        return [bytes(event.data).decode() for event in frames]

    def heard(self) -> list[dict[str, Any]]:
        return [json.loads(text) for text in self.raw()]


class Rooms:
    """A service and its clients."""

    def __init__(self, policy: Policy = Policy(rate_limits=False)) -> None:
        self.turns = Turns()
        self.people: list[int] = []
        self.service = Service(self.turns.loop, policy, people=self.people.append, clock=self.turns.time)

    def client(self) -> Client:
        client = Client()
        self.service.opened(client, self.turns.now)
        return client

    def say(self, client: Client, action: str, **payload: str) -> None:
        self.service.received(client, json.dumps({"action": action, "payload": payload}).encode(), self.turns.now)

    def person(self, name: str, *rooms: str) -> Client:
        """Somebody who has identified, joined rooms, and read everything."""
        client = self.client()
        self.say(client, "identify", username=name)
        for room in rooms:
            self.say(client, "joinRoom", room=room)
        self.wait(5)
        client.raw()
        return client

    def wait(self, seconds: float) -> None:
        end = self.turns.now + seconds
        while self.turns.calls and min(when for when, _, _ in self.turns.calls) <= end:
            self.turns.now = max(self.turns.now, min(when for when, _, _ in self.turns.calls))
            self.turns.turn()
        self.turns.now = end


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


def message(author: str, room: str, text: str) -> dict[str, Any]:
    return {"action": "message", "payload": {"from": author, "room": room, "message": text}}


def test_identifying(rooms: Rooms) -> None:
    client = rooms.client()
    rooms.say(client, "identify", username="Ann")
    assert client.raw() == [
        '{"action":"joined","payload":{"room":"default"}}',
        '{"action":"roomsList","payload":{"rooms":{"default":1}}}',
    ]


def test_a_rooms_messages_are_one_write_a_turn(rooms: Rooms) -> None:
    ann, bob = rooms.person("Ann"), rooms.person("Bob")
    rooms.wait(1)
    ann.raw()
    ann.writes = bob.writes = 0
    for text in ("one", "two"):
        rooms.say(ann, "sendMessage", message=text, room="default")
        rooms.say(bob, "sendMessage", message=text, room="default")
    rooms.wait(0)
    wanted = [message(name, "default", text) for text in ("one", "two") for name in ("Ann", "Bob")]
    assert ann.heard() == bob.heard() == wanted
    assert (ann.writes, bob.writes) == (1, 1)


def test_a_reply_comes_after_what_went_to_the_room_before(rooms: Rooms) -> None:
    ann = rooms.person("Ann")
    rooms.say(ann, "sendMessage", message="one", room="default")
    rooms.say(ann, "joinRoom", room="nowhere")
    assert [frame["action"] for frame in ann.heard()] == ["message", "error"]


def test_nothing_of_a_room_comes_after_left_or_before_joined(rooms: Rooms) -> None:
    ann = rooms.person("Ann")
    rooms.say(ann, "createRoom", room="x")
    rooms.say(ann, "joinRoom", room="x")
    bob = rooms.person("Bob", "x")
    cleo = rooms.person("Cleo")
    for client in (ann, bob, cleo):
        rooms.wait(1)
        client.raw()
    rooms.say(ann, "sendMessage", message="before", room="x")
    rooms.say(bob, "leaveRoom", room="x")
    rooms.say(cleo, "joinRoom", room="x")
    rooms.say(ann, "sendMessage", message="after", room="x")
    rooms.wait(0)
    left, joined = ({"action": action, "payload": {"room": "x"}} for action in ("left", "joined"))
    assert bob.heard()[:2] == [message("Ann", "x", "before"), left]
    assert cleo.heard()[:2] == [joined, message("Ann", "x", "after")]
    rooms.say(ann, "sendMessage", message="last", room="x")
    rooms.say(ann, "deleteRoom", room="x")
    rooms.wait(0)
    assert cleo.heard() == [message("Ann", "x", "last"), left]


def test_lists_go_to_everyone_in_rounds(rooms: Rooms) -> None:
    ann, bob = rooms.person("Ann"), rooms.person("Bob")
    stranger = rooms.client()
    rooms.wait(1)
    ann.raw()
    for number in range(9):
        rooms.say(ann, "createRoom", room=f"room {number}")
    rooms.wait(0)
    assert bob.heard() == [
        {"action": "roomsList", "payload": {"rooms": {"default": 2, **{f"room {number}": 0 for number in range(9)}}}}
    ]
    rooms.say(ann, "joinRoom", room="room 0")
    rooms.say(ann, "joinRoom", room="room 1")
    rooms.wait(LIST_INTERVAL - 0.01)
    assert bob.heard() == []
    rooms.wait(0.02)
    [last] = bob.heard()
    assert last["payload"]["rooms"]["room 1"] == 1
    assert stranger.raw() == []
    assert rooms.people[-1] == 2


def test_who_asked_for_that_very_list_does_not_get_it_again(rooms: Rooms) -> None:
    ann, bob = rooms.person("Ann"), rooms.person("Bob")
    rooms.wait(1)
    ann.raw()
    rooms.say(ann, "createRoom", room="x")
    rooms.say(bob, "roomsList")
    rooms.wait(1)
    assert len(ann.heard()) == len(bob.heard()) == 1


def test_a_list_is_encoded_once_for_all(rooms: Rooms) -> None:
    people = [rooms.person(f"person {number}") for number in range(4)]
    rooms.wait(1)
    sent: list[bytes] = []
    for person in people:
        person.write = sent.append
    rooms.say(people[0], "createRoom", room="x")
    rooms.wait(1)
    assert len(sent) == 4
    assert all(each is sent[0] for each in sent)


def test_the_flat_dialect(rooms: Rooms) -> None:
    ann, bob = rooms.person("Ann"), rooms.person("Bob")
    rooms.wait(1)
    ann.raw()
    rooms.service.received(ann, b'{"action":"createRoom","room":"x"}', rooms.turns.now)
    rooms.wait(1)
    assert ann.raw() == ['{"action":"roomsList","payload":{"rooms":{"default":2,"x":0}},"rooms":{"default":2,"x":0}}']
    assert bob.raw() == ['{"action":"roomsList","payload":{"rooms":{"default":2,"x":0}}}']


def test_a_name_that_is_claimed(rooms: Rooms) -> None:
    ann = rooms.person("Ann")
    other = rooms.client()
    rooms.say(other, "identify", username="ann")
    assert ann.probed == 1
    assert other.heard()[0]["payload"]["reason"] == "username_taken"
    rooms.service.closed(ann, rooms.turns.now)
    rooms.say(other, "identify", username="ann")
    assert other.heard()[0] == {"action": "joined", "payload": {"room": "default"}}


def test_bad_frames_and_the_end_of_patience(rooms: Rooms) -> None:
    ann = rooms.person("Ann")
    rooms.say(ann, "sendMessage", message="hello", room="default")
    for _ in range(5):
        rooms.service.received(ann, b"{", rooms.turns.now)
        rooms.service.received_binary(ann, b"{}", rooms.turns.now)
    frames = ann.heard()
    assert frames[0] == message("Ann", "default", "hello")
    assert [frame["payload"]["reason"] for frame in frames[1:]] == ["bad_request"] * 10
    assert ann.closed is not None
    assert ann.closed[0] == 1008


def test_who_does_not_identify_is_told_and_closed(rooms: Rooms) -> None:
    stranger, ann = rooms.client(), rooms.person("Ann")
    rooms.service.idled(stranger, rooms.turns.now)
    rooms.service.idled(ann, rooms.turns.now)
    [told] = stranger.heard()
    assert told["payload"]["reason"] == "not_identified"
    assert stranger.closed == (1008, "not identified in time")
    assert ann.closed is None


def test_turned_away(rooms: Rooms) -> None:
    client = Client()
    rooms.service.turned_away(client, "This server is full.")
    assert client.heard() == [
        {"action": "error", "payload": {"reason": "server_full", "detail": "This server is full."}}
    ]
    assert client.closed == (1013, "server full")


def test_who_is_gone_is_counted_no_more(rooms: Rooms) -> None:
    ann, bob = rooms.person("Ann"), rooms.person("Bob")
    rooms.wait(1)
    ann.raw()
    rooms.service.closed(bob, rooms.turns.now)
    rooms.service.closed(bob, rooms.turns.now)
    rooms.wait(1)
    assert ann.raw() == ['{"action":"roomsList","payload":{"rooms":{"default":1}}}']
    assert bob.raw() == []
    assert rooms.people[-1] == 1


def test_a_dead_member_stops_nobody_else(rooms: Rooms) -> None:
    def fail(data: bytes) -> None:
        raise RuntimeError("handle is closed")

    dead, alive = rooms.person("Ann"), rooms.person("Bob")
    rooms.wait(1)
    dead.write = fail
    rooms.say(alive, "sendMessage", message="hello", room="default")
    rooms.say(alive, "createRoom", room="x")
    rooms.say(dead, "joinRoom", room="nowhere")
    rooms.wait(1)
    assert [frame["action"] for frame in alive.heard()] == ["message", "roomsList"]
    assert dead.cut


def test_five_hundred_arrivals_cost_few_lists(rooms: Rooms) -> None:
    clients = [rooms.client() for _ in range(500)]
    for number, client in enumerate(clients):
        rooms.say(client, "identify", username=f"person {number}")
    rooms.wait(0.5)
    lists = 0
    for client in clients:
        frames = client.heard()
        lists += len(frames) - 1
        assert frames[-1] == {"action": "roomsList", "payload": {"rooms": {"default": 500}}}
    assert lists <= 1000
