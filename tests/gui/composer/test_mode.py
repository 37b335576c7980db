from pytestqt.qtbot import QtBot

from chatapp.gui.composer.mode import Mode, ModeBar
from chatapp.gui.theme.theme import Theme
from chatapp.gui.theme.tokens import DARK


def test_it_says_what_is_written_and_can_be_cancelled(theme: Theme, qtbot: QtBot) -> None:
    bar = ModeBar(theme)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    for mode in Mode:
        bar.tell(mode, "Replying to <b>Ann</b>")
        assert bar.isVisible()
        assert bar.words == "Replying to <b>Ann</b>"
    assert bar.cancel.accessibleName() == "Cancel"
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel.click()
    before = bar.cancel.icon().cacheKey()
    theme.use(DARK)
    assert bar.cancel.icon().cacheKey() != before
