"""The scenes, in the order in which they are played. Each leaves the stage as the next may find it."""

import asyncio
from collections.abc import Awaitable, Callable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chatapp.gui.dialogs.network import NetworkDialog
from chatapp.gui.dialogs.settings.dialog import SettingsDialog
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.hosting.invite import InviteDialog
from chatapp.gui.hosting.newinvite import NewInvite
from chatapp.gui.hosting.panel.dialog import HostPanel
from chatapp.gui.names import person
from chatapp.gui.options import Page
from chatapp.gui.plain import isolated
from chatapp.gui.trust.dialog import TrustDialog
from chatapp.gui.words import explain, say
from chatapp.protocol.messages.base import DEFAULT_ROOM, Reason
from chatapp.protocol.messages.hosting import Ban, Connected, CreateInvite, People, SetRoom
from chatapp.protocol.sentences import Sentence
from chatapp.session.acquaintances import Acquaintance, Tie
from chatapp.session.changes import Phase
from chatapp.session.ground import Ground, Trust
from tests.gui.screens import HOSTS, RESULTS
from tests.screens.script import FRIENDS
from tests.screens.stage import Stage, until

Scene = Callable[[Stage], Awaitable[None]]
PIN = "q3Jx0dV5m8n1Yw7Zk2Tf9Lr4Bs6Hc0Gp1Oe8Ui5Na3E"
SCENES: dict[str, Scene] = {}
"""by the name of the picture"""


def scene(play: Scene) -> Scene:
    SCENES[play.__name__.replace("_", "-")] = play
    return play


async def _panel(stage: Stage) -> HostPanel:
    await until(lambda: stage.window.charge.in_charge)
    panel = stage.window.charge.manage()
    assert panel is not None
    return panel


@scene
async def welcome(stage: Stage) -> None:
    stage.window.welcome.show_choices()


@scene
async def join(stage: Stage) -> None:
    stage.window.welcome.show_join()


@scene
async def password(stage: Stage) -> None:
    stage.window.welcome.show_join("192.168.1.20:20200")
    stage.window.welcome.ask_password(explain(Reason.AUTH_REQUIRED, ""), wrong=False)


@scene
async def found(stage: Stage) -> None:
    stage.window.welcome.show_join()
    stage.window.welcome.found.show_servers(HOSTS)


@scene
async def network(stage: Stage) -> None:
    stage.window.test_network()
    dialog = stage.window.findChildren(NetworkDialog)[0]
    for result in RESULTS:
        dialog.show_result(result)
    dialog.show_end()


@scene
async def host(stage: Stage) -> None:
    stage.close_all()
    stage.window.welcome.show_choices()
    stage.window.actions_.host.trigger()


@scene
async def chat(stage: Stage) -> None:
    stage.close_all()
    await stage.host()
    for friend in FRIENDS:
        await stage.come(friend, "homework", "kitchen")
    await stage.come("Gus", "music")
    await until(lambda: len(stage.chat.bridge.session.rooms) > 5)
    await stage.join("kitchen")
    await stage.open("music")
    await stage.join("homework")
    stage.chat.notice.hide()
    await stage.ask("Bo", "sendMessage", room="kitchen", message="Soup is ready! @Ann, come and taste")
    await stage.ask("Dilan", "typing", room="homework", on=True)
    await until(lambda: stage.chat.bridge.session.rooms["kitchen"].unread)
    await until(lambda: stage.chat.bridge.roster("homework").typing)


@scene
async def known(stage: Stage) -> None:
    await asyncio.sleep(0.2)  # until those who have just come are shown
    people = stage.chat.people
    ties = zip(FRIENDS, (Tie.MET, Tie.RENAMED, Tie.PROVEN, Tie.STRANGER, Tie.UNPROVEN), strict=False)
    known_by_now = {name: Acquaintance(tie, "Bobby") for name, tie in ties}
    names = [stage.chat.bridge.session.name, *FRIENDS]
    people.show_people(names, "", names[0], names[0], admins=names[:2], acquaintances=known_by_now)


