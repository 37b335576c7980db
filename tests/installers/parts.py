"""What a frozen program has to bring along, and imports no sooner than it is wanted: another client and a monitor look
at an installed server, and the installed program itself is in charge of it.
"""

import asyncio
import ssl
from asyncio.subprocess import PIPE
from collections.abc import Callable
from urllib.request import urlopen

from websockets.asyncio.client import connect

from chatapp.discovery.browse import Browser, Found
from chatapp.protocol.invite import parse
from chatapp.security.certificates import pin_of
from tests.installers.robot import PATIENCE, PORT

SERVE = ("serve", "--host", "0.0.0.0", "--port", str(PORT), "--health-port", "0")


async def start(command: list[str]) -> tuple[asyncio.subprocess.Process, str]:
    """A server that listens, by a command that ends in `SERVE`, and where it tells monitors of itself."""
    server = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
    assert server.stdout is not None
    lines = [(await asyncio.wait_for(server.stdout.readline(), PATIENCE)).decode().rstrip() for _ in range(2)]
    assert lines[0] == f"listening on ws://0.0.0.0:{PORT}", lines
    assert lines[1].startswith("health on http://"), lines
    return server, lines[1].removeprefix("health on ")


async def meet_parts(monitors: str, program: Callable[..., str]) -> None:
    """`program` runs the installed one with these words, and gives what it prints."""
    link, *picture = (await asyncio.to_thread(program, "invite", "--qr")).splitlines()  # segno
    assert len(picture) > 20, picture
    pin = parse(link).pin
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    async with connect(f"wss://127.0.0.1:{PORT}", ssl=trusting) as socket:  # cryptography
        certificate = socket.transport.get_extra_info("ssl_object").getpeercert(binary_form=True)
        assert pin_of(certificate) == pin, "the invite vouches for another server"
    people = await asyncio.to_thread(program, "admin", "people")
    assert "encrypted, in charge" in people, people
    with await asyncio.to_thread(urlopen, f"{monitors}/metrics", timeout=PATIENCE) as figures:  # prometheus-client
        assert b"\nchatapp_" in figures.read()
    assert "max-connections = " in await asyncio.to_thread(program, "serve", "--print-config")  # tomli-w
    await find(pin)


async def find(pin: str) -> None:
    """See it announced on the network: zeroconf, ifaddr."""
    loop, there = asyncio.get_running_loop(), asyncio.Event()

    def look(found: Found) -> None:
        if any(host.pin == pin and host.port == PORT for host in found.hosts):
            loop.call_soon_threadsafe(there.set)

    browser = Browser(look)
    browser.start()
    try:
        await asyncio.wait_for(there.wait(), PATIENCE)
    finally:
        await asyncio.to_thread(browser.stop)
