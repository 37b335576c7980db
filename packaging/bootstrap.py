#!/usr/bin/env python3
"""Chatapp from a checkout, with nothing installed but Python 3.11 or newer.

python3 packaging/bootstrap.py run [CHATAPP'S OPTIONS]    open the window; `run serve` hosts without one
python3 packaging/bootstrap.py test [PYTEST'S OPTIONS]    run the tests
python3 packaging/bootstrap.py check                      check style, types and the arrows of import
python3 packaging/bootstrap.py programs                   install the programs that some tests need (Debian, Ubuntu)

The first start makes .venv in the checkout and installs the locked packages there. On Linux it also makes sure of the
system libraries that Qt needs: with apt where it may, else it names the command to type. Later starts find a note of
all that and go straight on. Everything that the set-up says goes to standard error.
"""

import sys

# Older Pythons have to get through the whole file to say this: no syntax here that Python 3.6 cannot read.
if sys.version_info < (3, 11):  # noqa: UP036 - a person may well start this with an older Python
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    advice = f"start it with a newer one, as in `python3.11 {' '.join(sys.argv)}`."
    sys.exit(f"Chatapp needs Python 3.11 or newer, and this is Python {version}: {advice}")

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Packages(NamedTuple):
    """The names under which two families of Linux ship a library; the others find it by its file's name."""

    debian: str
    arch: str


ROOT = Path(__file__).resolve().parent.parent

# Each set holds the one before it.
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock", "check": "requirements-check.lock"}

