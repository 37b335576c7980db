"""The window, from the command to its end. The one place that knows qasync.

The first frame is painted before any loop runs, and with as few imports as it needs: what speaks to servers, asyncio
included, is imported after it.
"""

import gc
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QProcess, QTimer

from chatapp import __version__
from chatapp.app import profile
from chatapp.app.arguments import Open
from chatapp.app.profile import called
from chatapp.gui import i18n
from chatapp.gui.accounts import account_name
from chatapp.gui.application import Application
from chatapp.gui.settings import Settings, stored
from chatapp.gui.theme.appearance import STYLE, Appearance
from chatapp.gui.welcome.recent import brief
from chatapp.gui.window import MainWindow

if TYPE_CHECKING:
    import asyncio

    from chatapp.app.chats import Chats
    from chatapp.protocol.invite import Invite
    from chatapp.security.person import Identity
    from chatapp.session.known import KnownHost
    from chatapp.storage.notebook import Notebook

FIRST_FRAME = 2_000
"""milliseconds after which the start goes on even if nobody has seen the window, such as on a hidden desktop"""
LOOK_FOR_SIGNALS = 200
"""milliseconds between two moments in which Python notices Ctrl+C where a loop cannot listen for signals"""

log = logging.getLogger(__name__)


def run(opening: Open) -> int:
    """Open the window. Blocks until it is closed and everything behind it has ended; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    sys.excepthook = _report
    application = Application([*sys.argv[:1], *STYLE])
    application.setApplicationName("Chatapp")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("chatapp")
    # The end is ours to say: qasync's loop would stop with tasks still running.
    application.setQuitOnLastWindowClosed(False)
    settings = Settings(stored(profile.called("Chatapp", opening.profile)), profile=opening.profile)
    if settings.open_window and _is_handed_over(settings.open_window, opening.given):
        return 0
    i18n.install(application, settings.language)
    appearance = Appearance(application, settings)
    window = _window(opening, settings, appearance, application)
    window.show()
    _paint(window)

    import asyncio  # noqa: PLC0415  # none of these is needed for the first frame

    import qasync  # noqa: PLC0415

    from chatapp.app.chats import Chats  # noqa: PLC0415
    from chatapp.app.doorbell import Doorbell  # noqa: PLC0415
    from chatapp.app.folder import of_window  # noqa: PLC0415
    from chatapp.app.key import Key  # noqa: PLC0415
    from chatapp.gui.emoji.style import EmojiStyle  # noqa: PLC0415

    EmojiStyle(settings, appearance)
    notebook = _open_notebook(opening.profile)
    # What is imported stays: left out, it makes collections short, which the window would feel.
    gc.freeze()
    gc.enable()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        # Before the loop turns: whoever clicks as soon as there is a window to click on is heard.
        loop, closed = runner.get_loop(), asyncio.Event()
        window.closing.connect(closed.set)
        if not window.isVisible():
            closed.set()
        timer = _listen_for_signals(loop, closed)
        key = Key(loop, partial(_find_key, opening.profile))
        chats = Chats(window, settings, appearance.theme, loop, notebook, place=of_window(opening.profile), own_key=key)
        doorbell = Doorbell(settings, window)
        doorbell.rung.connect(partial(_rung, window, chats))
        window.closing.connect(doorbell.stop)
        application.link_opened.connect(chats.invited)
        if opening.is_linked:
            chats.invited(opening.given)
        application.take_links()
        runner.run(_stay(window, chats, settings, _where_to(opening, settings), closed, known=notebook.hosts.host_with))
        doorbell.stop()
        if timer is not None:
            timer.stop()
    notebook.close()
    if window.restarts:
        program, *words = again(opening, sys.argv, sys.orig_argv)
        QProcess.startDetached(program, words)
    return 0


def _window(opening: Open, settings: Settings, appearance: Appearance, application: Application) -> MainWindow:
    """The window as it is first seen."""
    name = opening.name or settings.name or account_name()
    window = MainWindow(appearance, settings, name, opening.bind, profile.port(opening.profile))
    application.asked_to_end = partial(_ends, window)
    window.welcome.name.setFocus()
    place = str(opening.invite.addresses[0]) if opening.invite is not None else settings.last
    if place:
        window.welcome.show_join(place)
    if place and not opening.is_linked:
        # Where the window goes as soon as it can.
        text = QCoreApplication.translate("Chats", "Connecting to {address}…")
        window.welcome.show_progress(text.format(address=brief(place)))
    return window


def _ends(window: MainWindow) -> bool:
    """Whether the window closes where the system asks for the end; it may ask the person first, and close later."""
    window.quit()
    return not window.isVisible()


def again(opening: Open, given: Sequence[str], whole: Sequence[str]) -> list[str]:
    """The command that opens the same profile anew, where it was last. `given` are the program and its own arguments,
    `whole` is the interpreter's command line.
    """
    program = [sys.executable, *whole[1 : len(whole) - len(given) + 1]]
    profile = ["--profile", opening.profile] if opening.profile else []
    return [*program, *profile, *(["--bind", opening.bind] if opening.bind else [])]


def _is_handed_over(name: str, invite: str) -> bool:
    """Whether a window that is open already has come forward, and asks about the invite."""
    from chatapp.app.doorbell import ring  # noqa: PLC0415  # hardly any start needs it

    return ring(name, invite)


def _rung(window: MainWindow, chats: "Chats", invite: str) -> None:
    if invite:
        chats.invited(invite)
    else:
        window.bring_back()


def _find_key(profile: str) -> "Identity":
    """This profile's own key. Blocks, on a thread for it."""
    from chatapp.app.folder import of_person  # noqa: PLC0415  # as above
    from chatapp.security.person import find  # noqa: PLC0415  # cryptography is a large one

    return find(of_person(profile), called("chatapp", profile))