def grounded(stage: Stage, trust: Trust) -> None:
    """As if the connection were of that kind, and somebody asked about it."""
    stage.close_all()
    ground = Ground(trust, PIN, first=trust is Trust.SEEN)
    stage.chat.panel.trust.show_trust(trust)
    TrustDialog(ground, stage.window).open()


@scene
async def not_encrypted(stage: Stage) -> None:
    grounded(stage, Trust.PLAIN)


@scene
async def host_not_checked(stage: Stage) -> None:
    grounded(stage, Trust.SEEN)


@scene
async def host_checked(stage: Stage) -> None:
    grounded(stage, Trust.VERIFIED)


@scene
async def invited(stage: Stage) -> None:
    stage.close_all()
    stage.chats.invited(f"chatapp://ann-pc.local:20200/music#f={PIN}")


@scene
async def sent_away(stage: Stage) -> None:
    stage.close_all()
    detail = Sentence("The host has removed you from this chat: {why}.", why="We start again at ten")
    stage.chat.line.show_phase(Phase.TURNED_AWAY, say(detail), None)
    stage.chat.panel.header.show_phase(Phase.TURNED_AWAY)


@scene
async def viewing(stage: Stage) -> None:
    stage.chat.line.hide()
    stage.chat.panel.header.show_phase(Phase.ONLINE)
    await stage.open("music")


@scene
async def search(stage: Stage) -> None:
    await stage.open("homework")
    stage.window.actions_.find_everywhere.trigger()
    stage.chat.search.field.setText("the")
    await until(lambda: stage.chat.search.list.model().rowCount() > 2)


@scene
async def nothing_found(stage: Stage) -> None:
    stage.chat.search.field.setText("no such word")
    await until(lambda: stage.chat.search.list.model().rowCount() == 0)


@scene
async def emoji(stage: Stage) -> None:
    stage.chat.sides.leave_search()
    view = stage.chat.desk.front
    assert view is not None
    view.composer.emoji.click()


@scene
async def tones(stage: Stage) -> None:
    stage.close_all()
    view = stage.chat.desk.front
    assert view is not None
    view.composer.emoji.click()
    popup = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, EmojiPopup))
    QTest.keyClicks(popup.focusWidget() or popup, "wave")
    await asyncio.sleep(0.2)
    QTest.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Down)
    QTest.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


@scene
async def completion(stage: Stage) -> None:
    stage.close_all()
    view = stage.chat.desk.front
    assert view is not None
    view.focus_writing()
    QTest.keyClicks(view.composer.field, "That was :hea")


@scene
async def names(stage: Stage) -> None:
    view = stage.chat.desk.front
    assert view is not None
    view.composer.set_draft("")
    QTest.keyClicks(view.composer.field, "Ask @Ch")


@scene
async def replying(stage: Stage) -> None:
    view = stage.chat.desk.front
    assert view is not None
    view.composer.set_draft("I can bring mine, too")
    view.composer.reply_to(12, person("Bo"), isolated("@Ann can you open the room at eight?"))


@scene
async def switcher(stage: Stage) -> None:
    view = stage.chat.desk.front
    assert view is not None
    view.composer.cancel()
    view.composer.set_draft("")
    stage.window.actions_.switch.trigger()


@scene
async def switcher_found(stage: Stage) -> None:
    QTest.keyClicks(QApplication.focusWidget() or stage.window, "ho")


