import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.composer.typing import TypingLine, typing_words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Ann"], "Ann is typing…"),
        (["Ann", "Bo"], "Ann and Bo are typing…"),
        (["Ann", "Bo", "Cy"], "Ann, Bo and Cy are typing…"),
        (["Ann", "Bo", "Cy", "Di"], "Several people are typing…"),
    ],
)
def test_who_is_typing_in_words(names: list[str], words: str) -> None:
    assert typing_words(names) == words


def test_it_takes_its_room_whether_somebody_writes_or_not(qtbot: QtBot) -> None:
    line = TypingLine()
    qtbot.addWidget(line)
    line.resize(300, 20)
    empty = line.sizeHint().height()
    line.show_typing(["A\u202enn"])
    assert line.sizeHint().height() == empty > 5
    assert line.whole == "A\ufffdnn is typing…"
