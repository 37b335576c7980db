"""What to say when a server cannot have the address or port that it was given."""

import errno
import http.client
import socket
from contextlib import suppress

from chatapp.protocol.invite import Address

ASK_WITHIN = 1.0
"""seconds for whoever holds a port to say what it is"""


def why_not(problem: OSError, address: Address) -> str:
    """Why listening there failed, and the way out, as one sentence without its full stop. May ask who holds the port:
    blocks for `ASK_WITHIN` at most.
    """
    if isinstance(problem, socket.gaierror):
        return f"nobody knows the address {address.host}; give one of this computer's own, or leave it out"
    match problem.errno:
        case errno.EADDRINUSE:
            return f"port {address.port} is taken by {holder(address)}"
        case errno.EACCES:
            return f"this system lets only administrators listen on port {address.port}; choose one above 1023"
        case errno.EADDRNOTAVAIL | errno.EAFNOSUPPORT:
            return f"this computer does not have the address {address.host}"
        case _:
            return f"listening on {address} failed: {problem.strerror or problem}"


def is_taken(problem: OSError) -> bool:
    """Whether another port would do."""
    return problem.errno == errno.EADDRINUSE


def holder(address: Address) -> str:
    """Who listens on a port of this computer, as far as it says so itself when asked over HTTP."""
    host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(address.host, address.host)  # noqa: S104
    connection = http.client.HTTPConnection(host, address.port, timeout=ASK_WITHIN)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/")
        name = connection.getresponse().headers.get("Server", "")
        if name.startswith("chatapp/"):
            return "another Chatapp server"
    connection.close()
    return "another program"
