from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.field import Field
from chatapp.gui.spelling.speller import Speller
from chatapp.gui.spelling.underlines import PAUSE, Underlines
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK
from tests.gui.spelling.conftest import Jobs


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[Field]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Field(window)
    QVBoxLayout(window).addWidget(made)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    window.close()


@pytest.fixture
def underlines(theme: Theme, field: Field, speller: Speller) -> Underlines:
    made = Underlines(theme, field, speller, lambda: ["Anton Berg"])
    made.set_enabled(enabled=True)
    return made


def look(underlines: Underlines, jobs: Jobs) -> list[str]:
    """What is marked once everything has been looked up."""
    underlines._look()
    jobs.finish()
    return underlines.marked


def test_wrong_words_are_marked_after_a_pause(
    underlines: Underlines, field: Field, jobs: Jobs, qtbot: QtBot, theme: Theme
) -> None:
    qtbot.keyClicks(field, "helo the wrold ")
    assert not jobs.waiting, "no key waits for it"
    qtbot.waitUntil(lambda: bool(jobs.waiting), timeout=10 * PAUSE)
    jobs.finish()
    assert underlines.marked == ["helo", "wrold"]
    marks = field.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["helo", "wrold"]
    assert marks[0].format.underlineColor() == QColor(theme.tokens.text_danger)
    theme.use(DARK)
    assert field.extraSelections()[0].format.underlineColor() == QColor(DARK.text_danger)


def test_what_is_being_typed_is_not_wrong_yet(underlines: Underlines, field: Field, jobs: Jobs, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "helo wrold")
    assert look(underlines, jobs) == ["helo"]
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert look(underlines, jobs) == ["helo", "wrold"]


def test_code_and_names_are_not_looked_at(underlines: Underlines, field: Field, jobs: Jobs, qtbot: QtBot) -> None:
    field.setPlainText("👍 `helo` anton Berg wrold\n```\nhelo\n```\nagian ")
    qtbot.waitUntil(lambda: field.height() == field.sizeHint().height())
    assert look(underlines, jobs) == ["wrold", "agian"]
    assert [mark.cursor.selectedText() for mark in field.extraSelections()] == ["wrold", "agian"]


def test_only_what_is_in_sight_is_looked_at(underlines: Underlines, field: Field, jobs: Jobs, book: object) -> None:
    field.setPlainText("\n".join(f"wrong{chr(97 + number)}" for number in range(26)))
    top = look(underlines, jobs)
    assert 0 < len(top) < 15
    field.verticalScrollBar().setValue(field.verticalScrollBar().maximum())
    bottom = look(underlines, jobs)
    assert bottom[-1] == "wrongz"
    assert "wronga" not in bottom


def test_a_text_too_long_to_be_sent_is_not_looked_at(underlines: Underlines, field: Field, jobs: Jobs) -> None:
    field.setPlainText("helo\n" * 10_000)
    assert look(underlines, jobs) == []
    assert not jobs.waiting


def test_marks_change_neither_text_nor_undo(underlines: Underlines, field: Field, jobs: Jobs, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "helo ")
    with qtbot.assertNotEmitted(field.textChanged):
        assert look(underlines, jobs) == ["helo"]
    field.undo()
    assert field.text() == ""
    assert look(underlines, jobs) == []


def test_switched_off_it_marks_nothing(underlines: Underlines, field: Field, jobs: Jobs) -> None:
    field.setPlainText("helo ")
    assert look(underlines, jobs) == ["helo"]
    underlines.set_enabled(enabled=False)
    assert underlines.marked == []
    assert field.extraSelections() == []
    menu = QMenu(field)
    field.menu_wanted.emit(menu, field.textCursor())
    assert not menu.actions()


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_puts_a_word_right(
    underlines: Underlines, field: Field, jobs: Jobs, reason: QContextMenuEvent.Reason
) -> None:
    field.setPlainText("the worlt is")
    cursor = field.textCursor()
    cursor.setPosition(6)
    place = field.cursorRect(cursor).center()
    if reason is QContextMenuEvent.Reason.Keyboard:
        field.setTextCursor(cursor)
    look(underlines, jobs)
    field.contextMenuEvent(QContextMenuEvent(reason, place, field.mapToGlobal(place)))
    jobs.finish()
    menu = next(one for one in field.findChildren(QMenu) if one.isVisible())
    assert menu.actions()[0].text() == "world"
    menu.actions()[0].trigger()
    menu.close()
    assert field.text() == "the world is"
    field.undo()
    assert field.text() == "the worlt is"
