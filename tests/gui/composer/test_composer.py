from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.composer import NEAR, Composer
from chatapp.gui.composer.holding import HOLDS
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK
from chatapp.protocol.limits import MESSAGE


@pytest.fixture
def composer(composer: Composer) -> Composer:
    composer.set_room("#homework")
    return composer


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_names_are_those_that_people_rely_on(composer: Composer) -> None:
    assert spoken(composer.field) == "Message"
    assert spoken(composer.send) == "Send"
    assert spoken(composer.emoji) == "Emoji"
    assert composer.field.placeholderText() == "Message #homework"


def test_enter_and_the_button_send_and_empty_the_field(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "Hello")
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == ["Hello", 0]
    assert composer.draft == ""
    qtbot.keyClicks(composer.field, "Again")
    with qtbot.waitSignal(composer.sent) as sent:
        composer.send.click()
    assert sent.args == ["Again", 0]


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u00a0"])
def test_nothing_is_not_sent(composer: Composer, qtbot: QtBot, text: str) -> None:
    composer.set_draft(text)
    assert not composer.send.isEnabled()
    with qtbot.assertNotEmitted(composer.sent):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)


def test_blank_edges_are_not_sent_but_indentation_is(composer: Composer, qtbot: QtBot) -> None:
    composer.set_draft("\n\n  code\n\n")
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == ["  code", 0]


def test_the_limit_counts_code_points(composer: Composer, qtbot: QtBot) -> None:
    composer.set_draft("👍" * MESSAGE)
    assert composer._counter.text() == "0 left"
    assert composer.send.isEnabled()
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert len(sent.args[0]) == MESSAGE


def test_over_the_limit_nothing_is_sent_and_nothing_is_lost(composer: Composer, qtbot: QtBot) -> None:
    text = "x" * (MESSAGE + 3)
    composer.set_draft(text)
    assert composer._counter.text() == "3 too many"
    assert not composer.send.isEnabled()
    with qtbot.assertNotEmitted(composer.sent):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert "3 characters too long" in composer.error
    assert composer.draft == text


def test_the_counter_appears_near_the_limit(composer: Composer) -> None:
    composer.set_draft("x" * (NEAR - 1))
    assert composer._counter.isHidden()
    composer.set_draft("x" * NEAR)
    assert composer._counter.isVisible()
    assert composer._counter.text() == f"{MESSAGE - NEAR} left"


def test_what_comes_back_stands_before_what_was_typed_meanwhile(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "typed meanwhile")
    with qtbot.assertNotEmitted(composer.edited):
        composer.give_back("first", "That was too fast.")
        composer.give_back("second", "That was too fast.")
    assert composer.draft == "first\nsecond\ntyped meanwhile"
    assert composer.error == "That was too fast."
    assert composer.field.accessibleDescription() == "That was too fast."
    assert composer._frame.property("wrong") is True
    assert composer._mark.isVisible()


def test_into_an_empty_field_they_come_back_in_order(composer: Composer) -> None:
    for text in ("one", "two", "three"):
        composer.give_back(text, "Why.")
    assert composer.draft == "one\ntwo\nthree"


def test_the_mark_goes_with_the_next_edit(composer: Composer, qtbot: QtBot) -> None:
    composer.give_back("first", "Why.")
    with qtbot.waitSignal(composer.edited):
        qtbot.keyClicks(composer.field, "x")
    assert composer.error == ""
    assert not composer._mark.isVisible()
    # What comes back now is of another time.
    composer.give_back("second", "Why.")
    assert composer.draft.startswith("second\n")


def test_the_mark_goes_with_the_next_sending(composer: Composer, qtbot: QtBot) -> None:
    composer.give_back("first", "Why.")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.error == ""
    assert composer.draft == ""


Undone = Callable[[], list[str]]


def test_undo_takes_back_step_by_step_what_was_put_in(composer: Composer, qtbot: QtBot, undone: Undone) -> None:
    qtbot.keyClicks(composer.field, "one")
    composer.insert("👍")
    qtbot.keyClicks(composer.field, "two")
    composer.mention("Ann")
    qtbot.keyClicks(composer.field, "three")
    assert composer.draft == "one👍two @Ann three"
    assert undone() == ["one👍two @Ann ", "one👍two", "one👍", "one", ""]


