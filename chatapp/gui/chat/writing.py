"""Helps with writing on the pages of all rooms: with their people, and with the emoji that this person uses."""

from functools import partial
from itertools import islice

from PySide6.QtCore import QObject

from chatapp.gui.bridge import Bridge
from chatapp.gui.chat.desk import Desk
from chatapp.gui.chat.emoji import EmojiChooser
from chatapp.gui.chat.room import RoomView
from chatapp.gui.composer.aids import Aids
from chatapp.gui.composer.emoji_source import EmojiSource
from chatapp.gui.settings import Settings
from chatapp.gui.spelling.speller import Speller
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.names import shown
from chatapp.session.timeline import EntryKind

LATELY = 200
"""messages, whose authors have spoken lately"""


class Writing(QObject):
    """Attends to every page of the desk."""

    def __init__(self, theme: Theme, bridge: Bridge, settings: Settings, desk: Desk, emoji: EmojiChooser) -> None:
        super().__init__(desk)
        self._theme = theme
        self._bridge = bridge
        self._settings = settings
        self._emoji = emoji
        self._source = EmojiSource(settings, self)
        self._speller = Speller(parent=self)
        desk.opened.connect(self._attend)

    def _attend(self, view: RoomView) -> None:
        people = partial(self._people, view)
        aids = Aids(
            self._theme,
            self._settings,
            view.composer,
            view,
            emoji=self._source,
            speller=self._speller,
            people=people,
        )
        aids.used.connect(self._emoji.use)

    def _people(self, view: RoomView) -> tuple[list[str], list[str]]:
        me = shown(self._bridge.session.name)
        timeline = view.model.timeline
        rows = islice(reversed(range(len(timeline))), LATELY)
        entries = (timeline[row] for row in rows)
        lately = dict.fromkeys(shown(entry.author) for entry in entries if entry.kind is EntryKind.MESSAGE)
        joined = self._bridge.roster(view.name).names
        return [name for name in joined if name != me], [name for name in lately if name != me]
