"""Guessing what lets in: over the wire, by reconnecting, from many addresses, and what that costs the server."""

import secrets
import sys
import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from chatapp.protocol import limits
from chatapp.protocol.messages.base import Identify, SendMessage
from chatapp.protocol.messages.hosting import CreateInvite, SetServer
from chatapp.protocol.messages.rich import Capability
from chatapp.rooms import admission, guesses, invites
from chatapp.rooms.origin import Origin
from chatapp.security import passwords
from tests.intruder.wire import ALL, Guest, guest, serving
from tests.rooms.shell import Shell, refusal

SEED = bytes(32)

Guess = Callable[[Guest], dict[str, str]]
GUESSES: dict[str, Guess] = {
    "password": lambda _: {"password": secrets.token_hex()},
    "invite": lambda _: {"invite": secrets.token_urlsafe()},
    "admin": lambda _: {"admin": secrets.token_urlsafe()},
    "proof": lambda guest: guest.proof(SEED, "A" * 43, "Eve"),
}


@pytest.mark.parametrize("what", GUESSES)
async def test_three_guesses_a_minute_however_one_connects(what: str) -> None:
    guess = GUESSES[what]
    async with serving(password="tea") as (server, port):
        for number in range(limits.TRIES):
            async with guest(port) as eve:
                assert await eve.refused(f"Eve {number}", **guess(eve)) == "auth_failed"
        async with guest(port) as eve:
            assert await eve.refused("Eve", **guess(eve)) == "rate_limited"
            # Now the right ones are not looked at either, so that an answer tells nothing.
            for right in ({"password": "tea"}, {"admin": server.steward}):
                assert await eve.refused("Eve", **right, **eve.proof(SEED, server.pin, "Eve")) == "rate_limited"


async def test_who_is_known_comes_back_while_somebody_of_their_address_guesses() -> None:
    """Three wrong words a minute by one child would keep a whole school out: it is one address to a host elsewhere."""
    async with serving(password="tea") as (server, port):
        async with guest(port) as ann:
            auth = {"password": "tea", **ann.proof(SEED, server.pin, "Ann")}
            token = (await ann.identify("Ann", *ALL, **auth))["resume"]
        for number in range(limits.TRIES + 1):
            async with guest(port) as eve:
                await eve.refused(f"Eve {number}", password=str(number))
        for shown in ({"resume": token}, {"password": "tea"}, {"invite": "old"}):
            async with guest(port) as ann:
                assert await ann.refused("Ann", **shown, **ann.proof(SEED, server.pin, "Ann")) == ""
        async with guest(port) as bo:
            assert await bo.refused("Bo", password="tea") == "rate_limited"
            assert await bo.refused("Bo", admin=server.steward) == "rate_limited"
    async with serving() as (server, port):  # nor is anybody kept out of where everybody may come in
        for number in range(limits.TRIES + 1):
            async with guest(port) as eve:
                await eve.refused(f"Eve {number}", admin="x")
        async with guest(port) as bo:
            assert await bo.refused("Bo", invite="old", **bo.proof(SEED, server.pin, "Bo")) == ""


async def test_on_one_connection_and_of_several_kinds_they_are_counted_together() -> None:
    async with serving(password="tea") as (_, port), guest(port) as eve:
        for what in ("password", "admin", "proof"):
            assert await eve.refused("Eve", **GUESSES[what](eve)) == "auth_failed"
        assert await eve.refused("Eve", password="tea") == "rate_limited"


async def test_all_at_once_there_are_no_more() -> None:
    """However many connections are there before the first guess is looked at."""
    async with serving(password="tea") as (_, port):
        people = [await Guest.come(port) for _ in range(12)]
        for number, eve in enumerate(people):
            await eve.say("identify", username=f"Eve {number}", capabilities=ALL, auth={"password": str(number)})
        reasons = [(await eve.hear("error"))["reason"] for eve in people]
        for eve in people:
            await eve.vanish()
        assert reasons.count("auth_failed") == limits.TRIES
        assert reasons.count("rate_limited") == 12 - limits.TRIES


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a computer has one loopback address")
async def test_others_come_in_meanwhile() -> None:
    async with serving(password="tea") as (_, port):
        for number in range(limits.TRIES + 1):
            async with guest(port, source="127.0.0.9") as eve:
                assert await eve.refused(f"Eve {number}", password="x")
        async with guest(port, source="127.0.0.8") as bo:
            assert await bo.refused("Bo", password="tea") == ""


async def test_a_name_that_is_no_secret_is_not_counted() -> None:
    """Nor is an open server's guest, whatever they show."""
    async with serving() as (_, port):
        for number in range(limits.TRIES + 1):
            async with guest(port) as bo:
                assert await bo.refused(f"Bo {number}", password="x", invite="y") == ""


