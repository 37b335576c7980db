"""packaging/bootstrap.py: its decisions in this process, its command line in a checkout that needs no package."""

import ast
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from chatapp.app.arguments import parse

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "packaging" / "bootstrap.py"

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for Linux' libraries")
on_posix = pytest.mark.skipif(os.name != "posix", reason="about processes as POSIX has them")


def load() -> Any:
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bootstrap() -> Any:
    """The script as a module of its own, so that a test may change it."""
    return load()


# --------------------------------------------------------------------------------------------------- what a job needs


def test_a_release_is_frozen_where_everything_that_the_window_loads_is_installed(bootstrap: Any) -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text()
    installed = workflow.partition("apt-get install")[2].partition("- name:")[0].split()
    assert {packages.debian for packages in bootstrap.LIBRARIES.values()} <= set(installed)


@pytest.fixture
def linux(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    return bootstrap


@pytest.mark.parametrize(
    ("job", "arguments", "variables", "kinds"),
    [
        ("test", [], {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, ["QT"]),
        ("check", [], {"DISPLAY": ":0"}, []),
        ("run", [], {"DISPLAY": ":0"}, ["QT", "X11"]),
        ("run", [], {"WAYLAND_DISPLAY": "w"}, ["QT", "WAYLAND"]),
        ("run", [], {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, ["QT", "X11", "WAYLAND"]),
        ("run", ["chatapp://here/room"], {"DISPLAY": ":0"}, ["QT", "X11"]),
        ("run", [], {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ["QT"]),
        ("run", [], {"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland;xcb"}, ["QT", "X11"]),
        ("run", ["serve", "--port", "0"], {"DISPLAY": ":0"}, []),
        ("run", ["invite", "--list"], {"DISPLAY": ":0"}, []),
        ("run", ["--help"], {"DISPLAY": ":0"}, []),
        ("run", ["--version"], {}, []),
    ],
)
def test_a_job_asks_for_the_libraries_that_it_will_load(
    linux: Any,
    monkeypatch: pytest.MonkeyPatch,
    job: str,
    arguments: list[str],
    variables: dict[str, str],
    kinds: list[str],
) -> None:
    monkeypatch.setattr(linux, "is_there", lambda program: False)
    wanted: dict[str, object] = {}
    for kind in kinds:
        wanted.update(getattr(linux, f"{kind}_LIBRARIES"))
    assert linux.libraries_for(job, arguments, variables) == wanted


def test_where_the_tests_can_start_a_screen_they_take_its_libraries(
    linux: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linux, "is_there", lambda program: program == "Xvfb")
    assert linux.libraries_for("test", [], {}) == {**linux.QT_LIBRARIES, **linux.X11_LIBRARIES}


def test_every_command_that_the_program_names_beside_its_window_needs_no_display(
    linux: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever serves without a screen makes invites, is in charge, moves and exports there, too."""
    with pytest.raises(SystemExit):
        parse(["--help"])
    named = set(re.findall(r"`chatapp (\w+)`", " ".join(capsys.readouterr().out.split())))
    assert named == linux.WINDOWLESS
    assert not any(linux.needs_display("run", [command], {}) for command in named)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_need_no_libraries_and_show_windows_anyhow(
    bootstrap: Any, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(bootstrap.sys, "platform", platform)
    assert bootstrap.libraries_for("run", [], {"DISPLAY": ":0"}) == {}
    assert not bootstrap.needs_display("run", [], {})


@pytest.mark.parametrize(
    ("arguments", "variables", "needed"),
    [
        ([], {}, True),
        ([], {"QT_QPA_PLATFORM": "xcb"}, True),
        ([], {"QT_QPA_PLATFORM": "wayland-egl"}, True),
        ([], {"QT_QPA_PLATFORM": "offscreen"}, False),
        ([], {"QT_QPA_PLATFORM": "vnc:size=800x600"}, False),
        (["serve"], {}, False),
        (["--help"], {}, False),
        (["chatapp://here/serve"], {}, True),
    ],
)
def test_only_a_window_needs_a_display(
    linux: Any, arguments: list[str], variables: dict[str, str], needed: bool
) -> None:
    assert linux.needs_display("run", arguments, variables) is needed
    assert not linux.needs_display("test", arguments, variables)


@on_linux
def test_a_display_that_nobody_serves_does_not_answer(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    monkeypatch.setenv("WAYLAND_DISPLAY", "no-such-compositor")
    assert not bootstrap.a_display_answers()


@on_linux
@pytest.mark.programs("Xvfb")
def test_a_display_that_somebody_serves_answers(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    said, says = os.pipe()
    with subprocess.Popen(["Xvfb", "-displayfd", str(says), "-nolisten", "tcp"], pass_fds=[says]) as xvfb:
        try:
            number = os.read(said, 16).decode().strip()
            monkeypatch.setenv("DISPLAY", f":{number}")
            assert bootstrap.a_display_answers()
        finally:
            xvfb.terminate()
            os.close(said)
            os.close(says)


# --------------------------------------------------------------------------------------------- the system's packages


@on_linux
def test_the_loader_itself_is_asked_for_libraries(bootstrap: Any) -> None:
    assert bootstrap.missing_libraries(["libc.so.6", "libno-such-library.so.9"]) == ["libno-such-library.so.9"]


class System:
    """A pretended computer: what is installed on it, and what was asked of it."""

    def __init__(self, bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs: set[str] = set()
        self.libraries: set[str] = set()
        self.user = 0
        self.venv = True
        self.fails: set[str] = set()
        self.deceives = False
        self.calls: list[str] = []
        self.bootstrap = bootstrap
        monkeypatch.setattr(bootstrap, "missing_libraries", lambda names: [n for n in names if n not in self.libraries])
        monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/bin/{name}" if name in self.programs else None)
        monkeypatch.setattr(bootstrap.os, "geteuid", lambda: self.user, raising=False)
        monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: object() if self.venv else None)
        monkeypatch.setattr(bootstrap.sys, "stdin", None)
        monkeypatch.setattr(bootstrap.sys, "platform", "linux")
        monkeypatch.setattr(bootstrap.subprocess, "run", self.run)

    def run(self, command: list[str], **_: object) -> SimpleNamespace:
        line = " ".join(command)
        self.calls.append(line)
        if any(words in line for words in self.fails):
            return SimpleNamespace(returncode=100)
        if "apt-get" in line and " install " in line and not self.deceives:
            self.libraries.update(self.bootstrap.LIBRARIES)
        return SimpleNamespace(returncode=0)


@pytest.fixture
def system(bootstrap: Any, monkeypatch: pytest.MonkeyPatch) -> System:
    return System(bootstrap, monkeypatch)


RPMS = "'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"
LACKING = ["libGL.so.1", "libEGL.so.1", "libxcb-cursor.so.0"]
DEBIANS = "libgl1 libegl1 libxcb-cursor0"
APT = "env DEBIAN_FRONTEND=noninteractive apt-get -q --option=DPkg::Lock::Timeout=300"


def test_nothing_is_installed_where_nothing_is_missing(system: System) -> None:
    system.libraries = {*LACKING}
    system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert system.calls == []


def test_root_has_apt_install_what_is_missing(system: System) -> None:
    system.programs = {"apt-get"}
    system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert system.calls == [f"{APT} install --yes --no-install-recommends {DEBIANS}"]


def test_a_user_does_it_through_a_sudo_that_asks_nothing(system: System) -> None:
    system.programs, system.user = {"apt-get", "sudo"}, 1000
    system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert system.calls[-1] == f"sudo {APT} install --yes --no-install-recommends {DEBIANS}"


@pytest.mark.parametrize("programs", [{"apt-get"}, {"apt-get", "sudo"}])
def test_a_user_who_may_not_gets_the_one_command_to_type(system: System, programs: set[str]) -> None:
    system.programs, system.user, system.fails = programs, 1000, {"sudo"}
    with pytest.raises(system.bootstrap.SetupError) as refusal:
        system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert f"\n\n    apt-get install --yes --no-install-recommends {DEBIANS}\n" in str(refusal.value)


def test_someone_at_a_terminal_may_be_asked_by_sudo(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    system.programs, system.user, system.fails = {"apt-get", "sudo"}, 1000, {"--non-interactive"}
    monkeypatch.setattr(system.bootstrap.sys, "stdin", SimpleNamespace(isatty=lambda: True))
    system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert system.calls[-1].startswith(f"sudo {APT} install")


def test_debians_python_is_completed_under_its_own_version(system: System) -> None:
    system.programs, system.venv = {"apt-get"}, False
    system.bootstrap.make_sure_of_system([], for_new_environment=True)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert system.calls == [f"{APT} install --yes --no-install-recommends python{version}-venv"]


def test_an_environment_that_stands_needs_nothing_to_make_one(system: System) -> None:
    system.venv = False
    system.bootstrap.make_sure_of_system([], for_new_environment=False)
    assert system.calls == []


def test_apt_gets_new_lists_before_it_gives_up(
    system: System, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system.programs, system.fails = {"apt-get"}, {"install"}
    with pytest.raises(system.bootstrap.SetupError, match="apt failed"):
        system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert [line.split()[5] for line in system.calls] == ["install", "update", "install"]


def test_a_library_that_apt_did_not_bring_is_named(system: System) -> None:
    system.programs, system.deceives = {"apt-get"}, True
    with pytest.raises(system.bootstrap.SetupError, match=r"do not load: libGL\.so\.1, libEGL\.so\.1"):
        system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("dnf", f"sudo dnf install {RPMS}"),
        ("zypper", f"sudo zypper install --capability {RPMS}"),
        ("pacman", "sudo pacman -S --needed libglvnd xcb-util-cursor"),
    ],
)
def test_other_linuxes_are_told_the_one_command(system: System, program: str, command: str) -> None:
    system.programs = {program}
    with pytest.raises(system.bootstrap.SetupError) as refusal:
        system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)
    assert f"\n\n    {command}\n" in str(refusal.value)


def test_a_linux_that_nobody_knows_is_told_the_files(system: System) -> None:
    with pytest.raises(system.bootstrap.SetupError, match=r"libGL\.so\.1, libEGL\.so\.1, libxcb-cursor\.so\.0"):
        system.bootstrap.make_sure_of_system(LACKING, for_new_environment=True)


def test_the_programs_for_the_tests_come_from_apt(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.bootstrap, "TEST_PROGRAMS", {"Xvfb": "xvfb", str(ROOT): "here", "/no/font": "font"})
    system.programs = {"apt-get"}
    system.bootstrap.install_test_programs()
    assert system.calls == [f"{APT} install --yes --no-install-recommends xvfb font"]


# --------------------------------------------------------------------------------------------------- the environment


class Steps:
    """Stands in for `python -m venv` and pip, and can be made to fail or to wait."""

    def __init__(self, bootstrap: Any, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self.system: list[tuple[list[str], bool]] = []
        self.before: Callable[[str], None] = lambda step: None
        self.environment = bootstrap.Environment(root)
        monkeypatch.setattr(bootstrap, "run_or_fail", self.run)
        monkeypatch.setattr(bootstrap, "make_sure_of_system", self.make_sure)

    def run(self, command: list[str], complaint: str) -> None:
        step = "venv" if "venv" in command else Path(command[-1]).name
        self.before(step)
        self.done.append(step)
        if step == "venv":
            python = self.environment.python
            python.parent.mkdir()
            python.touch()
            (self.environment.folder / "pyvenv.cfg").touch()
            version = f"python{sys.version_info.major}.{sys.version_info.minor}"
            packages = ("Lib",) if os.name == "nt" else ("lib", version)
            self.environment.folder.joinpath(*packages, "site-packages").mkdir(parents=True)

    def make_sure(self, libraries: list[str], *, for_new_environment: bool) -> None:
        self.system.append((libraries, for_new_environment))

    def take(self) -> list[str]:
        taken, self.done = self.done, []
        return taken


@pytest.fixture
def root(tmp_path: Path) -> Path:
    checkout = tmp_path / "checköut"
    (checkout / "packaging").mkdir(parents=True)
    for lock in ("requirements.lock", "requirements-test.lock", "requirements-check.lock"):
        (checkout / "packaging" / lock).write_text(f"# {lock}\n")
    return checkout


@pytest.fixture
def steps(bootstrap: Any, root: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    return Steps(bootstrap, root, monkeypatch)


def test_the_first_start_sets_up_and_the_second_does_not(steps: Steps) -> None:
    assert not steps.environment.is_ready("run", [])
    steps.environment.set_up("run", ["libGL.so.1"])
    assert steps.take() == ["venv", "requirements.lock"]
    assert steps.system == [(["libGL.so.1"], True)]
    assert steps.environment.is_ready("run", ["libGL.so.1"])
    steps.environment.set_up("run", ["libGL.so.1"])
    assert steps.take() == []


def test_the_checkout_is_on_the_environments_import_path(steps: Steps, root: Path) -> None:
    steps.environment.set_up("run", [])
    (note,) = root.glob(".venv/**/site-packages/chatapp-checkout.pth")
    assert (note.parent / note.read_text(encoding="ascii").strip()).resolve() == root


def test_each_set_holds_the_one_before_it(steps: Steps) -> None:
    steps.environment.set_up("test", [])
    assert steps.take() == ["venv", "requirements-test.lock"]
    assert steps.environment.is_ready("run", [])
    assert not steps.environment.is_ready("check", [])
    steps.environment.set_up("check", [])
    assert steps.take() == ["requirements-check.lock"]
    for job in ("run", "test", "check"):
        assert steps.environment.is_ready(job, [])


def test_a_library_not_yet_seen_is_looked_for_once(steps: Steps) -> None:
    steps.environment.set_up("run", ["libGL.so.1"])
    assert not steps.environment.is_ready("run", ["libGL.so.1", "libEGL.so.1"])
    steps.take()
    steps.environment.set_up("run", ["libGL.so.1", "libEGL.so.1"])
    assert steps.take() == []
    assert steps.system[-1] == (["libEGL.so.1"], False)
    assert steps.environment.is_ready("run", ["libEGL.so.1", "libGL.so.1"])


def lose_python(steps: Steps, _: pytest.MonkeyPatch) -> None:
    steps.environment.python.unlink()


def change_the_lock(steps: Steps, _: pytest.MonkeyPatch) -> None:
    (steps.environment.root / "packaging" / "requirements.lock").write_text("# newer\n")


def start_another_python(_: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/opt/another")


def delete_the_environment(steps: Steps, _: pytest.MonkeyPatch) -> None:
    shutil.rmtree(steps.environment.folder)


def forget(content: str) -> Callable[[Steps, pytest.MonkeyPatch], None]:
    def change(steps: Steps, _: pytest.MonkeyPatch) -> None:
        (steps.environment.folder / "chatapp-setup.json").write_text(content)

    return change


@pytest.mark.parametrize(
    "harm",
    [
        lose_python,
        change_the_lock,
        start_another_python,
        delete_the_environment,
        *map(forget, ["", "{", "[]", "null", "{}", '{"sets": 1, "libraries": []}', '{"sets": {}, "libraries": 1}']),
        *map(forget, ['{"sets": {"run": "other"}, "libraries": []}', '{"sets": {"older": "x"}, "libraries": [[1]]}']),
    ],
)
def test_an_environment_that_no_longer_fits_is_made_anew(
    steps: Steps, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Steps, pytest.MonkeyPatch], None]
) -> None:
    steps.environment.set_up("run", [])
    steps.take()
    rubbish = steps.environment.folder / "lib" / "rubbish"
    rubbish.mkdir(parents=True)
    harm(steps, monkeypatch)
    assert not steps.environment.is_ready("run", [])
    steps.environment.set_up("run", [])
    assert steps.take() == ["venv", "requirements.lock"]
    assert not rubbish.exists()
    assert steps.environment.is_ready("run", [])


def test_an_upgraded_python_gets_a_new_environment(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    steps.environment.set_up("run", [])
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
        assert not steps.environment.is_ready("run", [])
    assert steps.environment.is_ready("run", [])


def test_a_checkout_that_moved_gets_a_new_environment(
    bootstrap: Any, steps: Steps, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.environment.set_up("run", [])
    moved = root.rename(tmp_path / "elsewhere")
    assert not bootstrap.Environment(moved).is_ready("run", [])


@pytest.mark.parametrize("step", ["venv", "requirements.lock"])
def test_a_set_up_cut_short_is_begun_again(steps: Steps, step: str) -> None:
    def cut_short(name: str) -> None:
        if name == step:
            raise KeyboardInterrupt

    steps.before = cut_short
    with pytest.raises(KeyboardInterrupt):
        steps.environment.set_up("run", [])
    assert not steps.environment.is_ready("run", [])
    steps.take()
    steps.before = lambda name: None
    steps.environment.set_up("run", [])
    assert steps.take() == ["venv", "requirements.lock"]


def test_an_addition_cut_short_leaves_nothing_that_seems_whole(steps: Steps) -> None:
    def cut_short(name: str) -> None:
        raise KeyboardInterrupt

    steps.environment.set_up("run", [])
    steps.before = cut_short
    with pytest.raises(KeyboardInterrupt):
        steps.environment.set_up("test", [])
    assert not steps.environment.is_ready("run", [])


def test_an_environment_made_by_hand_is_replaced(steps: Steps) -> None:
    folder = steps.environment.folder
    folder.mkdir()
    (folder / "pyvenv.cfg").touch()
    (folder / "link").symlink_to(folder.parent / "packaging", target_is_directory=True)
    steps.environment.set_up("run", [])
    assert steps.take() == ["venv", "requirements.lock"]
    assert not (folder / "link").exists()
    assert (folder.parent / "packaging" / "requirements.lock").exists()


def test_a_folder_that_is_no_environment_is_left_alone(bootstrap: Any, steps: Steps) -> None:
    photo = steps.environment.folder / "photo.jpg"
    photo.parent.mkdir()
    photo.touch()
    with pytest.raises(bootstrap.SetupError, match="no virtual environment"):
        steps.environment.set_up("run", [])
    assert photo.exists()


def test_two_at_once_set_up_once(bootstrap: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    first_is_inside, second_waits = threading.Event(), threading.Event()

    def hold(step: str) -> None:
        first_is_inside.set()
        assert second_waits.wait(30)

    def hear(text: str) -> None:
        if text.startswith("waiting"):
            second_waits.set()

    steps.before = hold
    monkeypatch.setattr(bootstrap, "say", hear)
    first = threading.Thread(target=steps.environment.set_up, args=["run", []])
    first.start()
    assert first_is_inside.wait(30)
    steps.environment.set_up("run", [])
    first.join()
    assert steps.take() == ["venv", "requirements.lock"]


# ------------------------------------------------------------------------------------------------------ the commands


def test_nothing_is_set_up_again_when_all_is_ready(
    bootstrap: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.environment.set_up("test", bootstrap.libraries_for("test", [], {}))
    monkeypatch.setattr(steps.environment, "set_up", lambda *_: pytest.fail("set up twice"))
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *_, **__: pytest.fail("a process was started"))
    bootstrap.prepare(steps.environment, "test", [])


def test_without_a_display_nothing_is_downloaded(linux: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    with pytest.raises(linux.SetupError, match="no screen"):
        linux.prepare(steps.environment, "run", [])
    assert steps.take() == []


def test_without_an_answer_from_the_display_there_is_no_window(
    linux: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(linux, "a_display_answers", lambda: False)
    with pytest.raises(linux.SetupError, match="no screen"):
        linux.prepare(steps.environment, "run", [])


@pytest.mark.parametrize("failing", [[], ["mypy"], ["ruff check", "mypy"]])
def test_every_checker_runs_whatever_the_others_found(
    bootstrap: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: list[str]
) -> None:
    ran = []

    def run(command: list[str], check: bool) -> SimpleNamespace:
        words = " ".join(command[1:])
        ran.append(words)
        return SimpleNamespace(returncode=int(any(f"-m {name}" in words for name in failing)))

    monkeypatch.setattr(bootstrap.subprocess, "run", run)
    assert bootstrap.check("python") == bool(failing)
    assert len(ran) == 4
    assert ", ".join(failing) in capsys.readouterr().out


def test_older_pythons_can_read_the_file() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_older_pythons_are_told_in_one_sentence() -> None:
    program = "import runpy, sys; sys.version_info = (3, 9, 2); sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0])"
    told = subprocess.run(
        [sys.executable, "-c", program, str(SCRIPT), "run"], capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert told.stderr == (
        "Chatapp needs Python 3.11 or newer, and this is Python 3.9: "
        f"start it with a newer one, as in `python3.11 {SCRIPT} run`.\n"
    )


APP = """
import json, os, signal, sys
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd(), "path0": sys.path[0]}), flush=True)
if "wait" in sys.argv:
    signal.pause()
sys.exit(7)
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with nothing to install, whose chatapp and pytest only tell how they were started."""
    root = tmp_path_factory.mktemp("a checkout")
    (root / "packaging").mkdir()
    shutil.copy(SCRIPT, root / "packaging")
    for lock in ("requirements.lock", "requirements-test.lock", "requirements-check.lock"):
        (root / "packaging" / lock).write_text("# nothing\n")
    (root / "chatapp").mkdir()
    (root / "chatapp" / "__main__.py").write_text(APP)
    (root / "pytest.py").write_text(APP)
    return root


def start(checkout: Path, *words: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "packaging" / "bootstrap.py"), *words]
    environment = {**os.environ, **variables}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


@on_linux
def test_where_there_is_no_display_one_sentence_names_both_ways_out(checkout: Path, tmp_path: Path) -> None:
    told = start(checkout, "run", folder=tmp_path, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == (
        "chatapp set-up: there is no screen here to open the window on: start this inside a desktop session "
        "(or under Xvfb), or host without a window with `python3 packaging/bootstrap.py run serve`.\n"
    )
    assert not (checkout / ".venv").exists()


def test_the_programs_arguments_exit_code_and_standard_output_are_its_own(checkout: Path, tmp_path: Path) -> None:
    """The first start makes a real environment; what it says of that goes to standard error."""
    for turn in ("first", "second"):
        told = start(checkout, "run", "serve", "--port", "0", turn, folder=tmp_path, DISPLAY="", WAYLAND_DISPLAY="")
        assert told.returncode == 7, told.stderr
        seen = json.loads(told.stdout)
        assert seen["arguments"] == ["serve", "--port", "0", turn]
        assert Path(seen["folder"]) == tmp_path
        assert seen["path0"] != str(tmp_path)
        assert ("making .venv" in told.stderr) == (turn == "first")


def test_the_tests_run_in_the_checkout_whatever_the_folder(checkout: Path, tmp_path: Path) -> None:
    """On Linux this needs Qt's libraries, which the tests that draw need as well."""
    told = start(checkout, "test", "-k", "two words", folder=tmp_path)
    assert told.returncode == 7, told.stderr
    seen = json.loads(told.stdout)
    assert seen["arguments"] == ["-k", "two words"]
    assert Path(seen["folder"]) == checkout


@on_posix
def test_a_signal_reaches_the_program(checkout: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(checkout / "packaging" / "bootstrap.py"), "run", "serve", "wait"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["arguments"] == ["serve", "wait"]
        process.terminate()
        assert process.wait() == -signal.SIGTERM


@pytest.mark.parametrize("words", [[], ["dance"], ["check", "chatapp"], ["programs", "all"]])
def test_a_command_that_makes_no_sense_gets_the_usage(checkout: Path, tmp_path: Path, words: list[str]) -> None:
    told = start(checkout, *words, folder=tmp_path)
    assert (told.returncode, told.stdout) == (2, "")
    assert "bootstrap.py run [CHATAPP'S OPTIONS]" in told.stderr


def test_help_is_on_standard_output(checkout: Path, tmp_path: Path) -> None:
    told = start(checkout, "--help", folder=tmp_path)
    assert told.returncode == 0
    assert "bootstrap.py run [CHATAPP'S OPTIONS]" in told.stdout


def test_a_checkout_that_cannot_be_written_says_so(bootstrap: Any, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / ".venv").touch()
    monkeypatch.setattr(bootstrap, "ROOT", root)
    with pytest.raises(SystemExit) as refusal:
        bootstrap.main(["check"])
    assert "chatapp set-up: " in str(refusal.value)
    assert str(root / ".venv") in str(refusal.value)


def test_an_interruption_says_that_it_does_no_harm(
    bootstrap: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "prepare", interrupt)
    assert bootstrap.main(["test"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
