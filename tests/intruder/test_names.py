"""Taking somebody else's name: freed ones, reserved ones, what looks like them, and races for them."""

import asyncio

import pytest

from chatapp.protocol.messages.base import Identify, Rename
from chatapp.protocol.messages.hosting import SetServer
from chatapp.protocol.messages.rich import Capability
from chatapp.rooms import keys
from chatapp.rooms.origin import Origin
from chatapp.security.identity import is_proven, prove, public_key
from tests.intruder.wire import ALL, Guest, guest, serving
from tests.rooms.shell import Shell, refusal

ANN, EVE = bytes(32), bytes(range(32))
ALIKE = ["Ann", "ANN", "ann", "Аnn", "Ａnn", " Ann ", "Anո"]
"""Cyrillic, full width, Armenian"""


async def test_a_name_that_is_free_again_gives_nothing_of_what_its_holder_had() -> None:
    async with serving() as (server, port), guest(port) as ann, guest(port) as bo:
        await ann.identify("Ann", *ALL, admin=server.steward)
        await ann.ask("createRoom", room="tea")
        said = await ann.ask("sendMessage", room="default", message="mine", id="1")
        assert (await bo.identify("Bo", *ALL)).get("admin", False) is False
        await ann.go()
        async with guest(port) as eve:
            welcome = await eve.identify("Ann", *ALL)
            assert welcome["username"] == "Ann"
            assert not welcome.get("admin")
            assert not welcome.get("proven")
            for action, more in (
                ("deleteRoom", {"room": "tea"}),
                ("setRoom", {"room": "tea", "slow": 5}),
                ("editMessage", {"room": "default", "target": said["seq"], "message": "yours", "id": "2"}),
                ("deleteMessage", {"room": "default", "target": said["seq"], "id": "3"}),
                ("getPeople", {}),
            ):
                assert (await eve.ask(action, **more))["reason"] == "not_allowed", action


@pytest.mark.parametrize("name", ALIKE)
async def test_a_name_that_is_reserved_is_by_its_looks(name: str) -> None:
    async with serving() as (server, port):
        async with guest(port) as ann:
            assert (await ann.identify("Ann", *ALL, **ann.proof(ANN, server.pin, "Ann")))["proven"]
            await ann.go()
        async with guest(port) as eve:
            for auth in ({}, eve.proof(EVE, server.pin, name)):
                answer = await eve.identify(name, *ALL, **auth)
                assert answer["reason"] == "username_taken"
                assert "reserved" in answer["detail"]
            assert (await eve.identify("Eve"))["action"] == "joined"
            await eve.say("rename", newUsername=name)
            assert (await eve.hear("error"))["reason"] == "username_taken"
        async with guest(port) as again:
            assert await again.refused("Ann", **again.proof(ANN, server.pin, "Ann")) == ""


async def test_a_name_that_looks_like_two_takes_neither() -> None:
    """“BiIl” is one's by its letters, and the other's by its looks; whoever has the one got the other by it."""
    async with serving() as (server, port):
        async with guest(port) as bill:
            await bill.identify("Bill", *ALL, **bill.proof(ANN, server.pin, "Bill"))
            await bill.go()
        async with guest(port) as eve:
            await eve.identify("biil", *ALL, **eve.proof(EVE, server.pin, "biil"))
            assert (await eve.ask("rename", newUsername="BiIl"))["reason"] == "username_taken"
            await eve.go()
        async with guest(port) as eve:
            assert await eve.refused("BiIl", **eve.proof(EVE, server.pin, "BiIl")) == "username_taken"
        async with guest(port) as eve:
            assert await eve.refused("Bill", **eve.proof(EVE, server.pin, "Bill")) == "username_taken"
        async with guest(port) as bill:
            assert await bill.refused("Bill", **bill.proof(ANN, server.pin, "Bill")) == ""


async def test_a_token_is_no_way_to_a_name_that_waits_for_a_key() -> None:
    """Whoever has got hold of one is who it says for two minutes, and not for three months."""
    async with serving() as (server, port):
        async with guest(port) as ann:
            token = (await ann.identify("Ann", *ALL, **ann.proof(ANN, server.pin, "Ann")))["resume"]
        async with guest(port) as eve:
            auth = {"resume": token, **eve.proof(EVE, server.pin, "Ann")}
            assert await eve.refused("Ann", **auth) == "username_taken"
        async with guest(port) as ann:
            assert await ann.refused("Ann", **ann.proof(ANN, server.pin, "Ann")) == ""
            await ann.go()
        async with guest(port) as eve:
            assert await eve.refused("Ann", **eve.proof(EVE, server.pin, "Ann")) == "username_taken"


