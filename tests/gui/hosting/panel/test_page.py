from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from chatapp.gui.hosting.asking import Asking
from chatapp.gui.hosting.panel.page import Page
from chatapp.gui.theme.theme import Theme
from chatapp.protocol.messages.hosting import GetBans, GetServer, ServerState, Unban


class Bare(Page):
    def __init__(self, theme: Theme, asking: Asking) -> None:
        super().__init__(theme, asking)
        self.entitle("Title", "About it.")
        self.taken: list[object] = []

    def refresh(self) -> None:
        self.look(GetBans())

    def take(self, reply: object) -> None:
        self.taken.append(type(reply))


def test_it_hears_every_answer_and_says_what_went_wrong(
    theme: Theme, asking: Asking, answer: Callable[..., None], refuse: Callable[..., None], talk: Any, qtbot: QtBot
) -> None:
    page = Bare(theme, asking)
    qtbot.addWidget(page)
    page.show()
    assert page.title == "Title"
    asking.ask(GetServer(), page, page.refuse)
    answer(GetServer, ServerState("", False, False, False, True, 9))
    assert page.taken == [ServerState]
    page.refresh()
    refuse(GetBans)
    assert "in charge" in page.error
    with qtbot.assertNotEmitted(page.acted):
        page.do(Unban("a"))
        assert page.error == "", "it is tried again"
        refuse(Unban)
    assert "in charge" in page.error
