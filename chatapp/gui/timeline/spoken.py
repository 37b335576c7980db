"""What is read aloud of a row: author, time and text first, then what else is seen of it."""

from PySide6.QtCore import QCoreApplication

from chatapp.gui import names
from chatapp.gui.timeline.body import Body, body, name, words_alone
from chatapp.gui.timeline.heads import clock
from chatapp.gui.timeline.notes import folded
from chatapp.gui.words import explain
from chatapp.session.timeline import Entry, EntryKind, Quote, State

translate = QCoreApplication.translate

EXCERPT = 200
"""code points of a quoted message, at most"""


def spoken(entry: Entry, me: str = "", *, beginning: bool = False) -> str:
    """A row in words, to the person of that name. `beginning` says that nothing before it can be had."""
    if entry.kind is EntryKind.NOTE:
        return folded(entry.notes)
    if entry.kind is EntryKind.GAP:
        return gap_words(beginning=beginning)
    said = words_alone(deleted_words()) if entry.deleted else body(entry.text, "" if entry.mine else me)
    parts = [f"{name(entry.author)}, {clock(entry.at)}: {_read(said)}"]
    if said.calls:
        parts.append(translate("Timeline", "(mentions you)"))
    if entry.reply is not None and not entry.deleted:
        parts.append(translate("Timeline", "(in reply to {quote})").format(quote=quoted(entry.reply)))
    if entry.edited and not entry.deleted:
        parts.append(edited_words())
    if entry.reactions:
        told = names.in_a_row(f"{reaction.emoji} {len(reaction.names)}" for reaction in entry.reactions)
        parts.append(translate("Timeline", "(reactions: {reactions})").format(reactions=told))
    if entry.state is State.SENDING:
        parts.append(translate("Timeline", "(sending)"))
    elif entry.state is State.FAILED:
        parts.append(f"({problem_words(entry)})")
    return " ".join(parts)


def _read(said: Body) -> str:
    """A message's text; quotes in it are said to be some, as they are seen to be."""
    parts = [(said.text[block.start : block.end], block.depth) for block in said.blocks] or [(said.text, 0)]
    quoted = translate("Timeline", "(quote) {text}")
    return "\n".join(quoted.format(text=text) if depth else text for text, depth in parts)


def excerpt(text: str) -> str:
    """The beginning of a message on one line."""
    return " ".join(body(text[:EXCERPT]).text.split())


def quoted(quote: Quote) -> str:
    """A quoted message on one line: author and text, as far as they are known."""
    if not quote.author:
        return translate("Timeline", "a message that is not shown here")
    return f"{name(quote.author)}: {excerpt(quote.text) or deleted_words()}"


def deleted_words() -> str:
    """What stands in place of a deleted message."""
    return translate("Timeline", "This message was deleted")


def edited_words() -> str:
    """What stands after a text that is not the first one."""
    return translate("Timeline", "(edited)")


def gap_words(*, beginning: bool) -> str:
    """What a hole in the log is called; at its `beginning`, older messages were given up."""
    return (
        translate("Timeline", "Older messages are no longer kept here")
        if beginning
        else translate("Timeline", "Messages are missing here")
    )


def problem_words(entry: Entry) -> str:
    """Why a message was not sent."""
    return translate("Timeline", "Not sent. {problem}").format(problem=explain(entry.reason, entry.problem))
