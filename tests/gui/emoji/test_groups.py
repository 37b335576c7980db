from pytestqt.qtbot import QtBot

from chatapp.gui.emoji.groups import GroupBar, title
from chatapp.gui.theme.theme import Theme
from chatapp.text.emoji import catalogue


def test_every_group_of_the_catalogue_has_a_title_of_its_own() -> None:
    titles = [title(group.key) for group in catalogue().groups]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_a_group_that_is_new_keeps_its_english_name_and_gets_a_tab(qtbot: QtBot) -> None:
    assert title("new-group", "New group") == "New group"
    bar = GroupBar(Theme())
    qtbot.addWidget(bar)
    bar.resize(300, 40)
    bar.set_groups({"flags": "Flags", "new-group": "New group"})
    assert [bar.accessibleTabName(index) for index in range(bar.count())] == ["Flags", "New group"]
    bar.grab()


def test_marking_a_tab_asks_nobody_to_go_there(qtbot: QtBot) -> None:
    bar = GroupBar(Theme())
    qtbot.addWidget(bar)
    bar.set_groups({"flags": "Flags", "symbols": "Symbols"})
    with qtbot.assertNotEmitted(bar.currentChanged):
        bar.show_current(1)
        bar.set_groups({"flags": "Flags"})
    assert bar.currentIndex() == 0
