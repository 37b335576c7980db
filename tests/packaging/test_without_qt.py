"""The server runs where Qt is not installed: shown with a Python that has the run-time packages, except Qt's."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
QT = {"pyside6-essentials", "shiboken6", "qasync"}

# The interpreter behind the environment, started so that it knows no site-packages but those it is given.
PYTHON = [getattr(sys, "_base_executable", sys.executable), "-S", "-P"]


def names_in_lock() -> set[str]:
    """The packages that the lock file has for this machine."""
    lines = LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    pinned = [Requirement(line.split("--hash")[0]) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(entry.name) for entry in pinned if entry.marker is None or entry.marker.evaluate()}


def put(source: Path, target: Path) -> None:
    if os.name == "posix":
        target.symlink_to(source)
    elif source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


@pytest.fixture
def without_qt(home: Path, tmp_path: Path) -> dict[str, str]:
    """The variables for a Python that finds chatapp and every package of the run-time set but Qt's."""
    packages = tmp_path / "site-packages"
    packages.mkdir()
    for name in sorted(names_in_lock() - QT):
        files = distribution(name).files or []
        for top in sorted({file.parts[0] for file in files} - {"..", "__pycache__"}):
            if not (packages / top).exists():  # several share a namespace
                put(Path(str(distribution(name).locate_file(top))), packages / top)
    for folder in ("chatapp", "resources"):
        put(ROOT / folder, packages / folder)
    return {**os.environ, "PYTHONPATH": str(packages)}


def test_qt_is_not_there(without_qt: dict[str, str]) -> None:
    program = "import importlib.util as u; print(*(bool(u.find_spec(n)) for n in ['PySide6', 'shiboken6', 'qasync']))"
    told = subprocess.run([*PYTHON, "-c", program], env=without_qt, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False"] * 3


def test_the_server_serves_all_the_same(without_qt: dict[str, str], tmp_path: Path) -> None:
    command = [*PYTHON, "-m", "chatapp", "serve", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(
        command, env=without_qt, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert server.stderr is not None
            first = server.stdout.readline()
            address = re.fullmatch(r"listening on ws://127\.0\.0\.1:(\d+)\n", first)
            assert address, first + server.stderr.read()
            socket.create_connection(("127.0.0.1", int(address[1]))).close()
            if os.name == "posix":
                server.send_signal(signal.SIGTERM)
                assert server.wait(10) == 0, server.stderr.read()
                assert "Traceback" not in server.stderr.read()
        finally:
            server.kill()
