"""Whoever hosts invites, decides who is here and how one writes, and takes the chat to another computer: with real
windows and real servers."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from chatapp.gui.dialogs.question import Question
from chatapp.gui.hosting.handover import TakeOver
from chatapp.gui.hosting.invite import InviteDialog
from chatapp.gui.hosting.newinvite import NewInvite
from chatapp.gui.hosting.panel.away import KickDialog
from chatapp.gui.hosting.panel.dialog import HostPanel
from chatapp.protocol.invite import parse
from chatapp.protocol.messages.base import DEFAULT_ROOM
from chatapp.protocol.messages.hosting import SetRoom
from chatapp.session.changes import Phase
from chatapp.session.ground import Trust
from tests.e2e.conftest import NewPerson, Person, until

W = TypeVar("W", bound=QWidget)


def over(person: Person, kind: type[W]) -> W:
    """The dialog of that kind that is open."""
    [found] = [each for each in person.window.findChildren(kind) if each.isVisible()]
    return found


async def panel(person: Person) -> HostPanel:
    await until(lambda: person.window.charge.in_charge)
    person.choose("Manage this chat…")
    return over(person, HostPanel)


async def follow(person: Person, link: str) -> None:
    await person.join(link)


async def test_one_click_ends_with_an_invite_that_leads_to_this_host_alone(person: NewPerson) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await ann.host()
    assert ann.chat.notice.action.text() == "Copy invite"
    ann.chat.notice.action.click()
    link = QGuiApplication.clipboard().text()
    assert parse(link).pin
    await follow(bo, link)
    assert bo.chat.bridge.session.ground.trust is Trust.VERIFIED
    ann.chat.notice.other.click()
    assert over(ann, InviteDialog).link.text() == link
    bo.choose("Invite people…")
    assert parse(over(bo, InviteDialog).link.text()).pin == parse(link).pin, "guests invite, too"
    assert not bo.window.charge.in_charge
    for someone in (ann, bo):
        for dialog in someone.window.findChildren(QDialog):
            dialog.close()


async def test_somebody_is_sent_away_and_reads_why(person: NewPerson) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    manage = await panel(ann)
    await until(lambda: [who.username for who in manage.people.model.rows] == ["Ann", "Bo"])
    manage.people.table.selectRow(1)
    manage.people.kick.click()
    dialog = over(ann, KickDialog)
    dialog.why.setText("Please be quiet")
    dialog.agree.click()
    await until(lambda: [who.username for who in manage.people.model.rows] == ["Ann"])
    await until(lambda: "removed you" in bo.chat.line.text)
    assert "please be quiet" in bo.chat.line.text.lower()
    assert bo.chat.bridge.session.phase is Phase.TURNED_AWAY, "they do not come back by themselves"
    manage.show_page(manage.log)
    await until(lambda: [act.act for act in manage.log.model.rows] == ["kick"])
    manage.close()


async def test_only_invited_people_come_in_until_the_invite_is_taken_back(person: NewPerson) -> None:
    ann, bo, chloe = await person("Ann"), await person("Bo"), await person("Chloe")
    await ann.host()
    manage = await panel(ann)
    manage.show_page(manage.rules)
    await until(lambda: manage.rules.state is not None)
    manage.rules.invite_only.click()
    await until(manage.rules.invite_only.isChecked)
    manage.show_page(manage.invites)
    manage.invites.new.click()
    over(ann, NewInvite).make.click()
    await until(lambda: any(each.isVisible() for each in ann.window.findChildren(InviteDialog)))
    dialog = over(ann, InviteDialog)
    link = dialog.link.text()
    assert parse(link).secret
    dialog.close()
    await follow(bo, link)
    await until(lambda: [invite.used for invite in manage.invites.model.rows] == [1])
    manage.invites.table.selectRow(0)
    manage.invites.revoke.click()
    await until(lambda: not manage.invites.model.rows)
    assert bo.online, "whoever came in with it stays"
    chloe.press("Join a chat")
    chloe.type("Server address", link)
    chloe.press("Join")
    await until(lambda: not chloe.window.welcome.is_trying)
    assert not chloe.online
    manage.close()


async def test_where_the_host_announces_others_listen_and_the_host_deletes(person: NewPerson) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await bo.join(await ann.host())
    bo.say("First!")
    await until(lambda: ann.heard() == [("Bo", "First!")])
    await until(lambda: ann.window.charge.in_charge)
    ann.chat.bridge.ask_server(SetRoom(DEFAULT_ROOM, announce=True))
    view = bo.chat.desk.front
    assert view is not None
    await until(lambda: view.writing is not view.composer)
    mine = ann.chat.desk.front
    assert mine is not None
    assert mine.writing is mine.composer
    mine.timeline.setFocus()
    await until(lambda: mine.timeline.rights.moderate)
    entry = next(mine.model.entry(row) for row in range(mine.model.rowCount()) if mine.model.entry(row).seq)
    mine.timeline.delete_asked.emit(entry)
    over(ann, Question).agree.click()
    await until(lambda: bo.chat.bridge.session.timeline(DEFAULT_ROOM).entry(0).deleted or not bo.heard()[0][1])


async def test_the_chat_goes_on_elsewhere_by_the_same_key(person: NewPerson, tmp_path: Path) -> None:
    ann, bo = await person("Ann"), await person("Bo")
    await ann.host()
    ann.say("hello")
    await until(lambda: ann.heard() == [("Ann", "hello")])
    pin = parse(ann.chat.invite_to().text).pin
    ann.choose("Hand over this chat…")
    giving = next(each for each in ann.window.findChildren(QDialog) if each.isVisible())
    giving.set_path(str(tmp_path / "ours.chatapp"))
    giving.password.set_text("correct horse")
    giving.go.click()
    await until(lambda: giving.state.startswith("Saved."))
    giving.close()
    bo.choose("Take over a chat…")
    taking = over(bo, TakeOver)
    taking.set_path(str(tmp_path / "ours.chatapp"))
    taking.password.set_text("correct horse")
    taking.go.click()
    await until(lambda: bo.online and bo.window.hosting.active)
    await until(lambda: bo.chat.desk.front is not None and bo.heard() == [("Ann", "hello")])
    assert parse(bo.chat.invite_to().text).pin == pin
