"""The Debian package in a bare Debian, which shares the network of this machine and has a virtual screen."""

import asyncio
import shutil
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.screen import own_screen
from tests.installers.bare import USER, Bare, bare
from tests.installers.parts import SERVE, meet_parts, start
from tests.installers.robot import PATIENCE, free, meet_server, meet_window

INVITE = "x-scheme-handler/chatapp"


def connect_to_packages(system: Bare) -> None:
    """Packages come from where this machine has them."""
    for name in ("/etc/apt/apt.conf.d", "/etc/apt/sources.list", "/etc/apt/sources.list.d", "/etc/apt/auth.conf.d"):
        source = Path(name)
        if source.is_dir():
            shutil.copytree(source, system.folder / name[1:], dirs_exist_ok=True)
        elif source.exists():
            shutil.copy(source, system.folder / name[1:])
    certificates = Path("/etc/ssl/certs/ca-certificates.crt")
    if certificates.exists():
        shutil.copy(certificates, system.folder / "etc/ssl/certs/ca-certificates.crt")
    shutil.copy("/etc/resolv.conf", system.folder / "etc/resolv.conf")
    system.run("apt-get", "-q", "update")


async def serve(system: Bare) -> None:
    """The installed server, without a window, and its end."""
    server, monitors = await start(system.command("chatapp", *SERVE, user=USER))
    await meet_server()
    await meet_parts(monitors, partial(system.run, "chatapp", user=USER))
    server.terminate()
    code = await asyncio.wait_for(server.wait(), PATIENCE)
    assert code == 0, f"the server ended with {code}"


async def talk(system: Bare, picture: Path) -> None:
    """The installed window hosts."""
    words = ["chatapp", "--name", "Ann", "--bind", "127.0.0.1"]
    window = await asyncio.create_subprocess_exec(*system.command(*words, user=USER))
    await meet_window(picture)
    window.terminate()
    code = await asyncio.wait_for(window.wait(), PATIENCE)
    assert code == 0, f"the window ended with {code}"


def try_out(package: Path, suite: str) -> str:
    """Returns what was shown; raises AssertionError where something is not as it should be."""
    free()
    with bare(suite, "ca-certificates") as system, tempfile.TemporaryDirectory() as folder, own_screen(Path(folder)):
        connect_to_packages(system)
        system.run("apt-get", "-q", "install", "-y", "--no-install-recommends", "xdg-utils", "desktop-file-utils")
        shutil.copy(package, system.folder / "tmp" / "chatapp.deb")
        depends = system.run("dpkg-deb", "--field", "/tmp/chatapp.deb", "Depends")
        system.run("apt-get", "-q", "install", "-y", "--no-install-recommends", "/tmp/chatapp.deb")
        system.run("apt-get", "-q", "purge", "-y", "chatapp")
        before = system.files()
        system.run("dpkg", "--install", "/tmp/chatapp.deb")
        version = system.run("chatapp", "--version", user=USER).strip()
        taken = system.run("xdg-mime", "query", "default", INVITE, user=USER).strip()
        assert taken == "chatapp.desktop", f"invites are opened by {taken!r}"
        asyncio.run(serve(system))
        asyncio.run(talk(system, package.with_suffix(".png")))
        system.run("apt-get", "-q", "purge", "-y", "chatapp")
        left = sorted(path for path in system.files() - before if not path.startswith(f"/home/{USER}/"))
        assert not left, f"left behind: {left}"
        assert not system.run("xdg-mime", "query", "default", INVITE, user=USER).strip(), "invites are still opened"
        data = f"/home/{USER}/.local/share/chatapp"
        assert system.run("find", data, "-name", "history.db").count("\n") == 2, "what was said is not there any more"
    return f"{version} on {suite}: installed ({depends.count(',') + 1} dependencies), served, hosted, joined, gone"
