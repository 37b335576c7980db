from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui.theme.look import dress, label


def test_a_label_never_reads_html(qtbot: QtBot) -> None:
    made = label("<b>x</b>", "muted", wrap=True)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.property("look") == "muted"
    assert made.wordWrap()


def test_dressing_takes_effect_at_once(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = label("x", parent=parent)
    parent.setStyleSheet('QLabel[wrong="true"] { font-weight: 700; }')
    made.ensurePolished()
    assert not made.font().bold()
    dress(made, wrong=True)
    assert made.font().bold()
    dress(made, wrong=False)
    assert not made.font().bold()