def test_undo_brings_nothing_back_that_was_sent(composer: Composer, qtbot: QtBot, undone: Undone) -> None:
    qtbot.keyClicks(composer.field, "one")
    composer.insert("👍")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert undone() == []
    qtbot.keyClicks(composer.field, "next")
    assert undone() == [""]
    composer.field.redo()
    assert composer.draft == "next"


def test_undo_begins_anew_with_a_draft_and_with_an_edit(composer: Composer, qtbot: QtBot, undone: Undone) -> None:
    composer.set_draft("of earlier")
    assert undone() == []
    qtbot.keyClicks(composer.field, " x")
    composer.edit(5, "five")
    assert undone() == []
    qtbot.keyClicks(composer.field, "!")
    assert undone() == ["five"]
    composer.cancel()
    assert composer.draft == "of earlier x"
    assert undone() == []


def test_what_came_back_goes_again_with_one_undo(composer: Composer, qtbot: QtBot, undone: Undone) -> None:
    qtbot.keyClicks(composer.field, "meanwhile")
    composer.give_back("refused", "Why.")
    assert undone() == ["meanwhile", ""]


def test_the_cursor_comes_back_with_the_draft(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "half a thought")
    for _ in "thought":
        qtbot.keyClick(composer.field, Qt.Key.Key_Left)
    composer.edit(5, "five")
    composer.cancel()
    qtbot.keyClicks(composer.field, "good ")
    assert composer.draft == "half a good thought"


def test_what_is_too_long_to_be_pasted_is_told(composer: Composer) -> None:
    mime = QMimeData()
    mime.setText("x" * HOLDS)
    composer.field.insertFromMimeData(mime)
    assert "more than fits" in composer.error
    assert composer.draft == ""


def test_the_menu_leads_to_the_emoji(composer: Composer, qtbot: QtBot) -> None:
    menu = QMenu(composer)
    composer.field.menu_wanted.emit(menu, composer.field.textCursor())
    with qtbot.waitSignal(composer.emoji_asked) as asked:
        menu.actions()[-1].trigger()
    assert asked.args == [composer.emoji]