@scene
async def settings(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.settings.trigger()


@scene
async def settings_notifications(stage: Stage) -> None:
    stage.window.findChildren(SettingsDialog)[0].show_page(Page.NOTIFICATIONS)


@scene
async def settings_search(stage: Stage) -> None:
    stage.window.findChildren(SettingsDialog)[0].field.setText("emoji")


@scene
async def date(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.go_to_date.trigger()


@scene
async def menu(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.message_menu.popup(stage.window.mapToGlobal(QPoint(130, 40)))


@scene
async def empty_room(stage: Stage) -> None:
    stage.close_all()
    await stage.ask("Bo", "createRoom", room="plans for the garden")
    await until(lambda: "plans for the garden" in stage.chat.bridge.session.rooms)
    stage.chat.deeds.join("plans for the garden")
    await until(lambda: stage.chat.bridge.session.rooms["plans for the garden"].joined)
    stage.chat.open_room("plans for the garden")


@scene
async def new_room(stage: Stage) -> None:
    stage.window.actions_.new_room.trigger()


@scene
async def export(stage: Stage) -> None:
    stage.close_all()
    await stage.open("homework")
    stage.window.actions_.export.trigger()


@scene
async def shortcuts(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.shortcuts.trigger()


@scene
async def about(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.about.trigger()


@scene
async def invite(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.invite.trigger()


@scene
async def invite_key(stage: Stage) -> None:
    stage.window.findChildren(InviteDialog)[0].key.click()


@scene
async def invite_made(stage: Stage) -> None:
    stage.window.findChildren(NewInvite)[0].make.click()
    await until(lambda: bool(stage.window.findChildren(InviteDialog)[0].note.text()))


def _from_elsewhere(who: Connected) -> Connected:
    """As if they had come over the network, most of them with the app."""
    proven = who.username not in {"Farid", "Gus"}
    since = who.since - 7 * 60_000 * (20 - who.id % 20)
    address = f"192.168.1.{20 + who.id % 200}"
    return replace(who, address=address, secure=who.username != "Gus", key="k" if proven else "", since=since)


@scene
async def manage_people(stage: Stage) -> None:
    stage.close_all()
    panel = await _panel(stage)
    rows = panel.people.model
    await until(lambda: rows.rowCount() > 5)
    people = [who for number in range(rows.rowCount()) if (who := rows.row(number)) is not None]
    panel.people.take(People([people[0], *map(_from_elsewhere, people[1:])]))
    panel.people.table.selectRow(2)


@scene
async def ban(stage: Stage) -> None:
    panel = await _panel(stage)
    panel.people.ban.click()


@scene
async def manage_rules(stage: Stage) -> None:
    stage.close_all()
    panel = await _panel(stage)
    panel.show_page(panel.rules)
    await until(lambda: panel.rules.state is not None)


@scene
async def manage_rooms(stage: Stage) -> None:
    panel = await _panel(stage)
    panel.show_page(panel.rooms)
    panel.rooms.table.selectRow(3)
    stage.chat.bridge.ask_server(SetRoom("homework", announce=True, slow=30))
    await until(lambda: stage.chat.bridge.room_state("homework") == (True, 30))


@scene
async def manage_invites(stage: Stage) -> None:
    panel = await _panel(stage)
    stage.chat.bridge.ask_server(CreateInvite("", "Physics, Thursday", 1_990_000_000_000))
    panel.show_page(panel.invites)
    await until(lambda: panel.invites.model.rowCount() > 0)
    panel.invites.table.selectRow(0)


@scene
async def manage_bans(stage: Stage) -> None:
    panel = await _panel(stage)
    stage.chat.bridge.ask_server(Ban(address="192.0.2.7", username="Zed", why="Shouting"))
    panel.show_page(panel.bans)
    await until(lambda: panel.bans.model.rowCount() > 0)


@scene
async def manage_log(stage: Stage) -> None:
    panel = await _panel(stage)
    panel.show_page(panel.log)
    await until(lambda: panel.log.model.rowCount() > 2)


@scene
async def hand_over(stage: Stage) -> None:
    stage.close_all()
    stage.window.actions_.hand_over.trigger()


@scene
async def take_over(stage: Stage) -> None:
    stage.close_all()
    stage.window.charge.take_over().refuse("", there=True, password=False)


@scene
async def closing(stage: Stage) -> None:
    stage.close_all()
    await stage.open(DEFAULT_ROOM)
    stage.window.close()


@scene
async def stopped(stage: Stage) -> None:
    stage.close_all()
    stage.window.hosting.stop_asked.emit()
    await until(lambda: not stage.window.hosting.active)
