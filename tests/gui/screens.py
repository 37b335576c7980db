"""Every screen of the window by its name, each opened as a person comes to it: what tests of all screens walk over."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.export import ExportDialog
from chatapp.gui.dialogs.invited import Invited
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.window import MainWindow
from chatapp.protocol.messages import (
    Event,
    GetHistory,
    GetMembers,
    History,
    IsTyping,
    Joined,
    Kind,
    Members,
    Results,
    Search,
)
from chatapp.session.acquaintances import Acquaintance, Tie
from chatapp.session.changes import Phase, PhaseChanged
from chatapp.session.ground import Ground, Trust

AT = 1_789_900_000_000
"""milliseconds; when the first thing was said"""


class Stage:
    """A window with a chat in which something of everything is. `talk` is this end of an imagined connection."""

    def __init__(self, window: MainWindow, page: ChatPage, talk: Any) -> None:
        self.window, self.page, self.talk = window, page, talk

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        return next(widget for widget in self.window.findChildren(QDialog) if widget.isVisible())


def fill(talk: Any) -> None:
    """Have three people in `default`, say something of each kind there, and list two more rooms."""
    talk.welcome(music=2, homework=3)
    talk.hear(Members("default", ["Ann", "Bo", "Chloé"], "Bo", ref=talk.ref(GetMembers)))
    events = [
        Event(Kind.MESSAGE, 1, AT, "Bo", message="Soup or salad?"),
        Event(Kind.MESSAGE, 2, AT + 90_000_000, "Chloé", message="Salad, **please**", reply_to=1),
        Event(Kind.MESSAGE, 3, AT + 90_001_000, "Ann", message="See https://example.org", edited=AT + 90_005_000),
        Event(Kind.MESSAGE, 4, AT + 90_002_000, "Bo", deleted=True),
        Event(Kind.MESSAGE, 5, AT + 90_003_000, "Bo", message="Soup", reactions={"👍": ["Ann", "Bo"]}),
    ]
    talk.hear(History("default", "e", events, complete=True, top=5, ref=talk.ref(GetHistory)))
    talk.hear(IsTyping("default", "Bo"))


def _welcome(stage: Stage) -> QWidget:
    stage.window.show_welcome()
    stage.window.welcome.show_choices()
    return stage.window


def _join(stage: Stage) -> QWidget:
    stage.window.show_welcome()
    stage.window.welcome.show_join("192.0.2.1", "The server stopped answering.")
    return stage.window


def _join_password(stage: Stage) -> QWidget:
    stage.window.show_welcome()
    stage.window.welcome.show_join("192.0.2.1")
    stage.window.welcome.ask_password("This is not the password.", wrong=True)
    return stage.window


def _chat(stage: Stage) -> QWidget:
    return stage.window


def _joined_more(stage: Stage) -> QWidget:
    stage.page.deeds.join("music")
    stage.talk.hear(Joined("music"))
    return stage.window


def _viewing(stage: Stage) -> QWidget:
    stage.page.open_room("music")
    return stage.window


def _answering(stage: Stage) -> QWidget:
    stage.page.current.reply()
    return stage.window


def _disconnected(stage: Stage) -> QWidget:
    stage.page.bridge.phase_changed.emit(PhaseChanged(Phase.OFFLINE, "", None))
    return stage.window


def _password(stage: Stage) -> QWidget:
    stage.page.bridge.phase_changed.emit(PhaseChanged(Phase.ASKED, "The host asks for a password.", None))
    stage.page.line.action.click()
    return stage.dialog()


def _sent_away(stage: Stage) -> QWidget:
    stage.page.bridge.phase_changed.emit(PhaseChanged(Phase.TURNED_AWAY, "The host has removed you.", None))
    return stage.window


def _invited(stage: Stage) -> QWidget:
    loss = "You leave the chat that is open."
    dialog = Invited("192.0.2.1:20200", "Ann", room="tea time", verified=True, loss=loss, parent=stage.window)
    dialog.open()
    return dialog


def _trust(trust: Trust) -> Callable[[Stage], QWidget]:
    def open_it(stage: Stage) -> QWidget:
        stage.talk.session.opened(stage.talk.clock, Ground(trust, "A" * 43))
        stage.talk._drain()
        stage.page.panel.trust.click()
        return stage.dialog()

    return open_it


def _known(stage: Stage) -> QWidget:
    ties = (Tie.MET, Tie.STRANGER)
    known = {name: Acquaintance(tie, "Bo") for name, tie in zip(("Bo", "Chloé"), ties, strict=True)}
    stage.page.people.show_people(["Ann", "Bo", "Chloé"], "Bo", "Ann", admins=("Chloé",), acquaintances=known)
    return stage.window


def _told(stage: Stage) -> QWidget:
    stage.page.notice.tell("Others can join at 192.0.2.1", "Copy address", lambda: None)
    return stage.window


def _hosting(stage: Stage) -> QWidget:
    stage.window.hosting.started(["192.0.2.1:20200"], "", 20200)
    stage.window.hosting.show_people(3)
    return stage.window


def _search(stage: Stage) -> QWidget:
    stage.window.actions_.find_everywhere.trigger()
    stage.page.search.field.setText("soup")
    stage.page.search.look_again()
    hit = Event(Kind.MESSAGE, 5, AT, "Bo", message="Soup", room="default", epoch="e")
    stage.talk.hear(Results([hit], ref=stage.talk.ref(Search)))
    return stage.window


def _switcher(stage: Stage) -> QWidget:
    stage.window.actions_.switch.trigger()
    assert stage.window.switcher is not None
    return stage.window.switcher.popup


def _emoji(stage: Stage) -> QWidget:
    stage.window.actions_.emoji.trigger()
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, EmojiPopup))


def _export_done(stage: Stage) -> QWidget:
    dialog = ExportDialog("music", "", stage.window)
    dialog.open()
    dialog.show_saved(1)
    return dialog


def _question(stage: Stage) -> QWidget:
    stage.page.deeds.ask_delete("music")
    return stage.dialog()


def _stop(stage: Stage) -> QWidget:
    _hosting(stage)
    stage.window.hosting.ask_stop()
    return stage.dialog()


def _addresses(stage: Stage) -> QWidget:
    _hosting(stage)
    stage.window.actions_.addresses.trigger()
    return stage.dialog()


def _by(name: str) -> Callable[[Stage], QWidget]:
    """What an action of the menus opens."""

    def open_it(stage: Stage) -> QWidget:
        getattr(stage.window.actions_, name).trigger()
        return stage.dialog()

    return open_it


SCREENS: dict[str, Callable[[Stage], QWidget]] = {
    "welcome": _welcome,
    "join": _join,
    "join with a password": _join_password,
    "chat": _chat,
    "two rooms": _joined_more,
    "viewing": _viewing,
    "answering": _answering,
    "disconnected": _disconnected,
    "password": _password,
    "sent away": _sent_away,
    "invited": _invited,
    "not encrypted": _trust(Trust.PLAIN),
    "host not checked": _trust(Trust.SEEN),
    "host checked": _trust(Trust.VERIFIED),
    "known people": _known,
    "told": _told,
    "hosting": _hosting,
    "search": _search,
    "switcher": _switcher,
    "emoji": _emoji,
    "host dialog": _by("host"),
    "addresses": _addresses,
    "stop hosting": _stop,
    "new room": _by("new_room"),
    "name": _by("rename"),
    "delete": _question,
    "export": _by("export"),
    "exported": _export_done,
    "settings": _by("settings"),
    "shortcuts": _by("shortcuts"),
    "about": _by("about"),
}
