"""The sockets that a server listens on."""

import errno
import socket
import sys


def bind(host: str, port: int) -> list[socket.socket]:
    """A socket on each address that `host` stands for (empty: every interface), all on one port; 0 is a free one.

    Raises OSError (socket.gaierror where the name is unknown). Blocks for as long as looking up a name takes.
    """
    flags = 0 if host else socket.AI_PASSIVE
    sockets: list[socket.socket] = []
    absent: OSError | None = None
    try:
        for family, _, _, _, address in socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=flags):
            try:
                sockets.append(_bound(family, (address[0], port, *address[2:])))
            except OSError as problem:
                # Such as ::1 where IPv6 is switched off: the other addresses will do.
                if problem.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    raise
                absent = problem
            else:
                port = sockets[-1].getsockname()[1]
    except BaseException:
        for each in sockets:
            each.close()
        raise
    if not sockets and absent is not None:
        raise absent
    return sockets


def _bound(family: int, address: tuple[object, ...]) -> socket.socket:
    # Asyncio switches Nagle's delays off where it finds TCP named.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            # Without it another program could take the port from under us.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A server that was just stopped does not keep the next one waiting.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
    except BaseException:
        sock.close()
        raise
    return sock
