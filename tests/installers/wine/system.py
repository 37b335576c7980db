"""A Windows of its own: wine in a bare Debian, with the parts of Windows that wine does not have yet (stubs/)."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from tests.installers.bare import USER, Bare, bare

SUITE = "trixie"
"""the first Debian whose wine starts Python's and Qt's libraries"""
PACKAGES = ("wine64", "libx11-6", "libxext6", "libxrandr2", "fonts-dejavu-core")
STUBS = Path(__file__).parent / "stubs"


class Windows:
    """A Windows as it is after its first start, and what is run on it."""

    def __init__(self, system: Bare, stubs: list[Path]) -> None:
        self.system = system
        prefix = system.home / "windows"
        self.drive = prefix / "drive_c"
        shutil.rmtree(prefix, ignore_errors=True)
        self.run("wineboot", "--init")
        for stub in stubs:
            shutil.copy(stub, self.drive / "windows/system32")

    def run(self, *words: str, **variables: str) -> str:
        """What a program prints; raises SystemExit where it fails."""
        return self.system.run(*self._through_wine(words), user=USER, **self._variables(variables))

    def ends(self, *words: str) -> int:
        """The code that a program ends with."""
        return subprocess.run(self.command(*words), check=False, stdout=subprocess.DEVNULL).returncode

    def command(self, *words: str) -> list[str]:
        return self.system.command(*self._through_wine(words), user=USER, **self._variables({}))

    def name_of(self, path: Path) -> str:
        """What Windows calls a file in the Debian around it."""
        return str(PureWindowsPath("Z:/", *path.relative_to(self.system.folder).parts))

    def knows(self, key: str) -> bool:
        """Whether the registry has it."""
        return self.ends("reg", "query", key) == 0

    def runs(self, program: str) -> bool:
        return program in self.run("tasklist")

    def files(self) -> set[str]:
        """Every file and folder on the drive but what programs leave for a while."""
        found = {str(path.relative_to(self.drive)) for path in self.drive.rglob("*")}
        return {path for path in found if "/Temp/" not in path}

    def stop(self) -> None:
        """End whatever runs."""
        subprocess.run(
            self.system.command("/usr/lib/wine/wineserver64", "--kill", user=USER, **self._variables({})), check=False
        )

    def _through_wine(self, words: tuple[str, ...]) -> list[str]:
        return ["/usr/lib/wine/wine64", *words]

    def _variables(self, more: dict[str, str]) -> dict[str, str]:
        # Ours instead of wine's own; and no browser and no .NET, which a first start would ask to fetch.
        chosen = "mscms=n;mscoree=d;mshtml=d;winemenubuilder.exe=d"
        return {"WINEPREFIX": f"/home/{USER}/windows", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": chosen, **more}


@contextmanager
def windows(keep: Path) -> Iterator[Windows]:
    """A new one; the Debian around it is kept in this folder."""
    with bare(SUITE, *PACKAGES, keep=keep) as system:
        made = Windows(system, compile_stubs(keep))
        try:
            yield made
        finally:
            made.stop()


def compile_stubs(folder: Path) -> list[Path]:
    made = []
    for source in sorted(STUBS.glob("*.c")):
        made.append(folder / f"{source.stem}.dll")
        words = ["x86_64-w64-mingw32-gcc", "-Wall", "-Werror", "-O", "-s", "-shared", "-o", str(made[-1]), str(source)]
        subprocess.run(words, check=True)
    return made
