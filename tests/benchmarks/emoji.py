"""How fast the emoji popup is, as ratios to a plain QListView in icon mode over the same emoji in the same run.

    python -m tests.benchmarks.emoji [--runs 5]

Each figure is the median over fresh processes. An opening and a key end when the picture that follows is painted;
`complete` is the first opening until nothing is left to paint. Emoji that were not painted before are part of all.
Goals: complete (after `prepare`) at most 60 ms, a key's 99th percentile at most 8 ms.
Uses the display that Qt finds; QT_QPA_PLATFORM=offscreen does without one.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from chatapp.gui.emoji.font import Drawable, emoji_font, install_emoji_font
from chatapp.gui.emoji.grid import EmojiGrid
from chatapp.gui.emoji.popup import EmojiPopup
from chatapp.gui.emoji.recents import Recents
from chatapp.gui.theme.theme import Theme
from chatapp.text.emoji import catalogue

WORDS = ("heart", "smile", "cat", "flag", "thumbs up", "party", "o", "zzz", "red car", "woman")
KINDS = ("unprepared", "prepared", "plain")


class IconList(QWidget):
    """The baseline: the obvious picker."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        drawable = Drawable()
        self._all = [emoji.characters for group in catalogue().groups for emoji in group.emoji]
        drawable.learn(self._all)
        self._all = list(filter(drawable, self._all))
        self._drawable = drawable
        self.model = QStringListModel(self)
        self.search = QLineEdit(self)
        self.view = QListView(self)
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setUniformItemSizes(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setGridSize(QSize(37, 37))
        self.view.setFont(emoji_font(24))
        self.view.setModel(self.model)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.view)
        self.search.textChanged.connect(self._look_for)
        self.resize(363, 439)

    def open_at(self, _anchor: QWidget) -> None:
        self.search.clear()
        self.model.setStringList(self._all)
        self.show()
        self.search.setFocus()

    def _look_for(self, text: str) -> None:
        hits = [emoji.characters for emoji in catalogue().search(text)] if text.strip() else self._all
        self.model.setStringList([characters for characters in hits if self._drawable(characters)])


class Painted(QObject):
    """Sees when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.done = False
        self.frames = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's own name
        if event.type() is QEvent.Type.Paint:
            self.done = True
            self.frames += 1
        return False

    def settle(self) -> None:
        """Until no more is painted: the popup leaves to further frames what one has no time for."""
        seen = -1
        while seen != self.frames:
            seen = self.frames
            for _ in range(5):
                QApplication.processEvents()

    def milliseconds(self, act: Callable[[], None]) -> float:
        """From the call to the end of the turn of the loop that paints."""
        self.done = False
        started = time.perf_counter()
        act()
        while not self.done:
            QApplication.processEvents()
        return (time.perf_counter() - started) * 1000


def measure(kind: str) -> dict[str, float]:
    app = QApplication([])
    app.setStyle("Fusion")
    install_emoji_font()
    window = QWidget()
    window.resize(900, 600)
    anchor = QPushButton("😀", window)
    anchor.move(20, 560)
    window.show()
    QTest.qWaitForWindowExposed(window)

    slices = [0.0]
    popup: EmojiPopup | IconList
    if kind == "plain":
        popup = IconList(window)
        search, view = popup.search, popup.view.viewport()
    else:
        popup = EmojiPopup(Theme(), Recents(), window)
        if kind == "prepared":
            popup.prepare()
            while popup._shelf._preparing is not None:
                started = time.perf_counter()
                popup._shelf._prepare_next()
                slices.append((time.perf_counter() - started) * 1000)
        search, view = popup.findChild(QLineEdit), popup.findChild(EmojiGrid).viewport()
    painted = Painted(view)
    started = time.perf_counter()
    figures = {"open": painted.milliseconds(lambda: popup.open_at(anchor)), "slice": max(slices)}
    painted.settle()
    figures["complete"] = (time.perf_counter() - started) * 1000
    reopened = []
    for _ in range(5):
        popup.close()
        QApplication.processEvents()
        reopened.append(painted.milliseconds(lambda: popup.open_at(anchor)))
    figures["reopen"] = statistics.median(reopened)
    keys = []
    for word in WORDS:
        for key in (*word, *[Qt.Key.Key_Backspace] * len(word)):
            keys.append(painted.milliseconds(lambda key=key: QTest.keyClick(search, key)))
            painted.settle()
    cuts = statistics.quantiles(keys, n=100)
    return figures | {"key p50": cuts[49], "key p99": cuts[98]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--once", choices=KINDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(measure(options.once)))
        return
    runs: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
    for _ in range(options.runs):
        for kind in KINDS:  # side by side, so that a busy moment of the machine meets all
            command = [sys.executable, "-m", "tests.benchmarks.emoji", "--once", kind]
            output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
            runs[kind].append(json.loads(output))
    medians = {
        kind: {figure: statistics.median(run[figure] for run in found) for figure in found[0]}
        for kind, found in runs.items()
    }
    print(f"{'':12}{'plain ms':>10}{'popup ms':>10}{'ratio':>8}")
    for figure in ("open", "complete", "reopen", "key p50", "key p99"):
        plain, ours = medians["plain"][figure], medians["prepared"][figure]
        print(f"{figure:12}{plain:10.1f}{ours:10.1f}{ours / plain:8.2f}")
    unprepared, longest = medians["unprepared"]["open"], medians["prepared"]["slice"]
    print(f"opened without `prepare`: {unprepared:.1f} ms; longest slice of `prepare`: {longest:.1f} ms")


if __name__ == "__main__":
    main()
