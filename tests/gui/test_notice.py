import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.notice import BENEATH, NoticeBar
from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import DARK


def test_it_tells_does_and_goes(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    done: list[int] = []
    bar.tell("Something", "Do it", lambda: done.append(1))
    assert bar.text == bar.accessibleName() == "Something"
    bar.action.click()
    assert done == [1]
    assert bar.dismiss.accessibleName() == "Dismiss"
    bar.dismiss.click()
    assert bar.isHidden()


def test_without_an_action_there_is_no_button(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme, "warning")
    qtbot.addWidget(bar)
    bar.tell("Something", dismissible=False)
    assert bar.action.isHidden()
    assert bar.dismiss.isHidden()
    theme.use(DARK)
    assert not bar._mark.pixmap().isNull()


def test_its_pictures_grow_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    usual = bar._mark.pixmap().deviceIndependentSize()
    theme.use(DARK, Measures(scale=2.0))
    assert bar._mark.pixmap().deviceIndependentSize() == 2 * usual


def test_where_it_is_narrow_the_button_stands_under_the_words(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.tell("Something that takes more than one line where there is little room", "Copy the address")
    bar.resize(900, bar.heightForWidth(900))
    bar.show()
    assert bar.action.x() > bar._words.x()
    bar.resize(300, bar.heightForWidth(300))
    bar.layout().activate()
    assert bar.action.y() > bar._words.y()
    assert bar.action.width() >= bar.action.sizeHint().width()


@pytest.mark.parametrize("width", range(260, 1000, 60))
def test_words_beside_a_button_take_two_lines_at_the_most(theme: Theme, width: int, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.tell("You are here for the first time. The host's code is FTQV VNRB 56ID HRM7 6YR4.", "Compare…")
    bar.resize(width, bar.heightForWidth(width))
    bar.show()
    bar.layout().activate()
    lines = bar._words.heightForWidth(bar._words.width()) / bar._words.fontMetrics().lineSpacing()
    if bar.action.y() < bar._words.geometry().bottom():
        assert lines <= 2
    else:
        assert bar._words.width() > width - 100, "the whole bar is theirs"


def test_a_second_thing_can_be_done(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.tell("Something", "One", lambda: done.append("one"), other=("Two", lambda: done.append("two")))
    bar.resize(900, bar.heightForWidth(900))
    bar.show()
    bar.layout().activate()
    assert bar._words.x() < bar.action.x() < bar.other.x() < bar.dismiss.x()
    bar.other.click()
    bar.action.click()
    assert done == ["two", "one"]
    bar.tell("Something else", "One", lambda: None)
    assert bar.other.isHidden()


def test_that_it_was_done_is_said_on_the_button(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.tell("Something", "Copy invite", lambda: done.append("copied"), done="Copied")
    bar.show()
    width = bar.action.width()
    bar.action.click()
    assert done == ["copied"]
    assert (bar.action.text(), bar.action.width()) == ("Copied", width)
    qtbot.waitUntil(lambda: bar.action.text() == "Copy invite")
    bar.action.click()
    bar.tell("Something else", "Try again", lambda: None)
    assert bar.action.text() == "Try again"


def test_what_lasts_is_there_again_once_something_else_is_dismissed(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.tell("Careful", "Look", lambda: done.append("looked"), lasting=True)
    bar.tell("Too fast")
    bar.tell("Still too fast")
    bar.dismiss.click()
    assert (bar.text, bar.action.isHidden()) == ("Careful", False)
    bar.action.click()
    assert done == ["looked"]
    bar.dismiss.click()
    assert bar.isHidden()
    bar.tell("Too fast")
    bar.dismiss.click()
    assert bar.isHidden(), "it was dismissed, too"


def test_what_is_so_no_longer_is_taken_back_wherever_it_is(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.tell("Careful", lasting=True)
    bar.tell("Too fast")
    bar.take_back("Careful")
    assert bar.text == "Too fast"
    bar.take_back("Too fast")
    assert bar.isHidden()
    for number in range(3 * BENEATH):
        bar.tell(f"Careful {number}", lasting=True)
    seen = 0
    while not bar.isHidden():
        bar.dismiss.click()
        seen += 1
    assert seen == BENEATH + 1, "nobody reads a hundred"
