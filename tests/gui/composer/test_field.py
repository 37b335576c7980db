from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.field import LINES, Field


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[Field]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = Field(window)
    column.addWidget(made)
    column.addStretch(1)
    # Something for Tab to go to.
    column.addWidget(QLineEdit(window))
    window.resize(300, 600)
    window.show()
    made.setFocus()
    yield made
    window.close()


def test_enter_sends_and_shift_enter_breaks(field: Field, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "two")
    assert field.text() == "one\ntwo"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(field.entered):
            qtbot.keyClick(field, key)
    assert field.text() == "one\ntwo"


def test_tab_moves_on(field: Field, qtbot: QtBot) -> None:
    field.window().activateWindow()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert field.text() == ""


def test_it_grows_by_lines_up_to_eight_and_then_scrolls(field: Field, qtbot: QtBot) -> None:
    heights = []
    for lines in range(1, LINES + 4):
        field.setPlainText("\n".join(["x"] * lines))
        qtbot.waitUntil(lambda: field.height() == field.sizeHint().height())
        heights.append(field.height())
    assert heights[:LINES] == sorted(set(heights[:LINES]))
    assert len(set(heights[LINES - 1 :])) == 1
    assert field.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
    field.setPlainText("x")
    qtbot.waitUntil(lambda: field.height() == heights[0])
    assert field.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_long_line_wraps_and_grows_too(field: Field, qtbot: QtBot) -> None:
    low = field.sizeHint().height()
    field.setPlainText("word " * 40)
    qtbot.waitUntil(lambda: field.height() > low)


def test_rich_text_is_pasted_as_plain(field: Field) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    mime.setText("bold")
    field.insertFromMimeData(mime)
    assert field.text() == "bold"
    picture = QMimeData()
    picture.setImageData(b"")
    picture.setUrls([QUrl("file:///x.png")])
    assert not field.canInsertFromMimeData(QMimeData())


def test_half_a_character_becomes_a_whole_one(field: Field) -> None:
    field.insertPlainText("a")
    field.textCursor().insertText("\ud83d")
    assert field.text() in {"a\ufffd", "a"}
    field.text().encode()
