import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.emoji import EmojiChooser
from chatapp.gui.chat.room import RoomView, Standing
from chatapp.gui.chat.writing import Writing
from chatapp.gui.composer.suggestions import Suggestions
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.rich import Members
from chatapp.session.timeline import Entry
from tests.gui.conftest import Talk


@pytest.fixture
def view(theme: Theme, settings: Settings, talk: Talk, qtbot: QtBot) -> RoomView:
    desk = Desk(theme, talk.session.timeline)
    qtbot.addWidget(desk)
    emoji = EmojiChooser(theme, settings, desk, desk)
    Writing(theme, talk.bridge, settings, desk, emoji)
    talk.welcome()
    made = desk.open("default")
    made.stand(Standing.JOINED)
    desk.resize(600, 500)
    desk.show()
    desk.activateWindow()
    made.focus_writing()
    qtbot.waitUntil(made.composer.field.hasFocus)
    return made


def offered(view: RoomView) -> list[str]:
    """What stands in the open list."""
    model = next(found for found in view.findChildren(Suggestions) if found.isVisible()).list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_people_of_the_room_are_offered_who_spoke_last_first(view: RoomView, talk: Talk, qtbot: QtBot) -> None:
    talk.hear(Members("default", ["Ann", "Anke", "Anna", "Anton", "Bo"]))
    view.model.timeline.append([Entry(name, "Hello", 0.0) for name in ("Anna", "Andy", "Anton", "Ann")])
    view.model.refresh()
    qtbot.keyClicks(view.composer.field, "@an")
    assert offered(view) == ["Anton", "Anna", "Anke", "Andy"]
    qtbot.keyClick(view.composer.field, Qt.Key.Key_Tab)
    assert view.composer.draft == "@Anton "


def test_an_emoji_that_is_completed_counts_as_used(view: RoomView, settings: Settings, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.composer.field, ":grinning:")
    if view.composer.draft == "😀":  # as far as there is a font that draws it
        assert settings.emoji[0].startswith("😀")
