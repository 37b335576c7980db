"""What to say when a server cannot have the address or port that it was given."""

import errno
import http.client
import socket
from contextlib import suppress

from chatapp.protocol.invite import Address
from chatapp.protocol.sentences import Sentence

ASK_WITHIN = 1.0
"""seconds for whoever holds a port to say what it is"""


def why_not(problem: OSError, address: Address) -> Sentence:
    """Why listening there failed, and the way out. May ask who holds the port: blocks for `ASK_WITHIN` at most."""
    host, port = address.host, address.port
    if isinstance(problem, socket.gaierror):
        return Sentence("Nobody knows the address {host}; give one of this computer's own, or leave it out.", host=host)
    match problem.errno:
        case errno.EADDRINUSE if is_ours(address):
            return Sentence("Port {port} is taken by another Chatapp server.", port=port)
        case errno.EADDRINUSE:
            return Sentence("Port {port} is taken by another program.", port=port)
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
    return problem.errno == errno.EADDRINUSE


def is_ours(address: Address) -> bool:
    """Whether it is a Chatapp server that listens there, on this computer, as far as it says so itself when asked over
    HTTP."""
    host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(address.host, address.host)  # noqa: S104
    connection = http.client.HTTPConnection(host, address.port, timeout=ASK_WITHIN)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/")
        name = connection.getresponse().headers.get("Server", "")
        if name.startswith("chatapp/"):
            return True
    connection.close()
    return False
