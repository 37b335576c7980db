"""A host who is the intruder: what they can say to whoever joins, in the frames that are new."""

import asyncio
import json
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection

from chatapp.client import faults
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.limits import PEOPLE_MET
from chatapp.protocol.names import shown
from chatapp.security.certificates import HostKey
from chatapp.session.changes import Answered, Phase
from chatapp.session.ground import Credentials
from chatapp.session.keeping import Keeping, KeepPerson
from chatapp.session.session import Session
from tests.client.person import Person, visiting
from tests.client.toy_server import websocket

EVIL = "a\u202eb\x07\nc\u200b"
HUGE = 2**53 - 1


def frame(action: str, **payload: Any) -> str:
    return json.dumps({"action": action, "payload": payload})


def welcome(**more: Any) -> str:
    said = {"username": "Ann", "capabilities": ["rich", "presence", "resume", "identity", "admin"], "server": {}}
    return frame("welcome", **said | {"limits": {}, "now": 0} | more)


async def told(*frames: str, until: Any, keep: Any = None) -> Person:
    """What becomes of somebody who is welcomed and told this."""

    async def serve(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(welcome(server={"name": EVIL, "host": EVIL, "id": EVIL, "version": EVIL}, admin=True))
        await connection.send(frame("joined", room="default"))
        await connection.send(frame("roomsList", rooms={"default": 1}))
        for each in frames:
            await connection.send(each)
        await connection.send(frame("message", **{"from": "Bo", "room": "default", "message": "the end"}))
        await connection.wait_closed()

    more = {} if keep is None else {"keep": keep}
    async with websocket(serve) as there, visiting("Ann", there, **more) as ann:
        await ann.until(lambda: until(ann))
        assert ann.session.phase is Phase.ONLINE
        return ann


def typed(where: Invite) -> Invite:
    """The same place as a person types it: encrypted where it can be."""
    return Invite(tuple(Address(each.host, each.port) for each in where.addresses))


def at_the_end(ann: Person) -> bool:
    return ("Bo", "the end") in ann.shown()


async def test_answers_that_nobody_asked_for_are_ignored() -> None:
    one = {"id": HUGE, "username": EVIL, "address": EVIL, "since": HUGE, "rooms": HUGE}
    frames = [
        frame("people", people=[one] * 5_000),
        frame("bans", bans=[{"id": EVIL, "by": EVIL, "ts": HUGE}] * 5_000),
        frame("invites", invites=[{"id": EVIL, "by": EVIL, "ts": HUGE}] * 5_000, link="javascript:alert(1)"),
        frame("acts", acts=[{"seq": HUGE, "ts": HUGE, "by": EVIL, "act": EVIL}] * 5_000, next=HUGE),
        frame("serverState", name=EVIL, password=True, locked=True, inviteOnly=True, plain=True, people=HUGE),
        frame("people", people=[{**one, "ref": "1"}], ref="1"),
        frame("roomState", room="nowhere", announce=True, slow=HUGE),
        frame("people", people="none"),
        frame("people"),
    ]
    ann = await told(*frames, until=at_the_end)
    assert [change for change in ann.changes if isinstance(change, Answered) and change.ticket] == []


@pytest.mark.parametrize(
    "number", [2**53, 2**63, 2**64, 10**400, -(2**64)], ids=["2^53", "2^63", "2^64", "10^400", "-2^64"]
)
async def test_a_number_that_fits_nowhere_is_none(number: int) -> None:
    """Qt has 64 bits: a count of people beyond them ended the program as it was painted."""
    frames = [
        frame("roomsList", rooms={"default": number, "music": 2}),
        frame("message", **{"from": "Bo", "room": "default", "message": "x", "seq": number, "ts": number}),
        frame("roomState", room="default", slow=number),
    ]
    ann = await told(*frames, until=at_the_end)
    assert {name: room.people for name, room in ann.session.rooms.items()} == {"default": None, "music": 2}
    assert ann.session.room_state("default") in (None, (False, 0))


async def test_a_name_of_a_server_is_a_line_that_ends() -> None:
    ann = await told(welcome(server={"name": EVIL * 100_000}), until=at_the_end)
    assert ann.session.server_name == shown(EVIL)


async def test_a_crowd_of_keys_is_not_remembered_without_end() -> None:
    kept: list[Keeping] = []
    people = {f"p{number}{EVIL}": f"{number:043}" for number in range(12_000)}
    members = frame("members", room="default", members=[*people], keys=people | {"ghost": "x" * 1_000}, admins=[EVIL])
    ann = await told(members, until=at_the_end, keep=kept.extend)
    met = [each for each in kept if isinstance(each, KeepPerson)]
    assert len(ann.session._core.acquaintances._met) <= PEOPLE_MET
    assert all(len(each.key) == 43 for each in met)
    roster = ann.session.roster("default")
    assert roster is not None
    assert "ghost" not in roster.keys
    assert all(name == shown(name) for name in roster.names)


async def test_members_come_with_anything_for_a_key() -> None:
    odd = ["", "x", "k" * 43, "k" * 42 + "\n", "\u202e" * 43, "x" * 100_000]
    frames = [frame("memberJoined", room="default", username=f"p{n}", key=key) for n, key in enumerate(odd)]
    ann = await told(frame("members", room="default", members=["Ann"]), *frames, until=at_the_end)
    roster = ann.session.roster("default")
    assert roster is not None
    assert len(roster.names) == 1 + len(odd)
    assert len(ann.session.acquaintances("default")) == len(odd)


@pytest.mark.parametrize("code", [4003, 4004, 1008])
async def test_why_somebody_was_sent_away_is_a_line(code: int) -> None:
    async def serve(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(welcome())
        await connection.close(code, EVIL)

    async with websocket(serve) as there, visiting("Ann", there) as ann:
        await ann.until(lambda: ann.session.phase in (Phase.TURNED_AWAY, Phase.WAITING))
        assert "\u202e" not in ann.session.detail
        assert "\x07" not in ann.session.detail
        assert ann.session.detail == faults.closed(code, EVIL)


async def test_a_host_who_asks_for_a_password_again_and_again_gets_each_once() -> None:
    """No loop in which whatever was typed is shown as often as the host likes."""
    heard: list[dict[str, Any]] = []
    asked = asyncio.Event()

    async def serve(connection: ServerConnection) -> None:
        async for text in connection:
            heard.append(json.loads(text))
            await connection.send(frame("error", reason="auth_failed", detail=EVIL * 1_000))
            asked.set()

    session = Session("Ann", credentials=Credentials(password="Correct-Horse"))
    async with websocket(serve) as there, visiting("Ann", there, session=session) as ann:
        await ann.until(lambda: session.phase is Phase.ASKED)
        assert len(heard) == 1
        await asked.wait()
        ann.do("offer", Credentials(password="Other"), ann.connection._clock())
        await ann.until(lambda: len(heard) == 2 and session.phase is Phase.ASKED)
        assert [each["payload"].get("auth") for each in heard] == [{"password": "Correct-Horse"}, {"password": "Other"}]


@pytest.mark.parametrize(
    ("nonce", "good"),
    [("", False), ("x", False), ("n" * 23, False), ("n" * 21, False), ("\u00e9" * 22, False), ("n" * 22, True)],
)
async def test_a_nonce_that_is_none_has_no_name_proven(nonce: str, good: bool) -> None:
    signed: list[str] = []

    def sign(pin: str, given: str, name: str) -> tuple[str, str]:
        signed.append(given)
        return "k", "p"

    async def serve(connection: ServerConnection) -> None:
        await connection.recv()
        await connection.send(welcome())
        await connection.send(frame("message", **{"from": "Bo", "room": "default", "message": "the end"}))
        await connection.wait_closed()

    def nonsense(connection: Any, request: Any, response: Any) -> None:
        response.headers["Chatapp-Nonce"] = nonce.encode("latin-1", "replace").decode("latin-1")

    async with (
        websocket(serve, process_response=nonsense, ssl=HostKey.make().context()) as there,
        visiting("Ann", typed(there), session=Session("Ann", signer=sign)) as ann,
    ):
        await ann.until(lambda: ann.session.phase is Phase.ONLINE or ann.session.phase is Phase.WAITING)
    assert signed == [nonce] * good
