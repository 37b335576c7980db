"""The lock files: whole, agreeing with pyproject.toml and each other, and naming no address."""

import importlib.util
import re
import sys
import tomllib
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = {
    "requirements.lock": [],
    "requirements-test.lock": ["test"],
    "requirements-check.lock": ["test", "check"],
    "requirements-build.lock": ["build"],
}
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}


def load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text_of(lock: str) -> str:
    return (ROOT / "packaging" / lock).read_text(encoding="utf-8")


def entries(lock: str) -> list[Requirement]:
    lines = text_of(lock).replace("\\\n", " ").splitlines()
    return [Requirement(line.split("--hash")[0]) for line in lines if line and not line.startswith("#")]


def versions(lock: str, python: str, system: str) -> dict[str, str]:
    """What pip would install from a lock file on such a machine."""
    machine: dict[str, str | AbstractSet[str]] = {
        **{name: str(value) for name, value in default_environment().items()},
        "python_version": python,
        "python_full_version": f"{python}.1",
        "sys_platform": system,
        "platform_system": SYSTEMS[system],
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    found: dict[str, str] = {}
    for entry in entries(lock):
        if entry.marker is None or entry.marker.evaluate(machine):
            name = canonicalize_name(entry.name)
            assert name not in found, f"{lock} pins {name} twice for Python {python} on {system}"
            found[name] = str(entry.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("lock", GROUPS)
def test_a_lock_file_names_no_address(lock: str) -> None:
    assert "://" not in text_of(lock)
    assert not re.search(r"^\s*-", text_of(lock).replace("    --hash=", ""), re.MULTILINE)


@pytest.mark.parametrize("lock", GROUPS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    for line in text_of(lock).replace("\\\n", " ").splitlines():
        if line and not line.startswith("#"):
            assert re.fullmatch(r"[a-z0-9-]+==[^\s;]+( ; [^\\]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", line.strip())


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", GROUPS)
def test_it_holds_a_fitting_version_of_everything_that_the_project_names(lock: str, python: str, system: str) -> None:
    named = list(PROJECT["project"]["dependencies"])
    for group in GROUPS[lock]:
        named += PROJECT["dependency-groups"][group]
    pinned = versions(lock, python, system)
    machine = {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": system}
    for requirement in map(Requirement, named):
        if requirement.marker is None or requirement.marker.evaluate(machine):
            assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), str(requirement)


@pytest.mark.parametrize("python", PYTHONS)
def test_each_set_holds_the_one_before_it(python: str) -> None:
    smaller: dict[str, str] = {}
    for lock in load("bootstrap").LOCKS.values():
        pinned = versions(lock, python, sys.platform if sys.platform in SYSTEMS else "linux")
        assert smaller.items() <= pinned.items()
        assert smaller != pinned
        smaller = pinned


def test_python_311_is_spared_the_pyside_that_loses_none() -> None:
    assert Version(versions("requirements.lock", "3.11", "linux")["pyside6-essentials"]) < Version("6.12")


def test_the_set_up_and_the_refresher_know_the_same_files() -> None:
    refreshed = {path.removeprefix("packaging/") for path in load("lock").LOCKS}
    assert refreshed == {*load("bootstrap").LOCKS.values(), load("build").LOCK.name} == set(GROUPS)


def test_without_uv_the_refresher_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lock = load("lock")
    monkeypatch.setattr(lock, "find_uv", lambda: None)
    with pytest.raises(SystemExit, match="pip install uv"):
        lock.main([])


def test_the_refresher_stops_at_the_first_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    lock = load("lock")
    commands: list[list[str]] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        commands.append(command)
        return SimpleNamespace(returncode=2)

    monkeypatch.setattr(lock.subprocess, "run", run)
    monkeypatch.setattr(lock, "find_uv", lambda: "uv")
    assert lock.main(["--upgrade"]) == 2
    (only,) = commands
    assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--upgrade"} <= set(only)
