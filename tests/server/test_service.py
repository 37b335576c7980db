"""Effects to bytes, in order."""

import json
from functools import partial

import pytest

from chatapp.protocol.limits import LIST_INTERVAL, RESUME
from chatapp.protocol.messages.hosting import SetServer
from chatapp.server.counts import Counts
from tests.server.people import WALL, Client, Rooms, frames, message


@pytest.fixture(params=["memory", "durable"])
def rooms(request: pytest.FixtureRequest) -> Rooms:
    return Rooms(durable=request.param == "durable")


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


def test_what_is_said_a_turn_later_goes_along() -> None:
    rooms = Rooms()
    ann, bob = rooms.person("Ann"), rooms.person("Bob")
    rooms.wait(1)
    ann.raw()
    ann.writes = 0
    rooms.say(ann, "sendMessage", message="one", room="default")
    rooms.turns.turn()
    rooms.say(bob, "sendMessage", message="two", room="default")
    assert ann.writes == 0
    rooms.turns.turn()
    assert ann.writes == 1
    assert ann.heard() == [message("Ann", "default", "one"), message("Bob", "default", "two")]


def test_a_reply_comes_after_what_went_to_the_room_before(rooms: Rooms) -> None:
    ann = rooms.person("Ann")
    rooms.say(ann, "sendMessage", message="one", room="default")
    rooms.say(ann, "joinRoom", room="nowhere")
    rooms.wait(0)
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
    assert rooms.exposed[-1] == 0


def test_it_is_told_how_many_can_be_overheard() -> None:
    rooms = Rooms()
    rooms.person("Ann")
    far, shielded = Client("192.0.2.7"), Client("192.0.2.8")
    shielded.secure = True
    for client, name in ((far, "Bo"), (shielded, "Cy")):
        rooms.clients.append(client)
        rooms.service.opened(client, rooms.turns.now)
        rooms.say(client, "identify", username=name)
    rooms.wait(1.0)
    assert (rooms.people[-1], rooms.exposed[-1]) == (3, 1)


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
    rooms.service.closed(ann, rooms.turns.now, polite=True)
    rooms.say(other, "identify", username="ann")
    assert other.heard()[0] == {"action": "joined", "payload": {"room": "default"}}


def test_bad_frames_and_the_end_of_patience(rooms: Rooms) -> None:
    ann = rooms.person("Ann")
    rooms.say(ann, "sendMessage", message="hello", room="default")
    for _ in range(5):
        rooms.service.received(ann, b"{", rooms.turns.now)
        rooms.service.received_binary(ann, b"{}", rooms.turns.now)
    rooms.wait(0)
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
    rooms.service.closed(bob, rooms.turns.now, polite=True)
    rooms.service.closed(bob, rooms.turns.now, polite=True)
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


# Part 2


def test_a_message_is_encoded_twice_at_most(rooms: Rooms) -> None:
    plain = [rooms.person(name) for name in ("Ann", "Bob")]
    rich = [rooms.rich(name) for name in ("Cleo", "Dan")]
    sent: dict[Client, bytes] = {}
    for client in (*plain, *rich):
        client.write = partial(sent.__setitem__, client)
    rooms.say(plain[0], "sendMessage", message="hello", room="default")
    rooms.wait(0)
    assert sent[plain[0]] is sent[plain[1]]
    assert sent[rich[0]] is sent[rich[1]]
    [text] = frames(sent[rich[0]])
    payload = json.loads(text)["payload"]
    assert (payload["from"], payload["seq"], payload["ts"]) == ("Ann", 1, int(WALL * 1000))


def test_acks_do_not_break_up_a_rooms_writes(rooms: Rooms) -> None:
    ann, bob = rooms.rich("Ann"), rooms.rich("Bob")
    ann.writes = bob.writes = 0
    for number in range(4):
        for client in (ann, bob):
            rooms.say(client, "sendMessage", message="hello", room="default", id=f"{number}", ref=f"r{number}")
    rooms.wait(0)
    heard = ann.heard()
    assert [frame["action"] for frame in heard] == ["message"] * 8 + ["ack"] * 4
    assert [frame["payload"]["seq"] for frame in heard[:8]] == list(range(1, 9))
    assert [frame["payload"]["ref"] for frame in heard[8:]] == ["r0", "r1", "r2", "r3"]
    assert ann.writes == bob.writes == 2


def test_many_who_come_at_once_are_one_write_to_each(rooms: Rooms) -> None:
    ann = rooms.rich("Ann")
    ann.heard()
    ann.writes = 0
    for number in range(5):
        rooms.say(rooms.client(), "identify", username=f"B{number}", capabilities=["presence"])
    rooms.wait(0)
    heard = [frame for frame in ann.heard() if frame["action"] != "roomsList"]
    assert [(frame["action"], frame["payload"]["username"]) for frame in heard] == [
        ("memberJoined", f"B{number}") for number in range(5)
    ]
    assert ann.writes <= 2, "notes, and perhaps a list"


def test_a_reply_comes_after_acks_and_the_end_after_both(rooms: Rooms) -> None:
    ann = rooms.rich("Ann")
    rooms.say(ann, "sendMessage", message="hello", room="default", id="1")
    rooms.say(ann, "joinRoom", room="nowhere", ref="r")
    rooms.wait(0)
    assert [frame["action"] for frame in ann.heard()] == ["message", "ack", "error"]
    rooms.say(ann, "sendMessage", message="hello", room="default", id="2")
    for _ in range(10):
        rooms.service.received(ann, b"{", rooms.turns.now)
    rooms.wait(0)
    assert [frame["action"] for frame in ann.heard()] == ["message", "ack", *["error"] * 10]
    assert ann.closed is not None