def _open_notebook(profile: str) -> "Notebook":
    """This profile's notebook; one that lasts as long as the program where that cannot be had."""
    from chatapp.app.folder import of_person  # noqa: PLC0415  # as above
    from chatapp.storage.notebook import NotebookInUse, borrow_notebook, open_notebook  # noqa: PLC0415

    place = of_person(profile) / "notebook.db"
    try:
        return open_notebook(place)
    except NotebookInUse:
        log.info("another window has the notebook: what is unsent when this one ends is lost")
    except OSError as problem:
        log.warning("what is unsent at the end cannot be kept: %s", problem)
    return borrow_notebook(place)


def _where_to(opening: Open, settings: Settings) -> "Invite | None":
    """The server to go to at once: of the command line, or where the person was last. Nowhere, where a link leads
    elsewhere, of which the person is asked first."""
    from chatapp.protocol.invite import BadInvite, parse  # noqa: PLC0415  # as above

    if opening.is_linked:
        return None
    if opening.invite is not None or not settings.last:
        return opening.invite
    try:
        return parse(settings.last)
    except BadInvite:
        log.warning("the address of the last chat cannot be read: %s", settings.last)
        return None


def _paint(window: MainWindow) -> None:
    """Let the window have its first frame."""
    frame = QEventLoop()
    window.painted.connect(frame.quit)
    QTimer.singleShot(FIRST_FRAME, frame.quit)
    frame.exec()


async def _stay(
    window: MainWindow,
    chats: "Chats",
    settings: Settings,
    invite: "Invite | None",
    closed: "asyncio.Event",
    *,
    known: "Callable[[str], KnownHost | None]",
) -> None:
    """Do what the window asks for until it is closed. `known` tells which host has a pin."""
    import asyncio  # noqa: PLC0415  # the first frame is there

    from chatapp.app import updates  # noqa: PLC0415  # as above
    from chatapp.app.checking import Checking  # noqa: PLC0415  # as above
    from chatapp.app.finding import Finding  # noqa: PLC0415  # as above

    loop = asyncio.get_running_loop()
    finding, checking = Finding(window.welcome.found, settings, loop, known), Checking(window, loop)
    news = asyncio.create_task(updates.watch(settings, window.tell_of_version, updates.feed()))
    if invite is not None:
        chats.return_to(invite)
    elif window.welcome.is_trying:
        window.welcome.show_choices()
    await closed.wait()
    window.hide()
    news.cancel()
    await asyncio.gather(chats.close(), finding.close(), checking.close())


def _listen_for_signals(loop: "asyncio.AbstractEventLoop", closed: "asyncio.Event") -> QTimer | None:
    """Ctrl+C and an ordinary kill close the window, without a question: whoever sends them does not look at it."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, closed.set)
    except NotImplementedError:  # Windows
        signal.signal(signal.SIGINT, lambda _number, _frame: loop.call_soon_threadsafe(closed.set))
        timer = QTimer()
        timer.timeout.connect(_nothing)
        timer.start(LOOK_FOR_SIGNALS)
        return timer
    return None


def _nothing() -> None:
    """Gives Python the moment in which it calls its signal handlers."""


def _report(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    """What went wrong in a slot of Qt's: said, and the window lives on."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, problem, trace)
    else:
        log.critical("something went wrong that should not", exc_info=(kind, problem, trace))
