"""Another client, and a person at the keyboard of the window that is on the screen."""

import asyncio
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.screen import wait

PORT = 20200
PATIENCE = 30.0


def free() -> None:
    """Raises SystemExit where a server is there already: the bare system shares this one's network."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", PORT)) == 0:
            sys.exit(f"something listens on port {PORT}: end it first")


async def said(socket: ClientConnection, text: str) -> None:
    """Wait until somebody says this."""
    async with asyncio.timeout(PATIENCE):
        async for frame in socket:
            reply = json.loads(frame)
            if reply["action"] == "message" and reply["payload"]["message"] == text:
                return


async def join() -> ClientConnection:
    """Another client, as soon as there is a server."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                socket = await connect(f"ws://127.0.0.1:{PORT}", compression=None)
                break
            except OSError:
                await asyncio.sleep(0.2)
    await ask(socket, "identify", username="Robot")
    return socket


async def ask(socket: ClientConnection, action: str, **payload: Any) -> None:
    await socket.send(json.dumps({"action": action, "payload": payload}))


async def see(title: str) -> None:
    """Wait for a window, which has the keyboard then."""
    words = ["xdotool", "search", "--onlyvisible", "--name", title]
    # A look fails also where some window goes meanwhile.
    await asyncio.to_thread(
        wait, lambda: subprocess.run(words, check=False, capture_output=True).returncode == 0, PATIENCE
    )
    await asyncio.sleep(1.0)  # the first frame is there before anybody listens to keys


def press(*keys: str) -> None:
    subprocess.run(["xdotool", *keys], check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)


async def meet_server() -> None:
    """Join what serves there, and talk."""
    robot = await join()
    await ask(robot, "sendMessage", room="default", message="to the server")
    await said(robot, "to the server")
    await robot.close()


async def meet_window(picture: Path) -> None:
    """Host by keyboard from a window that is about to open, join with another client, talk both ways."""
    await see("^Chatapp$")
    press("key", "Tab", "Return")
    robot = await join()
    await ask(robot, "sendMessage", room="default", message="Hello from another client 🎉")
    await said(robot, "Hello from another client 🎉")
    await asyncio.sleep(1.0)
    await hear_window(robot)
    await asyncio.sleep(0.5)
    await asyncio.to_thread(subprocess.run, ["import", "-window", "root", str(picture)], check=True)
    press("key", "ctrl+i")
    await see("^Invite people")  # with a picture of the link
    press("key", "Escape")
    await robot.close()


async def hear_window(robot: ClientConnection) -> None:
    """What is typed into the window that has the keyboard gets there."""
    press("type", "Hello from the window")
    press("key", "Return")
    await said(robot, "Hello from the window")
