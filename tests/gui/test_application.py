"""Links that the system hands to the application itself, in a process of its own: there is one application in each."""

import json
import os
import subprocess
import sys
from pathlib import Path

LINKS = """
import json, sys
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from chatapp.gui.application import MOST, Application

application, heard = Application([]), []
open_ = lambda link: QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl(link)))
for _ in range(MOST + 3):
    open_("chatapp://early:1/tea%20time#k=s")
application.link_opened.connect(heard.append)
assert heard == []
application.take_links()
early = len(heard)
open_("chatapp://late:2/b")
open_("file:///etc/passwd")
application.take_links()
print(json.dumps([early, heard[0], heard[early:]]))
"""


def test_links_are_passed_on_those_before_the_window_was_ready_too() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LINKS],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [16, "chatapp://early:1/tea%20time#k=s", ["chatapp://late:2/b"]]
