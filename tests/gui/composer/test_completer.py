from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.composer import completer as module
from chatapp.gui.composer.completer import Completer
from chatapp.gui.composer.composer import Composer
from chatapp.gui.composer.suggestion import Suggestion
from chatapp.gui.theme.theme import Theme
from chatapp.text.completion import Kind, Token

EMOJI = [Suggestion("😄", ":smile:", "grinning face", "😄"), Suggestion("🙂", ":smiling:", "smiling face", "🙂")]
NAMES = [Suggestion("@Ann B ", "Ann B"), Suggestion("@Anna ", "Anna")]


def fitting(token: Token, limit: int) -> Sequence[Suggestion]:
    offered = EMOJI if token.kind is Kind.EMOJI else NAMES
    return [one for one in offered if one.title.lstrip(":").casefold().startswith(token.query.casefold())][:limit]


@pytest.fixture
def completer(theme: Theme, page: QWidget, composer: Composer) -> Completer:
    made = Completer(theme, composer.field, page, fitting)
    composer.field.take_key = made.take_key
    composer.field.take_tab = made.take_tab
    return made


@pytest.fixture
def write(completer: Completer, composer: Composer, qtbot: QtBot) -> Callable[[str], None]:
    return lambda text: qtbot.keyClicks(composer.field, text)


@pytest.fixture
def press(composer: Composer, qtbot: QtBot) -> Callable[..., None]:
    def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(composer.field, key, modifier)

    return key


Write = Callable[[str], None]
Press = Callable[..., None]
K = Qt.Key


def test_it_opens_after_two_letters_and_tab_takes_the_first(
    completer: Completer, composer: Composer, write: Write, press: Press, qtbot: QtBot
) -> None:
    write("well :s")
    assert not completer.is_open
    write("m")
    assert completer.is_open
    with qtbot.waitSignal(completer.taken) as taken:
        press(K.Key_Tab)
    assert taken.args == [Kind.EMOJI, "😄"]
    assert composer.field.text() == "well 😄"
    assert composer.field.hasFocus()
    assert not completer.is_open


def test_a_name_is_followed_by_one_space(completer: Completer, composer: Composer, write: Write, press: Press) -> None:
    write("@a")
    press(K.Key_Tab)
    assert composer.field.text() == "@Ann B "
    composer.set_draft("ask  today")
    for _ in " today":
        press(K.Key_Left)
    write("@ann b")
    press(K.Key_Tab)
    write("x")
    assert composer.field.text() == "ask @Ann B xtoday"


def test_enter_sends_unless_the_arrows_have_chosen(
    completer: Completer, composer: Composer, write: Write, press: Press, qtbot: QtBot
) -> None:
    write(":sm")
    with qtbot.waitSignal(composer.sent) as sent:
        press(K.Key_Return)
    assert sent.args == [":sm", 0]
    assert not completer.is_open
    write(":sm")
    press(K.Key_Down)
    press(K.Key_Down)
    with qtbot.assertNotEmitted(composer.sent):
        press(K.Key_Return)
    assert composer.field.text() == "🙂"


def test_a_choice_ends_with_the_next_letter(
    completer: Completer, composer: Composer, write: Write, press: Press, qtbot: QtBot
) -> None:
    write(":sm")
    press(K.Key_Up)
    write("i")
    with qtbot.waitSignal(composer.sent) as sent:
        press(K.Key_Return)
    assert sent.args == [":smi", 0]


def test_typing_on_filters_and_closes_where_nothing_fits(completer: Completer, write: Write, press: Press) -> None:
    write(":sm")
    assert completer._list is not None
    assert completer._list.count == 2
    write("ile")
    assert completer._list.count == 1
    write("x")
    assert not completer.is_open
    assert completer._list.isHidden()
    press(K.Key_Backspace)
    assert completer.is_open


