from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.welcome.choices import Choices


def test_two_choices_and_why_the_first_did_not_work(theme: Theme, qtbot: QtBot) -> None:
    choices = Choices(theme)
    qtbot.addWidget(choices)
    choices.show()
    with qtbot.waitSignals([choices.host_chosen, choices.join_chosen]):
        choices.host.click()
        choices.join.click()
    choices.show_error("Port 20200 is taken.")
    assert choices._error.isVisible()
    choices.show_error("")
    assert choices._error.isHidden()
    first = choices.host.accessibleDescription()
    choices.set_port(20200)
    assert choices.host.accessibleDescription() != first
