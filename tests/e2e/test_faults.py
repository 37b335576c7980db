"""What goes wrong between people and servers, and where they are told."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from chatapp.gui.dialogs.question import Question
from chatapp.protocol.limits import NEXT_PORTS
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session.timeline import State

NewPerson = Callable[[str], Awaitable[Any]]
Until = Callable[[Callable[[], object]], Awaitable[None]]


@pytest.fixture
async def server() -> AsyncIterator[list[Any]]:
    """A server of nobody's window: the running one, and its port."""
    made: list[Any] = [Server(ServerConfig(host="127.0.0.1", port=0))]
    made.append(await made[0].start())
    yield made
    await made[0].stop()


async def test_a_lost_server_is_found_again_with_rooms_and_messages(
    person: NewPerson, until: Until, server: list[Any]
) -> None:
    bo = await person("Bo")
    await bo.join(f"127.0.0.1:{server[1]}")
    bo.press("New room")
    bo.type("Room name", "music")
    bo.press("Create")
    await until(lambda: bo.chat.front == "music")

    await server[0].stop()
    await until(lambda: "Reconnecting" in bo.chat.line.text and bo.sees(QPushButton, "Try again"))
    bo.choose("Previous room")
    assert bo.chat.front == "default"
    bo.say("written while away")
    await until(lambda: bo.chat.desk.front.model.rowCount() == 1)
    assert bo.chat.desk.front.model.entry(0).state is State.SENDING

    server[0] = Server(ServerConfig(host="127.0.0.1", port=server[1]))
    await server[0].start()
    bo.press("Try again")
    await until(lambda: bo.online and bo.chat.line.isHidden())
    await until(lambda: bo.chat.desk.front.model.entry(0).state is State.SENT)
    # The server has forgotten the room, which its page says.
    await until(lambda: bo.tabs() == ["#default", "#music (deleted)"])


async def test_writing_faster_than_the_server_takes_loses_nothing(
    person: NewPerson, until: Until, server: list[Any]
) -> None:
    bo = await person("Bo")
    await bo.join(f"127.0.0.1:{server[1]}")
    for number in range(12):
        bo.say(f"quick {number}")
    await until(lambda: bo.heard() == [("Bo", f"quick {number}") for number in range(12)])
    assert not bo.chat.desk.front.composer.draft


async def test_a_taken_name_is_said_beneath_the_name(person: NewPerson, until: Until, server: list[Any]) -> None:
    ann, double = await person("Ann"), await person("ann")
    await ann.join(f"127.0.0.1:{server[1]}")
    double.press("Join a chat")
    double.type("Server address", f"127.0.0.1:{server[1]}")
    double.press("Join")
    await until(lambda: double.window.welcome.name.error)
    assert "already has this name" in double.window.welcome.name.error
    assert double.window.chat is None
    double.type("Your name", "Annika")
    assert not double.window.welcome.name.error
    double.press("Join")
    await until(lambda: double.online)
    assert double.settings.name == "Annika"


async def test_nobody_at_an_address_is_said_beneath_the_address(person: NewPerson, until: Until) -> None:
    bo = await person("Bo")
    bo.press("Join a chat")
    bo.type("Server address", "127.0.0.1:1")
    bo.press("Join")
    await until(lambda: bo.window.welcome.join.address.error)
    assert "No server answers at 127.0.0.1:1" in bo.window.welcome.join.address.error
    assert bo.window.welcome.join.address.text == "127.0.0.1:1"
    bo.type("Server address", "not an address")
    bo.press("Join")
    assert "is not an address" in bo.window.welcome.join.address.error


async def test_a_taken_port_offers_the_next(person: NewPerson, until: Until, server: list[Any]) -> None:
    ann = await person("Ann")
    ann.choose("Host a chat…")
    ann.type("Port", str(server[1]))
    ann.press("Start hosting")
    await until(lambda: ann.sees(QPushButton, "Use the next free port"))
    assert any(
        f"Port {server[1]} is taken by another Chatapp server" in label.text()
        for label in ann.window.findChildren(QLabel)
        if label.isVisible()
    )
    ann.press("Use the next free port")
    await until(lambda: ann.online and ann.window.hosting.active)
    assert int(ann.window.hosting.addresses[0].rpartition(":")[2]) in NEXT_PORTS
    ann.press("Done")


async def test_one_click_takes_another_port_and_says_so(person: NewPerson, until: Until, server: list[Any]) -> None:
    ann = await person("Ann")
    ann.window.hosting._port = server[1]
    await ann.host()
    assert f"Port {server[1]} is in use by another program" in ann.chat.notice.text


async def test_text_for_a_deleted_room_is_not_lost(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    ann.press("New room")
    ann.type("Room name", "music")
    ann.press("Create")
    await until(lambda: "music" in bo.rooms())
    bo.open("music")
    bo.press("Join room")
    await until(lambda: bo.sees(QPlainTextEdit, "Message") and bo.tabs()[-1] == "#music")
    bo.find(QPlainTextEdit, "Message").setPlainText("half a thought")
    ann.choose("Delete room…")
    ann.press("Delete room")
    await until(lambda: bo.tabs()[-1] == "#music (deleted)")
    bo.press("Copy what you wrote")
    assert QGuiApplication.clipboard().text() == "half a thought"
    bo.press("Close tab")
    assert bo.tabs() == ["#default"]


async def test_somebody_elses_room_is_not_deleted_and_the_dialog_says_why(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    ann.press("New room")
    ann.type("Room name", "music")
    ann.press("Create")
    await until(lambda: "music" in bo.rooms())
    bo.open("music")
    bo.choose("Delete room…")
    bo.press("Delete room")
    dialog = bo.window.findChild(Question)
    await until(lambda: dialog.error)
    assert dialog.error == "Only the person who made this room may do that."
    bo.press("Keep it")
    assert "music" in bo.rooms()


async def test_closing_while_hosting_asks_and_says_who_would_drop(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    await until(lambda: "2 people" in ann.window.hosting.status.text)
    closed: list[bool] = []
    ann.window.closing.connect(lambda: closed.append(True))
    assert not ann.window.close()
    assert any("1 person will be disconnected" in label.text() for label in ann.window.findChildren(QLabel))
    ann.press("Keep hosting")
    assert ann.window.isVisible()
    assert not closed
    ann.choose("Quit")
    await until(lambda: ann.sees(QAbstractButton, "Stop hosting and quit"))
    ann.press("Stop hosting and quit")
    assert closed
    assert not ann.window.isVisible()


async def test_giving_up_an_attempt_leads_back(person: NewPerson, until: Until, server: list[Any]) -> None:
    bo = await person("Bo")
    bo.press("Join a chat")
    bo.type("Server address", f"127.0.0.1:{server[1]}")
    bo.press("Join")
    bo.press("Cancel")
    assert bo.find(QLineEdit, "Server address").isEnabled()
    assert bo.window.chat is None
    bo.press("Join")
    await until(lambda: bo.online)
