"""How events of a room's log become rows of its timeline, and change those that are there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from chatapp.protocol import names
from chatapp.protocol.limits import MESSAGE_SHOWN
from chatapp.protocol.messages.rich import Event, Kind
from chatapp.session.timeline import Entry, EntryKind, Quote, Reaction, Timeline

GAP: Final = Entry("", "", 0.0, kind=EntryKind.GAP)
OWN: Final = 1_000
"""messages of this person, the newest, that are known as theirs wherever the timeline is"""


def shortened(text: str) -> str:
    """As much of a text as is shown, of a server that allows longer ones than ours."""
    return text if len(text) <= MESSAGE_SHOWN else f"{text[:MESSAGE_SHOWN]}…"


Former = Mapping[str, frozenset[str]]
"""what people were called before, by what they are called now"""


class Story:
    """Writes into one timeline. Applying events again that it knows changes nothing in the end."""

    def __init__(self, timeline: Timeline, former: Former) -> None:
        self.timeline = timeline
        self._former = former
        self._answers: dict[int, set[int]] = {}
        """the `seq` of a message to those of the messages that answer it"""
        self._own: dict[int, None] = {}
        """the `seq`s of this person's messages, in the order in which they came here"""

    def tell(self, events: Iterable[Event], me: str) -> None:
        """What was just said and done; messages are shown only where the timeline ends with the log."""
        rows: list[Entry] = []
        for event in events:
            if event.kind == Kind.MESSAGE:
                if not self.timeline.newer:
                    rows.append(self._entry(event, me, rows))
            else:
                self.timeline.append(rows)
                rows = []
                self.change(event, me)
        self.timeline.append(rows)

    def rows(self, events: Iterable[Event], me: str) -> list[Entry]:
        """The messages of a page, as rows to be put somewhere."""
        rows: list[Entry] = []
        for event in events:
            if event.kind == Kind.MESSAGE:
                rows.append(self._entry(event, me, rows))
        return rows

    def change(self, event: Event, me: str) -> None:
        """An edit, deletion or reaction, where its message is here. What is deleted stays so."""
        timeline = self.timeline
        index = timeline.find(event.target)
        if index is None:
            return
        entry = timeline.entry(index)
        match event.kind:
            case _ if entry.deleted:
                return
            case Kind.EDIT if event.message:
                entry = replace(entry, text=shortened(event.message), edited=True)
            case Kind.DELETE:
                entry = replace(entry, text="", deleted=True, edited=False, reactions=())
            case Kind.REACT:
                former = self._former.get(event.author, frozenset())
                entry = replace(entry, reactions=_reacted(entry.reactions, event, me, former))
            case _:
                return
        if entry != timeline.entry(index):
            timeline.replace(index, entry)
            if event.kind != Kind.REACT:
                self.quote(entry)

    def quote(self, entry: Entry) -> None:
        """The answers to a message that is here now, or is another one now, quote it as it is."""
        for seq in self._answers.get(entry.seq, ()):
            index = self.timeline.find(seq)
            if index is not None:
                answer = self.timeline.entry(index)
                self.timeline.replace(index, replace(answer, reply=_quote(entry)))

    def forget(self) -> None:
        """The timeline shows another part of the log, or another log."""
        self._answers.clear()

    def forget_own(self) -> None:
        """The log is another one."""
        self._own.clear()

    def is_own(self, seq: int) -> bool:
        """Whether that message is this person's; of those that went out of sight long ago it is not known."""
        if seq in self._own:
            return True
        index = self.timeline.find(seq)
        return index is not None and self.timeline.entry(index).mine

    def _entry(self, event: Event, me: str, before: Sequence[Entry]) -> Entry:
        reply = None
        if event.author == me and event.seq:
            self._own[event.seq] = None
            if len(self._own) > 2 * OWN:
                self._own = dict.fromkeys([*self._own][-OWN:])
        if event.reply_to:
            self._answers.setdefault(event.reply_to, set()).add(event.seq)
            reply = self.quoted(event.reply_to, before)
        if event.deleted or event.edited or event.reactions:
            return Entry(
                names.shown(event.author),
                "" if event.deleted else shortened(event.message),
                event.ts / 1000,
                mine=event.author == me,
                seq=event.seq,
                reply=reply,
                edited=event.edited > 0 and not event.deleted,
                deleted=event.deleted,
                reactions=tuple(
                    Reaction(emoji, tuple(map(names.shown, who)), me in who) for emoji, who in event.reactions.items()
                ),
            )
        return Entry(
            names.shown(event.author),
            shortened(event.message),
            event.ts / 1000,
            mine=event.author == me,
            seq=event.seq,
            reply=reply,
        )

    def quoted(self, seq: int, before: Sequence[Entry] = ()) -> Quote:
        """What an answer quotes: a message of the timeline, or of rows that are about to be put there."""
        index = self.timeline.find(seq)
        if index is not None:
            return _quote(self.timeline.entry(index))
        for entry in reversed(before):
            if entry.seq == seq:
                return _quote(entry)
        return Quote(seq)


def _quote(entry: Entry) -> Quote:
    return Quote(entry.seq, entry.author, entry.text)


def _reacted(reactions: tuple[Reaction, ...], event: Event, me: str, former: frozenset[str]) -> tuple[Reaction, ...]:
    """A reaction stands under the name that its author had by then, and may be taken back under another."""
    who, is_me = names.shown(event.author), event.author == me
    known = next((one for one in reactions if one.emoji == event.reaction), None)
    if known is None:
        return (*reactions, Reaction(event.reaction, (who,), is_me)) if event.on else reactions
    gone = {who} if who in known.names else {*map(names.shown, former)}
    others = tuple(name for name in known.names if name not in gone)
    if event.on:
        changed = known if who in known.names else Reaction(known.emoji, (*known.names, who), known.mine or is_me)
        return tuple(changed if one is known else one for one in reactions)
    if not others:
        return tuple(one for one in reactions if one is not known)
    changed = Reaction(known.emoji, others, known.mine and not is_me)
    return tuple(changed if one is known else one for one in reactions)
