#!/usr/bin/env python3
"""Refresh the lock files: python3 packaging/lock.py [--upgrade | --upgrade-package NAME]

One file for each set, with the same versions in all: requirements.lock is what the program runs with,
requirements-test.lock adds the test tools, requirements-check.lock to those the style and type checkers.
requirements-build.lock is what the program runs with and what freezes it.
Each serves every platform and Python version at once, pins every package by hash, and names no address to fetch from,
so that the machine's own pip settings decide that. Needs uv, which `pip install uv` brings; options go on to it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"

# Largest first: the versions found for the whole bind the parts.
LOCKS = {
    "packaging/requirements-check.lock": ["--group", "test", "--group", "check"],
    "packaging/requirements-test.lock": ["--group", "test", "--constraints", "packaging/requirements-check.lock"],
    "packaging/requirements.lock": ["--constraints", "packaging/requirements-check.lock"],
    "packaging/requirements-build.lock": ["--group", "build", "--constraints", "packaging/requirements-check.lock"],
}


def find_uv() -> str | None:
    """The uv program: on the path, or in the environment that runs this."""
    beside = Path(sys.executable).parent
    return shutil.which("uv") or shutil.which("uv", path=str(beside))


def main(options: list[str]) -> int:
    """Write every lock file anew, keeping the versions in them unless the options say otherwise."""
    if not (uv := find_uv()):
        sys.exit("lock.py needs uv: type `python3 -m pip install uv` in a virtual environment, and run this with it.")
    for lock, choice in LOCKS.items():
        command = [uv, "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST_PYTHON]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate"]
        command += ["--custom-compile-command", "python3 packaging/lock.py", *choice, *options]
        done = subprocess.run([*command, "pyproject.toml", "--output-file", lock], cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