def test_the_welcome_tells_the_time(rooms: Rooms) -> None:
    client = rooms.client()
    rooms.say(client, "identify", username="Ann", capabilities=["rich"])
    rooms.wait(0)
    welcome, joined = client.heard()[:2]
    assert (welcome["action"], welcome["payload"]["now"]) == ("welcome", int(WALL * 1000))
    assert joined["action"] == "joined"


def test_reading_is_answered_when_it_is_there(rooms: Rooms) -> None:
    ann = rooms.rich("Ann")
    rooms.say(ann, "sendMessage", message="hello", room="default", id="1")
    rooms.say(ann, "getHistory", room="default", ref="page")
    rooms.say(ann, "search", query="hel", ref="find")
    rooms.wait(0)
    [history] = [frame["payload"] for frame in ann.heard() if frame["action"] == "history"]
    assert ([event["message"] for event in history["events"]], history["ref"]) == (["hello"], "page")
    rooms.say(ann, "search", query="hel", ref="find")
    rooms.service.closed(ann, rooms.turns.now, polite=False)
    rooms.wait(0)
    assert ann.raw() == [], "who is gone by then is told nothing"


def test_a_list_that_was_asked_for_with_a_ref(rooms: Rooms) -> None:
    ann = rooms.rich("Ann")
    rooms.wait(1)
    ann.raw()
    rooms.say(ann, "roomsList", ref="r1")
    rooms.say(ann, "roomsList", ref="r2")
    rooms.say(ann, "roomsList")
    assert [frame["payload"] for frame in ann.heard()] == [
        {"rooms": {"default": 1}, "ref": "r1"},
        {"rooms": {"default": 1}, "ref": "r2"},
        {"rooms": {"default": 1}},
    ]


def test_whoever_does_not_come_back_loses_the_name(rooms: Rooms) -> None:
    ann = rooms.rich("Ann")
    rooms.service.closed(ann, rooms.turns.now, polite=False)
    rooms.wait(RESUME - 1)
    other = rooms.client()
    rooms.say(other, "identify", username="Ann")
    assert other.heard()[0]["payload"]["reason"] == "username_taken"
    rooms.wait(2)
    rooms.say(other, "identify", username="Ann")
    rooms.wait(0)
    assert other.heard()[0]["action"] == "joined"


def test_whoever_says_goodbye_frees_the_name(rooms: Rooms) -> None:
    rooms.service.closed(rooms.rich("Ann"), rooms.turns.now, polite=True)
    other = rooms.client()
    rooms.say(other, "identify", username="Ann")
    rooms.wait(0)
    assert other.heard()[0]["action"] == "joined"


def test_what_happens_is_counted() -> None:
    for durable in (False, True):
        counts = Counts()
        rooms = Rooms(durable=durable, counts=counts)
        ann, bob = rooms.rich("Ann"), rooms.rich("Bob")
        rooms.client()
        rooms.say(ann, "createRoom", room="x")
        for number in (1, 1, 2):  # the same one again is nothing new
            rooms.say(ann, "sendMessage", room="default", message="hello", id=str(number))
            rooms.wait(0)
        rooms.say(ann, "react", room="default", target=1, reaction="👍", on=True)
        rooms.say(ann, "joinRoom", room="nowhere")
        rooms.say(ann, "nonsense")
        rooms.wait(1)
        assert counts.events == {"message": 2, "react": 1}
        assert counts.refused == {"room_not_found": 1, "unknown_action": 1}
        assert rooms.service.figures == (2, 2, 0)
        assert counts.deliveries >= sum(len(client.heard()) for client in (ann, bob))
        assert counts.sent > 0


def test_who_comes_back_is_counted() -> None:
    rooms = Rooms()
    client = rooms.client()
    rooms.say(client, "identify", username="Ann", capabilities=["rich", "history", "resume"])
    rooms.wait(1)
    token = client.heard()[0]["payload"]["resume"]
    rooms.service.closed(client, rooms.turns.now, polite=False)
    assert rooms.service.figures == (0, 1, 0)
    for times, shown in ((0, "nobody's"), (1, token)):
        client = rooms.client()
        capabilities = ["rich", "history", "resume"]
        rooms.say(client, "identify", username="Ann", capabilities=capabilities, auth={"resume": shown})
        rooms.wait(1)
        assert rooms.service.figures[2] == times


def test_what_lets_in_is_not_taken_where_others_can_read_it() -> None:
    rooms = Rooms()
    for address, secure, reason in (
        ("192.0.2.7", False, "insecure"),
        ("192.0.2.8", True, "auth_failed"),
        ("127.0.0.1", False, "auth_failed"),
        ("::ffff:127.0.0.1", False, "auth_failed"),
        ("", False, "insecure"),
    ):
        client = rooms.client()
        client.address, client.secure = address, secure
        rooms.service.opened(client, rooms.turns.now)
        rooms.say(client, "identify", username="Ann", auth={"admin": "a guess"})
        rooms.wait(0)
        assert client.heard()[0]["payload"]["reason"] == reason


def test_a_host_s_decisions_are_told_and_a_password_is_asked_for() -> None:
    rooms = Rooms()
    assert not rooms.service.state.password
    rooms.service.decide(SetServer(name="Tea house"), "a hash of no password")
    assert (rooms.service.state.name, rooms.service.state.password) == ("Tea house", True)
    client = rooms.client()
    rooms.say(client, "identify", username="Ann")
    rooms.wait(0)
    assert client.heard()[0]["payload"]["reason"] == "auth_required"
