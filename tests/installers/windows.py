"""The setup for Windows under wine: without a word, for one person, and gone again but for that person's own."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 120.0
INVITE = r"HKCU\Software\Classes\chatapp"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Chatapp"


class Wine:
    """A Windows of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.drive = folder / "drive_c"
        programs = (shutil.which("wine64"), "/usr/lib/wine/wine64", shutil.which("wine"))
        self._program = next(program for program in programs if program and Path(program).exists())
        self._variables = {**os.environ, "WINEPREFIX": str(folder), "WINEDEBUG": "-all", "DISPLAY": ""}
        self.run("wineboot", "-i")

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        command = [self._program, *words]
        return subprocess.run(
            command, env=self._variables, capture_output=True, text=True, timeout=PATIENCE, check=False
        )

    def knows(self, key: str) -> bool:
        """Whether the registry has it."""
        return self.run("reg", "query", key).returncode == 0

    def files(self) -> set[Path]:
        return {path for path in self.drive.rglob("*") if "chatapp" in path.name.lower() and "Temp" not in path.parts}


def try_out(setup: Path) -> str:
    """Returns what was shown; raises AssertionError where something is not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        wine = Wine(Path(folder))
        done = wine.run(str(setup.resolve()), "/S")
        assert done.returncode == 0, done.stderr
        names = {path.name for path in wine.files()}
        assert {"Chatapp", "chatapp.exe", "Chatapp.lnk"} <= names, names
        assert wine.knows(INVITE)
        assert wine.knows(UNINSTALL)
        command = wine.run("reg", "query", rf"{INVITE}\shell\open\command").stdout
        assert 'chatapp.exe" "%1"' in command, command
        wine.run("reg", "add", r"HKCU\Software\Chatapp\Chatapp", "/v", "theme", "/d", "dark")
        [uninstaller] = [path for path in wine.drive.rglob("uninstall.exe") if path.parent.name == "Chatapp"]
        wine.run(str(uninstaller), "/S")
        late = time.monotonic() + PATIENCE  # it copies itself elsewhere, and goes on there
        while wine.files() and time.monotonic() < late:
            time.sleep(0.2)
        assert not wine.files(), wine.files()
        assert not wine.knows(INVITE)
        assert not wine.knows(UNINSTALL)
        assert wine.knows(r"HKCU\Software\Chatapp\Chatapp"), "the person's settings are gone"
    return f"{setup.name} under wine: installed, known to the registry, gone but for the person's settings"
