"""One person's stay on one server: what they see, what they asked for, and what is still to be said.

    OFFLINE ─connecting→ CONNECTING ─opened→ IDENTIFYING ─accepted→ ONLINE
       ↑                     │                │      └─name refused→ REFUSED ─rename→ IDENTIFYING
       │                   lost             lost                        (CONNECTING where the socket is gone)
       │                     │                ├─password or invite wanted→ ASKED ─offer→ IDENTIFYING (likewise)
       │                     │                └─not let in→ TURNED_AWAY ─again→ CONNECTING
       └─stop (from any)     └──→ WAITING ←───┴── lost (from ONLINE) ; name still held by the lost connection
                                     └─connecting→ CONNECTING ; retry_at → IDENTIFYING
    ONLINE ─sent away→ TURNED_AWAY

`Core.enter` is the only place that changes the phase.

Accepted: `welcome`, after which the session speaks Part 2 (`rich.py`) until the connection is gone; or from an older
server `joined{default}`, the first `roomsList` or `message` after `identify`, and then it speaks Part 1 (`base.py`).
Nothing but `identify` goes out before that. What is said and not handed out waits in the outbox, whoever the server is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final
from uuid import uuid4

from msgspec.structs import replace

from chatapp.protocol.limits import MESSAGE, PAGE
from chatapp.protocol.messages import Reply, Request
from chatapp.protocol.messages.base import DEFAULT_ROOM, Cursor, Reason
from chatapp.protocol.messages.hosting import AdminRequest
from chatapp.protocol.messages.rich import Capability, DeleteMessage, EditMessage, GetHistory, React, Search, Welcome
from chatapp.protocol.names import shown
from chatapp.protocol.sentences import Sentence
from chatapp.session import sendable
from chatapp.session.acquaintances import Acquaintance, Acquaintances
from chatapp.session.base import Base
from chatapp.session.changes import CapabilitiesChanged, Change, GroundChanged, Intent, Phase
from chatapp.session.core import CANNOT, STOPPED, Core
from chatapp.session.entrance import NO_TOKEN, NOTHING, Entrance
from chatapp.session.ground import Credentials, Ground, Signer, Trust
from chatapp.session.keeping import Keeping, KeepMessage, KeepToken, Kept
from chatapp.session.outbox import Unsent
from chatapp.session.rich import Rich
from chatapp.session.roomlist import Room
from chatapp.session.roster import Roster
from chatapp.session.timeline import State, Timeline
from chatapp.session.unread import Unread

_NOT_CONNECTED: Final = Sentence("There is no connection to the server now. Please try again when it is back.")
_UP_TO_THE_PERSON: Final = frozenset({Phase.REFUSED, Phase.ASKED, Phase.TURNED_AWAY})
_NOT_IN_ROOM: Final = Sentence("You are not in this room. Join it to write in it.")


class Session:
    """Pure: it neither waits nor sends. After every call, what `take_requests` gives goes to the server, in order, what
    `take_changes` gives goes to the window, in order, and what `take_keeping` gives to whoever keeps it.

    `now` is monotonic seconds, `wall` seconds since the Unix epoch. `ids` gives an id that nobody else ever gives, for
    each message. `kept` is what an earlier session with this server left, None where nothing is kept. `credentials`
    are what the person was given to come in with; `signer` proves the name, where the person has a key. `capabilities`
    are those that are asked for.
    """

    def __init__(
        self,
        name: str,
        *,
        ids: Callable[[], str] = lambda: uuid4().hex,
        kept: Kept | None = None,
        credentials: Credentials = NOTHING,
        signer: Signer | None = None,
        capabilities: Sequence[Capability] = tuple(Capability),
    ) -> None:
        self._core = Core(name, ids)
        token = KeepToken(kept.token, kept.pin) if kept is not None else NO_TOKEN
        self._entrance = Entrance(
            self._core, sendable.user(name), token, credentials, signer, capabilities=capabilities
        )
        self._base = Base(self._core, self._entrance)
        self._rich: Rich | None = None
        self._capabilities: frozenset[str] = frozenset()
        self._server_name = ""
        self.admin = False
        """this person may do everything on this server"""
        self.proven = False
        """the server knows that the name is theirs, by their key"""
        if kept is not None:
            self._core.keeps = True
            self._core.marks = dict(kept.marks)
            self._core.acquaintances = Acquaintances(kept.people)
            self._put_back(kept.messages)

    # What there is to see

    @property
    def phase(self) -> Phase:
        return self._core.phase

    @property
    def detail(self) -> str:
        """What is to be said about the phase, as a sentence, or empty."""
        return self._core.detail

    @property
    def retry_at(self) -> float | None:
        """Monotonic seconds of the next attempt while WAITING."""
        return self._core.retry_at

    @property
    def hang_up(self) -> str | None:
        """Why the connection is of no use and should be closed, as a sentence; None while it is fine."""
        return self._core.hang_up

    @property
    def ground(self) -> Ground:
        """What the connection stands on, or the last one stood on."""
        return self._entrance.ground

    @property
    def name(self) -> str:
        """As the server knows this person; before it has accepted a name, as given."""
        return self._core.name

    @property
    def rooms(self) -> Mapping[str, Room]:
        """`default` first, then the server's order. A view of now: do not keep it over a change."""
        return self._core.rooms.rooms

    def timeline(self, room: str) -> Timeline:
        """What is here of the room's messages. The same object for the whole session."""
        return self._core.timeline(room)

    @property
    def capabilities(self) -> frozenset[str]:
        """What this server and this client can do beyond Part 1 (`Capability`); the last server's while there is none,
        and empty before the first."""
        return self._capabilities

    def roster(self, room: str) -> Roster:
        """Who is in the room and who is typing, where the server tells."""
        return self._core.rosters.of(room)

    def acquaintances(self, room: str) -> dict[str, Acquaintance]:
        """What is known of those in the room, by the names of its roster; of this person, nothing. Empty where the
        server tells no keys."""
        if Capability.IDENTITY not in self._capabilities:
            return {}
        roster, of = self.roster(room), self._core.acquaintances.of
        me = shown(self.name)
        return {name: of(name, roster.keys.get(name, "")) for name in roster.names if name != me}

    def room_state(self, room: str) -> tuple[bool, int] | None:
        """Whether only the room's owner and admins write there, and how many seconds are between two messages of one
        person. None where the server has not told: it does of rooms that this person is in or watches, and of others
        once it was asked."""
        return self._core.rosters.state(room)

    def unread(self, room: str) -> Unread | None:
        """What this person has not seen of the room; None where there is nothing. A view of now."""
        return self._core.unread.get(room)

    def is_here(self, room: str) -> bool:
        """Whether the room's newest messages are here, as far as the server keeps any."""
        window = self._core.windows.get(room)
        return Capability.HISTORY not in self.capabilities or (window is not None and not window.follow.behind)

    @property
    def unsent(self) -> int:
        """How many messages are on their way, or wait to be."""
        return len(self._core.outbox)

    def marks(self) -> dict[str, Cursor]:
        """How far each room is read, as the next session will want to know it: `Kept.marks`."""
        return self._core.read_to()

    @property
    def wants_connection(self) -> bool:
        """Whether connecting is of use now: not when stopped or turned away, nor while the person is to say another
        name, or what lets them in."""
        return self.phase not in {Phase.OFFLINE, *_UP_TO_THE_PERSON}

    # What the person does. What gives a ticket: exactly one Done or Refused, or what its docstring says, will name it.

    def say(self, room: str, text: str, now: float, wall: float, reply_to: int = 0) -> int:
        """The message stands in the timeline at once, as SENDING with the ticket as its key, until it is confirmed or
        refused: it is taken away again where its `text` is given back, and FAILED where it is not. `reply_to` is the
        `seq` of the message it answers.
        """
        ticket, text, core = self._core.ticket(), sendable.text(text), self._core
        if not (core.is_in(room) or self._speech.is_joining(room)):
            core.refuse(ticket, Intent.SAY, room, Reason.NOT_IN_ROOM, _NOT_IN_ROOM, text=text)
        elif len(text) > MESSAGE:
            detail = Sentence(
                "A message has at most {most} characters; this one has {count}.", most=MESSAGE, count=len(text)
            )
            core.refuse(ticket, Intent.SAY, room, Reason.MESSAGE_TOO_LONG, detail, text=text)
        else:
            cursor = core.known_to(room)
            self._speech.say(Unsent(ticket, room, text, core.new_id(), reply_to, wall, cursor), now)
        return ticket

    def create(self, room: str, now: float) -> int:
        """Done when the room is there and this person is in it."""
        room, ticket = sendable.room(room), self._core.ticket()
        if self._can(ticket, Intent.CREATE, room):
            self._speech.create(ticket, room, now)
        return ticket

    def join(self, room: str, now: float) -> int:
        room, ticket = self._known(room), self._core.ticket()
        if self._can(ticket, Intent.JOIN, room):
            self._speech.join(ticket, room, now)
        return ticket

    def leave(self, room: str, now: float) -> int:
        """A room that was lost with the connection and is not taken back yet is left at once, for good."""
        room, ticket, core = self._known(room), self._core.ticket(), self._core
        if self.phase is not Phase.ONLINE and room != DEFAULT_ROOM and core.rooms.get(room).joined:
            core.leave(room, deleted=False)
            core.done(ticket)
        elif self._can(ticket, Intent.LEAVE, room):
            self._speech.leave(ticket, room, now)
        return ticket

    def delete(self, room: str, now: float) -> int:
        room, ticket = self._known(room), self._core.ticket()
        if self._can(ticket, Intent.DELETE, room):
            self._speech.delete(ticket, room, now)
        return ticket

    def rename(self, name: str, now: float) -> int:
        """Before a name is accepted, and after one was refused, the name is the one to identify with."""
        ticket, name = self._core.ticket(), sendable.user(name)
        if self.phase is Phase.ONLINE:
            self._speech.rename(ticket, name, now)
        else:
            self._base.identify(self._entrance.wish_for(ticket, name), now)
        return ticket

    def offer(self, credentials: Credentials, now: float) -> None:
        """What the person has to come in with, from now on. While the server waits for it (ASKED), it is tried at once;
        where that is not enough, Refused says so (of Intent.IDENTIFY, ticket 0)."""
        self._base.identify(self._entrance.offer(credentials), now)

    def again(self, now: float) -> None:  # noqa: ARG002  # every event carries its time
        """Try to come in again after having been turned away. Otherwise it does nothing."""
        if self.phase is Phase.TURNED_AWAY:
            self._core.enter(Phase.CONNECTING)

    def host_checked(self, now: float) -> None:  # noqa: ARG002  # every event carries its time
        """The person has made sure that the host's key is the host's."""
        if self.ground.trust is Trust.SEEN:
            self._entrance.ground = replace(self.ground, trust=Trust.VERIFIED, first=False)
            self._core.tell(GroundChanged())

    def prove_with(self, signer: Signer) -> None:
        """From the next connection on, prove the name with it."""
        self._entrance.signer = signer

    def edit(self, room: str, seq: int, text: str, now: float) -> int:
        """Change what this person said. Where the server cannot, this and the next ones are refused at once."""
        request = EditMessage(room, seq, sendable.text(text))
        return self._ask(Intent.EDIT, request, room, now)

    def erase(self, room: str, seq: int, now: float) -> int:
        """Delete a message for everybody: this person's own, or any in a room of theirs."""
        return self._ask(Intent.ERASE, DeleteMessage(room, seq), room, now)

    def react(self, room: str, seq: int, emoji: str, on: bool, now: float) -> int:
        return self._ask(Intent.REACT, React(room, seq, emoji, on), room, now)

    def search(self, query: str, room: str, now: float, before: int = 0) -> int:
        """Look for messages that hold every word, in one room or (empty) in all: Found or Refused names the ticket."""
        request = Search(sendable.text(query), room, before)
        return self._ask(Intent.SEARCH, request, room or None, now)

    def fetch(self, room: str, after: int, now: float) -> int:
        """Read a page of the log behind that `seq` (0: from its beginning) past the timeline, which stays as it is, as
        an export does: Fetched or Refused names the ticket. One at a time is quick enough for any server.
        """
        request = GetHistory(room, after=after, limit=PAGE)
        return self._ask(Intent.FETCH, request, room, now)

    def ask_server(self, request: AdminRequest, now: float) -> int:
        """What concerns the server itself, or how a room is written in: Answered or Refused names the ticket."""
        ticket = self._core.ticket()
        room = getattr(request, "room", None) or None
        if self._can(ticket, Intent.SERVER, room, Capability.ADMIN) and self._rich is not None:
            self._rich.ask(ticket, Intent.SERVER, request, now)
        return ticket

    def watch(self, room: str, now: float) -> int:
        """See the room's log and follow it live without being in it, also over lost connections, until `unwatch`, or
        RoomLeft says that it cannot be followed any more. Done when the newest page is there; without a connection that
        is when there is one.
        """
        room, ticket, core = self._known(room), self._core.ticket(), self._core
        if core.is_in(room) or room in core.watched:
            core.done(ticket)
        elif self._rich is None and self.phase in {Phase.CONNECTING, Phase.IDENTIFYING, Phase.WAITING}:
            core.watched[room] = ticket
        elif self._can(ticket, Intent.WATCH, room, Capability.HISTORY) and self._rich is not None:
            self._rich.watch(ticket, room, now)
        return ticket

    def unwatch(self, room: str, now: float) -> None:
        """Follow the room no longer, unless this person is in it."""
        ticket = self._core.watched.pop(room, None)
        if ticket:
            self._core.refuse(ticket, Intent.WATCH, room, Reason.UNAVAILABLE, STOPPED)
        if ticket is not None and self._rich is not None:
            self._rich.unwatch(room, now)

    def show(self, room: str, seq: int, now: float) -> int:
        """Have the timeline of a room hold that message, with what is around it: Shown, then Done. For a room that this
        person is in or watches, or will in a moment."""
        ticket = self._core.ticket()
        if self._can(ticket, Intent.SHOW, room, Capability.HISTORY) and self._rich is not None:
            self._rich.reading.show(ticket, room, seq, now)
        return ticket

    def older(self, room: str, now: float) -> None:
        """Have rows put in front of the timeline, where `older` says that there are some. May be called too often."""
        if self._rich is not None:
            self._rich.reading.older(room, now)

    def newer(self, room: str, now: float) -> None:
        """The same at the other end, where `newer` says that there are some."""
        if self._rich is not None:
            self._rich.reading.newer(room, now)

    def newest(self, room: str, now: float) -> None:
        """Have the timeline show the log's end again, where `newer` says that it does not. Without a connection it
        does so once there is one.
        """
        if self._rich is not None:
            self._rich.reading.newest(room, now)
        elif room in self._core.windows:
            self._core.windows[room].want_end()

    def retry(self, room: str, key: int, now: float) -> None:
        """Send a FAILED message once more, where this person is in its room. Its ticket is not answered again."""
        if self._core.is_in(room) and self._core.outbox.again(key) is not None:
            self._core.mark_unsent(room, key, State.SENDING)
            self._go_on(now)

    def discard(self, room: str, key: int, now: float) -> None:  # noqa: ARG002  # as `retry` is asked
        """Take an unconfirmed message away for good: always where it FAILED; where it is on its way it may arrive."""
        if (unsent := self._core.outbox.discard(key)) is not None:
            self._core.settle_unsent(unsent)

    def typing(self, room: str, now: float) -> None:
        """The person types; may be called at every key."""
        if self._rich is not None:
            self._rich.typing(room, now, on=True)

    def stopped_typing(self, room: str, now: float) -> None:
        """The person has emptied the line. Saying something does the same by itself."""
        if self._rich is not None:
            self._rich.typing(room, now, on=False)

    def refresh(self, now: float) -> None:
        """Ask for the room list."""
        if self.phase is Phase.ONLINE:
            self._speech.refresh(now)

    def read(self, room: str) -> None:
        """The person has seen everything in the room."""
        self._core.read(room)

    def mark_new(self, room: str) -> None:
        """Put the "new" line above the first message not seen, or take it away where all is seen. For when the person
        comes to a room, before `read`.
        """
        self._core.mark_new(room)

    # What the connection tells

    def connecting(self, now: float) -> None:  # noqa: ARG002  # every event carries its time
        """An attempt to reach the server begins."""
        self._core.enter(Phase.CONNECTING)

    def opened(self, now: float, ground: Ground = Ground()) -> None:  # frozen
        """The server is there, on that ground: `identify` goes out."""
        before = self.ground
        self._base.opened()
        self._base.identify(self._entrance.opened(ground), now)
        if ground != before:
            self._core.tell(GroundChanged())

    def receive(self, reply: Reply, now: float, wall: float) -> None:
        """One reply of the server, in the order of arrival."""
        if isinstance(reply, Welcome):
            self._welcomed(reply, now)
        else:
            self._speech.receive(reply, now, wall)
            if self.phase is Phase.ONLINE and self._rich is None:
                self._can_do(frozenset())
        self._go_on(now)

    def lost(self, now: float, why: str, retry_at: float | None) -> None:  # noqa: ARG002  # every event carries its time
        """The connection is gone, or could not be made. `why` is a sentence; `retry_at` when the next attempt is made,
        None for never. Joined rooms, timelines and the outbox stay.
        """
        self._entrance.closed()
        self._close(stopped=False)
        if self.phase not in _UP_TO_THE_PERSON:
            self._core.enter(Phase.OFFLINE if retry_at is None else Phase.WAITING, why, retry_at)

    def sent_away(self, now: float, why: str) -> None:  # noqa: ARG002  # every event carries its time
        """The connection is gone, since the server wants this person gone; `why` is a sentence."""
        self._entrance.closed()
        self._close(stopped=False)
        self._core.enter(Phase.TURNED_AWAY, why)

    def stop(self, now: float) -> None:  # noqa: ARG002  # every event carries its time
        """The person leaves the server for good. What is unsent is given back, or where the last server was one of Part
        2 stays with `take_keeping`, unanswered, for the next session."""
        self._entrance.closed()
        self._close(stopped=True)
        self._entrance.give_up(STOPPED)
        self._core.enter(Phase.OFFLINE)

    def tick(self, now: float) -> None:
        """Time has passed. To be called at `next_deadline`; more often does no harm."""
        self._speech.tick(now)
        self._go_on(now)

    @property
    def next_deadline(self) -> float | None:
        """Monotonic seconds at which `tick` will have something to do."""
        return self._speech.next_deadline

    # What is to be done about it

    def take_requests(self) -> list[Request]:
        """What is to be sent now, in order. From here on the requests count as handed out."""
        return self._speech.take_requests()

    def take_changes(self) -> list[Change]:
        """What the window should know, in order."""
        return self._core.take_changes()

    def take_keeping(self) -> list[Keeping]:
        """What is to be kept for the next session, in order, or needs to be no more."""
        keeping = [*self._core.keeping]
        self._core.keeping.clear()
        return keeping

    @property
    def server_name(self) -> str:
        """What the host calls the server, or is called, fit to be shown and kept; empty where it does not tell. The
        server says it to whoever comes in; a host who is renamed is followed."""
        return shown(self._server_name or self.host)

    @property
    def host(self) -> str:
        """The name of the person who hosts; empty where the server does not tell."""
        return self._core.rosters.host

    # How it is done

    @property
    def _speech(self) -> Base | Rich:
        return self._base if self._rich is None else self._rich

    def _welcomed(self, welcome: Welcome, now: float) -> None:
        asked = self._base.welcomed()
        if asked is None or self.phase is not Phase.IDENTIFYING:
            return
        capabilities = self._entrance.negotiated(welcome.capabilities)
        self._core.keeps = True
        if welcome.resume:
            self._entrance.keep(welcome.resume)
        self.admin = welcome.admin and Capability.ADMIN in capabilities
        self.proven = welcome.proven and Capability.IDENTITY in capabilities
        self._core.rosters.host = welcome.server.get("host", "")
        self._server_name = welcome.server.get("name", "")
        wish = self._entrance.accepted(asked.username, welcome.username)
        self._rich = Rich(self._core, self._entrance, capabilities)
        self._can_do(capabilities)
        if wish is not None:
            self._rich.rename(*wish, now)

    def _can_do(self, capabilities: frozenset[str]) -> None:
        if capabilities != self._capabilities:
            self._capabilities = capabilities
            self._core.tell(CapabilitiesChanged())

    def _close(self, *, stopped: bool) -> None:
        if self._rich is not None:
            self._rich.lost()
            self._rich = None
        self._base.lost(stopped=stopped)
        if stopped:
            for room, ticket in self._core.watched.items():
                if ticket:
                    self._core.refuse(ticket, Intent.WATCH, room, Reason.UNAVAILABLE, STOPPED)
            self._core.watched.clear()

    def _go_on(self, now: float) -> None:
        if self.phase is Phase.ONLINE:
            self._speech.go_on(now)

    def _can(self, ticket: int, intent: Intent, room: str | None, needs: Capability | None = None) -> bool:
        if needs is not None and needs not in self._capabilities:
            self._core.refuse(ticket, intent, room, Reason.UNAVAILABLE, CANNOT)
        elif self.phase is not Phase.ONLINE:
            self._core.refuse(ticket, intent, room, Reason.UNAVAILABLE, _NOT_CONNECTED)
        else:
            return True
        return False

    def _ask(self, intent: Intent, request: Request, room: str | None, now: float) -> int:
        ticket = self._core.ticket()
        needs = Capability.HISTORY if isinstance(request, GetHistory | Search) else Capability.RICH
        if self._can(ticket, intent, room, needs) and self._rich is not None:
            self._rich.ask(ticket, intent, request, now)
        return ticket

    def _put_back(self, messages: Iterable[KeepMessage]) -> None:
        """What an earlier session left unsent is to be sent by this one: in rooms that the person was in by then."""
        core = self._core
        for kept in messages:
            unsent = Unsent(core.ticket(), kept.room, kept.text, kept.id, kept.reply_to, kept.wall, kept.since)
            core.outbox.put(unsent)
            core.outbox.tried(unsent)
            core.show_unsent(unsent)
            core.rooms.join(kept.room)
            if kept.since is not None and core.known_to(kept.room) is None:
                core.window(kept.room).resume(kept.since)
        core.keeping.clear()

    def _known(self, room: str) -> str:
        """As the server calls it, where it is known here; else as our servers would keep it."""
        return room if room in self._core.rooms else sendable.room(room)