async def test_two_keys_for_one_name_at_the_same_moment() -> None:
    async with serving(rate_limits=False) as (server, port):
        people = [await Guest.come(port) for _ in range(8)]
        seeds = [bytes([number]) * 32 for number in range(8)]
        for one, seed in zip(people, seeds, strict=True):
            auth = one.proof(seed, server.pin, "Ann")
            await one.say("identify", username="Ann", capabilities=ALL, auth=auth)
        answers = await asyncio.gather(*(one.hear("welcome", "error") for one in people))
        [winner] = [number for number, answer in enumerate(answers) if answer["action"] == "welcome"]
        for one in people:
            await one.go()
        for number, seed in enumerate(seeds):
            async with guest(port) as one:
                right = await one.refused("Ann", **one.proof(seed, server.pin, "Ann")) == ""
                assert right is (number == winner)
                await one.go()


async def test_a_race_of_renames() -> None:
    """One gets the name, and keeps it; nobody has two, and nobody is left without one."""
    async with serving(rate_limits=False) as (server, port):
        people = [await Guest.come(port) for _ in range(6)]
        for number, one in enumerate(people):
            seed = bytes([number]) * 32
            await one.identify(f"P{number}", *ALL, **one.proof(seed, server.pin, f"P{number}"))
        answers = await asyncio.gather(*(one.ask("rename", newUsername="Ann") for one in people))
        assert sorted(answer["action"] for answer in answers) == ["error"] * 5 + ["renamed"]
        members = (await people[0].ask("getMembers", room="default"))["members"]
        winner = next(number for number, answer in enumerate(answers) if answer["action"] == "renamed")
        assert sorted(members) == sorted({f"P{number}" for number in range(6)} - {f"P{winner}"} | {"Ann"})
        for one in people:
            await one.vanish()


@pytest.mark.parametrize(
    "name", ["admin", "Admin", "аdmin", "server", "SYSTEM", "sуstem", "se\u200brver", "Ann\u202e", "a\nb", ""]
)
async def test_names_that_are_nobodys(name: str) -> None:
    async with serving() as (server, port), guest(port) as eve:
        for auth in ({}, {"admin": server.steward}, eve.proof(EVE, server.pin, name)):
            assert await eve.refused(name, **auth) == "invalid_username"


def test_thousands_of_keys_take_nobodys_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys cost nothing. Whoever comes back on another day keeps their name, however many are made."""
    monkeypatch.setattr(keys, "NAMES", 20)
    shell = Shell(is_proven=is_proven)
    shell.hub.announce("A" * 43, ())

    def come(seed: bytes, name: str) -> str | None:
        shell.connect(name, Origin("192.0.2.1", secure=True, nonce="n" * 22))
        auth = {"key": public_key(seed), "proof": prove(seed, "A" * 43, "n" * 22, name)}
        seen = shell.ask(name, Identify(name, [*Capability], auth))
        shell.leave(name, polite=True)
        return refusal(seen)

    assert come(ANN, "Ann") is None
    shell.wait(25 * 60 * 60)
    assert come(ANN, "Ann") is None
    for number in range(1, 101):
        come(number.to_bytes(32), f"Eve {number}")
    assert come(EVE, "Ann") == "username_taken"
    assert come(ANN, "Ann") is None


def test_a_rename_of_a_connection_that_waits_is_not_carried_out_first() -> None:
    """What somebody says before their password was looked at comes after it, or never."""
    shell = Shell(steward="right")
    shell.connect("host")
    shell.ask("host", Identify("Host", [*Capability], {"admin": "right"}), SetServer(password="tea"))
    shell.looks = False
    shell.connect("eve", Origin("192.0.2.1", secure=True))
    shell.ask("eve", Identify("Eve", [*Capability], {"password": "wrong"}), Rename("Host"), SetServer(password=""))
    assert shell.take("eve") == []
    shell.look()
    assert {frame.reason for frame in shell.take("eve")} <= {"auth_failed", "not_identified"}  # type: ignore[union-attr]
    assert shell.hub.state().password
