"""A program that shows a timeline and nothing else, for `test_accessible_atspi.py`. Zoe says each word that
comes on its standard input, whose end is the end.
"""

import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from chatapp.gui.theme.theme import Theme
from chatapp.gui.timeline.model import TimelineModel
from chatapp.gui.timeline.view import TimelineView
from chatapp.session.timeline import Entry, State, Timeline

NOW = 1_790_000_000.0


def main() -> int:
    app = QApplication(sys.argv)
    timeline = Timeline(Entry("Ann", f"message {number}", NOW + number) for number in range(1100))
    timeline.say(Entry("me", "not yet safe", NOW + 1100, mine=True, state=State.SENDING, key=1))
    window = QWidget()
    window.setWindowTitle("A timeline")
    layout = QVBoxLayout(window)
    view = TimelineView(Theme(), window)
    model = TimelineModel(timeline, view)
    view.set_model(model)
    field = QLineEdit(window)
    field.setAccessibleName("Message")
    layout.addWidget(view)
    layout.addWidget(field)
    window.resize(700, 500)
    window.show()
    field.setFocus()

    def hear() -> None:
        words = os.read(sys.stdin.fileno(), 4096).decode().split()
        timeline.append(Entry("Zoe", word, NOW + 2000) for word in words)
        model.refresh()
        if not words:
            app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(hear)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
