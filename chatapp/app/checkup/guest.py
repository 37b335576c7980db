"""Why a chat at an address cannot be joined from here."""

import asyncio
import errno
import os
import socket
import ssl
from base64 import b64encode
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

from chatapp.app.aside import aside
from chatapp.app.checkup.finding import Finding, Verdict
from chatapp.discovery.networks import Network
from chatapp.protocol.invite import Address
from chatapp.protocol.sentences import Sentence

PATIENCE: Final = 4.0
"""seconds that each step may take"""
LISTEN: Final = 1.0
"""seconds in which a server that is full, or wants encryption, says so"""
_HEAD: Final = 8_192
"""bytes of an answer; what is longer is none of ours"""

IP = IPv4Address | IPv6Address


class Answer(StrEnum):
    """What is there at a port."""

    ENCRYPTED = "encrypted"
    PLAIN = "plain"
    """a chat, and not encrypted"""
    FULL = "full"
    OTHER = "other"
    """something that is no chat"""
    REFUSED = "refused"
    """the computer is there, and nothing at that port"""
    SILENT = "silent"
    """nothing at all"""
    NO_WAY = "no way"
    """this computer knows no way there"""


async def look(address: Address, around: Iterable[Network]) -> AsyncIterator[Finding]:
    """What there is to say of an address, step by step, until one does not work."""
    found = await resolved(address.host)
    yield _name(address.host, found)
    if not found:
        return
    near = nearness(found[0], around)
    if near is not None:
        yield near
    yield _answer(address, await answer(address, found[0]), far=near is not None and near.verdict is not Verdict.GOOD)


async def resolved(host: str) -> list[IP]:
    """The IP addresses of a host; none where nobody knows it within `PATIENCE` seconds."""
    with suppress(ValueError):
        return [ip_address(host.partition("%")[0])]
    try:
        async with asyncio.timeout(PATIENCE):
            found = await aside(partial(socket.getaddrinfo, host, None, type=socket.SOCK_STREAM))
    except (OSError, UnicodeError):  # TimeoutError is an OSError
        return []
    return [ip_address(str(one[4][0]).partition("%")[0]) for one in found]


def _name(host: str, found: list[IP]) -> Finding:
    what = Sentence("The address")
    if found:
        with suppress(ValueError):
            ip_address(host.partition("%")[0])
            return Finding(Verdict.GOOD, what, Sentence("{host} is an address as it should be.", host=host))
        return Finding(Verdict.GOOD, what, Sentence("{host} is the computer {address}.", host=host, address=found[0]))
    if host.lower().rstrip(".").endswith(".local"):
        advice = Sentence(
            "Ask the host for the address in numbers, such as 192.168.1.20: names are not known everywhere."
        )
    else:
        advice = Sentence("Look for a slip in the name, or ask the host for the address in numbers.")
    return Finding(Verdict.BAD, what, Sentence("Nobody on this network knows the name {host}.", host=host), advice)


def nearness(address: IP, around: Iterable[Network]) -> Finding | None:
    """Whether it is in a network of this computer; None where it is this computer."""
    own = [one for one in around if ip_address(one.address).version == address.version]
    if address.is_loopback or any(ip_address(one.address) == address for one in own):
        return None
    what = Sentence("The network")
    if any(address in ip_network(f"{one.address}/{one.prefix}", strict=False) for one in own if not one.loopback):
        return Finding(Verdict.GOOD, what, Sentence("It is in the same network as this computer."))
    if address.is_private or address.is_link_local:
        return Finding(
            Verdict.NOTE,
            what,
            Sentence("It is in another network than this computer: {address}.", address=address),
            Sentence("Connect to the same Wi-Fi as the host. A guest Wi-Fi is often a network of its own."),
        )
    return Finding(
        Verdict.NOTE,
        what,
        Sentence("It is somewhere on the internet: {address}.", address=address),
        Sentence("That works only if the host has set up their router for it."),
    )


async def answer(address: Address, ip: IP) -> Answer:
    """What is there. Encrypted is tried first, as the app does."""
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(str(ip), address.port)
    except OSError as problem:  # TimeoutError is one
        match problem.errno:
            case errno.ECONNREFUSED:
                return Answer.REFUSED
            case errno.ENETUNREACH | errno.EADDRNOTAVAIL | errno.EAFNOSUPPORT:
                return Answer.NO_WAY
        return Answer.SILENT
    writer.transport.abort()
    for secure in (False,) if address.secure is False else (True,) if address.secure else (True, False):
        said = b""
        # Who does not speak TLS may say so, hang up, or wait for more.
        with suppress(OSError):
            said = await _said(address, ip, secure=secure)
        if _is_chat(said):
            if b"server_full" in said:
                return Answer.FULL
            return Answer.ENCRYPTED if secure else Answer.PLAIN
    return Answer.OTHER


def _is_chat(said: bytes) -> bool:
    head = said.partition(b"\r\n\r\n")[0].lower()
    # Who has put another server before theirs has another name in between.
    return b"\r\nserver: chatapp/" in head or head.startswith(b"http/1.1 101 ")


async def _said(address: Address, ip: IP, *, secure: bool) -> bytes:
    """What comes for a wish to speak WebSocket (RFC 6455, section 4.1), for a moment. Raises OSError."""
    context = None
    if secure:
        # Whose certificate it is, is not the question here: nothing is told to it.
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    name = address.host if secure else None
    async with asyncio.timeout(PATIENCE):
        reader, writer = await asyncio.open_connection(str(ip), address.port, ssl=context, server_hostname=name)
    try:
        key = b64encode(os.urandom(16)).decode()
        writer.write(
            f"GET / HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        said = b""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while b"\r\n\r\n" not in said and len(said) < _HEAD and (more := await reader.read(_HEAD)):
                    said += more
            async with asyncio.timeout(LISTEN):
                said += await reader.read(_HEAD)
        return said
    finally:
        writer.transport.abort()


def _answer(address: Address, found: Answer, *, far: bool) -> Finding:
    what, port = Sentence("The chat"), address.port
    match found:
        case Answer.ENCRYPTED:
            return Finding(Verdict.GOOD, what, Sentence("A chat answers there, and the connection is encrypted."))
        case Answer.PLAIN:
            return Finding(
                Verdict.NOTE,
                what,
                Sentence("A chat answers there. The connection is not encrypted."),
                Sentence("It works. Ask the host for a newer Chatapp to have it encrypted."),
            )
        case Answer.FULL:
            return Finding(
                Verdict.BAD,
                what,
                Sentence("A chat answers there, and it is full."),
                Sentence("Try again when somebody has left."),
            )
        case Answer.OTHER:
            return Finding(
                Verdict.BAD,
                what,
                Sentence("Something answers at port {port}, and it is no chat.", port=port),
                Sentence("Ask the host for the number behind the colon: the port of their chat may be another one."),
            )
        case Answer.REFUSED:
            return Finding(
                Verdict.BAD,
                what,
                Sentence("The computer is there, and no chat is at port {port}.", port=port),
                Sentence("Ask the host whether they host right now, and for the number behind the colon."),
            )
        case Answer.NO_WAY:
            return Finding(
                Verdict.BAD,
                what,
                Sentence("This computer knows no way there."),
                Sentence("Connect to the same network as the host, and test again."),
            )
    if far:
        advice = Sentence("The most likely reason is that you are in another network than the host.")
    else:
        advice = Sentence("A firewall on the host's computer may keep you out: have the host test their network, too.")
    return Finding(Verdict.BAD, what, Sentence("Nothing answers at {address}.", address=address), advice)
