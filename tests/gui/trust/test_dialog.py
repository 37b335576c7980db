import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from chatapp.gui.trust.dialog import TrustDialog, code_of
from chatapp.protocol import pin
from chatapp.session.ground import Ground, Trust

PIN = "A" * 43


@pytest.fixture
def opened(qtbot: QtBot) -> type:
    class Opened(TrustDialog):
        def __init__(self, ground: Ground) -> None:
            super().__init__(ground)
            self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
            qtbot.addWidget(self)
            with qtbot.waitExposed(self):
                self.open()

    return Opened


def texts(dialog: TrustDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def button(dialog: TrustDialog, text: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


@pytest.mark.parametrize("trust", Trust)
def test_each_kind_is_explained(opened: type, trust: Trust) -> None:
    dialog = opened(Ground(trust, PIN))
    assert dialog.windowTitle()
    assert len(texts(dialog)) > 60
    has_code = trust in {Trust.SEEN, Trust.VERIFIED}
    assert (pin.code(PIN) in texts(dialog)) == has_code
    assert [b.text() for b in dialog.findChildren(QPushButton)].count("It is the same") == (trust is Trust.SEEN)


def test_nothing_is_said_of_a_time_before_the_first(opened: type) -> None:
    first, later = opened(Ground(Trust.SEEN, PIN, first=True)), opened(Ground(Trust.SEEN, PIN))
    assert "the first time that you were here" in texts(later)
    assert "the first time" not in texts(first)
    assert "from now on" in texts(first)


def test_the_code_is_read_sign_by_sign(opened: type) -> None:
    dialog = opened(Ground(Trust.SEEN, PIN))
    code = next(label for label in dialog.findChildren(QLabel) if label.text() == pin.code(PIN))
    assert code.accessibleName() == "Code: " + " ".join("A" * 20)


def test_the_person_makes_sure(opened: type, qtbot: QtBot) -> None:
    dialog = opened(Ground(Trust.SEEN, PIN))
    with qtbot.waitSignal(dialog.same):
        button(dialog, "It is the same").click()
    assert not dialog.isVisible()


def test_enter_alone_checks_nothing(opened: type, qtbot: QtBot) -> None:
    dialog = opened(Ground(Trust.SEEN, PIN))
    with qtbot.assertNotEmitted(dialog.same):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_without_a_key_there_is_no_code() -> None:
    assert code_of(Ground(Trust.PUBLIC, PIN)) == ""
    assert code_of(Ground(Trust.SEEN)) == ""
    assert code_of(Ground(Trust.SEEN, PIN)) == pin.code(PIN)
