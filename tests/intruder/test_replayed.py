"""Whatever somebody has recorded of another's entrance is worth nothing later, elsewhere, or to them."""

import asyncio
import secrets
import sys
import time

import pytest

from chatapp.protocol.messages.base import Identify
from chatapp.protocol.messages.hosting import Ban
from chatapp.protocol.messages.rich import Capability, Welcome
from chatapp.rooms import office
from chatapp.rooms.origin import Origin
from chatapp.security.identity import is_proven, prove, public_key
from chatapp.server import service
from chatapp.storage.memory import MemoryStorage
from tests.intruder.wire import ALL, Guest, guest, serving
from tests.rooms.shell import Shell, refusal

ANN, EVE = bytes(32), bytes(range(32))


async def test_a_proof_is_for_one_connection_one_name_and_one_server() -> None:
    async with serving() as (server, port), guest(port) as ann:
        proof = ann.proof(ANN, server.pin, "Ann")
        async with guest(port) as eve:
            assert await eve.refused("Ann", **proof) == "auth_failed", "another connection"
        async with guest(port) as eve:
            own = eve.proof(EVE, server.pin, "Ann")["proof"]
            assert await eve.refused("Ann", key=proof["key"], proof=own) == "auth_failed", "another's key"
    async with serving() as (server, port), guest(port) as ann, guest(port) as bo:
        assert await ann.refused("Anna", **ann.proof(ANN, server.pin, "Ann")) == "auth_failed", "another name"
        other = {"key": public_key(ANN), "proof": prove(ANN, "A" * 43, bo.nonce, "Ann")}
        assert await bo.refused("Ann", **other) == "auth_failed", "another server"
        welcome = await ann.identify("Ann", *ALL, **ann.proof(ANN, server.pin, "Ann"))
        assert welcome["proven"], "the right one is"


async def test_a_proof_is_good_once_more_on_its_own_connection_alone() -> None:
    """The nonce is the connection's: said again there it is no replay, and it is refused like any second identify."""
    async with serving() as (server, port), guest(port) as ann:
        proof = ann.proof(ANN, server.pin, "Ann")
        assert await ann.refused("Ann", **proof) == ""
        assert (await ann.ask("rename", newUsername="Anna"))["action"] == "renamed"
        await ann.say("identify", username="Ann", auth=proof, capabilities=ALL)
        assert (await ann.hear("error"))["reason"] == "already_identified"


async def test_no_two_connections_have_the_same_nonce() -> None:
    async with serving() as (_, port):
        nonces = set()
        for secure in (True, False) * 5:
            async with guest(port, secure=secure) as one:
                nonces.add(one.nonce)
        assert len(nonces) == 10
        assert {len(each) for each in nonces} == {22}


async def test_a_token_is_good_once() -> None:
    async with serving() as (_, port), guest(port) as ann:
        stolen = (await ann.identify("Ann", *ALL))["resume"]
        assert (await ann.ask("createRoom", room="tea"))["action"] == "roomsList"
        async with guest(port) as again:
            welcome = await again.identify("Ann", *ALL, resume=stolen)
            assert welcome["resume"] not in ("", stolen)
            await again.ask("roomsList")  # it has arrived
            assert await ann.closed() == 4001
            async with guest(port) as eve:
                assert await eve.refused("Ann", resume=stolen) == "username_taken"
                assert await eve.refused("Eve", resume=stolen) == ""
                assert (await eve.ask("deleteRoom", room="tea"))["reason"] == "not_allowed"


@pytest.mark.usefixtures("apart")
async def test_a_token_that_was_shown_in_the_clear_is_nobodys_any_more() -> None:
    async with serving() as (_, port), guest(port) as ann:
        token = (await ann.identify("Ann", *ALL))["resume"]
        await ann.ask("createRoom", room="tea")
        await ann.vanish()
        async with guest(port, secure=False) as careless:
            assert (await careless.identify("Ann", *ALL, resume=token))["capabilities"] == [
                "rich",
                "history",
                "presence",
            ]
        async with guest(port) as eve:
            assert await eve.refused("Eve", resume=token) == ""
            assert (await eve.ask("deleteRoom", room="tea"))["reason"] == "not_allowed"


async def test_no_token_is_better_than_a_wrong_one() -> None:
    """Guessing tells nothing: whatever is shown, one comes in as a stranger."""
    async with serving(rate_limits=False) as (_, port), guest(port) as ann:
        token = (await ann.identify("Ann", *ALL))["resume"]
        for number, wrong in enumerate(("", "x", token[:-1], token + "A", token.swapcase(), "ü" * 43, "x" * 256)):
            async with guest(port) as eve:
                assert await eve.refused("Ann", resume=wrong) == "username_taken"
                assert await eve.refused(f"Eve {number}", resume=wrong) == ""


async def in_charge(port: int, steward: str) -> Guest:
    host = await Guest.come(port)
    assert (await host.identify("Host", *ALL, admin=steward))["admin"]
    return host