def test_emoji_are_asked_for_beside_the_button(composer: Composer, qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(composer.emoji_asked) as asked:
        composer.emoji.click()
    assert asked.args == [composer.emoji]
    before = composer.emoji.icon().cacheKey()
    theme.use(DARK)
    assert composer.emoji.icon().cacheKey() != before


def test_a_reply_says_what_it_answers_and_goes_out_with_it(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "yes")
    composer.reply_to(7, "Ann", "who has page 12?")
    assert composer.mode.isVisible()
    assert composer.mode.words == "Replying to Ann: who has page 12?"
    assert (composer.answering, composer.editing) == (7, 0)
    assert composer.draft == "yes"
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == ["yes", 7]
    assert not composer.mode.isVisible()
    qtbot.keyClicks(composer.field, "next")
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == ["next", 0]


@pytest.mark.parametrize("way", ["Esc", "button"])
def test_an_answer_can_be_given_up(composer: Composer, qtbot: QtBot, way: str) -> None:
    qtbot.keyClicks(composer.field, "yes")
    composer.reply_to(7, "Ann", "who?")
    if way == "Esc":
        qtbot.keyClick(composer.field, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(composer.mode.cancel, Qt.MouseButton.LeftButton)
    assert composer.answering == 0
    assert composer.mode.isHidden()
    assert composer.draft == "yes"


def test_escape_is_the_windows_where_there_is_nothing_to_give_up(composer: Composer, qtbot: QtBot) -> None:
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    composer.keyPressEvent(pressed)
    assert not pressed.isAccepted()
    composer.reply_to(7, "Ann", "who?")
    composer.keyPressEvent(pressed)
    assert composer.answering == 0


def test_an_edit_keeps_the_draft_meanwhile(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "half a thought")
    with qtbot.assertNotEmitted(composer.typed):
        composer.edit(5, "teh text")
        assert composer.field.text() == "teh text"
        assert composer.draft == "half a thought"
        assert composer.mode.words == "Editing your message"
        composer.field.selectAll()
        qtbot.keyClicks(composer.field, "the text")
    with (
        qtbot.waitSignal(composer.corrected) as corrected,
        qtbot.assertNotEmitted(composer.sent),
    ):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert corrected.args == [5, "the text"]
    assert composer.field.text() == composer.draft == "half a thought"
    assert composer.editing == 0


def test_an_edit_that_changes_nothing_is_none(composer: Composer, qtbot: QtBot) -> None:
    composer.edit(5, "as it was")
    with qtbot.assertNotEmitted(composer.corrected), qtbot.assertNotEmitted(composer.sent):
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.mode.isHidden()
    assert composer.field.text() == ""


def test_an_edit_can_be_given_up_or_exchanged(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "draft")
    composer.edit(5, "five")
    composer.edit(6, "six")
    assert composer.field.text() == "six"
    composer.reply_to(7, "Ann", "seven")
    assert composer.field.text() == composer.draft == "draft"
    composer.edit(5, "five")
    qtbot.keyClick(composer.field, Qt.Key.Key_Escape)
    assert composer.field.text() == composer.draft == "draft"


def test_what_comes_back_during_an_edit_joins_the_draft(composer: Composer, qtbot: QtBot) -> None:
    qtbot.keyClicks(composer.field, "draft")
    composer.edit(5, "five")
    composer.give_back("refused", "Why.")
    assert composer.field.text() == "five"
    assert composer.error == "Why."
    composer.cancel()
    assert composer.draft == "refused\ndraft"


def test_up_in_an_empty_field_asks_for_the_last_message(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(composer.recalled):
        qtbot.keyClick(composer.field, Qt.Key.Key_Up)
    composer.edit(5, "")
    with qtbot.assertNotEmitted(composer.recalled):
        qtbot.keyClick(composer.field, Qt.Key.Key_Up)
    composer.cancel()
    qtbot.keyClicks(composer.field, "x")
    with qtbot.assertNotEmitted(composer.recalled):
        qtbot.keyClick(composer.field, Qt.Key.Key_Up)


def test_typing_is_told(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(composer.typed), qtbot.assertNotEmitted(composer.stilled):
        qtbot.keyClicks(composer.field, "x")
    with qtbot.waitSignal(composer.stilled), qtbot.assertNotEmitted(composer.typed):
        qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    with qtbot.assertNotEmitted(composer.typed):
        composer.set_draft("of earlier")
        composer.give_back("refused", "Why.")


def test_a_name_is_mentioned_where_the_cursor_is(composer: Composer, qtbot: QtBot) -> None:
    composer.mention("Ann")
    assert composer.draft == "@Ann "
    qtbot.keyClicks(composer.field, "and")
    composer.mention("Bo")
    assert composer.draft == "@Ann and @Bo "
    composer.set_draft(" today")
    composer.field.moveCursor(composer.field.textCursor().MoveOperation.Start)
    composer.mention("Ann")
    qtbot.keyClicks(composer.field, "x")
    assert composer.draft == "@Ann xtoday"


def test_what_stands_around_the_field_is_read_with_it(composer: Composer) -> None:
    composer.reply_to(7, "Ann", "who?")
    assert composer.field.accessibleDescription() == "Replying to Ann: who?"
    composer.give_back("refused", "Why.")
    assert composer.field.accessibleDescription() == "Replying to Ann: who? Why."
    composer.cancel()
    assert composer.field.accessibleDescription() == "Why."


def test_an_edit_that_was_refused_can_be_tried_again_as_it_is(composer: Composer, qtbot: QtBot) -> None:
    composer.edit(5, "the text")
    composer.give_back("", "That was too fast.")
    with qtbot.waitSignal(composer.corrected) as corrected:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert corrected.args == [5, "the text"]
    assert composer.error == ""