# What Qt loads at run time, and no Python package brings.
QT_LIBRARIES = {
    "libgthread-2.0.so.0": Packages("libglib2.0-0", "glib2"),
    "libGL.so.1": Packages("libgl1", "libglvnd"),
    "libEGL.so.1": Packages("libegl1", "libglvnd"),
    "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon"),
    "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig"),
    "libdbus-1.so.3": Packages("libdbus-1-3", "dbus"),
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Packages("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": Packages("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": Packages("libxcb-shape0", "libxcb"),
    "libxcb-sync.so.1": Packages("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": Packages("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libX11-xcb.so.1": Packages("libx11-xcb1", "libx11"),
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": Packages("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": Packages("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": Packages("libwayland-egl1", "wayland"),
}
LIBRARIES = {**QT_LIBRARIES, **X11_LIBRARIES, **WAYLAND_LIBRARIES}

# What tests start or read, on a screen or beneath the disk, and the Debian package that brings it.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "dbus-run-session": "dbus-daemon",
    "dbus-launch": "dbus-x11",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
    "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf": "fonts-noto-color-emoji",
    "strace": "strace",
    "chromium": "chromium",
    "ip": "iproute2",
    "sslscan": "sslscan",
    "enchant-2": "enchant-2",
    "/usr/share/hunspell/en_US.dic": "hunspell-en-us",
}

# Every test, on every processor, and one more at a time since some wait; whoever says which wants to see them in order.
ALL_TESTS = ("-n", str(min(os.cpu_count() or 1, 4) + 1), "--dist", "loadfile")

# Commands and options of chatapp's that open no window.
WINDOWLESS = {"serve", "invite", "admin", "handover", "identity", "export"}
PRINTING_OPTIONS = {"-h", "--help", "--version"}

NO_SCREEN = (
    "there is no screen here to open the window on: start this inside a desktop session (or under Xvfb), "
    "or host without a window with `python3 packaging/bootstrap.py run serve`."
)

# Prints those of its arguments that the system's loader cannot load. A process of its own, so that none stays loaded.
PROBE = """\
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


# Its standard copy: a virtual environment's own may be about to be deleted by this very program.
PYTHON: str = getattr(sys, "_base_executable", sys.executable)


class SetupError(Exception):
    """The set-up cannot go on, and the message says what a person can do about it."""


def say(text: str) -> None:
    """Tell the person at the terminal; standard output stays free for the program."""
    print(f"chatapp set-up: {text}", file=sys.stderr, flush=True)


# ------------------------------------------------------------------------------------ what a job needs


def is_windowless(arguments: list[str]) -> bool:
    """Whether chatapp, given these arguments, opens no window."""
    return not WINDOWLESS.isdisjoint(arguments[:1]) or not PRINTING_OPTIONS.isdisjoint(arguments)


def needs_display(job: str, arguments: list[str], variables: Mapping[str, str]) -> bool:
    """Whether the job ends with Qt looking for an X or Wayland display: only on Linux, and only for a window."""
    if not sys.platform.startswith("linux") or job != "run" or is_windowless(arguments):
        return False
    chosen = variables.get("QT_QPA_PLATFORM", "")
    return not chosen or any(name.startswith(("xcb", "wayland")) for name in chosen.split(";"))


def libraries_for(job: str, arguments: list[str], variables: Mapping[str, str]) -> dict[str, Packages]:
    """The system libraries that a job loads, by the name of their file; none outside Linux.

    A window takes those of each display that it could open on. The tests take what Qt loads without one, and where
    there is an Xvfb for them to start, what it loads for that.
    """
    if (
        not sys.platform.startswith("linux")
        or job not in ("run", "test")
        or (job == "run" and is_windowless(arguments))
    ):
        return {}
    wanted = dict(QT_LIBRARIES)
    if needs_display(job, arguments, variables):
        if variables.get("DISPLAY"):
            wanted.update(X11_LIBRARIES)
        if variables.get("WAYLAND_DISPLAY"):
            wanted.update(WAYLAND_LIBRARIES)
    if job == "test" and is_there("Xvfb"):
        wanted.update(X11_LIBRARIES)
    return wanted


def a_display_answers() -> bool:
    """Whether an X or Wayland server lets this process in: Qt itself would abort where neither does."""
    return x11_answers() or wayland_answers()


def x11_answers() -> bool:
    """Whether the server that DISPLAY names accepts a connection, its authentication included."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def wayland_answers() -> bool:
    """Whether the compositor that WAYLAND_DISPLAY names accepts a connection."""
    if not os.environ.get("WAYLAND_DISPLAY"):
        return False
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True


# ------------------------------------------------------------------------------- the system's packages


def missing_libraries(names: list[str]) -> list[str]:
    """Those of the libraries that the system's loader does not find. Blocks for one child process, if any is named."""
    if not names:
        return []
    command = [PYTHON, "-I", "-c", PROBE, *names]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def make_sure_of_system(libraries: list[str], *, for_new_environment: bool) -> None:
    """Install what the system lacks: some of these libraries, or the part of Python that makes environments.

    Raises SetupError with the command to type where this may not install anything.
    """
    missing = missing_libraries(libraries)
    lacks_venv = for_new_environment and importlib.util.find_spec("ensurepip") is None
    if not missing and not lacks_venv:
        return
    if shutil.which("apt-get"):
        packages = [LIBRARIES[name].debian for name in missing]
        if lacks_venv:
            # Debian ships this part of Python apart, under a name that holds the version.
            packages.insert(0, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
        install_with_apt(packages)
        still = missing_libraries(missing)
        if still:
            raise SetupError(f"apt installed its packages, and yet these libraries do not load: {', '.join(still)}.")
    elif lacks_venv:
        raise SetupError("this Python lacks `ensurepip`. Install the package that brings it, then start this again.")
    else:
        raise SetupError(how_to_install(missing))


def how_to_install(missing: list[str]) -> str:
    """What to type on a Linux other than Debian's family, as far as its package manager is known."""
    capabilities = " ".join(f"'{name}()(64bit)'" for name in missing)
    if shutil.which("dnf"):
        command = f"sudo dnf install {capabilities}"
    elif shutil.which("zypper"):
        command = f"sudo zypper install --capability {capabilities}"
    elif shutil.which("pacman"):
        command = f"sudo pacman -S --needed {' '.join(dict.fromkeys(LIBRARIES[name].arch for name in missing))}"
    else:
        return f"Qt needs libraries that are missing here: {', '.join(missing)}. Install the packages that bring them."
    return f"Qt needs libraries that are missing here. Type this, then start again:\n\n    {command}\n"


def install_with_apt(packages: Iterable[str]) -> None:
    """Install Debian packages, as root or through sudo, or raise SetupError with the command to type."""
    install = ["install", "--yes", "--no-install-recommends", *dict.fromkeys(packages)]
    to_type = f"\n\n    apt-get {' '.join(install)}\n"
    become_root = way_to_root()
    if become_root is None:
        raise SetupError(f"system packages are missing. As an administrator type this, then start again:{to_type}")
    say(f"installing {', '.join(install[3:])}")
    # sudo drops the environment, hence env; a machine's own daily apt may be at work, hence the time-out.
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "--option=DPkg::Lock::Timeout=300"]
    first = subprocess.run([*apt, *install], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    if first.returncode == 0:
        return
    # The lists of packages are old, or were never fetched. This time everything is shown.
    subprocess.run([*apt, "update"], stdout=sys.stderr, check=False)
    if subprocess.run([*apt, *install], stdout=sys.stderr, check=False).returncode:
        raise SetupError(f"apt failed, in the words above. This has to succeed before you start again:{to_type}")


def way_to_root() -> list[str] | None:
    """The words to put before a command so that root runs it: none for root itself; None where there is no way."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    try_sudo = subprocess.run(["sudo", "--non-interactive", "true"], capture_output=True, check=False)
    can_ask = sys.stdin is not None and sys.stdin.isatty()
    return ["sudo"] if try_sudo.returncode == 0 or can_ask else None


def is_there(program: str) -> bool:
    """Whether a program, by its name or its file's whole path, is installed."""
    return shutil.which(program) is not None or Path(program).exists()


def install_test_programs() -> None:
    """Install with apt those of the TEST_PROGRAMS that are missing."""
    missing = [package for program, package in TEST_PROGRAMS.items() if not is_there(program)]
    if missing:
        if not shutil.which("apt-get"):
            raise SetupError(f"this is no Debian: install by hand what Debian calls {', '.join(missing)}.")
        install_with_apt(missing)


# ------------------------------------------------------------------------------------- the environment


class Stamp(NamedTuple):
    """The note in an environment of what stands ready in it."""

    sets: dict[str, str]
    """The fingerprint of each installed set."""
    libraries: list[str]
    """The system libraries that were seen to load."""


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self._stamp = self.folder / "chatapp-setup.json"
        self._lock = self.folder / "chatapp-setup.lock"

    def is_ready(self, job: str, libraries: Iterable[str]) -> bool:
        """Whether nothing is left to do for this job. Reads a few small files, and starts no process."""
        stamp = self._read_stamp()
        return job in stamp.sets and self._is_sound(stamp) and set(libraries) <= set(stamp.libraries)

    def set_up(self, job: str, libraries: Iterable[str]) -> None:
        """Do what is left to do for this job: once, however many processes ask for it at the same time.

        Cut short at any point, it leaves an environment that the next call makes anew.
        Raises SetupError, and OSError where the checkout cannot be written.
        """
        self._refuse_a_strangers_folder()
        self.folder.mkdir(exist_ok=True)
        with alone(self._lock):
            if self.is_ready(job, libraries):
                return
            stamp = self._read_stamp()
            sound = self._is_sound(stamp)
            unseen = [name for name in libraries if name not in stamp.libraries]
            make_sure_of_system(unseen, for_new_environment=not sound)
            if not sound or job not in stamp.sets:
                self._stamp.unlink(missing_ok=True)
                if not sound:
                    self._make()
                self._install(LOCKS[job])
            names = list(LOCKS)
            held = {*(stamp.sets if sound else ()), *names[: names.index(job) + 1]}
            fingerprints = self._fingerprints()
            self._write_stamp(
                Stamp(
                    sets={name: fingerprints[name] for name in names if name in held},
                    libraries=sorted({*stamp.libraries, *libraries}),
                )
            )

    def _is_sound(self, stamp: Stamp) -> bool:
        """Whether the environment is whole, and made by this Python from the lock files as they are now."""
        fingerprints = self._fingerprints()
        current = all(fingerprints.get(name) == known for name, known in stamp.sets.items())
        return bool(stamp.sets) and current and self.python.is_file()

    def _fingerprints(self) -> dict[str, str]:
        """One for each set; it changes with the lock file, the Python that runs this, and the checkout's place.

        Not with the day that Python was built on: a system that rebuilds the same version breaks no environment.
        """
        maker = repr((tuple(sys.version_info), sys.base_prefix, str(self.root))).encode()
        locks = {name: self.root / "packaging" / lock for name, lock in LOCKS.items()}
        return {name: hashlib.sha256(maker + lock.read_bytes()).hexdigest() for name, lock in locks.items()}

    def _read_stamp(self) -> Stamp:
        try:
            note = json.loads(self._stamp.read_text(encoding="utf-8"))
            return Stamp(sets=dict(note["sets"]), libraries=[str(name) for name in note["libraries"]])
        except (OSError, ValueError, TypeError, KeyError):
            return Stamp(sets={}, libraries=[])

    def _write_stamp(self, stamp: Stamp) -> None:
        beside = self._stamp.with_suffix(".new")
        beside.write_text(json.dumps(stamp._asdict(), indent=1), encoding="utf-8")
        beside.replace(self._stamp)

    def _refuse_a_strangers_folder(self) -> None:
        """An environment is deleted without asking when it has to be made anew; nothing else may be."""
        marks = (self.folder / "pyvenv.cfg", self._lock)
        if self.folder.exists() and any(self.folder.iterdir()) and not any(mark.exists() for mark in marks):
            raise SetupError(f"{self.folder} is no virtual environment. Move it away, then start this again.")

    def _make(self) -> None:
        say("making .venv and installing the locked packages in it (once; they take about 100 MB to download)")
        for entry in self.folder.iterdir():
            if entry == self._lock:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        run_or_fail([PYTHON, "-I", "-m", "venv", str(self.folder)], "Python could not make a virtual environment")
        # Puts the checkout on the environment's import path: relative, so that no alphabet in the path is in the way.
        packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(self.folder)}))
        (packages / "chatapp-checkout.pth").write_text(os.path.relpath(self.root, packages) + "\n", encoding="ascii")

    def _install(self, lock: str) -> None:
        command = [str(self.python), "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-user"]
        # A person may like to see the download move; a log may not.
        command += [] if sys.stderr.isatty() else ["--quiet"]
        command += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(self.root / "packaging" / lock)]
        run_or_fail(command, "pip could not install the packages")


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold the lock file, waiting while another process holds it. The system frees it however the holder ends."""
    with lock.open("a+b") as file:
        if not try_lock(file.fileno()):
            say("waiting for another set-up of this checkout to finish")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield


def try_lock(descriptor: int) -> bool:
    """Take an open file's lock if it is free."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def run_or_fail(command: list[str], complaint: str) -> None:
    """Run one step of the set-up, everything it prints going to standard error. Raises SetupError if it fails."""
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise SetupError(f"{complaint}, for the reason above. Once that is put right, start this again.")


