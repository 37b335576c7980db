"""What the window asks for, done: visits to servers, and hosting."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from chatapp.app import folder
from chatapp.app.care import Care
from chatapp.app.handing import Handing
from chatapp.app.key import Key
from chatapp.app.remembered import Remembered, known_as
from chatapp.app.visit import Visit
from chatapp.gui.chat.page import ChatPage
from chatapp.gui.dialogs.invited import Invited
from chatapp.gui.plain import isolated
from chatapp.gui.settings import HOME, Settings
from chatapp.gui.theme.theme import Theme
from chatapp.gui.told.telling import Telling
from chatapp.gui.trust.assurance import unasked
from chatapp.gui.welcome.recent import brief
from chatapp.gui.window import MainWindow
from chatapp.gui.words import explain, say
from chatapp.protocol.invite import BadInvite, Invite, parse
from chatapp.protocol.messages.base import Reason
from chatapp.protocol.names import BadName, username
from chatapp.protocol.sentences import Told
from chatapp.session.changes import Intent, Phase, PhaseChanged, Refused
from chatapp.session.ground import Credentials
from chatapp.storage.notebook import Notebook

if TYPE_CHECKING:
    from chatapp.app.hosting import Host, Listening


@dataclass(frozen=True, slots=True)
class Home:
    """The server that this computer hosts, and this person's own visit to it."""

    bind: str
    asked_port: int
    listening: "Listening"
    visit: Visit


