"""The Debian package in a bare Debian, which shares the network of this machine and has a virtual screen."""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.benchmarks.screen import own_screen

PORT = 20200
PATIENCE = 30.0
USER = "person"


def free() -> None:
    """Raises SystemExit where a server is there already: the bare system shares this one's network."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", PORT)) == 0:
            sys.exit(f"something listens on port {PORT}: end it first")


class Bare:
    """A Debian of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, user: str = "", check: bool = True) -> str:
        done = subprocess.run(self.command(*words, user=user), check=False, capture_output=True, text=True)
        if check and done.returncode:
            sys.exit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def command(self, *words: str, user: str = "") -> list[str]:
        home = f"/home/{user}" if user else "/root"
        variables = [
            f"HOME={home}",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "LC_ALL=C.UTF-8",
            "DEBIAN_FRONTEND=noninteractive",
        ]
        variables += [f"{name}={os.environ[name]}" for name in ("DISPLAY",) if name in os.environ]
        who = [f"--userspec={user}:{user}"] if user else []
        return ["chroot", *who, str(self.folder), "env", "-i", "-C", home, *variables, *words]

    def files(self) -> set[str]:
        """Everything in it but what changes by itself."""
        found = self.run(
            "find", "/", "-xdev", "-path", "/proc", "-prune", "-o", "-path", "/dev", "-prune", "-o", "-print"
        )
        passing = ("/var/cache", "/var/lib/apt", "/var/lib/dpkg", "/var/log", "/tmp", "/root", "/proc", "/dev", "/run")
        return {line for line in found.splitlines() if not line.startswith(passing)}


@contextmanager
def bare(suite: str) -> Iterator[Bare]:
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        folder = Path(place) / "root"
        words = ["debootstrap", "--variant=minbase", "--include=ca-certificates", suite, str(folder)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)
        stack.callback(subprocess.run, ["umount", "-l", str(folder / "proc")], check=False)
        for name in ("/etc/apt/apt.conf.d", "/etc/apt/sources.list", "/etc/apt/sources.list.d", "/etc/apt/auth.conf.d"):
            # Packages come from where this machine has them.
            source = Path(name)
            if source.is_dir():
                shutil.copytree(source, folder / name[1:], dirs_exist_ok=True)
            elif source.exists():
                shutil.copy(source, folder / name[1:])
        certificates = Path("/etc/ssl/certs/ca-certificates.crt")
        if certificates.exists():
            shutil.copy(certificates, folder / "etc/ssl/certs/ca-certificates.crt")
        shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
        made = Bare(folder)
        made.run("useradd", "--create-home", USER)
        made.run("apt-get", "-q", "update")
        yield made


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


def press(*keys: str) -> None:
    subprocess.run(["xdotool", *keys], check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)


async def serve(system: Bare) -> None:
    """The installed server, without a window, and its end."""
    words = ["chatapp", "serve", "--host", "127.0.0.1", "--port", str(PORT)]
    server = await asyncio.create_subprocess_exec(*system.command(*words, user=USER), stdout=subprocess.PIPE)
    assert server.stdout is not None
    line = (await asyncio.wait_for(server.stdout.readline(), PATIENCE)).decode()
    assert line == f"listening on ws://127.0.0.1:{PORT}\n", line
    robot = await join()
    await ask(robot, "sendMessage", room="default", message="to the server")
    await said(robot, "to the server")
    server.terminate()
    code = await asyncio.wait_for(server.wait(), PATIENCE)
    assert code == 0, f"the server ended with {code}"


async def talk(system: Bare, picture: Path) -> None:
    """Host from the installed window by keyboard, join with another client, talk both ways."""
    words = ["chatapp", "--name", "Ann", "--bind", "127.0.0.1"]
    window = await asyncio.create_subprocess_exec(*system.command(*words, user=USER))
    press("search", "--sync", "--onlyvisible", "--name", "Chatapp", "windowfocus", "--sync")
    await asyncio.sleep(1.0)  # the first frame is there before anybody listens to keys
    press("key", "Tab", "Return")
    robot = await join()
    await ask(robot, "sendMessage", room="default", message="Hello from another client 🎉")
    await said(robot, "Hello from another client 🎉")
    await asyncio.sleep(1.0)
    press("type", "Hello from the window")
    press("key", "Return")
    await said(robot, "Hello from the window")
    await asyncio.sleep(0.5)
    await asyncio.to_thread(subprocess.run, ["import", "-window", "root", str(picture)], check=True)
    await robot.close()
    window.terminate()
    code = await asyncio.wait_for(window.wait(), PATIENCE)
    assert code == 0, f"the window ended with {code}"


def try_out(package: Path, suite: str) -> str:
    """Returns what was shown; raises AssertionError where something is not as it should be."""
    free()
    with bare(suite) as system, tempfile.TemporaryDirectory() as folder, own_screen(Path(folder)):
        shutil.copy(package, system.folder / "tmp" / "chatapp.deb")
        depends = system.run("dpkg-deb", "--field", "/tmp/chatapp.deb", "Depends")
        system.run("apt-get", "-q", "install", "-y", "--no-install-recommends", "/tmp/chatapp.deb")
        system.run("apt-get", "-q", "purge", "-y", "chatapp")
        before = system.files()
        system.run("dpkg", "--install", "/tmp/chatapp.deb")
        version = system.run("chatapp", "--version", user=USER).strip()
        asyncio.run(serve(system))
        asyncio.run(talk(system, package.with_suffix(".png")))
        system.run("apt-get", "-q", "purge", "-y", "chatapp")
        left = sorted(path for path in system.files() - before if not path.startswith(f"/home/{USER}/"))
        assert not left, f"left behind: {left}"
        data = f"/home/{USER}/.local/share/chatapp"
        assert system.run("find", data, "-name", "history.db").count("\n") == 2, "what was said is not there any more"
    return f"{version} on {suite}: installed ({depends.count(',') + 1} dependencies), served, hosted, joined, gone"
