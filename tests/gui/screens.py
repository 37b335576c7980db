"""Every screen of the window by its name, each opened as a person comes to it: what tests of all screens walk over."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.export import ExportDialog
from chatapp.gui.dialogs.invited import Invited
from chatapp.gui.dialogs.network import NetworkDialog, Result
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.welcome.found.model import FoundServer
from chatapp.gui.window import MainWindow
from chatapp.protocol.messages.base import Joined
from chatapp.protocol.messages.hosting import (
    Act,
    Acts,
    AdminReply,
    AdminRequest,
    Bans,
    Connected,
    GetActs,
    GetBans,
    GetInvites,
    GetPeople,
    GetServer,
    Invites,
    KnownBan,
    KnownInvite,
    People,
    ServerState,
)
from chatapp.protocol.messages.rich import (
    Event,
    GetHistory,
    GetMembers,
    History,
    IsTyping,
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
PEOPLE = [
    Connected(1, "Ann", "127.0.0.1", AT, 2, secure=True, admin=True),
    Connected(2, "Bo", "192.0.2.17", AT, 1, secure=True, key="k"),
    Connected(3, "Chloé", "2001:db8::1", AT, 3),
]

ANSWERS: dict[str, tuple[type[AdminRequest], AdminReply]] = {
    "people": (GetPeople, People(PEOPLE)),
    "rules": (GetServer, ServerState("Our house", True, False, True, True, 42)),
    "invites": (GetInvites, Invites([KnownInvite("i", "Ann", AT, "music", "Physics", AT, 3)])),
    "bans": (GetBans, Bans([KnownBan("b", "Ann", AT, "", "192.0.2.7", "Zed", 0, "Shouting")])),
    "log": (GetActs, Acts([Act(3, AT, "Ann", "kick", "Zed", "Shouting"), Act(2, AT, "Ann", "setServer")], 2)),
}
"""what the server says to the pages of the Host panel"""


HOSTS = (
    FoundServer("1", "Ann’s study group", 12, known=True, locked=False, invite="192.0.2.7:20200"),
    FoundServer("2", "Physics, 10b", 1, known=False, locked=True, invite="192.0.2.8:20200"),
    FoundServer("3", "ليلى", 3, known=False, locked=False, invite="192.0.2.9:20200"),
    FoundServer(
        "4", "LAN party in the old gym hall, bring cables and something to drink", 0, False, True, "192.0.2.10"
    ),
)
RESULTS = (
    Result("good", "Network", "This computer is in a network (Wi-Fi 192.0.2.2)."),
    Result(
        "note", "VPN", "A VPN is on (tun0 198.51.100.2).", "If somebody cannot join, switch the VPN off and try again."
    ),
    Result("unknown", "Firewall", "A firewall is on (ufw).", "To let others in, type this: sudo ufw allow 20200/tcp"),
    Result(
        "bad", "The chat", "Nothing answers at 192.0.2.20:20200.", "A firewall on the host’s computer may keep you out."
    ),
)


class Stage:
    """A window with a chat in which something of everything is. `talk` is this end of an imagined connection."""

    def __init__(self, window: MainWindow, page: ChatPage, talk: Any) -> None:
        self.window, self.page, self.talk = window, page, talk

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        return next(widget for widget in self.window.findChildren(QDialog) if widget.isVisible())


def fill(talk: Any) -> None:
    """Have three people in `default`, say something of each kind there, and list two more rooms."""
    talk.welcome(admin=True, music=2, homework=3)
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
    stage.window.welcome.ask_password("The host lets in whoever knows the password.", wrong=False)
    return stage.window


def _found(stage: Stage) -> QWidget:
    stage.window.show_welcome()
    stage.window.welcome.show_join()
    stage.window.welcome.found.show_servers(HOSTS)
    return stage.window


def _no_network(stage: Stage) -> QWidget:
    stage.window.show_welcome()
    stage.window.welcome.show_join()
    stage.window.welcome.found.show_servers((), able=False)
    return stage.window


def _network(stage: Stage) -> QWidget:
    stage.window.test_network()
    dialog = stage.dialog()
    assert isinstance(dialog, NetworkDialog)
    for result in RESULTS:
        dialog.show_result(result)
    dialog.show_end()
    return dialog


def _testing(stage: Stage) -> QWidget:
    stage.window.test_network()
    return stage.dialog()


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
    loss = "You leave the chat that you are in."
    dialog = Invited(["192.0.2.1:20200"], "Ann", room="tea time", verified=True, loss=loss, parent=stage.window)
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
    stage.page.notice.tell(
        "Others can join at 192.0.2.1", "Copy invite", lambda: None, other=("Show QR code", lambda: None)
    )
    return stage.window


def _hosting(stage: Stage) -> QWidget:
    stage.window.hosting.started(["192.0.2.1:20200"], "", 20200, "chatapp://192.0.2.1:20200", secure=True)
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


def _invite_large(stage: Stage) -> QWidget:
    dialog = stage.window.charge.invite()
    assert dialog is not None
    dialog.large.click()
    return dialog.findChildren(QDialog)[0]


def _new_invite(stage: Stage) -> QWidget:
    dialog = stage.window.charge.invite()
    assert dialog is not None
    dialog.key.click()
    return dialog.findChildren(QDialog)[0]


def _panel(name: str) -> Callable[[Stage], QWidget]:
    """A page of the Host panel, with something of everything on it."""

    def open_it(stage: Stage) -> QWidget:
        stage.window.charge.show_awake(True)
        panel = stage.window.charge.manage()
        assert panel is not None
        panel.show_page(getattr(panel, name))
        if name in ANSWERS:
            request, answer = ANSWERS[name]
            stage.talk.hear(replace(answer, ref=stage.talk.ref(request)))
        return panel

    return open_it


def _away(button: str) -> Callable[[Stage], QWidget]:
    def open_it(stage: Stage) -> QWidget:
        panel = _panel("people")(stage)
        panel.people.table.selectRow(1)
        getattr(panel.people, button).click()
        return next(dialog for dialog in panel.findChildren(QDialog) if dialog.isVisible())

    return open_it


def _hand_over(stage: Stage) -> QWidget:
    return stage.window.charge.hand_over()


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
    "found": _found,
    "no network": _no_network,
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
    "invite": _by("invite"),
    "invite, large": _invite_large,
    "new invite": _new_invite,
    "panel: people": _panel("people"),
    "panel: rules": _panel("rules"),
    "panel: rooms": _panel("rooms"),
    "panel: invites": _panel("invites"),
    "panel: bans": _panel("bans"),
    "panel: log": _panel("log"),
    "kick": _away("kick"),
    "ban": _away("ban"),
    "hand over": _hand_over,
    "take over": _by("take_over"),
    "network test": _network,
    "testing": _testing,
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
