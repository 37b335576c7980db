"""Host, join, talk, rename, rooms from creation to deletion, and the end: two windows over a real socket."""

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from chatapp.gui.people.model import Role

NewPerson = Callable[[str], Awaitable[Any]]


async def test_from_host_to_the_end(person: NewPerson, until: Callable[..., Awaitable[None]]) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    assert address.startswith("127.0.0.1:")
    assert ann.window.hosting.status.isVisible()

    await bo.join(address)
    await until(lambda: ann.window.hosting.status.text == f"Hosting on {address} · 2 people")

    bo.say("Hello Ann")
    ann.say("Hello Bo")
    await until(lambda: len(ann.heard()) == 2 and len(bo.heard()) == 2)
    assert ("Bo", "Hello Ann") in ann.heard()
    assert ("Ann", "Hello Bo") in bo.heard()

    assert bo.chat.bridge.session.host == ann.chat.bridge.session.host == "Ann"
    bo.choose("Change name…")
    bo.type("New name", "Bob")
    bo.press("Change name")
    await until(lambda: bo.chat.bridge.session.name == "Bob" and not bo.sees(QWidget, "New name"))
    bo.say("It is still me")
    await until(lambda: ("Bob", "It is still me") in ann.heard())

    ann.press("New room")
    ann.type("Room name", "music")
    ann.press("Create")
    await until(lambda: ann.chat.front == "music" and ann.rooms()["music"] == "1 person, joined")
    await until(lambda: bo.rooms().get("music") == "1 person, not joined")

    bo.open("music")
    assert bo.tabs() == ["#default", "#music (viewing)"]
    assert not bo.sees(QPlainTextEdit, "Message")
    assert bo.chat.bridge.session.rooms["music"].joined is False
    bo.press("Join room")
    await until(lambda: bo.tabs() == ["#default", "#music"])
    bo.say("Play something")
    await until(lambda: ("Bob", "Play something") in ann.heard("music"))

    bo.choose("Leave room")
    await until(lambda: bo.tabs() == ["#default", "#music (viewing)"])
    assert ("Bob", "Play something") in bo.heard("music")
    assert bo.sees(QAbstractButton, "Join room")
    await until(lambda: ann.rooms()["music"].startswith("1 person, joined"))

    ann.choose("Delete room…")
    ann.press("Delete room")
    await until(lambda: "music" not in ann.rooms() and "music" not in bo.rooms())
    assert ann.tabs() == ["#default"]
    assert bo.tabs() == ["#default", "#music (deleted)"]

    ann.choose("Stop hosting")
    ann.press("Stop hosting")
    await until(lambda: not bo.online and not bo.chat.line.isHidden())
    assert "stopped the server" in bo.chat.line.text
    assert not ann.window.hosting.active
    assert "You stopped hosting" in ann.chat.line.text


async def test_who_hosts_is_known_by_whatever_name(person: NewPerson, until: Callable[..., Awaitable[None]]) -> None:
    ann, bo, cy = await person("Ann"), await person("Bo"), await person("Cy")
    address = await ann.host()
    await bo.join(address)
    ann.choose("Change name…")
    ann.type("New name", "Anna")
    ann.press("Change name")
    await until(lambda: bo.chat.bridge.session.host == "Anna" == ann.chat.bridge.session.host)
    await cy.join(address)
    assert cy.chat.bridge.session.host == "Anna"
    people = cy.chat.people.people
    await until(lambda: people.rowCount() == 3)
    hosts = [people.index(row).data() for row in range(3) if people.index(row).data(Role.HOST)]
    assert hosts == ["Anna"]
