"""What was said and written outlives connections, servers and programs."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from chatapp.protocol.invite import parse
from chatapp.server.config import ServerConfig
from chatapp.server.server import Server
from chatapp.session.timeline import EntryKind, State

NewPerson = Callable[[str], Awaitable[Any]]
Until = Callable[[Callable[[], object]], Awaitable[None]]


@pytest.fixture
async def start(tmp_path: Path) -> Any:
    """Starts a server of nobody's window, on the folder and port of the one before; `start.stop()` ends it."""

    class Start:
        running: Server | None = None
        port = 0

        async def __call__(self) -> str:
            self.running = Server(
                ServerConfig(host="127.0.0.1", port=self.port, history="durable", data_dir=tmp_path / "server")
            )
            self.port = await self.running.start()
            return f"127.0.0.1:{self.port}"

        async def stop(self) -> None:
            if self.running is not None:
                await self.running.stop()
                self.running = None

    (tmp_path / "server").mkdir()
    made = Start()
    yield made
    await made.stop()


async def test_a_room_is_seen_and_followed_without_joining_it(person: NewPerson, until: Until, start: Any) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await start()
    await ann.join(address)
    ann.press("New room")
    ann.type("Room name", "music")
    ann.press("Create")
    await until(lambda: ann.chat.front == "music")
    ann.say("said before Bo came")
    await until(lambda: ann.heard("music"))

    await bo.join(address)
    await until(lambda: "music" in bo.rooms())
    bo.open("music")
    await until(lambda: bo.heard("music") == [("Ann", "said before Bo came")])
    ann.say("said while Bo looks on")
    await until(lambda: bo.heard("music")[1:] == [("Ann", "said while Bo looks on")])
    assert bo.tabs() == ["#default", "#music (viewing)"]
    await until(lambda: ann.rooms()["music"].startswith("1 person"))
    assert ann.chat.bridge.session.roster("music").names == ("Ann",), "who only looks is not counted"


async def test_a_restarted_server_has_everything_and_everybody_is_where_they_were(
    person: NewPerson, until: Until, start: Any
) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await start()
    await ann.join(address)
    await bo.join(address)
    ann.press("New room")
    ann.type("Room name", "music")
    ann.press("Create")
    await until(lambda: "music" in bo.rooms())
    bo.open("music")
    bo.press("Join room")
    await until(lambda: bo.tabs() == ["#default", "#music"])
    bo.say("one")
    await until(lambda: ann.heard("music") == [("Bo", "one")])

    await start.stop()
    await until(lambda: not bo.online and not ann.online)
    bo.say("two, said while nobody could hear it")
    view = bo.chat.desk.view("music")
    await until(lambda: view.model.entry(view.model.rowCount() - 1).state is State.SENDING)

    await start()
    bo.chat.retry_asked.emit()
    ann.chat.retry_asked.emit()
    await until(lambda: bo.online and ann.online)
    both = [("Bo", "one"), ("Bo", "two, said while nobody could hear it")]
    await until(lambda: ann.heard("music") == both and bo.heard("music") == both)
    assert (ann.tabs(), bo.tabs()) == (["#default", "#music"], ["#default", "#music"])
    kinds = [view.model.entry(row).kind for row in range(view.model.rowCount())]
    assert EntryKind.GAP not in kinds

    ann.choose("Delete room…")
    ann.press("Delete room")
    await until(lambda: bo.tabs() == ["#default", "#music (deleted)"])


async def test_what_was_unsent_at_the_end_is_sent_at_the_next_start(
    person: NewPerson, until: Until, start: Any
) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await start()
    await ann.join(address)
    await bo.join(address)
    await until(lambda: len(ann.chat.bridge.session.roster("default").names) == 2)
    await start.stop()
    await until(lambda: not bo.online)
    bo.say("late, but there")
    bo.find(QPlainTextEdit, "Message").setPlainText("not even said")
    bo.window.close()
    await bo.quit()

    await start()
    ann.chat.retry_asked.emit()
    await until(lambda: ann.online)
    again = await person("Bo")
    again.chats.return_to(parse(again.settings.last))
    await until(lambda: again.window.chat is not None and again.online)
    await until(lambda: ann.heard() == [("Bo", "late, but there")] and again.heard() == ann.heard())
    assert again.find(QPlainTextEdit, "Message").toPlainText() == "not even said"
    assert again.notebook.kept(address).messages == ()


async def test_leaving_waits_until_what_was_said_is_safe(person: NewPerson, until: Until, start: Any) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await start()
    await ann.join(address)
    await bo.join(address)
    for number in range(12):
        bo.say(f"in haste {number}")
    bo.window.close()
    await bo.quit()
    await until(lambda: ann.heard() == [("Bo", f"in haste {number}") for number in range(12)])


async def test_a_draft_is_noted_while_it_is_written(person: NewPerson, until: Until, start: Any) -> None:
    bo = await person("Bo")
    address = await start()
    await bo.join(address)
    bo.find(QPlainTextEdit, "Message").setPlainText("half a tho")
    await until(lambda: bo.notebook.drafts(address) == {"default": "half a tho"})


async def test_going_to_the_same_chat_again_changes_nothing(person: NewPerson, until: Until, start: Any) -> None:
    """The new visit shows the token of the one that is still there, and takes its place."""
    bo = await person("Bo")
    address = await start()
    await bo.join(address)
    bo.say("here")
    await until(lambda: bo.heard() == [("Bo", "here")])
    first = bo.chat
    bo.chats.join("Bo", parse(address))
    await until(lambda: bo.window.chat is not first and bo.online)
    await until(lambda: bo.heard() == [("Bo", "here")])
    assert bo.chat.bridge.session.name == "Bo"
    await until(lambda: bo.rooms() == {"default": "1 person, joined"})
