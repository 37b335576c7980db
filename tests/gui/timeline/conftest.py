from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, State, Timeline

NOW = 1_790_000_000.0
"""a Monday, 14:13:20 UTC"""


@dataclass
class Shown:
    """A view on a timeline, with the time standing still unless it is told otherwise."""

    view: TimelineView
    timeline: Timeline
    model: TimelineModel
    theme: Theme
    now: list[float]
    """one number: the time"""
    keys: list[int] = field(default_factory=list)

    def hear(self, *texts: str, author: str = "Ann", at: float = NOW) -> None:
        self.timeline.append([Entry(author, text, at) for text in texts])
        self.model.refresh()

    def say(self, text: str) -> int:
        key = len(self.keys) + 1
        self.keys.append(key)
        self.timeline.say(Entry("me", text, NOW, mine=True, state=State.SENDING, key=key))
        self.model.refresh()
        return key

    def confirm(self, key: int) -> None:
        entry = self.timeline.settle(key)
        assert entry is not None
        self.timeline.append([Entry(entry.author, entry.text, entry.at, mine=True)])
        self.model.refresh()


Show = Callable[..., Shown]


def lines(count: int, every: float = 1.0) -> list[Entry]:
    return [
        Entry(f"author {number // 4 % 3}", f"message {number}", NOW - (count - number) * every)
        for number in range(count)
    ]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Make and show a view of these entries."""

    def make(entries: Iterable[Entry] = (), width: int = 600, height: int = 400, new_from: int | None = None) -> Shown:
        theme = Theme()
        timeline = Timeline(entries)
        timeline.new_from = new_from
        now = [NOW]
        view = TimelineView(theme, clock=lambda: now[0])
        model = TimelineModel(timeline, view)
        shown = Shown(view, timeline, model, theme, now)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.set_model(model)
        with qtbot.waitExposed(view):
            view.show()
        return shown

    return make