def test_escape_closes_it_first_and_gives_up_the_answer_then(
    completer: Completer, composer: Composer, write: Write, press: Press
) -> None:
    composer.reply_to(7, "Ann", "who?")
    write(":sm")
    press(K.Key_Escape)
    assert not completer.is_open
    assert composer.answering == 7
    write("i")
    assert not completer.is_open
    press(K.Key_Escape)
    assert composer.answering == 0
    write(" :sm")
    assert completer.is_open


def test_it_closes_when_the_caret_or_the_keyboard_leaves(
    completer: Completer, composer: Composer, write: Write, press: Press
) -> None:
    write("so :smi")
    press(K.Key_Left)
    assert not completer.is_open
    press(K.Key_End)
    assert not completer.is_open
    press(K.Key_Backspace)
    assert completer.is_open
    press(K.Key_Home)
    assert not completer.is_open
    press(K.Key_End)
    press(K.Key_Backspace)
    write("m")
    assert completer.is_open
    composer.emoji.setFocus()
    assert not completer.is_open


def test_it_opens_by_typing_alone(completer: Completer, composer: Composer, write: Write) -> None:
    composer.set_draft("a :sm")
    assert not completer.is_open
    composer.insert(" :sm")
    assert not completer.is_open
    write("i")
    assert completer.is_open
    composer.set_draft("")
    assert not completer.is_open


def test_what_an_input_method_commits_is_typed(completer: Completer, composer: Composer) -> None:
    composed = QInputMethodEvent()
    composed.setCommitString("@an")
    QApplication.sendEvent(composer.field, composed)
    assert completer.is_open


def test_it_closes_when_something_is_pasted_or_undone(completer: Completer, write: Write, press: Press) -> None:
    QApplication.clipboard().setText("ile and more")
    for key in (K.Key_V, K.Key_Z):
        write(" :sm")
        assert completer.is_open
        press(key, Qt.KeyboardModifier.ControlModifier)
        assert not completer.is_open


def test_shift_tab_and_other_keys_do_what_they_always_do(
    completer: Completer, composer: Composer, write: Write, press: Press
) -> None:
    write(":sm")
    press(K.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert composer.field.text() == ":sm"
    composer.field.moveCursor(composer.field.textCursor().MoveOperation.End)
    write("i")
    press(K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not composer.field.hasFocus()
    assert composer.field.text() == ":smi"


def test_a_click_takes(completer: Completer, composer: Composer, write: Write, qtbot: QtBot) -> None:
    write(":sm")
    assert completer._list is not None
    view = completer._list.list
    second = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert composer.field.text() == "🙂"
    assert composer.field.hasFocus()


def test_undo_brings_back_what_was_written_and_nothing_else(
    completer: Completer, composer: Composer, write: Write, press: Press, undone: Callable[[], list[str]]
) -> None:
    write("well :sm")
    press(K.Key_Tab)
    write(" yes")
    assert undone() == ["well 😄", "well :sm", ""]


def test_switched_off_it_offers_nothing(completer: Completer, write: Write) -> None:
    completer.enabled = False
    write(":smile")
    assert not completer.is_open


def test_in_a_text_too_long_to_be_sent_it_offers_nothing(
    completer: Completer, composer: Composer, write: Write
) -> None:
    composer.set_draft("line\n" * 10_000)
    write(":sm")
    assert not completer.is_open


def test_what_is_offered_and_chosen_is_read_aloud(
    completer: Completer, write: Write, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "read_aloud", lambda _widget, text: told.append(text))
    write(":smi")
    press(K.Key_Up)
    press(K.Key_Down)
    assert told[0].endswith("Tab inserts grinning face.")
    assert told[1:] == ["smiling face, 2 of 2", "grinning face, 1 of 2"]


def test_plain_words_ask_for_nothing(
    completer: Completer, composer: Composer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(completer, "_complete", lambda token, _limit: asked.append(token.query) or [])
    write("At 10:30, ann@home: `:code @me` https://example.org/:x :) a:b")
    assert asked == []
    write(" :xy")
    assert asked == ["xy"]
