from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.composer.field import LINES, Field
from chatapp.gui.composer.holding import HOLDS, LONGEST_LINE


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


@pytest.mark.parametrize("emoji", ["😀", "👍🏽", "❤️", "👩‍🚀", "🇩🇪", "1️⃣", "👨‍👩‍👧"])
def test_backspace_takes_an_emoji_away_as_a_whole(field: Field, qtbot: QtBot, emoji: str) -> None:
    qtbot.keyClicks(field, "a")
    field.replace(0, emoji)
    with qtbot.waitSignal(field.written) as written:
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert written.args == [""]
    assert field.text() == "a"


def test_and_a_letter_mark_by_mark(field: Field, qtbot: QtBot) -> None:
    field.replace(0, "غُ")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "غ"


def test_what_is_typed_is_told_and_nothing_else(field: Field, qtbot: QtBot) -> None:
    told: list[str] = []
    field.written.connect(told.append)
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    QApplication.clipboard().setText("pasted")
    for key in (Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_A, Qt.Key.Key_C):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Left)
    field.replace(0, "of the program")
    assert told == ["a", "b", "\n", ""]


def test_whoever_is_asked_first_may_keep_a_key(field: Field, qtbot: QtBot) -> None:
    field.take_key = lambda event: event.text() == "x"
    field.take_tab = lambda: True
    with qtbot.assertNotEmitted(field.written):
        qtbot.keyClicks(field, "x")
    qtbot.keyClicks(field, "y")
    assert field.text() == "y"
    field.window().activateWindow()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.hasFocus()


def test_undo_takes_back_what_was_pasted_and_nothing_else(field: Field, qtbot: QtBot) -> None:
    for pasted in ("pasted", "two\nlines"):
        field.setPlainText("")
        qtbot.keyClicks(field, "one ")
        mime = QMimeData()
        mime.setText(pasted)
        field.insertFromMimeData(mime)
        qtbot.keyClicks(field, " two")
        texts = []
        while field.document().isUndoAvailable():
            field.undo()
            texts.append(field.text())
        assert texts == [f"one {pasted}", "one ", ""]
        for _ in texts:
            field.redo()
        assert field.text() == f"one {pasted} two"


def test_what_replaces_takes_the_place_of_the_selection_or_of_what_is_before_it(field: Field) -> None:
    field.setPlainText("ab👍")
    field.moveCursor(field.textCursor().MoveOperation.End)
    field.replace(3, "c")
    assert field.text() == "ac"
    field.selectAll()
    field.replace(0, "d")
    assert field.text() == "d"


def test_a_megabyte_on_one_line_is_laid_out_in_pieces(field: Field) -> None:
    mime = QMimeData()
    mime.setText("x" * 1_000_000)
    field.insertFromMimeData(mime)
    block, longest = field.document().firstBlock(), 0
    while block.isValid():
        longest, block = max(longest, block.length()), block.next()
    assert longest <= LONGEST_LINE
    assert field.text().count("x") == 1_000_000


def test_what_would_hold_up_the_window_is_not_taken(field: Field, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("x" * HOLDS)
    with qtbot.waitSignal(field.overfull) as overfull:
        field.insertFromMimeData(mime)
    assert overfull.args == [HOLDS]
    assert field.text() == ""


def test_the_menu_is_qts_and_may_be_added_to(field: Field, qtbot: QtBot) -> None:
    field.setPlainText("some words")
    field.menu_wanted.connect(lambda menu, cursor: menu.addAction(f"about {cursor.position()}"))
    place = field.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, field.mapToGlobal(place))
    field.contextMenuEvent(event)
    menu = next(one for one in field.findChildren(QMenu) if one.isVisible())
    texts = [action.text() for action in menu.actions()]
    assert any("Paste" in text for text in texts)
    assert texts[-1] == "about 0"
    menu.close()


def test_half_a_character_becomes_a_whole_one(field: Field) -> None:
    field.insertPlainText("a")
    field.textCursor().insertText("\ud83d")
    assert field.text() in {"a\ufffd", "a"}
    field.text().encode()


def test_an_empty_field_begins_where_the_window_is_read_from_and_a_text_where_it_says(
    qapp: QApplication, qtbot: QtBot
) -> None:
    i18n.install(qapp, "ar", QLocale.c())
    field = Field()
    qtbot.addWidget(field)
    field.resize(300, 60)
    field.show()
    assert field.cursorRect().x() > 250
    qtbot.keyClicks(field, "hello")
    assert field.document().firstBlock().textDirection() is Qt.LayoutDirection.LeftToRight
    assert field.document().firstBlock().layout().lineAt(0).naturalTextRect().left() < 50
    field.setPlainText("")
    assert field.cursorRect().x() > 250
    field.undo()
