import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.gui.rooms.pace import SLOW, fill, paces, slowness


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "as fast as they like"),
        (5, "every 5 seconds"),
        (60, "every 1 minute"),
        (61, "every 2 m"),
        (900, "every 15 m"),
    ],
)
def test_paces_in_words(seconds: int, words: str) -> None:
    assert slowness(seconds).startswith(words)


def test_the_pace_that_holds_is_among_them() -> None:
    assert tuple(paces(30)) == SLOW
    assert 45 in paces(45)


def test_the_menu_shows_what_holds_and_tells_what_is_chosen(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    chosen: list[tuple[bool | None, int | None]] = []
    fill(menu, (True, 45), lambda announce, slow: chosen.append((announce, slow)))
    actions = {action.text(): action for action in menu.actions()}
    assert [text for text, action in actions.items() if action.isChecked()] == [
        "Only those in charge write",
        "Everybody may write every 45 seconds",
    ]
    actions["Only those in charge write"].trigger()
    actions["Everybody may write every 10 seconds"].trigger()
    assert chosen == [(False, None), (None, 10)]


def test_nothing_is_marked_before_it_is_known(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    fill(menu, (None, None), lambda _announce, _slow: None)
    assert not any(action.isChecked() for action in menu.actions())
