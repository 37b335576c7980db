import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.people.panel import PeoplePanel
from chatapp.gui.theme.theme import Theme


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> PeoplePanel:
    made = PeoplePanel(theme)
    qtbot.addWidget(made)
    made.resize(220, 400)
    made.show_people(["Ann", "Bo", "R&D"], "Bo", "Ann")
    made.show()
    return made


def test_it_counts_in_figures_and_in_words(panel: PeoplePanel) -> None:
    assert panel._count.text() == "3"
    assert panel._count.accessibleName() == "3 people"
    assert panel.list.accessibleName() == "People"


def test_an_empty_room_says_so(panel: PeoplePanel) -> None:
    assert not panel._nobody.isVisible()
    panel.show_people([], "", "Ann")
    assert panel._nobody.isVisible()
    assert not panel.list.isVisible()
    assert not panel._count.isVisible()


def test_one_mentions_where_one_writes(panel: PeoplePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.mention_asked):
        panel.list.chosen.emit("Bo")
    assert not panel.menu("Bo").actions()[0].isEnabled()
    panel.set_writable(writable=True)
    with qtbot.waitSignal(panel.mention_asked) as asked:
        panel.list.chosen.emit("Bo")
    assert asked.args == ["Bo"]
    with qtbot.waitSignal(panel.mention_asked) as asked:
        panel.menu("R&D").actions()[0].trigger()
    assert asked.args == ["R&D"]


def test_a_name_can_be_copied_and_is_no_mnemonic(panel: PeoplePanel) -> None:
    mention, copy = panel.menu("R&D").actions()
    assert mention.text() == "Mention R&&D"
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "R&D"


def test_it_can_be_sent_away(panel: PeoplePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.close_asked):
        panel.close_panel.click()
