"""What to say when a server cannot have the address or port that it was given."""

import errno
import http.client
import socket
import sys
from contextlib import closing, suppress

from chatapp.protocol.invite import Address
from chatapp.protocol.sentences import Sentence

ASK_WITHIN = 1.0
"""seconds for whoever holds a port to say what it is"""


def why_not(problem: OSError, address: Address) -> Sentence:
    """Why listening there failed, and the way out. May ask who holds the port: blocks for `ASK_WITHIN` at most."""
    host, port = address.host, address.port
    if isinstance(problem, socket.gaierror):
        return Sentence("Nobody knows the address {host}; give one of this computer's own, or leave it out.", host=host)
    if is_taken(problem):
        if is_ours(address):
            return Sentence("Port {port} is taken by another Chatapp server.", port=port)
        return Sentence("Port {port} is taken by another program.", port=port)
    match problem.errno:
        case errno.EACCES:
            return Sentence(
                "This system lets only administrators listen on port {port}; choose one above 1023.", port=port
            )
        case errno.EADDRNOTAVAIL | errno.EAFNOSUPPORT:
            return Sentence("This computer does not have the address {host}.", host=host)
        case _:
            why = problem.strerror or str(problem)
            return Sentence("Listening on {address} failed: {why}.", address=address, why=why)


def is_taken(problem: OSError) -> bool:
    """Whether another port would do."""
    # What Windows has set aside for itself, or somebody has for themselves alone, it calls forbidden.
    is_forbidden = sys.platform == "win32" and problem.errno == errno.EACCES
    return is_forbidden or problem.errno == errno.EADDRINUSE


def is_ours(address: Address) -> bool:
    """Whether it is a Chatapp server that listens there, on this computer, as far as it says so itself when asked over
    HTTP."""
    host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(address.host, address.host)  # noqa: S104
    with (
        suppress(OSError, http.client.HTTPException),
        closing(http.client.HTTPConnection(host, address.port, timeout=ASK_WITHIN)) as connection,
    ):
        connection.request("GET", "/")
        return connection.getresponse().headers.get("Server", "").startswith("chatapp/")
    return False
