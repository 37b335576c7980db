from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chatapp.gui.elided import Elided


def test_what_does_not_fit_is_cut_and_told_in_full(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    label.show_text("A long name of a\nserver <b>far</b> away")
    assert label.text().endswith("…")
    assert label.whole == label.accessibleName() == "A long name of a server <b>far</b> away"
    assert "&lt;b&gt;" in label.toolTip()
    label.resize(900, 20)
    assert label.text() == label.whole
    assert label.toolTip() == ""
    assert label.textFormat() is Qt.TextFormat.PlainText
