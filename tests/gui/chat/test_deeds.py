from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from chatapp.gui.chat.deeds import Deeds
from chatapp.gui.chat.desk import Desk
from chatapp.gui.notice import NoticeBar
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.base import CreateRoom, DeleteRoom, Error, Joined, JoinRoom, Left, Rename, RoomsList
from chatapp.protocol.messages.hosting import RoomState
from chatapp.protocol.messages.rich import Event, Kind, Welcome
from chatapp.session.changes import Fetched, Intent, Refused
from chatapp.session.ground import Ground, Trust


@pytest.fixture
def deeds(talk: Any, theme: Theme, qtbot: QtBot) -> Iterator[Deeds]:
    window = QWidget()
    qtbot.addWidget(window)
    talk.connect_to(music=2)
    talk.asked()
    made = Deeds(talk.bridge, Desk(theme, talk.session.timeline, window), NoticeBar(theme, parent=window), window)
    window.show()
    yield made
    window.close()


def test_a_new_room_closes_its_dialog_once_one_is_in_it(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    dialog = deeds.ask_new_room()
    dialog.field.set_text(" R&D ")
    with qtbot.waitSignal(dialog.finished):
        dialog.agree.click()
        assert talk.asked() == [CreateRoom("R&D")]
        assert dialog.isVisible()
        talk.hear(RoomsList({"default": 1, "R&D": 0}))
        assert talk.asked() == [JoinRoom("R&D")]
        talk.hear(Joined("R&D"))
    assert deeds.wanted("R&D")
    assert not deeds.wanted("R&D")


def test_a_refused_room_stays_in_its_dialog(deeds: Deeds, talk: Any) -> None:
    dialog = deeds.ask_new_room()
    dialog.field.set_text("music")
    dialog.agree.click()
    assert not dialog.agree.isEnabled()
    talk.hear(Error("room_exists", "There is one."))
    assert dialog.field.error == "There is already a room of this name, or one that looks like it."
    assert dialog.agree.isEnabled()
    assert dialog.isVisible()


def test_a_bad_name_never_leaves(deeds: Deeds, talk: Any) -> None:
    dialog = deeds.ask_new_room()
    dialog.agree.click()
    assert dialog.field.error
    assert talk.asked() == []


def test_a_name_is_changed(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    dialog = deeds.ask_name()
    assert dialog.field.text == "Ann"
    dialog.field.set_text("Anna")
    with qtbot.waitSignal(dialog.finished):
        dialog.agree.click()
        assert talk.asked() == [Rename("Anna"), JoinRoom("default")]
        talk.hear(Joined("default"))
    assert talk.session.name == "Anna"


def test_a_taken_name_stays_in_its_dialog(deeds: Deeds, talk: Any) -> None:
    dialog = deeds.ask_name()
    dialog.field.set_text("Bo")
    dialog.agree.click()
    talk.hear(Error("username_taken", "Taken."), Joined("default"))
    assert "already has this name" in dialog.field.error
    assert talk.session.name == "Ann"


def test_a_name_chosen_while_away_waits_for_the_connection(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    talk.lose()
    dialog = deeds.ask_name()
    dialog.field.set_text("Bo")
    with qtbot.waitSignal(dialog.accepted):
        dialog.agree.click()
    assert deeds._notice.text == "You will be called Bo once you are connected."
    talk.session.connecting(talk.clock)
    talk.session.opened(talk.clock)
    talk.hear()
    talk.hear(Error("username_taken", "Taken."))
    assert "already has this name" in deeds._notice.text


def test_deleting_asks_and_says_what_its_buttons_do(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    dialog = deeds.ask_delete("music")
    assert dialog is not None
    assert (dialog.agree.text(), dialog.keep.text()) == ("Delete room", "Keep it")
    assert talk.asked() == []
    with qtbot.waitSignal(dialog.finished):
        dialog.agree.click()
        assert talk.asked() == [DeleteRoom("music")]
        talk.hear(Left("music"), RoomsList({"default": 1}))


def test_default_is_never_asked_about(deeds: Deeds) -> None:
    assert deeds.ask_delete("default") is None


def test_a_refusal_for_a_closed_dialog_is_not_lost(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    dialog = deeds.ask_delete("music")
    assert dialog is not None
    dialog.agree.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    with qtbot.waitSignal(talk.bridge.refused):
        talk.hear(Error("not_allowed", "No."))


def test_ones_own_deletion_takes_the_tab_unless_something_is_written(deeds: Deeds, talk: Any) -> None:
    for draft, gone in (("", True), ("half", False)):
        talk.hear(RoomsList({"default": 1, "music": 2}))
        view = deeds._desk.open("music")
        view.composer.set_draft(draft)
        dialog = deeds.ask_delete("music")
        assert dialog is not None
        dialog.agree.click()
        assert deeds.dispose("music") is gone
        assert deeds.dispose("music") is False
        talk.hear(Left("music"))


def test_a_room_is_saved_while_the_dialog_tells_how_far_it_is(
    deeds: Deeds, talk: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = deeds.ask_export("music")
    dialog.set_path(str(tmp_path / "music.txt"))
    asked: list[tuple[str, int]] = []
    talk.bridge.fetch = lambda room, after, _: asked.append((room, after)) or len(asked)
    dialog.go.click()
    assert asked == [("music", 0)]
    said = tuple(Event(Kind.MESSAGE, seq, 1000 * seq, "Bo", message="Hi") for seq in (1, 2))
    talk.bridge.fetched.emit(Fetched(1, "music", "e", said[:1], 2, False))
    assert "1 message so far" in dialog.state
    qtbot.waitUntil(lambda: len(asked) == 2)
    talk.bridge.fetched.emit(Fetched(2, "music", "e", said[1:], 2, True))
    qtbot.waitUntil(lambda: dialog.state == "Saved: 2 messages.")
    assert (tmp_path / "music.txt").read_text(encoding="utf-8").startswith("#music")


def test_closing_the_dialog_ends_the_work_and_leaves_nothing(deeds: Deeds, talk: Any, tmp_path: Path) -> None:
    dialog = deeds.ask_export("music")
    dialog.set_path(str(tmp_path / "music.txt"))
    talk.bridge.fetch = lambda *_: 1
    dialog.go.click()
    dialog.stop.click()
    assert list(tmp_path.iterdir()) == []


def test_a_room_that_cannot_be_read_is_said_in_the_dialog(deeds: Deeds, talk: Any, tmp_path: Path) -> None:
    dialog = deeds.ask_export("music")
    dialog.set_path(str(tmp_path / "music.txt"))
    talk.bridge.fetch = lambda _room, _after, answer: (
        answer.refused(Refused(1, Intent.FETCH, "music", "room_not_found", "", None)) or 1
    )
    dialog.go.click()
    assert dialog.state == "This room does not exist any more."


def test_the_first_message_of_a_day_is_gone_to(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    dialog = deeds.ask_date("music")
    asked: list[tuple[str, int]] = []
    talk.bridge.fetch = lambda room, after, _: asked.append((room, after)) or len(asked)
    dialog.day.setDate(QDate(2026, 9, 1))
    noon = dialog.day.date().startOfDay().toMSecsSinceEpoch() + 43_200_000
    said = tuple(Event(Kind.MESSAGE, seq, noon + (seq - 2) * 86_400_000, "Bo", message="Hi") for seq in (1, 2, 3))
    dialog.go.click()
    with qtbot.waitSignal(deeds.place_found) as found, qtbot.waitSignal(dialog.accepted):
        talk.bridge.fetched.emit(Fetched(1, "music", "e", said, 3, True))
    assert found.args == ["music", 2]
    assert asked == [("music", 0)]


def test_a_day_of_which_nothing_is_said_is_told_in_the_dialog(deeds: Deeds, talk: Any) -> None:
    dialog = deeds.ask_date("music")
    talk.bridge.fetch = lambda *_: 1
    dialog.first.click()
    talk.bridge.fetched.emit(Fetched(1, "music", "e", (), 0, True))
    assert dialog.state == "Nothing has been said here yet."


def test_closing_the_dialog_ends_the_search(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    dialog = deeds.ask_date("music")
    talk.bridge.fetch = lambda *_: 1
    dialog.go.click()
    dialog.stop.click()
    with qtbot.assertNotEmitted(deeds.place_found):
        talk.bridge.fetched.emit(Fetched(1, "music", "e", (Event(Kind.MESSAGE, 1, 1, "Bo"),), 1, True))


def test_the_folder_of_a_saved_room_is_shown(deeds: Deeds, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    deeds.ask_export("music").show_asked.emit(str(tmp_path / "music.txt"))
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_one_is_on_the_way_in_until_the_server_has_answered(deeds: Deeds, talk: Any, qtbot: QtBot) -> None:
    deeds.rejoin("music")
    assert deeds.joining("music")
    talk.hear(Joined("music"))
    assert not deeds.joining("music")
    assert not deeds.wanted("music")
    deeds.rejoin("gone")
    with qtbot.waitSignal(deeds.not_joined) as not_joined:
        talk.hear(Error("room_not_found", "No."))
    assert not_joined.args == ["gone"]
    assert not deeds.joining("gone")


def test_a_password_is_entered_until_it_is_right(talk: Any, qtbot: QtBot, deeds: Deeds) -> None:
    talk.lose()
    talk.session.connecting(talk.clock)
    talk.session.opened(talk.clock, Ground(Trust.SEEN, "pin", "nonce"))
    talk.hear()
    talk.hear(Error("auth_required", "A password, please."))
    dialog = deeds.ask_password()
    assert dialog.field.edit.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(dialog.field.edit, "coffee")
    dialog.agree.click()
    assert talk.requests[-1].auth == {"password": "coffee"}
    assert dialog.isVisible()
    talk.hear(Error("auth_failed", "No."))
    assert "not the password" in dialog.field.error
    qtbot.keyClicks(dialog.field.edit, "tea")
    dialog.agree.click()
    with qtbot.waitSignal(dialog.finished):
        talk.hear(Welcome("Ann", [], {}, {}, 1))


def test_whoever_made_a_room_or_is_in_charge_decides_how_it_is_written_in(
    theme: Theme, talk: Any, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    talk.welcome(admin=True, music=2)
    notice = NoticeBar(theme, parent=window)
    deeds = Deeds(talk.bridge, Desk(theme, talk.session.timeline, window), notice, window)
    assert deeds.pace("music") == (None, None), "of a room that one is not in nobody has told yet"
    deeds.set_pace("music", None, 30)
    asked = talk.requests[-1]
    assert (asked.room, asked.announce, asked.slow) == ("music", None, 30)
    talk.hear(RoomState("music", slow=30, ref=asked.ref))
    assert deeds.pace("music") == (False, 30)
    deeds.set_pace("music", True, None)
    talk.hear(Error("not_allowed", "No.", ref=talk.requests[-1].ref))
    assert "in charge" in notice.text


def test_nobody_else_does(deeds: Deeds, talk: Any) -> None:
    assert deeds.pace("music") is None