# ---------------------------------------------------------------------------------------- the commands


def prepare(environment: Environment, job: str, arguments: list[str]) -> None:
    """Have everything ready that the job needs, or raise SetupError with what a person can do about it."""
    display = needs_display(job, arguments, os.environ)
    if display and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise SetupError(NO_SCREEN)  # before anything is downloaded in vain
    libraries = libraries_for(job, arguments, os.environ)
    if not environment.is_ready(job, libraries):
        environment.set_up(job, libraries)
    if display and not a_display_answers():
        raise SetupError(NO_SCREEN)


def become(command: list[str]) -> int:
    """Run the program in the place of this one, signals and exit code included."""
    if os.name == "posix":
        os.execv(command[0], command)
    with subprocess.Popen(command) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # the program got it as well, and decides
                return process.wait()


def check(python: str) -> int:
    """Run every checker, whatever the others found; 0 if none found anything."""
    lint_imports = "import sys, importlinter.cli; sys.exit(importlinter.cli.lint_imports(no_logo=True))"
    checkers = {
        "ruff check": ["-m", "ruff", "check"],
        "ruff format": ["-m", "ruff", "format", "--check"],
        "mypy": ["-m", "mypy"],
        "import-linter": ["-c", lint_imports],
    }
    failed = [name for name, words in checkers.items() if subprocess.run([python, *words], check=False).returncode]
    print(f"check: {', '.join(failed)} found something" if failed else "check: all is well", flush=True)
    return 1 if failed else 0


def main(words: list[str]) -> int:
    """The command line; see the text at the top of this file."""
    job, arguments = (words[0], words[1:]) if words else ("", [])
    if job in ("-h", "--help"):
        print(__doc__)
        return 0
    if job not in (*LOCKS, "programs") or (arguments and job in ("check", "programs")):
        print(__doc__, file=sys.stderr)
        return 2
    environment = Environment(ROOT)
    try:
        if job == "programs":
            install_test_programs()
            return 0
        prepare(environment, job, arguments)
    except SetupError as error:
        sys.exit(f"chatapp set-up: {error}")
    except OSError as error:
        sys.exit(f"chatapp set-up: {error.strerror}: {error.filename}")
    except KeyboardInterrupt:
        say("interrupted; the next start takes it up again")
        return 130
    python = str(environment.python)
    if job == "run":
        # -P: no module in the folder where one happens to be may take the place of the program's own.
        return become([python, "-P", "-m", "chatapp", *arguments])
    os.chdir(ROOT)
    if job == "check":
        return check(python)
    return become([python, "-P", "-m", "pytest", *(arguments or ALL_TESTS)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
