"""A second start goes back to where the person was."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from chatapp.protocol.invite import parse

NewPerson = Callable[[str], Awaitable[Any]]
Until = Callable[[Callable[[], object]], Awaitable[None]]


async def test_rooms_tabs_and_drafts_are_there_again(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    await bo.join(address)
    for room in ("homework", "music"):
        ann.press("New room")
        ann.type("Room name", room)
        ann.press("Create")
        await until(lambda room=room: room in bo.rooms())
    bo.open("homework")
    bo.press("Join room")
    await until(lambda: bo.tabs() == ["#default", "#homework"])
    bo.open("music")
    bo.open("homework")
    bo.find(QPlainTextEdit, "Message").setPlainText("not finished")
    assert bo.settings.last == address
    bo.window.close()
    await bo.quit()
    await until(lambda: "2 people" not in ann.window.hosting.status.text)

    again = await person("Bo")
    assert again.settings.last == address
    again.chats.return_to(parse(again.settings.last))
    await until(lambda: again.window.chat is not None and len(again.tabs()) == 3)
    await until(lambda: again.tabs() == ["#default", "#homework", "#music (viewing)"])
    await until(lambda: again.chat.front == "homework")
    assert again.find(QPlainTextEdit, "Message").toPlainText() == "not finished"
    assert again.chat.bridge.session.rooms["music"].joined is False


async def test_who_hosts_again_is_where_they_were(person: NewPerson, until: Until) -> None:
    ann = await person("Ann")
    await ann.host()
    ann.press("New room")
    ann.type("Room name", "homework")
    ann.press("Create")
    await until(lambda: ann.tabs() == ["#default", "#homework"])
    ann.say("Who has page 12?")
    await until(lambda: ann.heard("homework") == [("Ann", "Who has page 12?")])
    stopped = ann.chat
    ann.choose("Stop hosting")
    await until(lambda: "What was said is kept" in stopped.line.text)
    ann.press("Host again")
    await until(lambda: ann.window.chat is not stopped and ann.online)
    await until(lambda: ann.tabs() == ["#default", "#homework"])
    await until(lambda: ann.chat.front == "homework")
    await until(lambda: ann.heard("homework") == [("Ann", "Who has page 12?")])

    ann.window.close()
    await ann.quit()
    again = await person("Ann")
    await again.host()
    await until(lambda: again.tabs() == ["#default", "#homework"])
    assert again.chat.front == "homework"


async def test_a_link_opens_its_room_without_joining(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    ann.press("New room")
    ann.type("Room name", "music & more")
    ann.press("Create")
    await until(lambda: ann.chat.front == "music & more")
    bo.press("Join a chat")
    bo.type("Server address", f"chatapp://{address}/music%20%26%20more")
    bo.press("Join")
    await until(lambda: bo.online and bo.chat.front == "music & more")
    assert bo.tabs() == ["#default", "#music && more (viewing)"]


async def test_disconnecting_keeps_what_was_said_and_connects_again(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    bo.say("Hello")
    await until(lambda: bo.heard() == [("Bo", "Hello")])
    bo.choose("Disconnect")
    await until(lambda: bo.chat.line.text == "You are disconnected.")
    assert bo.settings.last == ""
    assert bo.heard() == [("Bo", "Hello")]
    bo.press("Connect")
    await until(lambda: bo.online)
    bo.say("Here again")
    await until(lambda: ("Bo", "Here again") in ann.heard())
    await until(lambda: bo.heard() == [("Bo", "Hello"), ("Bo", "Here again")])


async def test_joining_another_chat_leaves_the_first(person: NewPerson, until: Until) -> None:
    ann, cleo, bo = await person("Ann"), await person("Cleo"), await person("Bo")
    first, second = await ann.host(), await cleo.host()
    await bo.join(first)
    await until(lambda: "2 people" in ann.window.hosting.status.text)
    bo.choose("Join a chat…")
    bo.press("Back")
    bo.press("Back to the chat")
    assert bo.window.isVisible()
    assert bo.online
    bo.choose("Join a chat…")
    bo.type("Server address", second)
    bo.press("Join")
    await until(lambda: "2 people" in cleo.window.hosting.status.text and "1 person" in ann.window.hosting.status.text)
    await until(lambda: bo.chat.invite == parse(second))
    assert bo.settings.servers[:2] == [second, first]


async def test_what_was_said_meanwhile_is_read_from_where_it_begins(
    person: NewPerson, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    for paced in ("chatapp.session.outbox", "chatapp.rooms.room"):
        monkeypatch.setattr(f"{paced}.MESSAGE_RATE", (1_000.0, 1_000.0))
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    bo.say("I am here")
    await until(lambda: ("Bo", "I am here") in ann.heard() and ("Bo", "I am here") in bo.heard())
    bo.window.close()
    await bo.quit()
    for number in range(150):
        ann.chat.bridge.say("default", f"line {number}")
    await until(lambda: ("Ann", "line 149") in ann.heard())

    later = await person("Bo")
    later.chats.return_to(bo.chat.invite)
    await until(lambda: later.online and later.tabs() and ("Bo", "I am here") in later.heard())
    timeline = later.chat.desk.front.timeline
    await until(lambda: timeline.jump.isVisible() and timeline.jump.text() == "↓ 150 new")
    shown = [timeline.model.entry(row).text for row, _ in timeline.visible()]
    assert shown.index("line 0") <= 2
    assert later.rooms()["default"] == "2 people, joined, 150 unread"
    later.choose("Newest message")
    await until(lambda: timeline.at_bottom and ("Ann", "line 149") in later.heard())
    await until(lambda: later.rooms()["default"] == "2 people, joined")
