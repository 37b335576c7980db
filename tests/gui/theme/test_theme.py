from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Measures, Theme
from chatapp.gui.theme.tokens import DARK, LIGHT


def test_a_change_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    assert theme.tokens is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.use(DARK)
    assert theme.tokens is DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.use(DARK)


def test_measures_change_like_colours(theme: Theme, qtbot: QtBot) -> None:
    assert (theme.sized(16), theme.spaced(8, 4)) == (16, 8)
    with qtbot.waitSignal(theme.changed):
        theme.use(LIGHT, Measures(scale=1.75, compact=True))
    assert (theme.sized(16), theme.spaced(8, 4)) == (28, 4)
    theme.use(DARK)
    assert theme.measures == Measures(scale=1.75, compact=True)
