"""The app, put together as `chatapp.app.desktop` does it, and a scene after the other played on it."""

import asyncio
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication

from chatapp.app import folder
from chatapp.app.chats import Chats
from chatapp.gui import i18n
from chatapp.gui.emoji.style import EmojiStyle
from chatapp.gui.settings import Settings, stored
from chatapp.gui.theme.appearance import STYLE, Appearance
from chatapp.gui.window import MainWindow
from chatapp.storage.notebook import Notebook
from tests.screens import script
from tests.screens.looks import Look
from tests.screens.scenes import SCENES
from tests.screens.stage import Stage

BEFORE = 6
"""the first scenes come before the chat is there; the chat itself is the next one"""


def play(look: Look, picture: Callable[[str], Path], wanted: set[str]) -> int:
    """Take the pictures that are wanted, all without a wish. Returns the number of scenes that failed."""
    application = QApplication(["chatapp", *STYLE])
    application.setApplicationName("Chatapp")
    application.setDesktopFileName("chatapp")
    application.setQuitOnLastWindowClosed(False)
    settings = Settings(stored())
    settings.theme, settings.density, settings.text_size = look.theme, look.density, look.text
    settings.language, settings.hosting = look.language, ("127.0.0.1", 0)
    i18n.install(application, settings.language)
    appearance = Appearance(application, settings)
    EmojiStyle(settings, appearance)
    script.write(folder.of_window(), datetime.now().astimezone())
    window = MainWindow(appearance, settings, script.ME)
    window.resize(*look.size)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        loop = runner.get_loop()
        chats = Chats(window, settings, appearance.theme, loop, Notebook(None))
        window.show()
        return runner.run(_play(Stage(window, chats, settings), picture, wanted))


async def _play(stage: Stage, picture: Callable[[str], Path], wanted: set[str]) -> int:
    failed = 0
    for number, (name, scene) in enumerate(SCENES.items()):
        if wanted and name not in wanted and number != BEFORE:
            continue
        try:
            await scene(stage)
        except Exception:  # noqa: BLE001  # the other scenes are to be seen all the same
            failed += 1
            print(f"{name}:", file=sys.stderr)
            traceback.print_exc()
            continue
        if not wanted or name in wanted:
            (await stage.picture()).save(str(picture(name)))
    await stage.end()
    return failed
