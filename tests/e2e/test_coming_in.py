"""Who is let in, by what, and whom they find there: passwords, proven names, codes, links from elsewhere."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from chatapp.client import wire
from chatapp.gui.dialogs.invited import Invited
from chatapp.gui.people.model import Role
from chatapp.gui.trust.dialog import TrustDialog
from chatapp.protocol import pin
from chatapp.protocol.invite import Address, Invite
from chatapp.protocol.messages.hosting import GetPeople, Kick
from chatapp.security.certificates import HostKey
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session.acquaintances import Tie
from chatapp.session.changes import Phase
from chatapp.session.ground import Trust
from chatapp.session.known import KnownHost

NewPerson = Callable[[str], Awaitable[Any]]
Until = Callable[[Callable[[], object]], Awaitable[None]]


@asynccontextmanager
async def serving(port: int = 0, **options: Any) -> AsyncIterator[tuple[Server, int]]:
    server = Server(ServerConfig(host="127.0.0.1", port=port, announce=False, **options))
    found = await server.start()
    try:
        yield server, found
    finally:
        await server.stop()


def tie(somebody: Any, name: str) -> Tie:
    """How a person is marked in the list of people."""
    people = somebody.chat.people.people
    rows = [people.index(row) for row in range(people.rowCount())]
    found: Tie = next((row.data(Role.ACQUAINTANCE).tie for row in rows if row.data(Role.NAME) == name), Tie.NONE)
    return found


async def test_a_password_is_asked_for_in_place_and_a_known_key_needs_none(person: NewPerson, until: Until) -> None:
    async with serving(password="tea") as (_, port):
        bo = await person("Bo")
        bo.press("Join a chat")
        bo.type("Server address", f"127.0.0.1:{port}")
        bo.press("Join")
        for word, said in (("coffee", ""), ("tea", "not the password")):
            await until(lambda: bo.sees(QLineEdit, "Password"))
            await until(lambda said=said: said in bo.window.welcome.join.password.error)
            bo.type("Password", word)
            bo.press("Join")
        await until(lambda: bo.online)
        assert bo.chat.bridge.session.proven
        await bo.quit()

        later = await person("Bo")
        await later.join(f"127.0.0.1:{port}")
        assert later.online


async def test_a_password_is_asked_for_with_the_code_of_who_asks(
    person: NewPerson, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "is_here", lambda _: False)
    async with serving(password="tea") as (server, port):
        bo = await person("Bo")
        for code in (pin.code(server.pin), ""):  # the second time, they are no stranger any more
            bo.press("Join a chat")
            bo.type("Server address", f"127.0.0.1:{port}")
            bo.press("Join")
            await until(lambda: bo.sees(QLineEdit, "Password"))
            said = bo.window.welcome.join.password.edit.accessibleDescription()
            assert said.startswith("The host lets in whoever has an invite or knows the password.")
            told = said.replace("\N{NO-BREAK SPACE}", " ")
            assert (code in told) if code else ("first time" not in told)
            bo.press("Back")


async def test_a_password_for_another_host_than_before_is_asked_for_with_a_warning(
    person: NewPerson, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link can name whom it likes: who asks for a password first must not get it before the warning is there, nor
    have it never said, since from then on they are who was there before."""
    monkeypatch.setattr(wire, "is_here", lambda _: False)
    async with serving(password="tea") as (server, port):
        bo = await person("Bo")
        bo.notebook.hosts.keep_host(f"127.0.0.1:{port}", KnownHost(HostKey.make().pin, verified=True))
        bo.press("Join a chat")
        bo.type("Server address", Invite((Address("127.0.0.1", port),), pin=server.pin).link)
        bo.press("Join")
        await until(lambda: bo.sees(QLineEdit, "Password"))
        assert "Another host was here before." in bo.window.welcome.join.password.edit.accessibleDescription()


