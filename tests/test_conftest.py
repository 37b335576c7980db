"""The strictness of tests/conftest.py, shown on tests that deserve to fail."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TESTS = """\
import asyncio, gc, logging, os, socket, sys, threading, warnings
from pathlib import Path
import platformdirs, pytest
from PySide6.QtCore import QSettings, QStandardPaths, QTimer, qWarning
from PySide6.QtWidgets import QWidget

log = logging.getLogger("anywhere")
deaf = logging.getLogger("deaf")
deaf.propagate = False
kept = []

class Angry:
    def __del__(self):
        raise ValueError("while dying")

class Loud(QWidget):
    def closeEvent(self, event):
        qWarning("closed with a bang")

async def forever():
    await asyncio.Event().wait()

async def fails():
    raise ValueError("nobody asked")

def good_plain(): pass
async def good_async(): await asyncio.sleep(0)
def good_warning_in_log(): log.warning("mind the step")
async def good_cancelled_at_the_end():
    asyncio.create_task(forever()).cancel()
async def good_awaited():
    with pytest.raises(ValueError):
        await asyncio.create_task(fails())
@pytest.mark.allow_errors("step")
def good_expected_error(): log.error("mind the step")
@pytest.mark.programs("sh")
def good_program(): pass
@pytest.mark.programs("no-such-program")
def bad_program_missing_under_ci(): pass
def good_loopback():
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
def good_home(home, qtbot):
    settings = QSettings("here", "there")
    settings.setValue("a", 1)
    settings.sync()
    assert Path(settings.fileName()).is_relative_to(home) and Path(settings.fileName()).is_file()
    assert QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "here").fileName().startswith(str(home))
    for place in QStandardPaths.StandardLocation.AppDataLocation, QStandardPaths.StandardLocation.CacheLocation:
        assert QStandardPaths.writableLocation(place).startswith(str(home))
    for place in platformdirs.user_data_path, platformdirs.user_config_path, platformdirs.user_state_path:
        assert place("chatapp").is_relative_to(home)
    assert Path.home() == home
def good_home_is_new(home):
    assert QSettings("here", "there").value("a") is None
    assert [entry.name for entry in home.iterdir()] == ["run"]

def bad_error(): log.error("mind the step")
def bad_error_unheard(): deaf.critical("mind the step")
def bad_error_in_thread():
    thread = threading.Thread(target=log.error, args=["mind the step"])
    thread.start()
    thread.join()
@pytest.mark.allow_errors("gap")
def bad_other_error():
    log.error("mind the gap")
    log.error("mind the step")
@pytest.mark.allow_errors("mind the step")
def bad_error_that_never_came(): pass
async def bad_leaked_task(): kept.append(asyncio.create_task(forever()))
@pytest.fixture
async def leaky():
    kept.append(asyncio.create_task(forever()))
async def bad_fixture_leaks(leaky): pass
async def bad_task_exception():
    asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
@pytest.fixture
async def holder():
    return asyncio.create_task(fails())
async def bad_task_exception_in_a_fixtures_value(holder): await asyncio.sleep(0)
def bad_pending_task_destroyed():
    loop = asyncio.new_event_loop()
    loop.create_task(forever())
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()
def bad_loop_left_open():
    asyncio.new_event_loop()
async def bad_callback():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
def bad_never_awaited(): forever()
def bad_thread_exception():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
def bad_finaliser(): Angry()
def bad_finaliser_in_a_cycle():
    angry = Angry()
    angry.self = angry
def bad_warning(): warnings.warn("mind the step")
def bad_qt_warning(): qWarning("mind the step")
def bad_qt_warning_at_the_end(qtbot):
    kept.append(Loud())
    qtbot.addWidget(kept[-1])
def bad_slot(qtbot):
    timer = QTimer(singleShot=True, interval=0)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start()
def bad_paint(qtbot):
    painted = []
    class Broken(QWidget):
        def paintEvent(self, event):
            painted.append(True)
            1 / 0
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: bool(painted))
def bad_listener_on_all_addresses():
    with socket.socket() as server:
        server.bind(("", 0))
async def bad_connection_elsewhere():
    await asyncio.open_connection("192.0.2.1", 1)
"""


def run_cases(folder: Path, *options: str, ci: str) -> dict[str, set[str]]:
    """What pytest says of each of TESTS, run apart: a set of its words, as one test can pass and then err."""
    (folder / "test_cases.py").write_text(TESTS, encoding="utf-8")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    naming = ["-o", "python_functions=good_* bad_*", "-o", "testpaths=."]
    command = [sys.executable, "-P", "-m", "pytest", "-c", "pyproject.toml", "--rootdir", ".", "-v", *naming, *options]
    variables = {**os.environ, "CI": ci}
    run = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    found: dict[str, set[str]] = {}
    for name, word in re.findall(r"^test_cases\.py::(\w+) (PASSED|FAILED|ERROR|SKIPPED)", run.stdout, re.MULTILINE):
        found.setdefault(name, set()).add(word)
    assert found, run.stdout + run.stderr
    return found


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    return run_cases(tmp_path_factory.mktemp("strict"), ci="true")


CASES = re.findall(r"^(?:async )?def ((?:good|bad)_\w+)", TESTS, re.MULTILINE)


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("good")])
def test_a_clean_test_passes(outcomes: dict[str, set[str]], case: str) -> None:
    assert outcomes[case] == {"PASSED"}


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("bad")])
def test_an_unclean_test_does_not(outcomes: dict[str, set[str]], case: str) -> None:
    assert outcomes[case] & {"FAILED", "ERROR"}


def test_every_case_was_run(outcomes: dict[str, set[str]]) -> None:
    assert outcomes.keys() == set(CASES)


def test_a_missing_program_skips_its_tests_where_it_is_no_ci(tmp_path: Path) -> None:
    assert run_cases(tmp_path, "-k", "missing", ci="") == {"bad_program_missing_under_ci": {"SKIPPED"}}