# Thousands of addresses


def locked() -> Shell:
    shell = Shell(steward="right")
    shell.connect("host")
    shell.ask("host", Identify("Host", [*Capability], {"admin": "right"}))
    shell.ask("host", SetServer(password="tea"))
    return shell


def attempt(shell: Shell, address: str, **auth: str) -> str | None:
    shell.connect("eve", Origin(address, secure=True))
    seen = shell.ask("eve", Identify("Eve", [*Capability], auth))
    shell.leave("eve")
    return refusal(seen)


@pytest.mark.parametrize("secret", ["password", "admin", "invite"])
def test_a_network_of_its_own_is_one_guesser(secret: str) -> None:
    """A computer takes any of 2^64 addresses; and IPv4 is IPv4, whatever carries it."""
    shell = locked()
    told = [attempt(shell, f"2001:db8:0:1::{number:x}", **{secret: "x"}) for number in range(5)]
    assert told == ["auth_failed"] * 3 + ["rate_limited"] * 2
    assert attempt(shell, "2001:db8:0:2::1", **{secret: "x"}) == "auth_failed"
    told = [attempt(shell, f"{carried}192.0.2.9", **{secret: "x"}) for carried in ("", "::ffff:", "::FFFF:", "")]
    assert told == ["auth_failed"] * 3 + ["rate_limited"]
    shell.wait(limits.STRIKE_WINDOW)
    assert attempt(shell, "2001:db8:0:1::9", **{secret: "x"}) == "auth_failed"


def test_thousands_of_guessers_take_no_more_memory_than_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "MOST", 512)
    shell = locked()

    def come(first: int, last: int) -> None:
        for number in range(first, last):
            attempt(shell, f"2001:db8:{number:x}::1", admin="x")

    come(0, guesses.MOST)
    shell.frames.clear()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        come(guesses.MOST, 2 * guesses.MOST)
        shell.frames.clear()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert len(shell.hub._house.book.guesses._wrong) == guesses.MOST
    # What was there before the measure began is replaced by what is seen by it: some 300 bytes each, and no more.
    assert grown < 600 * guesses.MOST


def test_whoever_guessed_last_is_remembered_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other addresses push out those that guessed least lately; so many are not to be had for one more guess."""
    monkeypatch.setattr(guesses, "MOST", 512)
    shell = locked()
    for _ in range(3):
        attempt(shell, "192.0.2.9", admin="x")
    for number in range(guesses.MOST - 1):
        attempt(shell, f"2001:db8:{number:x}::1", admin="x")
    assert attempt(shell, "192.0.2.9", admin="right") == "rate_limited"


def test_who_waits_for_a_look_at_a_password_has_others_wait_for_no_memory() -> None:
    """What is held for somebody who is not in yet has an end, in bytes too."""
    shell = locked()
    shell.looks = False
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for number in range(5):
            who = f"eve {number}"
            shell.connect(who, Origin("192.0.2.9", secure=True))
            shell.ask(who, Identify(who, [*Capability], {"password": "x"}))
            for part in range(40):
                shell.ask(who, SendMessage(f"{part:05}" + "x" * 60_000, "default"))
        held = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert held < 5 * 2 * limits.FRAME + 500_000


def test_secrets_are_compared_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long it takes says nothing of how near a guess was (`hmac.compare_digest`): to the server's secret, to every
    invite's digest, to a password's. A token is looked up by its digest, of which a guesser chooses no letter."""
    seen: list[object] = []

    def compare(one: Any, other: Any) -> bool:
        seen.append(other)
        return bool(one == other)

    for module in (admission, invites, passwords):
        monkeypatch.setattr(module, "compare_digest", compare)
    shell = locked()
    shell.ask("host", CreateInvite(), CreateInvite())
    seen.clear()
    attempt(shell, "192.0.2.1", admin="wrong")
    assert seen == [b"right"]
    seen.clear()
    attempt(shell, "192.0.2.2", invite="wrong")
    assert len(seen) == 2
    seen.clear()
    assert passwords.is_right("tea", passwords.hashed("tea"))
    assert len(seen) == 1


def test_a_secret_of_any_kind_of_text_is_no_fault() -> None:
    shell = locked()
    odd: list[Any] = ["ü" * 256, "x" * 257, "\0", 5, None, ["x"], {"a": 1}]
    for secret in odd:
        for kind in ("password", "admin", "invite", "resume", "key", "proof"):
            shell.connect("eve", Origin("192.0.2.1", secure=True))
            assert refusal(shell.ask("eve", Identify("Eve", [*Capability], {kind: secret})))
            shell.leave("eve")
