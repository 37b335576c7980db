"""The arrows of import, and that one finds a module's tests by its name."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "chatapp"


def test_every_arrow_of_import_points_down(tmp_path: Path) -> None:
    """The contracts in pyproject.toml."""
    program = (
        "import sys, importlinter.cli; sys.exit(importlinter.cli.lint_imports(no_logo=True, cache_dir=sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    variables = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    run = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_module_has_its_tests_under_its_own_name() -> None:
    """`__main__.py` is run by the tests of the command line, and an `__init__.py` holds nothing to test."""
    modules = [path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if not path.name.startswith("__")]
    wanted = [Path("tests") / module.parent / f"test_{module.name}" for module in modules]
    assert [str(path) for path in sorted(wanted) if not (ROOT / path).is_file()] == []
