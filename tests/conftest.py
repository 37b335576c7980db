"""What holds for every test: nothing of the person who runs it is touched, and nothing goes wrong unseen.

A test fails when it leaves an ERROR in any log, an exception in a task, thread, slot or finaliser, a task that still
runs, a warning of Python's or of Qt's, or when it opens a socket to or on another machine's address.
A test that means to cause errors names them, `@pytest.mark.allow_errors("part of the message")`, and fails if they do
not come. A test that needs programs of the system names them: `@pytest.mark.programs("Xvfb", "openbox")`.
"""

import asyncio
import gc
import itertools
import logging
import os
import re
import shutil
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from pytest_asyncio import is_async_test

# Before Qt looks: no window on anybody's screen, and the same dates, numbers and sorting on every machine.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LC_ALL="C.UTF-8", TZ="UTC", PYTHONUTF8="1")
# Nor is the keyring of whoever runs the tests asked for anything.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
if sys.platform != "win32":
    time.tzset()
for name in ("http_proxy", "https_proxy", "all_proxy", "ws_proxy", "wss_proxy"):
    os.environ.pop(name, None)
    os.environ.pop(name.upper(), None)

UNDER_CI = os.environ.get("CI") == "true"

# Tasks that were just cancelled get this many turns of the loop to end.
TURNS_TO_END = 20

hypothesis.settings.register_profile("chatapp", deadline=None, max_examples=60)
hypothesis.settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if UNDER_CI else "chatapp")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "allow_errors(*texts): every ERROR logged holds one of the texts, and all occur")
    config.addinivalue_line("markers", "programs(*names): needs these programs; under CI their absence is a failure")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The same names in every run, and so for all who share one: what was made by chance is not in them."""
    if isinstance(val, bytes):
        return argname
    told = re.sub(r"(?i)(?<=f=)[\w-]{42,}", "PIN", val) if isinstance(val, str) else val
    return told if isinstance(told, str) and told != val else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[Any]:
    """What a test has said goes from one process to another, in UTF-8; tests say what is none."""
    report = yield
    report.sections = [(name, text.encode(errors="backslashreplace").decode()) for name, text in report.sections]
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if is_async_test(item) and no_leaked_tasks.__name__ not in item.fixturenames:
            item.fixturenames.insert(0, no_leaked_tasks.__name__)


def pytest_collection_finish() -> None:
    # Everything imported so far stays anyway: left out, it makes a collection after each test cheap.
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("programs"):
        missing = [program for program in marker.args if not (shutil.which(program) or Path(program).exists())]
        if missing:
            reason = f"needs {', '.join(missing)}: `python3 packaging/bootstrap.py programs` installs it"
            if UNDER_CI:
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """pytest-qt looks at Qt's messages until the test's own part ends; this looks at those of the taking down."""
    if "PySide6.QtCore" not in sys.modules or item.get_closest_marker("no_qt_log"):
        return (yield)
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    harmless = list(item.config.getini("qt_log_ignore"))
    for marker in item.iter_markers("qt_log_ignore"):
        harmless += marker.args
    complaints: list[str] = []

    def handle(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            complaints.append(message)

    previous = qInstallMessageHandler(handle)
    try:
        result = yield
    finally:
        qInstallMessageHandler(previous)
    unexpected = [text for text in complaints if not any(re.search(pattern, text) for pattern in harmless)]
    if unexpected:
        pytest.fail("Qt complained while the test was taken down:\n" + "\n".join(unexpected), pytrace=False)
    return result


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the application of: as the program does."""
    from chatapp.gui.theme.appearance import STYLE

    return ["chatapp", *STYLE]


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return (tmp_path_factory.mktemp("homes") / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home folder, into which this test's settings, data and caches go."""
    folder = next(_homes)
    runtime = folder / "run"
    runtime.mkdir(parents=True)
    runtime.chmod(0o700)  # Qt complains of anything wider
    variables = {
        "HOME": folder,
        "USERPROFILE": folder,
        "APPDATA": folder / "AppData" / "Roaming",
        "LOCALAPPDATA": folder / "AppData" / "Local",
        # platformdirs asks Windows itself, unless it finds these
        "WIN_PD_OVERRIDE_APPDATA": folder / "AppData" / "Roaming",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": folder / "AppData" / "Local",
        "XDG_CONFIG_HOME": folder / ".config",
        "XDG_DATA_HOME": folder / ".local" / "share",
        "XDG_STATE_HOME": folder / ".local" / "state",
        "XDG_CACHE_HOME": folder / ".cache",
        "XDG_RUNTIME_DIR": runtime,
    }
    for variable, value in variables.items():
        monkeypatch.setenv(variable, str(value))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        # Qt reads the variables once in a process.
        for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / ".config"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def strict(home: Path, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that left an ERROR in a log: asyncio reports there what it can tell nobody."""
    errors: list[str] = []
    make_record = logging.getLogRecordFactory()

    def watch(*words: Any, **more: Any) -> logging.LogRecord:
        record = make_record(*words, **more)
        if record.levelno >= logging.ERROR:
            text = record.getMessage()
            if record.exc_info:
                text += "\n" + logging.Formatter().formatException(record.exc_info)
            errors.append(f"{record.name}: {text}")
        return record

    logging.setLogRecordFactory(watch)
    yield
    # This fixture is the last to go. Nothing may outlive the test, so that what is lost is reported here, not later.
    request.node.funcargs.clear()
    gc.collect()
    logging.setLogRecordFactory(make_record)
    expected = [text for marker in request.node.iter_markers("allow_errors") for text in marker.args]
    stray = [error for error in errors if not any(text in error for text in expected)]
    absent = [text for text in expected if not any(text in error for error in errors)]
    if stray:
        pytest.fail("Stray errors in the log:\n" + "\n".join(stray), pytrace=False)
    if absent:
        pytest.fail(f"These errors were expected in the log and did not come: {absent}", pytrace=False)


@pytest.fixture(scope="module", autouse=True)
def forgotten() -> Iterator[None]:
    """What a file of tests leaves behind stays, as what was imported does: no later collection looks at it."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
async def no_leaked_tasks(strict: None) -> AsyncIterator[None]:
    """Fails an asynchronous test after which a task still runs, its fixtures taken down."""
    yield
    for _ in range(TURNS_TO_END):
        leaked = asyncio.all_tasks() - {asyncio.current_task()}
        if not leaked:
            return
        await asyncio.sleep(0)
    pytest.fail("Tasks left running:\n" + "\n".join(map(repr, leaked)), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def loopback_only() -> Iterator[None]:
    """Refuses a TCP connection to, or a listener on, any address of another machine or of all interfaces."""
    with pytest.MonkeyPatch.context() as patch:
        for method in ("bind", "connect", "connect_ex"):
            patch.setattr(socket.socket, method, guarded(getattr(socket.socket, method)))
        yield


def guarded(method: Any) -> Any:
    def call(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and self.type == socket.SOCK_STREAM:
            host = address[0]
            if host != "localhost" and not ip_address(host or "0.0.0.0").is_loopback:
                raise RuntimeError(f"tests stay on the loopback address, and this was {address}")
        return method(self, address)

    return call
