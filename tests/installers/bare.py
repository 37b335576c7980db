"""A Debian of its own, in a folder. It shares this machine's network and screen."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

USER = "person"


class Bare:
    """What is run in it, and what is in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home" / USER

    def run(self, *words: str, user: str = "", **variables: str) -> str:
        """What it prints; raises SystemExit where it fails."""
        done = subprocess.run(
            self.command(*words, user=user, **variables),
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
        )
        if done.returncode:
            sys.exit(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def command(self, *words: str, user: str = "", **variables: str) -> list[str]:
        variables = {
            "HOME": f"/home/{user}" if user else "/root",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LC_ALL": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            **{name: os.environ[name] for name in ("DISPLAY",) if name in os.environ},
            **variables,
        }
        told = [f"{name}={value}" for name, value in variables.items()]
        who = [f"--userspec={user}:{user}"] if user else []
        return ["chroot", *who, str(self.folder), "env", "-i", "-C", variables["HOME"], *told, *words]

    def give(self, *paths: Path) -> None:
        """Make the person the owner of what is there."""
        places = [f"/{path.relative_to(self.folder)}" for path in paths]
        self.run("chown", "--recursive", f"{USER}:{USER}", *places)

    def files(self) -> set[str]:
        """Everything in it but what changes by itself."""
        found = self.run(
            "find", "/", "-xdev", "-path", "/proc", "-prune", "-o", "-path", "/dev", "-prune", "-o", "-print"
        )
        passing = ("/var/cache", "/var/lib/apt", "/var/lib/dpkg", "/var/log", "/tmp", "/root", "/proc", "/dev", "/run")
        return {line for line in found.splitlines() if not line.startswith(passing)}


@contextmanager
def bare(suite: str, *packages: str, keep: Path | None = None) -> Iterator[Bare]:
    """Debian's smallest, these packages, and a person. Kept in a folder where one is given, else made for this once."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        folder = (keep or Path(place)) / suite
        note = folder / "made-of"  # written last: what was cut short is made anew
        if not note.exists() or note.read_text() != " ".join(packages):
            subprocess.run(["rm", "--recursive", "--force", "--one-file-system", str(folder)], check=True)
            folder.mkdir(parents=True)
            words = ["debootstrap", "--variant=minbase", f"--include={','.join(packages)}", suite, str(folder)]
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
            Bare(folder).run("useradd", "--create-home", USER)
            note.write_text(" ".join(packages))
        subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)
        stack.callback(subprocess.run, ["umount", "-l", str(folder / "proc")], check=False)
        yield Bare(folder)
