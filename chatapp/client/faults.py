"""What went wrong between here and a server, as one sentence that a person can act on."""

import socket
import ssl
from typing import Final

from chatapp.protocol.invite import Address
from chatapp.protocol.names import shown
from chatapp.protocol.sentences import Sentence

LOST: Final = Sentence("The connection to the server was lost.")
SILENT: Final = Sentence("The server stopped answering.")
STRANGE: Final = Sentence("The server sent something that this app does not understand.")

SENT_AWAY: Final = frozenset({4003, 4004})
"""codes of a close after which nobody comes back by themselves: kicked, and banned"""
_CLOSED: Final = {
    1000: Sentence("The server ended the connection."),
    1001: Sentence("The host has stopped the server."),
    1009: Sentence("The server ended the connection: something that was sent is too long for it."),
    1011: Sentence("The server had a problem and ended the connection."),
    1012: Sentence("The server is starting again."),
    1013: Sentence("The server is full at the moment."),
    4003: Sentence("The host has removed you from this chat."),
    4004: Sentence("The host does not let you in any more."),
}


def not_a_server(address: Address) -> str:
    return Sentence("There is no Chatapp server at {address}; something else answers there.", address=address)


def unreachable(address: Address, problem: Exception) -> str:
    """Why no connection could be made: by name resolution, TCP or TLS."""
    match problem:
        case socket.gaierror() | UnicodeError():
            return Sentence(
                "The name “{host}” cannot be found. Is it spelled correctly, and is the network there?",
                host=address.host,
            )
        case ssl.SSLCertVerificationError():
            return Sentence(
                "{address} cannot be trusted: {why}. Nothing was sent to it.",
                address=address,
                why=_end(problem.verify_message),
            )
        case TimeoutError():
            return Sentence(
                "No server answers at {address} in time. Is it running, and on the same network?", address=address
            )
        case _:
            return Sentence("No server answers at {address}. Is it running, and on the same network?", address=address)


def no_tls(address: Address) -> str:
    """What answers there was to be encrypted, and cannot be."""
    return Sentence(
        "What answers at {address} is not encrypted. If it is a server without encryption, its address starts with ws://.",
        address=address,
    )


def no_longer_encrypted(address: Address) -> str:
    return Sentence(
        "The server at {address} was encrypted before, and now it is not. Somebody may be listening, so nothing was"
        " sent to it. Ask the host for an invite. If you are sure that all is well, remove {address} from the servers"
        " that you joined before, and join it anew.",
        address=address,
    )


def another_key(address: Address) -> str:
    return Sentence(
        "At {address} there is another host than before, or somebody who pretends to be that host; nothing was sent to"
        " them. It is harmless where this is another network, in which the same address belongs to somebody else, or"
        " where the host's computer was set up anew. Ask the host for an invite. If you are sure that all is well,"
        " remove {address} from the servers that you joined before, and join it anew.",
        address=address,
    )


def not_the_one_invited_by(address: Address) -> str:
    return Sentence(
        "Who answers at {address} is not the host that the invite is from; nothing was sent to them. Ask the host for a"
        " new invite.",
        address=address,
    )


def refused(address: Address, problem: Exception) -> str:
    """Why what answers at an address did not become a WebSocket connection."""
    from websockets.exceptions import InvalidStatus  # noqa: PLC0415  # a window that opens needs none of it yet

    if not isinstance(problem, InvalidStatus):
        return not_a_server(address)
    match problem.response.status_code:
        case 503:
            return Sentence("The server is full at the moment.")
        case 401 | 403:
            return Sentence("The server at {address} does not let this app in.", address=address)
        case code:
            return Sentence(
                "There is no Chatapp server at {address}: what answers there says “HTTP {code}”.",
                address=address,
                code=code,
            )


def closed(code: int, reason: str) -> str:
    """Why the server closed the connection (RFC 6455, section 7.4)."""
    if code == 4003 and reason:
        return Sentence("The host has removed you from this chat: {why}.", why=_quoted(reason))
    if code == 4004 and reason:
        return Sentence("The host does not let you in any more: {why}.", why=_quoted(reason))
    if code in _CLOSED:
        return _CLOSED[code]
    if code == 1008 and reason:
        return Sentence("The server ended the connection: {why}.", why=_end(shown(reason)))
    return LOST


def _quoted(reason: str) -> str:
    """What the host wrote, before a full stop."""
    return shown(reason).rstrip(".")


def _end(text: str) -> str:
    """The text as the end of a sentence."""
    return text[:1].lower() + text[1:].rstrip(".")