class Chats(QObject):
    """Lives in the window's thread, on an event loop that may start later. At most one visit is shown and one is being
    tried."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        theme: Theme,
        loop: asyncio.AbstractEventLoop,
        notebook: Notebook,
        *,
        place: Path | None = None,
        own_key: Key | None = None,
    ) -> None:
        """`place` is where what is said in hosted chats is kept; the window's own folder if none is given. `own_key` is
        what the person proves their name with, if anything."""
        super().__init__(window)
        self._notebook = notebook
        self._place = place
        self._key = own_key
        self._window = window
        self._settings = settings
        self._theme = theme
        self._loop = loop
        self._tasks: set[asyncio.Task[None]] = set()
        self._host: Host | None = None
        self._opening: asyncio.Task[None] | None = None
        self._home: Home | None = None
        self._visit: Visit | None = None
        self._trial: Visit | None = None
        self._telling = Telling(window, settings)
        self._remembered = Remembered(window, settings, notebook)
        self._care = Care(window, settings, announce=self._telling.announce, save=self._remembered.save)
        Handing(window, lambda: place or folder.of_window(), self._do)
        welcome, hosting = window.welcome, window.hosting
        welcome.host_requested.connect(lambda _name: hosting.start())
        welcome.join_requested.connect(lambda name, address: self.join(name, parse(address)))
        welcome.cancelled.connect(self._cancel)
        welcome.password_given.connect(self._offer)
        hosting.asked.connect(self._open)
        hosting.stop_asked.connect(lambda: self._do(self._stop_hosting()))
        window.chat_asked.connect(self._ask_whom)
        window.disconnect_asked.connect(self._disconnect)

    def join(self, name: str, invite: Invite) -> None:
        """Try to reach a server; its chat is shown once it is reached, the join form with the reason if not."""
        address = known_as(invite)
        self._window.show_welcome()
        self._window.welcome.show_join(typed(invite))
        text = self.tr("Connecting to {address}…").format(address=isolated(invite.shown))
        self._try(self._visit_to(name, invite, address), text)

    def return_to(self, invite: Invite) -> None:
        """Go to a server at once, by the name on the welcome page; ask for another one where that cannot be."""
        self._window.welcome.show_join(typed(invite))
        name = self._window.welcome.name.value()
        if name is not None:
            self.join(name, invite)

    def invited(self, text: str) -> None:
        """Somebody or something outside of the window wants this person in a chat: ask them. `text` may be anything."""
        window = self._window
        window.bring_back()
        for asked in window.findChildren(Invited):
            asked.reject()
        try:
            invite = parse(text)
        except BadInvite as problem:
            window.show_welcome()
            window.welcome.show_join(text, say(problem.args[0]))
            return
        page = window.chat
        if self._visit is not None and page is not None and self._is_at(self._visit, invite):
            window.show_chat_again()
            if invite.room:
                page.open_room(invite.room)
            return
        # Where no key holds them to one host, whoever answers first of them is where it leads.
        places = invite.addresses[:1] if invite.pin else invite.addresses
        dialog = Invited(
            map(str, places),
            window.welcome.name.text,
            room=invite.room,
            verified=bool(invite.pin),
            loss=self._loss(),
            parent=window,
        )
        dialog.agreed.connect(partial(self._follow, invite))
        dialog.open()

    def _is_at(self, visit: Visit, invite: Invite) -> bool:
        """Whether the invite is to where the visit is, as far as it can be told by what they say."""
        there = visit.invite if self._home is None else Invite(self._home.listening.addresses, pin=visit.invite.pin)
        if there.pin and invite.pin:
            return there.pin == invite.pin
        places = {(address.host, address.port) for address in there.addresses}
        return visit.session.phase is not Phase.OFFLINE and any(
            (address.host, address.port) in places for address in invite.addresses
        )

    def _loss(self) -> str:
        """What ends when this person goes elsewhere."""
        if self._window.hosting.active:
            return self.tr("This stops your own chat for everybody in it.")
        if self._window.chat is not None and self._visit is not None and self._visit.session.phase is not Phase.OFFLINE:
            return self.tr("You leave the chat that you are in.")
        return ""

    def _follow(self, invite: Invite) -> None:
        if self._window.hosting.active:
            self._window.hosting.stop_asked.emit()
        self._window.show_welcome()
        self.return_to(invite)

    async def close(self) -> None:
        """End everything, in an order in which nothing written is lost. Takes a few seconds at most."""
        self._cancel()
        self._care.stop()
        self._telling.stop()
        if self._visit is not None:
            await self._leave(self._visit, self._window.chat)
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._host is not None:
            await asyncio.to_thread(self._host.close)
        self._settings.sync()

    # Reaching a server

    def _visit_to(self, name: str, invite: Invite, server: str, admin: str = "") -> Visit:
        return Visit(name, invite, server, self._notebook, admin=admin)

    def _try(self, trial: Visit, text: str) -> None:
        if self._trial is not trial:
            self._cancel()
        self._trial = trial
        self._settings.name = trial.session.name
        trial.bridge.phase_changed.connect(partial(self._tried, trial))
        trial.bridge.refused.connect(partial(self._name_refused, trial))
        self._window.welcome.show_progress(text)
        if self._key is None:
            trial.begin()
        else:
            self._do(self._begin(trial, self._key))

    async def _begin(self, trial: Visit, own_key: Key) -> None:
        """A name may be kept for whoever has the key, so nobody goes anywhere before it is looked for."""
        signer = await own_key.signer()
        if signer is not None:
            trial.session.prove_with(signer)
        if trial is self._trial:
            trial.begin()

    def _tried(self, trial: Visit, change: PhaseChanged) -> None:
        if trial is not self._trial:
            return
        if change.phase is Phase.ONLINE:
            self._trial = None
            self._arrive(trial)
        elif change.phase is Phase.ASKED:
            wrong = isinstance(change.detail, Told) and change.detail.reason == Reason.AUTH_FAILED
            # Before a password is told to somebody, not after.
            greeting = "" if wrong else unasked(trial.session.ground)
            self._window.welcome.ask_password(f"{say(change.detail)} {greeting}".rstrip(), wrong=wrong)
        elif change.phase in {Phase.WAITING, Phase.TURNED_AWAY}:
            home = self._is_home(trial)
            if trial.untrusted and self._remembered.has_met(trial.invite):
                # Whoever was there before is among those who can be removed.
                self._remembered.joined(trial.invite)
            self._cancel()
            if home:
                self._not_hosting(say(change.detail))
            else:
                self._window.welcome.show_join(typed(trial.invite), say(change.detail))

    def _name_refused(self, trial: Visit, refused: Refused) -> None:
        wrong_name = refused.intent is Intent.IDENTIFY and trial.session.phase is Phase.REFUSED
        if trial is self._trial and wrong_name:
            self._cancel()
            self._window.welcome.refuse_name(explain(refused.reason, refused.detail))

    def _offer(self, password: str) -> None:
        if self._trial is not None:
            self._window.welcome.show_progress(self.tr("Trying the password…"))
            self._trial.bridge.offer(Credentials(password=password))

    def _cancel(self) -> None:
        """Give up what is being tried; a server that was opened for it is closed again."""
        opening, self._opening = self._opening, None
        if opening is not None:
            # In this order: the next server may be asked for at once.
            opening.cancel()
            self._do(self._close_host())
        trial, self._trial = self._trial, None
        if trial is None:
            return
        self._do(trial.end())
        if self._is_home(trial):
            self._home = None
            self._do(self._close_host())

    # Being there

    def _arrive(self, visit: Visit) -> None:
        """The server knows this person. At once, since the session's next changes are for the new page already."""
        home = self._home if self._is_home(visit) else None
        shared = visit.invite if home is None else home.listening.invite
        page = ChatPage(self._theme, visit.bridge, shared, self._settings, self._window, server=visit.server)
        page.hide()
        if home is not None:
            page.assurance.leave_to_foot()
        otherwise, session = brief(known_as(visit.invite)), visit.session
        own = self.tr("Your chat") if home is not None else ""
        page.call_by(lambda: own or isolated(session.server_name) or otherwise)
        page.retry_asked.connect(partial(self._again, visit))
        page.assurance.host_checked.connect(self._notebook.hosts.verify)
        visit.bridge.name_changed.connect(self._keep_name)
        before, self._visit = self._visit, visit
        old_page = self._show(visit, page)
        if before is not None and old_page is not None:
            self._do(self._move_out(before, old_page))

    async def _move_out(self, visit: Visit, page: ChatPage) -> None:
        await self._leave(visit, page)
        page.deleteLater()

    def _show(self, visit: Visit, page: ChatPage) -> ChatPage | None:
        """Put a page into the window, with what is remembered of the place; returns the page that was there."""
        self._remembered.follow(visit, page)
        before = self._window.show_chat(page)
        self._telling.follow(page)
        self._keep_name(visit.session.name)
        if self._key is not None and self._key.notice:
            page.notice.tell(say(self._key.notice), lasting=True)
            self._key.notice = ""
        if self._home is None or not self._is_home(visit):
            self._remembered.joined(visit.invite)
            self._settings.last = known_as(visit.invite)
        else:
            self._settings.last = ""
            self._tell_address(page, self._home)
        self._remembered.restore(visit, page)
        page.focus_writing()
        return before

    async def _leave(self, visit: Visit, page: ChatPage | None) -> None:
        """End a visit, and keep what was written and which rooms were open."""
        if page is not None:
            self._remembered.keep_rooms(visit, page)
        await visit.end()
        if page is not None:
            # By now it has everything back that was not sent.
            self._remembered.keep_drafts(visit, page)

    def _ask_whom(self) -> None:
        self._window.show_welcome()
        self._window.welcome.show_join()

    def _disconnect(self) -> None:
        if self._visit is not None:
            self._settings.last = ""
            self._do(self._visit.end())

    def _again(self, visit: Visit) -> None:
        if not self._is_home(visit):
            self._settings.last = known_as(visit.invite)
        visit.begin()

    def _keep_name(self, name: str) -> None:
        """What the person is called here is what they are called next time, unless no server of ours would take it:
        a host can call them what it likes, and would keep them out elsewhere."""
        try:
            name = username(name)
        except BadName:
            return
        if self._host is not None and self._home is not None and self._visit is self._home.visit:
            self._host.rename(name)
        self._settings.name = name
        self._window.welcome.name.set_text(name)

    # Hosting

    def _is_home(self, visit: Visit) -> bool:
        return self._home is not None and self._home.visit is visit

    def _open(self, bind: str, ports: Sequence[int]) -> None:
        self._cancel()
        self._opening = self._do(self._start_hosting(self._window.welcome.name.text, bind, ports))

    async def _start_hosting(self, name: str, bind: str, ports: Sequence[int]) -> None:
        from chatapp.app.hosting import CannotHost, Host  # noqa: PLC0415  # a guest needs no server

        text = self.tr("Opening your chat…")
        self._window.show_welcome()
        self._window.welcome.show_progress(text)
        if self._host is None:
            self._host = Host(people=self._count_people, place=self._place)
        try:
            listening = await asyncio.wrap_future(self._host.start(bind, ports, name))
        except CannotHost as problem:
            self._opening = None
            self._not_hosting(say(problem.args[0]), port_taken=problem.taken)
            return
        self._opening = None
        own = Invite((listening.here,), pin=listening.pin)
        self._home = Home(bind, ports[0], listening, self._visit_to(name, own, HOME, listening.steward))
        self._try(self._home.visit, text)

    def _not_hosting(self, why: str, *, port_taken: bool = False) -> None:
        self._window.welcome.show_choices()
        if self._window.hosting.asking:
            self._window.show_chat_again()
        self._window.hosting.failed(why, port_taken=port_taken)

    def _tell_address(self, page: ChatPage, home: Home) -> None:
        """The chat is there: say how others get in."""
        port, first, invite = home.listening.port, str(home.listening.addresses[0]), home.listening.invite
        self._settings.hosting = (home.bind, home.asked_port)
        self._window.welcome.choices.set_port(home.asked_port)
        addresses = [str(address) for address in home.listening.addresses]
        self._window.hosting.started(addresses, home.bind, home.asked_port, invite.link, secure=bool(invite.pin))
        text = self.tr("Others can join at {address}").format(address=isolated(first))
        if home.asked_port not in {0, port}:
            taken = self.tr("Port {asked} is in use by another program, so this chat is on port {port}.")
            text = f"{taken.format(asked=home.asked_port, port=port)} {text}"
        page.notice.tell(
            text,
            self.tr("Copy invite"),
            partial(QGuiApplication.clipboard().setText, invite.link),
            other=(self.tr("Show QR code"), self._window.charge.show_large),
            done=self.tr("Copied"),
        )

    async def _stop_hosting(self) -> None:
        home, self._home = self._home, None
        self._window.hosting.ended()
        if home is not None:
            chat = self._window.chat
            if chat is not None and self._visit is home.visit:
                self._remembered.keep_rooms(home.visit, chat)
            await home.visit.end()
            if chat is not None and self._visit is home.visit:
                text = self.tr("You stopped hosting. What was said is kept, for when you host again.")
                chat.notice.hide()
                chat.line.tell(text, self.tr("Host again"), self._window.hosting.start, dismissible=False)
        await self._close_host()

    async def _close_host(self) -> None:
        if self._host is not None:
            await asyncio.wrap_future(self._host.stop())

    def _count_people(self, count: int, exposed: int) -> None:
        """On the server's thread."""
        self._loop.call_soon_threadsafe(self._window.hosting.show_people, count, exposed)

    def _do(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Have something done meanwhile; what goes wrong in it is reported as any other fault is."""
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (problem := task.exception()) is not None:
            context = {"message": "a task of the window failed", "exception": problem, "task": task}
            self._loop.call_exception_handler(context)


def typed(invite: Invite) -> str:
    """What a person would type to get there with all that the invite says."""
    return invite.link if invite.room or invite.secret else known_as(invite)
