from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from chatapp.gui.dialogs.export import ExportDialog, free, suggested


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    made = ExportDialog("R&D", str(tmp_path))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def test_it_proposes_a_page_with_the_documents(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    made = ExportDialog("R&D")
    qtbot.addWidget(made)
    assert (made.form, made.path) == ("html", str(tmp_path / "Chatapp R&D.html"))
    assert made.windowTitle() == "Export #R&D"


def test_without_a_folder_for_documents_it_proposes_their_home(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = QStandardPaths.StandardLocation.HomeLocation
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", lambda of: str(tmp_path if of == home else tmp_path / "Documents")
    )
    made = ExportDialog("R&D")
    qtbot.addWidget(made)
    assert made.path == str(tmp_path / "Chatapp R&D.html")


def test_the_file_is_called_as_what_is_in_it(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.forms["txt"].click()
    assert dialog.path == str(tmp_path / "Chatapp R&D.txt")
    assert (dialog._name.whole, dialog._folder.whole) == ("Chatapp R&D.txt", str(tmp_path))
    dialog.set_path(str(tmp_path / "all.json"))
    assert dialog.form == "json"
    assert dialog.path == str(tmp_path / "all.json")
    dialog.set_path(str(tmp_path / "notes.log"))
    assert (dialog.form, dialog.path) == ("json", str(tmp_path / "notes.log"))


def test_nothing_is_written_over_that_nobody_was_asked_about(dialog: ExportDialog, tmp_path: Path) -> None:
    (tmp_path / "Chatapp R&D.txt").touch()
    dialog.forms["txt"].click()
    assert dialog.path == str(tmp_path / "Chatapp R&D 2.txt")


@pytest.mark.parametrize(
    ("room", "name"),
    [("a/b: c?", "a b c"), ("...", "room"), ("con", "con"), ("名前", "名前"), ("x" * 200, "x" * 80), ("v1.2", "v1.2")],
)
def test_any_room_makes_a_file_name(tmp_path: Path, room: str, name: str) -> None:
    assert suggested(room, "txt", tmp_path) == tmp_path / f"Chatapp {name}.txt"


def test_a_free_name_is_found(tmp_path: Path) -> None:
    assert free(tmp_path / "a.txt") == tmp_path / "a.txt"
    (tmp_path / "a.txt").touch()
    (tmp_path / "a 2.txt").touch()
    assert free(tmp_path / "a.txt") == tmp_path / "a 3.txt"


def test_another_place_is_asked_for_in_a_dialog(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.choose.click()
    other = dialog.findChild(QFileDialog)
    assert isinstance(other, QFileDialog)
    other.fileSelected.emit(str(tmp_path / "here.txt"))
    assert dialog.path == str(tmp_path / "here.txt")
    other.reject()


def test_work_shows_how_far_it_is_and_what_came_of_it(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.asked) as asked:
        dialog.go.click()
    assert asked.args == ["html", dialog.path]
    assert not dialog.go.isEnabled()
    assert not dialog.choose.isEnabled()
    assert dialog.bar.isVisible()
    dialog.show_progress(1200, 40, 0)
    assert dialog.bar.value() == 40
    assert dialog.state == "1,200 messages so far…"
    dialog.show_progress(1, 40, 600)
    assert dialog.state.startswith("1 message so far… It takes about 10 minutes more: ")
    dialog.show_saved(3000)
    assert dialog.state == "Saved: 3,000 messages."
    assert dialog.stop.text() == "Close"
    with qtbot.assertNotEmitted(dialog.cancelled), qtbot.waitSignal(dialog.show_asked) as shown:
        dialog.go.click()
    assert shown.args == [dialog.path]


def test_it_can_be_called_off(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.go.click()
    with qtbot.waitSignal(dialog.cancelled):
        dialog.stop.click()


def test_closing_before_it_began_calls_nothing_off(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.cancelled):
        dialog.reject()


def test_what_went_wrong_stays_in_the_dialog_and_can_be_tried_again(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.go.click()
    dialog.refuse("The disk is full.")
    assert dialog.state == "The disk is full."
    assert not dialog.bar.isVisible()
    with qtbot.waitSignal(dialog.asked):
        dialog.go.click()
