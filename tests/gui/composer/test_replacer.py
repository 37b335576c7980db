from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.composer import Composer
from chatapp.gui.composer.replacer import Replacer

CODES = {"smile": "😄", "x": "❌"}


@pytest.fixture
def replacer(composer: Composer) -> Replacer:
    made = Replacer(composer.field, lambda code: CODES.get(code, ""))
    made.emoticons = True
    composer.field.take_key = made.take_key
    composer.sending.connect(made.finish)
    return made


@pytest.fixture
def write(replacer: Replacer, composer: Composer, qtbot: QtBot) -> Callable[[str], None]:
    return lambda text: qtbot.keyClicks(composer.field, text)


Write = Callable[[str], None]


def test_a_code_becomes_its_emoji_at_the_closing_colon(
    replacer: Replacer, composer: Composer, write: Write, qtbot: QtBot, undone: Callable[[], list[str]]
) -> None:
    with qtbot.waitSignal(replacer.taken) as taken:
        write("well :smile:")
    assert taken.args == ["😄"]
    write("!")
    assert composer.field.text() == "well 😄!"
    assert undone() == ["well 😄", "well :smile:", ""]


@pytest.mark.parametrize("text", [":nothing:", "a:smile:", "`:smile:", "10:30:"])
def test_what_is_no_code_stays(composer: Composer, write: Write, text: str) -> None:
    write(text)
    assert composer.field.text() == text


def test_what_is_pasted_stays(composer: Composer, write: Write, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("pasted :smile: :) ")
    qtbot.keyClick(composer.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert composer.field.text() == "pasted :smile: :) "


def test_an_emoticon_becomes_an_emoji_at_the_space_behind_it(composer: Composer, write: Write, qtbot: QtBot) -> None:
    write("well :)")
    assert composer.field.text() == "well :)"
    write(" <3")
    qtbot.keyClick(composer.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert composer.field.text() == "well 🙂 ❤️\n"


def test_and_where_it_is_sent(composer: Composer, write: Write, qtbot: QtBot) -> None:
    write("well :)")
    with qtbot.waitSignal(composer.sent) as sent:
        composer.send.click()
    assert sent.args == ["well 🙂", 0]


def test_backspace_brings_it_back_for_good(composer: Composer, write: Write, qtbot: QtBot) -> None:
    write("well :) ")
    qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    assert composer.field.text() == "well :) "
    qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    assert composer.field.text() == "well :)"
    write(" ")
    assert composer.field.text() == "well :) "
    qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == ["well :)", 0]
    write("again :) ")
    assert composer.field.text() == "again 🙂 "


def test_backspace_brings_back_a_code_too_but_only_at_once(composer: Composer, write: Write, qtbot: QtBot) -> None:
    write(":smile:")
    qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    assert composer.field.text() == ":smile:"
    composer.set_draft("")
    write(":smile:x")
    qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(composer.field, Qt.Key.Key_Backspace)
    assert composer.field.text() == ""


def test_each_can_be_switched_off(replacer: Replacer, composer: Composer, write: Write, qtbot: QtBot) -> None:
    replacer.codes = replacer.emoticons = False
    write(":smile: :) <3")
    with qtbot.waitSignal(composer.sent) as sent:
        qtbot.keyClick(composer.field, Qt.Key.Key_Return)
    assert sent.args == [":smile: :) <3", 0]