async def test_an_invite_that_was_revoked() -> None:
    async with serving(invite_only=True) as (server, port):
        host = await in_charge(port, server.steward)
        link = (await host.ask("createInvite"))["link"]
        secret = link.partition("k=")[2]
        async with guest(port) as bo:
            assert await bo.refused("Bo", invite=secret) == ""
        [known] = (await host.ask("getInvites"))["invites"]
        assert known["used"] == 1
        await host.ask("revokeInvite", id=known["id"])
        async with guest(port) as eve:
            assert await eve.refused("Eve", invite=secret) == "auth_failed"
            assert await eve.refused("Eve") == "auth_required"
        await host.go()


async def test_an_invite_that_has_expired() -> None:
    async with serving(invite_only=True) as (server, port):
        host = await in_charge(port, server.steward)
        until = int(time.time() * 1000) + 1_000
        secret = (await host.ask("createInvite", until=until))["link"].partition("k=")[2]
        async with guest(port) as bo:
            assert await bo.refused("Bo", invite=secret) == ""
        await asyncio.sleep(max(0, until / 1000 - time.time()) + 0.01)
        async with guest(port) as eve:
            assert await eve.refused("Eve", invite=secret) == "auth_failed"
        await host.go()


async def test_the_secret_of_a_server_ends_with_it() -> None:
    async with serving() as (server, _):
        earlier = server.steward
    async with serving() as (server, port), guest(port) as eve:
        assert await eve.refused("Eve", admin=earlier) == "auth_failed"
        await (await in_charge(port, server.steward)).go()


async def test_who_was_banned_has_nothing_left_that_lets_in() -> None:
    async with serving() as (server, port), guest(port) as eve:
        host = await in_charge(port, server.steward)
        welcome = await eve.identify("Eve", *ALL, **eve.proof(EVE, server.pin, "Eve"))
        assert (await host.ask("ban", key=public_key(EVE), why="No."))["action"] == "bans"
        assert await eve.closed() == 4004
        for auth in ({"resume": welcome["resume"]}, {}):
            async with guest(port) as again:
                assert await again.refused("Eve", **auth, **again.proof(EVE, server.pin, "Eve")) == "banned"
                assert await again.closed() == 4004
        async with guest(port) as again:  # without the key, a token is not theirs any more, and the name is another's
            answer = await again.identify("Eve", *ALL, resume=welcome["resume"])
            assert answer["reason"] == "username_taken"
        await host.go()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a computer has one loopback address")
async def test_a_ban_by_address_holds_for_old_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    # The host is on this computer, and whoever comes from 127.0.0.9 is not.
    monkeypatch.setattr(service, "is_loopback", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(office, "is_loopback", lambda address: address == "127.0.0.1")
    async with serving() as (server, port), guest(port, source="127.0.0.9") as eve:
        host = await in_charge(port, server.steward)
        welcome = await eve.identify("Eve", *ALL)
        assert (await host.ask("ban", address="127.0.0.9"))["action"] == "bans"
        assert await eve.closed() == 4004
        async with guest(port, source="127.0.0.9") as again:
            assert await again.refused("Eva", resume=welcome["resume"]) == "banned"
            assert await again.closed() == 4004
        async with guest(port, source="127.0.0.8") as bo:
            assert await bo.refused("Eve") == "", "the name is free"
        await host.go()


@pytest.mark.parametrize("when", ["before it stopped", "since it runs again"])
def test_a_restart_does_not_let_a_banned_person_back_without_their_key(when: str) -> None:
    """A token does not say whose key it was given to; the name that it gives back does."""
    pin, nonce = "A" * 43, "n" * 22
    far = Origin("192.0.2.1", secure=True, nonce=nonce)
    storage = MemoryStorage()

    def running(host: str) -> Shell:
        shell = Shell(storage=storage, is_proven=is_proven, steward="right", token=secrets.token_urlsafe)
        shell.hub.announce(pin, ())
        shell.connect("host")
        shell.ask("host", Identify(host, [*Capability], {"admin": "right"}))
        return shell

    first = running("Host")
    first.connect("eve", far)
    auth = {"key": public_key(EVE), "proof": prove(EVE, pin, nonce, "Eve")}
    first.ask("eve", Identify("Eve", [*Capability], auth))
    token = next(frame.resume for frame in first.frames["eve"] if isinstance(frame, Welcome))
    if when == "before it stopped":
        first.leave("eve")
        first.ask("host", Ban(key=public_key(EVE)))
    second = running("Host again")
    if when == "since it runs again":
        second.ask("host", Ban(key=public_key(EVE)))
    second.connect("eve", far)
    seen = second.ask("eve", Identify("Eve", [*Capability], {"resume": token}))
    assert refusal(seen) in ("banned", "username_taken")
    assert second.hub.name_of("eve") is None
