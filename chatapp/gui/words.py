"""What comes in English from elsewhere, in sentences of the window's language that the person can act on."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from chatapp.gui.counts import number
from chatapp.gui.plain import isolated
from chatapp.protocol import limits
from chatapp.protocol.messages.base import Reason
from chatapp.protocol.names import shown
from chatapp.protocol.sentences import Sentence, Told
from chatapp.session.changes import Intent, Refused

_SENTENCES: dict[str, object] = {
    Reason.BAD_REQUEST: QT_TRANSLATE_NOOP(
        "Words", "The server did not understand this. It may be older or newer than your Chatapp."
    ),
    Reason.NOT_IDENTIFIED: QT_TRANSLATE_NOOP(
        "Words", "The server lost track of who you are. Disconnect, then join the chat again."
    ),
    Reason.ALREADY_IDENTIFIED: QT_TRANSLATE_NOOP(
        "Words", "The server lost track of who you are. Disconnect, then join the chat again."
    ),
    Reason.INVALID_USERNAME: QT_TRANSLATE_NOOP(
        "Words", "The server does not allow this name. Please choose another one."
    ),
    Reason.USERNAME_TAKEN: QT_TRANSLATE_NOOP(
        "Words",
        "Somebody here already has this name, or one that looks like it, or it is kept for them. Please choose"
        " another.",
    ),
    Reason.INVALID_ROOM_NAME: QT_TRANSLATE_NOOP(
        "Words", "The server does not allow this room name. Please choose another one."
    ),
    Reason.NO_ROOM_SPECIFIED: QT_TRANSLATE_NOOP(
        "Words", "The server does not allow this room name. Please choose another one."
    ),
    Reason.ROOM_EXISTS: QT_TRANSLATE_NOOP("Words", "There is already a room of this name, or one that looks like it."),
    Reason.ROOM_NOT_FOUND: QT_TRANSLATE_NOOP("Words", "This room does not exist any more."),
    Reason.NOT_IN_ROOM: QT_TRANSLATE_NOOP("Words", "You are not in this room. Join it first."),
    Reason.CANNOT_LEAVE_DEFAULT: QT_TRANSLATE_NOOP("Words", "Everybody stays in this room; it cannot be left."),
    Reason.CANNOT_DELETE_DEFAULT: QT_TRANSLATE_NOOP("Words", "This room always exists; it cannot be deleted."),
    Reason.NOT_ALLOWED: QT_TRANSLATE_NOOP("Words", "Only the person who made this room may do that."),
    Reason.EMPTY_MESSAGE: QT_TRANSLATE_NOOP("Words", "There is nothing in this message. Write something first."),
    Reason.TOO_MANY_ROOMS: QT_TRANSLATE_NOOP(
        "Words", "This server has as many rooms as it can hold. Delete one that nobody needs."
    ),
    Reason.MESSAGE_TOO_LONG: QT_TRANSLATE_NOOP(
        "Words", "This message is too long. At most {most} characters can be sent at once."
    ),
    Reason.RATE_LIMITED: QT_TRANSLATE_NOOP(
        "Words", "That was too fast for this server. Wait a few seconds, then try again."
    ),
    Reason.SERVER_FULL: QT_TRANSLATE_NOOP("Words", "This server is full. Try again when somebody has left."),
    Reason.AUTH_FAILED: QT_TRANSLATE_NOOP(
        "Words", "This is not the password, or the invite does not hold any more. Try again, or ask the host."
    ),
    Reason.AUTH_REQUIRED: QT_TRANSLATE_NOOP("Words", "The host lets in whoever has an invite or knows the password."),
    Reason.SERVER_LOCKED: QT_TRANSLATE_NOOP("Words", "The host lets nobody new in at the moment."),
    Reason.BANNED: QT_TRANSLATE_NOOP("Words", "The host does not let you in."),
    Reason.INSECURE: QT_TRANSLATE_NOOP("Words", "The host takes encrypted connections only. Ask for an invite."),
    Reason.STORAGE_FULL: QT_TRANSLATE_NOOP(
        "Words", "The host's disk is full, so nothing new can be kept. Tell the host."
    ),
    Reason.UNAVAILABLE: QT_TRANSLATE_NOOP("Words", "The server cannot do this right now. Try again in a moment."),
    Reason.MESSAGE_NOT_FOUND: QT_TRANSLATE_NOOP("Words", "This message is no longer there."),
    Reason.UNKNOWN_ACTION: QT_TRANSLATE_NOOP(
        "Words", "This server does not know how to do that. It may be older than your Chatapp."
    ),
}
_NOT_ALLOWED: dict[Intent, object] = {
    Intent.EDIT: QT_TRANSLATE_NOOP("Words", "Only the person who wrote this message can change it."),
    Intent.ERASE: QT_TRANSLATE_NOOP(
        "Words", "Only the person who wrote this message, or made the room, can delete it."
    ),
    Intent.SERVER: QT_TRANSLATE_NOOP("Words", "Only whoever is in charge of this chat may do that."),
}
"""what else than a room's deletion is not for everybody"""
_NOT_AS_IT_IS = QT_TRANSLATE_NOOP(
    "Words", "As things are by now, the server cannot do this. Look at them once more, then try something else."
)
"""of a request about the server itself that it understood very well, such as for somebody who has gone meanwhile"""
_SAYS_TOO_LITTLE = frozenset(
    {Reason.BAD_REQUEST, Reason.UNAVAILABLE, Reason.BANNED, Reason.INVALID_USERNAME, Reason.INVALID_ROOM_NAME}
)


def say(text: str) -> str:
    """A sentence that a session, a connection or a host has for the person. What is neither a Sentence nor Told stands
    as it is."""
    match text:
        case Sentence():
            values = {name: isolated(str(value)) for name, value in text.values.items()}
            return QCoreApplication.translate("Sentences", text.form).format(**values)
        case Told():
            return explain(text.reason, str(text))
    return text


def explain(reason: str, detail: str) -> str:
    """The sentence to show for a reason code and the English sentence that came with it.

    The detail stands for itself where it is a Sentence, which this program made of what it knows; where the reason says
    too little and it is in the window's language; and where the reason is unknown here. Plain text, never empty; what
    a server says is a line, of a bounded length.
    """
    if not isinstance(detail, Sentence):
        detail = shown(" ".join(detail.split()))
    said = say(detail).strip()
    speaks = isinstance(detail, Sentence) or (reason in _SAYS_TOO_LITTLE and _is_read(detail))
    return (said if speaks else "") or _sentence(reason) or said or _unknown()


def explain_refusal(refused: Refused) -> str:
    """The same for a request, with regard to what it asked for."""
    if refused.reason == Reason.NOT_ALLOWED and refused.intent in _NOT_ALLOWED:
        return QCoreApplication.translate("Words", str(_NOT_ALLOWED[refused.intent]))
    if refused.reason == Reason.BAD_REQUEST and refused.intent is Intent.SERVER and not _is_read(refused.detail):
        return QCoreApplication.translate("Words", str(_NOT_AS_IT_IS))
    return explain(refused.reason, refused.detail)


def _is_read(detail: str) -> bool:
    """Whether it is in the window's language, or can be."""
    return isinstance(detail, Sentence) or QLocale().language() in {QLocale.Language.English, QLocale.Language.C}


def _unknown() -> str:
    return QCoreApplication.translate("Words", "The server did not do this, and did not say why. Please try again.")


def _sentence(reason: str) -> str:
    """What a known reason means; empty for others."""
    text = str(_SENTENCES.get(reason, ""))
    return QCoreApplication.translate("Words", text).format(most=number(limits.MESSAGE)) if text else ""
