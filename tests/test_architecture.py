"""The arrows of import, and that one finds a module's tests by its name."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "chatapp"


# One line that breaks each contract, and the module that it is put into.
BREACHES = {
    "session/session.py": "import chatapp.gui",
    "rooms/hub.py": "import asyncio",
    "server/frames.py": "import PySide6",
    "server/peer.py": "import websockets",
    "gui/bridge.py": "import qasync, chatapp.client",
}


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Holds the package in this folder against the contracts of the pyproject.toml beside it."""
    program = "import sys, importlinter.cli as c; sys.exit(c.lint_imports(no_logo=True, cache_dir=None, no_cache=True))"
    variables = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "PYTHONPATH": str(folder)}
    command = [sys.executable, "-P", "-c", program]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


def test_every_arrow_of_import_points_down() -> None:
    """The contracts in pyproject.toml."""
    run = contracts(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_contract_is_blind(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "chatapp", ignore=shutil.ignore_patterns("__pycache__"))
    for module, breach in BREACHES.items():
        path = tmp_path / "chatapp" / module
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{breach}\n", encoding="utf-8")
    run = contracts(tmp_path)
    kept = re.findall(r"^(.+) KEPT", run.stdout, re.MULTILINE)
    assert (run.returncode, kept) == (1, []), run.stdout + run.stderr
    assert " BROKEN" in run.stdout


def test_every_module_has_its_tests_under_its_own_name() -> None:
    """`__main__.py` is run by the tests of the command line, and an `__init__.py` holds nothing to test."""
    modules = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if not path.name.startswith("__")]
    wanted = [Path("tests") / module.parent / f"test_{module.name}" for module in modules]
    assert [str(path) for path in sorted(wanted) if not (ROOT / path).is_file()] == []
