"""Nothing that a person sees or hears escapes translation: with a language that puts marks around every text of ours
and of Qt's, every screen is opened and read, and what is not between marks is what people said, names or numbers."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.export import ExportDialog
from chatapp.gui.dialogs.settings.dialog import SettingsDialog
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.options import Page
from chatapp.gui.settings import Settings
from chatapp.gui.theme.appearance import Appearance
from chatapp.gui.timeline.menu import message_menu
from chatapp.gui.told.notifier import Notifier
from chatapp.gui.told.summary import Summary
from chatapp.gui.tray import Tray
from chatapp.gui.window import MainWindow
from chatapp.gui.words import explain, explain_refusal, say
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import Message, Reason
from chatapp.protocol.messages.rich import (
    Event,
    GetHistory,
    GetMembers,
    History,
    IsTyping,
    Kind,
    MemberJoined,
    MemberLeft,
    Members,
    Results,
    Search,
)
from chatapp.protocol.sentences import Sentence
from chatapp.session.changes import Intent, Phase, PhaseChanged, Refused
from chatapp.text.links import find_links
from tests.gui.screens import ANSWERS
from tests.gui.told.fakes import Heard, Written

OPEN, CLOSE = "⟦", "⟧"
THEIRS = (
    *i18n.LANGUAGES.values(),
    *("Chatapp", "Ann", "Bo", "Chloe", "default", "music", "homework"),
    *("soup", "salad", "192.0.2.1", "ann-pc.local"),
    *("Chloé", "Zed", "Shouting", "Physics", "Our house", "2001:db8::1"),
    *i18n.LANGUAGES.values(),
)
"""what people said, are called, and call their rooms and computers; the program's name, and the languages' own"""
DATES = [
    name(QLocale("en_GB"), number, form)
    for name, numbers in ((QLocale.monthName, range(1, 13)), (QLocale.dayName, range(1, 8)))
    for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    for number in numbers
]
"""what the locale says by itself"""
KEYS = re.compile(
    r"\b(Ctrl|Alt|Shift|Meta|Tab|Up|Down|Left|Right|Esc|Enter|Return|Del|Home|End|PgUp|PgDown|F\d+|[A-Z])\b"
)
"""keys are named by Qt, which translates them by itself where it has a word"""


class Marks(QTranslator):
    """Every text between marks; those with a number have it put in by Qt."""

    def translate(self, context: str, source: str, comment: str = "", n: int = -1) -> str:
        # The direction of the writing is a text of Qt's, too, and a setting rather than a word.
        return source if context == "QGuiApplication" else f"{OPEN}{source}{CLOSE}"

    def isEmpty(self) -> bool:  # noqa: N802  # the name is Qt's
        return False


@pytest.fixture
def marks(qapp: QApplication) -> Iterator[None]:
    made = Marks()
    i18n.install(qapp, "en", QLocale("en_GB"))
    qapp.installTranslator(made)
    yield
    qapp.removeTranslator(made)


def unmarked(text: str) -> str:
    """The words of a text that are neither between marks nor people's own."""
    text = re.sub(rf"\b(ws|wss|chatapp|https?)://[^\s{CLOSE}]*", "", text)
    text = re.sub(r"</?span>|&(?=\w)|(?<!\w)/\S+|\S+\.(html|txt|json|chatapp)\b", "", text)
    before = ""
    while before != text:
        # The second mark of what is cut is not seen.
        before, text = text, re.sub(rf"{OPEN}[^{OPEN}{CLOSE}]*({CLOSE}|…$)", " ", text)
    for known in (*THEIRS, *DATES):
        text = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", "", text)
    text = KEYS.sub("", text)
    return " ".join(re.findall(r"[^\W\d_]+", text))


