"""What is asked, what waits to be, what is answered."""

from chatapp.protocol.limits import ANSWER, REQUEST_RATE
from chatapp.protocol.messages.base import JoinRoom, SendMessage
from chatapp.protocol.messages.rich import GetHistory, GetMembers, Typing
from chatapp.session.pace import PAUSE
from chatapp.session.requests import RESERVE, Asked, Requests, Why


def test_each_request_has_a_ref_of_its_own() -> None:
    requests = Requests()
    first, second = Asked(JoinRoom("a")), Asked(JoinRoom("b"))
    requests.send(first, 1.0)
    requests.send(second, 2.0)
    assert requests.take_line() == [JoinRoom("a", ref="1"), JoinRoom("b", ref="2")]
    assert requests.take_line() == []
    assert requests.peek("2") is second
    assert requests.answered("2") is second
    assert requests.answered("2") is None
    assert requests.answered("") is None
    assert requests.answered("1") is first


def test_what_waits_goes_out_as_fast_as_a_server_takes_it() -> None:
    requests, burst = Requests(), int(REQUEST_RATE[0] - RESERVE)
    for number in range(burst + 2):
        requests.queue(Asked(JoinRoom(f"room {number}")))
    requests.queue(Asked(GetHistory("first")), first=True)
    released = requests.release(5.0)
    assert [asked.room for asked in released] == ["first", *(f"room {number}" for number in range(burst - 1))]
    assert requests.release(5.0) == []
    assert requests.deadline == 5.0 + 1 / REQUEST_RATE[1]
    assert len(requests.release(5.0 + 1 / REQUEST_RATE[1] + 0.001)) == 1


def test_a_pause() -> None:
    requests = Requests()
    requests.queue(Asked(JoinRoom("a")))
    requests.pause(5.0)
    assert requests.release(5.0 + PAUSE - 0.1) == []
    assert requests.deadline == 5.0 + PAUSE
    assert len(requests.release(5.0 + PAUSE)) == 1


def test_what_is_not_answered_in_time() -> None:
    requests = Requests()
    said, asked = Asked(SendMessage("hi", "a")), Asked(GetMembers("a"), Why.ROSTER)
    requests.send(said, 1.0)
    requests.send(asked, 2.0)
    assert requests.deadline == 2.0 + ANSWER
    assert requests.overdue(1.9 + ANSWER) == []
    assert requests.overdue(2.0 + ANSWER) == [asked]
    assert requests.deadline is None, "a message has all the time it needs"


def test_what_is_not_wanted_any_more_is_not_asked() -> None:
    requests = Requests()
    requests.queue(Asked(JoinRoom("a")))
    requests.queue(Asked(JoinRoom("b")))
    assert requests.any(lambda asked: asked.room == "a")
    assert requests.withdraw(lambda asked: asked.room == "a")
    assert not requests.withdraw(lambda asked: asked.room == "a")
    assert [asked.room for asked in requests.release(1.0)] == ["b"]


def test_a_lost_connection_leaves_nothing() -> None:
    requests = Requests()
    requests.send(Asked(JoinRoom("a")), 1.0)
    requests.queue(Asked(JoinRoom("b")))
    requests.say(Typing("a"))
    assert [asked.room for asked in requests.clear()] == ["a", "b"]
    assert requests.take_line() == []
    assert requests.deadline is None
