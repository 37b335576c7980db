"""Every act of those who are in charge, without the right to it, over the wire."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any, get_args

import pytest
from websockets.exceptions import ConnectionClosed

from chatapp.protocol.messages.base import Identify
from chatapp.protocol.messages.hosting import Acts, AdminRequest, GetActs, SetServer
from chatapp.protocol.messages.rich import Capability
from chatapp.server.server import Server
from tests.intruder.wire import ALL, Guest, guest, serving
from tests.rooms.shell import Shell

ACTS: dict[str, dict[str, Any]] = {
    "getServer": {},
    "setServer": {"password": "", "locked": False, "plain": True, "name": "Eve's"},
    "getPeople": {},
    "kick": {"id": 1, "why": "mine"},
    "ban": {"address": "192.0.2.1"},
    "unban": {"id": "x"},
    "getBans": {},
    "setRoom": {"room": "tea", "announce": True},
    "createInvite": {"room": "default"},
    "revokeInvite": {"id": "x"},
    "getInvites": {},
    "getActs": {},
}
GUEST = tuple(capability for capability in ALL if capability != "admin")


def test_no_act_is_left_out() -> None:
    assert sorted(ACTS) == sorted(kind.action for kind in get_args(AdminRequest))


class Place:
    """A server with somebody in charge, a room of Ann's, an invite and a ban."""

    def __init__(self, server: Server, port: int, host: Guest) -> None:
        self.server, self.port, self.host = server, port, host
        self.ids: dict[str, Any] = {}

    async def state(self) -> str:
        """All that somebody without the right could have changed."""
        asked = [await self.host.ask(action) for action in ("getServer", "getBans", "getInvites", "getActs")]
        for each in asked:
            del each["ref"]
        members = await self.host.ask("getMembers", room="tea")
        return json.dumps([*asked, members.get("announce", False)])

    def act(self, action: str) -> dict[str, Any]:
        """What would do something, if it were carried out."""
        wanted = dict(ACTS[action])
        return wanted | ({"id": self.ids[action]} if action in self.ids else {})


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    async with serving(rate_limits=False) as (server, port), guest(port) as host, guest(port) as ann:
        made = Place(server, port, host)
        await host.identify("Host", *ALL, admin=server.steward)
        await ann.identify("Ann", *ALL)
        await ann.ask("createRoom", room="tea")
        people = (await host.ask("getPeople"))["people"]
        made.ids["kick"] = next(one["id"] for one in people if one["username"] == "Ann")
        made.ids["unban"] = (await host.ask("ban", address="198.51.100.7"))["bans"][0]["id"]
        made.ids["revokeInvite"] = (await host.ask("createInvite"))["invites"][0]["id"]
        yield made


@pytest.mark.parametrize("action", ACTS)
async def test_by_somebody_without_the_right(place: Place, action: str) -> None:
    before = await place.state()
    async with guest(place.port) as base:
        await base.identify("Base")
        await base.say(action, **place.act(action))
        assert (await base.hear("error"))["reason"] == "unknown_action"
        await base.say(action, ref="x" * 70, **place.act(action))
        assert (await base.hear("error"))["reason"] == "unknown_action"
    async with guest(place.port) as rich:
        await rich.identify("Rich", *GUEST)
        assert (await rich.ask(action, **place.act(action)))["reason"] == "unknown_action"
    async with guest(place.port) as eve:
        welcome = await eve.identify("Eve", *ALL)
        assert "admin" in welcome["capabilities"]
        assert not welcome.get("admin")
        assert (await eve.ask(action, **place.act(action)))["reason"] == "not_allowed"
    async with guest(place.port) as nobody:
        await nobody.say(action, **place.act(action))
        assert (await nobody.hear("error"))["reason"] in ("not_identified", "unknown_action")
    assert await place.state() == before


@pytest.mark.parametrize("action", ACTS)
async def test_by_somebody_who_shows_the_secret_in_a_way_that_does_not_count(place: Place, action: str) -> None:
    """To have the secret is not enough where it was not asked for, was shown wrongly, or by another."""
    before = await place.state()
    steward = place.server.steward
    async with guest(place.port) as one:  # the capability was not negotiated: the right is there, the acts are not
        assert (await one.identify("One", *GUEST, admin=steward))["admin"]
        assert (await one.ask(action, **place.act(action)))["reason"] == "unknown_action"
    for auth in ({"password": steward}, {"invite": steward}, {"resume": steward}):
        async with guest(place.port) as eve:
            if await eve.refused("Eve", **auth) == "":
                assert (await eve.ask(action, **place.act(action)))["reason"] == "not_allowed"
    assert await place.state() == before


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("action", ACTS)
async def test_by_somebody_whose_line_others_read(action: str) -> None:
    async with serving() as (server, port), guest(port, secure=False) as one:
        assert await one.refused("One", admin=server.steward) == "insecure"
        assert (await one.identify("One", *ALL))["action"] == "welcome"
        assert (await one.ask(action, **ACTS[action]))["reason"] == "unknown_action"


