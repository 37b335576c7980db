"""People, reading along, searching, exporting, and what is done with messages: two windows over a real socket."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QRadioButton

NewPerson = Callable[[str], Awaitable[Any]]
Until = Callable[..., Awaitable[None]]


def listed(person: Any, name: str) -> list[str]:
    """The items of a list as they are read out; none where it is not shown."""
    if not person.sees(QListView, name):
        return []
    model = person.find(QListView, name).model()
    rows = range(model.rowCount())
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]


async def test_people_come_go_and_write(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    await bo.join(address)
    await until(lambda: listed(ann, "People") == ["Ann, hosts this chat, you", "Bo, has proven this name"])
    await until(lambda: listed(bo, "People") == ["Ann, hosts this chat, has proven this name", "Bo, you"])

    people = ann.find(QListView, "People")
    QTest.mouseClick(
        people.viewport(), Qt.MouseButton.LeftButton, pos=people.visualRect(people.model().index(1)).center()
    )
    assert ann.find(QPlainTextEdit, "Message").toPlainText() == "@Bo "
    await until(lambda: bo.sees(QLabel, "Ann is typing…"))
    ann.say("look")
    await until(lambda: ("Ann", "@Bo look") in bo.heard() and not bo.sees(QLabel, "Ann is typing…"))

    bo.choose("Change name…")
    bo.type("New name", "Bob")
    bo.press("Change name")
    await until(lambda: listed(ann, "People") == ["Ann, hosts this chat, you", "Bob, has proven this name"])
    await bo.quit()
    await until(lambda: listed(ann, "People") == ["Ann, hosts this chat, you"])


async def test_who_only_looks_in_reads_finds_and_saves(person: NewPerson, until: Until, tmp_path: Path) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    address = await ann.host()
    ann.press("New room")
    ann.type("Room name", "music")
    ann.press("Create")
    await until(lambda: ann.chat.front == "music")
    for number in range(5):
        ann.say(f"Song {number}")
    await until(lambda: len(ann.heard("music")) == 5)

    await bo.join(address)
    await until(lambda: "music" in bo.rooms())
    bo.open("music")
    await until(lambda: len(bo.heard("music")) == 5)
    ann.say("Song 5")
    await until(lambda: len(bo.heard("music")) == 6)
    assert bo.tabs() == ["#default", "#music (viewing)"]
    await until(lambda: ann.rooms()["music"] == "1 person, joined")

    bo.open("default")
    bo.choose("Find in all rooms")
    bo.type("Search messages", "song 3")
    QTest.keyClick(bo.find(QLineEdit, "Search messages"), Qt.Key.Key_Return)
    await until(lambda: bo.chat.front == "music" and bo.chat.desk.front.timeline.flash.row is not None)
    lit = bo.chat.desk.front.timeline.flash.row
    assert bo.chat.desk.front.model.entry(lit).text == "Song 3"
    (hit,) = listed(bo, "Search results")
    assert hit.startswith("Ann, ")
    assert hit.endswith("#music, Song 3")
    QTest.keyClick(bo.find(QLineEdit, "Search messages"), Qt.Key.Key_Escape)
    assert not bo.sees(QLineEdit, "Search messages")

    bo.choose("Export…")
    bo.find(QRadioButton, "Data for other programs (JSON)").click()
    file = tmp_path / "music.json"
    dialog = bo.find(QRadioButton, "Plain text").window()
    dialog.set_path(str(file))
    bo.press("Export")
    await until(lambda: dialog.state == "Saved: 6 messages.")
    said = [message["message"] for message in json.loads(file.read_text(encoding="utf-8"))["messages"]]
    assert said == [f"Song {number}" for number in range(6)]
    bo.press("Close")


async def test_messages_are_answered_changed_and_deleted(person: NewPerson, until: Until) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    bo.say("Who has pgae 12?")
    await until(lambda: ann.heard() == [("Bo", "Who has pgae 12?")] and bo.heard() == ann.heard())
    field = bo.find(QPlainTextEdit, "Message")
    QTest.keyClick(field, Qt.Key.Key_Up)
    field.selectAll()
    bo.say("Who has page 12?")
    await until(lambda: ann.heard() == [("Bo", "Who has page 12?")])

    view = ann.chat.desk.front
    row = next(row for row in range(view.model.rowCount()) if view.model.entry(row).seq)
    entry = view.model.entry(row)
    view.timeline.reply_asked.emit(entry)
    ann.say("Me")
    await until(lambda: ("Ann", "Me") in bo.heard())
    theirs = bo.chat.desk.front
    answer = next(e for e in map(theirs.model.entry, range(theirs.model.rowCount())) if e.text == "Me")
    assert (answer.reply.author, answer.reply.text) == ("Bo", "Who has page 12?")

    view.timeline.react(entry, "👍")
    first = bo.chat.bridge.session.timeline("default")
    await until(lambda: first.entry(first.find(entry.seq)).reactions)
    assert first.entry(first.find(entry.seq)).reactions[0].names == ("Ann",)

    theirs.timeline.delete_asked.emit(first.entry(first.find(entry.seq)))
    bo.press("Delete message")
    await until(lambda: ("Bo", "") in ann.heard())
