"""A room's messages as a text to keep: plain lines, JSON, or a page for a browser. A little at a time.

A writer gets the messages in the order of the log. What it gives, put one behind the other, is the whole document.
Times are this computer's unless a zone is given. Lines and pages show what the messages are by now; JSON holds every
character of them.
"""

import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from html import escape
from typing import Final, NamedTuple, Protocol

from chatapp.text.links import find_links

QUOTED: Final = 2_000
"""the latest messages that a reply can be shown with; of an earlier one it is only said that there was one"""
_EXCERPT: Final = 60
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""what would steer a terminal, or may not stand in a page"""


class Said(Protocol):
    """A message as a room's log gives it. `ts` and `edited` are milliseconds since the Unix epoch, 0 for never."""

    @property
    def seq(self) -> int: ...
    @property
    def ts(self) -> int: ...
    @property
    def author(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def reply_to(self) -> int: ...
    @property
    def edited(self) -> int: ...
    @property
    def deleted(self) -> bool: ...
    @property
    def reactions(self) -> Mapping[str, Sequence[str]]: ...


class Words(NamedTuple):
    """What a document says by itself, in the reader's language; JSON says nothing."""

    language: str = "en"
    """its code (BCP 47)"""
    right_to_left: bool = False
    deleted: str = "This message was deleted."
    quoted_deleted: str = "deleted"
    """in place of a text that is answered"""
    edited: str = "edited"
    reply: str = "reply to {quote}"
    earlier: str = "an earlier message"
    """which is answered, and is not at hand"""
    day: Callable[[datetime], str] = lambda time: f"{time:%A}, {time.day} {time:%B %Y}"
    clock: Callable[[datetime], str] = lambda time: f"{time:%H:%M}"


ENGLISH: Final = Words()


class Writer(Protocol):
    """`begin` once, then `add` for each message, then `end` once."""

    def begin(self) -> str: ...
    def add(self, said: Said) -> str: ...
    def end(self) -> str: ...


def writer(form: str, room: str, zone: tzinfo | None = None, words: Words = ENGLISH) -> Writer:
    """The writer of one of `FORMS`, for a room called that. Raises KeyError for another form."""
    return FORMS[form](room, zone, words)


def document(form: str, room: str, messages: Iterable[Said], zone: tzinfo | None = None) -> Iterator[str]:
    """The whole document in pieces, the messages read one by one as they are needed."""
    made = writer(form, room, zone)
    yield made.begin()
    for said in messages:
        yield made.add(said)
    yield made.end()


class _Quotes:
    """Who said what lately, for the replies to it."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[int, str] = {}
        self._order: deque[int] = deque()

    def learn(self, said: Said) -> None:
        if len(self._order) == QUOTED:
            del self._known[self._order.popleft()]
        if said.seq not in self._known:
            self._order.append(said.seq)
        words = self._words.quoted_deleted if said.deleted else _line(said.message[: 4 * _EXCERPT])
        excerpt = words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + "…"
        self._known[said.seq] = f"{_line(said.author)}: {excerpt}"

    def of(self, seq: int) -> str:
        return self._known.get(seq, self._words.earlier)


class Lines:
    """One line a message: day and time, author, text. A line break inside a message shows as “↵”."""

    def __init__(self, room: str, zone: tzinfo | None = None, words: Words = ENGLISH) -> None:
        self._room, self._zone, self._words = room, zone, words
        self._quotes = _Quotes(words)

    def begin(self) -> str:
        return f"#{_line(self._room)}\n\n"

    def add(self, said: Said) -> str:
        time = _time(said.ts, self._zone)
        parts = [time.strftime("%Y-%m-%d %H:%M:%S") if time is not None else "", f"{_line(said.author)}:"]
        if said.reply_to:
            parts.append(f"[{self._words.reply.format(quote=self._quotes.of(said.reply_to))}]")
        parts.append(f"({self._words.quoted_deleted})" if said.deleted else _line(said.message))
        if said.edited and not said.deleted:
            parts.append(f"({self._words.edited})")
        if said.reactions:
            parts.append(f"[{' · '.join(_reactions(said))}]")
        self._quotes.learn(said)
        return " ".join(filter(None, parts)) + "\n"

    def end(self) -> str:
        return ""


class Json:
    """`{"room": …, "messages": [{"seq", "time", "from", "message", …}, …]}`, a message a line. `replyTo` (a `seq`),
    `edited`, `deleted` and `reactions` stand where they say something; times are UTC in ISO 8601."""

    def __init__(self, room: str, _zone: tzinfo | None = None, _words: Words = ENGLISH) -> None:
        """UTC, and no words: for any reader anywhere."""
        self._room = room
        self._separator = "\n"

    def begin(self) -> str:
        return f'{{"room": {_json(self._room)}, "messages": ['

    def add(self, said: Said) -> str:
        fields: dict[str, object] = {"seq": said.seq, "time": _iso(said.ts), "from": said.author}
        fields["message"] = said.message
        if said.reply_to:
            fields["replyTo"] = said.reply_to
        if said.edited:
            fields["edited"] = _iso(said.edited)
        if said.deleted:
            fields["deleted"] = True
        if said.reactions:
            fields["reactions"] = {emoji: list(names) for emoji, names in said.reactions.items()}
        separator, self._separator = self._separator, ",\n"
        return separator + _json(fields)

    def end(self) -> str:
        return "\n]}\n"


class Page:
    """One file for any browser: nothing is loaded from elsewhere, nothing runs, and it follows the reader's theme."""

    def __init__(self, room: str, zone: tzinfo | None = None, words: Words = ENGLISH) -> None:
        self._room, self._zone, self._words = room, zone, words
        self._quotes = _Quotes(words)
        self._day = ""

    def begin(self) -> str:
        head = _HEAD.replace("{language}", _html(self._words.language))
        head = head.replace("{direction}", "rtl" if self._words.right_to_left else "ltr")
        return head.replace("{title}", "#" + _html(self._room))

    def add(self, said: Said) -> str:
        time = _time(said.ts, self._zone)
        day = self._words.day(time) if time is not None else ""
        parts = []
        if day != self._day:
            self._day = day
            parts.append(f"<h2>{_html(day)}</h2>\n")
        parts.append(f'<article id="m{said.seq}"><header><b>{_name(said.author)}</b>')
        if time is not None:
            parts.append(f' <time datetime="{_iso(said.ts)}">{_html(self._words.clock(time))}</time>')
        parts.append("</header>")
        if said.reply_to:
            parts.append(f'<a class="quote" href="#m{said.reply_to}" dir="auto">')
            parts.append(f"↩ {_html(self._quotes.of(said.reply_to))}</a>")
        if said.deleted:
            parts.append(f'<p class="quiet">{_html(self._words.deleted)}</p>')
        else:
            edited = f' <span class="quiet">({_html(self._words.edited)})</span>' if said.edited else ""
            parts.append(f'<p dir="auto">{_linked(said.message)}{edited}</p>')
        if said.reactions:
            chips = "".join(f"<li>{_html(one)}</li>" for one in _reactions(said))
            parts.append(f"<ul>{chips}</ul>")
        parts.append("</article>\n")
        self._quotes.learn(said)
        return "".join(parts)

    def end(self) -> str:
        return "</main></body></html>\n"


FORMS: Final[Mapping[str, type[Lines | Json | Page]]] = {"txt": Lines, "json": Json, "html": Page}
"""what a document can be, by the ending of its file"""


def _time(ts: int, zone: tzinfo | None) -> datetime | None:
    """None for a time that no calendar has, which only a broken server gives, and for none at all."""
    try:
        return datetime.fromtimestamp(ts / 1000, UTC).astimezone(zone) if ts else None
    except (OverflowError, ValueError, OSError):
        return None


def _iso(ts: int) -> str | None:
    time = _time(ts, UTC)
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z") if time is not None else None


def _reactions(said: Said) -> Iterator[str]:
    return (f"{_line(emoji)} {', '.join(map(_line, names))}" for emoji, names in said.reactions.items())


def _line(text: str) -> str:
    """The text on one line."""
    return text if text.isprintable() else _plain(" ↵ ".join(text.split("\n")).replace("\t", " "))


def _plain(text: str) -> str:
    """Without what no file, terminal or page could take."""
    return _CONTROL.sub("\ufffd", text.encode("utf-8", "replace").decode())


def _json(value: object) -> str:
    # Lone surrogates, which a broken server may send, are no text that a file could hold.
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else text.encode("utf-8", "backslashreplace").decode()


def _html(text: str) -> str:
    return escape(_plain(text))


def _name(author: str) -> str:
    return f"<bdi>{_html(' '.join(author.split()))}</bdi>"


def _linked(text: str) -> str:
    parts, at = [], 0
    for link in find_links(text):
        parts.append(_html(text[at : link.start]))
        words = _html(text[link.start : link.end])
        parts.append(f'<a href="{_html(link.url)}" rel="noreferrer">{words}</a>')
        at = link.end
    return "".join([*parts, _html(text[at:])])


_HEAD = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root { color-scheme: light dark; --quiet: #5a6270; --line: #dfe2e8; --link: #1a5fb4; --ground: #fff; --text: #1c2026 }
@media (prefers-color-scheme: dark) {
  :root { --quiet: #a3abb8; --line: #33373f; --link: #8ab4f8; --ground: #1b1d22; --text: #e8eaee }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.45 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.5rem; overflow-wrap: anywhere }
h2 { font-size: .85rem; font-weight: 600; color: var(--quiet); text-align: center; margin: 1.6rem 0 .6rem;
  border-top: 1px solid var(--line); padding-top: .8rem }
article { padding: .35rem .5rem; border-radius: .4rem; overflow-wrap: anywhere }
article:target { outline: 2px solid var(--link) }
p { margin: 0; white-space: pre-wrap }
time, .quiet, .quote { color: var(--quiet); font-size: .85rem }
time { margin-inline-start: .4rem }
a { color: var(--link) }
.quote { display: block; text-decoration: none; border-inline-start: 3px solid var(--line); padding-inline-start: .5rem;
  margin: .15rem 0 }
ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem; margin: .25rem 0 0; padding: 0 }
li { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .55rem; font-size: .85rem }
</style></head><body><main>
<h1><bdi>{title}</bdi></h1>
"""
