from pytestqt.qtbot import QtBot

from chatapp.gui.welcome.progress import Progress


def test_it_says_what_and_can_be_given_up(qtbot: QtBot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    progress.say("Connecting to x…")
    assert progress._label.text() == progress._bar.accessibleName() == "Connecting to x…"
    with qtbot.waitSignal(progress.cancelled):
        progress.cancel.click()
