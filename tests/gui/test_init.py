"""What comes with the first import of the window's parts, in a process of its own: here Qt was there before."""

import subprocess
import sys

PROGRAM = """
import builtins
before = builtins.__import__
import chatapp.gui
import chatapp.gui.window, PySide6.QtNetwork
assert builtins.__import__ is before
"""


def test_python_s_own_import_is_back() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, timeout=60, check=False, text=True)
    assert (done.returncode, done.stderr) == (0, "")
