"""The wheel, installed outside of the checkout as pipx and uvx do it: every resource, the window, and the server."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import NamedTuple

import pytest

from chatapp import __version__

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


class Installed(NamedTuple):
    programs: Path
    site: Path
    elsewhere: Path
    """a folder from which the checkout is not seen"""

    def run(self, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        program = [str(self.programs / words[0]), *words[1:]]
        variables = {**os.environ, **variables, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            program, cwd=self.elsewhere, env=variables, capture_output=True, text=True, timeout=PATIENCE, check=False
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE)
    [wheel] = (folder / "dist").iterdir()
    assert wheel.name.startswith(f"chatapp-{__version__}-")
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    # What it depends on comes from here; a path file that is named by another is not read, so the checkout is not seen.
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(pip, check=True, timeout=PATIENCE)
    where = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(where, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout.strip())
    (site / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return Installed(programs, site, elsewhere)


def test_it_is_the_wheel_that_runs(installed: Installed) -> None:
    told = installed.run("python", "-P", "-c", "import chatapp.assets as a; print(a.root())")
    assert Path(told.stdout.strip()) == installed.site / "chatapp" / "resources", told.stderr
    assert installed.run("chatapp", "--version").stdout == f"Chatapp {__version__}\n"
    assert installed.run("chatapp-cli", "--version").stdout == f"Chatapp {__version__}\n"


def test_every_resource_is_in_it(installed: Installed) -> None:
    ours = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    packed = installed.site / "chatapp" / "resources"
    assert {path.relative_to(packed) for path in packed.rglob("*") if path.is_file()} == ours


def test_the_window_opens(installed: Installed) -> None:
    program = (
        "import sys; from PySide6.QtCore import QTimer; from chatapp.gui.window import MainWindow\n"
        "painted = MainWindow.__init__\n"
        "def begin(self, *words, **more):\n"
        "    painted(self, *words, **more)\n"
        "    self.painted.connect(lambda: QTimer.singleShot(500, self.close))\n"
        "MainWindow.__init__ = begin\n"
        "sys.argv = ['chatapp']; from chatapp.__main__ import main; code = main(); print('closed'); sys.exit(code)"
    )
    ended = installed.run("python", "-P", "-c", program, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout) == (0, "closed\n"), ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_server_serves(installed: Installed) -> None:
    words = [str(installed.programs / "chatapp"), "serve", "--host", "127.0.0.1", "--port", "0", "--history", "memory"]
    with subprocess.Popen(words, cwd=installed.elsewhere, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        server.terminate()
        assert line.startswith("listening on ws://127.0.0.1:")
        assert os.name == "nt" or server.wait(PATIENCE) == 0