async def test_the_owner_of_one_room_has_none_in_another(place: Place) -> None:
    async with guest(place.port) as eve:
        await eve.identify("Eve", *ALL)
        await eve.ask("createRoom", room="mine")
        assert (await eve.ask("setRoom", room="mine", announce=True))["action"] == "roomState"
        for room in ("tea", "default"):
            assert (await eve.ask("setRoom", room=room, announce=True))["reason"] == "not_allowed"
            assert (await eve.ask("setRoom", room=room))["reason"] == "not_allowed", "not even to ask"
        assert (await eve.ask("deleteRoom", room="tea"))["reason"] == "not_allowed"
        said = await place.host.ask("sendMessage", room="default", message="hello", id="1")
        for room in ("mine", "default"):
            target = {"room": room, "target": said["seq"], "id": room}
            assert (await eve.ask("deleteMessage", **target))["action"] == "error"
        assert (await place.host.ask("sendMessage", room="mine", message="x", id="2"))["reason"] == "not_in_room"


async def test_an_owner_who_is_gone_owns_nothing_by_name(place: Place) -> None:
    async with guest(place.port) as eve:
        await eve.identify("Eve", *ALL)
        await eve.ask("createRoom", room="mine")
        await place.host.ask("kick", id=[*(await place.host.ask("getPeople"))["people"]][-1]["id"])
        assert await eve.closed() == 4003
    async with guest(place.port) as eve:
        await eve.identify("Eve", *ALL)
        assert (await eve.ask("setRoom", room="mine", slow=1))["reason"] == "not_allowed"


async def test_one_in_charge_who_was_sent_away_is_in_charge_of_nothing(place: Place) -> None:
    async with guest(place.port) as other:
        welcome = await other.identify("Other", *ALL, admin=place.server.steward)
        people = (await place.host.ask("getPeople"))["people"]
        await place.host.ask("kick", id=next(one["id"] for one in people if one["username"] == "Other"))
        with suppress(ConnectionClosed):  # it may have heard of it already
            await other.say("setServer", name="mine", ref="late")
        assert await other.closed() == 4003
    async with guest(place.port) as again:
        back = await again.identify("Other", *ALL, resume=welcome["resume"])
        assert not back.get("admin")
        assert (await again.ask("getPeople"))["reason"] == "not_allowed"
    assert (await place.host.ask("getServer"))["name"] == ""


async def test_who_comes_back_is_in_charge_only_with_the_secret(place: Place) -> None:
    """The token gives back name and rooms; being in charge is the connection's."""
    async with guest(place.port) as other:
        token = (await other.identify("Other", *ALL, admin=place.server.steward))["resume"]
    async with guest(place.port) as thief:
        welcome = await thief.identify("Other", *ALL, resume=token)
        assert welcome["username"] == "Other"
        assert not welcome.get("admin")
        assert (await thief.ask("setServer", password=""))["reason"] == "not_allowed"
    async with guest(place.port) as other:
        assert (await other.identify("Other", *ALL, resume=welcome["resume"], admin=place.server.steward))["admin"]


async def test_who_takes_over_a_connection_in_charge_is_not(place: Place) -> None:
    """The same key on a second computer of the same person: the right is where the secret was shown."""
    seed = bytes(range(32))
    async with guest(place.port) as one, guest(place.port) as two:
        proof = one.proof(seed, place.server.pin, "Otto")
        assert (await one.identify("Otto", *ALL, admin=place.server.steward, **proof))["admin"]
        welcome = await two.identify("Otto", *ALL, **two.proof(seed, place.server.pin, "Otto"))
        assert await one.closed() == 4001
        assert not welcome.get("admin")
        assert (await two.ask("getActs"))["reason"] == "not_allowed"


async def test_what_those_in_charge_may_not_do_either(place: Place) -> None:
    """Nobody is shut out of their own server, and no act is of this computer's own address."""
    host = place.host
    people = (await host.ask("getPeople"))["people"]
    own = next(one["id"] for one in people if one["username"] == "Host")
    assert (await host.ask("kick", id=own))["reason"] == "bad_request"
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.8.8", "x", "0.0.0.0/0", "::/0", "10.0.0.0/8"):
        assert (await host.ask("ban", address=address))["reason"] == "bad_request", address
    assert (await host.ask("ban", key="x"))["reason"] == "bad_request"
    assert (await host.ask("setServer", people=0))["reason"] == "bad_request"
    assert (await host.ask("setServer", name="a\u202eb"))["reason"] == "bad_request"
    assert (await host.ask("kick", id=10**30))["action"] == "error"


async def test_no_secret_stands_in_any_answer_or_log(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    host = place.host
    await host.ask("setServer", password="Correct-Horse")
    link = (await host.ask("createInvite", label="L"))["link"]
    secret = link.partition("k=")[2]
    assert secret
    answers = [await host.ask(action) for action in ("getServer", "getPeople", "getBans", "getInvites", "getActs")]
    told = json.dumps(answers) + caplog.text
    for each in ("Correct-Horse", secret, place.server.steward, "scrypt"):
        assert each not in told
    assert "setServer" in told, "it was looked at"


def test_who_sets_a_password_and_vanishes_stands_in_the_log_all_the_same() -> None:
    shell = Shell(steward="right")
    shell.looks = False
    for who in ("eve", "host"):
        shell.connect(who)
        shell.ask(who, Identify(who, [*Capability], {"admin": "right"}))
    shell.ask("eve", SetServer(password="mine"))
    shell.leave("eve")
    shell.look()
    assert shell.hub.state().password
    shell.ask("host", GetActs())
    acts = shell.frames["host"][-1]
    assert isinstance(acts, Acts)
    assert [(act.by, act.act, act.detail) for act in acts.acts] == [("eve", "setServer", "password: yes")]
