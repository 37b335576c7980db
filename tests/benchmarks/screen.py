"""A screen, a window manager and a session bus of a benchmark's own, and how fast a program answers on it.

Programs are asked from outside, all alike: by what their windows show, by keys, and by what the system counts of them.
"""

import ctypes
import ctypes.util
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import cycle
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "dbus-daemon")
SIZE = (1280, 800)
COLOURS = 12
"""different colours on the screen from which on something is painted: bare windows have one or two"""
GRID = 40
"""every so many lines of the screen one is looked at"""
IDLE = 0.5
"""seconds with hardly any processor time after which a program is done"""
PATIENCE = 180.0

_RULES = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <placement><policy>Smart</policy></placement>
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
"""


@contextmanager
def own_screen(folder: Path, size: tuple[int, int] = SIZE) -> Iterator[None]:
    """Programs started meanwhile, and this one, are on a screen where nothing else is. Windows have no frames."""
    with ExitStack() as stack:
        read, write = os.pipe()
        geometry = f"{size[0]}x{size[1]}x24"
        screen = [*("Xvfb", "-displayfd", str(write), "-screen", "0", geometry), "-nolisten", "tcp"]
        stack.enter_context(_running(screen, pass_fds=(write,)))
        os.close(write)
        with os.fdopen(read) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        bus = stack.enter_context(_running(["dbus-daemon", "--session", "--nofork", "--print-address"]))
        assert bus.stdout is not None
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        rules = folder / "openbox.xml"
        rules.write_text(_RULES)
        stack.enter_context(_running(["openbox", "--config-file", str(rules)]))
        yield


@contextmanager
def _running(command: list[str], pass_fds: tuple[int, ...] = ()) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        command, pass_fds=pass_fds, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


class _Image(ctypes.Structure):
    """The beginning of Xlib's XImage, as far as it is needed here."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "stride", "bits")),
        *((name, ctypes.c_ulong) for name in ("red", "green", "blue")),
        *((name, ctypes.c_void_p) for name in ("own", "create")),
        ("destroy", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)),
    )


class Screen:
    """What is on it, and keys for the window that has the keyboard. Without Qt: ours would share its memory with it."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        # Two, in turns: a line of one letter looks the same once it is full.
        self._keys = cycle(self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(ord(letter))) for letter in "wm")

    def type(self) -> None:
        """Press and release a key that writes a wide letter."""
        key = next(self._keys)
        for pressed in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, key, pressed, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def lines(self, top: int = 0, height: int = SIZE[1]) -> list[memoryview]:
        """The picture as it is now, a sequence of pixels a line."""
        every_plane, by_pixel = ctypes.c_ulong(-1), 2
        found = self._x.XGetImage(self._display, self._root, 0, top, SIZE[0], height, every_plane, by_pixel)
        image = found.contents
        pixels = memoryview(ctypes.string_at(image.data, image.stride * height)).cast("I")
        width = image.stride // 4
        image.destroy(ctypes.cast(found, ctypes.c_void_p))
        return [pixels[line * width : line * width + SIZE[0]] for line in range(height)]

    def painted(self) -> bool:
        """Whether any window shows something."""
        colours: set[int] = set()
        for top in range(GRID // 2, SIZE[1], GRID):
            colours.update(self.lines(top, 1)[0])
            if len(colours) >= COLOURS:
                return True
        return False

    def find_field(self) -> tuple[int, int]:
        """Where on the screen, top and height, a typed letter appears. For a program that is idle."""
        before = self.lines()
        self.type()
        changed: list[int] = []
        deadline = time.monotonic() + 3
        while not changed and time.monotonic() < deadline:
            now = self.lines()
            changed = [place for place, (old, new) in enumerate(zip(before, now, strict=True)) if wide(old, new)]
        assert changed, "a typed letter is not seen"
        return changed[0], changed[-1] - changed[0] + 1

    def answer(self, field: tuple[int, int], deadline: float) -> float:
        """Seconds from a key to its letter in the field; until the deadline (`time.monotonic`) at most."""
        before = self.lines(*field)
        began = time.monotonic()
        self.type()
        while time.monotonic() < deadline:
            if any(wide(old, new) for old, new in zip(before, self.lines(*field), strict=True)):
                break
        return time.monotonic() - began


def wide(old: memoryview, new: memoryview) -> bool:
    """Whether two lines differ in more than a blinking cursor."""
    return old != new and sum(one != other for one, other in zip(old, new, strict=True)) > 3


def wait(condition: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Ask again and again. Returns when (`time.monotonic`) it was so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.004)
    return time.monotonic()


def processor_time(pid: int) -> float:
    """Seconds, of all threads."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    used = 0
    for task in tasks:
        with suppress(FileNotFoundError):  # it has ended meanwhile
            used += int((task / "schedstat").read_text().split()[0])
    return used / 1e9


def until_idle(pid: int, began: float) -> float:
    """Wait until a program does hardly anything any more. Returns for how many seconds from `began` it was busy."""
    seen = [(time.monotonic(), processor_time(pid))]
    last = began
    while seen[-1][0] < last + IDLE:
        time.sleep(0.004)
        now, used = time.monotonic(), processor_time(pid)
        assert now < began + PATIENCE, "never done"
        # A cursor that blinks is no work.
        if used - seen[-1][1] > 0.001 and used - seen[0][1] > 0.15 * (now - seen[0][0]):
            last = now
        seen = [entry for entry in seen if entry[0] > now - IDLE / 3] + [(now, used)]
    return last - began


def memory(pid: int) -> float:
    """MB: the proportional set size, as if no other program of this project's Python ran, such as this one."""
    ours = tuple({str(Path(prefix).resolve()) for prefix in (sys.prefix, sys.base_prefix)})
    total, whole = 0, False
    for line in Path(f"/proc/{pid}/smaps").read_text().splitlines():
        name, *rest = line.split(maxsplit=5)
        if name == ("Rss:" if whole else "Pss:"):
            total += int(rest[0])
        elif not name.endswith(":"):
            whole = len(rest) == 5 and rest[4].startswith(ours)
    return total / 1024
