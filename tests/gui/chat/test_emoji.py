import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.emoji import QUICK, EmojiChooser
from chatapp.gui.emoji.grid import EmojiGrid
from chatapp.gui.settings import Settings
from chatapp.gui.theme.theme import Theme
from chatapp.session.timeline import Timeline


def test_what_is_chosen_is_written_in_front_and_remembered(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    desk.resize(600, 400)
    desk.show()
    chooser = EmojiChooser(theme, settings, desk, desk)
    view = desk.open("default")
    view.composer.set_draft("Hi ")
    chooser.open_at(view.composer.emoji)
    popup = chooser.prepare()
    assert popup.isVisible()
    chooser._recents.use("👍")
    popup.chosen.emit("👍")
    assert view.composer.draft == "Hi 👍"
    assert settings.emoji == chooser._recents.to_list() != []
    popup.hide()
    desk.close_room("default")
    popup.chosen.emit("👍")


@pytest.mark.parametrize(
    "event",
    [QEnterEvent(QPointF(), QPointF(), QPointF()), QFocusEvent(QEvent.Type.FocusIn)],
    ids=["pointer", "keyboard"],
)
def test_it_is_made_when_somebody_comes_near(event: QEvent, theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    chooser = EmojiChooser(theme, settings, desk, desk)
    button = desk.open("default").composer.emoji
    chooser.watch(button)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Polish))
    assert chooser._popup is None
    QApplication.sendEvent(button, event)
    assert chooser._popup is not None
    assert chooser.prepare() is chooser._popup


def test_what_is_chosen_for_something_else_is_not_written(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    desk.show()
    chooser = EmojiChooser(theme, settings, desk, desk)
    view = desk.open("default")
    reactions: list[str] = []
    chooser.choose(view, reactions.append)
    popup = chooser.prepare()
    popup.chosen.emit("👍")
    assert (reactions, view.composer.draft) == (["👍"], "")
    chooser.open_at(view.composer.emoji)
    popup.chosen.emit("👍")
    assert (reactions, view.composer.draft) == (["👍"], "👍")
    popup.hide()


def test_favourites_are_this_persons_own_then_everybodys(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    chooser = EmojiChooser(theme, settings, desk, desk)
    assert chooser.favourites == QUICK
    with qtbot.waitSignal(chooser.favourites_changed):
        chooser.use("🎉")
    assert chooser.favourites == ("🎉", *QUICK[:2])
    assert settings.emoji == ["🎉 1.0000"]
    chooser.use("😂")
    assert chooser.favourites == ("😂", "🎉", "👍")


def test_everything_is_in_the_tone_that_was_chosen(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    desk.show()
    chooser = EmojiChooser(theme, settings, desk, desk)
    with qtbot.waitSignal(chooser.favourites_changed):
        settings.skin_tone = "dark"
    assert chooser.favourites == ("👍🏿", "❤️", "😂")
    popup = chooser.prepare()
    chooser.choose(desk, lambda _emoji: None)
    grid = popup.findChild(EmojiGrid)
    shown = {grid.model().index(row, 0).data() for row in range(grid.model().rowCount())}
    assert "👋🏿" in shown
    popup.tone_chosen.emit("light")
    assert settings.skin_tone == "light"
    assert chooser.favourites[0] == "👍🏻"
    settings.skin_tone = "none"
    assert grid.model().index(0, 0).data() == "😀"
    popup.hide()


def test_a_reaction_in_any_tone_is_a_use_of_its_emoji(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    chooser = EmojiChooser(theme, settings, desk, desk)
    chooser.use("🙏🏿")
    assert chooser.favourites == ("🙏", *QUICK[:2])


def test_recents_can_be_forgotten(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    desk = Desk(theme, lambda _room: Timeline())
    qtbot.addWidget(desk)
    desk.show()
    chooser = EmojiChooser(theme, settings, desk, desk)
    for emoji in ("🎉", "🐱"):
        chooser.use(emoji)
    popup = chooser.prepare()
    chooser._recents.forget("🐱")
    with qtbot.waitSignal(chooser.favourites_changed):
        popup.recents_changed.emit()
    assert settings.emoji == ["🎉 0.9000"]
    chooser._recents.clear()
    popup.recents_changed.emit()
    assert (settings.emoji, chooser.favourites) == ([], QUICK)
