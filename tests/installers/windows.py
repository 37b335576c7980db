"""The setup for Windows under wine: in, served, hosted, joined by an invite, renewed, and out again."""

import asyncio
import shutil
import signal
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PureWindowsPath

from tests.benchmarks.screen import own_screen, wait
from tests.installers.bare import USER
from tests.installers.parts import SERVE, meet_parts, start
from tests.installers.robot import PATIENCE, PORT, free, hear_window, join, meet_server, meet_window, press, see
from tests.installers.wine import freeze
from tests.installers.wine.system import Windows, windows

LOCAL = f"users/{USER}/AppData/Local"
PROGRAM = f"{LOCAL}/Programs/Chatapp"
LINK = f"users/{USER}/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Chatapp.lnk"
DATA = f"{LOCAL}/chatapp"
INVITE = r"Software\Classes\chatapp"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Chatapp"
REFUSED = 2


def named(path: str) -> str:
    """A place on the drive, as Windows names it."""
    return str(PureWindowsPath("C:/", path))


def install(system: Windows, setup: str) -> None:
    """Without a word, with the firewall's rule; then everything is where a person and Windows look for it."""
    assert system.ends(setup, "/S", "/FIREWALL") == 0
    assert {PROGRAM, f"{PROGRAM}/chatapp.exe", f"{PROGRAM}/chatapp-cli.exe", LINK} <= system.files()
    command = system.run("reg", "query", rf"HKCU\{INVITE}\shell\open\command")
    assert f'"{named(PROGRAM)}\\chatapp.exe" -- "%1"' in command, command
    known = system.run("reg", "query", UNINSTALL)
    assert all(name in known for name in ("DisplayVersion", "EstimatedSize", "QuietUninstallString")), known
    assert "FirewallRule" in system.run("reg", "query", r"HKCU\Software\Chatapp")


async def talk(system: Windows, picture: Path) -> None:
    """The installed window, opened from the start menu, hosts; closing it asks, and ends the chat."""
    assert system.ends("start", named(LINK), "--name", "Ann", "--bind", "127.0.0.1") == 0
    await meet_window(picture)
    assert f"{DATA}/identity.in-keyring" in system.files(), "the Credential Manager does not have the person's key"
    system.run("taskkill", "/IM", "chatapp.exe")
    await see("^Stop hosting and quit")
    press("key", "Tab", "space")
    await asyncio.to_thread(wait, lambda: not system.runs("chatapp.exe"), PATIENCE)


async def serve(system: Windows, setup: str) -> None:
    """The installed server without a window; an invite that is opened leads to it; nobody replaces what runs."""
    program = named(f"{PROGRAM}/chatapp-cli.exe")
    server, monitors = await start(system.command(program, *SERVE))
    await meet_server()
    await meet_parts(monitors, partial(system.run, program))
    # Wine 10 looks only into the whole machine's classes for what opens an address.
    system.run("reg", "copy", rf"HKCU\{INVITE}", rf"HKLM\{INVITE}", "/s", "/f")
    assert system.ends("start", f"chatapp://127.0.0.1:{PORT}") == 0
    await see("^Join this chat")
    press("key", "Return")
    await see("#default")
    robot = await join()
    await hear_window(robot)
    await robot.close()
    for running in ("chatapp.exe", "chatapp-cli.exe"):
        assert system.ends(setup, "/S") == REFUSED, f"the setup wrote over {running}"
        system.ends(named(f"{PROGRAM}/uninstall.exe"), "/S")
        await asyncio.sleep(3.0)  # it copies itself elsewhere, and looks there
        assert f"{PROGRAM}/uninstall.exe" in system.files(), f"{running} was taken away while it ran"
        if running == "chatapp.exe":
            system.run("taskkill", "/IM", running)
            await asyncio.to_thread(wait, lambda: not system.runs("chatapp.exe"), PATIENCE)
    server.send_signal(signal.SIGINT)
    code = await asyncio.wait_for(server.wait(), PATIENCE)
    assert code == 0, f"the server ended with {code}"


def renew(system: Windows, setup: str) -> None:
    """A setup over another leaves nothing of that."""
    old = system.drive / PROGRAM / "_internal" / "of-an-older-version.dll"
    old.touch()
    assert system.ends(setup, "/S") == 0
    assert not old.exists(), "the older version left something"


def remove(system: Windows, before: set[str]) -> None:
    """Without a word, and nothing is left but what is the person's."""
    system.run(named(f"{PROGRAM}/uninstall.exe"), "/S")
    wait(lambda: PROGRAM not in system.files(), PATIENCE)
    left = {path for path in system.files() - before if path != DATA and not path.startswith(f"{DATA}/")}
    assert not left, f"left behind: {sorted(left)}"
    assert not system.knows(rf"HKCU\{INVITE}")
    assert not system.knows(UNINSTALL)
    ours = system.run("reg", "query", r"HKCU\Software\Chatapp")
    assert "InstallDir" not in ours, ours
    assert "FirewallRule" not in ours, ours
    assert "Ann" in system.run("reg", "query", r"HKCU\Software\Chatapp\Chatapp"), "the person's settings are gone"
    kept = [path for path in system.files() if path.startswith(DATA) and path.endswith("/history.db")]
    assert len(kept) == 2, f"what was said is not there any more: {kept}"


def try_out(setup: Path | None, keep: Path) -> str:
    """Returns what was shown; raises AssertionError where something is not as it should be. None: a setup is made."""
    free()
    keep.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(own_screen(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
        system = stack.enter_context(windows(keep))
        setup = setup or freeze.setup(system, keep)
        given = system.name_of(Path(shutil.copy(setup, system.system.home)))
        before = system.files() | {f"{LOCAL}/Programs"}  # where Windows keeps a person's programs, ours or others
        install(system, given)
        version = system.run(named(f"{PROGRAM}/chatapp-cli.exe"), "--version").strip()
        asyncio.run(talk(system, setup.with_suffix(".png")))
        asyncio.run(serve(system, given))
        renew(system, given)
        remove(system, before)
    return f"{version} under wine, by {setup}: installed, hosted, served, joined by an invite, renewed, gone"