def seen(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget shows or says of itself, with where that is."""
    where = f"{type(widget).__name__}"
    texts = {
        "tooltip": widget.toolTip(),
        "name": widget.accessibleName(),
        "description": widget.accessibleDescription(),
        "title": widget.windowTitle(),
        "status": widget.statusTip(),
    }
    match widget:
        case QLabel() | QAbstractButton():
            texts["text"] = widget.text()
        case QLineEdit():
            texts["hint"] = widget.placeholderText()
        case QTabBar():
            texts |= {f"tab {n}": widget.tabText(n) for n in range(widget.count())}
            texts |= {f"tooltip of tab {n}": widget.tabToolTip(n) for n in range(widget.count())}
        case QComboBox():
            texts |= {f"choice {n}": widget.itemText(n) for n in range(widget.count())}
        case QMenu():
            texts["menu"] = widget.title()
        case QAbstractItemView() if widget.model() is not None:
            yield from ((f"{where}: item", text) for text in items(widget.model()))
    yield from ((f"{where}: {part}", text) for part, text in texts.items())
    yield from ((f"{where}: action", action.text()) for action in widget.actions())
    yield from ((f"{where}: action", action.toolTip()) for action in widget.actions())
    hint = getattr(widget, "placeholderText", None)
    if callable(hint):
        yield f"{where}: hint", hint()


def items(model: QAbstractItemModel) -> Iterator[str]:
    roles = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    for row in range(model.rowCount()):
        for role in roles:
            text = model.index(row, 0).data(role)
            if isinstance(text, str):
                yield text


def heard(interface: QAccessibleInterface | None, depth: int = 0) -> Iterator[tuple[str, str]]:
    """What a screen reader gets of a widget and all in it."""
    if interface is None or not interface.isValid() or depth > 30:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
        yield f"{interface.role().name}: {kind.name}", interface.text(kind)
    for number in range(min(interface.childCount(), 200)):
        yield from heard(interface.child(number), depth + 1)


def escaped(root: QWidget) -> list[tuple[str, str]]:
    """What of a window can be seen or heard, and is not translated."""
    texts = [found for widget in (root, *root.findChildren(QWidget)) for found in seen(widget)]
    texts += [("action", action.text()) for action in root.findChildren(QAction)]
    texts += list(heard(QAccessible.queryAccessibleInterface(root)))
    return sorted({(where, text) for where, text in texts if unmarked(text)})


@pytest.fixture
def window(marks: None, appearance: Appearance, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    settings.joined("192.0.2.1:20200")
    made = MainWindow(appearance, settings, "Ann")
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitSignal(made.painted):
        made.show()
    yield made
    made.hide()


@pytest.fixture
def page(window: MainWindow, talk: Any, appearance: Appearance, settings: Settings, qtbot: QtBot) -> ChatPage:
    """A chat with something of everything in it."""
    made = ChatPage(appearance.theme, talk.bridge, parse("192.0.2.1"), settings, window)
    window.show_chat(made)
    talk.welcome(admin=True, music=2, homework=3)
    talk.hear(Members("default", ["Ann", "Bo", "Chloe"], "Bo", ref=talk.ref(GetMembers)))
    talk.hear(History("default", "e", log(), complete=True, top=9, ref=talk.ref(GetHistory)))
    for someone in ("Chloe", "Bo", "Ann"):
        talk.hear(IsTyping("default", someone))
    talk.hear(MemberLeft("default", "Bo"), MemberJoined("default", "Bo"), MemberLeft("default", "Chloe"))
    talk.bridge.say("default", "soup")
    view = made.open_room("default")
    qtbot.waitUntil(lambda: view.model.rowCount() > 6)
    return made


def log() -> list[Event]:
    """Messages in every state, said on several days, and a hole between them."""
    at = 1_789_900_000_000
    return [
        Event(Kind.MESSAGE, 1, at, "Bo", message="soup"),
        Event(Kind.MESSAGE, 2, at + 90_000_000, "Chloe", message="salad", reply_to=1),
        Event(Kind.MESSAGE, 3, at + 90_001_000, "Ann", message="soup", edited=at + 90_005_000),
        Event(Kind.MESSAGE, 4, at + 90_002_000, "Bo", deleted=True),
        Event(Kind.MESSAGE, 5, at + 90_003_000, "Bo", message="salad", reactions={"👍": ["Ann", "Bo"]}),
        Event(Kind.MESSAGE, 9, at + 90_009_000, "Chloe", message="soup " * 80, reply_to=4),
    ]


def test_the_welcome(window: MainWindow) -> None:
    assert escaped(window) == []
    window.welcome.show_choices(say(Sentence("Port {port} is taken by another program.", port=1)))
    assert escaped(window) == []
    window.welcome.show_join("192.0.2.1", say(Sentence("The server stopped answering.")))
    assert escaped(window) == []
    window.welcome.name.set_text("")
    window.welcome.name.value()
    assert escaped(window) == []


def test_the_chat(window: MainWindow, page: ChatPage, talk: Any) -> None:
    assert escaped(window) == []
    spoken = [text for _, text in heard(QAccessible.queryAccessibleInterface(page.desk.front.timeline))]
    assert any("soup" in text and f"{OPEN}(edited){CLOSE}" in text for text in spoken), "the messages are read, too"
    page.open_room("music")
    assert escaped(window) == []
    window.actions_.find.trigger()
    assert escaped(window) == []
    page.search.field.setText("soup")
    page.search.look_again()
    talk.hear(Results([replace(event, room="default", epoch="e") for event in log()], ref=talk.ref(Search)))
    assert escaped(window) == []


def test_a_newer_version(window: MainWindow, page: ChatPage) -> None:
    window.tell_of_version("9.9", "https://music")
    assert "9.9" in page.notice.text
    assert escaped(window) == []


def test_menus(window: MainWindow, page: ChatPage) -> None:
    for menu in (page.panel.menu("music"), page.panel.menu("default"), page.people.menu("Bo")):
        assert menu is not None
        assert escaped(menu) == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda window, page: page.deeds.ask_new_room(),
        lambda window, page: page.deeds.ask_name(),
        lambda window, page: page.deeds.ask_delete("music"),
        lambda window, page: page.deeds.ask_export("music"),
        lambda window, page: window.actions_.go_to_date.trigger(),
        lambda window, page: window.hosting.ask_tray(int, int),
        lambda window, page: window.actions_.about.trigger(),
        lambda window, page: window.actions_.settings.trigger(),
        lambda window, page: window.actions_.shortcuts.trigger(),
        lambda window, page: window.hosting.open_dialog(),
        lambda window, page: window.charge.invite(),
        lambda window, page: window.charge.show_large(),
        lambda window, page: window.charge.hand_over(),
        lambda window, page: window.charge.take_over(),
        lambda window, page: (
            window.hosting.started(["192.0.2.1:20200"], "", 1),
            window.hosting.show_people(4),
            window.hosting.ask_stop(),
        ),
    ],
)
def test_dialogs(window: MainWindow, page: ChatPage, ask: Callable[[MainWindow, ChatPage], object]) -> None:
    ask(window, page)
    dialogs = window.findChildren(QDialog) + page.findChildren(QDialog)
    assert dialogs
    for dialog in dialogs:
        assert escaped(dialog) == []
        dialog.close()
    assert escaped(window) == []


def test_an_export(window: MainWindow, page: ChatPage) -> None:
    dialog = ExportDialog("music", "", window)
    dialog.show_progress(12_000, 3, 80)
    assert not unmarked(dialog.state)
    dialog.show_saved(1)
    assert not unmarked(dialog.state)
    dialog.close()


def test_the_menu_of_a_message(window: MainWindow, page: ChatPage) -> None:
    view = page.desk.front.timeline
    for row in range(view.model.rowCount()):
        menu = message_menu(view, row, find_links("https://music"))
        assert escaped(menu) == []
        menu.close()
    for action in window.menuBar().actions():
        action.menu().aboutToShow.emit()
        assert escaped(action.menu()) == []


def test_settings(window: MainWindow, page: ChatPage) -> None:
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    for each in Page:
        dialog.show_page(each)
        assert escaped(dialog) == []
    for query in ("e", "zzz"):
        dialog.field.setText(query)
        assert escaped(dialog) == []
    for section in dialog.sections:
        section.reset.click()
        assert escaped(dialog) == []
    dialog.close()


def test_the_switcher(window: MainWindow, page: ChatPage, talk: Any) -> None:
    window.actions_.switch.trigger()
    for query in ("", "mu", "#", "@", "zzz", ">"):
        window.switcher.popup.field.setText(query)
        assert escaped(window) == []


def test_completion(window: MainWindow, page: ChatPage, qtbot: QtBot) -> None:
    field = page.desk.front.composer.field
    for typed in ("@Bo", "@Ch"):
        field.clear()
        qtbot.keyClicks(field, typed)
        assert escaped(window) == []


def test_what_is_told_elsewhere(window: MainWindow, page: ChatPage, talk: Any, settings: Settings) -> None:
    tray, popups = Tray(window, has_tray=lambda: False), Written()
    settings.notify = "everything"
    notifier = Notifier(
        talk.bridge, page.levels, settings, page, popups=popups, sounds=Heard(), is_seen=lambda _room: False
    )
    window.hide()
    seq = 9
    for text, reply_to in (("soup", 0), ("@Ann soup", 0), ("salad", 3)):
        seq += 1
        talk.hear(Message("Bo", "default", text, epoch="e", seq=seq, ts=1_789_999_000_000, reply_to=reply_to))
        talk.bridge.rooms_changed.emit()
        notifier._show_due()
        for summary in (page.summary(), Summary(2, 2, 2, ("default",)), Summary(2, 0, 0, ("music",)), Summary()):
            tray.show_summary(summary)
            tray.show_hosting(active=True)
            tray.fill()
            assert escaped(tray.menu) == []
            assert not unmarked(tray.icon.toolTip())
    assert popups.shown
    assert not [text for _, *texts in popups.shown for text in texts if unmarked(text)]
    notifier.close()


def test_emoji(window: MainWindow, page: ChatPage, qtbot: QtBot) -> None:
    page.desk.front.composer.emoji.click()
    popup = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, EmojiPopup))
    assert [found for found in escaped(popup) if not is_emoji_s_name(*found)] == []
    popup.hide()


def is_emoji_s_name(where: str, text: str) -> bool:
    """They come from a catalogue of their own, by language."""
    return where.startswith(("Client: ", "EmojiGrid: item", "ListItem: ", "Preview: "))


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase(window: MainWindow, page: ChatPage, phase: Phase) -> None:
    page.bridge.phase_changed.emit(PhaseChanged(phase, "", 100.0 + 12.0))
    assert escaped(window) == []


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refusal(marks: None, reason: Reason) -> None:
    assert not unmarked(explain(reason, ""))
    for intent in Intent:
        assert not unmarked(explain_refusal(Refused(1, intent, "music", reason, "", None)))


def test_what_escapes_is_found(marks: None, qtbot: QtBot) -> None:
    label = QLabel("Rooms")
    qtbot.addWidget(label)
    assert ("QLabel: text", "Rooms") in escaped(label)
    label.setText(label.tr("Rooms of {name}").format(name="Ann"))
    assert escaped(label) == []


@pytest.mark.parametrize("name", ["people", "rules", "rooms", "invites", "bans", "log"])
def test_the_host_panel(window: MainWindow, page: ChatPage, talk: Any, name: str) -> None:
    panel = window.charge.manage()
    assert panel is not None
    panel.show_page(getattr(panel, name))
    if name in ANSWERS:
        request, answer = ANSWERS[name]
        talk.hear(replace(answer, ref=talk.ref(request)))
    assert escaped(panel) == []
    panel.close()