async def test_people_are_known_again_and_others_are_not_taken_for_them(person: NewPerson, until: Until) -> None:
    async with serving() as (_, port):
        ann, bo = await person("Ann"), await person("Bo")
        for somebody in (ann, bo):
            await somebody.join(f"127.0.0.1:{port}")
        await until(lambda: tie(ann, "Bo") is Tie.PROVEN and tie(bo, "Ann") is Tie.PROVEN)
        await ann.quit()
        await bo.quit()
    async with serving(port) as (_, port):
        ann, bo = await person("Ann"), await person("Bo")
        await ann.join(f"127.0.0.1:{port}")
        await bo.join(f"127.0.0.1:{port}")
        await until(lambda: tie(ann, "Bo") is Tie.MET)
        await bo.quit()
    async with serving(port) as (_, port):
        eve = await person("Eve")
        eve.type("Your name", "Bo")
        await eve.join(f"127.0.0.1:{port}")
        await until(lambda: ann.online and tie(ann, "Bo") is Tie.STRANGER)
        assert "not the Bo whom you know" in ann.chat.notice.text


async def test_a_host_is_checked_once(person: NewPerson, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    # As from another computer.
    monkeypatch.setattr(wire, "is_here", lambda _: False)
    async with serving() as (server, port):
        bo = await person("Bo")
        await bo.join(f"127.0.0.1:{port}")
        ground = bo.chat.bridge.session.ground
        assert (ground.trust, ground.pin, ground.first) == (Trust.SEEN, server.pin, True)
        assert "first time" in bo.chat.notice.text
        bo.press("Compare…")
        await until(lambda: any(dialog.isVisible() for dialog in bo.window.findChildren(TrustDialog)))
        bo.press("It is the same")
        await until(lambda: bo.sees(QAbstractButton, "Encrypted, host checked"))
        await bo.quit()

        later = await person("Bo")
        await later.join(f"127.0.0.1:{port}")
        assert later.sees(QAbstractButton, "Encrypted, host checked")
        assert later.chat.notice.isHidden()


def asked(somebody: Any) -> Invited:
    [dialog] = [found for found in somebody.window.findChildren(Invited) if found.isVisible()]
    return dialog


async def test_a_link_from_elsewhere_is_asked_about_while_hosting(person: NewPerson, until: Until) -> None:
    async with serving() as (server, port):
        ann = await person("Ann")
        own = await ann.host()
        link = Invite((Address("127.0.0.1", port),), "default", server.pin).link
        ann.chats.invited(link)
        asked(ann).reject()
        assert ann.window.hosting.active

        ann.chats.invited(link)
        ann.chats.invited(link)
        ann.press("Join")
        await until(lambda: not ann.window.hosting.active)
        await until(lambda: ann.online and ann.chat.bridge.session.ground.pin == server.pin)
        assert ann.chat.bridge.session.ground.trust is Trust.VERIFIED

        ann.chats.invited(link)
        assert not any(dialog.isVisible() for dialog in ann.window.findChildren(Invited)), "they are there already"
        ann.chats.invited(f"chatapp://{own}")
        assert asked(ann).windowTitle() == "Join this chat?"
        asked(ann).reject()


async def test_what_is_no_link_is_said_where_one_types_it(person: NewPerson) -> None:
    bo = await person("Bo")
    bo.chats.invited("chatapp://" + "x y" * 30)
    assert bo.window.welcome.join.isVisible()
    assert bo.window.welcome.join.address.error


async def test_who_is_sent_away_comes_back_by_hand(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    assert ann.chat.bridge.admin, "the window's own host is in charge"
    await bo.join(address)
    answers: list[Any] = []
    ann.chat.bridge.answered.connect(answers.append)
    ann.chat.bridge.ask_server(GetPeople())
    await until(lambda: answers)
    [guest] = [one for one in answers[0].reply.people if one.username == "Bo"]
    ann.chat.bridge.ask_server(Kick(guest.id, "Be nice."))
    await until(lambda: bo.chat.bridge.session.phase is Phase.TURNED_AWAY)
    await until(lambda: bo.chat.line.text == "The host has removed you from this chat: Be nice.")
    bo.press("Try again")
    await until(lambda: bo.online)
