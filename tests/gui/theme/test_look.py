import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.gui import i18n
from chatapp.gui.theme.look import dress, label, push_button


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


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(qtbot: QtBot, key: Qt.Key) -> None:
    made = push_button("Join")
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.clicked):
        qtbot.keyClick(made, key)


@pytest.mark.parametrize("text", ["Ann", "آن", "", "12"])
def test_a_label_begins_where_the_window_is_read_from(qapp: QApplication, qtbot: QtBot, text: str) -> None:
    i18n.install(qapp, "ar", QLocale.c())
    made = label(text)
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    assert made.alignment() & Qt.AlignmentFlag.AlignAbsolute
